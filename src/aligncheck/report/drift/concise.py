"""Drift in lines that editors and log parsers read: sentences that matter, documents that are not current, totals."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.model.drift import DocumentDrift, DriftStatus
from aligncheck.model.report import Severity
from aligncheck.report.concise import place
from aligncheck.report.conventions import count
from aligncheck.report.drift.standing import looks_of, matters, place_of, standing, totals, verdict
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import Paint


def write(status: DriftStatus) -> bytes:
    """``path:line:column: severity CODE message`` for each sentence that matters, then documents, then the totals."""
    return text(status).encode()


def text(status: DriftStatus, *, color: bool = False) -> str:
    """The same, coloured where a terminal asks for it. Lines are never cut.

    Hints, excused documents' sentences and current documents are left out; documents that nobody accepted are counted.
    """
    paint = Paint(color)
    lines = [line for document in status.documents for line in _sentences(document, paint)]
    documents = [line for document in status.documents for line in _document(document, paint)]
    parts = [lines, documents, list(closing(status, paint))]
    return log("\n\n".join("\n".join(part) for part in parts if part) + "\n")


def _sentences(document: DocumentDrift, paint: Paint) -> Iterator[str]:
    if document.excused:
        return
    for sentence in document.drifted:
        if matters(sentence) and sentence.severity is not None:
            severity = paint(sentence.severity.value, sentence.severity)
            where = place(str(place_of(document, sentence)))
            yield f"{where}: {severity} {plain(sentence.code or '')} {plain(sentence.message)}"


def _document(document: DocumentDrift, paint: Paint) -> Iterator[str]:
    if document.state not in ("current", "unlocked"):
        said = plain(standing(document)).removeprefix(document.state)
        yield f"{place(document.path)}: {paint(document.state, looks_of(document.state))}{said}"
    for note in document.notes:
        yield f"{place(document.path)}: note: {plain(note)}"


def closing(status: DriftStatus, paint: Paint) -> Iterator[str]:
    """The last lines of a text output: what was not read, what to do at first, totals, the verdict."""
    for failure in status.failures:
        yield paint(f"cannot read {plain(failure)}", Severity.ERROR)
    if unlocked := status.summary.documents.get("unlocked", 0):
        yield f"{count(unlocked, 'document')} to be accepted: aligncheck drift accept"
    yield ", ".join(paint(plain(part), severity) for part, severity in totals(status))
    yield plain(verdict(status))
