"""A run of ``aligncheck drift``: documents, states, findings, verdict. Prints and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from aligncheck import __version__
from aligncheck.config.load import Settings
from aligncheck.errors import ConfigError
from aligncheck.gate.drifting import Mode, Policy
from aligncheck.gate.lock import Lock
from aligncheck.model.drift import STATUS_VERSION, DocumentDrift, DriftStatus, Lone, Recorded
from aligncheck.model.report import ToolInfo
from aligncheck.model.run import RuleInfo, Run
from aligncheck.runner.documents.jobs import Alone
from aligncheck.runner.drift.alone import lost, split_plan
from aligncheck.runner.drift.comparing import Comparing, Found
from aligncheck.runner.drift.counting import summary
from aligncheck.runner.drift.locks import lock_file, read_lock
from aligncheck.runner.drift.references import by_pins, by_revision
from aligncheck.runner.drift.reports import lone_report
from aligncheck.runner.history.repositories import Repositories
from aligncheck.runner.history.since import Since, since
from aligncheck.runner.recording import selector
from aligncheck.runner.session import plan_of, prefix


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
        jobs = past.planned(msgspec_free(plan, jobs)).jobs
    repositories = Repositories()
    find = by_revision(past) if past is not None and asked.since is not None else by_pins(settings.config, repositories)
    comparing = Comparing(settings, lock, find, repositories, asked.workers)
    found = comparing.documents(jobs)
    known = set(lock.known) if lock else set()
    if not asked.changed:
        wanted = selector(paths, settings)
        unseen = (path for path in known - {job.identity for job in jobs} if wanted(path))
        files = [*alone, *_lost(unseen, lock, settings, alone)]
        found += [_lone(one, known, settings, rules) for one in sorted(files, key=lambda a: a.path)]
    policy = Policy(asked.mode, settings.config.drift, asked.today)
    documents = [msgspec.structs.replace(f.document, excused=policy.excuse(f.document)) for f in found]
    reports = tuple(f.report for f in found if f.report is not None and f.report.findings)
    failures = (*plan.problems, *(lock.skipped if lock else ()), *comparing.failures)
    verdict = policy.judge(documents, reports, settings.config, len(failures))
    status = DriftStatus(
        STATUS_VERSION,
        ToolInfo("aligncheck", __version__),
        asked.since or settings.config.drift.lock,
        summary(documents),
        tuple(documents),
        tuple(map(str, failures)),
        verdict.reasons,
        tuple(history),
    )
    return Compared(status, Run(reports, failures, tuple(rules), verdict, prefix()))
