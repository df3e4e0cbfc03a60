"""Glossaries in Excel workbooks. Knows which sheet holds terms; columns by ``columns`` alone."""

from __future__ import annotations

from aligncheck.errors import InputError
from aligncheck.formats.workbook import sheets_of
from aligncheck.glossary.columns import is_header, terms_of
from aligncheck.model.term import Term


def read(data: bytes, path: str) -> list[Term]:
    """The terms of every sheet whose first row that holds anything names columns. Raises InputError with the row."""
    found: list[Term] = []
    fitting = False
    for sheet in sheets_of(data, path):
        rows = [(number, cells) for number, cells in sheet if any(cell.strip() for cell in cells)]
        if rows and is_header(rows[0][1]):
            fitting = True
            found += terms_of(rows, path)
    if not fitting:
        remedy = "begin the table with a row of names: en, zh, forbidden, case, keep, note"
        raise InputError("no sheet with columns of terms", path=path, line=1, remedy=remedy)
    return found
