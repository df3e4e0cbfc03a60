"""Decisions that people filled into a spreadsheet of findings: CSV or an Excel workbook, as bytes. Reads no file."""

from __future__ import annotations

import csv
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.gate.decisions import CHOICES, checked
from aligncheck.model.triage import Choice, Decision
from aligncheck.model.triaged import Said

NEEDED = ("document", "report", "code", "fingerprint", "decision")
"""Columns without which nothing can be decided; ``why`` may be there as well, others do not matter."""
WORKBOOK = b"PK\x03\x04"
"""How a workbook's bytes begin."""

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
_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"sep=(?P<delimiter>[,;\t])\r?\n")
_GUARDED = re.compile(r"\A'(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[0-9])")
"""The apostrophe before what a spreadsheet would take for a formula or a number."""
_NUMBERS = {str(number): choice for number, choice in enumerate(Choice, 1)}
"""What the keys of a report's page decide."""
_CHANGED = "a spreadsheet may have taken it for a number; fill in the sheet once more, or use findings.xlsx"

Row = tuple[int, Sequence[str]]
"""A row's line in the file (its number in a workbook), and its cells."""


def parse_csv(text: str, path: str) -> list[Said]:
    """The decisions of a table as a spreadsheet saves it: parted by commas, semicolons or tabs.

    Rows without a decision are undecided. Raises InputError with path, line and remedy for a table without the columns,
    and for a row that is no decision.
    """
    head = _SEPARATOR_LINE.match(text)
    skipped = 0 if head is None else 1
    body = text if head is None else text[head.end() :]
    delimiters = _DELIMITERS if head is None else (head["delimiter"],)
    best = max(delimiters, key=lambda delimiter: len(set(NEEDED) & _names(body, delimiter)))
    return _read(((line + skipped, cells) for line, cells in _csv_rows(body, best, path)), path)


def parse_workbook(data: bytes, path: str) -> list[Said]:
    """The decisions of an Excel workbook, from its first sheet with the columns; errors as of ``parse_csv``."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive, path)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, *_BROKEN) as error:
        raise InputError(f"not a workbook: {error}", path=path, remedy="save the sheet as CSV") from None
    tables = [[(number, [_cell(c) for c in row]) for number, row in enumerate(sheet, 1)] for sheet in sheets]
    fitting = [rows for rows in tables if set(NEEDED) <= set(map(_name, _first(rows)))]
    return _read(iter(fitting[0] if fitting else tables[0] if tables else []), path)


def _first(rows: Sequence[Row]) -> Sequence[str]:
    """The cells of the first row that has any."""
    return next((cells for _, cells in rows if any(cell.strip() for cell in cells)), ())


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


def _names(text: str, delimiter: str) -> set[str]:
    """The columns that the first line names, if this parts them."""
    first = text.lstrip()[:10_000].splitlines()[:1]
    return {_name(cell) for cell in next(csv.reader(first, delimiter=delimiter), [])}


def _csv_rows(text: str, delimiter: str, path: str) -> list[Row]:
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


def _read(rows: Iterable[Row], path: str) -> list[Said]:
    head: dict[str, int] | None = None
    found = []
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if head is None:
            head = _columns(cells, path, line)
            continue
        values = {name: cells[at].strip() if at < len(cells) else "" for name, at in head.items()}
        values = {
            name: _GUARDED.sub("", value, count=1) if value[:1] == "'" else value for name, value in values.items()
        }
        if values.get("decision"):
            found.append(Said(_decision(values, path, line), path, line))
    if head is None:
        raise InputError("an empty table", path=path, remedy="name a file that somebody filled in")
    return found


def _columns(cells: Sequence[str], path: str, line: int) -> dict[str, int]:
    """Where each column stands that matters."""
    names = [_name(cell) for cell in cells]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        message = (
            f"a table without the columns {', '.join(missing)}"
            if len(missing) > 1
            else (f"a table without the column {missing[0]}")
        )
        remedy = "fill in findings.csv or findings.xlsx, and keep their first row"
        raise InputError(message, path=path, line=line, remedy=remedy)
    twice = [name for name in (*NEEDED, "why") if names.count(name) > 1]
    if twice:
        remedy = "take one of them out"
        raise InputError(f"two columns are called {twice[0]}", path=path, line=line, remedy=remedy)
    return {name: names.index(name) for name in (*NEEDED, "why") if name in names}


def _decision(values: dict[str, str], path: str, line: int) -> Decision:
    word = "-".join(values["decision"].lower().replace("_", " ").replace("-", " ").split())
    choice = _NUMBERS.get(word) or next((c for c in Choice if c == word), None)
    if choice is None:
        message = f"{values['decision'][:40]!r} is no decision"
        raise InputError(message, path=path, line=line, remedy=f"write one of {CHOICES}, or leave the cell empty")
    report, document, code, fingerprint = (values.get(n, "") for n in ("report", "document", "code", "fingerprint"))
    decision = Decision(report, document, code, fingerprint, choice, values.get("why") or UNSET)
    return checked(decision, path, line, remedy=_CHANGED)


def _name(cell: str) -> str:
    return cell.strip().removeprefix("\ufeff").lower()


def _cell(value: object) -> str:
    """A cell as text; a whole number without the fraction that workbooks give it."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
