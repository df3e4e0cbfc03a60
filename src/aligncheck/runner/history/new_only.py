"""Tells new findings from those that an earlier revision had too; knows no rule, and sees git through Repository.

Changed lines don't tell: an edit of the English breaks a Chinese line that nobody touched. So documents are checked at
both revisions and the fingerprints of their findings compared. Settings, rules and dictionary are today's for both: a
rule that is switched on brings no old fault back as a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from aligncheck.config import Config
from aligncheck.errors import AligncheckError, InputError
from aligncheck.model.report import Report, Status
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.documents.naming import read_name
from aligncheck.runner.files import read_bytes
from aligncheck.runner.history.old_findings import old_findings
from aligncheck.runner.history.repository import Changes, Repository
from aligncheck.runner.run import Outcome

if TYPE_CHECKING:
    from aligncheck.lexicon import Lexicon

_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A document as it was: the bytes of the earlier revision under today's paths, so that fingerprints compare.

    ``target`` is None for a document in one file.
    """

    job: Job
    source: bytes
    target: bytes | None = None


CheckAll = Callable[[Sequence[Earlier]], Iterable[Report | AligncheckError]]
"""Checks earlier documents and gives one result for each, in order; worker processes may do it."""


def check_earlier(document: Earlier, config: Config, lexicon: Lexicon) -> Report | AligncheckError:
    """Check a document as it was; that it could not be read or checked then is a result, no exception."""
    from aligncheck.runner.checking import check_bytes  # takes long to import, and often nothing is to be checked

    job = document.job
    try:
        return check_bytes(job, document.source, document.target, config, lexicon)
    except AligncheckError as error:
        return error
    except Exception as error:  # a fault of ours in an old text must not lose the report on the new one
        return InputError(f"could not be checked: {type(error).__name__}: {error}", path=job.path)


def changed_jobs(jobs: Iterable[Job], repository: Repository, changes: Changes) -> tuple[Job, ...]:
    """The jobs that changes touch: either file, or the counterpart that a lone file had.

    Nothing can be said of a file outside the repository: it counts as changed.
    """
    deleted = _by_key(changes)
    return tuple(job for job in jobs if _touched(job, repository, changes, deleted))


def new_only(
    outcomes: Sequence[Outcome], repository: Repository, changes: Changes, check_all: CheckAll
) -> tuple[Outcome, ...]:
    """The outcomes, with status ``BASELINED`` for the new findings that the commit of ``changes`` had too.

    - In a document that the changes don't touch, all is old; it is not checked again.
    - A renamed file is compared with what it was under its old name.
    - Where a file of the document did not exist, or a lone file had a counterpart, all is new: a translation that stood
      alone before its original was added could not be compared with anything.
    - A file outside the repository is taken to have been what it is, if the other file of the pair is inside.
    - A fault that was there n times is old n times (see ``old_findings``).

    Suppressed findings stay suppressed. Where an earlier version cannot be had, all is new, and a note in the report
    says why. Raises ConfigError where git fails.
    """
    deleted = _by_key(changes)
    pasts = [
        _past(outcome.job, repository, changes, deleted) if _may_change(outcome.report) else _Past()
        for outcome in outcomes
    ]
    wanted = {version.before for past in pasts for version in past.versions if version.before is not None}
    contents = repository.read(changes.commit, wanted)
    found = [_earlier(outcome.job, past, contents) for outcome, past in zip(outcomes, pasts, strict=True)]
    documents = [one for one in found if isinstance(one, Earlier)]
    reports = iter(check_all(documents) if documents else ())
    results = [next(reports) if isinstance(one, Earlier) else one for one in found]
    return tuple(
        Outcome(outcome.job, _compared(outcome.report, past, result, changes.commit))
        if outcome.report is not None and _may_change(outcome.report)
        else outcome
        for outcome, past, result in zip(outcomes, pasts, results, strict=True)
    )


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


def _may_change(report: Report | None) -> bool:
    return report is not None and any(f.status is Status.NEW for f in report.findings)


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
    places = [repository.path_of(path) for path in (job.source, job.target) if path is not None]
    return any(p is None or changes.touched(p) for p in places) or bool(_counterpart(job, repository, deleted))


def _by_key(changes: Changes) -> dict[tuple[str, ...], str]:
    """Deleted files by what the language versions of a document have in common in their names."""
    return {read_name(path).key: path for path in sorted(changes.deleted)}


def _counterpart(job: Job, repository: Repository, deleted: Mapping[tuple[str, ...], str]) -> str | None:
    """The deleted language version of a document that stands alone now."""
    if job.target is not None or not deleted:
        return None
    place = repository.path_of(job.source)
    return None if place is None else deleted.get(read_name(place).key)


def _earlier(job: Job, past: _Past, contents: Mapping[str, bytes | None]) -> Earlier | AligncheckError | None:
    """The document to check; None where there is none, an error where its content cannot be had."""
    sides: list[bytes] = []
    for path, before in past.versions:
        try:
            today = read_bytes(path)
        except InputError as error:
            return error
        data = today if before is None else contents[before]
        if data is None:
            return None
        if data.startswith(_POINTER) and not today.startswith(_POINTER):
            remedy = "install git-lfs and run `git lfs pull`"
            return InputError("the commit holds a Git LFS pointer in place of the text", path=path, remedy=remedy)
        sides.append(data)
    return Earlier(job, *sides) if sides else None


def _compared(report: Report, past: _Past, result: Report | AligncheckError | None, commit: str) -> Report:
    """The report with its old findings marked, or with a note why none are."""
    if past.untouched:
        return _with_old(report, range(len(report.findings)))
    if isinstance(result, Report):
        return _with_old(report, old_findings(report, result))
    why = past.note
    if isinstance(result, AligncheckError):
        why = result.message + (f" ({result.remedy})" if result.remedy else "")
    if not why:
        return report
    note = f"{report.document.path}:1: not compared with {commit[:12]}, all findings are new: {why}"
    return msgspec.structs.replace(
        report, stats=msgspec.structs.replace(report.stats, notes=(*report.stats.notes, note))
    )


def _with_old(report: Report, numbers: Iterable[int]) -> Report:
    old = frozenset(numbers)
    findings = (
        msgspec.structs.replace(f, status=Status.BASELINED) if n in old and f.status is Status.NEW else f
        for n, f in enumerate(report.findings)
    )
    return msgspec.structs.replace(report, findings=tuple(findings))
