"""A file that several processes read and change: one at a time, written whole. Knows nothing of what it holds."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from aligncheck.errors import InputError
from aligncheck.runner.files import read_bytes, write_over, write_whole

PATIENCE = 60.0
"""Seconds to wait for another process that changes the same file."""


def read_if_there(path: Path) -> bytes | None:
    """A file's bytes, None where there is no file. Raises InputError for one that cannot be read, and a broken link."""
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

    digest = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    lock = Path(tempfile.gettempdir()) / f"aligncheck-{digest}.lock"
    try:
        with portalocker.Lock(str(lock), mode="a", timeout=PATIENCE):
            yield
    except portalocker.exceptions.LockException as error:
        raise InputError(
            f"another process has been changing it for {PATIENCE:.0f} s", path=str(path), remedy="end it, or try again"
        ) from error
