"""What every writer does alike: which findings it tells, where they stand, what is worse, what a run came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.errors import AligncheckError
from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, PairSide, Report, Severity, Status
from aligncheck.model.run import Verdict

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


class Entry(NamedTuple):
    """A finding with what stands around it."""

    report: Report
    finding: Finding
    pair: PairRecord | None

    @property
    def place(self) -> Place:
        return place_of(*self)


def entries(reports: Sequence[Report]) -> Iterator[Entry]:
    """Every finding, in the order of the reports."""
    for report in reports:
        pairs = {pair.id: pair for pair in report.pairs}
        for finding in report.findings:
            yield Entry(report, finding, None if finding.pair is None else pairs.get(finding.pair))


def new_entries(reports: Sequence[Report]) -> Iterator[Entry]:
    """The findings that neither a baseline nor a suppression covers."""
    return (entry for entry in entries(reports) if entry.finding.status is Status.NEW)


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


def certainty(finding: Finding) -> str:
    """A finding's confidence as whole per cent; never 100 %, since no check is that sure."""
    return f"{min(round(finding.confidence * 100), 99)}%"


def count(number: int, noun: str, *, plural: bool = True) -> str:
    """``1 pair``, ``2 pairs``; a noun that has no plural stays as it is."""
    return f"{number} {noun}{'s' if plural and number != 1 else ''}"


def totals(reports: Sequence[Report], failures: Sequence[AligncheckError]) -> list[tuple[str, Severity | None]]:
    """What there was, part by part, each with the severity it is coloured by: ``2 pairs``, ``1 error`` …"""
    found = Counter((f.status, f.severity) for r in reports for f in r.findings)
    parts: list[tuple[str, Severity | None]] = [
        (count(len(reports), "document"), None),
        (count(sum(r.stats.pairs for r in reports), "pair"), None),
    ]
    fresh: list[tuple[str, Severity | None]] = [
        (count(found[Status.NEW, s], s.value, plural=s is not Severity.INFO), s)
        for s in SEVERITIES
        if found[Status.NEW, s]
    ]
    parts += fresh or [("no new findings" if found else "no findings", None)]
    for status in (Status.BASELINED, Status.SUPPRESSED):
        if known := sum(found[status, s] for s in SEVERITIES):
            parts.append((f"{known} {status.value}", None))
    if failures:
        parts.append((f"{len(failures)} not read", Severity.ERROR))
    return parts


def complaint(failure: AligncheckError) -> str:
    """What is wrong and what to do about it, without the place."""
    return failure.message + (f" ({failure.remedy})" if failure.remedy else "")


def outcome(verdict: Verdict) -> str:
    """The verdict in a sentence, or two."""
    said = []
    if verdict.reasons:
        said.append(f"The gate fails: {'; '.join(verdict.reasons)}.")
    if verdict.unread:
        said.append(f"The check is incomplete: {count(verdict.unread, 'document')} could not be read.")
    return " ".join(said) or ("The gate passes." if verdict.judged else "The gate was not asked.")


def _first(spans: tuple[EvidenceSpan, ...], side: PairSide | None) -> EvidenceSpan | PairSide | None:
    return spans[0] if spans else side
