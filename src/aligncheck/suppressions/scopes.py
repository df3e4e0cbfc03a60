"""What of a document a directive speaks of: the block it stands in, the next one, a row, a table. Knows no rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from aligncheck.formats.tags import LONGEST_TAG, tag_at
from aligncheck.model.directive import Directive
from aligncheck.model.text import Block, Document, Span

_UNSEEN = frozenset({"directive", "front-matter"})
"""Blocks that hold nothing a finding could speak of; a directive above them means what comes after."""


def scope_of(document: Document, directive: Directive) -> Span:
    """The characters an ``ignore`` covers, first and last included; all that is left where no block follows."""
    blocks = document.blocks
    start, end = directive.span
    if directive.place == "front-matter":
        return Span(0, len(document.text))
    if directive.place == "beside":
        found = _beside(document, directive)
        if found is not None:
            return _surroundings(document, found, directive)
    inside = bisect_right(blocks, start, key=_begin) - 1
    if directive.place == "line" and inside >= 0 and end < blocks[inside].span.end:
        return _surroundings(document, inside, directive)  # between the lines of a paragraph
    following = bisect_left(blocks, end, key=_begin)
    while following < len(blocks) and blocks[following].kind in _UNSEEN:
        following += 1
    if following == len(blocks):
        return Span(start, len(document.text))
    return Span(start, line_end(document.text, _end(document, following, end)))


def _begin(block: Block) -> int:
    return block.span.start


def _beside(document: Document, directive: Directive) -> int | None:
    """The number of the block that a directive beside text belongs to: it begins before it, or on its line."""
    here = line_start(document.text, directive.span.start)
    before = bisect_right(document.blocks, directive.span.start, key=_begin) - 1
    if before >= 0 and document.blocks[before].span.end > here:
        return before
    following = document.blocks[before + 1 : before + 2]
    last = line_end(document.text, directive.span.end)
    return before + 1 if following and following[0].span.start <= last else None


def _surroundings(document: Document, number: int, directive: Directive) -> Span:
    """A block with the markup round it on its lines; of a table cell the row."""
    text, block = document.text, document.blocks[number]
    if block.cell is not None:
        return Span(line_start(text, block.span.start), line_end(text, block.span.end))
    previous = document.blocks[number - 1].span.end if number else 0
    last = max(block.span.end, directive.span.end)
    following = document.blocks[number + 1].span.start - 1 if number + 1 < len(document.blocks) else len(text)
    return Span(max(previous, line_start(text, block.span.start)), max(last, min(line_end(text, last), following)))


def _end(document: Document, number: int, at: int) -> int:
    """Where the thing ends that a block begins: a table, a row of pairs, a comment, a tag with its attributes, or the
    block itself. ``at`` is where the directive above it ends."""
    blocks, text = document.blocks, document.text
    first = blocks[number]
    tagged = first.kind == "value" and tag_start(text, first.span.start) >= at
    if first.kind == "comment":
        closing = text.find("-->", first.span.end)
        return closing if closing >= 0 else first.span.end
    last = number
    while last + 1 < len(blocks):
        following = blocks[last + 1]
        attribute = tagged and following.kind == "value" and tag_start(text, following.span.start) < first.span.start
        if not attribute and not _together(first, following):
            break
        last += 1
    return blocks[last].span.end


def _together(one: Block, other: Block) -> bool:
    if one.cell is not None:
        return other.cell is not None and other.cell.table == one.cell.table
    return one.unit is not None and one.unit == other.unit


def tag_start(text: str, at: int) -> int:
    """Where the tag begins that has an attribute at ``at``; ``at`` itself outside tags."""
    first, opening = max(0, at - LONGEST_TAG), at
    while (opening := text.rfind("<", first, opening)) >= 0:
        tag = tag_at(text, opening)
        if tag is not None and tag.end > at:
            return opening
    return at


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins; a line ends at ``\\n``, ``\\r\\n`` or ``\\r``."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a character ends, before its line end."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))
