"""What every writer does alike: where a finding stands, what is worse, how a share is rounded."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, PairSide, Report, Severity

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
"""Worst first."""

LOW_CONFIDENCE = 0.6
"""Below this a pair is shown as uncertain."""


class Place(NamedTuple):
    """A place an editor can open; line and column from 1, or None for the document as a whole."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self if part is not None)


def place_of(report: Report, finding: Finding, pair: PairRecord | None) -> Place:
    """The target's evidence, else the target sentence, else the same of the source, else the document."""
    document = report.document
    target = _first(finding.target_spans, pair.target if pair else None)
    if target:
        return Place(document.target.path, target.line, target.column)
    source = _first(finding.source_spans, pair.source if pair else None)
    if source:
        return Place(document.source.path, source.line, source.column)
    return Place(document.path)


def severity_order(finding: Finding) -> tuple[int, float]:
    """Sort key: worst first, then the surest."""
    return -finding.severity.rank, -finding.confidence


def percent(share: float) -> str:
    """A share as whole per cent; 100 % only where nothing is missing."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


def _first(spans: tuple[EvidenceSpan, ...], side: PairSide | None) -> EvidenceSpan | PairSide | None:
    return spans[0] if spans else side
