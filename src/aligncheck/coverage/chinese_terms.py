"""Finds the terms of a glossary in Chinese text, the longest first. Knows no English.

Names are looked up by their first two characters, so that ten thousand of them cost a text no more than ten.
"""

from __future__ import annotations

from functools import lru_cache

from aligncheck.coverage.term_match import Match, Name
from aligncheck.coverage.term_names import longer_word, pattern_of, plain
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term, Terms


class ChineseTerms:
    """The Chinese names of a glossary, ready to be looked for."""

    def __init__(self, terms: Terms, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._first: dict[str, list[Name]] = {}
        for term in terms.all:
            for text in dict.fromkeys(term.zh):
                self._add(text, term)
        for names in self._first.values():
            names.sort(key=lambda name: (-len(name.text), name.text))

    def _add(self, text: str, term: Term) -> None:
        letters = plain("".join(text.split()))
        if letters:
            self._first.setdefault(letters[:2], []).append(Name(text, (letters,), exact=False, term=term))

    def find(self, text: str) -> list[Match]:
        """The terms in plain text (see ``plain``), in order, none within another one or within a longer word."""
        first = self._first
        matches: list[Match] = []
        over = 0
        for at in range(len(text)):
            names = first.get(text[at : at + 2]) or first.get(text[at])
            if names is None or at < over:
                continue
            spans = [(found.end(), name) for name in names if (found := pattern_of(name.text).match(text, at))]
            if not spans:
                continue
            end = max(reach for reach, _ in spans)
            if longer_word(text, at, end, self._lexicon) is None:
                over = end
                unique = {id(name.term): name for reach, name in reversed(spans) if reach == end}
                matches.append(Match(at, end, tuple(reversed(unique.values()))))
        return matches


@lru_cache(maxsize=8)
def chinese_terms(terms: Terms, lexicon: Lexicon) -> ChineseTerms:
    """The index of a glossary; kept, since all documents share it."""
    return ChineseTerms(terms, lexicon)
