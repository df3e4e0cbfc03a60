"""A file that several processes read and change: one at a time, written whole. Knows nothing of what it holds."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Literal

from aligncheck.errors import InputError
from aligncheck.runner.files import read_bytes, write_over, write_whole

PATIENCE = 60.0
"""Seconds to wait for another process that changes the same file."""


def read_if_there(path: Path) -> bytes | None:
    """A file's bytes, None where there is no file. Raises InputError for one that cannot be read, and a broken link."""
    with suppress(OSError):  # reading it says what is wrong with its name
        if not path.exists() and not path.is_symlink():
            return None
    return read_bytes(str(path))


def change_file(path: Path, make: Callable[[], bytes]) -> None:
    """Replace a file by what ``make`` makes, which may read it; other processes wait, so that no change is lost.

    A process killed at any moment leaves the old file or the new one. Whatever ``make`` raises leaves the old one.
    """
    with alone(path):
        content = make()
        for leavings in path.parent.glob(f".{escape(path.name)}.*.part"):
            leavings.unlink(missing_ok=True)  # of a process that was killed: no other one writes now
        if not path.exists() or path.read_bytes() != content:
            (write_over if path.exists() else write_whole)(path, content)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock on a file, so that no other process changes it.

    It lies in the system's temporary directory, so that a repository never holds it.
    """
    import portalocker

    place = str(path)
    digest = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    lock = Path(tempfile.gettempdir()) / f"aligncheck-{digest}.lock"
    try:
        held = portalocker.Lock(str(lock), mode=_mode(lock), timeout=PATIENCE)
        held.acquire()
    except portalocker.exceptions.LockException as error:
        message = f"another process has been changing it for {PATIENCE:.0f} s"
        raise InputError(message, path=place, remedy="end it, or try again") from error
    except OSError as error:
        message = f"cannot be locked: {lock}: {error.strerror or error}"
        raise InputError(
            message, path=place, remedy="remove that file, or set TMPDIR to a directory of your own"
        ) from None
    try:
        yield
    finally:
        held.release()


def _mode(lock: Path) -> Literal["a", "r"]:
    """How to open a lock: it may be another user's who works on the same project, and then can only be read."""
    return "r" if lock.exists() and not os.access(lock, os.W_OK) else "a"
