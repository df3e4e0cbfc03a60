"""Writes directives into a text: above a block, behind an item, into a row. Knows the forms of a format, no file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from aligncheck.formats.frontmatter import closing_line
from aligncheck.formats.lines import split_lines
from aligncheck.model.directive import Directive
from aligncheck.model.text import Block, Document
from aligncheck.suppressions.orders import REASON, understand
from aligncheck.suppressions.scopes import line_end, line_start, scope_of, tag_start

_LEAD = re.compile(r"[ \t>]*")
_ORDER = re.compile(r"aligncheck\s*:\s*[\w-]+\s*")
_CLOSING = re.compile(r"\s*(?:-->|\*/\}|\)|\")?\s*$")
_ALERT = re.compile(r"[ \t>]*\[!")
_INDENTED = re.compile(r"(?: {4}|\t)$")


class Wish(NamedTuple):
    """A finding to be suppressed: its rule, where in the document it is (None: it has no place there), and why."""

    code: str
    at: int | None
    reason: str


class _Spot(NamedTuple):
    """Where a directive goes: a line of its own before ``at``, which begins with ``lead``, or beside the text there."""

    at: int
    lead: str = ""
    beside: bool = False
    row: bool = False
    whole: bool = False


class _Edit(NamedTuple):
    at: int
    text: str


def with_ignores(document: Document, wishes: Iterable[Wish]) -> str:
    """The document's text with directives for all that is wished, one for each block; other characters stay.

    What is wished for one block may have several reasons, which are joined. A directive that the block has already gets
    the codes it lacks and keeps its reason. The format must have comments.
    """
    page = _Page(document)
    edits = [
        _longer(document, where, {wish.code for wish in wished})
        if isinstance(where, Directive)
        else page.new(where, {wish.code for wish in wished}, "; ".join(dict.fromkeys(w.reason for w in wished)))
        for where, wished in page.gathered(wishes).items()
    ]
    pieces, at = [], 0
    for place, piece in sorted(edits):
        pieces += [document.text[at:place], piece]
        at = place
    return "".join(pieces) + document.text[at:]


def by_directive(document: Document, wishes: Iterable[Wish]) -> list[list[Wish]]:
    """The wishes, those together that one directive would fulfil."""
    return list(_Page(document).gathered(wishes).values())


def _longer(document: Document, directive: Directive, codes: set[str]) -> _Edit:
    """More codes behind those that a directive names."""
    start, end = directive.span
    order = _ORDER.search(document.text, start, end)
    assert order is not None
    rest = REASON.split(document.text[order.end() : end], 1)
    named = rest[0].rstrip() if len(rest) > 1 else _CLOSING.sub("", rest[0])
    return _Edit(order.end() + len(named), "".join(f", {code}" for code in sorted(codes)))


class _Page:
    """A document to be written into: where its front matter ends, its line end, the directives that may be extended."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        lines = split_lines(self.text)
        self.marked_up = document.format == "markdown"
        last = closing_line(self.text, lines) if self.marked_up else 0
        self.header_end = 0 if not last else lines[last + 1].start if last + 1 < len(lines) else len(self.text)
        ending = self.text[lines[0].end : lines[0].end + 2] if lines else ""
        self.ending = ending if ending == "\r\n" else ending[:1] or "\n"
        orders = [(d, understand(d.text)) for d in document.directives if d.place != "front-matter"]
        # One on every rule, or on none that is known, has no codes to add to.
        self.whole = [d for d, order in orders if order.verb == "ignore-file" and any(order.codes)]
        self.local = [(d, scope_of(document, d)) for d, order in orders if order.verb == "ignore" and any(order.codes)]

    def gathered(self, wishes: Iterable[Wish]) -> dict[_Spot | Directive, list[Wish]]:
        """Where directives go or stand, and what each is to cover."""
        found: dict[_Spot | Directive, list[Wish]] = {}
        for wish in wishes:
            found.setdefault(self.standing(wish.at) or self.spot(wish.at), []).append(wish)
        return found

    def standing(self, at: int | None) -> Directive | None:
        """A directive that names codes for this very block, or for the document where the finding has no place."""
        if at is None:
            return self.whole[0] if self.whole else None
        block = self.block(at)
        for directive, (first, last) in self.local:
            # A directive above a table covers all of it, which is more than a row.
            if first <= at <= last and not (directive.place == "line" and block and block.cell):
                return directive
        return None

    def block(self, at: int) -> Block | None:
        """The block on whose lines a character stands; the last one that begins before it."""
        blocks = self.document.blocks
        number = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
        if number >= 0 and at <= line_end(self.text, blocks[number].span.end):
            return blocks[number]
        near = [b for b in blocks[number + 1 : number + 2] if line_start(self.text, b.span.start) <= at]
        return near[0] if near else None

    def spot(self, at: int | None) -> _Spot:
        """Where a new directive goes for a finding at a character."""
        if at is None:
            return _Spot(self.header_end, whole=True)
        block = self.block(at)
        if not self.marked_up or block is None or at < self.header_end:
            return self._above(at if block is None else block.span.start)
        if block.cell is not None:
            return _Spot(self._last_of_row(block).span.end, beside=True, row=True)
        if block.kind == "comment":
            return self._above(max(self.text.rfind(sign, 0, block.span.start) for sign in ("<!--", "{/*")))
        tag = tag_start(self.text, block.span.start)
        if block.kind == "value" and tag < block.span.start:
            return self._above(tag)
        begin = line_start(self.text, block.span.start)
        if block.index and self.document.blocks[block.index - 1].span.start >= begin:
            return _Spot(block.span.end, beside=True)  # another one stands before it on its line
        last = line_end(self.text, block.span.end)
        behind = block.span.end + len(self.text[block.span.end : last].rstrip(" \t"))
        titled = block.kind == "heading" and self.text[behind - 1] != "}"  # ``{#id}`` has to end its line
        if block.kind == "item" or titled or (block.quote and block.kind == "paragraph" and self._follows_alert(begin)):
            return _Spot(behind, beside=True)
        return self._above(block.span.start, indented=block.kind == "code" and self.text[block.span.start] not in "`~<")

    def _last_of_row(self, block: Block) -> Block:
        here, number = block.cell, block.index
        blocks = self.document.blocks
        while here and number + 1 < len(blocks) and (next_one := blocks[number + 1].cell):
            if (next_one.table, next_one.row) != (here.table, here.row):
                break
            number += 1
        return blocks[number]

    def _follows_alert(self, begin: int) -> bool:
        """Whether the line before is ``[!NOTE]``, which GitHub wants to be followed by its text."""
        before = begin - (2 if self.text[max(0, begin - 2) : begin] == "\r\n" else 1)
        return before >= 0 and _ALERT.match(self.text, line_start(self.text, before)) is not None

    def _above(self, at: int, *, indented: bool = False) -> _Spot:
        """A line above that of ``at``, as far to the right and as deep in quotations; less so above indented code."""
        begin = line_start(self.text, at)
        lead = _LEAD.match(self.text, begin, at) if self.marked_up else None
        if lead is None:
            return _Spot(begin)
        return _Spot(begin, _INDENTED.sub("", lead.group()) if indented else lead.group())

    def new(self, spot: _Spot, codes: set[str], reason: str) -> _Edit:
        """A new directive, in the form of comment that fits the format and the place."""
        order = f"aligncheck: {'ignore-file' if spot.whole else 'ignore'} {', '.join(sorted(codes))}"
        remark = f"{order} -- {reason}"
        if not self.marked_up or spot.at < self.header_end:
            comment = f"# {remark}"
        elif self.document.path.lower().endswith(".mdx"):
            comment = f"{{/* {remark} */}}"
        elif spot.beside:
            # Many readers of Markdown, GitHub's among them, take a comment beside text for text if it holds "--".
            comment = f"<!-- {order} — {reason} -->"
        else:
            comment = f"<!-- {remark} -->"
        if spot.beside:
            return _Edit(spot.at, " " + (comment.replace("|", r"\|") if spot.row else comment))
        follows = spot.at == 0 or self.text[spot.at - 1] in "\r\n"
        return _Edit(spot.at, spot.lead + comment + self.ending if follows else self.ending + spot.lead + comment)
