"""What a fix must leave as it is: code, markup, addresses, numbers, the shape of a document. Knows no rule, no file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import unquote

from aligncheck.formats import meant
from aligncheck.formats.metadata import front_matter_end
from aligncheck.lang.addresses import slug
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Fix
from aligncheck.model.text import PROSE, Anchor, Block, Document, Mark

_KEPT = frozenset({"code", "math", "placeholder", "html", "footnote"})
"""Marks whose text is no prose; the text of a link is, unless it is the address itself."""

_BREAK = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_RENDERED = 20_000
"""Characters of the longest block whose rendering is compared."""
_DIGITS = str.maketrans({0xFF10 + n: str(n) for n in range(10)})
_NUMBER = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*")
_NEAR = 30
"""Characters on either side of a fix in which its numbers are looked for."""
_NOT_NUMERAL = re.compile(r"[^〇零一二三四五六七八九十百千万亿两]+")
_ADDRESS = re.compile(r"(?:[a-z]+:)?//|www\.", re.IGNORECASE)
_YAML = frozenset("\"'\\:#[]{},&*!|>%@`=")


class Ground:
    """A document, and where its text may be changed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        blocks = (block for block in document.blocks if block.kind in PROSE)
        self._anchors = sorted((anchor.doc_start, block.index, anchor) for block in blocks for anchor in block.anchors)
        self._starts = [start for start, _, _ in self._anchors]
        targets = (mark.target or "" for block in document.blocks for mark in block.marks if mark.kind == "link")
        self._linked = {unquote(target[1:]).lower() for target in targets if target.startswith("#")}
        self._front = front_matter_end(document.text) if document.format == "markdown" else 0

    def refusal(self, fix: Fix) -> str | None:
        """Why a fix is not to be made; None where nothing stands against it."""
        if self.document.text[fix.start : fix.end] != fix.text:
            return "the text has changed"
        place = self._place(fix)
        if place is None:
            return "it would change markup or code"
        new = meant(fix.replacement, self.document.format)
        if _BREAK.search(fix.text + new):
            return "it would change a line break"
        block, anchor = place
        start = anchor.start + fix.start - anchor.doc_start
        for mark in block.marks:
            if mark.start < start + len(fix.text) and mark.end > start and _is_kept(block, mark):
                return f"it would change {'an address' if mark.kind == 'link' else mark.kind}"
        around = block.text[max(0, start - _NEAR) : start], block.text[start + len(fix.text) :][:_NEAR]
        if _numbers(fix.text.join(around)) != _numbers(new.join(around)):
            return "it would change a number"
        if fix.safe and _numerals(fix.text) != _numerals(new):
            return "it would change a number"
        if fix.start < self._front and (set(new) - set(fix.text)) & _YAML:
            return "it might change what the front matter says"
        return None

    def difference(self, after: Document, fixes: Sequence[Fix]) -> str | None:
        """What else the document has that the fixes, sorted, should have left alone; None where there is nothing."""
        before = self.document
        if len(before.blocks) != len(after.blocks) or len(before.directives) != len(after.directives):
            return "it would change how the text is divided"
        expected = self._texts(fixes)
        for old, new in zip(before.blocks, after.blocks, strict=True):
            if _shape(old) != _shape(new):
                return "it would change how the text is divided"
            wanted = expected.get(old.index, old.text)
            if new.text != wanted:
                return "it would be read as something else"
            if old.index in expected and _numbers(old.text) != _numbers(wanted):
                return "it would change a number"
            if _kept(old) != _kept(new) or (old.index in expected and self._shows_otherwise(old, after, new)):
                return "it would change links, code or other markup"
            if old.kind == "heading" and slug(old.text) != slug(new.text) and slug(old.text) in self._linked:
                return "a link leads to this heading"
        return None

    def _shows_otherwise(self, old: Block, after: Document, new: Block) -> bool:
        """Whether a renderer would show other markup: ``**重点。** 后文`` is emphasis only with its space."""
        if self.document.format != "markdown" or old.span.end - old.span.start > _RENDERED:
            return False
        from aligncheck.formats.rendered import elements

        return elements(self.document.text[slice(*old.span)]) != elements(after.text[slice(*new.span)])

    def _place(self, fix: Fix) -> tuple[Block, Anchor] | None:
        """The block that shows the fix's characters one for one, all in one stretch, with that stretch."""
        number = bisect_right(self._starts, fix.start) - 1
        if number < 0 or not fix.text:
            return None
        _, index, anchor = self._anchors[number]
        as_written = anchor.end - anchor.start == anchor.doc_end - anchor.doc_start
        return (self.document.blocks[index], anchor) if as_written and fix.end <= anchor.doc_end else None

    def _texts(self, fixes: Sequence[Fix]) -> dict[int, str]:
        """The clean text of the blocks that change, by index, as it should be then."""
        made: dict[int, str] = {}
        for fix in reversed(fixes):
            if (place := self._place(fix)) is not None:
                block, anchor = place
                text = made.get(block.index, block.text)
                start = anchor.start + fix.start - anchor.doc_start
                new = meant(fix.replacement, self.document.format)
                made[block.index] = text[:start] + new + text[start + len(fix.text) :]
        return made


def _is_kept(block: Block, mark: Mark) -> bool:
    text = block.text[mark.start : mark.end]
    return mark.kind in _KEPT or (mark.kind == "link" and (text == mark.target or _ADDRESS.match(text) is not None))


def _shape(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.quote, block.unit, block.lang, block.cell, block.info


def _kept(block: Block) -> list[tuple[object, ...]]:
    """The block's markup with the addresses of links, and what of its text no fix may change."""
    return [
        (mark.kind, mark.target, block.text[mark.start : mark.end] if _is_kept(block, mark) else None)
        for mark in block.marks
    ]


def _numbers(text: str) -> list[str]:
    """The numbers in Arabic figures; full-width figures are the same ones."""
    return _NUMBER.findall(text.translate(_DIGITS))


def _numerals(text: str) -> str:
    """The Chinese numerals in order; either script's are the same ones."""
    return _NOT_NUMERAL.sub("", fold(text))
