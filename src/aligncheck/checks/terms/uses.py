"""Terms of the glossary in a pair: where the source names them, and which of their names the target has. No verdict."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from aligncheck.checks._prose import prose, without
from aligncheck.checks._rule import PairContext
from aligncheck.coverage.chinese_terms import chinese_terms
from aligncheck.coverage.term_index import term_index
from aligncheck.coverage.term_match import Match
from aligncheck.coverage.term_names import LONG, longer_word, places_of, plain, words_from_right
from aligncheck.lang.en.lexis import STOP, WORD, family
from aligncheck.lang.en.phrases import LIGHT_VERB_BEFORE
from aligncheck.lang.text import HAN
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term

_ROOT = 6
"""Letters that longer words share with their relatives (translate, translation), and seldom with others."""
_NEAR = 32
"""Characters on either side of a word in which a set phrase shows."""
Place = tuple[int, int]
"""Characters of a side's text."""


@dataclass
class Sides:
    """Both sides of a pair, as terms are looked for in them."""

    pair: PairContext
    lexicon: Lexicon = field(init=False)
    to_chinese: bool = field(init=False)

    def __post_init__(self) -> None:
        self.lexicon, self.to_chinese = self.pair.document.lexicon, self.pair.target.lang == "zh"

    @cached_property
    def source(self) -> str:
        """The source without code, addresses and titles of other pages."""
        text = prose(self.pair.source, titles=False)
        return text if self.to_chinese else plain(text)

    @cached_property
    def target(self) -> str:
        """The whole target, plain: wherever a name stands, it is there."""
        return plain(self.pair.target.text)

    @cached_property
    def target_prose(self) -> str:
        """The target without code and addresses, plain: what it says in words."""
        text = prose(self.pair.target)
        return self.target if text == self.pair.target.text else plain(text)

    @cached_property
    def _inside_from_left(self) -> set[int]:
        """Places inside the target's words, cut from the left; of two readings, often but one is right."""
        return {at for a, b in self.lexicon.chinese_words(self.target_prose) for at in range(a + 1, b)}

    @cached_property
    def _inside_from_right(self) -> set[int]:
        return {at for a, b in words_from_right(self.target_prose, self.lexicon) for at in range(a + 1, b)}

    def is_cut(self, start: int, end: int, *, surely: bool = False) -> bool:
        """Whether a stretch of the Chinese target may be but a part of a word, or of two: 强调色 has no 调色.

        ``surely``: whether it is so however the text is cut into words (一个例子 has 例子, where it is cut well).
        """
        cut = start in self._inside_from_left or end in self._inside_from_left
        if cut is not surely:  # the other reading, which takes longer, changes nothing
            return cut
        return start in self._inside_from_right or end in self._inside_from_right

    @cached_property
    def uses(self) -> list[Use]:
        """The terms that the source names, each once with all its places."""
        terms = self.pair.document.terms
        index = term_index(terms, self.lexicon) if self.to_chinese else chinese_terms(terms, self.lexicon)
        found: dict[tuple[int, ...], list[Match]] = {}
        for match in index.find(self.source):
            known = tuple(sorted(id(name.term) for name in match.names)) if len(match.names) > 1 else ()
            found.setdefault(known or (id(match.names[0].term),), []).append(match)
        return [Use(self, tuple(m), tuple(name.term for name in m[0].names)) for m in found.values()]

    @cached_property
    def _roots(self) -> set[str]:
        return {root for word in WORD.findall(self.target) for root in self._roots_of(word)}

    def _roots_of(self, word: str) -> set[str]:
        """By what relatives of an English word are known, if crudely: it only keeps the rules silent."""
        lemma = self.lexicon.english_lemma(word)
        return {family(lemma), lemma[:_ROOT]} if len(lemma) > _ROOT else {family(lemma)}

    def has_relatives(self, name: str) -> bool:
        """Whether an English target has words of the families of all words of a name (translate, translation)."""
        words = [word for word in WORD.findall(name.lower()) if word not in STOP]
        return bool(words) and not any(self._roots.isdisjoint(self._roots_of(word)) for word in words)

    @cached_property
    def covered(self) -> set[int]:
        """The target's characters at which approved names stand; a lone character may be a part of any word."""
        places = (place for use in self.uses for place in use.places)
        return {at for start, end in places if end - start > 1 for at in range(start, end)}

    @cached_property
    def english_matches(self) -> list[Match]:
        """The terms that an English target names."""
        text = without(self.pair.target, frozenset({"image"}))
        return term_index(self.pair.document.terms, self.lexicon).find(text)


