"""The sheets of an Excel workbook as rows of text, within what memory holds. Knows no column's meaning."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

from aligncheck.errors import InputError
from aligncheck.formats.delimited import Row

_LARGEST = 1 << 28
"""Bytes that a workbook may hold, unpacked."""
_MOST_CELLS = 8_000_000
"""Cells of a sheet up to the last one that holds something."""
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c\b")
_REFERENCE = re.compile(rb"<(?:\w+:)?(?:row|c)\b[^<>]*?\sr\s*=\s*[\"']([A-Za-z]*)([0-9]{1,18})")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What reading an archive raises that is cut off, damaged, encrypted or packed in another way."""


def sheets_of(data: bytes, path: str) -> list[list[Row]]:
    """The rows of each sheet, numbered from 1. Raises InputError for what is no workbook, or too large a one."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive, path)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, *_BROKEN) as error:
        raise InputError(f"not a workbook: {error}", path=path, remedy="save the sheet as CSV") from None
    return [[(number, [_cell(c) for c in row]) for number, row in enumerate(sheet, 1)] for sheet in sheets]


def _measure(archive: zipfile.ZipFile, path: str) -> None:
    """Raise InputError for a workbook that is larger than memory holds: its reader makes room for every cell up to the
    last one, and ends the process where there is no more."""
    members = archive.infolist()
    names = {member.filename.lower() for member in members}
    if "xl/workbook.xml" not in names or names & {"xl/workbook.bin", "content.xml"}:
        raise InputError("not an Excel workbook (.xlsx)", path=path, remedy="save the sheet as CSV")
    if sum(member.file_size for member in members) > _LARGEST:
        raise InputError("a workbook of more than 256 MB", path=path, remedy="save the sheet as CSV")
    for member in members:
        content = archive.read(member)
        references = _REFERENCE.findall(content)
        last_row = max((int(row) for _, row in references), default=0)
        last_column = max((_column(letters) for letters, _ in references), default=0)
        rows = [len(_CELL.findall(row)) for row in _ROW.split(content)]  # cells need not say where they are
        if (last_row + len(rows)) * (last_column + max(rows)) > _MOST_CELLS:
            remedy = "take out the cells far below or beside the table, or save the sheet as CSV"
            raise InputError(f"a sheet that reaches to row {last_row:,}", path=path, remedy=remedy)


def _column(letters: bytes) -> int:
    """The number of a column by its letters, A is 1; far beyond the last one for more than three."""
    if len(letters) > 3:
        return 1 << 40
    return sum((sign - 64) * 26**at for at, sign in enumerate(reversed(letters.upper())))


def _cell(value: object) -> str:
    """A cell as text; a whole number without the fraction that workbooks give it."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
