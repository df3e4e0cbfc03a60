"""Checks documents in this process or in several, and brings results back in order. Loads the engine when it must."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from aligncheck.config import Config
from aligncheck.errors import InputError
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.results.compiled_patterns import Patterns
from aligncheck.runner.results.store import Store

if TYPE_CHECKING:
    from aligncheck.runner.checking import Checked

T = TypeVar("T")
U = TypeVar("U")

WORTH_A_WORKER = 400_000
"""Bytes of input that take longer to check than a worker process takes to start."""


def check_jobs(
    jobs: Sequence[Job], config: Config, workers: int | None, cache: ResultCache | None
) -> Iterator[Checked]:
    """Results in the order of ``jobs``, whatever the number of workers (None: by the size of the work).

    They are ready to be kept in ``cache``, and are not kept yet.
    """
    patterns = Patterns(cache)
    with patterns.used():
        from aligncheck.lang.patterns import DEFERRED
        from aligncheck.lexicon import Lexicon
        from aligncheck.runner import checking
    patterns.keep()

    count = _workers(jobs) if workers is None else min(workers, len(jobs))
    lexicon = Lexicon.load()  # compiled here, if need be, so that workers find it in the cache
    if count <= 1:
        try:
            for job in jobs:
                with patterns.used(only=DEFERRED):
                    checked = checking.check_job(job, config, lexicon, keep=cache is not None)
                yield checked
        finally:
            patterns.keep()
        return
    settings = config, None if cache is None else cache.path
    yield from in_processes(_check, jobs, count, _start, settings)


def in_processes(
    act: Callable[[T], U],
    works: Sequence[T],
    count: int,
    start: Callable[..., object] | None = None,
    settings: tuple[Any, ...] = (),
) -> Iterator[U]:
    """What ``act`` makes of each work, in order, in ``count`` processes that begin with ``start(*settings)``.

    Raises InputError where one of them is ended from outside.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=start, initargs=settings) as pool:
        try:
            yield from pool.map(act, works, chunksize=max(1, min(16, len(works) // (count * 8))))
        except BrokenProcessPool:
            what = "a worker process was ended from outside"
            raise InputError(what, remedy="run with -j 1, or free memory") from None


def _workers(jobs: Sequence[Job]) -> int:
    size = 0
    for job in jobs:
        for path in (job.source, job.target):
            if path is not None and Path(path).is_file():
                size += Path(path).stat().st_size
    return max(1, min(len(jobs), os.cpu_count() or 1, size // WORTH_A_WORKER))


_SETTINGS: list[tuple[Config, bool, Patterns]] = []


def _start(config: Config, cache: Path | None) -> None:
    """In a worker: load the engine. Only patterns are read from the cache here; the main process alone writes it."""
    known = None if cache is None else ResultCache(Store(cache))
    patterns = Patterns(known)
    with patterns.used():
        import aligncheck.runner.checking  # noqa: F401
    if known is not None:
        known.close()
    _SETTINGS[:] = [(config, cache is not None, patterns)]


def _check(job: Job) -> Checked:
    from aligncheck.lexicon import Lexicon
    from aligncheck.runner.checking import check_job

    config, keep, patterns = _SETTINGS[0]
    with patterns.used():
        return check_job(job, config, Lexicon.load(), keep=keep)
