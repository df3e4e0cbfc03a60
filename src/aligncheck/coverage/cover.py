"""How the words of paired English and Chinese texts cover each other. Knows no document, no order and no fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.assign import OWN, Assignment, Candidates, assign
from aligncheck.coverage.candidates import by_initials, by_links, by_sound, by_spelling, dictionary_links, joined
from aligncheck.coverage.glossary import by_terms
from aligncheck.coverage.places import Places, chinese_places
from aligncheck.coverage.renderings import first_of_each, learned_links
from aligncheck.coverage.sounds import Sounds
from aligncheck.coverage.words import Words, english_words
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import NO_TERMS, Terms

LEARN_FROM = 40
"""Pairs below which texts are too few to teach which word renders which."""


@dataclass(frozen=True)
class Cover:
    """Paired texts with their words, the places of Chinese words, and which renders which.

    Attributes:
        words, places: both sides; text t of one answers text t of the other.
        candidates: possible renderings of each English word.
        assignment: the chosen ones.
    """

    words: Words
    places: Places
    candidates: Candidates
    assignment: Assignment

    @classmethod
    def of(cls, english: Sequence[str], chinese: Sequence[str], lexicon: Lexicon, terms: Terms = NO_TERMS) -> Cover:
        """Cover of ``english[t]`` by ``chinese[t]`` for every t; both have the same length. ``terms``: a glossary."""
        words, places = english_words(english, lexicon), chinese_places(chinese, lexicon)
        links = dictionary_links(words, places, lexicon)
        written = (
            by_spelling(words, places),
            by_initials(words, places),
            by_terms(words, places, english, terms, lexicon),
        )
        known = joined(by_links(words, places, links), *written)
        given = _assigned(words, places, known)
        more = by_sound(words, places, given, english, sounds_of(lexicon))
        if len(english) >= LEARN_FROM:
            links = learned_links(words, places, given, first_of_each(english), lexicon)
            more = joined(more, by_links(words, places, links))
        if len(more.word):
            known = joined(known, more)
            given = _assigned(words, places, known)
        return cls(words, places, known, given)

    @cached_property
    def _by_type(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The words sorted by type, and where each type begins."""
        order = np.argsort(self.words.type, kind="stable")
        return order, np.searchsorted(self.words.type[order], np.arange(len(self.words.forms) + 1))

    def renderings(self, kind: int) -> list[str]:
        """What a type of English words is rendered by in these texts, the most frequent first."""
        order, first = self._by_type
        own = order[first[kind] : first[kind + 1]]
        own = own[self.assignment.state[own] == OWN]
        best = self.assignment.best[own]
        at, size = self.candidates.at[best].tolist(), self.candidates.size[best].tolist()
        found = Counter(self.places.folded[a : a + n] for a, n in zip(at, size, strict=True))
        return sorted(found, key=lambda text: (-found[text], text))


@lru_cache(maxsize=2)
def sounds_of(lexicon: Lexicon) -> Sounds:
    """What finds names by their sounds; one and the same for all that ask, since it remembers names."""
    return Sounds(lexicon)


def _assigned(words: Words, places: Places, candidates: Candidates) -> Assignment:
    """The assignment, with words and places nearest to each other in relative position preferred among equals."""
    text = words.text[candidates.word]
    own = (candidates.word - words.bounds[text]) / np.maximum(1, words.bounds[text + 1] - words.bounds[text])
    head = places.heads[text]
    other = (candidates.at - head) / np.maximum(1, places.heads[text + 1] - head)
    offset: NDArray[np.float64] = np.abs(own - other)
    return assign(candidates, offset, len(words.text), len(places.folded))
