"""Documents, blocks and segments with offsets that map back to the file; knows no format and no language."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from aligncheck.model.directive import Directive

from aligncheck.model.lines import line_starts

Lang = str
"""A language by its ISO 639-1 code: ``"en"`` or ``"zh"``."""

BlockKind = Literal[
    "heading", "paragraph", "item", "cell", "code", "math", "html", "comment", "front-matter", "directive", "value"
]
"""What a block is. ``item`` is a list item's own text, ``cell`` a table cell, ``comment`` an HTML comment's content,
``directive`` an include/shortcode/import line, ``value`` a string of a key-value file. Prose may stand in heading,
paragraph, item, cell, comment, value and in front-matter values; the others are never translated text."""

PROSE: frozenset[BlockKind] = frozenset({"heading", "paragraph", "item", "cell", "comment", "value"})
"""The kinds whose text is segmented and paired."""

MarkKind = Literal["code", "link", "image", "emphasis", "strong", "html", "math", "placeholder", "footnote"]


class Span(NamedTuple):
    """A half-open range of characters, ``start <= i < end``."""

    start: int
    end: int


class Anchor(NamedTuple):
    """A stretch of clean text and the stretch of the document it came from.

    Equal lengths map character by character; unequal ones (``&amp;`` for ``&``) map as a whole.
    """

    start: int
    end: int
    doc_start: int
    doc_end: int


_VISIBLE = re.compile(r"[^\r\n]")


def blanked(text: str, filling: str = " ") -> str:
    """A text of the same length and lines that holds nothing but ``filling``, one character."""
    return _VISIBLE.sub(filling, text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over ``[start, end)`` of clean text; ``target`` is a link's address, where there is one."""

    kind: MarkKind
    start: int
    end: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: which table of the document, which row (0 is the header), which column."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A structural unit of a document: a heading, a paragraph, a list item's text, a table cell …

    Attributes:
        index: position in ``Document.blocks``.
        kind: what it is.
        text: clean text: markup stripped, hard-wrapped lines joined. For code and other non-prose: its raw content.
        anchors: how ``text`` maps to ``Document.text``; sorted, disjoint, in order on both sides.
        span: the whole block with its markup, in characters of the document.
        level: heading level 1–6, list depth from 1, otherwise 0.
        quote: depth of block quotation, 0 outside.
        unit: the pair this block belongs to in an already-paired format (a TSV row, a JSON key path).
        lang: the language, where the format knows it (a TSV column, a locale file).
        cell: place in a table, for ``cell`` blocks.
        marks: inline markup in clean-text characters.
        info: the fence's info string, a front-matter key, the list marker ("1." or "-").
    """

    index: int
    kind: BlockKind
    text: str
    anchors: tuple[Anchor, ...]
    span: Span
    level: int = 0
    quote: int = 0
    unit: str | None = None
    lang: Lang | None = None
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    info: str = ""

    def locate(self, start: int, end: int) -> Span:
        """Map ``[start, end)`` of the clean text to characters of the document.

        An empty range maps to an empty one. Raises IndexError when the range is outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is outside a block of {len(self.text)} characters")
        if not self.anchors:
            return Span(self.span.start, self.span.start)
        anchor = self.anchors[0]
        shift = anchor.doc_start - anchor.start
        if anchor.start <= start < anchor.end and end <= anchor.end and anchor.doc_end - anchor.end == shift:
            return Span(start + shift, end + shift)  # inside the first stretch, as most text is
        if start == end:
            at = self._doc_at(start, ends=False)
            return Span(at, at)
        return Span(self._doc_at(start, ends=False), self._doc_at(end, ends=True))

    def _doc_at(self, at: int, *, ends: bool) -> int:
        """The document's character at a place of the clean text; what ends there belongs to the anchor before it."""
        anchor = self.anchors[max(0, bisect_right(self.anchors, at - ends, key=lambda a: a.start) - 1)]
        if at >= anchor.end + ends:
            return anchor.doc_end
        if anchor.end - anchor.start == anchor.doc_end - anchor.doc_start:
            return anchor.doc_start + (at - anchor.start)
        return anchor.doc_end if ends else anchor.doc_start


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: ``text`` is what the user sees in an editor, ``blocks`` its structure in order.

    ``path`` is as the user named it, with ``/``. ``notes`` are remarks of the reader (an encoding guessed, a bad
    row kept) as (line, message), line counted from 1. ``directives`` stand in no block.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    format: str
    encoding: str = "utf-8"
    notes: tuple[tuple[int, str], ...] = ()
    directives: tuple[Directive, ...] = ()
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def without_directives(self) -> Document:
        """The same document with blanks for its directives, offsets kept: for rules that look at the text itself."""
        if not self.directives:
            return self
        pieces, at = [], 0
        for _, (start, end), _ in self.directives:
            pieces += [self.text[at:start], blanked(self.text[start:end])]
            at = end
        return replace(self, text="".join(pieces) + self.text[at:])

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character; a line ends at ``\\n``, ``\\r\\n`` or ``\\r``."""
        starts = self._line_starts
        if not starts:
            starts += line_starts(self.text)
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: ``[start, end)`` of its block's clean text, in one language.

    ``run`` numbers the maximal run of one language it belongs to, counted over the whole document; sentences of one
    block and one run stand together.
    """

    lang: Lang
    block: Block
    start: int
    end: int
    run: int = 0

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Inline markup clipped to the sentence, in characters of the sentence."""
        return tuple(
            Mark(m.kind, max(m.start, self.start) - self.start, min(m.end, self.end) - self.start, m.target)
            for m in self.block.marks
            if m.start < self.end and m.end > self.start
        )

    @property
    def span(self) -> Span:
        return self.block.locate(self.start, self.end)

    def locate(self, start: int, end: int) -> Span:
        """Map ``[start, end)`` of the sentence to characters of the document."""
        return self.block.locate(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: one or more consecutive sentences of a document, joined as ``text``.

    ``offsets[k]`` is where sentence k begins in ``text``.
    """

    document: Document
    segments: tuple[Segment, ...]
    text: str
    offsets: tuple[int, ...]
    _marks: list[tuple[Mark, ...]] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document, segments: tuple[Segment, ...]) -> Side:
        """Join sentences: a space between them where the language writes one."""
        if len(segments) == 1:
            return cls(document, segments, segments[0].text, (0,))
        joint = " " if segments and segments[0].lang != "zh" else ""
        offsets, at = [], 0
        for segment in segments:
            offsets.append(at)
            at += segment.end - segment.start + len(joint)
        return cls(document, segments, joint.join(s.text for s in segments), tuple(offsets))

    @property
    def lang(self) -> Lang:
        return self.segments[0].lang

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Inline markup in characters of ``text``; worked out once, since most rules ask."""
        if not self._marks:
            both = zip(self.offsets, self.segments, strict=True)
            self._marks.append(
                tuple(Mark(m.kind, m.start + at, m.end + at, m.target) for at, s in both for m in s.marks)
            )
        return self._marks[0]

    @property
    def span(self) -> Span:
        """From the first sentence's first character to the last one's end, in characters of the document."""
        first = self.segments[0].span
        return first if len(self.segments) == 1 else Span(first.start, max(s.span.end for s in self.segments))

    def locate(self, start: int, end: int) -> Span:
        """Map ``[start, end)`` of ``text`` to characters of the document; a range over a joint spans both sides."""
        first = bisect_right(self.offsets, start) - 1
        last = max(first, bisect_right(self.offsets, max(start, end - 1)) - 1)
        head, tail = self.segments[first], self.segments[last]
        a = min(start - self.offsets[first], len(head.text))
        b = min(end - self.offsets[last], len(tail.text))
        if first == last:
            return head.locate(min(a, b), b)
        return Span(head.locate(a, len(head.text)).start, tail.locate(0, b).end)


@dataclass(frozen=True, slots=True)
class Bead:
    """Source sentences ``source`` and target sentences ``target`` that answer for each other (ids in their lists).

    An empty side is a null alignment: an omission or an addition. ``confidence`` is the probability, from 0 to 1,
    that the bead is exactly right. ``moved`` says that the two stand at different places of their texts.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    moved: bool = False

    @property
    def type(self) -> str:
        return f"{len(self.source)}-{len(self.target)}"


Reading = Literal["paired", "moved", "null", "stretch"]
"""What an entry of the pairing is: two sides; two sides at different places of their texts; a sentence without
counterpart inside aligned text; a sentence of a stretch in one language only (boilerplate, a part that was never
translated), which is noted once per stretch."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source side and a target side, at least one of them present; ``reading`` says what it stands for.

    ``stretch`` numbers the one-language stretch the sentence belongs to (``reading == "stretch"``), else None.
    """

    id: int
    source: Side | None
    target: Side | None
    confidence: float
    reading: Reading = "paired"
    stretch: int | None = None

    @property
    def type(self) -> str:
        return f"{len(self.source.segments) if self.source else 0}-{len(self.target.segments) if self.target else 0}"
