"""Finds the terms of a glossary in English text: by lemma and inflection, the longest first. Knows no Chinese.

Terms are looked up by their first word, so that ten thousand of them cost a text no more than ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from aligncheck.lang.en.inflection import DERIVED, SET_PHRASES, is_plural, is_verb, stems
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term, Terms

_WORD = deferred(r"[A-Za-z0-9À-ÖØ-öø-ɏ]+(?:\+\+|#(?![A-Za-z0-9]))?")
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_OPENS = frozenset(",;:—–(“\"'.!?")
_TITLE = 0.6
"""Share of long words with a capital from which a text is a title, in which capitals tell no name."""
_FORMS = 1 << 15


@dataclass(frozen=True, slots=True)
class Name:
    """An English name of a term, cut into words (lower case unless its case matters)."""

    text: str
    words: tuple[str, ...]
    exact: bool
    term: Term


@dataclass(frozen=True, slots=True)
class Match:
    """A term in English text.

    Attributes:
        start, end: its characters.
        names: the names that stand there, one of each term: they are alternatives.
        verbal: whether it is used as a verb, or stands in a verb's form (-ed, -ing).
        inside: whether it is part of a longer name, of a word with a hyphen or of a set phrase (Agent Framework,
            user-agent, for example).
        capital: whether it begins with a capital that neither a sentence's beginning nor the glossary accounts for.
        modifies: whether another word of content follows or goes before directly, so that both may have one rendering.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    verbal: bool
    inside: bool
    capital: bool = False
    modifies: bool = False


