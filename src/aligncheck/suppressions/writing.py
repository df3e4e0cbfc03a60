"""Writes directives into a text: above a block, behind an item, into a row. Knows the forms of a format, no file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from aligncheck.formats.frontmatter import closing_line
from aligncheck.formats.lines import split_lines
from aligncheck.model.text import Block, Cell, Directive, Document
from aligncheck.suppressions.orders import REASON, understand
from aligncheck.suppressions.scopes import line_end, line_start, scope_of, tag_start

_LEAD = re.compile(r"[ \t>]*")
_ORDER = re.compile(r"aligncheck\s*:\s*[\w-]+\s*")
_CLOSING = re.compile(r"\s*(?:-->|\*/\}|\)|\")?\s*$")
_ALERT = re.compile(r"[ \t>]*\[!")
_INDENTED = re.compile(r"(?: {4}|\t)$")


class Wish(NamedTuple):
    """A finding to be suppressed: its rule and where in the document it is; None where it has no place there."""

    code: str
    at: int | None


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


def with_ignores(document: Document, wishes: Iterable[Wish], reason: str) -> str:
    """The document's text with directives for all that is wished, one for each block; other characters stay.

    A directive that the block has already gets the codes it lacks and keeps its reason. The format must have comments.
    """
    codes: dict[_Spot | Directive, set[str]] = {}
    for wish in wishes:
        codes.setdefault(_standing(document, wish.at) or _spot(document, wish.at), set()).add(wish.code)
    edits = [
        _longer(document, where, wanted) if isinstance(where, Directive) else _new(document, where, wanted, reason)
        for where, wanted in codes.items()
    ]
    text = document.text
    for at, piece in sorted(edits, reverse=True):
        text = text[:at] + piece + text[at:]
    return text


def _standing(document: Document, at: int | None) -> Directive | None:
    """A directive that names codes for this very block, or for the whole document where the finding has no place."""
    block = None if at is None else _block(document, at)
    for directive in document.directives:
        order = understand(directive.text)
        if directive.place == "front-matter" or not any(order.codes):
            continue
        if at is None and order.verb == "ignore-file":
            return directive
        if at is None or order.verb != "ignore" or (directive.place == "line" and block is not None and block.cell):
            continue  # a directive above a table covers all of it, which is more than a row
        first, last = scope_of(document, directive)
        if first <= at <= last:
            return directive
    return None


def _longer(document: Document, directive: Directive, codes: set[str]) -> _Edit:
    start, end = directive.span
    order = _ORDER.search(document.text, start, end)
    assert order is not None
    rest = REASON.split(document.text[order.end() : end], 1)
    named = rest[0].rstrip() if len(rest) > 1 else _CLOSING.sub("", rest[0])
    return _Edit(order.end() + len(named), "".join(f", {code}" for code in sorted(codes)))


def _new(document: Document, spot: _Spot, codes: set[str], reason: str) -> _Edit:
    order = f"aligncheck: {'ignore-file' if spot.whole else 'ignore'} {', '.join(sorted(codes))}"
    remark = f"{order} -- {reason}"
    if document.format != "markdown" or _in_header(document, spot.at):
        comment = f"# {remark}"
    elif document.path.lower().endswith(".mdx"):
        comment = f"{{/* {remark} */}}"
    elif spot.beside:
        # Many readers of Markdown, GitHub's among them, take a comment beside text for text if it holds "--".
        comment = f"<!-- {order} — {reason} -->"
    else:
        comment = f"<!-- {remark} -->"
    if spot.beside:
        return _Edit(spot.at, " " + (comment.replace("|", r"\|") if spot.row else comment))
    ending = next((document.text[end : end + 2] for _, end in split_lines(document.text)), "")
    ending = "\r\n" if ending == "\r\n" else ending[:1] or "\n"
    follows = spot.at == 0 or document.text[spot.at - 1] in "\r\n"
    return _Edit(spot.at, spot.lead + comment + ending if follows else ending + spot.lead + comment)


def _spot(document: Document, at: int | None) -> _Spot:
    if at is None:
        return _Spot(_header_end(document), whole=True)
    block = _block(document, at)
    if document.format != "markdown" or block is None or _in_header(document, at):
        return _above(document, at if block is None else block.span.start)
    if block.cell is not None:
        row = [b for b in document.blocks if b.cell and _row(b.cell) == _row(block.cell)]
        return _Spot(max(b.span.end for b in row), beside=True, row=True)
    if block.kind == "comment":
        return _above(document, max(document.text.rfind(sign, 0, block.span.start) for sign in ("<!--", "{/*")))
    tag = tag_start(document.text, block.span.start)
    if block.kind == "value" and tag < block.span.start:
        return _above(document, tag)
    begin = line_start(document.text, block.span.start)
    if block.index and document.blocks[block.index - 1].span.start >= begin:
        return _Spot(block.span.end, beside=True)  # another one stands before it on its line
    last = line_end(document.text, block.span.end)
    behind = len(document.text[:last].rstrip(" \t"))
    titled = block.kind == "heading" and document.text[behind - 1] != "}"  # ``{#id}`` has to end its line
    alert = _ALERT.match(document.text, line_start(document.text, len(document.text[:begin].rstrip()))) is not None
    if block.kind == "item" or titled or (block.kind == "paragraph" and block.quote and alert):
        return _Spot(behind, beside=True)
    indented = block.kind == "code" and document.text[block.span.start] not in "`~<"
    return _above(document, block.span.start, indented=indented)


def _row(cell: Cell) -> tuple[int, int]:
    return cell.table, cell.row


def _above(document: Document, at: int, *, indented: bool = False) -> _Spot:
    """A line above that of ``at``, as far to the right and as deep in quotations; less so above indented code."""
    begin = line_start(document.text, at)
    if document.format != "markdown":
        return _Spot(begin)
    lead = _LEAD.match(document.text, begin, at)
    assert lead is not None
    return _Spot(begin, _INDENTED.sub("", lead.group()) if indented else lead.group())


def _block(document: Document, at: int) -> Block | None:
    """The block on whose lines a character stands; the last one that begins before it."""
    number = bisect_right(document.blocks, at, key=lambda block: block.span.start) - 1
    if number >= 0 and at <= line_end(document.text, document.blocks[number].span.end):
        return document.blocks[number]
    following = document.blocks[number + 1 : number + 2]
    near = [b for b in following if line_start(document.text, b.span.start) <= at]
    return near[0] if near else None


def _header_end(document: Document) -> int:
    """Where the line after the front matter begins."""
    lines = split_lines(document.text)
    last = closing_line(document.text, lines) if document.format == "markdown" else 0
    if not last:
        return 0
    return lines[last + 1].start if last + 1 < len(lines) else len(document.text)


def _in_header(document: Document, at: int) -> bool:
    return at < _header_end(document)
