"""What cover and lengths say about a pair: how likely each stretch has no rendering. Numbers for whole documents.

A word's *weight* is evidence, in nats, that it has no rendering: the logarithm of how often words of its kind turn up
with a wrong text, over how often with their translation. A stretch's weight is the sum of its words'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.assign import NONE, OWN
from aligncheck.coverage.candidates import LEARNED
from aligncheck.coverage.cover import Cover
from aligncheck.coverage.words import CONTENT, GROUPS, latin
from aligncheck.lang.en.lexis import OPENERS

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LENGTHS = np.array([0.2, 0.7, 0.65, 1.2, 1.6, 0.3, 0.25, 1.55, 2.15, 1.85, 2.0, 1.0, 1.95])
"""Characters of a Chinese rendering that each of ``GROUPS`` accounts for (least squares over news, documentation,
novels, scripture and academic prose; Latin words there count as ``LATIN`` characters, numbers as one)."""
LATIN = 1.5
MISSING = {"pronoun": 0.5, "light": 0.8, "name": 0.9, "unknown": 0.3, "digits": 0.5, "acronym": 0.8}
"""Weight of a word without any candidate, by its group; for a known one see ``_known``."""
FOUND = np.array(
    # one character, two, three and more; of glosses, parts of long glosses, learned pairs, words of the family
    [[-1.3, -2.9, -4.0], [0.2, -1.5, -2.5], [-1.8, -2.6, -2.5], [0.0, -1.8, -2.0]]
)
"""Weight of a word with a candidate of its own, by source and length of the rendering."""
TAKEN = np.array([[-0.6, -1.4, -2.0], [-0.6, -1.8, -2.5], [-0.8, -1.3, -1.3], [0.0, -1.5, -1.5]])
"""The same where its only candidates render other words."""
USED, UNUSED = -0.85, 0.45
"""Evidence that a Chinese character of content renders nothing, where it does render a word, and where it does not:
half the logarithm of its odds, since characters of one word are not independent."""
USUAL, SOME = 0.36, 300
"""Share of content characters that render nothing the dictionary knows, in ordinary translations; for how many
characters that expectation counts."""


@dataclass(frozen=True)
class Evidence:
    """Numbers per text, and per word.

    Attributes:
        weight, length: of each English word: evidence that it has no rendering; characters its rendering would take.
        expected, actual: of each text: the sum of its words' lengths, and the length of the Chinese.
        content, free: of each text: Chinese characters that carry content, and those of them that render nothing.
        freedom: share of ``free`` in ``content`` over all texts: how freely they are translated.
    """

    cover: Cover
    weight: Floats
    length: Floats
    expected: Floats
    actual: Floats
    content: Ints
    free: Ints
    freedom: float

    @classmethod
    def of(cls, cover: Cover) -> Evidence:
        words, places, given = cover.words, cover.places, cover.assignment
        texts = len(words.bounds) - 1
        owner = np.repeat(np.arange(texts), np.diff(places.heads))
        content = np.bincount(owner[places.content], minlength=texts)
        free = np.bincount(owner[places.content & ~given.used], minlength=texts)
        freedom = float((free.sum() + USUAL * SOME) / (content.sum() + SOME))
        length = LENGTHS[words.group]
        expected = np.bincount(words.text, weights=length, minlength=texts).astype(np.float64)
        return cls(cover, _weights(cover, freedom), length, expected, _lengths(cover), content, free, freedom)


def _weights(cover: Cover, freedom: float) -> Floats:
    words, candidates, given = cover.words, cover.candidates, cover.assignment
    missing = np.array([MISSING.get(group, 0.0) for group in GROUPS])
    missing[GROUPS.index("known")] = _known(freedom)
    weight: Floats = missing[words.group]
    some = np.flatnonzero((given.state != NONE) & (words.group >= CONTENT))
    best = given.best[some]
    value, size = candidates.weight[best], np.minimum(candidates.size[best], 3) - 1
    source = np.where(value >= 0.9, 0, np.where(np.abs(value - LEARNED) < 1e-5, 2, np.where(value >= 0.45, 1, 3)))
    weight[some] = np.where(given.state[some] == OWN, FOUND[source, size], TAKEN[source, size])
    return weight


def _known(freedom: float) -> float:
    """Weight of a word of the dictionary without candidate: 92 of 100 have none in a wrong text.

    The freer the translation, the more words the dictionary does not find although they are rendered.
    """
    overlooked = min(0.6, max(0.08, 1.4 * freedom**2))
    return log(0.92 / overlooked)


def _lengths(cover: Cover) -> Floats:
    """Length of each Chinese text: its characters, ``LATIN`` for a Latin word, one for a number; glosses left out."""
    places = cover.places
    texts = len(places.heads) - 1
    codes = np.frombuffer(places.folded.encode("utf-32-le"), np.uint32)
    owner = np.repeat(np.arange(texts), np.diff(places.heads))
    letter, digit = latin(codes)
    total = (places.han + LATIN * _starts(letter) + _starts(digit)) * ~places.gloss
    return np.bincount(owner, weights=total, minlength=texts).astype(np.float64)


def _starts(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The first of each run of True."""
    before = np.concatenate(([False], flags[:-1]))
    return flags & ~before


