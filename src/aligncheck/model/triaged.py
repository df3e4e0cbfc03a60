"""Where decisions stand: what was said in which file, and which of it holds of the documents as they are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.model.report import Finding, Report, Status
from aligncheck.model.triage import Choice, Decision


class Said(NamedTuple):
    """A decision, and the file and line it stands in."""

    decision: Decision
    path: str
    line: int


class Overruled(NamedTuple):
    """Two decisions on one finding that differ: the later one counts."""

    earlier: Said
    later: Said


@dataclass(frozen=True, slots=True)
class TriagedDocument:
    """What was decided on one document.

    Attributes:
        report: as it is now, with known findings marked.
        decided: by fingerprint, what was decided on findings that it has.
        gone: what was decided on findings that it has no longer.
        stale: whether any of this was decided on another report than this one.
    """

    report: Report
    decided: Mapping[str, Said]
    gone: tuple[Said, ...] = ()
    stale: bool = False

    @property
    def findings(self) -> list[Finding]:
        """Those that somebody may decide on: what is said of suppressions and of the baseline is none."""
        return [f for f in self.report.findings if f.decidable]

    @property
    def undecided(self) -> list[Finding]:
        return [f for f in self.findings if f.fingerprint not in self.decided]

    def judged(self) -> Iterator[tuple[Finding, Said]]:
        """Findings that were decided on, in the order of the report."""
        for finding in self.findings:
            said = self.decided.get(finding.fingerprint)
            if said is not None:
                yield finding, said


@dataclass(frozen=True, slots=True)
class Triage:
    """What was decided, held against the documents of a run.

    Attributes:
        documents: one for each report, in order.
        absent: decisions on documents that are not among them.
        overruled: decisions that a later one took back.
    """

    documents: tuple[TriagedDocument, ...]
    absent: tuple[Said, ...] = ()
    overruled: tuple[Overruled, ...] = ()

    @property
    def stale(self) -> list[TriagedDocument]:
        return [document for document in self.documents if document.stale]

    @property
    def findings(self) -> int:
        """How many findings somebody may decide on."""
        return sum(len(document.findings) for document in self.documents)

    @property
    def known(self) -> int:
        """How many of them are undecided, but known to the baseline or suppressed."""
        return sum(f.status is not Status.NEW for document in self.documents for f in document.undecided)

    @property
    def choices(self) -> Counter[Choice]:
        """How many findings were decided, by what."""
        return Counter(said.decision.decision for document in self.documents for said in document.decided.values())
