"""Scores of all beads of a piece: words, lengths, speech marks, blocks. Knows no path and no shape prior."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.band import Piece
from aligncheck.alignment.constants import SHAPES, Constants, Shape
from aligncheck.alignment.cues import Cues
from aligncheck.alignment.dp import NONE
from aligncheck.alignment.gains import Direction
from aligncheck.alignment.structure import Blocks, kind_scores, node_scores

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
ByShape: TypeAlias = dict[Shape, Floats]


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
        i = np.arange(piece.i0, piece.i1)[:, None]
        j = piece.low[:-1, None] + np.arange(width)
        nodes = self._nodes(piece)
        if rows and piece.j1 > piece.j0:
            en, en_lonely = self._english_gains(piece, shapes)
            zh, zh_lonely = self._chinese_gains(piece, shapes)
            begin = self._begin_scores(i, j)
            for t, (e, z) in enumerate(shapes):
                if e > rows:
                    continue
                value = self.constants.english * en[e, z] + self.constants.chinese * zh[e, z]
                value = value + self.constants.lonely * (
                    (en_lonely[e, z] if e > 1 else 0.0) + (zh_lonely[e, z] if z > 1 else 0.0)
                )
                value += self._length(i, j, e, z) + begin + self._end_scores(i, j, e, z, piece)
                value += _shifted(nodes, piece, e, z)
                beads[:-1, t] = np.where((i + e <= piece.i1) & (j + z <= piece.j1), value, NONE)
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

    def _english_gains(self, piece: Piece, shapes: tuple[Shape, ...]) -> tuple[ByShape, ByShape]:
        """Gains of a bead's English words, and the part of it that sentences lose; by shape."""
        windows = self.from_english.gains(piece.i0, piece.low[:-1], piece.width, max(z for _, z in shapes))
        total: ByShape = {}
        lonely: ByShape = {}
        for z, gain in enumerate(windows, start=1):
            loss = np.minimum(gain, 0)
            total[1, z], lonely[1, z] = gain, loss
            for e in range(2, max((e for e, other in shapes if other == z), default=0) + 1):
                total[e, z] = total[e - 1, z] + _slid(gain, piece, e - 1)
                lonely[e, z] = lonely[e - 1, z] + _slid(loss, piece, e - 1)
        return total, lonely

    def _chinese_gains(self, piece: Piece, shapes: tuple[Shape, ...]) -> tuple[ByShape, ByShape]:
        """The same for Chinese words, turned into the columns of English rows."""
        low, width = _turned(piece)
        windows = self.from_chinese.gains(piece.j0, low + piece.i0, width, max(e for e, _ in shapes))
        total: ByShape = {}
        lonely: ByShape = {}
        most = max(z for _, z in shapes)
        row = np.arange(piece.i1 - piece.i0)[:, None]
        j = piece.low[:-1, None] + np.arange(piece.width + most) - piece.j0
        real = np.minimum(j, len(low) - 1)
        column = row - low[real]
        inside = (j < len(low)) & (column >= 0) & (column < width)
        column = np.where(inside, column, 0)
        for e, gain in enumerate(windows, start=1):
            # Chinese sentence j against English e sentences from i, in row i.
            placed = np.where(inside, gain[real, column], NONE)
            loss = np.minimum(placed, 0)
            total[e, 1], lonely[e, 1] = placed[:, : piece.width], loss[:, : piece.width]
            for z in range(2, max((z for other, z in shapes if other == e), default=0) + 1):
                total[e, z] = total[e, z - 1] + placed[:, z - 1 : z - 1 + piece.width]
                lonely[e, z] = lonely[e, z - 1] + loss[:, z - 1 : z - 1 + piece.width]
        return total, lonely

    def _length(self, i: Ints, j: Ints, e: int, z: int) -> Floats:
        n, m = len(self._en) - 1, len(self._zh) - 1
        en = self._en[np.minimum(i + e, n)] - self._en[i]
        zh = self._ratio * (self._zh[np.minimum(j + z, m)] - self._zh[np.minimum(j, m)])
        return np.asarray(-self.constants.length * (en - zh) ** 2 / np.maximum(1.0, (en + zh) / 2), np.float32)

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

    def _end_scores(self, i: Ints, j: Ints, e: int, z: int, piece: Piece) -> Floats:
        """What the last sentences of a bead say, and the edges of blocks inside it."""
        c = self.constants
        last_i, last_j = np.minimum(i + e, piece.i1) - 1, np.minimum(j + z, piece.j1) - 1
        en, zh = self.english.cues, self.chinese.cues
        closes_en, closes_zh = en.closes[last_i], zh.closes[last_j]
        value = (
            c.closes * (closes_en & closes_zh)
            + c.closes_one * (closes_en != closes_zh)
            + c.asks * (en.asks[last_i] & zh.asks[last_j])
            + c.exclaims * (en.exclaims[last_i] & zh.exclaims[last_j])
        )
        if not self._plain:
            a, b = self.english.blocks.cross, self.chinese.blocks.cross
            value = value + (a[last_i] - a[i]) + (b[last_j] - b[np.minimum(j, last_j)])
        return np.asarray(value, np.float32)

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
        m = len(self._zh) - 1
        down = np.full(nodes.shape, NONE, np.float32)
        down[:-1] = self.constants.null + _shifted(nodes, piece, 1, 0)
        right = np.full(nodes.shape, NONE, np.float32)
        right[:, :-1] = self.constants.null + nodes[:, 1:]
        j = piece.low[:, None] + np.arange(piece.width)
        right[j >= min(piece.j1, m)] = NONE
        return down, right


def _turned(piece: Piece) -> tuple[Ints, int]:
    """The band seen from the columns: per column the first row (from 0), and the widest column's rows."""
    low = piece.low[:-1]
    j = np.arange(piece.j0, piece.j1)
    first = np.searchsorted(low, j - piece.width, "right")
    last = np.searchsorted(low, j, "right")
    return np.minimum(first, max(0, len(low) - 1)).astype(np.int64), max(1, int((last - first).max(initial=1)))


def _slid(table: Floats, piece: Piece, down: int) -> Floats:
    """Row r + ``down`` of a (rows, width) table in the columns of row r; nothing beyond."""
    rows, width = table.shape
    row = np.minimum(np.arange(rows) + down, rows - 1)
    column = (piece.low[:rows] - piece.low[row])[:, None] + np.arange(width)
    inside = (column >= 0) & (np.arange(rows) + down < rows)[:, None]
    return np.where(inside, table[row[:, None], np.maximum(column, 0)], NONE)


def _shifted(nodes: Floats, piece: Piece, e: int, z: int) -> Floats:
    """The node that a bead of shape (e, z) leads to, by the node where it starts."""
    rows, width = nodes.shape
    row = np.minimum(np.arange(rows - 1) + e, rows - 1)
    column = (piece.low[:-1] - piece.low[row])[:, None] + np.arange(width) + z
    return np.asarray(nodes[row[:, None], np.clip(column, 0, width - 1)], np.float32)
