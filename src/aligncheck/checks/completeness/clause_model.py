"""How likely a pair lacks a clause on one side: length and lexical cover in one number. Knows no rule, loads numpy.

The numbers were fitted by logistic regression on clean pairs of news, documentation, novels, scripture, academic and
medical prose, against the same pairs with a clause deleted; docs/coverage.md tells how, and how well it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligncheck.checks._cover import covered
from aligncheck.checks._rule import DocumentContext
from aligncheck.coverage.assign import NONE, OWN
from aligncheck.coverage.evidence import Evidence, Stretches, chinese_clauses, clauses, phrases
from aligncheck.coverage.words import CONTENT, GROUPS

Floats = NDArray[np.float64]

SPREAD, SPREAD_FREE, SPREAD_SHORT = 0.05, 0.37, 0.25
"""Standard deviation of the logarithm of actual over expected length: σ² = (0.05 + 0.37 freedom)² + 0.25 / length."""
FREE, STRICTER, STRICTEST = 0.42, 60.0, 3.4
"""A translation freer than ``FREE`` needs more evidence: so much more per unit of freedom, at most ``STRICTEST``."""
MEAN, DEVIATION, PAIRS = -1.9, 1.2, 40
"""Mean and standard deviation of the log odds in ordinary documents; for how many pairs they count."""
LOW, THIRD = (0.1, -1.28), (1 / 3, -0.43)
"""Quantiles of a normal distribution that both are estimated from, with their places in standard deviations: from
below, so that a third of all pairs may have omissions before they spoil it."""


@dataclass(frozen=True)
class Scores:
    """Of each two-sided pair, by its place in ``index``: log odds of an omission and of an addition, and where.

    ``lost`` are stretches of the English that nothing renders, ``extra`` stretches of the Chinese that render nothing.
    ``missing`` is the length that renderings of all English words without one would take. ``mean`` and ``deviation``
    describe the log odds of omissions in those of the document's pairs that have none.
    """

    index: dict[int, int]
    evidence: Evidence
    omission: Floats
    addition: Floats
    lost: Stretches
    extra: Stretches
    missing: Floats
    mean: float
    deviation: float


class Word(NamedTuple):
    """An English word of a pair: its characters, its dictionary form, its group (one of ``GROUPS``).

    ``rendered`` says whether the Chinese has a candidate for it, ``at`` where the one chosen stands, -1 for none.
    """

    start: int
    end: int
    form: str
    group: str
    rendered: bool
    at: int
    type: int


@dataclass(frozen=True)
class Odds:
    """What the scores say of one pair, in plain numbers and places."""

    scores: Scores
    number: int

    @property
    def omission(self) -> float:
        """Log odds that a clause of the English has no rendering."""
        return float(self.scores.omission[self.number])

    @property
    def addition(self) -> float:
        """Log odds that a clause of the Chinese renders nothing."""
        return float(self.scores.addition[self.number])

    @property
    def deviations(self) -> float:
        """How many standard deviations the odds of an omission are above the mean of the document.

        Where many pairs look short, it is the translator's manner, and one of them is no sure fault.
        """
        return (self.omission - self.scores.mean) / self.scores.deviation

    @property
    def roomy(self) -> bool:
        """Whether Chinese characters that render no word known may render all that seem to be missing."""
        return bool(self.scores.evidence.free[self.number] > self.scores.missing[self.number])

    def words(self, first: int | None = None, last: int | None = None) -> list[Word]:
        """The pair's English words with content, or those of a stretch."""
        cover = self.scores.evidence.cover
        words, given, places = cover.words, cover.assignment, cover.places
        begin = int(words.bounds[self.number]) if first is None else first
        end = int(words.bounds[self.number + 1]) if last is None else last
        head = int(places.heads[self.number])
        found = []
        for n in range(begin, end):
            if words.group[n] < CONTENT:
                continue
            kind = int(words.type[n])
            at = int(cover.candidates.at[given.best[n]]) - head if given.state[n] == OWN else -1
            group, rendered = GROUPS[words.group[n]], bool(given.state[n] != NONE)
            found.append(Word(int(words.start[n]), int(words.end[n]), words.forms[kind], group, rendered, at, kind))
        return found

    @property
    def lost(self) -> list[Word]:
        """The words of the stretch that most likely has no rendering."""
        return self.words(int(self.scores.lost.first[self.number]), int(self.scores.lost.last[self.number]))

    @property
    def extra(self) -> tuple[int, int]:
        """The stretch of the Chinese that most likely renders nothing, in characters of the side."""
        head = int(self.scores.evidence.cover.places.heads[self.number])
        return int(self.scores.extra.first[self.number]) - head, int(self.scores.extra.last[self.number]) - head

    def free(self, start: int, end: int) -> list[bool]:
        """Of each character of the Chinese side in a range, whether it carries content and renders no word known."""
        cover = self.scores.evidence.cover
        head, last = (int(cover.places.heads[self.number + n]) for n in (0, 1))
        stretch = slice(min(last, head + start), min(last, head + end))
        flags: list[bool] = (cover.places.content[stretch] & ~cover.assignment.used[stretch]).tolist()
        return flags

    def renderings(self, word: Word) -> list[str]:
        """What this document renders a word by elsewhere."""
        return self.scores.evidence.cover.renderings(word.type)


