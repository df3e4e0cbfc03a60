"""Text laid out in lines of a terminal by display cells, evidence underlined; knows nothing of findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.report.invisible import plain_with_places
from aligncheck.report.terminal import cells, head

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# Quotes and brackets stay with what they enclose, as typesetters of either language do it.
_OPEN, _CLOSE = "“‘（《「『【", "，。、；：！？）》」』】”’…"
_UNIT = re.compile(rf"\s+|[{_OPEN}]*(?:[^\s{_WIDE}{_OPEN}]+|[^\s{_OPEN}])[{_CLOSE}]*|[{_OPEN}]+")
_MOST = 6
"""Lines of a text that are shown; of a longer one, those around its marks."""


class Row(NamedTuple):
    """A line, what underlines it (empty where nothing is marked), and which marks end in it."""

    text: str
    under: str = ""
    ends: tuple[int, ...] = ()


def wrap(text: str, width: int) -> list[str]:
    """A plain text cut into lines of at most ``width`` cells, at spaces or beside Chinese characters."""
    return [text[start:end].rstrip() for start, end in _cut(text, width)]


def rows(text: str, marks: Sequence[tuple[int, int]], width: int) -> list[Row]:
    """A text in lines of at most ``width`` cells, ``marks`` (``[start, end)`` of it) underlined.

    Unseen characters are spelled out. Of a long text, the lines around the marks are shown, or its beginning.
    """
    shown, places = plain_with_places(text)
    found = [(places[start], max(places[end], places[start] + 1)) for start, end in marks]
    made = [_row(shown, start, end, found) for start, end in _cut(shown, width)]
    if len(made) <= _MOST:
        return made
    near = {n + d for n, row in enumerate(made) if row.under for d in (-1, 0, 1)} or set(range(_MOST - 1))
    kept: list[Row] = []
    for number, row in enumerate(made):
        if number in near:
            kept.append(row)
        elif not kept or kept[-1].text != "…":
            kept.append(Row("…"))
    return kept


def _row(shown: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Row:
    text = shown[start:end].rstrip()
    under = ""
    for first, last in sorted(marks):
        left, right = max(first, start), min(last, start + max(len(text), 1))
        if left < right:
            at = max(cells(shown[start:left]), cells(under))
            under = under.ljust(at) + "^" * max(cells(shown[start:right]) - at, 1 if at == cells(under) == 0 else 0)
    ends = tuple(n for n, (_, last) in enumerate(marks) if start < last <= end)
    return Row(text, under.rstrip(), ends)


def _cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, used = 0, 0
    for unit in _UNIT.finditer(text):
        size = cells(unit[0])
        if used and used + size > width and not unit[0].isspace():
            yield start, unit.start()
            start, used = unit.start(), 0
        while used == 0 and size > width:
            end = start + max(len(head(text[start : unit.end()], width)), 1)
            yield start, end
            start, size = end, cells(text[end : unit.end()])
        used += size
    if start < len(text) or not text:
        yield start, len(text)
