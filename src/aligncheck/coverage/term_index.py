"""Finds the terms of a glossary in English text: by lemma and inflection, the longest first. Knows no Chinese.

Terms are looked up by their first word, so that ten thousand of them cost a text no more than ten.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from aligncheck.coverage.term_match import HYPHENS, Match, Name, Words
from aligncheck.lang.en.inflection import DERIVED, is_plural, stems
from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term, Terms

_WORD = deferred(r"[a-z0-9à-öø-ɏ]+(?:\+\+|#(?![a-z0-9]))?")
_MOST = 1 << 15
"""Words, and texts, whose answer is kept."""


class TermIndex:
    """The English names of a glossary, ready to be looked for."""

    def __init__(self, terms: Terms, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # By the first word, then by the second one ("" for names of one word).
        self._first: dict[str, dict[str, list[Name]]] = {}
        self._forms = _Forms(lexicon, self._first)
        self._found: dict[str, list[Match]] = {}
        for term in terms.all:
            for text in dict.fromkeys(term.en):
                self._add(text, term)

    def _add(self, text: str, term: Term) -> None:
        low = tuple(_WORD.findall(text.lower()))
        if not low:
            return
        if low[0] == "to" and len(low) > 1:  # to deploy
            self._put(Name(text, low[1:], exact=False, term=term, verb=True))
            return
        capitals = len(low) == 1 and len(text) > 1 and text.isupper() and self._lexicon.knows_english(low[0])
        exact = term.case or capitals
        self._put(Name(text, low, exact, term))
        if len(low) == 2 and not exact:  # file system, filesystem
            self._put(Name(text, ("".join(low),), exact, term))
        if len(low) == 1 and not exact and text.islower() and text.endswith("s"):  # a name given in the plural
            for lemma in self._lemmas(text):
                if lemma != text and is_plural(text, lemma):
                    self._put(Name(text, (lemma,), exact, term))

    def _put(self, name: Name) -> None:
        second = name.words[1] if len(name.words) > 1 else ""
        self._first.setdefault(name.words[0], {}).setdefault(second, []).append(name)

    def find(self, text: str) -> list[Match]:
        """The terms in a text, in order, none within another one. Kept for a while, since several ask."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) > _MOST:
                self._found.clear()
            found = self._found[text] = self._find(text)
        return found

    def _find(self, text: str) -> list[Match]:
        low = text.lower()
        if len(low) != len(text):
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        words, forms = _WORD.findall(low), self._forms
        hyphened = any(hyphen in text for hyphen in HYPHENS)
        begins = [at for at, word in enumerate(words) if forms[word]]
        if not begins and not hyphened:
            return []
        within = Words(text, words, [found.span() for found in _WORD.finditer(low)])
        matches: list[Match] = []
        over = 0
        for at in begins:
            if at >= over and (names := self._names(within, at)):
                over = at + len(names[0].words)
                matches.append(_match(within, at, over, names))
        return [*self._joined(within, matches)] if hyphened else matches

    def _names(self, within: Words, at: int) -> list[Name]:
        """The longest names that begin with a word of the text."""
        words = within.words
        second = ("", words[at + 1], *self._lemmas(words[at + 1])) if at + 1 < len(words) else ("",)
        names = []
        for form in self._forms[words[at]]:
            heads = self._first[form]
            for follower in second:
                names += [name for name in heads.get(follower, ()) if self._stands(name, within, at)]
        size = max((len(name.words) for name in names), default=0)
        return [name for name in names if len(name.words) == size]

    def _joined(self, within: Words, matches: list[Match]) -> Iterator[Match]:
        """The matches with those of words in one that the text writes with a hyphen (e-mail for email)."""
        text, words, spans = within.text, within.words, within.spans
        taken = {at for match in matches for at in range(match.start, match.end)}
        more = []
        for at in range(1, len(words)):
            middle = spans[at - 1][1]
            if spans[at][0] != middle + 1 or text[middle] not in HYPHENS:
                continue
            forms = self._forms[words[at - 1] + words[at]]
            names = [name for form in forms for name in self._first[form].get("", ()) if not name.exact]
            start, end = spans[at - 1][0], spans[at][1]
            if names and taken.isdisjoint(range(start, end)):
                more.append(_match(within, at - 1, at + 1, names))
        return iter(sorted([*matches, *more], key=lambda match: match.start))

    def _stands(self, name: Name, within: Words, at: int) -> bool:
        end = at + len(name.words)
        if end > len(within.words):
            return False
        for number in range(1, len(name.words)):
            gap, word = within.gap(at + number), within.words[at + number]
            if len(gap) > 1 or (gap and gap not in HYPHENS and gap not in name.text):
                return False
            if word != name.words[number] and name.words[number] not in self._lemmas(word):
                return False
        if not name.exact:
            return True
        written = " ".join(within.text[within.spans[at][0] : within.spans[end - 1][1]].split())
        plurals = (name.text + "s", name.text + "es")
        return written == name.text or written in plurals

    def _lemmas(self, word: str) -> tuple[str, ...]:
        return _lemmas(self._lexicon, word)


class _Forms(dict[str, tuple[str, ...]]):
    """Of the words that a form may belong to those with which a term begins, worked out when they are asked for."""

    def __init__(self, lexicon: Lexicon, first: Container[str]) -> None:
        super().__init__()
        self._lexicon, self._first = lexicon, first

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MOST:
            self.clear()
        known = tuple(form for form in (word, *_lemmas(self._lexicon, word)) if form in self._first)
        self[word] = known
        return known


@lru_cache(maxsize=1 << 15)
def _lemmas(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The words a form is an inflection of, itself left out."""
    if word.endswith("ss") or len(word) < 3:
        return ()
    listed = [lexicon.lemma(number) for number in lexicon.lemma_ids(word)]
    kept = [lemma for lemma in listed if lemma != word and not (word.startswith(lemma[:3]) and word.endswith(DERIVED))]
    return tuple(dict.fromkeys(kept)) if listed else stems(word)


def _match(within: Words, first: int, over: int, names: Sequence[Name]) -> Match:
    """A match of words ``first`` to ``over``; of a term that has two of the names, the first one."""
    unique = {id(name.term): name for name in reversed(names)} if len(names) > 1 else {0: names[0]}
    return Match(
        within.spans[first][0], within.spans[over - 1][1], tuple(reversed(unique.values())), within, first, over
    )


@lru_cache(maxsize=8)
def term_index(terms: Terms, lexicon: Lexicon) -> TermIndex:
    """The index of a glossary; kept, since all documents share it."""
    return TermIndex(terms, lexicon)


def pattern_of_latin(name: str) -> re.Pattern[str]:
    """What finds a name in Latin letters, in the singular and the plural, as a word of its own; in lower case."""
    body = re.escape(" ".join(name.lower().split())).replace(r"\ ", r"[\s-]+")
    return re.compile(rf"(?<![a-z0-9]){body}(?:e?s)?(?![a-z0-9])")
