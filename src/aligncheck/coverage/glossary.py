"""Renderings that a user's glossary gives: words of a term, and where its rendering stands. Knows no dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from aligncheck.coverage.assign import Candidates
from aligncheck.coverage.places import Places
from aligncheck.coverage.words import CONTENT, Words
from aligncheck.lang.zh.lexis import fold

Terms = tuple[tuple[str, str], ...]
"""English terms, each with a Chinese rendering; a term may stand several times."""


def by_terms(words: Words, places: Places, texts: Sequence[str], terms: Terms) -> Candidates:
    """For the words of each term in ``texts`` (the English ones), the places of its renderings in the same pair."""
    found: list[tuple[int, int, int]] = []
    if terms:
        pattern, renderings = _compiled(terms)
        for text, english in enumerate(texts):
            for match in pattern.finditer(english):
                spots = _spots(places, text, renderings[" ".join(match["term"].lower().split())])
                if spots:
                    found += [(word, at, size) for word in _inside(words, text, match) for at, size in spots]
    word, at, size = np.array(found, np.int64).reshape(-1, 3).T
    return Candidates(word, at, size, np.ones(len(word)))


@lru_cache(maxsize=4)
def _compiled(terms: Terms) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """What finds any of the terms, in the singular and the plural, the longest first; and their folded renderings."""
    renderings: dict[str, tuple[str, ...]] = {}
    for english, chinese in terms:
        key = " ".join(english.lower().split())
        renderings[key] = (*renderings.get(key, ()), fold(chinese).lower())
    longest = sorted(renderings, key=lambda term: (-len(term), term))
    choices = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in longest)
    return re.compile(rf"(?<![A-Za-z0-9])(?P<term>{choices})(?:e?s)?(?![A-Za-z0-9])", re.IGNORECASE), renderings


def _spots(places: Places, text: int, renderings: Sequence[str]) -> list[tuple[int, int]]:
    """Place and length of each rendering in a Chinese text."""
    head, end = int(places.heads[text]), int(places.heads[text + 1])
    found = []
    for rendering in renderings:
        at = places.folded.find(rendering, head, end)
        while at >= 0:
            found.append((at, len(rendering)))
            at = places.folded.find(rendering, at + 1, end)
    return found


def _inside(words: Words, text: int, match: re.Match[str]) -> list[int]:
    """Words of content within a match."""
    first, last = int(words.bounds[text]), int(words.bounds[text + 1])
    start, end = match.span()
    numbers = np.arange(first, last)
    within = (words.start[first:last] >= start) & (words.end[first:last] <= end)
    return [int(n) for n in numbers[within & (words.group[first:last] >= CONTENT)]]
