"""Draft glossaries as tables, CSV or TSV: written anew, or merged into what is there. Touches no file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aligncheck.errors import InputError
from aligncheck.formats.encoding import decode, encoded
from aligncheck.glossary.drafts import COLUMNS, Draft, Entry, Tally, is_untouched, keys, merged

Guard = Callable[[str], str]
"""Makes a cell harmless that a spreadsheet would take for a formula."""

_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\r?\n")
_REMEDY = "name another file for the drafts"


class _Table(NamedTuple):
    """A table as it is written.

    Attributes:
        head: all before the rows, byte order mark included; ``tail``: what stands behind the last one.
        columns: names of the columns, in order.
        rows: each row as written, with its cells by column.
    """

    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, dict[str, str]], ...]
    delimiter: str
    ending: str
    encoding: str


def write(data: bytes | None, drafts: Sequence[Draft], path: str, guard: Guard) -> tuple[bytes, Tally]:
    """A table of drafts, merged into ``data``, the file's bytes, where there is a file.

    Rows that are not changed stay byte for byte, and so do encoding, line ends, unknown columns and the order of rows.
    Raises InputError with path, line and remedy where the file is no such table, or cannot hold a character.
    """
    table = _new(path) if data is None or not data.strip() else _parsed(data, path, guard)
    entries = [Entry(keys(cells["en"].split("|")), is_untouched(cells)) for _, cells in table.rows]
    merge = merged(entries, drafts)
    pieces = [table.head]
    for number, each in enumerate(merge.entries):
        if each is None:
            continue
        raw, cells = table.rows[number]
        if isinstance(each, Draft):
            fresh = {name: cell for name, cell in each.cells().items() if name in table.columns}
            if any(cells[name] != cell for name, cell in fresh.items()):
                raw = _line(table, {**cells, **fresh}, guard)
        pieces.append(raw)
    if merge.new and not "".join(pieces).endswith(("\n", "\r")):
        pieces.append(table.ending)
    pieces += [_line(table, draft.cells(), guard) for draft in merge.new]
    try:
        return encoded("".join(pieces), table.encoding), Tally.of(merge)
    except UnicodeEncodeError as error:
        lacking = error.object[error.start : error.end][:1]
        message = f"its encoding, {table.encoding}, has no {lacking!r}"
        raise InputError(message, path=path, remedy="save it as UTF-8") from None


def _new(path: str) -> _Table:
    """A table without rows: with commas, byte order mark and CRLF for a spreadsheet, or with tabs."""
    tabs = path.lower().endswith(".tsv")
    empty = _Table("", COLUMNS, (), "\t" if tabs else ",", "\n" if tabs else "\r\n", "utf-8")
    head = _line(empty, dict(zip(COLUMNS, COLUMNS, strict=True)), lambda cell: cell)
    return empty._replace(head=head if tabs else "\ufeff" + head)


def _parsed(data: bytes, path: str, guard: Guard) -> _Table:
    text, encoding, _ = decode(data, path)
    mark = "\ufeff" if not data.startswith(encoded(text[:8], encoding)) else ""
    separator = _SEPARATOR_LINE.match(text)
    skipped = separator.end() if separator else 0
    body = text[skipped:]
    first = body.split("\n", 1)[0]
    choices = (separator.group(1),) if separator else (",", ";", "\t")
    delimiter = max(choices, key=lambda sign: len(set(COLUMNS) & set(_columns(first, sign))))
    lines = list(_records(body, delimiter, path, 1 + bool(separator)))
    columns = tuple(_names(lines[0][1])) if lines else ()
    for needed in ("en", "zh", "status"):
        if columns.count(needed) != 1:
            remedy = f"give it a column {needed}, or {_REMEDY}"
            raise InputError(f"is no draft: its first row has no column {needed}", path=path, line=1, remedy=remedy)
    rows = []
    for raw, cells, _ in lines[1:]:
        values = [_unguarded(cell.strip(), guard) for cell in cells] + [""] * len(columns)
        rows.append((raw, dict(zip(columns, values, strict=False))))
    ending = "\r\n" if first.endswith("\r") else "\n"
    return _Table(mark + text[:skipped] + lines[0][0], columns, tuple(rows), delimiter, ending, encoding)


def _columns(line: str, delimiter: str) -> list[str]:
    return _names(next(csv.reader([line[:10_000]], delimiter=delimiter), []))


def _names(cells: Sequence[str]) -> list[str]:
    return [cell.strip().lower().removeprefix("\ufeff") for cell in cells]


def _records(text: str, delimiter: str, path: str, line: int) -> Iterator[tuple[str, list[str], int]]:
    """Each record as written, its cells, and the line it begins at."""
    lines = io.StringIO(text, newline="\n").readlines()
    if delimiter == "\t":
        for number, each in enumerate(lines, line):
            yield each, each.rstrip("\r\n").split("\t"), number
        return
    limit = csv.field_size_limit(len(text) + 1)
    table = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    at = 0
    try:
        for cells in table:
            yield "".join(lines[at : table.line_num]), cells, line + at
            at = table.line_num
    except csv.Error as error:
        raise InputError(f"is no table: {error}", path=path, line=line + at, remedy=_REMEDY) from None
    finally:
        csv.field_size_limit(limit)


def _unguarded(cell: str, guard: Guard) -> str:
    """A cell without the apostrophe that ``guard`` put before it."""
    return cell[1:] if cell[:1] == "'" and guard(cell[1:]) == cell else cell


def _line(table: _Table, cells: dict[str, str], guard: Guard) -> str:
    """A row as the table writes rows."""
    values = [guard(" ".join(cells.get(name, "").split())) for name in table.columns]
    if table.delimiter == "\t":
        return "\t".join(values) + table.ending
    made = io.StringIO()
    csv.writer(made, delimiter=table.delimiter, lineterminator=table.ending).writerow(values)
    return made.getvalue()
