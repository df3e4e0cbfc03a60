"""Reads rows of source and target as ready pairs; a tab always parts two columns, quotes are text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from aligncheck.errors import InputError
from aligncheck.formats.clean import copied
from aligncheck.formats.directives import line_directives
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.lines import split_lines
from aligncheck.formats.values import with_marks
from aligncheck.model.text import Document, Lang, Span

_NAMES: dict[str, str] = {
    **dict.fromkeys(["en", "eng", "english", "en-us", "en-gb", "英文", "英语", "英語"], "en"),
    **dict.fromkeys(
        """zh zho chi cmn chinese zh-cn zh-tw zh-hk zh-hans zh-hant zh-sg 中文 汉语 漢語 简体中文 繁體中文""".split(),
        "zh",
    ),
    **dict.fromkeys(["source", "src", "source_text", "原文", "源文"], "source"),
    **dict.fromkeys(["target", "tgt", "trg", "target_text", "translation", "译文", "譯文"], "target"),
}
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_REMEDY = "write each row as source, a tab, target"


class _Row(NamedTuple):
    """A row's line number, counted from 1, and its cells as ranges of the document."""

    line: int
    cells: list[Span]


class _Layout(NamedTuple):
    """How many columns a row has, and which hold which language."""

    width: int
    en: int
    zh: int


def read(text: str, path: str) -> Document:
    """Read tab-separated pairs; ``unit`` of a block is its row's line number.

    Rows with another number of columns are left out and noted. Raises InputError when no row is usable.
    """
    lines = split_lines(text)
    directives = line_directives(text, lines)
    rows = [
        _Row(n, _cells(text, start, end))
        for n, (start, end) in enumerate(lines, 1)
        if n - 1 not in directives and text[start:end].strip()
    ]
    header = _header(text, rows[0]) if rows else {}
    body = rows[1:] if header else rows
    found = _layout(text, body, header)
    if found is None:
        line = body[0].line if body else 1
        raise InputError("no row has two columns", path=path, line=line, remedy=_REMEDY)
    drafts, notes = Drafts(text), []
    langs: dict[int, Lang] = {found.en: "en", found.zh: "zh"}
    for row in body:
        if len(row.cells) != found.width:
            notes.append((row.line, f"row of {_plural(len(row.cells))} left out: {found.width} expected"))
            continue
        for column in sorted(langs):
            span = row.cells[column]
            drafts.add("value", with_marks(copied(text, *span)), span, unit=str(row.line), lang=langs[column])
    if not drafts.drafts:
        raise InputError("no row holds text", path=path, line=1, remedy=_REMEDY)
    return Document(path, text, drafts.finish(), "tsv", notes=tuple(notes), directives=tuple(directives.values()))


def _plural(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def _cells(text: str, start: int, end: int) -> list[Span]:
    cells = []
    while (tab := text.find("\t", start, end)) >= 0:
        cells.append(Span(start, tab))
        start = tab + 1
    return [*cells, Span(start, end)]


def _header(text: str, row: _Row) -> dict[int, str]:
    """Column names by number, when the first row names two different columns; else nothing."""
    cells = [text[s:e].strip().strip('"').lower().replace("_", "-") for s, e in row.cells]
    named = {i: _NAMES[c] for i, c in enumerate(cells) if c in _NAMES} | {
        i: _NAMES[c.replace("-", "_")] for i, c in enumerate(cells) if c.replace("-", "_") in _NAMES
    }
    return named if len(set(named.values())) >= 2 else {}


def _layout(text: str, rows: Sequence[_Row], header: dict[int, str]) -> _Layout | None:
    """Which columns hold the pair: by header where it names languages, else by script."""
    counts = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    if not counts:
        return None
    width = max(header) + 1 if header else 0
    count = max(counts, key=lambda c: (c >= width, counts[c], -c))
    by_name = {name: column for column, name in sorted(header.items(), reverse=True) if column < count}
    if {"en", "zh"} <= by_name.keys():
        return _Layout(count, by_name["en"], by_name["zh"])
    candidates = (
        [by_name["source"], by_name["target"]] if {"source", "target"} <= by_name.keys() else list(range(count))
    )
    usable = [row for row in rows if len(row.cells) == count][:5000]
    han = {c: sum(len(_HAN.findall(text, *row.cells[c])) for row in usable) for c in candidates}
    latin = {c: sum(len(_LATIN.findall(text, *row.cells[c])) for row in usable) for c in candidates}
    zh = max(candidates, key=lambda c: (han[c], c))
    en = max((c for c in candidates if c != zh), key=lambda c: (latin[c], -c))
    return _Layout(count, en, zh)
