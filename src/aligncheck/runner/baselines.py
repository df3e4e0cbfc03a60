"""The baseline's file: read with clear errors, changed by one process at a time, written whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from aligncheck.errors import InputError
from aligncheck.gate.baseline import Entry, dump, parse
from aligncheck.runner.locked_file import change_file, read_if_there


def read_baseline(path: Path) -> list[Entry]:
    """The entries of a baseline file, none where there is no file.

    Raises InputError, with line and remedy, for a file that is not whole: a damaged baseline is never passed over.
    """
    return parse(read_if_there(path) or b"", str(path))


def change_baseline(path: Path, make: Callable[[Sequence[Entry]], Sequence[Entry]], *, anew: bool = False) -> None:
    """Replace the entries by what ``make`` makes of them. Other processes wait, so that no entry of theirs is lost.

    ``anew``: a file that cannot be read counts as empty; that is how a damaged one is repaired.
    """

    def content() -> bytes:
        try:
            old = read_baseline(path)
        except InputError:
            if not anew:
                raise
            old = []
        return dump(make(old))

    change_file(path, content)
