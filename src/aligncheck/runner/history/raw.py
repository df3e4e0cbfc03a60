"""Reads what git prints between NULs: paths, and differences in raw form; runs nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

SUBMODULE = "160000"


class Entry(NamedTuple):
    """A line of ``git diff --raw``: modes and blobs before and after, and the path or both paths of a rename."""

    old_mode: str
    new_mode: str
    old_blob: str
    new_blob: str
    status: str
    old: str
    new: str


class Logged(NamedTuple):
    """A commit with what it changed; ``about`` is what the format of ``git log`` asked for."""

    about: str
    entries: tuple[Entry, ...]


def records(output: bytes) -> list[str]:
    """What stands between NULs."""
    return [os.fsdecode(record) for record in output.split(b"\0") if record]


def entries(given: Iterable[str]) -> Iterator[Entry]:
    """Raw differences: a description, then the path, or the old and the new path of a rename."""
    left = iter(given)
    for record in left:
        yield _entry(record, left)


def logged(given: Iterable[str]) -> Iterator[Logged]:
    """What ``git log`` or ``git diff-tree --stdin`` prints with ``--raw -z``: a line a commit, then its differences."""
    about, found = "", list[Entry]()
    left = iter(given)
    for record in left:
        line = record.removeprefix("\n")
        if line.startswith(":"):
            found.append(_entry(line, left))
            continue
        if about:
            yield Logged(about, tuple(found))
        about, found = line, []
    if about:
        yield Logged(about, tuple(found))


def is_regular(mode: str) -> bool:
    """Whether an entry of a tree is a file, neither a symbolic link nor a submodule."""
    return mode.startswith("100")


def _entry(description: str, left: Iterator[str]) -> Entry:
    old_mode, new_mode, old_blob, new_blob, status = description.removeprefix(":").split(" ")
    old = next(left)
    return Entry(old_mode, new_mode, old_blob, new_blob, status[0], old, next(left) if status[0] in "RC" else old)
