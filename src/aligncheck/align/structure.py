"""What block structure says about a bead: blocks begin together, and sentences of two blocks seldom merge.

Block structure is the strongest anchor real documents have; plain lists of sentences have none and get no score.
Knows blocks by number, kind and level, not by text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from aligncheck.align import Sentence

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

TOGETHER, APART = 0.8, -1.2
"""Log score of a bead that begins a block on both sides, and of one that begins one on one side only."""
OTHER_LEVEL, OTHER_KIND = -1.5, -3.0
"""Log score of pairing headings of two levels, and a heading with something else."""
CROSS = {"paragraph": -3.0, "": -3.0}
CROSS_FIRM = -8.0
"""Log score of a bead that runs over the border between two paragraphs, and over any other border of blocks."""


class Structure:
    """Block structure of both sides; ``scores`` adds up what it says about beads of one shape."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        self.left, self.right = _Blocks(left), _Blocks(right)
        self.present = self.left.count > 1 and self.right.count > 1

    def begin(self, i: Ints, j: Ints) -> Floats:
        """Score of beads that begin at sentences i and j, whatever their shape."""
        a, b = self.left, self.right
        i, j = np.minimum(i, len(a.starts) - 1), np.minimum(j, len(b.starts) - 1)
        both, one = a.starts[i] & b.starts[j], a.starts[i] ^ b.starts[j]
        score = np.where(both, TOGETHER, np.where(one, APART, 0.0))
        heading = a.heading[i], b.heading[j]
        score += np.where((heading[0] > 0) != (heading[1] > 0), OTHER_KIND, 0.0)
        level = (heading[0] > 0) & (heading[1] > 0) & (heading[0] != heading[1])
        return np.asarray(score + np.where(level, OTHER_LEVEL, 0.0), np.float32)

    def crossing(self, i: Ints, j: Ints, shape: tuple[int, int]) -> Floats:
        """Score of the block borders inside beads of ``shape`` that begin at i and j."""
        return self.left.inside(i, shape[0]) + self.right.inside(j, shape[1])


class _Blocks:
    def __init__(self, sentences: Sequence[Sentence]) -> None:
        block = np.array([s.block for s in sentences], np.int64)
        self.starts = np.ones(len(block), bool)
        self.starts[1:] = block[1:] != block[:-1]
        self.count = int(self.starts.sum())
        self.heading = np.array([max(1, s.level) if s.kind == "heading" else 0 for s in sentences], np.int64)
        border = [
            (CROSS.get(s.kind, CROSS_FIRM) if n and s.kind == sentences[n - 1].kind else CROSS_FIRM) * self.starts[n]
            for n, s in enumerate(sentences)
        ]
        self.border = np.concatenate((np.cumsum(border), [0.0])).astype(np.float32)
        self.border[-1] = self.border[-2] if len(border) else 0.0

    def inside(self, first: Ints, size: int) -> Floats:
        """Sum of the borders after sentence ``first`` up to the last of ``size`` sentences."""
        last = len(self.border) - 2
        return np.asarray(self.border[np.minimum(first + size - 1, last)] - self.border[np.minimum(first, last)])
