"""Files in and out: documents read with clear errors, results written whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.errors import InputError

if TYPE_CHECKING:
    from aligncheck.model.text import Document

_ABANDONED = 600
"""Seconds after which a temporary file belongs to nobody any more."""


def read_document(path: str) -> Document:
    """Read and parse a file; InputError names the file and the remedy when that is not possible."""
    from aligncheck.formats import read

    return read(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """A file's bytes. Raises InputError for what the operating system refuses."""
    try:
        # Two thousand times in a run with nothing to check: Path and buffers would triple the time.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read()
    except FileNotFoundError:
        broken = Path(path).is_symlink()
        what = "is a link to a file that does not exist" if broken else "does not exist"
        raise InputError(what, path=path, remedy="check the path") from None
    except IsADirectoryError:
        raise InputError("is a directory", path=path, remedy="name a file in it") from None
    except PermissionError:
        raise InputError("may not be read", path=path, remedy="give yourself permission to read it") from None
    except (OSError, ValueError) as error:  # ValueError: settings may name a file with a NUL
        why = getattr(error, "strerror", None) or error
        raise InputError(f"cannot be read: {why}", path=path, remedy="check the file") from None


def write_over(path: Path, content: bytes) -> None:
    """Replace a file's content as ``write_whole`` does, not its permissions, and not the link that leads to it."""
    place = path.resolve()
    write_whole(place, content, mode=place.stat().st_mode & 0o7777)


def write_whole(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file so that a reader sees the old content or the new, never a part (rename within one directory).

    What is there and no file, such as ``/dev/null``, ``/dev/stdout`` or a pipe, is written to: root could replace it.
    Raises InputError where the place cannot be written.
    """
    try:
        if _is_device(path):
            with path.open("wb") as device:
                device.write(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(mode)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:  # ValueError: settings may name a place with a NUL
        what = getattr(error, "strerror", None) or error
        remedy = "name a place you may write to"
        raise InputError(f"cannot be written: {what}", path=str(path), remedy=remedy) from None


def _is_device(path: Path) -> bool:
    """Whether a path is no place for a file; ``/dev/stdout`` may lead to one, and is none all the same."""
    if Path(os.path.abspath(path)).is_relative_to("/dev"):  # noqa: PTH100 - a link in /dev is meant, not where it leads
        return path.exists()
    return path.exists() and not path.is_file() and not path.is_dir()


def sweep(directory: Path) -> None:
    """Remove temporary files that a killed process left in a directory; young ones may be in use by another."""
    with suppress(OSError):
        for path in directory.glob(".*.part"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()
