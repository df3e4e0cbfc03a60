"""Lists the files under a directory that git would track; knows nothing of languages or of what is in a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from aligncheck.errors import ConfigError, InputError

_SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})
"""Directories of other people's files; hidden ones (``.git``, ``.venv``) are skipped too."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that a walk saw and left out, with the reason; ``foreign`` is one of a kind that holds no documents."""

    path: str
    reason: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns in the manner of ``.gitignore`` and the directory they are relative to.

    Paths that begin with ``cut`` are relative to it with ``put`` there instead; of others this has to be worked out,
    which for thousands of files takes longer than all the rest.
    """

    base: str
    spec: GitIgnoreSpec
    cut: str
    put: str = ""

    @classmethod
    def seen_from(cls, root: str, base: str, spec: GitIgnoreSpec) -> _Patterns:
        """Patterns relative to a directory above or beside the one that is walked."""
        way = os.path.relpath(root, base).replace(os.sep, "/")
        below = way != "." and not way.startswith("..")
        return cls(base, spec, _below(root), _below(way)) if below else cls(base, spec, _below(base))

    def verdict(self, path: str, directory: bool) -> bool | None:
        """True to ignore, False to keep after all (``!pattern``), None when no pattern speaks of the path."""
        if not self.spec.patterns:
            return None
        if path.startswith(self.cut):
            relative = self.put + path[len(self.cut) :].replace(os.sep, "/")
        else:
            relative = os.path.relpath(path, self.base).replace(os.sep, "/")
            if relative.startswith("../") or relative in (".", ".."):
                return None
        return self.spec.check_file(relative + "/" if directory else relative).include


def walk(root: str, exclude: Sequence[str] = (), base: Path | None = None) -> Iterator[str | Skipped | InputError]:
    """Files under a directory, sorted by path component by component; links to directories are not followed.

    Args:
        root: the directory, as the user named it.
        exclude: patterns relative to ``base`` (to ``root`` where that lies outside).
        base: the directory of the configuration; None is the current directory.

    Yields:
        A path that starts with ``root``, a file skipped, or what could not be read.

    Raises:
        ConfigError: a pattern in ``exclude`` is malformed.
    """
    base = base or Path.cwd()
    inside = not os.path.relpath(root, base).startswith("..")
    try:
        spec = GitIgnoreSpec.from_lines(exclude)
    except ValueError as error:
        raise ConfigError(f"bad pattern in exclude: {error}", remedy="write it as in .gitignore") from None
    excluded = _Patterns.seen_from(root, str(base) if inside else root, spec)
    yield from _walk(root, [*_above(root)], excluded)


def _below(directory: str) -> str:
    """What paths below a directory begin with."""
    return directory if directory.endswith("/") else f"{directory}/"


def _walk(directory: str, ignores: list[_Patterns], excluded: _Patterns) -> Iterator[str | Skipped | InputError]:
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(f"cannot list the directory: {error.strerror}", path=directory, remedy="check its permissions")
        return
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = [*ignores, *(_Patterns(directory, found, _below(directory)) for found in _read(directory))]
    for entry in entries:
        is_directory = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (is_directory and entry.name in _SKIPPED):
            continue
        if excluded.verdict(entry.path, is_directory) or _ignored(entry.path, is_directory, ignores):
            continue
        if is_directory:
            yield from _walk(entry.path, ignores, excluded)
        else:
            yield _file(entry)


def _file(entry: os.DirEntry[str]) -> str | Skipped | InputError:
    if entry.is_file(follow_symlinks=False):
        return entry.path
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return unreadable(entry.path, error)
    if stat.S_ISREG(mode):
        return entry.path
    return Skipped(entry.path, "a link to a directory" if stat.S_ISDIR(mode) else "not a regular file")


def unreadable(path: str, error: OSError) -> InputError:
    """Why a path cannot be opened, in words: missing, a broken link, no permission."""
    if isinstance(error, FileNotFoundError):
        if Path(path).is_symlink():
            target = str(Path(path).readlink())
            return InputError(f"broken symbolic link to {target}", path=path, remedy="mend or remove the link")
        return InputError("no such file or directory", path=path, remedy="check the spelling")
    if isinstance(error, PermissionError):
        return InputError("no permission to read it", path=path, remedy="check its permissions")
    return InputError(f"cannot be read: {error.strerror}", path=path)


def _ignored(path: str, directory: bool, ignores: Sequence[_Patterns]) -> bool:
    """As git decides: the innermost file that says anything about the path wins."""
    verdicts = (patterns.verdict(path, directory) for patterns in reversed(ignores))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _above(root: str) -> Iterator[_Patterns]:
    """Ignore files of the directories above, outermost first, up to the repository's top.

    A directory named by the user is walked even where they ignore it: those files then have no say.
    """
    start = Path(root).resolve()
    parents = []
    for parent in start.parents:
        parents.append(parent)
        if (parent / ".git").exists():
            break
    else:
        return
    if (start / ".git").exists():
        return
    for parent in reversed(parents):
        for found in _read(str(parent)):
            patterns = _Patterns.seen_from(root, str(parent), found)
            if not _names(patterns, start, parent):
                yield patterns


def _names(patterns: _Patterns, start: Path, parent: Path) -> bool:
    """Whether the patterns ignore the directory itself or one that holds it."""
    chain = [start, *(p for p in start.parents if p.is_relative_to(parent) and p != parent)]
    return any(patterns.verdict(str(p), True) for p in chain)


def _read(directory: str) -> Iterator[GitIgnoreSpec]:
    """The directory's ignore file; git too passes over one it cannot read."""
    try:
        text = Path(directory, ".gitignore").read_text(encoding="utf-8", errors="replace")
        yield GitIgnoreSpec.from_lines(text.splitlines())
    except (OSError, ValueError):
        return
