"""Pairs the sentences of two texts in one language, in order, by the character sequences they share.

Knows strings and nothing else. Equal sentences, then sentences that alone share rare sequences, are fixed points; what
lies between is paired by dynamic programming, so the cost is nearly linear in texts that resemble each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf, log1p
from typing import NamedTuple

from aligncheck.drift.chains import increasing

_RARE = 4
"""So many sequences that occur in one sentence of each text, and nowhere else, fix a pair."""

_FAINT = 0.1
"""Likeness that chance gives two sentences; a pair must have more of it than two sentences left alone."""

_MERGE = 0.15
"""What a pair of one sentence with two must be better by, in likeness, than one with one and a sentence left alone."""

_TRIFLE = 0.05
"""Share of the lighter of two sentences that says nothing, if it is all they have in common."""

_WIDEST = 400
"""Sentences between two fixed points up to which every pair is weighed; beyond, those near the diagonal."""

_SAME_PLACE = 3.0
"""Sentences at the same place are pairs if neither is this many times as long as the other."""

_FEW = 3
"""So many sentences left alone on either side, between the same neighbours, are pairs in their order."""


class Match(NamedTuple):
    """Sentences of either text that answer for each other; one side may be empty."""

    a: tuple[int, ...]
    b: tuple[int, ...]

    def texts(self, a: Sequence[str], b: Sequence[str]) -> tuple[str, str]:
        """Its sentences of either text, joined."""
        return "".join(a[i] for i in self.a), "".join(b[j] for j in self.b)


def pair_sentences(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Pair two lists of sentences, folded so that what never matters is equal.

    Every sentence is in exactly one match, in order on both sides; a match is 1-1, 1-2, 2-1, 1-0 or 0-1. What stands
    at another place is left alone on both sides.
    """
    fixed = [(-1, -1), *_fixed(a, b), (len(a), len(b))]
    matches: list[Match] = []
    for (i, j), (k, m) in pairwise(fixed):
        if i >= 0:
            matches.append(Match((i,), (j,)))
        matches += _between(a, b, range(i + 1, k), range(j + 1, m))
    return matches


def likeness(a: str, b: str) -> float:
    """From 0 to 1: the share of character sequences that two texts have in common (Dice)."""
    one, other = set(_grams(a)), set(_grams(b))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(a == b)


def _grams(text: str) -> Iterator[str]:
    """Overlapping pairs of characters, threes where they begin with a Latin letter: 年收, ear."""
    for at in range(max(len(text) - 1, 1) if text else 0):
        yield text[at : at + (3 if text[at].isascii() else 2)]


