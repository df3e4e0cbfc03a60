"""Reads plain text: paragraphs, hard-wrapped prose, evident headings and list items; knows no language's grammar.

Plain text has no syntax, so the document itself has to say what a line is: prose wrapped at a fixed width fills its
lines, while in a file with a paragraph per line the lengths vary freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligncheck.formats.clean import Cleaned
from aligncheck.formats.directives import line_directives
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.inline import clean_lines
from aligncheck.formats.lines import Line, Physical, columns, split_lines
from aligncheck.model.text import BlockKind, Document, Span

_MARKER = re.compile(
    r"[ \t\u3000]*(?P<marker>[•●○▪■◆‣⁃·∙*+\-–—](?=[ \t\u3000])|\d{1,3}[.)](?=[ \t\u3000])|\d{1,2}\.(?=[^\d\s.])"
    r"|[（(]\d{1,2}[)）]|[①-⑳]|\d{1,2}、|[一二三四五六七八九十]{1,3}、)[ \t\u3000]*(?=\S)"
)
_HASH = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:={2,}|-{2,})[ \t]*$")
_DECORATION = re.compile(r"[\W_]+$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[^`]*$")
_STOP = re.compile(r"[.!?。！？…;；:：,，、][\"'”’」』）)\]]*$")
_ENDED = re.compile(r"[.!?。！？…:：;；][\"'”’」』）)\]*]*$")
_LOWER = re.compile(r"[a-z]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ADDRESS = re.compile(r"https?://\S+$")
_NARROWEST, _WIDEST = 40, 120
_SLACK = 14


@dataclass(slots=True)
class _Unit:
    """Lines that make one block, ``first <= i < last``; ``info`` is a list marker or heading sign."""

    first: int
    last: int
    marker: str = ""
    level: int = 0
    skip: int = 0
    code: bool = False


def read(text: str, path: str) -> Document:
    """Read a plain text; ``Document.format`` is ``text``."""
    lines = split_lines(text)
    directives = line_directives(text, lines)
    for unit in _units(text, lines) if directives else ():
        for number in range(unit.first, unit.last) if unit.code else ():
            directives.pop(number, None)  # a page that shows how it is done
    lines = [line for number, line in enumerate(lines) if number not in directives]
    units = list(_units(text, lines))
    _guess_headings(text, lines, units)
    drafts = Drafts(text)
    for unit in units:
        start, end = lines[unit.first].start, lines[unit.last - 1].end
        if unit.code:
            drafts.add_raw("code", start, end)
            continue
        clean = _clean(text, lines, unit)
        if not clean.text:
            continue
        span = Span(start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        kind: BlockKind = "heading" if unit.level else "item" if unit.marker else "paragraph"
        level = unit.level or (1 if unit.marker else 0)
        drafts.add(kind, clean, span, level=level, info=unit.marker)
    return Document(path, text, drafts.finish(), "text", directives=tuple(directives.values()))


def _clean(text: str, lines: Sequence[Physical], unit: _Unit) -> Cleaned:
    """The unit's text, without its marker, which stands at the head of the first line."""
    parts = []
    for i in range(unit.first, unit.last):
        begin = lines[i].start + (unit.skip if i == unit.first else 0)
        parts.append(Line(text[begin : lines[i].end], begin))
    return clean_lines(parts, markdown=False)


def _units(text: str, lines: Sequence[Physical]) -> Iterator[_Unit]:
    """Cut the lines into blocks: groups between blank lines, and within a group by what its lines are."""
    at = 0
    while at < len(lines):
        line = text[lines[at].start : lines[at].end]
        if not line.strip():
            at += 1
            continue
        fence = _FENCE.match(line)
        closed = _closing(text, lines, at, fence.group(1)) if fence else None
        if closed:
            yield _Unit(at, closed, code=True)
            at = closed
            continue
        last = at + 1
        while last < len(lines) and text[lines[last].start : lines[last].end].strip():
            if _FENCE.match(text, lines[last].start, lines[last].end):
                break
            last += 1
        yield from _group(text, lines, at, last)
        at = last


