"""Where this program keeps what it can make again. Knows nothing of what is kept there."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """``$ALIGNCHECK_CACHE``, else ``aligncheck`` in ``$XDG_CACHE_HOME`` or ``~/.cache``.

    Raises RuntimeError where the user has no home.
    """
    own = os.environ.get("ALIGNCHECK_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "aligncheck" if base else Path("~/.cache/aligncheck").expanduser()
