"""Since when originals are not what was accepted, and by which commits; judges no change itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from aligncheck.errors import ConfigError
from aligncheck.gate.lock import blob_of
from aligncheck.runner.history.earlier import in_words
from aligncheck.runner.history.former_names import Former, former_names
from aligncheck.runner.history.raw import Entry, is_regular
from aligncheck.runner.history.repositories import Repositories
from aligncheck.runner.history.repository import Repository
from aligncheck.runner.history.revisions import MORE_HISTORY, is_shallow

_RENAMES = 8
"""How often a file is followed to an earlier name."""

_AT_ONCE = 256
"""Contents in memory at a time."""

_MAINLINE = ("--first-parent", "-m")
"""Each merge as one change, made when it arrived: a straight line of states. Where the accepted one is not among them,
it may have been one of a branch."""


class Version(NamedTuple):
    """A state of a file: the commit that made it, the day it was committed (``2026-05-01``, UTC), and what it holds."""

    commit: str
    day: str
    path: str
    blob: str


class Behind(NamedTuple):
    """An original, as named from the current directory, and ``blob_of`` what was accepted of it, in each state."""

    source: str
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Age:
    """How an original came to be what it is.

    Attributes:
        versions: its committed states after the accepted one, oldest first; none where only the working tree differs,
            where nothing is known, or outside of git.
        note: what is uncertain.
    """

    versions: tuple[Version, ...] = ()
    note: str = ""

    @property
    def since(self) -> str | None:
        """The day of the oldest of them."""
        return self.versions[0].day if self.versions else None


def ages(behind: Sequence[Behind], repositories: Repositories) -> list[Age]:
    """How long each original has not been what was accepted, in order; files are followed through renames.

    One log for all files of a repository, read only as far back as the oldest accepted state. Names of blobs are
    compared first; where none is met (line ends or encodings are converted, the repository uses SHA-256), the contents
    as checked out are. Where git is missing or fails, a note says so: what is behind is known without it.
    """
    found = [Age()] * len(behind)
    try:
        for repository, members in repositories.grouped(one.source for one in behind).values():
            if repository.has_commits():
                told = _in_one(repository, [Behind(path, behind[number].accepted) for number, path in members])
                for (number, _), age in zip(members, told, strict=True):
                    found[number] = age
    except ConfigError as error:
        return [Age((), f"no dates: {in_words(error)}")] * len(behind)
    return found


def behind_since(
    aged: Sequence[tuple[str, Age]], material: Callable[[int, bytes], bool], repositories: Repositories
) -> list[str | None]:
    """The day since which each original has differed in what matters; None where no commit made such a difference.

    A page that was only reformatted in May and got a new sentence in June is behind since June. Goes backwards from
    the newest state as long as ``material(number, content)`` says that it asks for another translation than the
    accepted one did. Raises ConfigError where git cannot give back a state.
    """
    days: list[str | None] = [None] * len(aged)
    for repository, members in repositories.grouped(path for path, _ in aged).values():
        left = {number: (path, list(aged[number][1].versions)) for number, path in members if aged[number][1].versions}
        while left:
            newest = {number: (path, versions.pop()) for number, (path, versions) in left.items()}
            contents = repository.contents([(version.blob, path) for path, version in newest.values()])
            for (number, (_, version)), content in zip(newest.items(), contents, strict=True):
                if material(number, content):
                    days[number] = version.day
                else:
                    left[number][1].clear()
            left = {number: one for number, one in left.items() if one[1]}
    return days


class _Change(NamedTuple):
    """What a commit did to a file."""

    commit: str
    day: str
    entry: Entry


def _in_one(repository: Repository, behind: Sequence[Behind]) -> list[Age]:
    """As ``ages``, with paths from the root of one repository."""
    found: dict[int, Age] = {}
    trails: dict[int, list[_Change]] = {}
    for options in (_MAINLINE, ()):
        left = [n for n in range(len(behind)) if n not in found]
        if not left:
            break
        trails = _trails(repository, {n: behind[n] for n in left}, options)
        names = _as_checked_out(
            repository, {n: t for n, t in trails.items() if not _met(t, behind[n].accepted)}, behind
        )
        for n, trail in trails.items():
            versions = _after(trail, behind[n].accepted, names)
            if versions is not None:
                found[n] = Age(versions)
    shallow = len(found) < len(behind) and is_shallow(repository.git)
    return [found.get(n) or _unknown(trails[n], shallow) for n in range(len(behind))]


def _unknown(trail: Sequence[_Change], shallow: bool) -> Age:
    """What can be said where the accepted state is not met."""
    if shallow:
        versions = tuple(_version(change) for change in reversed(trail) if is_regular(change.entry.new_mode))
        return Age(versions, f"at least so long: the clone is shallow ({MORE_HISTORY})")
    return Age((), "the accepted original was never committed" if trail else "")


def _after(trail: Sequence[_Change], accepted: frozenset[str], names: Mapping[str, str]) -> tuple[Version, ...] | None:
    """The states after the accepted one, oldest first; None where that is not met."""
    versions: list[Version] = []
    for change in trail:
        if {change.entry.new_blob, names.get(change.entry.new_blob, "")} & accepted:
            return tuple(reversed(versions))
        if is_regular(change.entry.new_mode):
            if versions and versions[-1].blob == change.entry.new_blob:
                versions.pop()  # which only renamed it
            versions.append(_version(change))
        if {change.entry.old_blob, names.get(change.entry.old_blob, "")} & accepted:
            return tuple(reversed(versions))
    return None


def _version(change: _Change) -> Version:
    return Version(change.commit, change.day, change.entry.new, change.entry.new_blob)


def _met(trail: Sequence[_Change], accepted: frozenset[str]) -> bool:
    return any(change.entry.new_blob in accepted or change.entry.old_blob in accepted for change in trail)


def _as_checked_out(
    repository: Repository, trails: Mapping[int, Sequence[_Change]], behind: Sequence[Behind]
) -> dict[str, str]:
    """``blob_of`` the contents of blobs as a checkout gives them, of files for which that is another name."""
    blobs = {
        behind[n].source: [change.entry.new_blob for change in trail if is_regular(change.entry.new_mode)]
        for n, trail in trails.items()
    }
    newest = _names(repository, [(found[0], path) for path, found in blobs.items() if found])
    converted = [path for path, found in blobs.items() if found and newest[found[0]] != found[0]]
    return _names(repository, sorted({(blob, path) for path in converted for blob in blobs[path]}))


def _names(repository: Repository, blobs: Sequence[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(blobs), _AT_ONCE):
        some = blobs[start : start + _AT_ONCE]
        contents = repository.contents(some)
        found.update((blob, blob_of(content)) for (blob, _), content in zip(some, contents, strict=True))
    return found


def _trails(repository: Repository, behind: Mapping[int, Behind], options: Sequence[str]) -> dict[int, list[_Change]]:
    """What happened to each file, newest first, at least back to its accepted state, across renames."""
    trails: dict[int, list[_Change]] = {n: [] for n in behind}
    names = {n: Former(None, one.source) for n, one in behind.items()}
    for _ in range(_RENAMES):
        found = _log(repository, {n: behind[n]._replace(source=former.path) for n, former in names.items()}, options)
        for n, former in names.items():
            trails[n] += found[n] if former.commit is None else _before_removal(found[n])
        left = [n for n in names if not _met(trails[n], behind[n].accepted)]
        formers = former_names(repository, {names[n].path for n in left})
        names = {n: formers[names[n].path] for n in left if names[n].path in formers}
        if not names:
            break
    return trails


def _before_removal(trail: list[_Change]) -> list[_Change]:
    """What happened to an old name before the file left it; the name may have been used again."""
    gone = next((n for n, change in enumerate(trail) if change.entry.status == "D"), -1)
    return trail[gone + 1 :]


def _log(repository: Repository, behind: Mapping[int, Behind], options: Sequence[str]) -> dict[int, list[_Change]]:
    """One log for all files, ended when each has met its accepted state."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in behind.items():
        numbers[one.source].append(n)
    found: dict[int, list[_Change]] = {n: [] for n in behind}
    left = set(behind)
    with closing(repository.log(sorted(numbers), "--format=%H %ct", *options)) as log:
        for logged in log:
            commit, _, second = logged.about.partition(" ")
            day = datetime.fromtimestamp(int(second), UTC).date().isoformat()
            for entry in logged.entries:
                for n in numbers.get(entry.new, ()):
                    found[n].append(_Change(commit, day, entry))
                    if entry.new_blob in behind[n].accepted or entry.old_blob in behind[n].accepted:
                        left.discard(n)
            if not left:
                break
    return found