@dataclass
class Use:
    """A term that the source names, with the names the glossary has for it."""

    sides: Sides
    matches: tuple[Match, ...]
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """What the source calls it."""
        match = self.matches[0]
        return self.sides.pair.source.text[match.start : match.end]

    @cached_property
    def approved(self) -> tuple[str, ...]:
        """The names the target may use, the preferred one first. The same name may be right for one of two terms."""
        bad = {name for term in self.terms for name in term.forbidden}
        if not self.keeps and len(self.terms) == 1 and not bad:
            return self.terms[0].zh if self.sides.to_chinese else self.terms[0].en
        names = [name for term in self.terms for name in (term.zh if self.sides.to_chinese else term.en)]
        if self.keeps:
            names += [name for term in self.terms for name in term.en]
        return tuple(dict.fromkeys(name for name in names if name not in bad or len(self.terms) > 1))

    @cached_property
    def forbidden(self) -> tuple[str, ...]:
        """The names the target must not use for it; those of the other script are meant for the other direction."""
        if not any(term.forbidden for term in self.terms):
            return ()
        approved = {plain(name) for name in self.approved}
        names = dict.fromkeys(name for term in self.terms for name in term.forbidden)
        fitting = (name for name in names if self.sides.to_chinese or not HAN.search(name))
        return tuple(name for name in fitting if plain(name) not in approved)

    @property
    def keeps(self) -> bool:
        return any(term.keep for term in self.terms)

    @cached_property
    def plainly(self) -> tuple[Match, ...]:
        """The places where it is a noun of its own: no verb, no part of a longer name or of a set phrase."""
        source = self.sides.source
        return tuple(
            match
            for match in self.matches
            if not match.verbal and not match.inside and not (self.sides.to_chinese and is_set_phrase(source, match))
        )

    @cached_property
    def rest(self) -> str:
        """The source without the term."""
        pieces, at = [], 0
        for match in self.matches:
            pieces.append(self.sides.source[at : match.start])
            at = match.end
        return " ".join([*pieces, self.sides.source[at:]])

    @cached_property
    def other_words(self) -> tuple[str, ...]:
        """The English words of the source that are no part of the term, in lower case, each once."""
        return tuple(dict.fromkeys(WORD.findall(self.rest.lower())))

    @property
    def modifies(self) -> bool:
        """Whether it stands beside another word of content wherever it is named."""
        return all(match.modifies for match in self.matches)

    @cached_property
    def places(self) -> list[Place]:
        """Where the target has one of the approved names, be it a part of a longer word."""
        return list(self._places())

    def _places(self) -> Iterator[Place]:
        for name in self.approved:
            yield from places_of(name, self.sides.target)
        if not self.sides.to_chinese:
            own = {id(term) for term in self.terms}
            for match in self.sides.english_matches:
                if own & {id(name.term) for name in match.names}:
                    yield match.start, match.end

    def is_rendered(self) -> bool:
        """Whether the target has one of the approved names; a lone character counts only where it is a word."""
        lexicon = self.sides.lexicon
        for start, end in self._places():
            if end - start > 1 or not self.sides.to_chinese:
                return True
            longer = longer_word(self.sides.target, start, end, lexicon)
            if longer is None or any(longer in lexicon.translations(word) for word in self.words):
                return True
        return not self.sides.to_chinese and any(map(self.sides.has_relatives, self.approved))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The English words of the name that the source uses, or of the preferred one."""
        return self.matches[0].names[0].words if self.sides.to_chinese else tuple(self.terms[0].en[0].lower().split())


def is_set_phrase(text: str, match: Match) -> bool:
    """Whether a word stands with a light verb for a verb (give priority to), or twice for an adverb (page by page)."""
    before, after = text[max(0, match.start - _NEAR) : match.start], text[match.end : match.end + _NEAR].lower()
    if after.startswith((" to ", " over ")) and LIGHT_VERB_BEFORE.search(before):
        return True
    word = text[match.start : match.end].lower()
    return after.startswith(f" by {word}") or before.lower().endswith(f"{word} by ")


def standing(name: str, sides: Sides, taken: AbstractSet[int], *, likely: bool = False) -> Iterator[Place]:
    """Where a name stands in the target's prose as a word of its own, outside of places that are taken.

    ``likely``: it is enough that it may be a word of its own there.
    """
    text = sides.target_prose
    for start, end in places_of(name, text):
        if not taken.isdisjoint(range(start, end)):
            continue
        if not sides.to_chinese or end - start >= LONG or not sides.is_cut(start, end, surely=likely):
            yield start, end
