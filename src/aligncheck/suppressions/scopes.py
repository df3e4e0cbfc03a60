"""What of a document a directive speaks of: the block it stands in, the next one, a row, a table. Knows no rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from aligncheck.model.text import Block, Directive, Document, Span

_UNSEEN = frozenset({"directive", "front-matter"})
"""Blocks that hold nothing a finding could speak of; a directive above them means what comes after."""


def scope_of(document: Document, directive: Directive) -> Span:
    """The characters an ``ignore`` covers, first and last included; all that is left where no block follows."""
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    start, end = directive.span
    if directive.place == "front-matter":
        return Span(0, len(document.text))
    if directive.place == "beside":
        found = _beside(document, directive, starts)
        if found is not None:
            return _surroundings(document, found, directive)
    inside = bisect_right(starts, start) - 1
    if directive.place == "line" and inside >= 0 and end < blocks[inside].span.end:
        return _surroundings(document, inside, directive)  # between the lines of a paragraph
    following = bisect_left(starts, end)
    while following < len(blocks) and blocks[following].kind in _UNSEEN:
        following += 1
    if following == len(blocks):
        return Span(start, len(document.text))
    return Span(start, line_end(document.text, _end(document, following)))


def _beside(document: Document, directive: Directive, starts: Sequence[int]) -> int | None:
    """The number of the block that a directive beside text belongs to: it begins before it, or on its line."""
    here = line_start(document.text, directive.span.start)
    before = bisect_right(starts, directive.span.start) - 1
    if before >= 0 and document.blocks[before].span.end > here:
        return before
    after = before + 1
    return after if after < len(starts) and starts[after] <= line_end(document.text, directive.span.end) else None


def _surroundings(document: Document, number: int, directive: Directive) -> Span:
    """A block with the markup round it on its lines; of a table cell the row."""
    text, block = document.text, document.blocks[number]
    if block.cell is not None:
        return Span(line_start(text, block.span.start), line_end(text, block.span.end))
    previous = document.blocks[number - 1].span.end if number else 0
    last = max(block.span.end, directive.span.end)
    following = document.blocks[number + 1].span.start - 1 if number + 1 < len(document.blocks) else len(text)
    return Span(max(previous, line_start(text, block.span.start)), max(last, min(line_end(text, last), following)))


def _end(document: Document, number: int) -> int:
    """Where the thing ends that a block begins: a table, a row of pairs, a comment, or the block itself."""
    blocks = document.blocks
    first = blocks[number]
    if first.kind == "comment":
        closing = document.text.find("-->", first.span.end)
        return closing if closing >= 0 else first.span.end
    last = number
    while last + 1 < len(blocks) and _together(first, blocks[last + 1]):
        last += 1
    return blocks[last].span.end


def _together(one: Block, other: Block) -> bool:
    if one.cell is not None:
        return other.cell is not None and other.cell.table == one.cell.table
    return one.unit is not None and one.unit == other.unit


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins; a line ends at ``\\n``, ``\\r\\n`` or ``\\r``."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a character ends, before its line end."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))
