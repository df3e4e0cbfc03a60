"""What blocks say about beads: headings pair with headings, a bead seldom crosses a block's edge. Knows no words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from aligncheck.alignment import Sentence

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_KINDS = ("", "paragraph", "comment", "front-matter", "item", "cell", "value", "heading")
_APART = frozenset({"item", "cell", "value", "heading"})
"""Kinds that translators keep apart: a sentence of one is never continued in the next block."""

BOTH_BEGIN = 1.2
BOTH_BEGIN_APART = 2.0
ONE_BEGINS = -0.4
ONE_BEGINS_APART = -1.5
CROSSES = -2.5
CROSSES_APART = -6.0
OTHER_KIND = -2.0
HEADING_OR_NOT = -5.0
OTHER_LEVEL = -1.0


@dataclass(frozen=True)
class Blocks:
    """One side's block structure, an entry a sentence; ``edge`` and ``cross`` have one more (the end).

    Attributes:
        kind: index of the block's kind, 0 for unknown.
        level: heading level or list depth.
        edge: 0 inside a block, 1 where a paragraph begins, 2 where either neighbour is of a kind kept apart.
        cross: running cost of the edges before sentence i: what a merge over them costs is a difference.
    """

    kind: Ints
    level: Ints
    edge: Ints
    cross: Floats

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Blocks:
        """Read the structure of sentences in order."""
        kind = np.array([_KINDS.index(s.kind) if s.kind in _KINDS else 0 for s in sentences], np.int64)
        level = np.array([s.level for s in sentences], np.int64)
        block = np.array([s.block for s in sentences], np.int64)
        apart = np.array([s.kind in _APART for s in sentences], bool)
        edge = np.zeros(len(sentences) + 1, np.int64)
        edge[1:-1] = (block[1:] != block[:-1]) * (1 + (apart[1:] | apart[:-1]))
        if len(edge) > 1 and (edge.any() or kind.any()):
            # Where the text's ends are those of blocks, a sentence left out there costs no more than elsewhere.
            edge[0], edge[-1] = 2 * sentences[0].opens, 2 * sentences[-1].closes
        cost = np.array([0.0, CROSSES, CROSSES_APART], np.float32)[edge]
        return cls(kind, level, edge, np.cumsum(cost, dtype=np.float32))

    @property
    def plain(self) -> bool:
        """Whether there is nothing to tell: one block, no kind."""
        return not self.edge.any() and not self.kind.any()


def node_scores(left: Blocks, right: Blocks, i: Ints, j: Ints) -> Floats:
    """Score of a bead boundary at nodes (i, j): blocks should begin together."""
    a, b = left.edge[i], right.edge[j]
    both = np.where((a == 2) & (b == 2), BOTH_BEGIN_APART, BOTH_BEGIN)
    one = np.where(np.maximum(a, b) == 2, ONE_BEGINS_APART, ONE_BEGINS)
    return np.where((a > 0) & (b > 0), both, np.where((a > 0) | (b > 0), one, 0.0)).astype(np.float32)


def kind_scores(left: Blocks, right: Blocks, i: Ints, j: Ints) -> Floats:
    """Score of pairing sentences i and j by what their blocks are."""
    a, b = left.kind[i], right.kind[j]
    heading = _KINDS.index("heading")
    told = (a > 0) & (b > 0)
    value = np.where((a == heading) != (b == heading), HEADING_OR_NOT, OTHER_KIND)
    level = np.where((a == heading) & (left.level[i] != right.level[j]), OTHER_LEVEL, 0.0)
    return np.where(told, np.where(a != b, value, level), 0.0).astype(np.float32)
