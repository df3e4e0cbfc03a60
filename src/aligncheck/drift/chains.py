"""Longest chains of matches that run forward on both sides. Knows numbers only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_REPEATED = 10_000
"""Size of a stretch, rows by columns, up to which things that occur more than once are matched in order."""


def anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of equal things in the same order on both sides (patience diff): what occurs once on each side ties.

    Ties spread to equal neighbours, and what lies between is looked at by itself, where more may occur only once.
    """
    found: list[tuple[int, int]] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        a, b, c, d = todo.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if a == b or c == d:
            continue
        ties = increasing(_unique(old, new, a, b, c, d))
        if not ties and (b - a) * (d - c) <= _REPEATED:
            ties = _repeated(old[a:b], new[c:d], a, c)
        if not ties:
            continue
        found += ties
        edges = [(a - 1, c - 1), *ties, (b, d)]
        todo += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(edges)]
    return sorted(found)


def _repeated(old: Sequence[Hashable], new: Sequence[Hashable], a: int, c: int) -> list[tuple[int, int]]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(a + i + n, c + j + n) for i, j, size in blocks for n in range(size)]


def _unique(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """Places of what stands exactly once in both stretches, in order of the old."""
    here: dict[Hashable, int] = {}
    there: dict[Hashable, int] = {}
    for n in range(a, b):
        here[old[n]] = -1 if old[n] in here else n
    for n in range(c, d):
        there[new[n]] = -1 if new[n] in there else n
    return [(n, there[key]) for key, n in here.items() if n >= 0 and there.get(key, -1) >= 0]


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, sorted by the first, whose seconds grow."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for n, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        tails[at : at + 1] = [second]
        ends[at : at + 1] = [n]
        before[n] = ends[at - 1] if at else -1
    chain: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def heaviest(pairs: Sequence[tuple[int, int, float]], columns: int) -> list[tuple[int, int]]:
    """The part of weighted pairs ``(row, column, weight)`` that grows in both and weighs most.

    Rows and columns are used once. Takes time in proportion to the pairs (a Fenwick tree of best chains by column).
    """
    tree: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)
    before = [-1] * len(pairs)
    total = [0.0] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda n: (pairs[n][0], -pairs[n][1]))
    for n in order:  # within a row from the last column on, so that no chain uses the row twice
        _, column, weight = pairs[n]
        best, at = (0.0, -1), column
        while at > 0:
            best, at = max(best, tree[at]), at & (at - 1)
        total[n], before[n] = best[0] + weight, best[1]
        at = column + 1
        while at <= columns:
            tree[at] = max(tree[at], (total[n], n))
            at += at & -at
    n = max(range(len(pairs)), key=lambda m: (total[m], -m), default=-1)
    chain = []
    while n >= 0:
        chain.append(pairs[n][:2])
        n = before[n]
    return chain[::-1]
