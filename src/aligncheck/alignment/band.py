"""Where the path may run: anchors, the band round them, and pieces to be aligned by themselves. Knows no text.

A mutual best match of two sentences is an anchor if its neighbours agree with it. Between anchors the band is the
rectangle they span, so that a part missing on one side costs nothing; where a rectangle is too large for that, and
has no anchor inside, the band follows its diagonal.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.gains import Direction
from aligncheck.coverage.links import expand
from aligncheck.coverage.tokens import distinct

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MARGIN = 4
"""Sentences that the band leaves on either side of what anchors say."""
SMALL = 1600
"""Cells of a text so small that the band is everything."""
RECTANGLE = 20_000
"""Cells of the largest rectangle between anchors that is searched as a whole."""
DIAGONAL = 60
"""Half-width of the band along the diagonal of larger ones."""
LONG = 400
"""Sentences of a stretch within which a word's rarity is judged where the whole text gives no anchors."""
PIECE, OVERLAP = 96, 8
"""Sentences of a piece, about, and those it shares with its neighbours in the first look."""
LONG_PIECE = 96
"""Sentences of a piece, at least, in the second look."""
LEAST_GAIN, LEAST_SCORE = 0.5, 3.0
"""Gain of a word, and of all of a sentence, that an anchor needs."""
COMMON = 24
"""Sentences with a match of a word beyond which the word makes no anchor."""


@dataclass(frozen=True)
class Piece:
    """Sentences ``i0 … i1 - 1`` against ``j0 … j1 - 1``.

    Attributes:
        low: first column of each of ``i1 - i0 + 1`` rows, as seen in the whole text; never decreasing.
        widths: columns of each row; the last column never decreases.
        core: rows that are the piece's own; it overlaps its neighbours by the others.
        open_start, open_end: whether paths may start and end in any column of the first and last row.
    """

    i0: int
    i1: int
    j0: int
    j1: int
    low: Ints
    widths: Ints
    core: tuple[int, int]
    open_start: bool = False
    open_end: bool = False

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return int(self.widths.max())


def anchors(words: Direction) -> tuple[Ints, Ints]:
    """Mutually best sentences (i, j), monotone in both.

    First over the whole text, then again between the anchors found: what is frequent in the text may be rare there.
    Where nothing is rare, as in long lists of like sentences, along the diagonal.
    """
    found: list[tuple[int, int]] = []
    todo = [(0, words.own.count, 0, words.other.count)]
    while todo:
        i0, i1, j0, j1 = todo.pop()
        new = _anchors_within(words, i0, i1, j0, j1)
        if not new and (i1 - i0) * (j1 - j0) > LONG * LONG:
            new = _along_diagonal(words, i0, i1, j0, j1)
        found += new
        corners = [(i0 - 1, j0 - 1), *new, (i1, j1)]
        for (a, b), (c, d) in pairwise(corners):
            inside = (c - a - 1) * (d - b - 1)
            if new and inside > SMALL and min(c - a, d - b) > 2 * MARGIN:
                todo.append((a + 1, c, b + 1, d))
    found.sort()
    return np.array([i for i, _ in found], np.int64), np.array([j for _, j in found], np.int64)


