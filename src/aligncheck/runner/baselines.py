"""The baseline's file: read with clear errors, changed by one process at a time, written whole."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from aligncheck.errors import InputError
from aligncheck.gate.baseline import Entry, dump, parse
from aligncheck.runner.files import read_bytes, write_whole

PATIENCE = 60.0
"""Seconds to wait for another process that changes the same file."""


def read_baseline(path: Path) -> list[Entry]:
    """The entries of a baseline file, none where there is no file.

    Raises InputError, with line and remedy, for a file that is not whole: a damaged baseline is never passed over.
    """
    if not path.exists() and not path.is_symlink():
        return []
    return parse(read_bytes(str(path)), str(path))


def change_baseline(path: Path, make: Callable[[Sequence[Entry]], Sequence[Entry]], *, anew: bool = False) -> None:
    """Replace the entries by what ``make`` makes of them. Other processes wait, so that no entry of theirs is lost.

    ``anew``: a file that cannot be read counts as empty; that is how a damaged one is repaired.
    """
    with _alone(path):
        try:
            old = read_baseline(path)
        except InputError:
            if not anew:
                raise
            old = []
        for leavings in path.parent.glob(f".{escape(path.name)}.*.part"):
            leavings.unlink(missing_ok=True)  # of a process that was killed: no other one writes now
        content = dump(make(old))
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock on a file. It lies in the system's temporary directory, so that a repository never holds it."""
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
