"""A run of ``aligncheck drift``: documents, what each is compared with, states, verdict. Prints and writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec
from aligncheck.gate.lock import Lock, sum_of
from aligncheck.runner.drift.past import Pasts

from aligncheck import __version__
from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError
from aligncheck.gate.drifting import Mode, Policy
from aligncheck.model.drift import (
    STATUS_VERSION,
    DocumentDrift,
    DocumentState,
    DriftStatus,
    Lone,
    Recorded,
    SentenceState,
    Summary,
)
from aligncheck.model.report import Report, ToolInfo
from aligncheck.model.run import RuleInfo, Run
from aligncheck.runner.documents.jobs import Alone, Job, Plan
from aligncheck.runner.drift.alone import lost, split_plan
from aligncheck.runner.drift.reports import drift_report, lone_report
from aligncheck.runner.files import read_bytes
from aligncheck.runner.session import prefix

STATES: tuple[DocumentState, ...] = ("current", "stale", "missing", "orphaned", "unlocked")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a comparison.

    Attributes:
        mode: what fails.
        today: the day on which days of grace are counted.
        workers: processes; None as many as the work needs.
    """

    mode: Mode
    today: date
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison came to: the status, and its findings as writers of reports see them."""

    status: DriftStatus
    whole: Run


@dataclass(slots=True)
class _Found:
    """A document's state so far, with its report where it has findings."""

    document: DocumentDrift
    report: Report | None = None


@dataclass(slots=True)
class _Gathered:
    """Results by the place of their documents: jobs come first, in order."""

    found: dict[int, _Found] = field(default_factory=dict)
    failures: list[AligncheckError] = field(default_factory=list)


def compare_all(
    plan: Plan,
    settings: Settings,
    rules: Sequence[RuleInfo],
    lock: Lock | None,
    pasts: Pasts | None,
    asked: Asked,
    history: Sequence[Recorded] = (),
) -> Compared:
    """Compare the documents of a plan with what was accepted.

    Args:
        plan: of ``runner.session.plan_of``.
        settings: of ``runner.settings.resolve``.
        rules: all rules.
        lock: what was accepted; None where only git counts (``--since``).
        pasts: what git knows of documents the lock does not know; None without git.
        asked: see there.
        history: earlier runs, for the trend.
    """
    jobs, alone = split_plan(plan, settings.config)
    gathered = _Gathered(failures=[*plan.problems, *(lock.skipped if lock else ())])
    _compare_jobs(jobs, settings, lock, pasts, asked, gathered)
    known = set(lock.known) if lock else set()
    files = [*alone, *_lost(known - {job.identity for job in jobs}, lock, settings, alone)]
    found = [gathered.found[n] for n in sorted(gathered.found)]
    found += [_lone(one, known, settings, rules) for one in sorted(files, key=lambda a: a.path)]
    documents = _dated([f.document for f in found], jobs, lock, pasts)
    policy = Policy(asked.mode, settings.config.drift, asked.today)
    documents = [msgspec.structs.replace(d, excused=policy.excuse(d)) for d in documents]
    reports = tuple(f.report for f in found if f.report is not None and f.report.findings)
    verdict = policy.judge(documents, reports, settings.config, len(gathered.failures))
    status = DriftStatus(
        STATUS_VERSION,
        ToolInfo("aligncheck", __version__),
        pasts.name if pasts is not None and lock is None else settings.config.drift.lock,
        _summary(documents),
        tuple(documents),
        tuple(map(str, gathered.failures)),
        verdict.reasons,
        tuple(history),
    )
    return Compared(status, Run(reports, tuple(gathered.failures), tuple(rules), verdict, prefix()))


