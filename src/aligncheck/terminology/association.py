"""How often phrases and strings stand in the same pairs, and how closely that ties them. Knows numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.links import expand
from aligncheck.coverage.tokens import distinct
from aligncheck.terminology.grams import Ints

Floats = NDArray[np.float64]

AT_ONCE = 1 << 22
"""Joint occurrences that are counted at a time; it bounds memory, and changes no result."""
LEAST_TOGETHER = 2
"""Different pairs that a phrase and a string must share."""
DISCOUNT = 0.6
"""Joint occurrences taken off before the coefficient is worked out: what is seen twice may be chance."""
CLOSE = 0.18
"""Least Dice coefficient of a candidate."""
TIMES_CHANCE = 3.0


@dataclass(frozen=True)
class Kinds:
    """Which texts hold which kinds of things: pairs (text, kind), each once, sorted by text.

    Attributes:
        text, kind: the pairs.
        count: of each kind, in how many texts it stands.
    """

    text: Ints
    kind: Ints
    count: Ints

    @classmethod
    def of(cls, text: Ints, kind: Ints, kinds: int) -> Kinds:
        text, kind = distinct(text, kind, kinds)
        return cls(text, kind, np.bincount(kind, minlength=kinds))

    @cached_property
    def _by_kind(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.kind, kind="stable")
        return self.text[order], np.searchsorted(self.kind[order], np.arange(len(self.count) + 1))

    def texts_of(self, kind: int) -> Ints:
        """The texts that hold a kind, sorted."""
        text, first = self._by_kind
        return text[first[kind] : first[kind + 1]]

    def frequent(self, least: int) -> Kinds:
        """Those that stand in at least so many texts."""
        kept = self.count[self.kind] >= least
        return Kinds(self.text[kept], self.kind[kept], self.count)


@dataclass(frozen=True)
class Ties:
    """Candidates: phrase kind, string kind, pairs they share, and Dice's coefficient with a discount."""

    phrase: Ints
    string: Ints
    together: Ints
    dice: Floats


def ties(phrases: Kinds, strings: Kinds, texts: int, least: int = LEAST_TOGETHER) -> Ties:
    """Phrases and strings that stand in the same texts more often than chance would have them.

    The coefficient is 2 (c - d) / (n + m): c texts hold both, n the phrase, m the string; d is a discount.
    ``least``: texts that hold a phrase; rarer ones are left out.
    """
    phrases, strings = phrases.frequent(max(least, LEAST_TOGETHER)), strings.frequent(LEAST_TOGETHER)
    first = np.searchsorted(strings.text, np.arange(texts + 1))
    order = np.argsort(phrases.kind, kind="stable")
    text, kind = phrases.text[order], phrases.kind[order]
    sizes = (first[1:] - first[:-1])[text]
    ends = np.cumsum(sizes)
    width = max(1, len(strings.count))
    found: list[tuple[Ints, Ints, Ints, Floats]] = []
    begin = 0
    while begin < len(kind):
        limit = (ends[begin - 1] if begin else 0) + AT_ONCE
        stop = max(begin + 1, int(np.searchsorted(ends, limit, "right")))
        if stop < len(kind):  # a kind is counted as a whole
            own = int(np.searchsorted(kind, kind[stop], "left"))
            stop = own if own > begin else int(np.searchsorted(kind, kind[stop], "right"))
        rows, places = expand(first[text[begin:stop]], sizes[begin:stop])
        keys, together = np.unique(kind[begin:stop][rows] * width + strings.kind[places], return_counts=True)
        e, z = keys // width, keys % width
        n, m = phrases.count[e], strings.count[z]
        dice = 2 * (together - DISCOUNT) / (n + m)
        good = (together >= LEAST_TOGETHER) & (dice >= CLOSE) & (together * texts > TIMES_CHANCE * n * m)
        if texts < 12:  # too few to tell chance from habit
            good = (together >= LEAST_TOGETHER) & (dice >= CLOSE)
        found.append((e[good], z[good], together[good], dice[good]))
        begin = stop
    if not found:
        nothing = np.zeros(0, np.int64)
        return Ties(nothing, nothing, nothing, np.zeros(0))
    return Ties(*(np.concatenate(column) for column in zip(*found, strict=True)))
