"""The lock's file: read with clear errors, changed by one process at a time, merged by git. Makes no trace."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from aligncheck.config.load import Settings
from aligncheck.errors import ConfigError, InputError
from aligncheck.gate.lock import Lock, NewerLockError, is_lock, parse
from aligncheck.runner.history.git import Git
from aligncheck.runner.locked_file import change_file, read_if_there

_ODD = re.compile(r"[^\w.+@~,=-]")
"""What a pattern of .gitattributes cannot hold as it is; ``?`` stands for any character."""


def lock_file(settings: Settings) -> Path:
    """The lock's path, as seen from the current directory where it lies below it."""
    path = settings.root / settings.config.drift.lock
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path


def read_lock(path: Path, *, force: bool = False) -> Lock:
    """The lock of a file; one that knows no document where there is no file.

    Raises InputError, with line and remedy, for a lock that a newer aligncheck wrote and for a line that is none of a
    lock; with ``force`` such lines are told in ``Lock.skipped`` and all others used.
    """
    return parse(read_if_there(path) or b"", str(path), force=force)


def change_lock(path: Path, change: Callable[[Lock], bytes], *, anew: bool = False, force: bool = False) -> None:
    """Replace a lock by what ``change`` makes of it. Other processes wait, so that nothing they accept is lost.

    Args:
        path: the file, which need not be there yet.
        change: the bytes of the new lock (``gate.lock.replace``).
        anew: a damaged lock counts as empty. For accepting every document, whereby it is repaired.
        force: lines that are none of a lock are dropped, the rest is kept.

    Raises InputError for a damaged lock otherwise, and always for one that a newer aligncheck wrote; the file stays.
    """

    def content() -> bytes:
        try:
            old = read_lock(path, force=force)
        except NewerLockError:
            raise
        except InputError:
            if not anew or not is_lock(read_if_there(path) or b""):
                raise
            old = Lock(str(path))
        return change(old)

    change_file(path, content)


def merge_attribute(path: Path) -> str | None:
    """Let git keep the lines of both branches when it merges a lock, and return a sentence that says so.

    Adds a line to the .gitattributes beside the lock. Does nothing, and returns None, where the lock has a ``merge``
    attribute already, whatever it is, and where git does not know the place.
    """
    attributes = path.parent / ".gitattributes"
    line = f"{_ODD.sub('?', path.name)} merge=union"
    added = False

    def content() -> bytes:
        nonlocal added
        old = read_if_there(attributes) or b""
        ending = b"\r\n" if b"\r\n" in old else b"\n"
        added = line.encode() not in old.splitlines()
        return old + (ending if old and not old.endswith(b"\n") else b"") + line.encode() + ending if added else old

    if not _unspecified(path) or attributes.is_symlink():  # git reads no link in its place
        return None
    change_file(attributes, content)
    return (
        f"{attributes}: added ‘{line}’, so that git keeps what two branches accept when it merges them."
        if added
        else None
    )


def _unspecified(path: Path) -> bool:
    """Whether git has no ``merge`` attribute for a file in a repository."""
    try:
        answer = Git.at(str(path.parent)).ask("check-attr", "-z", "merge", "--", path.name)
    except ConfigError:  # no git here, or a repository it does not trust
        return False
    return answer.code == 0 and answer.output.split(b"\0")[2:3] == [b"unspecified"]
