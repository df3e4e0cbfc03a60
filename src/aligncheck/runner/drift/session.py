"""A run of ``aligncheck drift``: documents, states, findings, verdict. Prints and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from aligncheck import __version__
from aligncheck.config.load import Settings
from aligncheck.errors import ConfigError
from aligncheck.gate.drifting import Mode, Policy
from aligncheck.gate.lock import Lock
from aligncheck.model.drift import STATUS_VERSION, DocumentDrift, DriftStatus, Lone, Recorded
from aligncheck.model.report import ToolInfo
from aligncheck.model.run import RuleInfo, Run
from aligncheck.runner.documents.jobs import Alone, Job
from aligncheck.runner.drift.alone import lost, split_plan
from aligncheck.runner.drift.comparing import Comparing
from aligncheck.runner.drift.counting import summary
from aligncheck.runner.drift.locks import lock_file, read_lock
from aligncheck.runner.drift.references import by_pins, by_revision
from aligncheck.runner.drift.reports import lone_report
from aligncheck.runner.recording import selector
from aligncheck.runner.session import plan_of, prefix

if TYPE_CHECKING:
    from aligncheck.runner.history.since import Since


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for.

    Attributes:
        mode: what fails.
        today: the day on which days of grace are counted.
        since: the revision to compare with; None for the lock, and pins where it knows nothing.
        changed: whether documents that did not change are left out: since ``since``, since the work left the branch
            ``merge_base``, or since the last commit.
        merge_base: see there.
        force: whether what can be read of a damaged lock is used.
        workers: processes; None as many as the work needs.
    """

    mode: Mode
    today: date
    since: str | None = None
    changed: bool = False
    merge_base: str | None = None
    force: bool = False
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What a run came to: the status, and its findings as writers of reports see them."""

    status: DriftStatus
    whole: Run


def compare(
    paths: Sequence[str],
    settings: Settings,
    rules: Sequence[RuleInfo],
    asked: Asked,
    history: Sequence[Recorded] = (),
) -> Compared:
    """Compare the documents under ``paths`` (none: of the project) with what was accepted.

    ``history`` are earlier runs, for the trend. Raises ConfigError and InputError for what prevents the whole run: no
    such revision, a damaged lock.
    """
    if asked.merge_base is not None and not asked.changed:
        raise ConfigError("--merge-base without --changed", remedy="add --changed")
    past = _since(settings.root, asked)
    lock = None if asked.since is not None else read_lock(lock_file(settings), force=asked.force)
    plan = plan_of(paths, settings)
    jobs, alone = split_plan(plan, settings.config)
    if past is not None and asked.changed:
        jobs = past.planned(replace(plan, jobs=jobs)).jobs
    find = by_revision(past) if past is not None and asked.since is not None else by_pins(settings.config)
    comparing = Comparing(settings, lock, find, asked.workers)
    compared = comparing.documents(jobs)
    if any(one.document.state == "stale" for one in compared):
        from aligncheck.runner.drift.aging import dated

        compared = dated(compared, settings)
    documents = [one.document for one in compared]
    reports = [one.report for one in compared if one.report is not None]
    if not asked.changed:
        for lone, identity in _lone(jobs, alone, lock, paths, settings):
            documents.append(_alone(lone, settings))
            reports.append(lone_report(lone, rules, settings.config.at(identity), identity))
    policy = Policy(asked.mode, settings.config.drift, asked.today)
    documents = [msgspec.structs.replace(d, excused=policy.excuse(d)) for d in documents]
    failures = (*plan.problems, *(lock.skipped if lock else ()), *comparing.failures)
    verdict = policy.judge(documents, reports, settings.config, len(failures))
    status = DriftStatus(
        STATUS_VERSION,
        ToolInfo("aligncheck", __version__),
        asked.since or _compared_with(documents, lock, settings),
        summary(documents),
        tuple(documents),
        tuple(map(str, failures)),
        verdict.reasons,
        tuple(history),
    )
    return Compared(status, Run(tuple(r for r in reports if r.findings), failures, tuple(rules), verdict, prefix()))


def _compared_with(documents: Sequence[DocumentDrift], lock: Lock | None, settings: Settings) -> str:
    """What most documents are compared with, in a word or two."""
    pinned = any(document.reference for document in documents) and lock is not None and not lock.blocks
    return "commits that translations name" if pinned else settings.config.drift.lock


def _since(root: Path, asked: Asked) -> Since | None:
    """The commit that documents are compared with, or that says which of them changed."""
    if asked.since is None and not asked.changed:
        return None
    from aligncheck.runner.history.since import since

    return since(root, new_from=asked.since, merge_base=asked.merge_base, changed=asked.changed)


def _lone(
    jobs: Sequence[Job], alone: Sequence[Alone], lock: Lock | None, paths: Sequence[str], settings: Settings
) -> Iterator[tuple[Lone, str]]:
    """Files without counterpart, each with its identity: those of the plan, and what is left of accepted pairs."""
    wanted = selector(paths, settings)
    planned = {job.identity for job in jobs}
    blocks = lock.blocks if lock else {}
    left = [lost(p, blocks[p].source, settings.root) for p in sorted(blocks) if p not in planned and wanted(p)]
    sources = {block.source for block in blocks.values()}
    told = {one.identity: one for one in (*alone, *(one for one in left if one is not None))}
    for one in sorted(told.values(), key=lambda a: a.path):
        was_paired = one.identity in (blocks if one.missing == "source" else sources)
        yield Lone(one.path, one.missing, was_paired, one.expected), one.identity


def _alone(lone: Lone, settings: Settings) -> DocumentDrift:
    reference = settings.config.drift.lock if lone.was_paired else None
    if lone.missing == "source":
        return DocumentDrift(lone.path, None, lone.path, "orphaned", reference, {})
    return DocumentDrift(lone.path, lone.path, None, "missing", reference, {})
