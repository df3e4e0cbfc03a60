"""Says which new sentences an old one became: by identity, then by the words they share. Knows hashes, no wording."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aligncheck.drift.chains import anchors, heaviest

LIKE = 0.4
"""So much of two sentences (shared weight by mean weight) must be alike for one to be the other, changed."""
LIKE_ELSEWHERE = 0.6
"""The same for a sentence that stands at another place."""
CONTAINED = 0.6
"""So much of a sentence must stand in the rest of another for it to be a part that was split off or merged in."""
SHORT = 8.0
"""Weight of words up to which a sentence replaced in its place is the same sentence, whatever it says."""
LIGHT = 0.25
"""Weight of a word of grammar; any other weighs 1."""
_COMMON = 40
"""Sentences that share a word beyond which the word suggests no match, in long stretches."""
_SMALL = 900
"""Pairs of sentences in a stretch up to which all are compared."""


class Bag(NamedTuple):
    """The words of a sentence by hash and their weight."""

    words: Counter[str]
    weight: float


class Match(NamedTuple):
    """Old and new sentences that are one, changed or not; one side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    same: bool = False
    moved: bool = False


def bag(hashes: Sequence[str], light: Mapping[str, float]) -> Bag:
    """What ``matched`` compares of a sentence; ``light`` has the weights of words that weigh less than 1."""
    words = Counter(hashes)
    return Bag(words, sum(n * light.get(h, 1.0) for h, n in words.items()))