@dataclass(frozen=True)
class Stretches:
    """Of each text the consecutive chunks of greatest weight: their weight, their length, and where they stand.

    ``first`` and ``last`` are numbers of words, ``first == last`` where no chunk has a positive weight.
    """

    weight: Floats
    length: Floats
    first: Ints
    last: Ints


def clauses(evidence: Evidence) -> Stretches:
    """The best stretch between punctuation marks."""
    words = evidence.cover.words
    return _best(evidence.weight, evidence.length, words.text, words.opens, words.bounds)


def phrases(evidence: Evidence) -> Stretches:
    """The best stretch between punctuation marks, prepositions and conjunctions."""
    words = evidence.cover.words
    opener = np.array([form in OPENERS for form in words.forms], bool)
    opens = words.opens | opener[words.type] if len(words.forms) else words.opens
    return _best(evidence.weight, evidence.length, words.text, opens, words.bounds)


def _best(weight: Floats, length: Floats, text: Ints, opens: NDArray[np.bool_], bounds: Ints) -> Stretches:
    """Consecutive chunks with the largest sum of weights, in every text.

    ``weight``, ``length``, ``text`` and ``opens`` (a chunk begins here) are given per unit; units ``bounds[t]`` …
    ``bounds[t + 1] - 1`` make up text t.
    """
    texts = len(bounds) - 1
    opens = opens.copy()
    opens[bounds[:-1][np.diff(bounds) > 0]] = True
    heads = np.flatnonzero(opens)
    sums = np.add.reduceat(weight, heads) if len(heads) else weight
    row = np.searchsorted(text[heads], np.arange(texts + 1))
    found = _largest_sums(sums.tolist(), row.tolist())
    best, first, last = np.array(found[0], np.float64), np.array(found[1], np.int64), np.array(found[2], np.int64)
    edges = np.append(heads, len(opens))
    begin = edges[np.minimum(first, len(heads))]
    end = np.where(best > 0, edges[np.minimum(last, len(heads))], begin)
    total = np.concatenate(([0.0], np.cumsum(length)))
    return Stretches(best, total[end] - total[begin], begin, end)


def _largest_sums(sums: Sequence[float], row: Sequence[int]) -> tuple[list[float], list[int], list[int]]:
    """Per text the largest sum of consecutive chunks, at least 0, and its first and last chunk, the last exclusive.

    Text t has the chunks ``row[t]`` … ``row[t + 1] - 1``. Kadane's algorithm, text by text: most have few chunks.
    """
    bests, firsts, lasts = [], [], []
    for begin, end in pairwise(row):
        best, here = 0.0, -1.0
        start = first = last = begin
        for chunk in range(begin, end):
            if here <= 0:
                start, here = chunk, 0.0
            here += sums[chunk]
            if here > best:
                best, first, last = here, start, chunk + 1
        bests.append(best)
        firsts.append(first)
        lasts.append(last)
    return bests, firsts, lasts


def chinese_clauses(evidence: Evidence) -> Stretches:
    """The best stretch of Chinese between punctuation marks that renders nothing; places in ``Places.folded``."""
    places = evidence.cover.places
    weight = np.where(places.content, np.where(evidence.cover.assignment.used, USED, UNUSED), 0.0)
    opens = np.concatenate(([True], places.breaks[:-1])) if len(places.breaks) else places.breaks
    texts = len(places.heads) - 1
    owner = np.repeat(np.arange(texts), np.diff(places.heads))
    return _best(weight, places.han.astype(np.float64), owner, opens, places.heads)
