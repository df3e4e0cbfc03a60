"""Remembers of what a written file was made, to tell whether it still stands as it was written. Knows no page."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import NamedTuple

from aligncheck.runner.results.cache import ResultCache

_TICK = 50_000_000
"""Nanoseconds within which a file system may give two changes of a file one time."""


class _State(NamedTuple):
    """What the system tells of a file; a change of its content changes some of it, unless both happen in one tick."""

    size: int
    inode: int
    modified: int
    changed: int

    @classmethod
    def of(cls, path: str) -> _State:
        found = os.stat(path)  # noqa: PTH116
        return cls(found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)


class _Record(NamedTuple):
    """A file as it was written or last seen.

    ``made_of`` is a digest of all it was made from, ``content`` one of its bytes. ``settled`` says that no change can
    hide any more: the state was taken well after the last one.
    """

    made_of: bytes
    content: bytes
    state: _State
    settled: bool


class Records:
    """The files written under a directory, by name. Without a cache nothing is remembered and every file is stale."""

    def __init__(self, directory: Path, cache: ResultCache | None) -> None:
        self._place = os.path.abspath(directory)  # noqa: PTH100
        self._cache = cache
        known = None if cache is None else cache.note("files", self._place, dict[str, _Record])
        self._known = known or {}
        self._new: dict[str, _Record] = {}
        self._standing: set[str] = set()

    def stands(self, name: str, made_of: bytes) -> bool:
        """Whether the file is there as it was written, and was made of the same."""
        record = self._known.get(name)
        if record is None or record.made_of != made_of:
            return False
        path = f"{self._place}/{name}"
        try:
            state = _State.of(path)
            if record.settled and state == record.state:
                self._standing.add(name)
                return True
            # Touched, copied, or written too recently to tell by its times.
            if hashlib.sha256(Path(path).read_bytes()).digest() != record.content:
                return False
        except OSError:
            return False
        self._new[name] = record._replace(state=state, settled=_settled(state))
        return True

    def written(self, name: str, made_of: bytes, content: bytes) -> None:
        """Note a file just written; ``content`` is the SHA-256 of what was written."""
        try:
            state = _State.of(f"{self._place}/{name}")
        except OSError:
            return
        self._new[name] = _Record(made_of, content, state, _settled(state))

    def save(self) -> None:
        """Keep what is new; forget files that are gone."""
        if self._cache is None or not self._new:
            return
        others = {n: r for n, r in self._known.items() if n in self._standing or Path(self._place, n).exists()}
        self._cache.keep_note("files", self._place, others | self._new)


def _settled(state: _State) -> bool:
    return max(state.changed, state.modified) < time.time_ns() - _TICK