class Matcher:
    """Finds the matches of one document.

    Args:
        old, new: each sentence's identity.
        light: weights of the words, by hash, that weigh less than 1.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], light: Mapping[str, float]) -> None:
        self._light = light
        self.equal = anchors(old, new)
        here, there = {i for i, _ in self.equal}, {j for _, j in self.equal}
        self.elsewhere = _elsewhere(old, new, here, there)
        here |= {i for i, _ in self.elsewhere}
        there |= {j for _, j in self.elsewhere}
        self.old_left = [i for i in range(len(old)) if i not in here]
        self.new_left = [j for j in range(len(new)) if j not in there]
        self._sizes = len(old), len(new)
        self.old_bags: Mapping[int, Bag] = {}
        self.new_bags: Mapping[int, Bag] = {}

    def matches(self, old_bags: Mapping[int, Bag], new_bags: Mapping[int, Bag]) -> list[Match]:
        """All matches: every sentence in exactly one. The bags are those of ``old_left`` and ``new_left``."""
        self.old_bags, self.new_bags = old_bags, new_bags
        found = [Match((i,), (j,), same=True) for i, j in self.equal]
        found += [Match((i,), (j,), same=True, moved=True) for i, j in self.elsewhere]
        rest_old: list[int] = []
        rest_new: list[int] = []
        for gap_old, gap_new in self._gaps():
            made, left_old, left_new = self._gap(gap_old, gap_new)
            found += made
            rest_old += left_old
            rest_new += left_new
        far = self._far(rest_old, rest_new)
        found += [Match((i,), (j,), moved=True) for i, j in far]
        gone, come = {i for i, _ in far}, {j for _, j in far}
        found += [Match((i,), ()) for i in rest_old if i not in gone]
        found += [Match((), (j,)) for j in rest_new if j not in come]
        return found

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Unmatched sentences between neighbouring equal ones."""
        edges = [*self.equal, self._sizes]
        gaps: list[tuple[list[int], list[int]]] = [([], []) for _ in edges]
        for side, left in enumerate((self.old_left, self.new_left)):
            at = 0
            for n in left:
                while edges[at][side] < n:
                    at += 1
                gaps[at][side].append(n)
        return [gap for gap in gaps if gap[0] or gap[1]]

    def _gap(self, old: list[int], new: list[int]) -> tuple[list[Match], list[int], list[int]]:
        """Matches within a gap, and what is left of both sides."""
        if not old or not new:
            return [], old, new
        if not any(self.old_bags[i].words for i in old):
            return _blind(old, new), [], []
        beads = [([old[i]], [new[j]]) for i, j in self._chain(old, new)]
        self._attach(beads, old, new)
        self._in_place(beads, old, new)
        used_old = {i for bead in beads for i in bead[0]}
        used_new = {j for bead in beads for j in bead[1]}
        made = [Match(tuple(sorted(a)), tuple(sorted(b))) for a, b in beads]
        return made, [i for i in old if i not in used_old], [j for j in new if j not in used_new]

    def _chain(self, old: list[int], new: list[int]) -> list[tuple[int, int]]:
        """Best pairs in order, by places in the gap."""
        pairs = []
        for i, j in self._candidates(old, new):
            shared, like = self._likeness(self.old_bags[old[i]], self.new_bags[new[j]])
            least = min(self.old_bags[old[i]].weight, self.new_bags[new[j]].weight)
            if like >= LIKE or (least >= 3 and shared >= 0.75 * least):
                pairs.append((i, j, shared * like))
        return heaviest(pairs, len(new))

    def _candidates(self, old: list[int], new: list[int]) -> list[tuple[int, int]]:
        """Pairs worth a look, by places: all of a short gap; of a long one those that share words few others have."""
        if len(old) * len(new) <= _SMALL:
            return [(i, j) for i in range(len(old)) for j in range(len(new))]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for j, number in enumerate(new):
            for word in self.new_bags[number].words:
                if word not in self._light:
                    places[word].append(j)
        found = []
        for i, number in enumerate(old):
            votes: Counter[int] = Counter()
            for word in self.old_bags[number].words:
                here = places.get(word, ())
                if 0 < len(here) <= _COMMON:
                    for j in here:
                        votes[j] += 1
            found += [(i, j) for j, _ in votes.most_common(6)]
        return found

    def _likeness(self, a: Bag, b: Bag) -> tuple[float, float]:
        """Weight of the shared words, and its share of the mean weight of both."""
        light = self._light
        small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
        shared = sum(min(n, large[h]) * light.get(h, 1.0) for h, n in small.items() if h in large)
        return shared, 2 * shared / ((a.weight + b.weight) or 1.0)

    def _attach(
        self,
        beads: list[tuple[list[int], list[int]]],
        old: list[int],
        new: list[int],
    ) -> None:
        """Join to each bead neighbours that stand in what the other side has left over: parts split off or merged."""
        for side, (numbers, own, others) in enumerate(
            ((old, self.old_bags, self.new_bags), (new, self.new_bags, self.old_bags))
        ):
            place = {n: at for at, n in enumerate(numbers)}
            used = {n for bead in beads for n in bead[side]}
            for bead in beads:
                over = sum((others[n].words for n in bead[1 - side]), Counter()) - sum(
                    (own[n].words for n in bead[side]), Counter()
                )
                for step in (1, -1):
                    at = place[bead[side][0]] + step
                    while 0 <= at < len(numbers) and numbers[at] not in used:
                        part = own[numbers[at]]
                        shared, _ = self._likeness(part, Bag(over, 0.0))
                        if part.weight < 1 or shared < CONTAINED * part.weight:
                            break
                        bead[side].append(numbers[at])
                        used.add(numbers[at])
                        over -= part.words
                        at += step

    def _in_place(
        self,
        beads: list[tuple[list[int], list[int]]],
        old: list[int],
        new: list[int],
    ) -> None:
        """Pair what stands between the same beads, one to one, where it is short: a heading under another name."""
        edges = sorted((max(a), max(b)) for a, b in beads)
        starts = {(max(a), max(b)): (min(a), min(b)) for a, b in beads}
        last = (-1, -1)
        for edge in [*edges, (old[-1] + 1, new[-1] + 1)]:
            first = starts.get(edge, edge)
            between_old = old[bisect_right(old, last[0]) : bisect_left(old, first[0])]
            between_new = new[bisect_right(new, last[1]) : bisect_left(new, first[1])]
            last = edge
            if len(between_old) != len(between_new):
                continue
            for i, j in zip(between_old, between_new, strict=True):
                short = max(self.old_bags[i].weight, self.new_bags[j].weight) <= SHORT
                if short or self._likeness(self.old_bags[i], self.new_bags[j])[1] >= LIKE / 1.6:
                    beads.append(([i], [j]))

    def _far(self, old: list[int], new: list[int]) -> list[tuple[int, int]]:
        """Changed sentences at another place: the likest first, each used once."""
        if not old or not new or not any(self.old_bags[i].words for i in old):
            return []
        pairs = []
        for i, j in self._candidates(old, new):
            a, b = self.old_bags[old[i]], self.new_bags[new[j]]
            like = self._likeness(a, b)[1]
            if like >= LIKE_ELSEWHERE and min(a.weight, b.weight) >= 4:
                pairs.append((like, old[i], new[j]))
        used_old: set[int] = set()
        used_new: set[int] = set()
        found = []
        for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
            if i not in used_old and j not in used_new:
                used_old.add(i)
                used_new.add(j)
                found.append((i, j))
        return found


def _blind(old: list[int], new: list[int]) -> list[Match]:
    """Matches by place alone, where no words were kept: one to one, or all in one where counts differ."""
    if len(old) == len(new):
        return [Match((i,), (j,)) for i, j in zip(old, new, strict=True)]
    return [Match(tuple(old), tuple(new))]


def _elsewhere(old: Sequence[str], new: Sequence[str], here: set[int], there: set[int]) -> list[tuple[int, int]]:
    """Equal sentences at other places than their neighbours', the first with the first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in there:
            places[new[j]].append(j)
    return [(i, places[old[i]].pop()) for i in range(len(old)) if i not in here and places.get(old[i])]
