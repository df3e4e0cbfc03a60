"""What the texts themselves teach: which Chinese words stand where the dictionary knows no rendering of a word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.assign import NONE, Assignment
from aligncheck.coverage.candidates import LEARNED, TypeLinks
from aligncheck.coverage.links import expand, extents
from aligncheck.coverage.places import Places
from aligncheck.coverage.tokens import distinct
from aligncheck.coverage.words import CONTENT, GROUPS, Words
from aligncheck.lexicon import Lexicon

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LEAST_SEEN = 3
"""Different sentences two words must share: below that, chance pairs are as frequent."""
TIMES_CHANCE, DEVIATIONS = 3.0, 2.5
"""How far beyond chance they must stand together: as a factor, and in standard deviations of a Poisson count."""
SHARE, OFTEN, SINGLE = 0.15, 0.35, 0.35
"""Least Dice coefficient, or share of the English word's occurrences; least Dice of a single character."""


def learned_links(words: Words, places: Places, given: Assignment, first: Bools, lexicon: Lexicon) -> TypeLinks:
    """Links from types without rendering to words without original, where the two stand in the same pairs.

    ``first``: which texts count; a sentence that comes again teaches nothing new, so only its first pair does. One
    joint occurrence is discounted, so that a pair cannot confirm itself.
    """
    texts = len(words.bounds) - 1
    en_text, en_type = _lonely_types(words, given, first, texts)
    zh_text, zh_word = _lonely_words(places, given, first)
    n, m = np.bincount(en_type, minlength=len(words.forms)), np.bincount(zh_word, minlength=len(places.words))
    en_text, en_type = en_text[n[en_type] >= LEAST_SEEN], en_type[n[en_type] >= LEAST_SEEN]
    zh_text, zh_word = zh_text[m[zh_word] >= LEAST_SEEN], zh_word[m[zh_word] >= LEAST_SEEN]
    bounds = np.searchsorted(zh_text, np.arange(texts + 1))
    rows, entries = expand(bounds[en_text], bounds[en_text + 1] - bounds[en_text])
    width = max(1, len(places.words))
    pairs, together = np.unique(en_type[rows] * width + zh_word[entries], return_counts=True)
    kind, word = pairs // width, pairs % width
    chance = n[kind] * m[word] / max(1, int(first.sum()))
    dice = 2 * (together - 1) / np.maximum(1, n[kind] + m[word])
    share = (together - 1) / np.maximum(1, n[kind])
    single = extents(lexicon.arrays["word_at"], places.words)[1][word] == 1
    good = (together >= LEAST_SEEN) & (together > TIMES_CHANCE * chance)
    good &= together - chance > DEVIATIONS * np.sqrt(chance + 0.5)
    good &= np.where(single, dice > SINGLE, (dice > SHARE) | (share > OFTEN))
    return TypeLinks(kind[good], word[good], np.full(int(good.sum()), LEARNED))


def _lonely_types(words: Words, given: Assignment, first: Bools, texts: int) -> tuple[Ints, Ints]:
    """(text, type) of content words without any candidate, each once, sorted by text."""
    lonely = (given.state == NONE) & (words.group >= CONTENT) & (words.group != GROUPS.index("digits"))
    lonely &= first[words.text] if texts else False
    return distinct(words.text[lonely], words.type[lonely], len(words.forms))


def _lonely_words(places: Places, given: Assignment, first: Bools) -> tuple[Ints, Ints]:
    """(text, word) of Chinese words no character of which renders anything, each once, sorted by text."""
    taken = np.concatenate(([0], np.cumsum(given.used)))
    lonely = (taken[places.at + places.size] == taken[places.at]) & first[places.text]
    lonely &= ~places.functional[places.word] if len(places.words) else False
    return distinct(places.text[lonely], places.word[lonely], len(places.words))


def first_of_each(texts: Sequence[str]) -> Bools:
    """Which texts have not come before."""
    seen: set[str] = set()
    first = np.ones(len(texts), np.bool_)
    for number, text in enumerate(texts):
        first[number] = text not in seen
        seen.add(text)
    return first