def _fixed(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs that are beyond doubt, in order: equal sentences, then those with rare sequences in common."""
    points = increasing(_only_once(a, b))
    for spread in (_spread_equal, _spread_rare):
        bounds = [(-1, -1), *points, (len(a), len(b))]
        points = []
        for (i, j), (k, m) in pairwise(bounds):
            if i >= 0:
                points.append((i, j))
            points += spread(a, b, range(i + 1, k), range(j + 1, m))
    return points


def _only_once(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what stands exactly once in each list."""
    often, theirs = Counter(a), Counter(b)
    at = {key: j for j, key in enumerate(b) if theirs[key] == 1}
    return [(i, at[key]) for i, key in enumerate(a) if often[key] == 1 and key in at]


def _spread_equal(a: Sequence[str], b: Sequence[str], rows: range, columns: range) -> list[tuple[int, int]]:
    """Equal sentences at both ends of a gap, and within it those that are the only ones of their kind there."""
    head = 0
    while head < min(len(rows), len(columns)) and a[rows[head]] == b[columns[head]]:
        head += 1
    tail = 0
    while tail < min(len(rows), len(columns)) - head and a[rows[-1 - tail]] == b[columns[-1 - tail]]:
        tail += 1
    front = [(rows[n], columns[n]) for n in range(head)]
    back = [(rows[n - tail], columns[n - tail]) for n in range(tail)]
    inner, across = rows[head : len(rows) - tail], columns[head : len(columns) - tail]
    alone = _only_once([a[i] for i in inner], [b[j] for j in across])
    return [*front, *increasing([(inner[i], across[j]) for i, j in alone]), *back]


def _spread_rare(a: Sequence[str], b: Sequence[str], rows: range, columns: range) -> list[tuple[int, int]]:
    """Sentences of a wide gap that share sequences found in no other sentence of the gap, each the other's best."""
    if len(rows) * len(columns) <= 4 * _WIDEST:
        return []
    votes: Counter[tuple[int, int]] = Counter()
    where = [_sentences_of_grams(texts, span) for texts, span in ((a, rows), (b, columns))]
    for gram, mine in where[0].items():
        theirs = where[1].get(gram, ())
        if len(mine) == len(theirs) == 1:
            votes[mine[0], theirs[0]] += 1
    best = [Counter[int](), Counter[int]()]
    for point, count in votes.items():
        for side in (0, 1):
            best[side][point[side]] = max(best[side][point[side]], count)
    sure = [p for p, n in votes.items() if n >= _RARE and n == best[0][p[0]] == best[1][p[1]]]
    firsts, seconds = (Counter(p[side] for p in sure) for side in (0, 1))
    return increasing(sorted(p for p in sure if firsts[p[0]] == seconds[p[1]] == 1))


def _sentences_of_grams(texts: Sequence[str], span: range) -> dict[str, list[int]]:
    """Longer sequences, which seldom recur by chance, with the sentences that hold them."""
    found: dict[str, list[int]] = defaultdict(list)
    for i in span:
        for gram in {texts[i][at : at + (7 if texts[i][at].isascii() else 3)] for at in range(len(texts[i]) - 2)}:
            found[gram].append(i)
    return found


def _between(a: Sequence[str], b: Sequence[str], rows: range, columns: range) -> list[Match]:
    """Pair what lies between two fixed points."""
    if not rows or not columns:
        return [*(Match((i,), ()) for i in rows), *(Match((), (j,)) for j in columns)]
    path = _best_path(_weighed([a[i] for i in rows], [b[j] for j in columns]))
    matches = [
        Match(tuple(rows[n] for n in range(i, i + x)), tuple(columns[n] for n in range(j, j + y)))
        for i, j, x, y in path
    ]
    return _same_place(matches, a, b)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What the sentences of a gap share.

    ``shared[i][j - starts[i]]`` is the weight of the sequences that sentence ``i`` of A and ``j`` of B have in common,
    ``a`` and ``b`` what each weighs in all.
    """

    shared: list[list[float]]
    starts: list[int]
    a: list[float]
    b: list[float]

    def common(self, i: int, j: int) -> float:
        row, at = self.shared[i], j - self.starts[i]
        return row[at] if 0 <= at < len(row) else 0.0

    def pairs_at(self, i: int, j: int) -> Iterator[tuple[float, int, int]]:
        """Pairs of sentences up to ``i`` with those up to ``j``: what each gains, and how many it takes of A and B.

        None where the last two share next to nothing: to leave one alone is better then.
        """
        mine, theirs, both = self.a[i], self.b[j], self.common(i, j)
        if both <= _TRIFLE * min(mine, theirs):
            return
        yield 2 * (2 * both / (mine + theirs) - _FAINT), 1, 1
        for x, y in ((2, 1), (1, 2)):
            if i + 1 < x or j + 1 < y:
                continue
            more = self.common(i + 1 - x, j + 1 - y)
            weights = (mine + self.a[i - 1], theirs) if x == 2 else (mine, theirs + self.b[j - 1])
            like = 2 * min(both + more, *weights) / (weights[0] + weights[1])
            yield 3 * (like - _FAINT) - _MERGE, x, y


def _weighed(a: Sequence[str], b: Sequence[str]) -> _Weighed:
    """Weigh a gap; a sequence counts by how few sentences have it, so that 的, which most have, says little."""
    grams = [sorted(set(_grams(text))) for text in (*a, *b)]
    spread = Counter(gram for found in grams for gram in found)
    value = {gram: log1p(len(grams) / count) for gram, count in spread.items()}
    total = [sum(value[gram] for gram in found) for found in grams]
    holders: dict[str, list[int]] = defaultdict(list)
    for j, found in enumerate(grams[len(a) :]):
        for gram in found:
            holders[gram].append(j)
    band = len(b) if max(len(a), len(b)) <= _WIDEST else max(_WIDEST // 2, 2 * len(b) // len(a) + 2)
    shared, starts = [], []
    for i, found in enumerate(grams[: len(a)]):
        middle = i * len(b) // len(a)
        low, high = max(0, middle - band), min(len(b), middle + band + 1)
        row = [0.0] * (high - low)
        for gram in found:
            places = holders.get(gram, [])
            for j in places[bisect_left(places, low) : bisect_left(places, high)]:
                row[j - low] += value[gram]
        shared.append(row)
        starts.append(low)
    return _Weighed(shared, starts, total[: len(a)], total[len(a) :])


_Taken = tuple[int, int]
"""How many sentences of each list a step takes."""

_Step = tuple[int, int, int, int]
"""Where a step begins in both lists, and what it takes."""

_NONE: _Taken = (0, 0)
_ONE_OF_A: _Taken = (1, 0)
_ONE_OF_B: _Taken = (0, 1)


def _best_path(gap: _Weighed) -> list[_Step]:
    """The path through both lists with the most likeness; a pair counts for every sentence in it."""
    rows, columns = len(gap.a), len(gap.b)
    last: list[list[float]] = []
    took: list[tuple[int, list[_Taken]]] = []
    for i in range(rows + 1):
        low = gap.starts[min(i, rows - 1)]
        high = low + len(gap.shared[i]) if i < rows else columns
        here, steps = [-inf] * (columns + 1), [_NONE] * (high - low + 1)
        if i == 0:
            here[0] = 0.0
        for j in range(low, high + 1):
            if i and last[-1][j] > here[j]:
                here[j], steps[j - low] = last[-1][j], _ONE_OF_A
            if j and here[j - 1] > here[j]:
                here[j], steps[j - low] = here[j - 1], _ONE_OF_B
            for gained, x, y in gap.pairs_at(i - 1, j - 1) if i and j else ():
                if last[-x][j - y] + gained > here[j]:
                    here[j], steps[j - low] = last[-x][j - y] + gained, (x, y)
        last = [*last[-1:], here]
        took.append((low, steps))
    return _walked(took, rows, columns)


def _walked(took: Sequence[tuple[int, list[_Taken]]], i: int, j: int) -> list[_Step]:
    steps: list[_Step] = []
    while i or j:
        low, row = took[i]
        x, y = row[j - low]
        i, j = i - x, j - y
        steps.append((i, j, x, y))
    return steps[::-1]


def _same_place(matches: Sequence[Match], a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Pair as many sentences left alone in A as in B, where they are few and nothing but pairs stands around them.

    Renderings may have hardly a word in common; their place says that they belong together.
    """
    done: list[Match] = []
    for paired, group in groupby(matches, key=lambda m: bool(m.a and m.b)):
        members = list(group)
        mine, theirs = ([i for m in members for i in m[side]] for side in (0, 1))
        if paired:
            done += members
        elif len(mine) == len(theirs) <= _FEW and all(
            _alike_in_length(a[i], b[j]) for i, j in zip(mine, theirs, strict=True)
        ):
            done += [Match((i,), (j,)) for i, j in zip(mine, theirs, strict=True)]
        else:
            done += [*(Match((i,), ()) for i in mine), *(Match((), (j,)) for j in theirs)]
    return done


def _alike_in_length(one: str, other: str) -> bool:
    return max(len(one), len(other)) < _SAME_PLACE * min(len(one), len(other))
