"""Compares documents with what was accepted, or accepts them, in this process or in several; results in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aligncheck.config import Config
from aligncheck.engine.drift import Drifting, are_the_same, beads_of, drift_of, pairing_of, says_the_same
from aligncheck.errors import AligncheckError, InputError
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.drift import AcceptedBead
from aligncheck.model.text import Document
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.results.collection import no_collection
from aligncheck.runner.workers import WORTH_A_WORKER, in_processes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """A document to look at.

    Attributes:
        job: its paths.
        config: the settings for it.
        now: the bytes of its files, source and target; target None where one file holds both languages.
        beads: what was accepted, from a lock.
        past: else the bytes of what was accepted, from git; a target of None there is that of now.
    """

    job: Job
    config: Config
    now: tuple[bytes, bytes | None]
    beads: tuple[AcceptedBead, ...] | None = None
    past: tuple[bytes, bytes | None] | None = None

    @property
    def size(self) -> int:
        return sum(len(data) for data in (*self.now, *(self.past or ())) if data is not None)


def compared(works: Sequence[Work], workers: int | None = None) -> Iterator[Drifting | AligncheckError]:
    """How each document has drifted, in order; what cannot be read is a result, no exception."""
    return _each(_compare, works, workers)


def accepted(works: Sequence[Work], workers: int | None = None) -> Iterator[tuple[AcceptedBead, ...] | AligncheckError]:
    """What each document's sentences are and which answer each other, in order."""
    return _each(_accept, works, workers)


def _compare(work: Work) -> Drifting | AligncheckError:
    return _safely(work, lambda: _drifting(work))


def _accept(work: Work) -> tuple[AcceptedBead, ...] | AligncheckError:
    def beads() -> tuple[AcceptedBead, ...]:
        source, target = _documents(work.job, *work.now)
        pairs = pairing_of(source, target, work.config, Lexicon.load()).pairs
        return beads_of(pairs, work.config, keep_text=work.config.drift.keep_text)

    return _safely(work, beads)


def _drifting(work: Work) -> Drifting:
    lexicon = Lexicon.load()
    source, target = _documents(work.job, *work.now)
    beads = work.beads
    if beads is not None and says_the_same(beads, source, target, work.config):
        return Drifting({"current": len(beads)}, (), "", (), ())
    if beads is None:
        assert work.past is not None
        old_source, old_target = work.past
        before = _documents(work.job, old_source, work.now[1] if old_target is None else old_target)
        if are_the_same(before, (source, target), work.config):
            return Drifting({}, (), "", (), ())
        beads = beads_of(pairing_of(*before, work.config, lexicon).pairs, work.config, keep_text=True)
    return drift_of(beads, source, target, work.config, lexicon, work.job.identity)


def _documents(job: Job, source: bytes, target: bytes | None) -> tuple[Document, Document | None]:
    right = None if job.target is None or target is None else read(target, job.target)
    return read(source, job.source), right


def _safely(work: Work, act: Callable[[], T]) -> T | AligncheckError:
    try:
        with no_collection():
            return act()
    except AligncheckError as error:
        return error
    except Exception as error:  # a fault of ours in one document must not lose the others
        what = f"could not be compared: {type(error).__name__}: {error}"
        fault = InputError(what, path=work.job.path, remedy="please report this")
        fault.__cause__ = error
        return fault


def _each(act: Callable[[Work], T], works: Sequence[Work], workers: int | None) -> Iterator[T]:
    if not works:
        return
    Lexicon.load()  # compiled here, if need be, so that workers find it
    wanted = max(1, min(len(works), os.cpu_count() or 1, sum(work.size for work in works) // WORTH_A_WORKER))
    count = wanted if workers is None else min(workers, len(works))
    if count <= 1:
        yield from map(act, works)
        return
    yield from in_processes(act, works, count)