class TermIndex:
    """The English names of a glossary, ready to be looked for."""

    def __init__(self, terms: Terms, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._first: dict[str, list[Name]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        for term in terms.all:
            for text in dict.fromkeys(term.en):
                self._add(text, term)
        for names in self._first.values():
            names.sort(key=lambda name: (-len(name.words), -len(name.text), name.text))

    def _add(self, text: str, term: Term) -> None:
        words = tuple(_WORD.findall(text))
        if not words:
            return
        low = tuple(word.lower() for word in words)
        capitals = len(words) == 1 and len(text) > 1 and text.isupper() and self._lexicon.knows_english(low[0])
        exact = term.case or capitals
        self._first.setdefault(low[0], []).append(Name(text, low, exact, term))
        if len(low) == 2 and not exact:  # file system, filesystem
            self._first.setdefault("".join(low), []).append(Name(text, ("".join(low),), exact, term))
        if len(low) == 1 and not exact and text.islower() and text.endswith("s"):  # a name given in the plural
            for lemma in self._lemmas(text):
                if lemma != text and is_plural(text, lemma):
                    self._first.setdefault(lemma, []).append(Name(text, (lemma,), exact, term))

    def find(self, text: str) -> list[Match]:
        """The terms in a text, in order, none within another one."""
        first, forms = self._first, self._forms
        found = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
        begins = []
        for at, (word, _, _) in enumerate(found):
            known = forms.get(word)
            if known is None:
                known = self._known_forms(word)
            if known:
                begins.append((at, known))
        matches: list[Match] = []
        over = 0
        for at, known in begins:
            if at < over:
                continue
            names = [name for form in known for name in first.get(form, ()) if self._stands(name, text, found, at)]
            if names:
                size = max(len(name.words) for name in names)
                longest = [name for name in names if len(name.words) == size]
                over = at + size
                matches.append(_match(text, found, at, over, longest))
        return [*self._joined(text, found, matches)] if any(h in text for h in _HYPHENS) else matches

    def _joined(self, text: str, found: Sequence[_Token], matches: list[Match]) -> Iterator[Match]:
        """The matches with those of words in one that the text writes with a hyphen (e-mail for email)."""
        taken = [(m.start, m.end) for m in matches]
        more = []
        for at, ((one, start, middle), (other, begin, end)) in enumerate(pairwise(found)):
            if begin != middle + 1 or text[middle] not in _HYPHENS or any(s < end and start < e for s, e in taken):
                continue
            joint = one + other
            names = [
                name
                for form in self._known_forms(joint)
                for name in self._first.get(form, ())
                if len(name.words) == 1 and not name.exact
            ]
            if names:
                more.append(_match(text, found, at, at + 2, names))
        return iter(sorted([*matches, *more], key=lambda m: m.start))

    def _stands(self, name: Name, text: str, found: Sequence[_Token], at: int) -> bool:
        end = at + len(name.words)
        if end > len(found):
            return False
        for number in range(1, len(name.words)):
            word, start, _ = found[at + number]
            gap = text[found[at + number - 1][2] : start].strip()
            if len(gap) > 1 or (gap and gap not in _HYPHENS and gap not in name.text):
                return False
            if word != name.words[number] and name.words[number] not in self._lemmas(word):
                return False
        if not name.exact:
            return True
        written = " ".join(text[found[at][1] : found[end - 1][2]].split())
        return written in (name.text, name.text + "s") or (
            name.text.isupper() and written.removesuffix("es") == name.text
        )

    def _known_forms(self, word: str) -> tuple[str, ...]:
        """Of the words that a form may belong to those with which a term begins."""
        if len(self._forms) > _FORMS:
            self._forms.clear()
        known = self._forms[word] = tuple(form for form in (word, *self._lemmas(word)) if form in self._first)
        return known

    def _lemmas(self, word: str) -> tuple[str, ...]:
        return _lemmas(self._lexicon, word)


@lru_cache(maxsize=1 << 15)
def _lemmas(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The words a form is an inflection of, itself left out."""
    if word.endswith("ss") or len(word) < 3:
        return ()
    listed = [lexicon.lemma(number) for number in lexicon.lemma_ids(word)]
    kept = [lemma for lemma in listed if lemma != word and not (word.startswith(lemma[:3]) and word.endswith(DERIVED))]
    return tuple(dict.fromkeys(kept)) if listed else stems(word)


_Token = tuple[str, int, int]
"""A word in lower case, and its characters."""


def _match(text: str, found: Sequence[_Token], first: int, over: int, names: Sequence[Name]) -> Match:
    """A match of words ``first`` to ``over``, with the signs that it is no plain noun of its own."""
    start, end = found[first][1], found[over - 1][2]
    before = found[first - 1][0] if first else ""
    after = found[over][0] if over < len(found) else ""
    gap = text[found[first - 1][2] : start].strip() if first else ","
    opens = not first or bool(gap and gap[-1] in _OPENS)
    last = found[over - 1][0]
    own = {name.words[-1] for name in names}
    formed = last not in own and all(not is_plural(last, word) for word in own)
    apart = over < len(found) and text[end : found[over][1]].strip()
    verbal = formed or (over - first == 1 and is_verb("" if opens else before, "" if apart else after, opens=opens))
    unique = {id(name.term): name for name in reversed(names)}
    kept = tuple(reversed(unique.values()))
    inside = _is_inside(text, found, first, over, names) or (before, last) in SET_PHRASES
    capital = not opens and text[start].isupper() and not any(name.text[0].isupper() for name in kept)
    modifies = (not apart and bool(after) and after not in STOP) or (not gap and bool(before) and before not in STOP)
    return Match(start, end, kept, verbal, inside, capital, modifies)


def _is_inside(text: str, found: Sequence[_Token], first: int, over: int, names: Sequence[Name]) -> bool:
    """Whether the words beside it belong to it: by a hyphen, or because all of them have capitals as a name has."""
    start, end = found[first][1], found[over - 1][2]
    if first and text[start - 1] in _HYPHENS and found[first - 1][2] == start - 1:
        return True
    if over < len(found) and text[end] in _HYPHENS and found[over][1] == end + 1:
        return True
    if not text[start].isupper() or any(name.text[0].isupper() for name in names) or _is_title(text, found):
        return False
    beside = []
    if first > 1 and text[found[first - 1][2] : start] == " ":
        beside.append(found[first - 1][1])
    if over < len(found) and text[end : found[over][1]] == " ":
        beside.append(found[over][1])
    return any(text[at].isupper() for at in beside)


def _is_title(text: str, found: Sequence[_Token]) -> bool:
    long = [text[start].isupper() for word, start, _ in found if len(word) > 3]
    return len(long) > 1 and sum(long) >= _TITLE * len(long)


@lru_cache(maxsize=8)
def term_index(terms: Terms, lexicon: Lexicon) -> TermIndex:
    """The index of a glossary; kept, since all documents share it."""
    return TermIndex(terms, lexicon)


def pattern_of_latin(name: str) -> re.Pattern[str]:
    """What finds a name in Latin letters, in the singular and the plural, as a word of its own; in lower case."""
    body = re.escape(" ".join(name.lower().split())).replace(r"\ ", r"[\s-]+")
    return re.compile(rf"(?<![a-z0-9]){body}(?:e?s)?(?![a-z0-9])")
