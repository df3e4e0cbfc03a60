"""Which code block answers which: code has no sentences, so its place between paired text and its words decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from aligncheck.checks._rule import DocumentContext
from aligncheck.checks.structure.code_changes import likeness
from aligncheck.checks.structure.code_tokens import Token, language, tokens
from aligncheck.checks.structure.counterparts import Counterparts, counterparts
from aligncheck.model.text import Block, Document

_SAME_PLACE = 0.1
"""What code at the same place is worth, however little the two blocks share."""
_ELSEWHERE = 0.6
"""So much must be alike for two blocks at different places to answer each other."""
_MANY = 60
"""Among so many blocks left over on a side no counterpart is looked for at other places."""


@dataclass
class Code:
    """A block of code."""

    block: Block

    @cached_property
    def words(self) -> Sequence[Token]:
        return tokens(self.block.text, language(self.block))

    def likeness(self, other: Code) -> float:
        return 1.0 if self.block.text == other.block.text else likeness(self.words, other.words)


@dataclass(frozen=True, slots=True)
class Codes:
    """All code of two documents.

    Attributes:
        pairs: blocks that answer each other, and whether they stand at the same place.
        lost: source blocks without counterpart; those of nothing but comments do not count.
        added: target blocks without counterpart.
    """

    pairs: tuple[tuple[Block, Block, bool], ...]
    lost: tuple[Block, ...]
    added: tuple[Block, ...]


def codes(context: DocumentContext) -> Codes:
    """The code of a context's two documents, paired once."""
    return context.once("code blocks", _codes)


def _codes(context: DocumentContext) -> Codes:
    both = counterparts(context)
    left, right = _read(context.source), _read(context.target)
    if not left or not right:
        return Codes((), tuple(c.block for c in left if c.words), tuple(c.block for c in right if c.words))
    pairs = [(one, two, True) for one, two in _at_one_place(left, right, both)]
    taken = {id(c) for one, two, _ in pairs for c in (one, two)}
    pairs += [
        (one, two, False)
        for one, two in _elsewhere([c for c in left if id(c) not in taken], [c for c in right if id(c) not in taken])
    ]
    taken = {id(c) for one, two, _ in pairs for c in (one, two)}
    pairs.sort(key=lambda p: p[0].block.index)
    return Codes(
        tuple((one.block, two.block, here) for one, two, here in pairs),
        tuple(c.block for c in left if id(c) not in taken and c.words),
        tuple(c.block for c in right if id(c) not in taken and c.words),
    )


def _read(document: Document) -> list[Code]:
    return [Code(block) for block in document.blocks if block.kind == "code"]


def _at_one_place(left: Sequence[Code], right: Sequence[Code], both: Counterparts) -> list[tuple[Code, Code]]:
    """Blocks between the same two anchors, in order; of several the likest."""
    places: dict[int, tuple[list[Code], list[Code]]] = defaultdict(lambda: ([], []))
    for code in left:
        places[both.gap_of_source(code.block.index)][0].append(code)
    for code in right:
        places[both.gap_of_target(code.block.index)][1].append(code)
    return [pair for ones, twos in places.values() for pair in _in_order(ones, twos)]


def _in_order(left: Sequence[Code], right: Sequence[Code]) -> list[tuple[Code, Code]]:
    rows, columns = len(left), len(right)
    if rows == 1 == columns:
        return [(left[0], right[0])]
    gains = [[_SAME_PLACE + a.likeness(b) for b in right] for a in left]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j + 1] + gains[i][j], best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            found.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _elsewhere(left: Sequence[Code], right: Sequence[Code]) -> list[tuple[Code, Code]]:
    """What is left over, by likeness alone: code that moved with its text, or stands before a sentence, not after."""
    if not left or not right or max(len(left), len(right)) > _MANY:
        return []
    ranked = sorted(((a.likeness(b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    found, one, two = [], set[int](), set[int]()
    for score, i, j in ranked:
        if score >= _ELSEWHERE and i not in one and j not in two:
            one.add(i)
            two.add(j)
            found.append((left[-i], right[-j]))
    return found
