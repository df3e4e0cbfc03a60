"""Documents of a run compared with what each was: the lock first, then what git knows. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError
from aligncheck.gate.lock import Lock, blob_of, sum_of
from aligncheck.model.drift import AcceptedBead, DocumentDrift, DocumentState, SentenceState
from aligncheck.model.report import Report
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.drift.references import Files, Find, is_same
from aligncheck.runner.drift.reports import drift_report
from aligncheck.runner.files import read_bytes


@dataclass(frozen=True, slots=True)
class Reference:
    """What a changed document is compared with: ``beads`` from a lock, or the ``past`` bytes of its files.

    ``name`` is the lock or the commit; ``blobs`` are those of its source in each state that counts as accepted.
    """

    name: str
    blobs: frozenset[str]
    beads: tuple[AcceptedBead, ...] | None = None
    past: Files | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A document's state; where somebody looked into it, its report and what it was compared with."""

    job: Job
    document: DocumentDrift
    report: Report | None = None
    reference: Reference | None = None


@dataclass(slots=True)
class Comparing:
    """Compares documents; what went wrong is in ``failures`` afterwards.

    Attributes:
        settings: of the run.
        lock: what was accepted; None where it does not count.
        find: finds what documents were that the lock does not know.
        workers: processes; None as many as the work needs.
    """

    settings: Settings
    lock: Lock | None
    find: Find
    workers: int | None
    failures: list[AligncheckError] = field(default_factory=list)

    def documents(self, jobs: Sequence[Job]) -> list[Found]:
        """The state of every job that can be read, in order; only what changed is paired."""
        now = read_all(jobs, self.failures)
        found: dict[Job, Found] = {}
        waiting: dict[Job, Reference] = {}
        unknown: dict[Job, Files] = {}
        for job, files in now.items():
            if self.lock is None or job.identity not in self.lock.blocks:
                unknown[job] = files
            elif self.lock.unchanged(job.identity, sum_of(*files)):
                found[job] = _settled(job, "current", self._name, {"current": self.lock.size(job.identity)})
            elif (reference := self._accepted(job, self.lock)) is not None:
                waiting[job] = reference
        references = self.find(unknown) if unknown else {}
        for job, files in unknown.items():
            given = references.get(job)
            if given is None or given.files is None:
                found[job] = _settled(job, "unlocked", None, {}, () if given is None else given.notes)
            elif is_same(files, given.files):
                found[job] = _settled(job, "current", given.name, {})
            else:
                blobs = frozenset({blob_of(given.files[0])})
                waiting[job] = Reference(given.name, blobs, past=given.files, notes=given.notes)
        self._compare(waiting, now, found)
        return [found[job] for job in jobs if job in found]

    @property
    def _name(self) -> str:
        return self.settings.config.drift.lock

    def _accepted(self, job: Job, lock: Lock) -> Reference | None:
        """What the lock says of a document; None for damaged lines, which are a failure."""
        try:
            accepted = lock.document(job.identity)
        except AligncheckError as error:
            self.failures.append(error)
            return None
        assert accepted is not None
        return Reference(self._name, lock.source_blobs(job.identity), beads=accepted.beads)

    def _compare(self, waiting: Mapping[Job, Reference], now: Mapping[Job, Files], found: dict[Job, Found]) -> None:
        if not waiting:
            return
        from aligncheck.runner.drift.work import Work, compared  # loads the engine

        config = {job: self.settings.config.at(*job.identities) for job in waiting}
        works = [Work(job, config[job], now[job], r.beads, r.past) for job, r in waiting.items()]
        for (job, reference), result in zip(waiting.items(), compared(works, self.workers), strict=True):
            if isinstance(result, AligncheckError):
                self.failures.append(result)
                continue
            document = DocumentDrift(
                job.path,
                job.source,
                job.path,
                "stale" if any(s.material for s in result.sentences) else "current",
                reference.name,
                result.counts,
                result.sentences,
                notes=reference.notes,
            )
            report = drift_report((job.source, job.path), result.layout, result.pairs, result.findings, config[job])
            found[job] = Found(job, document, report, reference)


def read_all(jobs: Sequence[Job], failures: list[AligncheckError]) -> dict[Job, Files]:
    """What the files of documents hold; those that cannot be read are left out, with the reason among ``failures``."""
    now = {}
    for job in jobs:
        try:
            now[job] = read_bytes(job.source), None if job.target is None else read_bytes(job.target)
        except AligncheckError as error:
            failures.append(error)
    return now


def _settled(
    job: Job,
    state: DocumentState,
    reference: str | None,
    counts: Mapping[SentenceState, int],
    notes: tuple[str, ...] = (),
) -> Found:
    return Found(job, DocumentDrift(job.path, job.source, job.path, state, reference, dict(counts), notes=notes))
