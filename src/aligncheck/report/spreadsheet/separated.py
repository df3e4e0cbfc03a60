"""Findings as CSV (RFC 4180) that spreadsheets open rightly: UTF-8 with its mark, CRLF, no formulas."""

from __future__ import annotations

import csv
import io

from aligncheck.model.run import Run
from aligncheck.report.spreadsheet.rows import COLUMNS, defused, finding_rows


def write(run: Run) -> bytes:
    """The header, then a row for each finding; without its mark (BOM) Excel takes UTF-8 for a code page."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(tuple(map(defused, row)) for row in finding_rows(run.reports))
    return written.getvalue().encode("utf-8-sig")
