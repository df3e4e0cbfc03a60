"""Renderings that a user's glossary gives: words of a term, and where its rendering stands. Knows no dictionary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from aligncheck.coverage.assign import Candidates
from aligncheck.coverage.places import Places
from aligncheck.coverage.term_index import term_index
from aligncheck.coverage.term_match import Match
from aligncheck.coverage.words import CONTENT, Words
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Terms


def by_terms(words: Words, places: Places, texts: Sequence[str], terms: Terms, lexicon: Lexicon) -> Candidates:
    """For the words of each term in ``texts`` (the English ones), the places of its renderings in the same pair."""
    found: list[tuple[int, int, int]] = []
    if len(terms):
        index, inside = term_index(terms, lexicon), _Inside(words)
        for text, english in enumerate(texts):
            for match in index.find(english):
                spots = _spots(places, text, _renderings(match))
                if spots:
                    found += [(word, at, size) for word in inside.of(text, match) for at, size in spots]
    word, at, size = np.array(found, np.int64).reshape(-1, 3).T
    return Candidates(word, at, size, np.ones(len(word)))


def _renderings(match: Match) -> list[str]:
    """The folded Chinese names of what matches."""
    return list(dict.fromkeys(_folded(chinese) for name in match.names for chinese in name.term.zh))


@lru_cache(maxsize=1 << 15)
def _folded(name: str) -> str:
    return fold(name).lower()


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


class _Inside:
    """Finds the words of content within a match; in lists, of which single items come faster than of arrays."""

    def __init__(self, words: Words) -> None:
        self._bounds, self._start = words.bounds.tolist(), words.start.tolist()
        self._telling = (words.group >= CONTENT).tolist()

    def of(self, text: int, match: Match) -> list[int]:
        first, last = self._bounds[text], self._bounds[text + 1]
        low = bisect_left(self._start, match.start, first, last)
        high = bisect_left(self._start, match.end, low, last)
        return [n for n in range(low, high) if self._telling[n]]