def _closing(text: str, lines: Sequence[Physical], at: int, fence: str) -> int | None:
    """The line after the one that closes a fence, within 500 lines."""
    for i in range(at + 1, min(len(lines), at + 500)):
        line = text[lines[i].start : lines[i].end].strip()
        if len(line) >= len(fence) and not line.strip(fence[0]):
            return i + 1
    return None


def _group(text: str, lines: Sequence[Physical], first: int, last: int) -> Iterator[_Unit]:
    """The blocks of consecutive lines without a blank one between them."""
    rows = [text[lines[i].start : lines[i].end].rstrip() for i in range(first, last)]
    joins = _wrapped(rows)
    unit: _Unit | None = None
    for k, row in enumerate(rows):
        if _RULE.match(row):
            if unit and k == unit.last - first and unit.last - unit.first == 1 and row.strip():
                unit.level = 1 if "=" in row else 2
            if unit:
                yield unit
            unit = None
            continue
        if unit and joins[k]:
            unit.last = first + k + 1
            continue
        if unit:
            yield unit
        hashes, marker = _HASH.match(row), _MARKER.match(row)
        unit = _Unit(first + k, first + k + 1)
        if hashes:
            unit.level, unit.skip = len(hashes.group(1)), hashes.end()
        elif marker:
            unit.marker, unit.skip = marker.group("marker"), marker.end()
    if unit:
        yield unit


def _wrapped(rows: Sequence[str]) -> list[bool]:
    """For each line, whether it goes on with the sentence of the line before.

    In greedily wrapped prose a line ends only where the next word would have passed the width, so nearly every line
    of a paragraph but the last is full; and most of them end in mid-sentence.
    """
    joins = [False] * len(rows)
    if len(rows) < 2:
        return joins
    widths = [columns(row) for row in rows]
    width = max(widths)
    if not _NARROWEST <= width <= _WIDEST:
        return joins
    starts = [bool(_MARKER.match(row) or _HASH.match(row)) for row in rows]
    full = [w + 1 + _first_word(rows[k + 1]) + _SLACK // 2 > width for k, w in enumerate(widths[:-1])]
    inner = [k for k in range(len(rows) - 1) if not starts[k + 1]]
    open_ends = [k for k in inner if not _ENDED.search(rows[k])]
    lower = [k for k in open_ends if _LOWER.match(rows[k + 1].lstrip()) or _HAN.match(rows[k][-1:])]
    if not inner or sum(full[k] for k in inner) < 0.7 * len(inner) or len(lower) < 0.5 * len(inner):
        return joins
    for k in inner:
        joins[k + 1] = full[k] or k in open_ends
    return joins


def _first_word(row: str) -> int:
    """Columns of the first word, that is of the least that could have moved up to the line before."""
    row = row.lstrip()
    if _HAN.match(row):
        return 2
    return columns(row.split(None, 1)[0]) if row else 0


def _guess_headings(text: str, lines: Sequence[Physical], units: Sequence[_Unit]) -> None:
    """Call a short line without closing punctuation a heading when running text follows it.

    In a bilingual text the same heading may stand there twice, in one script and then in the other.
    """
    follower, guessed = "", False
    for unit in reversed(units):
        row = text[lines[unit.first].start : lines[unit.last - 1].end].strip()
        short = not unit.level and not unit.code and unit.last - unit.first == 1 and _may_head(row, unit.marker)
        heads = columns(follower) > max(80, 2 * columns(row)) and _STOP.search(
            follower + ("" if columns(row) > 40 else ".")
        )
        again = guessed and (_HAN.search(row) is None) != (_HAN.search(follower) is None)
        guessed = short and (again or bool(heads))
        if guessed:
            unit.level = 2
        follower = "" if unit.marker and not unit.level else row


def _may_head(row: str, marker: str) -> bool:
    """Whether a line has the shape of a heading: words, few, no closing punctuation, no byline, address or bullet."""
    shaped = (
        columns(row) <= 80
        and any(c.isalpha() for c in row)
        and not _STOP.search(row)
        and not _ADDRESS.match(row)
        and not _DECORATION.match(row)
    )
    return shaped and "|" not in row and not row[0].islower() and (not marker or marker[0].isalnum())