def _compare_jobs(
    jobs: Sequence[Job],
    settings: Settings,
    lock: Lock | None,
    pasts: Pasts | None,
    asked: Asked,
    gathered: _Gathered,
) -> None:
    """Fill in the state of every job; only those whose bytes are not what was accepted are paired."""
    read: dict[int, tuple[bytes, bytes | None]] = {}
    for number, job in enumerate(jobs):
        try:
            read[number] = read_bytes(job.source), None if job.target is None else read_bytes(job.target)
            if lock is not None and lock.unchanged(job.identity, sum_of(*read[number])):
                counts: dict[SentenceState, int] = {"current": lock.size(job.identity)}
                gathered.found[number] = _Found(_document(job, "current", settings.config.drift.lock, counts))
        except AligncheckError as error:
            gathered.failures.append(error)
            read.pop(number, None)
    waiting = {number: jobs[number] for number in read if number not in gathered.found}
    if not waiting:
        return
    from aligncheck.runner.drift.work import Work, compared  # loads the engine

    works: dict[int, tuple[Work, str, tuple[str, ...]]] = {}
    for number, job in waiting.items():
        config = settings.config.at(*job.identities)
        try:
            accepted = None if lock is None else lock.document(job.identity)
        except AligncheckError as error:
            gathered.failures.append(error)
            continue
        if accepted is not None:
            work = Work(job, config, read[number], beads=accepted.beads)
            works[number] = work, settings.config.drift.lock, ()
            continue
        past = None if pasts is None else pasts.of(job, *read[number])
        if past is None or past.source is None:
            notes = past.notes if past is not None else ()
            gathered.found[number] = _Found(_document(job, "unlocked", None, {}, notes))
        elif past.unchanged:
            gathered.found[number] = _Found(_document(job, "current", past.reference, {}, past.notes))
        else:
            work = Work(job, config, read[number], past=(past.source, past.target))
            works[number] = work, past.reference, past.notes
    results = compared([work for work, _, _ in works.values()], asked.workers)
    for (number, (work, reference, notes)), result in zip(works.items(), results, strict=True):
        if isinstance(result, AligncheckError):
            gathered.failures.append(result)
            continue
        state: DocumentState = "stale" if any(s.material for s in result.sentences) else "current"
        document = _document(work.job, state, reference, result.counts, notes)
        document = msgspec.structs.replace(document, drifted=result.sentences)
        paths = work.job.source, work.job.path
        report = drift_report(paths, result.layout, result.pairs, result.findings, work.config)
        gathered.found[number] = _Found(document, report)


def _document(
    job: Job,
    state: DocumentState,
    reference: str | None,
    counts: Mapping[SentenceState, int],
    notes: Iterable[str] = (),
) -> DocumentDrift:
    return DocumentDrift(job.path, job.source, job.path, state, reference, dict(counts), notes=tuple(notes))


def _lone(one: Alone, known: set[str], settings: Settings, rules: Sequence[RuleInfo]) -> _Found:
    orphan = one.missing == "source"
    identity = one.identity if orphan else one.expected or one.identity
    lone = Lone(one.path, one.missing, identity in known, one.expected)
    reference = settings.config.drift.lock if lone.was_paired else None
    source, target = (None, one.path) if orphan else (one.path, None)
    document = DocumentDrift(one.path, source, target, "orphaned" if orphan else "missing", reference, {})
    return _Found(document, lone_report(lone, rules, settings.config.at(one.identity), one.identity))


def _lost(unseen: Iterable[str], lock: Lock | None, settings: Settings, alone: Sequence[Alone]) -> Iterator[Alone]:
    """Accepted documents that no job has, of which one file is still there."""
    told = {one.identity for one in alone}
    for path in sorted(unseen):
        left = lost(path, lock.source_of(path), settings.root) if lock is not None else None
        if left is not None and left.identity not in told:
            yield left


def _dated(
    documents: Sequence[DocumentDrift], jobs: Sequence[Job], lock: Lock | None, pasts: Pasts | None
) -> list[DocumentDrift]:
    """The documents, those that are behind with the day since when."""
    if pasts is None:
        return list(documents)
    by_path = {job.path: job for job in jobs}
    stale = {d.path: by_path[d.path] for d in documents if d.state == "stale"}
    days = pasts.behind_since(stale.values(), lock) if stale else {}
    return [msgspec.structs.replace(d, since=days[d.path]) if d.path in days else d for d in documents]


def _summary(documents: Sequence[DocumentDrift]) -> Summary:
    states = Counter(d.state for d in documents)
    sentences = Counter[SentenceState]()
    for document in documents:
        sentences.update(document.sentences)
    both = sum(states[state] for state in ("current", "stale", "unlocked"))
    return Summary(
        {state: states[state] for state in STATES},
        dict(sorted(sentences.items())),
        sum(d.material for d in documents),
        round(states["current"] / both, 4) if both else 1.0,
        min((d.since for d in documents if d.since is not None), default=None),
    )
