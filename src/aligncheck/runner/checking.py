"""Checks documents in this process or in several, and brings the results back in order. Keeps nothing."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.errors import AligncheckError, InputError
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report
from aligncheck.runner.cache import encoded, report_key
from aligncheck.runner.discovery import Job
from aligncheck.runner.files import read_bytes

WORTH_A_WORKER = 400_000
"""Bytes of input that take longer to check than a worker process takes to start."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A report or the error that prevented it; with a key, ``value`` is the report as a cache keeps it."""

    report: Report | None
    error: AligncheckError | None = None
    key: bytes | None = None
    value: bytes | None = None


def check_job(job: Job, config: Config, lexicon: Lexicon, *, keep: bool) -> Checked:
    """Read and check one document or pair of documents.

    The key is that of the bytes that were read: a file may have changed since the cache was asked for it.
    """
    try:
        source = read_bytes(job.source)
        target = None if job.target is None else read_bytes(job.target)
        left = read(source, job.source)
        if job.target is None or target is None:
            report = check_file(left, config, lexicon)
        else:
            report = check_files(left, read(target, job.target), config, lexicon)
    except AligncheckError as error:
        return Checked(None, error)
    except Exception as error:  # a fault of ours in one document must not lose the others' reports
        fault = InputError(
            f"could not be checked: {type(error).__name__}: {error}", path=job.path, remedy="please report this"
        )
        fault.__cause__ = error
        return Checked(None, fault)
    if keep and (value := encoded(report)) is not None:
        return Checked(report, None, report_key(job, config.digest, source, target), value)
    return Checked(report)


def check_jobs(jobs: Sequence[Job], config: Config, workers: int | None, *, keep: bool) -> Iterator[Checked]:
    """Results in the order of ``jobs``, whatever the number of workers (None: by the size of the work)."""
    count = _workers(jobs) if workers is None else min(workers, len(jobs))
    lexicon = Lexicon.load()  # compiled here, if need be, so that workers find it in the cache
    if count <= 1:
        for job in jobs:
            yield check_job(job, config, lexicon, keep=keep)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_start, initargs=(config, keep)) as pool:
        try:
            yield from pool.map(_check, jobs, chunksize=max(1, min(16, len(jobs) // (count * 8))))
        except BrokenProcessPool:
            raise InputError(
                "a worker process was ended from outside", remedy="run with -j 1, or free memory"
            ) from None


def _workers(jobs: Sequence[Job]) -> int:
    size = 0
    for job in jobs:
        for path in (job.source, job.target):
            if path is not None and Path(path).is_file():
                size += Path(path).stat().st_size
    return max(1, min(len(jobs), os.cpu_count() or 1, size // WORTH_A_WORKER))


_SETTINGS: list[tuple[Config, bool]] = []


def _start(config: Config, keep: bool) -> None:
    _SETTINGS[:] = [(config, keep)]


def _check(job: Job) -> Checked:
    config, keep = _SETTINGS[0]
    return check_job(job, config, Lexicon.load(), keep=keep)
