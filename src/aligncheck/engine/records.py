"""Pairs, sides and evidence as reports show them: with lines and columns of the documents."""

from __future__ import annotations

from aligncheck.checks import Evidence
from aligncheck.model.report import EvidenceSpan, PairRecord, PairSide
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
