"""What originals held at the commits that pins name; many documents and commits with a handful of git processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.runner.drift.pins import Pin
from aligncheck.runner.history.earlier import POINTER
from aligncheck.runner.history.former_names import Former, former_names
from aligncheck.runner.history.repositories import Repositories
from aligncheck.runner.history.repository import Repository, is_pointer
from aligncheck.runner.history.revisions import MORE_HISTORY, is_shallow, objects, resolve_all

_RENAMES = 8
"""How often a file is followed to an earlier name."""

_LINK = 1024
"""Bytes of a symbolic link's target, at most; a text in one line may be as short."""


@dataclass(frozen=True, slots=True)
class PastSource:
    """An original as it was.

    Attributes:
        content: its bytes, as a checkout would give them now; None where they cannot be had.
        commit: the commit in full; None where there is none.
        path: what it was called then, from the root of its repository.
        note: why there is no content.
    """

    content: bytes | None
    commit: str | None
    path: str | None
    note: str = ""


def past_sources(pinned: Sequence[tuple[str, Pin]], repositories: Repositories) -> list[PastSource]:
    """The originals at their pins, in order; ``pinned`` are paths of originals, as named from the current directory.

    The commit is looked for in the repository that holds the original, which may be another one than the translation's.
    A file that was renamed since is found under its old name. What is missing is a note on that document.
    Raises ConfigError where git fails altogether.
    """
    found = [PastSource(None, None, None, "the original lies outside of any git repository")] * len(pinned)
    for repository, members in repositories.grouped(path for path, _ in pinned).values():
        states = _in_one(repository, [(path, pinned[number][1]) for number, path in members])
        for (number, _), state in zip(members, states, strict=True):
            found[number] = state
    return found


def _in_one(repository: Repository, pinned: Sequence[tuple[str, Pin]]) -> list[PastSource]:
    """As ``past_sources``, with paths from the root of one repository."""
    commits = resolve_all(repository.git, {pin.commit for _, pin in pinned})
    missing = _missing(repository) if None in commits.values() else ""
    found = _looked_up(repository, [(path, pin.path, commits[pin.commit]) for path, pin in pinned])
    read = list(found)
    contents = repository.contents([(found[n].blob, pinned[n][0]) for n in read])
    known = dict(zip(read, contents, strict=True))
    states = []
    for n, (_, pin) in enumerate(pinned):
        commit = commits[pin.commit]
        if commit is None:
            states.append(PastSource(None, None, None, f"{pin.key} names {pin.commit[:12]}, {missing}"))
        elif n in found:
            note = _no_text(repository, commit, found[n].path, known[n])
            states.append(PastSource(None if note else known[n], commit, found[n].path, note))
        else:
            states.append(PastSource(None, commit, None, f"the original did not exist at {commit[:12]}"))
    return states


def _missing(repository: Repository) -> str:
    if is_shallow(repository.git):
        return f"which this shallow clone lacks ({MORE_HISTORY})"
    return "which is no commit of the repository that holds the original (is it one of another repository?)"


class _Found(NamedTuple):
    """A file at a commit."""

    path: str
    blob: str


def _looked_up(repository: Repository, wanted: Sequence[tuple[str, str | None, str | None]]) -> dict[int, _Found]:
    """By number, the files that exist; ``wanted`` are today's path, the one that a pin says, and the commit.

    The path of the pin is tried first, then today's, then those that the file had before, one process for each turn.
    """
    found: dict[int, _Found] = {}
    names = {n: [said or path] for n, (path, said, commit) in enumerate(wanted) if commit is not None}
    for _ in range(_RENAMES):
        asked = list(names)
        blobs = objects(repository.git, [f"{wanted[n][2]}:{names[n][-1]}" for n in asked])
        found.update({n: _Found(names[n][-1], blob) for n, blob in zip(asked, blobs, strict=True) if blob is not None})
        left = [n for n in asked if n not in found]
        formers = former_names(repository, {names[n][-1] for n in left if wanted[n][0] in names[n]})
        following = {n: _next(wanted[n][0], names[n], formers) for n in left}
        names = {n: [*names[n], name] for n, name in following.items() if name is not None}
        if not names:
            break
    return found


def _next(path: str, tried: Sequence[str], formers: Mapping[str, Former]) -> str | None:
    if path not in tried:
        return path
    former = formers.get(tried[-1])
    return None if former is None or former.path in tried else former.path


def _no_text(repository: Repository, commit: str, path: str, content: bytes) -> str:
    """Why a file's content is not its text; ``""`` where it is."""
    if is_pointer(content):
        return POINTER
    one_line = len(content) < _LINK and b"\n" not in content.rstrip()
    if one_line and path not in repository.tree(commit).files:
        return f"the original was a symbolic link at {commit[:12]}"
    return ""
