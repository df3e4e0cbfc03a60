"""A drift status as JSON; the shape is that of docs/drift.schema.json."""

from __future__ import annotations

from msgspec.structs import replace

from aligncheck.model.drift import DriftStatus
from aligncheck.report.drift.standing import DOCUMENT_STATES, SENTENCE_STATES, in_order
from aligncheck.report.structured import indented


def write(status: DriftStatus) -> bytes:
    """The status as one indented object: keys and states in the order of the schema, empty states left out."""
    summary = status.summary
    made = replace(
        status,
        summary=replace(
            summary,
            documents=in_order(summary.documents, DOCUMENT_STATES),
            sentences=in_order(summary.sentences, SENTENCE_STATES),
        ),
        documents=tuple(replace(d, sentences=in_order(d.sentences, SENTENCE_STATES)) for d in status.documents),
        history=tuple(replace(r, documents=in_order(r.documents, DOCUMENT_STATES)) for r in status.history),
    )
    return indented(made)
