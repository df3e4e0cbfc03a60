"""Tells new findings from those that an earlier revision had too; knows no rule, and sees git through Repository.

Changed lines don't tell: an edit of the English breaks a Chinese line that nobody touched. So documents are checked at
both revisions and the fingerprints of their findings compared. Settings, rules and dictionary are today's for both: a
rule that is switched on brings no old fault back as a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from aligncheck.config import Config
from aligncheck.errors import AligncheckError, InputError
from aligncheck.model.report import Report, Status
from aligncheck.runner.across import renewed
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.history.earlier import Earlier, Was, in_words, were
from aligncheck.runner.history.old_findings import old_findings
from aligncheck.runner.history.repository import Changes, Repository
from aligncheck.runner.run import Outcome

if TYPE_CHECKING:
    from aligncheck.engine import Examined
    from aligncheck.lexicon import Lexicon

CheckAll = Callable[[Sequence[Earlier]], Iterable[Report | AligncheckError]]
"""Checks earlier documents and gives one result for each, in order; worker processes may do it."""


def examine_earlier(document: Earlier, config: Config, lexicon: Lexicon) -> Examined | AligncheckError:
    """Check a document as it was; that it could not be read or checked then is a result, no exception."""
    from aligncheck.runner.checking import check_bytes  # takes long to import, and often nothing is to be checked

    job = document.job
    try:
        return check_bytes(job, document.source, document.target, config, lexicon)
    except AligncheckError as error:
        return error
    except Exception as error:  # a fault of ours in an old text must not lose the report on the new one
        return InputError(f"could not be checked: {type(error).__name__}: {error}", path=job.path)


def as_of_then(
    examined: Sequence[Examined | AligncheckError],
    jobs: Sequence[Job],
    outcomes: Sequence[Outcome],
    config: Config,
    *,
    whole: bool,
) -> list[Report | AligncheckError]:
    """Earlier documents with what they show together with the others of the run, which are taken to be as they were."""
    numbers = {outcome.job: number for number, outcome in enumerate(outcomes)}
    fresh = {
        numbers[job]: Outcome(job, one.report, extract=one.extract)
        for job, one in zip(jobs, examined, strict=True)
        if not isinstance(one, AligncheckError)
    }
    reports = renewed(outcomes, fresh, config, whole=whole)
    return [
        one if isinstance(one, AligncheckError) else reports[numbers[job]]
        for job, one in zip(jobs, examined, strict=True)
    ]


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
    asked = [outcome for outcome in outcomes if _may_change(outcome.report)]
    states = were([outcome.job for outcome in asked], repository, changes)
    documents = [state.document for state in states if state.document is not None]
    reports = iter(check_all(documents) if documents else ())
    results = iter([(state, None if state.document is None else next(reports)) for state in states])
    return tuple(
        Outcome(outcome.job, _compared(outcome.report, *next(results), changes.commit))
        if outcome.report is not None and _may_change(outcome.report)
        else outcome
        for outcome in outcomes
    )


def _may_change(report: Report | None) -> bool:
    return report is not None and any(f.status is Status.NEW for f in report.findings)


def _compared(report: Report, state: Was, result: Report | AligncheckError | None, commit: str) -> Report:
    """The report with its old findings marked, or with a note why none are."""
    if state.untouched:
        return _with_old(report, range(len(report.findings)))
    if isinstance(result, Report):
        return _with_old(report, old_findings(report, result))
    why = in_words(result) if isinstance(result, AligncheckError) else state.note
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
