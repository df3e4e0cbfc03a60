"""Scores of all beads of a piece: words, lengths, speech marks, blocks. Knows no path and no shape prior."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.band import Piece
from aligncheck.alignment.beads import Terms, bead_scores, grained, shifted, turned
from aligncheck.alignment.constants import SHAPES, Constants
from aligncheck.alignment.cues import Cues
from aligncheck.alignment.dp import NONE
from aligncheck.alignment.gains import Direction
from aligncheck.alignment.structure import Blocks, kind_scores, node_scores
from aligncheck.coverage.learn import Shape

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Text:
    """One side as the scorer sees it, beside its words."""

    length: NDArray[np.float64]
    cues: Cues
    blocks: Blocks


@dataclass(frozen=True)
class Scored:
    """Scores of a piece for ``dp.Lattices``: ``beads`` (R, T, W) by ``shapes``, ``down`` and ``right`` (R, W)."""

    piece: Piece
    shapes: tuple[Shape, ...]
    beads: Floats
    down: Floats
    right: Floats


class Scorer:
    """Scores pieces of one pair of texts. English is the side of rows, Chinese that of columns."""

    def __init__(
        self,
        english: Text,
        chinese: Text,
        words: tuple[Direction, Direction],
        constants: Constants,
        extra: Callable[[Ints, Ints], Floats] | None = None,
        allowed: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """``extra``: score of English i with Chinese j; ``allowed``: per English sentence its range of Chinese ones."""
        self.english, self.chinese, self.constants, self.extra = english, chinese, constants, extra
        self.from_english, self.from_chinese = words
        self.allowed = None if allowed is None else np.array(allowed, np.int64).reshape(-1, 2)
        self._en = np.concatenate(([0.0], np.cumsum(english.length)))
        self._zh = np.concatenate(([0.0], np.cumsum(chinese.length)))
        self._ratio = self._en[-1] / max(1.0, self._zh[-1])
        self._plain = english.blocks.plain or chinese.blocks.plain

    def score(self, piece: Piece, shapes: tuple[Shape, ...] = SHAPES) -> Scored:
        """Scores of all beads of a piece that have one of the shapes."""
        rows, width = piece.i1 - piece.i0, piece.width
        beads = np.full((rows + 1, len(shapes), width), NONE, np.float32)
        nodes = self._nodes(piece)
        if rows and piece.j1 > piece.j0:
            i = np.arange(piece.i0, piece.i1)[:, None]
            j = piece.low[:-1, None] + np.arange(width)
            en, zh = self._gains(piece, shapes)
            terms = Terms(
                en,
                zh,
                self._begin_scores(i, j),
                self._end_scores(i, j, piece, nodes),
                self._en[piece.i0 : piece.i1 + 1],
                self._ratio * self._zh[piece.j0 : piece.j1 + 1],
                *self._crossings(piece),
            )
            c = self.constants
            beads[:-1] = bead_scores(terms, piece, shapes, (c.english, c.chinese, c.lonely, c.length))
            self._forbid(beads, i, j, shapes)
        down, right = self._lone(piece, nodes)
        return Scored(piece, shapes, beads, down, right)

    def _nodes(self, piece: Piece) -> Floats:
        """Score of each node as a place where one bead ends and the next begins."""
        i = np.arange(piece.i0, piece.i1 + 1)[:, None]
        j = np.minimum(piece.low[:, None] + np.arange(piece.width), len(self._zh) - 1)
        speech = self.english.cues.within[i] != self.chinese.cues.within[j]
        value = np.float32(self.constants.speech) * speech
        if not self._plain:
            value = value + node_scores(self.english.blocks, self.chinese.blocks, i, j)
        return np.asarray(value, np.float32)

    def _gains(self, piece: Piece, shapes: tuple[Shape, ...]) -> tuple[Floats, Floats]:
        """Gains of English sentences against windows of Chinese ones, and the reverse, as in ``Terms``."""
        low, heights = turned(piece)
        most_en, most_zh = max(e for e, _ in shapes), max(z for _, z in shapes)
        return (
            self.from_english.gains(piece.i0, piece.low[:-1], piece.widths[:-1], piece.width, most_zh),
            self.from_chinese.gains(piece.j0, low + piece.i0, heights, int(heights.max()), most_en),
        )

    def _begin_scores(self, i: Ints, j: Ints) -> Floats:
        """What the first sentences of a bead say, whatever its shape."""
        c, m = self.constants, len(self._zh) - 1
        j = np.minimum(j, m - 1)
        value = c.flat + c.opens * (self.english.cues.opens[i] & self.chinese.cues.opens[j])
        if not self._plain:
            value = value + kind_scores(self.english.blocks, self.chinese.blocks, i, j)
        if self.extra is not None:
            value = value + self.extra(*np.broadcast_arrays(i, j))
        return value.astype(np.float32)

    def _end_scores(self, i: Ints, j: Ints, piece: Piece, nodes: Floats) -> Floats:
        """What the last sentences i and j of a bead say, and the node after them."""
        c = self.constants
        en, zh = self.english.cues, self.chinese.cues
        last = np.minimum(j, piece.j1 - 1)
        closes_en, closes_zh = en.closes[i], zh.closes[last]
        value = (
            c.closes * (closes_en & closes_zh)
            + c.closes_one * (closes_en != closes_zh)
            + c.asks * (en.asks[i] & zh.asks[last])
            + c.exclaims * (en.exclaims[i] & zh.exclaims[last])
        )
        return np.asarray(value + shifted(nodes, piece, 1, 1), np.float32)

    def _crossings(self, piece: Piece) -> tuple[Floats, Floats]:
        """Running costs of block edges before each sentence of both sides of the piece."""
        if self._plain:
            return np.zeros(piece.i1 - piece.i0, np.float32), np.zeros(piece.j1 - piece.j0, np.float32)
        return self.english.blocks.cross[piece.i0 : piece.i1], self.chinese.blocks.cross[piece.j0 : piece.j1]

    def _forbid(self, beads: Floats, i: Ints, j: Ints, shapes: tuple[Shape, ...]) -> None:
        """Take out beads with a pair that is not allowed."""
        if self.allowed is None:
            return
        n = len(self._en) - 1
        for t, (e, z) in enumerate(shapes):
            for d in range(e):
                low, high = self.allowed[np.minimum(i + d, n - 1)].transpose(2, 0, 1)
                beads[:-1, t][(j < low) | (j + z > high)] = NONE

    def _lone(self, piece: Piece, nodes: Floats) -> tuple[Floats, Floats]:
        """Scores of leaving a sentence alone, by the node before it."""
        down = np.full(nodes.shape, NONE, np.float32)
        down[:-1] = grained(self.constants.null + shifted(nodes, piece, 1, 0))
        right = np.full(nodes.shape, NONE, np.float32)
        right[:, :-1] = grained(self.constants.null + nodes[:, 1:])
        right[np.arange(piece.width) >= piece.widths[:, None] - 1] = NONE
        return down, right
