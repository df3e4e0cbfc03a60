"""All text of the target language as one string with the way back to the document. Knows no rule and no sign."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.checks._prose import VERBATIM, without_addresses
from aligncheck.checks._rule import Change, DocumentContext, Evidence, Hit
from aligncheck.model.text import Block, Document, Pair, Segment, Span

FILLING = "\x1a"
"""Stands for every character of code, addresses and the like: neither letter nor space, so that nothing touches it."""

PROSE = 16
ENDS = ("。", "！", "？", ".", "!", "?", "：", ":", "；")
"""So long is a sentence, and so it ends, that is text and not the furniture of a page."""

NEIGHBOURHOOD = 8
"""Characters on either side by which a place is known again."""

SEEN = 300
LONGEST = 4000
"""Characters of a passage beyond which it is not looked at as a whole for each fault."""


class Passage(NamedTuple):
    """Sentences of the target language that stand together in a block.

    ``start`` is where they begin in the sheet, ``at`` where they begin in the block.
    """

    start: int
    end: int
    block: Block
    at: int

    @property
    def whole(self) -> bool:
        """Whether it is all that the block says."""
        return self.end - self.start >= len(self.block.text.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """The passages of a document, a line each.

    ``text`` has FILLING for what is no prose, ``raw`` the characters themselves, at the same offsets.
    """

    document: Document
    text: str
    raw: str
    passages: Sequence[Passage]
    starts: Sequence[int]
    pair_starts: Sequence[int]
    pairs: Sequence[Pair]

    def passage(self, at: int) -> Passage:
        return self.passages[self.number(at)]

    def number(self, at: int) -> int:
        """Which passage a character stands in."""
        return bisect_right(self.starts, at) - 1

    def pair(self, at: int) -> Pair:
        """The pair of the sentence that a character belongs to."""
        return self.pairs[bisect_right(self.pair_starts, at) - 1]

    def source(self, at: int) -> str:
        """The source of that sentence; nothing where it has none."""
        side = self.pair(at).source
        return side.text if side else ""

    def line(self, at: int) -> str:
        """The passage around a character, without what is no prose."""
        passage = self.passage(at)
        return self.text[passage.start : passage.end]

    def near(self, at: int) -> str:
        """As much of the passage around a character as a reader sees at once: hostile lines are long."""
        passage = self.passage(at)
        return self.text[max(passage.start, at - SEEN) : min(passage.end, at + SEEN)]

    def short(self, at: int) -> Passage | None:
        """The passage around a character, unless it is longer than any paragraph."""
        passage = self.passage(at)
        return passage if passage.end - passage.start <= LONGEST else None

    def span(self, start: int, end: int) -> Span:
        """Characters of the document."""
        passage = self.passage(start)
        shift = passage.at - passage.start
        return passage.block.locate(start + shift, min(end, passage.end) + shift)

    def solid(self, start: int, end: int) -> bool:
        """Whether the document holds these very characters, with no markup, escape or line break among them."""
        span = self.span(start, end)
        return self.document.text[span.start : span.end] == self.raw[start:end]

    def change(self, start: int, end: int, new: str, *, safe: bool = True) -> Change:
        """Other characters in place of these."""
        return Change(*self.span(start, end), self.raw[start:end], new, safe)

    def hit(
        self,
        start: int,
        end: int,
        kind: str,
        message: str,
        together: str,
        changes: Sequence[Change] = (),
        confidence: float = 0.9,
    ) -> Hit:
        """A fault at these characters; all of its kind are told as one."""
        passage = self.passage(start)
        near = self.raw[max(passage.start, start - NEIGHBOURHOOD) : min(passage.end, end + NEIGHBOURHOOD)]
        return Hit(
            message,
            target=(Evidence(*self.span(start, end)),),
            confidence=confidence,
            key=f"{kind}\x1f{near}",
            pair=self.pair(start).id,
            changes=tuple(changes),
            kind=kind,
            together=together,
        )


def inside(text: str, pattern: re.Pattern[str]) -> Callable[[int], bool]:
    """Tells of a place whether it lies in a match of the pattern."""
    spans = [match.span() for match in pattern.finditer(text)]
    starts = [start for start, _ in spans]

    def lies(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < spans[number][1]

    return lies


def sheet_of(context: DocumentContext) -> Sheet:
    """The target's text, put together once for all rules."""
    return context.once("punctuation: sheet", _sheet)


def chinese(context: DocumentContext) -> Sheet | None:
    """The target's text where it is Chinese."""
    return sheet_of(context) if context.target_lang == "zh" else None


def _sheet(context: DocumentContext) -> Sheet:
    mixed = context.source is context.target and context.layout not in ("one-language", "unrelated")
    said = [
        (segment, pair)
        for pair, side in context.targets()
        if not (mixed and pair.reading == "stretch" and not _tells(side.text))
        for segment in side.segments
    ]
    said.sort(key=lambda one: (one[0].block.index, one[0].start))
    passages, raws, texts, starts, pair_starts = [], [], [], [], []
    at = 0
    for group in _together(said):
        (first, _), (last, _) = group[0], group[-1]
        block = first.block
        raw = block.text[first.start : last.end]
        passages.append(Passage(at, at + len(raw), block, first.start))
        starts.append(at)
        pair_starts += [at + segment.start - first.start for segment, _ in group]
        raws.append(raw)
        texts.append(_prose(raw, block, first.start))
        at += len(raw) + 1
    pairs = [pair for _, pair in said]
    return Sheet(context.target, "\n".join(texts), "\n".join(raws), passages, starts, pair_starts, pairs)


def _tells(text: str) -> bool:
    """Whether a sentence without counterpart is prose: the page around a translation has names and rows of words."""
    return len(text) >= PROSE and text.rstrip('”」』）)"').endswith(ENDS)


def _together(said: Sequence[tuple[Segment, Pair]]) -> Iterator[list[tuple[Segment, Pair]]]:
    """Sentences of one block with nothing but blanks between them."""
    group: list[tuple[Segment, Pair]] = []
    for one in said:
        segment = one[0]
        if group:
            last = group[-1][0]
            between = last.block is not segment.block or segment.block.text[last.end : segment.start].strip()
            if between:
                yield group
                group = []
        group.append(one)
    if group:
        yield group


def _prose(raw: str, block: Block, at: int) -> str:
    """The text with FILLING for code, addresses and the like; and without line breaks that would part it."""
    text = raw
    for mark in block.marks:
        if mark.kind in VERBATIM and mark.end > at and mark.start < at + len(raw):
            start, end = max(0, mark.start - at), min(len(raw), mark.end - at)
            text = text[:start] + FILLING * (end - start) + text[end:]
    return without_addresses(text, FILLING)
