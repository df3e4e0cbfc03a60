"""Glossaries in tables of text, CSV and TSV: reads terms, and adds rows. Knows columns by ``columns`` alone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from aligncheck.errors import InputError
from aligncheck.formats.delimited import rows_of
from aligncheck.formats.encoding import decode, encoded
from aligncheck.glossary.columns import Row, is_header, roles, terms_of
from aligncheck.model.term import Term

TABLES = (".csv", ".tsv", ".txt")
"""Suffixes of files that rows can be added to."""
_DELIMITERS = ("\t", ",", ";")
_OLD = ("en", "zh")
_SEPARATOR_LINE = re.compile(r"sep=(?P<delimiter>[,;\t])\r?\n")


def read(data: bytes, path: str) -> list[Term]:
    """The terms of a table with a header row in any order; without one the first two columns are English and Chinese.

    Lines that begin with ``#`` are remarks. Raises InputError with line and remedy.
    """
    rows, head = _rows(decode(data, path).text, path)
    return terms_of(rows if head else [(0, _OLD), *((line, cells[:2]) for line, cells in rows)], path)


def pairs_of(terms: Iterable[Term]) -> set[tuple[str, str]]:
    """Each English name with each Chinese one."""
    return {(english, chinese) for term in terms for english in term.en for chinese in term.zh}


def with_rows(data: bytes, terms: Sequence[tuple[str, str]], path: str) -> bytes:
    """A table's bytes with terms (English, Chinese) that it lacks behind its rows: in its encoding, columns, line ends.

    Raises InputError where its encoding cannot write one.
    """
    text, encoding, _ = decode(data, path)
    known = pairs_of(read(data, path)) if data else set()
    ending = "\r\n" if "\r\n" in text else "\n"
    rows, head = _rows(text, path)
    delimiter = _delimiter(text, path)[0]
    columns = [_OLD.index(role) if role in _OLD else None for role in _directed(rows[0][1])] if head else [0, 1]
    lines = [_line(term, columns, delimiter) + ending for term in terms if term not in known]
    if lines and text and not text.endswith("\n"):
        lines.insert(0, ending)
    try:
        return data + encoded("".join(lines), encoding)
    except UnicodeEncodeError as error:
        message = f"{encoding} cannot write {error.object[error.start : error.end]!r} of a term"
        raise InputError(message, path=path, remedy="save the file as UTF-8") from None


def _directed(head: Sequence[str]) -> Iterator[str | None]:
    """The languages of the columns a new row fills: the first of each."""
    seen: set[str] = set()
    for role in roles(head):
        language = {"source": "en", "target": "zh"}.get(role or "", role)
        yield language if language not in seen else None
        seen.add(language or "")


def _line(term: tuple[str, str], columns: Sequence[int | None], delimiter: str) -> str:
    cells = ["" if at is None else term[at] for at in columns]
    if delimiter == "\t":
        return "\t".join(cells)
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="").writerow(cells)
    return made.getvalue()


def _rows(text: str, path: str) -> tuple[list[Row], bool]:
    """The rows that are no remarks, and whether the first of them is a header."""
    delimiter, skipped = _delimiter(text, path)
    body = text.split("\n", 1)[1] if skipped else text
    rows = _tabbed(body) if delimiter == "\t" else rows_of(body, delimiter, path)
    kept = [(line + skipped, cells) for line, cells in rows if any(cells) and not cells[0].startswith("#")]
    return kept, bool(kept) and is_header(kept[0][1])


def _tabbed(text: str) -> Iterator[Row]:
    """Cells between tabs; quotation marks around a whole cell, as spreadsheets put them, are taken off."""
    for number, line in enumerate(text.split("\n"), 1):
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        yield number, [c[1:-1].replace('""', '"') if len(c) > 1 and c[0] == c[-1] == '"' else c for c in cells]


def _delimiter(text: str, path: str) -> tuple[str, int]:
    """What parts the cells, and how many lines say so: a line of its own (``sep=;``), the header, else the name."""
    if found := _SEPARATOR_LINE.match(text):
        return found["delimiter"], 1
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    first = next(lines, "")[:10_000]
    parted = {delimiter: next(csv.reader([first], delimiter=delimiter), []) for delimiter in _DELIMITERS}
    fitting = [delimiter for delimiter in _DELIMITERS if is_header(parted[delimiter])]
    if fitting:
        return max(fitting, key=lambda delimiter: sum(role is not None for role in roles(parted[delimiter]))), 0
    if path.lower().endswith(".csv") and len(parted["\t"]) == 1:
        return next((d for d in (",", ";") if len(parted[d]) > 1), ","), 0
    return "\t", 0
