"""What stands in which column: a finding as one row of texts and numbers. Writes no file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligncheck.model.report import EvidenceSpan, PairSide, Report
from aligncheck.report.conventions import Entry, entries
from aligncheck.report.fixes import told
from aligncheck.report.invisible import is_seen, pieces

Cell = str | int | float | None
"""What a cell holds; None is an empty one."""

COLUMNS = (
    "document", "report", "code", "name", "severity", "status", "confidence", "message",
    "source_path", "source_line", "source_column", "source_text",
    "target_path", "target_line", "target_column", "target_text",
    "source_evidence", "source_value", "target_evidence", "target_value", "fix",
    "reason", "fingerprint", "decision", "why",
)  # fmt: skip
"""The header; ``aligncheck triage apply`` reads a filled-in sheet by these names. The last two are for a person."""

_SEPARATOR = " | "
"""Between several pieces of evidence."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠﹦﹢﹣﹫]")
"""What a spreadsheet may take for a formula; Japanese and Chinese editions read full-width signs, too."""
_NUMBER = re.compile(r"[0-9]+(?:[eE][0-9]+)?")
"""Digests that a spreadsheet would take for a number and round to fifteen digits."""


def finding_rows(reports: Sequence[Report]) -> Iterator[tuple[Cell, ...]]:
    """A row for each finding, whatever its status, in the order of the reports; cells in the order of ``COLUMNS``."""
    return map(_row, entries(reports))


def defused(cell: Cell) -> Cell:
    """A cell for a file that says nothing of types: text that is no text to a spreadsheet gets an apostrophe before it.

    See OWASP, CSV Injection.
    """
    if isinstance(cell, str) and (_FORMULA.match(cell) or (len(cell) > 15 and _NUMBER.fullmatch(cell))):
        return f"'{cell}"
    return cell


def shown(text: str) -> str:
    """The text on one line, with labels for what cannot be seen; spaces stay as many as they are."""
    if not is_seen(text):
        text = "".join(f"<{piece.label}>" if piece.kind == "hidden" else piece.text for piece in pieces(text))
    return re.sub(r"[\t\n\r]+", " ", text)


def _row(entry: Entry) -> tuple[Cell, ...]:
    report, finding, pair = entry
    document = report.document
    return (
        shown(document.path),
        report.id,
        shown(finding.code),
        shown(finding.name),
        finding.severity.value,
        finding.status.value,
        min(round(finding.confidence, 2), 0.99),  # no check is surer
        shown(finding.message),
        *_side(document.source.path, finding.source_spans, pair.source if pair else None),
        *_side(document.target.path, finding.target_spans, pair.target if pair else None),
        *_evidence(finding.source_spans),
        *_evidence(finding.target_spans),
        shown(told(finding)),
        shown(finding.reason or ""),
        shown(finding.fingerprint),
        None,
        None,
    )


def _side(path: str, spans: Sequence[EvidenceSpan], side: PairSide | None) -> tuple[Cell, ...]:
    """Path, line, column and text; the place is the evidence's, else the sentence's."""
    place = spans[0] if spans else side
    text = "" if side is None else shown(side.text)
    return shown(path), *((None, None) if place is None else (place.line, place.column)), text


def _evidence(spans: Sequence[EvidenceSpan]) -> tuple[str, str]:
    texts = (shown(span.text) for span in spans)
    values = (shown(span.value) for span in spans if span.value)
    return _SEPARATOR.join(texts), _SEPARATOR.join(values)
