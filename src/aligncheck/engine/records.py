"""Pairs, sides and evidence as reports show them: with lines and columns of the documents."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET

from aligncheck.checks import Change, Evidence
from aligncheck.formats import written
from aligncheck.model.report import EvidenceSpan, Fix, PairRecord, PairSide
from aligncheck.model.text import Document, Pair, Side, Span


def pair_record(pair: Pair) -> PairRecord:
    """A pair with the places of both sides."""
    sides = (None if side is None else PairSide.of(side, marked=True) for side in (pair.source, pair.target))
    return PairRecord(pair.id, pair.type, pair.confidence, *sides)


def evidence_span(document: Document, side: Side | None, evidence: Evidence) -> EvidenceSpan:
    """Evidence in characters of the document; without a side, it is in these already."""
    span = Span(evidence.start, evidence.end) if side is None else side.locate(evidence.start, evidence.end)
    line, column = document.place(span.start)
    text = document.text[span.start : span.end] if side is None else side.text[evidence.start : evidence.end]
    if evidence.value is None:
        return EvidenceSpan(span.start, span.end, line, column, text)
    return EvidenceSpan(span.start, span.end, line, column, text, evidence.value)


def fixes_of(document: Document, side: Side | None, changes: Sequence[Change]) -> tuple[Fix, ...]:
    """Changes in characters of the document, in order, each as it is to be written there.

    None at all where the document holds something else at the place of one. Several are of one group, number 0.
    """
    fixes = []
    group = UNSET if len(changes) < 2 else 0
    for change in sorted(changes, key=lambda c: c.start):
        span = Span(change.start, change.end) if side is None else side.locate(change.start, change.end)
        if not change.old or document.text[span.start : span.end] != change.old:
            return ()
        place = document.place(span.start)
        fixes.append(
            Fix(span.start, span.end, *place, change.old, written(change.new, document.format), change.safe, group)
        )
    return tuple(fixes)


def spans_in(side: PairSide | None, evidence: Sequence[Evidence]) -> tuple[EvidenceSpan, ...]:
    """Evidence in characters of the side's text as characters of its document, where only the record is at hand.

    Exact where the sentence stands in the document as it reads, on one line; else the whole sentence is shown, once.
    """
    if side is None or not evidence:
        return ()
    if side.line != side.end_line or len(side.text) != side.end - side.start:
        value = evidence[0].value if len(evidence) == 1 else None
        shown = UNSET if value is None else value
        return (EvidenceSpan(side.start, side.end, side.line, side.column, side.text, shown),)
    return tuple(
        EvidenceSpan(
            side.start + one.start,
            side.start + one.end,
            side.line,
            side.column + one.start,
            side.text[one.start : one.end],
            UNSET if one.value is None else one.value,
        )
        for one in evidence
    )
