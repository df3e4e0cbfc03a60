"""Gives each place of a Chinese text to one English word: the likeliest candidates first. Knows numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.links import expand

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NONE, SHARED, OWN = 0, 1, 2
"""A word without candidate; one whose only candidates went to other words; one with a place of its own."""


class Candidates(NamedTuple):
    """Possible renderings: English word (its number in ``Words``), place and length in ``Places.folded``, weight."""

    word: Ints
    at: Ints
    size: Ints
    weight: NDArray[np.float64]


@dataclass(frozen=True)
class Assignment:
    """What became of each word.

    Attributes:
        state: of each English word: ``NONE``, ``SHARED`` or ``OWN``.
        best: of each word, the number of its candidate (the chosen one, or the likeliest one that was taken); -1.
        used: of each character of the Chinese texts, whether it renders a word.
    """

    state: Ints
    best: Ints
    used: Bools


def assign(candidates: Candidates, offset: NDArray[np.float64], words: int, characters: int) -> Assignment:
    """Choose candidates so that no word and no character is used twice (competitive linking, Melamed 2000).

    A candidate is better the larger its weight, then the longer, then the nearer its place is to the word's
    (``offset``: difference of relative places, from 0 to 1). Every candidate that beats all those it rivals is chosen;
    its rivals are dropped; and so on, which gives what choosing one by one in that order would.
    """
    merit = candidates.weight * np.where(candidates.size > 1, 1.0, 0.6) + 0.01 * candidates.size
    order = np.lexsort((candidates.at, candidates.word, offset, -merit))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    best = np.full(words, len(order), np.int64)
    np.minimum.at(best, candidates.word, rank)
    state = np.where(best < len(order), SHARED, NONE)
    best = np.append(order, -1)[best] if len(order) else np.full(words, -1)
    used = np.zeros(characters, bool)
    alive = np.arange(len(order))
    while len(alive):
        chosen = alive[_unrivalled(candidates, rank, alive, words, characters)]
        state[candidates.word[chosen]] = OWN
        best[candidates.word[chosen]] = chosen
        _, at = expand(candidates.at[chosen], candidates.size[chosen])
        used[at] = True
        taken = np.concatenate(([0], np.cumsum(used)))
        free = taken[candidates.at[alive] + candidates.size[alive]] == taken[candidates.at[alive]]
        alive = alive[free & (state[candidates.word[alive]] != OWN)]
    return Assignment(state, best, used)


def _unrivalled(candidates: Candidates, rank: Ints, alive: Ints, words: int, characters: int) -> Bools:
    """Which of the candidates rank first at their word and at each of their characters."""
    first = np.full(words, len(rank), np.int64)
    np.minimum.at(first, candidates.word[alive], rank[alive])
    rows, at = expand(candidates.at[alive], candidates.size[alive])
    holder = np.full(characters, len(rank), np.int64)
    np.minimum.at(holder, at, rank[alive][rows])
    beaten = np.zeros(len(alive), bool)
    beaten[rows[holder[at] != rank[alive][rows]]] = True
    unrivalled: Bools = ~beaten & (first[candidates.word[alive]] == rank[alive])
    return unrivalled
