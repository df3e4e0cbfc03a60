"""Tells when documents or settings have changed, by looking again and again. Checks nothing.

Looking costs a few microseconds a file, works on every file system and sees a file that an editor replaced by renaming;
notices from the system would need a library per system and fail on network drives and in containers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence

from aligncheck.errors import InputError
from aligncheck.formats import is_supported
from aligncheck.runner.documents.walk import Skipped, walk

PAUSE = 0.3
"""Seconds between two looks, at least."""

_SHARE = 0.015
"""Of the time, looking takes at most about this much: where there are very many files, looks are rarer."""

_State = dict[str, tuple[int, int, int]]
"""Size, inode and time of change of each file."""


def watch(
    paths: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    also: Sequence[str] = (),
    reports: str | None = None,
    pause: float = PAUSE,
) -> Iterator[tuple[str, ...]]:
    """Yields at once, then each time after something has changed and come to rest: the paths that changed, sorted.

    What changes while the caller is at work is told next. Never ends by itself.

    Args:
        paths: files and directories as on the command line; what appears in them later counts too.
        exclude: patterns of files that do not count, see ``walk``.
        also: single files that count whatever they are, such as a settings file; they need not exist.
        reports: a directory that does not count, for a run writes into it.

    Raises:
        ConfigError: a pattern in ``exclude`` is malformed.
    """
    own = None if reports is None else os.path.abspath(reports) + os.sep  # noqa: PTH100
    seen = _look(paths, exclude, also, own)
    yield ()
    while True:
        now = _wait(paths, exclude, also, own, pause)
        if now == seen:
            continue
        # An author saves several files, an editor deletes and renames: all of that is one change.
        while (later := _wait(paths, exclude, also, own, pause / 2)) != now:
            now = later
        changed = sorted({path for path, _ in now.items() ^ seen.items()})
        seen = now
        if changed:
            yield tuple(changed)


def _wait(paths: Sequence[str], exclude: Sequence[str], also: Sequence[str], own: str | None, pause: float) -> _State:
    """The state after a pause, which is longer the longer looking takes."""
    time.sleep(pause)
    start = time.perf_counter()
    state = _look(paths, exclude, also, own)
    time.sleep(max(0.0, (time.perf_counter() - start) / _SHARE - pause))
    return state


def _look(paths: Sequence[str], exclude: Sequence[str], also: Sequence[str], own: str | None) -> _State:
    state: _State = {}
    for path in (*also, *_files(paths, exclude)):
        if own is not None and os.path.abspath(path).startswith(own):  # noqa: PTH100
            continue
        try:
            found = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):  # a name from the settings may hold a NUL
            continue
        state[path] = (found.st_size, found.st_ino, found.st_mtime_ns)
    return state


def _files(paths: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112
            found = (one for one in walk(path, exclude) if not isinstance(one, Skipped | InputError))
            yield from (one for one in found if is_supported(one))
        else:
            yield path
