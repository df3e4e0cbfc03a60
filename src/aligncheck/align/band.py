"""Where the path may run: anchors, the band round them, and pieces to be aligned by themselves. Knows no text.

A mutual best match of two sentences is an anchor if its neighbours agree with it. Between anchors the band is the
rectangle they span, so that a part missing on one side costs nothing; where a rectangle is too large for that, and
has no anchor inside, the band follows its diagonal.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.align.associate import expand
from aligncheck.align.gains import Direction

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

MARGIN = 8
"""Sentences that the band leaves on either side of what anchors say: no bead is longer."""
SMALL = 1600
"""Cells of a text so small that the band is everything."""
RECTANGLE = 20_000
"""Cells of the largest rectangle between anchors that is searched as a whole."""
DIAGONAL = 60
"""Half-width of the band along the diagonal of larger ones."""
PIECE = 48
"""Sentences after which a piece ends at the first opportunity."""
COMMON = 24
"""Sentences with a match of a word beyond which the word makes no anchor."""


@dataclass(frozen=True)
class Piece:
    """Sentences ``i0 … i1 - 1`` against ``j0 … j1 - 1``; ``low`` is the first column of each of ``i1 - i0 + 1`` rows, as
    seen in the whole text, ``width`` the columns of a row."""

    i0: int
    i1: int
    j0: int
    j1: int
    low: Ints
    width: int


def anchors(words: Direction) -> tuple[Ints, Ints, Floats]:
    """Mutually best sentences (i, j) with their scores, monotone in both."""
    n, m = words.own.count, words.other.count
    nothing = np.zeros(0, np.int64)
    if not n or not m:
        return nothing, nothing, np.zeros(0, np.float32)
    seen = np.unique(words.own.type * n + words.own.sentence)
    kind, sentence = seen // n, seen % n
    size = words.first[kind + 1] - words.first[kind]
    rare = size <= COMMON
    kind, sentence, size = kind[rare], sentence[rare], size[rare]
    rows, places = expand(words.first[kind], size)
    gain = words.gain_of(places)
    good = gain > 0.5
    key = sentence[rows[good]] * m + words.at[places[good]]
    pairs, inverse = np.unique(key, return_inverse=True)
    score = np.bincount(inverse, weights=gain[good]).astype(np.float32)
    i, j = pairs // m, pairs % m
    mutual = _best(i, score) & _best(j, score) & (score >= 3.0)
    i, j, score = i[mutual], j[mutual], score[mutual]
    chain = _longest_rising(j)
    i, j, score = i[chain], j[chain], score[chain]
    near = _agreeing(i, j)
    return i[near], j[near], score[near]


def _best(group: Ints, score: Floats) -> NDArray[np.bool_]:
    """Which entries have the highest score of their group; the first one of equals."""
    order = np.lexsort((np.arange(len(group)), -score, group))
    first = np.ones(len(group), bool)
    first[1:] = group[order][1:] != group[order][:-1]
    best = np.zeros(len(group), bool)
    best[order[first]] = True
    return best


def _longest_rising(values: Ints) -> Ints:
    """Places of a longest strictly rising subsequence (patience sorting, Fredman 1975)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values.tolist()):
        at = bisect_left(tails, value)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        places[at : at + 1] = [place]
    chain = []
    at = places[-1] if places else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return np.array(chain[::-1], np.int64)


def _agreeing(i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Which anchors lie on about the same diagonal as a neighbour: lone ones are chance."""
    gap = np.abs(np.diff(i) - np.diff(j)) <= 3 + np.minimum(np.diff(i), np.diff(j)) // 2
    return np.concatenate((gap, [False])) | np.concatenate(([False], gap))


def pieces(words: Direction) -> list[Piece]:
    """Cut a text into pieces, each with its band."""
    n, m = words.own.count, words.other.count
    if n * m <= SMALL:
        return [Piece(0, n, 0, m, np.zeros(n + 1, np.int64), m + 1)]
    i, j, _ = anchors(words)
    low, high = band(n, m, i, j)
    follows = (np.diff(i) == 1) & (np.diff(j) == 1)
    sure = np.flatnonzero(follows[:-1] & follows[1:]) + 1
    return cut(low, high, list(zip(i[sure].tolist(), j[sure].tolist(), strict=True)), n, m)


def band(n: int, m: int, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """First and last column of each of n + 1 rows, round anchors (i, j)."""
    low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
    starts = [(0, 0), *zip((i + 1).tolist(), (j + 1).tolist(), strict=True)]
    ends = [*zip(i.tolist(), j.tolist(), strict=True), (n, m)]
    for (i0, j0), (i1, j1) in zip(starts, ends, strict=True):
        # Rows from one anchor to the next, both ends with some room.
        rows = np.arange(max(0, i0 - MARGIN), min(n, i1 + MARGIN) + 1)
        if (len(rows) + 1) * (j1 - j0 + 1) <= RECTANGLE or min(i1 - i0, j1 - j0) <= 2:
            inner = np.arange(max(0, i0 - 1), min(n, i1 + 1) + 1)
            low[inner] = np.minimum(low[inner], max(0, j0 - MARGIN))
            high[inner] = np.maximum(high[inner], min(m, j1 + MARGIN))
        else:
            centre = np.round(np.interp(rows, (i0, i1), (j0, j1))).astype(np.int64)
            low[rows] = np.minimum(low[rows], np.maximum(0, centre - DIAGONAL))
            high[rows] = np.maximum(high[rows], np.minimum(m, centre + DIAGONAL))
    return joined(low, high)


def around(nodes: Ints, n: int, m: int, margin: int) -> tuple[Ints, Ints]:
    """The band that leaves ``margin`` rows and columns round a path's nodes (k, 2)."""
    low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
    for shift in range(-margin, margin + 1):
        rows = np.clip(nodes[:, 0] + shift, 0, n)
        np.minimum.at(low, rows, np.maximum(0, nodes[:, 1] - margin))
        np.maximum.at(high, rows, np.minimum(m, nodes[:, 1] + margin))
    return joined(low, high)


def joined(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Make a band monotone and connected, from node (0, 0) to the last column of the last row."""
    last = int(high.max())
    low, high = low.copy(), high.copy()
    low[0], high[-1] = 0, last
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    high[:-1] = np.maximum(high[:-1], low[1:])
    return low, high


def cut(low: Ints, high: Ints, nodes: list[tuple[int, int]], n: int, m: int) -> list[Piece]:
    """Cut a band at some of the nodes every path is sure to pass, so that no piece is much longer than need be."""
    found = []
    i0 = j0 = 0
    for i1, j1 in [*nodes, (n, m)]:
        if (i1, j1) != (n, m) and (i1 - i0 < PIECE or i1 >= n or j1 >= m or j1 <= j0):
            continue
        rows = slice(i0, i1 + 1)
        first = np.clip(low[rows], j0, j1)
        last = np.clip(high[rows], j0, j1)
        first[0], last[-1] = j0, j1
        last[:-1] = np.maximum(last[:-1], first[1:])
        width = int((last - first).max()) + 1
        # Rows must not reach beyond the piece's last column.
        first = np.minimum(first, np.maximum(j0, j1 + 1 - width))
        found.append(Piece(i0, i1, j0, j1, first, width))
        i0, j0 = i1, j1
    return found