def _along_diagonal(words: Direction, i0: int, i1: int, j0: int, j1: int) -> list[tuple[int, int]]:
    """Anchors between stretches of the first side and what lies about as far along the second one."""
    count = -(-(i1 - i0) // LONG)
    cuts = [i0 + (i1 - i0) * k // count for k in range(count + 1)]
    slope = (j1 - j0) / (i1 - i0)
    found: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        low, high = (round(j0 + (i - i0) * slope) for i in (first, last))
        found += _anchors_within(words, first, last, max(j0, low - DIAGONAL), min(j1, high + DIAGONAL))
    chain = _longest_rising(np.array([j for _, j in found], np.int64))
    return [found[k] for k in chain.tolist()]


def _anchors_within(words: Direction, i0: int, i1: int, j0: int, j1: int) -> list[tuple[int, int]]:
    m = max(1, words.other.count)
    first, last = np.searchsorted(words.own.sentence, (i0, i1))
    kind, sentence = distinct(words.own.type[first:last], words.own.sentence[first:last], words.own.count)
    begin, end = words.postings.ranges(kind, j0, j1)
    rare = (end - begin <= COMMON) & (end > begin)
    rows, places = expand(begin[rare], (end - begin)[rare])
    gain = words.gain_of(kind[rare][rows], places)
    good = gain > LEAST_GAIN
    at = words.postings.at[places[good]]
    pairs, inverse = np.unique(sentence[rare][rows[good]] * m + at, return_inverse=True)
    score = np.bincount(inverse, weights=gain[good], minlength=len(pairs)).astype(np.float64)
    i, j = pairs // m, pairs % m
    mutual = _best(i, score) & _best(j, score) & (score >= LEAST_SCORE)
    i, j = i[mutual], j[mutual]
    chain = _longest_rising(j)
    i, j = i[chain], j[chain]
    near = _agreeing(i, j)
    return list(zip(i[near].tolist(), j[near].tolist(), strict=True))


def _best(group: Ints, score: Floats) -> NDArray[np.bool_]:
    """Which entries have the highest score of their group; the first one of equals."""
    order = np.lexsort((-score, group))  # which keeps equals in order
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
    if not len(i):
        return np.zeros(0, bool)
    gap = np.abs(np.diff(i) - np.diff(j)) <= 3 + np.minimum(np.diff(i), np.diff(j)) // 2
    return np.concatenate((gap, [False])) | np.concatenate(([False], gap))


def sketch(words: Direction) -> list[Piece]:
    """Overlapping pieces for a first look at a text, each with its band."""
    n, m = words.own.count, words.other.count
    if n * m <= SMALL:
        return [Piece(0, n, 0, m, np.zeros(n + 1, np.int64), np.full(n + 1, m + 1), (0, n + 1))]
    i, j = anchors(words)
    low, high = band(n, m, np.stack((i, j), axis=1), np.stack((i + 1, j + 1), axis=1), MARGIN)
    count = max(1, round(n / PIECE))
    edges = [round(n * k / count) for k in range(count + 1)]
    found = []
    for core0, core1 in pairwise(edges):
        i0, i1 = max(0, core0 - OVERLAP), min(n, core1 + OVERLAP)
        j0, j1 = int(low[i0]), int(high[i1])
        core = (core0 - i0, core1 - i0 + (core1 == n))
        found.append(_piece(low, high, (i0, i1, j0, j1), core, (i0 > 0, i1 < n)))
    return found


def refine(n: int, m: int, nodes: Ints, sure: NDArray[np.bool_], margin: int) -> list[Piece]:
    """Pieces between sure nodes, with a narrow band round likely ones.

    ``nodes`` (k, 2) are likely nodes of the path, rising in both columns; every path will pass the sure ones.
    """
    low, high = band(n, m, nodes, nodes, margin)
    found = []
    i0 = j0 = 0
    for i1, j1 in dict.fromkeys([*map(tuple, nodes[sure].tolist()), (n, m)]):
        if (i1, j1) != (n, m) and i1 - i0 < LONG_PIECE:
            continue
        found.append(_piece(low, high, (i0, i1, j0, j1), (0, i1 - i0 + 1), (False, False)))
        i0, j0 = i1, j1
    return found


def within(low: Ints, high: Ints) -> list[Piece]:
    """Pieces of a given band, cut where it is a single node wide."""
    n, m = len(low) - 1, int(high[-1])
    found = []
    i0 = j0 = 0
    for i1 in dict.fromkeys([*np.flatnonzero(low == high).tolist(), n]):
        j1 = int(low[i1]) if i1 < n else m
        if i1 == n or i1 - i0 >= PIECE:
            found.append(_piece(low, high, (i0, i1, j0, j1), (0, i1 - i0 + 1), (False, False)))
            i0, j0 = i1, j1
    return found


def _piece(
    low: Ints, high: Ints, box: tuple[int, int, int, int], core: tuple[int, int], opens: tuple[bool, bool]
) -> Piece:
    i0, i1, j0, j1 = box
    first, last = np.clip(low[i0 : i1 + 1], j0, j1), np.clip(high[i0 : i1 + 1], j0, j1)
    if not opens[0]:
        first[0] = j0
    if not opens[1]:
        last[-1] = j1
    last[:-1] = np.maximum(last[:-1], first[1:])
    width = int((last - first).max()) + 1
    # Rows must not reach beyond the piece's last column.
    first = np.minimum(first, np.maximum(j0, j1 + 1 - width))
    return Piece(i0, i1, j0, j1, first, last - first + 1, core, *opens)


def band(n: int, m: int, before: Ints, after: Ints, margin: int) -> tuple[Ints, Ints]:
    """First and last column of each of n + 1 rows.

    The path passes near the nodes ``before[k]`` (k, 2) and, next, ``after[k]``. From one to the next the band is the
    rectangle they span, with a margin; or, if that is large, a strip along its diagonal.
    """
    low, high = [m] * (n + 1), [0] * (n + 1)  # lists: most rectangles have few rows
    starts = [(0, 0), *map(tuple, after.tolist())]
    ends = [*map(tuple, before.tolist()), (n, m)]
    for (i0, j0), (i1, j1) in zip(starts, ends, strict=True):
        rows = range(max(0, i0 - 1), min(n, i1 + 1) + 1)
        if (i1 - i0 + 1) * (j1 - j0 + 1) <= RECTANGLE or min(i1 - i0, j1 - j0) <= 2:
            first, last = max(0, j0 - margin), min(m, j1 + margin)
            for row in rows:
                low[row], high[row] = min(low[row], first), max(high[row], last)
        else:
            centres = np.round(np.interp(np.array(rows), (i0, i1), (j0, j1))).astype(np.int64).tolist()
            for row, centre in zip(rows, centres, strict=True):
                low[row] = min(low[row], max(0, centre - DIAGONAL))
                high[row] = max(high[row], min(m, centre + DIAGONAL))
    return joined(np.array(low, np.int64), np.array(high, np.int64))


def joined(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Make a band monotone and connected, from node (0, 0) to the last column of the last row."""
    last = int(high.max())
    low, high = low.copy(), high.copy()
    low[0], high[-1] = 0, last
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    high[:-1] = np.maximum(high[:-1], low[1:])
    return low, high
