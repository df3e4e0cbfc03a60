"""Puts the terms of bead scores together, shape by shape. Sees only numbers: no words, no cues, no blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.band import Piece
from aligncheck.alignment.compiled import kernel
from aligncheck.alignment.dp import NONE
from aligncheck.coverage.learn import Shape

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

GRAIN = np.float32(1024)
"""Scores are rounded to this fraction: sums of them are exact, and equal paths tie whatever the order of additions."""


@dataclass(frozen=True)
class Terms:
    """What bead scores of a piece of R English and C Chinese sentences are made of; W is the band's width.

    Attributes:
        english: (Z, R, W) gain of an English sentence against 1 … Z Chinese ones from a column of its row on.
        chinese: (E, C, H) gain of a Chinese sentence against 1 … E English ones, in the columns of ``turned``.
        begin, end: (R, W) what the first and what the last two sentences of a bead add.
        english_length, chinese_length: (R + 1,), (C + 1,) running lengths in one measure.
        english_cross, chinese_cross: (R,), (C,) running costs of merging over block edges.
    """

    english: Floats
    chinese: Floats
    begin: Floats
    end: Floats
    english_length: NDArray[np.float64]
    chinese_length: NDArray[np.float64]
    english_cross: Floats
    chinese_cross: Floats


def grained(value: NDArray[Any]) -> NDArray[Any]:
    """Scores rounded to the grain."""
    return np.round(value * GRAIN) / GRAIN


def bead_scores(
    terms: Terms, piece: Piece, shapes: tuple[Shape, ...], weights: tuple[float, float, float, float]
) -> Floats:
    """Scores (R, T, W) of beads by first node and shape; NONE beyond the piece.

    ``weights``: of English gains, of Chinese gains, of what merged sentences lose, of the squared difference of lengths
    in units of the mean length.
    """
    if kernel is not None:
        return _compiled(terms, piece, shapes, weights)
    rows, width = terms.begin.shape
    english, chinese = _by_shape(terms, piece, shapes, weights)
    i = np.arange(rows)[:, None]
    j = piece.low[:-1, None] - piece.j0 + np.arange(width)
    count = piece.j1 - piece.j0
    result = np.full((rows, len(shapes), width), NONE, np.float32)
    for t, (e, z) in enumerate(shapes):
        last_i, first_j, last_j = np.minimum(i + e, rows) - 1, np.minimum(j, count - 1), np.minimum(j + z, count) - 1
        value = english[e, z] + chinese[e, z] + terms.begin + _slid(terms.end, piece, e - 1, z - 1)
        en = terms.english_length[last_i + 1] - terms.english_length[i]
        zh = terms.chinese_length[last_j + 1] - terms.chinese_length[first_j]
        apart = np.float32(weights[3]) * ((en - zh) ** 2 / np.maximum(1.0, (en + zh) / 2)).astype(np.float32)
        value = (value - apart).astype(np.float32)
        value += terms.english_cross[last_i] - terms.english_cross[i]
        value += terms.chinese_cross[last_j] - terms.chinese_cross[first_j]
        inside = (i + e <= rows) & (j + z <= count) & (value > NONE / 2)
        result[:, t] = np.where(inside, grained(np.where(inside, value, 0)), NONE)
    return result


def _compiled(
    terms: Terms, piece: Piece, shapes: tuple[Shape, ...], weights: tuple[float, float, float, float]
) -> Floats:
    assert kernel is not None
    a, b = np.array(shapes, np.int64).T.copy()
    table: Floats = kernel.bead_scores(
        terms.english, terms.chinese, terms.begin, terms.end, terms.english_length, terms.chinese_length,
        terms.english_cross, terms.chinese_cross, piece.low - piece.j0, piece.widths, turned(piece)[0],
        a, b, *weights, float(GRAIN),
    )  # fmt: skip
    return table


def _by_shape(
    terms: Terms, piece: Piece, shapes: tuple[Shape, ...], weights: tuple[float, float, float, float]
) -> tuple[dict[Shape, Floats], dict[Shape, Floats]]:
    """Weighted gains of both sides' sentences, summed up for each shape; by row and column of the band."""
    english: dict[Shape, Floats] = {}
    chinese: dict[Shape, Floats] = {}
    own_en, own_zh, lonely = (np.float32(w) for w in weights[:3])
    width = terms.begin.shape[1]
    for z, gain in enumerate(terms.english, start=1):
        english[1, z] = own_en * gain
        merged = own_en * gain + lonely * np.minimum(gain, 0)
        for e in range(2, max((e for e, other in shapes if other == z), default=0) + 1):
            sums = english[e - 1, z] if e > 2 else merged
            english[e, z] = sums + _slid(merged, piece, e - 1, 0)
    most = terms.english.shape[0]
    for e, gain in enumerate(terms.chinese, start=1):
        placed = _placed(gain, piece, width + most)
        chinese[e, 1] = own_zh * placed[:, :width]
        merged = (own_zh * placed + lonely * np.minimum(placed, 0)).astype(np.float32)
        for z in range(2, max((z for other, z in shapes if other == e), default=0) + 1):
            sums = chinese[e, z - 1] if z > 2 else merged[:, :width]
            chinese[e, z] = sums + merged[:, z - 1 : z - 1 + width]
    return english, chinese


def _placed(gain: Floats, piece: Piece, width: int) -> Floats:
    """Gains (C, H) by Chinese sentence as (R, width), by English row and Chinese sentence from the band's first on."""
    low = turned(piece)[0]
    row = np.arange(piece.i1 - piece.i0)[:, None]
    j = piece.low[:-1, None] + np.arange(width) - piece.j0
    real = np.minimum(j, len(low) - 1)
    column = row - low[real]
    inside = (j < len(low)) & (column >= 0) & (column < gain.shape[1])
    return np.where(inside, gain[real, np.where(inside, column, 0)], NONE)


def turned(piece: Piece) -> tuple[Ints, Ints]:
    """The band seen from the columns: per column its first row (from 0) and its number of rows, at least 1."""
    low, high = piece.low[:-1], (piece.low + piece.widths)[:-1]
    j = np.arange(piece.j0, piece.j1)
    first = np.minimum(np.searchsorted(high, j, "right"), max(0, len(low) - 1))
    return first.astype(np.int64), np.maximum(np.searchsorted(low, j, "right") - first, 1)


def _slid(table: Floats, piece: Piece, down: int, on: int) -> Floats:
    """Entry (r + ``down``, column + ``on``) of a (rows, width) table at (r, column) of row r; NONE outside the band."""
    rows, width = table.shape
    row = np.minimum(np.arange(rows) + down, rows - 1)
    column = (piece.low[:rows] - piece.low[row])[:, None] + np.arange(width) + on
    inside = (column >= 0) & (column < width) & (np.arange(rows) + down < rows)[:, None]
    return np.where(inside, table[row[:, None], np.where(inside, column, 0)], NONE)


def shifted(nodes: Floats, piece: Piece, e: int, z: int) -> Floats:
    """The node that a bead of shape (e, z) leads to, by the node where it starts."""
    rows, width = nodes.shape
    row = np.minimum(np.arange(rows - 1) + e, rows - 1)
    column = (piece.low[:-1] - piece.low[row])[:, None] + np.arange(width) + z
    return np.asarray(nodes[row[:, None], np.clip(column, 0, width - 1)], np.float32)
