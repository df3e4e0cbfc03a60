"""Rows of a table of text with quoted cells. Knows no column's meaning."""

from __future__ import annotations

import csv
import io

from aligncheck.errors import InputError

Row = tuple[int, list[str]]
"""A row's line in the file (its number in a workbook), and its cells."""


def rows_of(text: str, delimiter: str, path: str) -> list[Row]:
    """The rows of a table, each with the line it begins on. Raises InputError with that line."""
    rows: list[Row] = []
    line = 1
    limit = csv.field_size_limit(len(text) + 1)  # of the whole process; a cell may hold a long sentence
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for cells in table:
            rows.append((line, cells))
            line = table.line_num + 1
    except csv.Error as error:
        raise InputError(f"not a table: {error}", path=path, line=line, remedy="save the sheet as CSV again") from None
    finally:
        csv.field_size_limit(limit)
    return rows
