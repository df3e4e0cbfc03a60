"""Records the present state of documents in the lock as right. Compares nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError, InputError
from aligncheck.gate.lock import Lock, NewerLockError, replace, sum_of
from aligncheck.model.drift import Accepted
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.drift.alone import split_plan
from aligncheck.runner.drift.comparing import read_all
from aligncheck.runner.drift.locks import change_lock, lock_file, read_lock
from aligncheck.runner.drift.references import Files
from aligncheck.runner.recording import selector
from aligncheck.runner.session import plan_of


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was done to the lock: documents new in it, changed, as they were, taken out; and what could not be read."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    dropped: tuple[str, ...]
    failures: tuple[AligncheckError, ...]


def accept(paths: Sequence[str], settings: Settings, *, workers: int | None = None) -> Acceptance:
    """Record the documents under ``paths``; without paths those of the project, and a damaged lock is made anew.

    Documents whose files are what was accepted last keep their lines. Entries whose translation is gone are taken out.
    Raises InputError for a damaged lock.
    """
    plan = plan_of(paths, settings)
    file = lock_file(settings)
    lock = _present(file, anew=not paths)
    jobs, _ = split_plan(plan, settings.config)
    failures: list[AligncheckError] = list(plan.problems)
    read = read_all(jobs, failures)
    same = {job for job, data in read.items() if lock.stands(job.identity, _source(job), sum_of(*data))}
    made = list(_made({job: data for job, data in read.items() if job not in same}, settings, workers, failures))
    wanted = selector(paths, settings)
    planned = {job.identity for job in jobs}
    dropped = [p for p in lock.known if p not in planned and wanted(p) and not (settings.root / p).is_file()]
    added = tuple(sorted(one.path for one in made if one.path not in lock.blocks))
    changed = tuple(sorted(one.path for one in made if one.path in lock.blocks))
    if made or dropped or not file.exists():
        change_lock(file, lambda old: replace(old, made, dropped), anew=not paths)
    return Acceptance(added, changed, len(same), tuple(sorted(dropped)), tuple(failures))


def _present(file: Path, *, anew: bool) -> Lock:
    try:
        return read_lock(file)
    except NewerLockError:
        raise
    except InputError:
        if not anew:
            raise
        return Lock(str(file))


def _made(
    read: Mapping[Job, Files],
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
