"""Keeps compiled arrays in one file of the user's cache and maps them into memory. Knows nothing of their meaning.

The file: a magic line, a CRC-32 of the rest, the length of a JSON header, the header (name → type, shape, place), and
the arrays, each aligned to 64 bytes. Byte order is the machine's own; the magic line says which.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from aligncheck.config.folders import cache_folder
from aligncheck.lexicon.compile import Arrays

_MAGIC = b"aligncheck lexicon 1 " + sys.byteorder.encode("ascii") + b"\n"
_HEAD = len(_MAGIC) + 12
_ALIGN = 64


def cached(key: str, build: Callable[[], Arrays]) -> Arrays:
    """Arrays stored under ``key``, or built and stored.

    A missing, damaged or foreign file is built anew; a folder that cannot be written is no error. Several processes
    may do this at once: each writes a file of its own and renames it into place.
    """
    path = None
    with suppress(RuntimeError, OSError):
        path = cache_folder() / f"lexicon-{key}.bin"
        arrays = load(path)
        if arrays is not None:
            return arrays
    arrays = build()
    if path is not None:
        with suppress(OSError):
            save(path, arrays)
    return arrays


def load(path: Path) -> Arrays | None:
    """Map a stored file; None when it is missing or not whole."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as probe:
            if probe[: len(_MAGIC)] != _MAGIC or len(probe) < _HEAD:
                return None
            view = memoryview(probe)
            try:
                if zlib.crc32(view[len(_MAGIC) + 4 :]) != int.from_bytes(view[len(_MAGIC) : len(_MAGIC) + 4], "little"):
                    return None
            finally:
                view.release()
        buffer = np.memmap(path, np.uint8, mode="r")
        size = int.from_bytes(buffer[len(_MAGIC) + 4 : _HEAD].tobytes(), "little")
        header = json.loads(buffer[_HEAD : _HEAD + size].tobytes())
        return {
            name: np.ndarray(tuple(shape), np.dtype(kind), buffer, offset) for name, (kind, shape, offset) in header
        }
    except (OSError, ValueError, TypeError):
        return None


def save(path: Path, arrays: Arrays) -> None:
    """Write the arrays beside ``path`` and rename; raises OSError when that cannot be done."""
    names = sorted(arrays)
    header, start = b"", 0
    for _ in range(4):  # the header holds offsets that depend on its own length
        start, rows = _aligned(_HEAD + len(header)), []
        for name in names:
            rows.append((name, (arrays[name].dtype.str, arrays[name].shape, start)))
            start = _aligned(start + arrays[name].nbytes)
        header = json.dumps(rows).encode("ascii")
    body = bytearray(start)
    body[len(_MAGIC) + 4 : _HEAD] = len(header).to_bytes(8, "little")
    body[_HEAD : _HEAD + len(header)] = header
    for name, (_, _, offset) in json.loads(header) and [(n, r) for n, r in rows]:
        body[offset : offset + arrays[name].nbytes] = np.ascontiguousarray(arrays[name]).tobytes()
    body[: len(_MAGIC)] = _MAGIC
    check = zlib.crc32(memoryview(body)[len(_MAGIC) + 4 :])
    body[len(_MAGIC) : len(_MAGIC) + 4] = check.to_bytes(4, "little")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _aligned(at: int) -> int:
    return -(-at // _ALIGN) * _ALIGN
