"""Names of a document: where the English has one, and what the Chinese has in its place. Judges nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.checks._cover import covered
from aligncheck.checks._rule import DocumentContext, PairContext
from aligncheck.lang.en.capitals import BEFORE, BEHIND, NAME, NO_NAMES
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.sounds import evidence

if TYPE_CHECKING:
    from aligncheck.coverage.cover import Cover
    from aligncheck.coverage.sounds import Sounds

SURE = 0.7
"""Likelihood from which characters are taken to write the sounds of a name."""


class Mention(NamedTuple):
    """A name in the English of a pair: the pair's number in the cover, where it stands, and its number among words."""

    text: int
    start: int
    word: int


@dataclass
class Name:
    """A name as it is spelled, its mentions in order, and whether its word is found without a capital as well."""

    spelling: str
    mentions: list[Mention] = field(default_factory=list)
    also_small: bool = False

    @cached_property
    def texts(self) -> list[int]:
        """Numbers of the pairs that have it, each once."""
        return list(dict.fromkeys(mention.text for mention in self.mentions))


class Names:
    """The names in a document's pairs; made once.

    Attributes:
        pairs, english: the two-sided pairs, and the English of each without code and addresses.
        known: each name by its spelling, in order of appearance.
        settled: words of the user's glossary in small letters: what they are to be called is decided.
    """

    def __init__(self, document: DocumentContext) -> None:
        from aligncheck.coverage.cover import sounds_of

        given = covered(document)
        self.lexicon = document.lexicon
        self.pairs: list[PairContext] = [document.pair(p) for p in document.pairs if p.id in given.index]
        self.english = given.english
        self.settled = frozenset(word.lower() for english, _ in document.terms for word in english.split())
        self._cover: Cover = given.cover
        self._sounds: Sounds = sounds_of(document.lexicon)
        self._folded = given.cover.places.folded
        self._heads: list[int] = given.cover.places.heads.tolist()
        self.known = self._found()

    def _found(self) -> dict[str, Name]:
        import numpy as np

        words = self._cover.words
        found = [
            (match.group(), number, match.start())
            for number, text in enumerate(self.english)
            for match in NAME.finditer(text)
        ]
        if not found or not len(words.text):
            return {}
        keys = words.text * _WIDTH + words.start
        asked = np.array([number * _WIDTH + start for _, number, start in found], np.int64)
        at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        exact = keys[at] == asked
        kinds = words.type[at]
        capital = np.bincount(kinds[exact], minlength=len(words.forms))
        small = (np.bincount(words.type, minlength=len(words.forms)) > capital)[kinds]
        names: dict[str, Name] = {}
        for (spelling, text, start), word, ok, other in zip(
            found, at.tolist(), exact.tolist(), small.tolist(), strict=True
        ):
            if ok and spelling not in NO_NAMES:
                name = names.get(spelling) or names.setdefault(spelling, Name(spelling, also_small=other))
                name.mentions.append(Mention(text, start, word))
        return names

    def chinese(self, text: int) -> str:
        """The Chinese of a pair in simplified characters and lower case, without code and addresses."""
        return self._folded[self._heads[text] : self._heads[text + 1] - 1]

    def within(self, text: int) -> list[str]:
        """The names in the English of a pair."""
        return [match.group() for match in NAME.finditer(self.english[text]) if match.group() not in NO_NAMES]

    def beside(self, name: Name, texts: Sequence[int]) -> set[str]:
        """Capitalised words that stand right before or behind a name in these pairs: parts of a longer name."""
        wanted, found = set(texts), set()
        for text, start, _ in name.mentions:
            if text in wanted:
                english, end = self.english[text], start + len(name.spelling)
                found.update(
                    match.group(1)
                    for match in (BEFORE.search(english, max(0, start - _NEAR), start), BEHIND.match(english, end))
                    if match
                )
        return found

    def heard(self, name: str, text: str) -> tuple[int, int, float] | None:
        """Where a folded text writes the sounds of a name: start, end, likelihood; None where it hardly does."""
        found = self._sounds.find(name, text)
        return found if found is not None and found[2] >= SURE else None

    def writes(self, form: str, name: str) -> bool:
        """Whether a folded text writes the sounds of the whole name, and nothing else."""
        found = self.heard(name, form)
        return found is not None and found[:2] == (0, len(form))

    def may_hold_a_name(self, text: int) -> bool:
        """Whether the Chinese of a pair has two characters in a row that render no word and may write a name."""
        head, end = self._heads[text], self._heads[text + 1] - 1
        free = ~self._cover.assignment.used[head:end] & self._cover.places.content[head:end]
        known = evidence()
        fits = [
            ok and known.get(char, -1.0) >= 0 for ok, char in zip(free.tolist(), self._folded[head:end], strict=True)
        ]
        return any(a and b for a, b in pairwise(fits))

    def rendered(self, names: Iterable[Name]) -> dict[str, Counter[str]]:
        """What the cover renders names by, as far as it is two Chinese characters or more; in simplified ones."""
        import numpy as np

        from aligncheck.coverage.assign import OWN

        given, candidates = self._cover.assignment, self._cover.candidates
        wanted = [(name.spelling, mention.word) for name in names for mention in name.mentions]
        found: dict[str, Counter[str]] = defaultdict(Counter)
        word = np.array([word for _, word in wanted], np.int64)
        own = np.flatnonzero(given.state[word] == OWN)
        best = given.best[word[own]]
        places = candidates.at[best].tolist(), candidates.size[best].tolist()
        for number, place, size in zip(own.tolist(), *places, strict=True):
            text = self._folded[place : place + size]
            if size > 1 and HAN.match(text):
                found[wanted[number][0]][text] += 1
        return found


_NEAR = 40
"""Characters before a name in which the one before it is looked for."""
_WIDTH = 1 << 32
"""More than the characters of any text."""


def names_of(document: DocumentContext) -> Names:
    """The document's names, worked out once."""
    return document.once("names", Names)
