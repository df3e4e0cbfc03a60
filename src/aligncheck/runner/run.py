"""Checks the jobs of a plan, in order, on one core or several. One bad document never stops the others."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.errors import AligncheckError, InputError
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report
from aligncheck.model.text import Document
from aligncheck.runner.files import read_document
from aligncheck.runner.jobs import Job

WORTH_A_WORKER = 400_000
"""Bytes of input that take longer to check than a worker process takes to start."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a report, or the error that prevented it."""

    job: Job
    report: Report | None
    error: AligncheckError | None = None


def check_job(job: Job, config: Config, lexicon: Lexicon) -> Outcome:
    """Read and check one document or pair of documents."""
    try:
        source = read_document(job.source)
        target = None if job.target is None else read_document(job.target)
        return Outcome(job, check_documents(source, target, config, lexicon))
    except AligncheckError as error:
        return Outcome(job, None, error)
    except Exception as error:  # a fault of ours in one document must not lose the others' reports
        fault = InputError(
            f"could not be checked: {type(error).__name__}: {error}", path=job.path, remedy="please report this"
        )
        fault.__cause__ = error
        return Outcome(job, None, fault)


def check_documents(source: Document, target: Document | None, config: Config, lexicon: Lexicon) -> Report:
    """Check documents as read; ``target`` is None where one file holds both languages."""
    if target is None:
        return check_file(source, config, lexicon)
    return check_files(source, target, config, lexicon)


def run(jobs: Sequence[Job], config: Config, workers: int | None = None) -> Iterator[Outcome]:
    """Outcomes in the order of ``jobs``, whatever the number of workers (None: by the size of the work)."""
    count = _workers(jobs) if workers is None else min(workers, len(jobs))
    if count <= 1:
        lexicon = Lexicon.load()
        for job in jobs:
            yield check_job(job, config, lexicon)
        return
    Lexicon.load()  # compiled once here, so that the workers find it in the cache
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_start, initargs=(config,)) as pool:
        yield from pool.map(_check, jobs, chunksize=max(1, len(jobs) // (count * 8)))


def _workers(jobs: Sequence[Job]) -> int:
    size = 0
    for job in jobs:
        for path in (job.source, job.target):
            if path is not None and Path(path).is_file():
                size += Path(path).stat().st_size
    return max(1, min(len(jobs), os.cpu_count() or 1, size // WORTH_A_WORKER))


_CONFIG: list[Config] = []


def _start(config: Config) -> None:
    _CONFIG[:] = [config]


def _check(job: Job) -> Outcome:
    return check_job(job, _CONFIG[0], Lexicon.load())