def scores(document: DocumentContext) -> Scores:
    """Scores of the document's pairs; for ``DocumentContext.once``."""
    sides, _, cover = covered(document)
    pairs, evidence = [side.pair for side in sides], Evidence.of(cover)
    clause, lost, extra = clauses(evidence), phrases(evidence), chinese_clauses(evidence)
    stricter = min(STRICTEST, STRICTER * max(0.0, evidence.freedom - FREE))
    words = evidence.cover.words
    alone = (words.group >= CONTENT) & (evidence.cover.assignment.state == NONE)
    length, lopsided = _length(evidence), _lopsided(evidence, alone)
    omission = -0.96 * np.minimum(length, 2) + 0.23 * clause.weight + 0.28 * lost.weight + 4.03 * lopsided
    omission += 0.86 * np.log(evidence.expected + 2) - 4.10 - stricter
    addition = 0.72 * np.maximum(length, -2) + 0.73 * extra.weight - 4.66 * lopsided
    addition += 0.29 * np.log(evidence.actual + 2) - 3.57 - stricter
    index = {p.id: n for n, p in enumerate(pairs)}
    missing = np.bincount(words.text[alone], weights=evidence.length[alone], minlength=len(pairs)).astype(np.float64)
    return Scores(index, evidence, omission, addition, lost, extra, missing, *_usual(omission))


def _usual(odds: Floats) -> tuple[float, float]:
    """Mean and standard deviation without omissions, drawn towards those of ordinary documents where pairs are few."""
    if not len(odds):
        return MEAN, DEVIATION
    ordered = sorted(odds.tolist())
    low, third = quantile(ordered, LOW[0]), quantile(ordered, THIRD[0])
    deviation = (third - low) / (THIRD[1] - LOW[1])
    mean = third - THIRD[1] * deviation
    share = len(odds) / (len(odds) + PAIRS)
    return MEAN + share * (mean - MEAN), DEVIATION + share * (deviation - DEVIATION)


def quantile(ordered: Sequence[float], share: float) -> float:
    """What ``share`` of ordered values, of which there is one at least, lie below; between two of them in proportion.

    It is numpy's, to the last bit and at a tenth of the time.
    """
    below, part = divmod(share * (len(ordered) - 1), 1)
    low, high = ordered[int(below)], ordered[min(int(below) + 1, len(ordered) - 1)]
    return low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part)


def _length(evidence: Evidence) -> Floats:
    """How many standard deviations the Chinese is longer than the English lets expect."""
    ratio = np.log((evidence.actual + 2) / (evidence.expected + 2))
    spread = (SPREAD + SPREAD_FREE * evidence.freedom) ** 2 + SPREAD_SHORT / (evidence.expected + 2)
    deviations: Floats = ratio / np.sqrt(spread)
    return deviations


def _lopsided(evidence: Evidence, alone: NDArray[np.bool_]) -> Floats:
    """Share of English words without rendering (``alone``), less that of Chinese characters that render nothing."""
    words = evidence.cover.words
    texts = len(words.bounds) - 1
    total, lost = (np.bincount(words.text[flags], minlength=texts) for flags in (words.group >= CONTENT, alone))
    shares: Floats = (lost + 0.5) / (total + 2) - (evidence.free + 0.5) / (evidence.content + 2)
    return shares
