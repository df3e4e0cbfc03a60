"""Findings as an Excel workbook: a sheet of findings to decide on, a sheet of documents. Knows nothing of triage."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aligncheck.errors import ConfigError
from aligncheck.model.report import Report, Severity, Status
from aligncheck.model.run import Run
from aligncheck.model.triage import Choice
from aligncheck.report.conventions import SEVERITIES, complaint
from aligncheck.report.spreadsheet.rows import COLUMNS, Cell, finding_rows, shown
from aligncheck.report.xml_text import legal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
MOST_CHARACTERS = 32_767
"""UTF-16 units of a cell."""
_CUT = " … [cut: a cell holds no more]"

_DOCUMENTS = (
    "document", "report", "source_path", "target_path", "pairs", "aligned", "new_errors", "new_warnings", "new_infos",
    "baselined", "suppressed", "not_read",
)  # fmt: skip
_WIDTHS = {
    "document": 30, "report": 18, "name": 22, "message": 52, "source_path": 26, "target_path": 26, "source_text": 56,
    "target_text": 44, "source_evidence": 24, "target_evidence": 24, "source_value": 18, "target_value": 18,
    "fix": 26,
    "reason": 26, "fingerprint": 20, "decision": 14, "why": 36, "not_read": 60,
}  # fmt: skip
_INKS = {Severity.ERROR: "#B02318", Severity.WARNING: "#8A5700", Severity.INFO: "#23608F"}
_PLAIN: Mapping[str, Any] = {"valign": "top", "text_wrap": True}
_HEAD: Mapping[str, Any] = {"bold": True, "bg_color": "#EEE9DD", "bottom": 1, "valign": "top"}
_SHARES = ("confidence", "aligned")
_MADE = datetime(1980, 1, 1)


def write(run: Run) -> bytes:
    """An .xlsx file. Raises ConfigError where there are more findings than a sheet has rows."""
    findings = sum(len(report.findings) for report in run.reports)
    if max(findings, len(run.reports) + len(run.failures)) > MOST_ROWS:
        remedy = "take csv=FILE, or leave rules out with --ignore"
        raise ConfigError(f"xlsx: {findings:,} findings, and a sheet has {MOST_ROWS:,} rows", remedy=remedy)
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, {"constant_memory": True})
    book.set_properties({"title": "aligncheck", "created": _MADE})
    pen = _Pen({name: book.add_format(look) for name, look in _looks().items()})
    sheet = book.add_worksheet("Findings")
    pen.table(sheet, COLUMNS, finding_rows(run.reports), findings)
    _offer_decisions(sheet, run.reports)
    pen.table(book.add_worksheet("Documents"), _DOCUMENTS, _documents(run), len(run.reports) + len(run.failures))
    book.close()
    return written.getvalue()


def _looks() -> dict[str, dict[str, Any]]:
    looks = {"": dict(_PLAIN), "head": dict(_HEAD), "share": {**_PLAIN, "num_format": "0%"}}
    looks |= {severity.value: {**_PLAIN, "bold": True, "font_color": ink} for severity, ink in _INKS.items()}
    looks["to fill in"] = {**_PLAIN, "bg_color": "#FFF9E5", "border": 1, "border_color": "#E3DDCF"}
    return looks


class _Pen:
    """Writes tables in the looks of a workbook. Text is always written as text, whatever it looks like."""

    def __init__(self, looks: Mapping[str, Format]) -> None:
        self._looks = looks

    def table(self, sheet: Worksheet, names: Sequence[str], rows: Iterable[Sequence[Cell]], count: int) -> None:
        """A header that stays in sight and filters, then the rows, of which there are ``count``."""
        for column, name in enumerate(names):
            sheet.set_column(column, column, _WIDTHS.get(name, 12))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(count, 1), len(names) - 1)
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, self._looks["head"])
        for number, row in enumerate(rows, 1):
            for column, (name, cell) in enumerate(zip(names, row, strict=True)):
                look = self._looks[_look(name, cell)]
                if cell is None or cell == "":
                    sheet.write_blank(number, column, None, look)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, _fitting(cell), look)
                else:
                    sheet.write_number(number, column, cell, look)


def _look(column: str, cell: Cell) -> str:
    if column == "severity":
        return str(cell)
    if column in ("decision", "why"):
        return "to fill in"
    return "share" if column in _SHARES else ""


def _fitting(text: str) -> str:
    """Text that a cell can hold: what XML cannot is spelled out, what is too long is cut, with a remark."""
    text = legal(text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_CHARACTERS:
        return text
    return units[: 2 * (MOST_CHARACTERS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _offer_decisions(sheet: Worksheet, reports: Sequence[Report]) -> None:
    """A list to choose a decision from beside each finding; nobody decides on what is said of suppressions."""
    column, first, row = COLUMNS.index("decision"), 1, 1
    offer = {
        "validate": "list",
        "source": [choice.value for choice in Choice],
        "input_title": "Decision",
        "input_message": "true: to be mended. false-alarm: no fault. accepted: may stay. later: another day.",
    }
    for finding in (f for report in reports for f in report.findings):
        if not finding.decidable:
            if first < row:
                sheet.data_validation(first, column, row - 1, column, offer)
            first = row + 1
        row += 1
    if first < row:
        sheet.data_validation(first, column, row - 1, column, offer)


def _documents(run: Run) -> Iterator[tuple[Cell, ...]]:
    for report in run.reports:
        document, stats = report.document, report.stats
        fresh = Counter(f.severity for f in report.findings if f.status is Status.NEW)
        statuses = Counter(f.status for f in report.findings)
        yield (
            shown(document.path),
            report.id,
            shown(document.source.path),
            shown(document.target.path),
            stats.pairs,
            min(round(stats.aligned, 2), 0.99) if stats.aligned < 1 else 1,
            *(fresh[severity] for severity in SEVERITIES),
            statuses[Status.BASELINED],
            statuses[Status.SUPPRESSED],
            None,
        )
    for failure in run.failures:
        yield (shown(failure.path or ""), *[None] * (len(_DOCUMENTS) - 2), shown(complaint(failure)))
