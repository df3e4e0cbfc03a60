"""The compiled kernel where it was built, else None: then numpy does the same work, several times slower.

``ALIGNCHECK_PURE=1`` in the environment leaves it out, to compare both.
"""

from __future__ import annotations

import os
from types import ModuleType

kernel: ModuleType | None = None
if os.environ.get("ALIGNCHECK_PURE") != "1":
    try:
        from aligncheck.alignment import _kernel
    except ImportError:
        pass
    else:
        kernel = _kernel
