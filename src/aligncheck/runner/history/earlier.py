"""What documents were at a commit: which of them changed since, and the bytes they had. Checks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.errors import AligncheckError, InputError
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.documents.naming import read_name
from aligncheck.runner.files import read_bytes
from aligncheck.runner.history.repository import Changes, Repository, is_pointer

POINTER = "the commit holds a Git LFS pointer in place of the text (install git-lfs and run `git lfs pull`)"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A document as it was: the bytes of the earlier revision under today's paths, so that fingerprints compare.

    ``target`` is None for a document in one file.
    """

    job: Job
    source: bytes
    target: bytes | None = None


@dataclass(frozen=True, slots=True)
class Was:
    """A document at a commit.

    Attributes:
        document: what it was; None where it is not to be read.
        untouched: whether it was what it is; then there is nothing to read.
        note: why nothing can be had, where that is not plain: a document that did not exist needs no words.
    """

    document: Earlier | None = None
    untouched: bool = False
    note: str = ""


def changed_jobs(jobs: Iterable[Job], repository: Repository, changes: Changes) -> tuple[Job, ...]:
    """The jobs that changes touch: either file, or the counterpart that a lone file had.

    Nothing can be said of a file outside the repository: it counts as changed.
    """
    deleted = _by_key(changes)
    return tuple(job for job in jobs if _touched(job, repository, changes, deleted))


def were(jobs: Sequence[Job], repository: Repository, changes: Changes) -> list[Was]:
    """The state of each job's document at the commit of ``changes``, in order; one process of git reads all.

    - A document that the changes don't touch is ``untouched``.
    - A renamed file is read under its old name.
    - A document of which one file did not exist, or a lone file that had a counterpart, has none.
    - A file outside the repository is taken to have been what it is, if the other file of the pair is inside.

    Raises ConfigError where git fails.
    """
    deleted = _by_key(changes)
    pasts = [_past(job, repository, changes, deleted) for job in jobs]
    wanted = {version.before for past in pasts for version in past.versions if version.before is not None}
    contents = repository.read(changes.commit, wanted)
    return [_was(job, past, contents) for job, past in zip(jobs, pasts, strict=True)]


def in_words(error: AligncheckError) -> str:
    """An error as a part of a note, which names the file itself."""
    return error.message + (f" ({error.remedy})" if error.remedy else "")


def touches(paths: Iterable[str], repository: Repository, changes: Changes) -> bool:
    """Whether changes touch one of these files, gone ones among them.

    ``paths`` are as named from the current directory. Nothing can be said of a file outside the repository: it counts
    as changed.
    """
    places = [repository.path_of(path) for path in paths]
    return any(p is None or changes.touched(p) or p in changes.deleted for p in places)


class _Version(NamedTuple):
    """A file of a document: its path today, and its place at the commit; None to take the file of today."""

    path: str
    before: str | None


@dataclass(frozen=True, slots=True)
class _Past:
    """What a document was at the commit: one file or source and target, nothing, or (``untouched``) what it is.

    ``note`` says why there is nothing to compare with, where that is not plain.
    """

    versions: tuple[_Version, ...] = ()
    untouched: bool = False
    note: str = ""


def _past(job: Job, repository: Repository, changes: Changes, deleted: Mapping[tuple[str, ...], str]) -> _Past:
    if not _touched(job, repository, changes, deleted):
        return _Past(untouched=True)
    if counterpart := _counterpart(job, repository, deleted):
        return _Past(note=f"{counterpart} is gone")
    paths = [path for path in (job.source, job.target) if path is not None]
    places = [repository.path_of(path) for path in paths]
    if not any(places):
        return _Past(note="it lies outside the repository")
    versions: list[_Version] = []
    for path, place in zip(paths, places, strict=True):
        submodule = None if place is None else changes.submodule_of(place)
        if submodule is not None and submodule in changes.submodules:
            return _Past(note=f"the submodule {submodule} changed, into which no comparison looks")
        if place is None or not changes.touched(place):
            versions.append(_Version(path, None))
        elif (before := changes.before(place)) is not None:
            versions.append(_Version(path, before))
        else:
            return _Past()
    return _Past(tuple(versions))


def _touched(job: Job, repository: Repository, changes: Changes, deleted: Mapping[tuple[str, ...], str]) -> bool:
    paths = [path for path in (job.source, job.target) if path is not None]
    return touches(paths, repository, changes) or bool(_counterpart(job, repository, deleted))


def _by_key(changes: Changes) -> dict[tuple[str, ...], str]:
    """Deleted files by what the language versions of a document have in common in their names."""
    return {read_name(path).key: path for path in sorted(changes.deleted)}


def _counterpart(job: Job, repository: Repository, deleted: Mapping[tuple[str, ...], str]) -> str | None:
    """The deleted language version of a document that stands alone now."""
    if job.target is not None or not deleted:
        return None
    place = repository.path_of(job.source)
    return None if place is None else deleted.get(read_name(place).key)


def _was(job: Job, past: _Past, contents: Mapping[str, bytes | None]) -> Was:
    """The state with its bytes, or why they cannot be had."""
    sides: list[bytes] = []
    for path, before in past.versions:
        try:
            today = read_bytes(path)
        except InputError as error:
            return Was(note=in_words(error))
        data = today if before is None else contents[before]
        if data is None:
            return Was()
        if is_pointer(data) and not is_pointer(today):
            return Was(note=POINTER)
        sides.append(data)
    return Was(Earlier(job, *sides)) if sides else Was(untouched=past.untouched, note=past.note)
