"""Records the present state of documents in the lock as right. Compares nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError, InputError
from aligncheck.gate.lock import Lock, sum_of
from aligncheck.model.drift import Accepted
from aligncheck.runner.documents.jobs import Job, Plan
from aligncheck.runner.drift.alone import split_plan
from aligncheck.runner.drift.locks import change_lock
from aligncheck.runner.files import read_bytes
from aligncheck.runner.recording import selector


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was done to the lock: documents new in it, changed, as they were, taken out; and what could not be read."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    dropped: tuple[str, ...]
    failures: tuple[AligncheckError, ...]


def accept(
    plan: Plan, paths: Sequence[str], settings: Settings, lock: Lock, file: Path, *, workers: int | None, anew: bool
) -> Recorded:
    """Write the state of a plan's documents into the lock ``file``; ``lock`` is what it held a moment ago.

    Documents whose bytes are what was accepted last keep their lines. Entries under ``paths`` (none: anywhere) whose
    document is gone are taken out; so is one of which only the source is left, and one whose original is gone stays:
    somebody has to decide about it. ``anew`` begins with an empty file where the old one is damaged.
    """
    jobs, _ = split_plan(plan, settings.config)
    failures: list[AligncheckError] = list(plan.problems)
    read: dict[Job, tuple[bytes, bytes | None]] = {}
    for job in jobs:
        try:
            read[job] = read_bytes(job.source), None if job.target is None else read_bytes(job.target)
        except InputError as error:
            failures.append(error)
    same = {job for job, data in read.items() if lock.stands(job.identity, _source(job), sum_of(*data))}
    made = list(_made({job: data for job, data in read.items() if job not in same}, settings, workers, failures))
    wanted = selector(paths, settings)
    planned = {job.identity for job in jobs}
    dropped = [p for p in lock.known if p not in planned and wanted(p) and not (settings.root / p).is_file()]
    added = tuple(sorted(one.path for one in made if one.path not in lock.known))
    changed = tuple(sorted(one.path for one in made if one.path in lock.known))
    if made or dropped or anew:
        change_lock(file, lambda old: old.replaced(made, dropped), anew=anew)
    return Recorded(added, changed, len(same), tuple(sorted(dropped)), tuple(failures))


def _made(
    read: dict[Job, tuple[bytes, bytes | None]],
    settings: Settings,
    workers: int | None,
    failures: list[AligncheckError],
) -> list[Accepted]:
    if not read:
        return []
    from aligncheck.runner.drift.work import Work, accepted  # loads the engine

    works = [Work(job, settings.config.at(*job.identities), data) for job, data in read.items()]
    made = []
    for work, beads in zip(works, accepted(works, workers), strict=True):
        if isinstance(beads, AligncheckError):
            failures.append(beads)
        else:
            sums = (sum_of(*work.now),)
            made.append(Accepted(work.job.identity, _source(work.job), sums, beads))
    return made


def _source(job: Job) -> str | None:
    return None if job.target is None else job.identities[0]
