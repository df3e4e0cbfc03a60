"""Which block of one document answers which of the other, told from the pairs of their sentences. Knows no rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext
from aligncheck.checks._wording import shortened
from aligncheck.model.text import Block, Document, Pair, Side

TRUSTED = 0.5
"""Confidence from which a pair holds its two blocks together."""


class Anchor(NamedTuple):
    """Blocks that answer each other, by number, at places where both documents go in step."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """One document's blocks as the pairs see them.

    Attributes:
        document: whose blocks they are.
        paired: blocks with a sentence in a two-sided pair.
        lone: blocks all of whose sentences are without counterpart; sorted.
        prose: all with sentences; sorted.
        pair_of: for each block with sentences, its last pair.
        headings: blocks that are headings; sorted.
    """

    document: Document
    paired: frozenset[int]
    lone: tuple[int, ...]
    prose: tuple[int, ...]
    pair_of: dict[int, Pair]
    headings: tuple[int, ...]

    def neighbours(self, index: int) -> tuple[int | None, int | None]:
        """The prose blocks right before and right after a block that holds no prose; None at either end."""
        at = bisect_left(self.prose, index)
        after = bisect_right(self.prose, index)
        return (self.prose[at - 1] if at else None, self.prose[after] if after < len(self.prose) else None)

    def heading(self, index: int) -> Block | None:
        """The heading a block stands under."""
        at = bisect_left(self.headings, index)
        return self.document.blocks[self.headings[at - 1]] if at else None

    def under(self, index: int) -> str:
        """`` under “Heading”``, or nothing where there is none; ends a clause of a message."""
        heading = self.heading(index)
        return "" if heading is None else f" under “{shortened(heading.text)}”"

    def pair_before(self, index: int) -> int | None:
        """The pair of the prose right before a block, or right after where there is none before."""
        before, after = self.neighbours(index)
        near = before if before is not None else after
        return None if near is None else self.pair_of[near].id


@dataclass(frozen=True, slots=True)
class Counterparts:
    """How the blocks of two documents answer each other.

    Attributes:
        source, target: the blocks of either document.
        anchors: rising in both documents.
        forth: for a source block, the target block that holds most of its sentences.
        back: the same from the target.
    """

    source: Blocks
    target: Blocks
    anchors: tuple[Anchor, ...]
    forth: dict[int, int]
    back: dict[int, int]

    def gap_of_source(self, index: int) -> int:
        """How many anchors stand before a source block: blocks of equal number stand at the same place."""
        return bisect_left(self.anchors, index, key=lambda a: a.source)

    def gap_of_target(self, index: int) -> int:
        return bisect_left(self.anchors, index, key=lambda a: a.target)

    def mutual(self) -> Iterator[tuple[Block, Block]]:
        """Blocks that hold most of each other's sentences, in the source's order."""
        for left, right in sorted(self.forth.items()):
            if self.back.get(right) == left:
                yield self.source.document.blocks[left], self.target.document.blocks[right]

    def whole(self, source: Block, target: Block) -> bool:
        """Whether neither block shares its sentences with a third one."""
        return (
            sum(other == target.index for other in self.forth.values()) == 1
            and sum(other == source.index for other in self.back.values()) == 1
        )


def markdown(context: DocumentContext) -> bool:
    """Whether both documents are Markdown; in plain text a block's kind is a guess."""
    return context.source.format == context.target.format == "markdown"


def counterparts(context: DocumentContext) -> Counterparts:
    """The counterparts of a context's two documents, worked out once."""
    return context.once("counterparts of blocks", _counterparts)


def _counterparts(context: DocumentContext) -> Counterparts:
    both = [(p, p.source, p.target) for p in context.pairs if p.source and p.target and p.confidence >= TRUSTED]
    weights: dict[tuple[int, int], int] = {}
    anchors: list[Anchor] = []
    for pair, source, target in both:
        for left, right, weight in _shared(source, target):
            weights[left, right] = weights.get((left, right), 0) + weight
        here = Anchor(source.segments[0].block.index, target.segments[0].block.index)
        last = anchors[-1] if anchors else Anchor(-1, -1)
        if pair.reading == "paired" and here.source > last.source and here.target > last.target:
            anchors.append(here)
    return Counterparts(
        _blocks(context.source, [(p, p.source) for p in context.pairs if p.source]),
        _blocks(context.target, [(p, p.target) for p in context.pairs if p.target]),
        tuple(anchors),
        _heaviest((left, right, weight) for (left, right), weight in weights.items()),
        _heaviest((right, left, weight) for (left, right), weight in weights.items()),
    )


def _shared(source: Side, target: Side) -> Iterator[tuple[int, int, int]]:
    """Blocks of a pair's two sides with the characters that tie them."""
    if len(source.segments) == 1 == len(target.segments):
        one, two = source.segments[0].block.index, target.segments[0].block.index
        yield one, two, min(len(source.text), 2 * len(target.text))
        return
    for left in source.segments:
        for right in target.segments:
            yield left.block.index, right.block.index, min(len(left.text), 2 * len(right.text))


def _heaviest(weighted: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    best: dict[int, tuple[int, int]] = {}
    for one, other, weight in weighted:
        known = best.get(one)
        if known is None or (weight, -other) > (known[0], -known[1]):
            best[one] = (weight, other)
    return {one: other for one, (_, other) in best.items()}


def _blocks(document: Document, sides: Sequence[tuple[Pair, Side]]) -> Blocks:
    paired: set[int] = set()
    found: dict[int, Pair] = {}
    for pair, side in sides:
        for piece in side.segments:
            found[piece.block.index] = pair
            if pair.source and pair.target:
                paired.add(piece.block.index)
    prose = tuple(sorted(found))
    lone = tuple(n for n in prose if n not in paired)
    headings = tuple(b.index for b in document.blocks if b.kind == "heading")
    return Blocks(document, frozenset(paired), lone, prose, found, headings)
