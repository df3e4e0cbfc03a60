"""Reports on the jobs of a plan, in order: those an earlier run made, and new ones. Loads the engine only for these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.errors import AligncheckError, InputError
from aligncheck.model.extract import Extract
from aligncheck.model.report import Report
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.files import read_bytes
from aligncheck.runner.results.cache import ResultCache, content_of, report_key
from aligncheck.runner.workers import check_jobs

if TYPE_CHECKING:
    from aligncheck.runner.checking import Checked

_AT_ONCE = 64
"""Reports that are written to the cache together: so many, and no more, are lost when a run is killed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a report, or the error that prevented it.

    ``content`` is a digest of the report's content, where a cache knows the report. ``extract`` is what the whole run
    is judged by (see ``runner.across``); reports that were read from a file have none.
    """

    job: Job
    report: Report | None
    error: AligncheckError | None = None
    content: bytes | None = None
    extract: Extract | None = None


def run(
    jobs: Sequence[Job], config: Config, workers: int | None = None, *, cache: ResultCache | None = None
) -> Iterator[Outcome]:
    """Outcomes in the order of ``jobs``, whatever the number of workers (None: by the size of the work).

    Each document is checked by itself: what all of them together show is for ``runner.across``. What ``cache`` holds
    is taken from there; what it lacks is checked and kept there. Errors are not kept.
    """
    known = {} if cache is None else _known(jobs, config, cache)
    missing = [job for number, job in enumerate(jobs) if number not in known]
    fresh = _fresh(missing, config, workers, cache)
    for number in range(len(jobs)):
        outcome = known.get(number)
        yield next(fresh) if outcome is None else outcome
    next(fresh, None)  # lets it keep what it has not kept yet


def _known(jobs: Sequence[Job], config: Config, cache: ResultCache) -> dict[int, Outcome]:
    """Outcomes that the cache holds, by number of the job."""
    keys: dict[int, bytes] = {}
    for number, job in enumerate(jobs):
        try:
            target = None if job.target is None else read_bytes(job.target)
            keys[number] = report_key(job, config.at(*job.identities).digest, read_bytes(job.source), target)
        except InputError:
            continue  # to be said by whoever reads it in earnest
    kept = cache.reports(keys.values())
    found = {number: kept[key] for number, key in keys.items() if key in kept}
    return {n: Outcome(jobs[n], kept.report, None, kept.content, kept.extract) for n, kept in found.items()}


def _fresh(jobs: Sequence[Job], config: Config, workers: int | None, cache: ResultCache | None) -> Iterator[Outcome]:
    """Outcomes of jobs that have to be checked, kept in the cache as they come."""
    if not jobs:
        return
    waiting: dict[bytes, bytes] = {}
    try:
        for job, done in zip(jobs, check_jobs(jobs, config, workers, cache), strict=True):
            if cache is not None and done.key is not None and done.value is not None:
                waiting[done.key] = done.value
                if len(waiting) >= _AT_ONCE:
                    cache.keep_reports(waiting)
                    waiting = {}
            yield _outcome(job, done)
    finally:
        if cache is not None:
            cache.keep_reports(waiting)


def _outcome(job: Job, done: Checked) -> Outcome:
    content = None if done.value is None else content_of(done.value)
    return Outcome(job, done.report, done.error, content, done.extract)
