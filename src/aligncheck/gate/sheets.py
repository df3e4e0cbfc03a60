"""Decisions that people filled into a spreadsheet of findings: CSV or an Excel workbook, as bytes. Reads no file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence

from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.formats.delimited import Row, rows_of
from aligncheck.formats.workbook import sheets_of
from aligncheck.gate.decisions import CHOICES, checked
from aligncheck.model.triage import Choice, Decision
from aligncheck.model.triaged import Said

NEEDED = ("document", "report", "code", "fingerprint", "decision")
"""Columns without which nothing can be decided; ``why`` may be there as well, others do not matter."""
WORKBOOK = b"PK\x03\x04"
"""How a workbook's bytes begin."""

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"sep=(?P<delimiter>[,;\t])\r?\n")
_GUARDED = re.compile(r"\A'(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[0-9])")
"""The apostrophe before what a spreadsheet would take for a formula or a number."""
_NUMBERS = {str(number): choice for number, choice in enumerate(Choice, 1)}
"""What the keys of a report's page decide."""
_CHANGED = "a spreadsheet may have taken it for a number; fill in the sheet once more, or use findings.xlsx"


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
    return _read(((line + skipped, cells) for line, cells in rows_of(body, best, path)), path)


def parse_workbook(data: bytes, path: str) -> list[Said]:
    """The decisions of an Excel workbook, from its first sheet with the columns; errors as of ``parse_csv``."""
    tables = sheets_of(data, path)
    fitting = [rows for rows in tables if set(NEEDED) <= set(map(_name, _first(rows)))]
    return _read(iter(fitting[0] if fitting else tables[0] if tables else []), path)


def _first(rows: Sequence[Row]) -> Sequence[str]:
    """The cells of the first row that has any."""
    return next((cells for _, cells in rows if any(cell.strip() for cell in cells)), ())


def _names(text: str, delimiter: str) -> set[str]:
    """The columns that the first line names, if this parts them."""
    first = text.lstrip()[:10_000].splitlines()[:1]
    return {_name(cell) for cell in next(csv.reader(first, delimiter=delimiter), [])}


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
