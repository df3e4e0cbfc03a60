"""Text that XML can hold; knows no format."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Text that XML can hold; what it cannot is spelled out."""
    return _ILLEGAL.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
