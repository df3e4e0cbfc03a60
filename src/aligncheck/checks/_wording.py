"""What the messages of several families are made of: quotations, numbers of things. Judges nothing."""

from __future__ import annotations

LONGEST = 60
"""Characters of a text that is quoted whole."""


def shortened(text: str, most: int = LONGEST) -> str:
    """A text on one line, cut off where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def these(many: int, thing: str) -> str:
    """``This list item`` or ``These 3 list items``, at the beginning of a message."""
    return f"This {thing}" if many == 1 else f"These {many} {thing}s"
