"""Names of a document: where the English has one, and what the Chinese has in its place. Judges nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.checks._cover import covered
from aligncheck.checks._rule import DocumentContext
from aligncheck.lang.en.capitals import (
    BEFORE,
    BEHIND,
    CAPITALS,
    JOINED_BEFORE,
    JOINED_BEHIND,
    LETTERS,
    NO_NAMES,
    SMALL_LETTERS,
)
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.sounds import evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aligncheck.coverage.cover import Cover
    from aligncheck.coverage.sounds import Sounds

SURE = 0.7
"""Likelihood from which characters are taken to write the sounds of a name."""
LONGEST_TEXT = 2000
"""Characters of a text beyond which no name is listened for: that takes the text's length for every name."""


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
        self.pairs = given.pairs
        self.english = given.english
        self.settled = document.terms.words
        self._cover: Cover = given.cover
        self._sounds: Sounds = sounds_of(document.lexicon)
        self._heard: dict[tuple[str, str], tuple[int, int, float] | None] = {}
        self._folded = given.cover.places.folded
        self._heads: list[int] = given.cover.places.heads.tolist()
        self.known: dict[str, Name] = {}
        self._within: dict[int, list[str]] = defaultdict(list)
        for spelling, mention, small in self._found() if self.english else ():
            if spelling not in NO_NAMES:
                if spelling not in self.known:
                    self.known[spelling] = Name(spelling, also_small=small)
                self.known[spelling].mentions.append(mention)
                self._within[mention.text].append(spelling)

    def _found(self) -> Iterator[tuple[str, Mention, bool]]:
        """Every word with a capital and small letters behind it, and whether it is found without one as well."""
        import numpy as np

        from aligncheck.coverage.words import CONTENT

        words = self._cover.words
        text = "\n".join(self.english) + "\n"
        codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
        heads = np.concatenate(([0], np.cumsum([len(english) + 1 for english in self.english])))[words.text]
        capital = np.flatnonzero((words.group >= CONTENT) & _among(codes[heads + words.start], CAPITALS))
        heads = heads[capital]
        start, end = heads + words.start[capital], heads + words.end[capital]
        cut_off = _among(codes[start - 1], JOINED_BEFORE) & (start > heads)
        dotted = (codes[end] == ord(".")) & _among(codes[np.minimum(end + 1, len(codes) - 1)], LETTERS)
        whole = ~cut_off & ~dotted & ~_among(codes[end], JOINED_BEHIND)
        kept = np.flatnonzero(_among(codes[start + 1], SMALL_LETTERS) & whole)
        chosen = capital[kept]
        kinds = words.type[chosen]
        types = max(1, len(words.forms))
        small = np.bincount(words.type, minlength=types) > np.bincount(kinds, minlength=types)
        columns = (chosen, small[kinds], words.text[chosen], words.start[chosen], start[kept], end[kept])
        for word, also, number, at, first, last in zip(*(column.tolist() for column in columns), strict=True):
            yield text[first:last], Mention(number, at, word), also

    def chinese(self, text: int) -> str:
        """The Chinese of a pair in simplified characters and lower case, without code and addresses."""
        return self._folded[self._heads[text] : self._heads[text + 1] - 1]

    def within(self, text: int) -> list[str]:
        """The names in the English of a pair, each once."""
        return list(dict.fromkeys(self._within.get(text, ())))

    def syllables(self, name: str) -> list[tuple[str, ...]]:
        """Every way to read a name in small letters as syllables of pinyin; none where it is no pinyin."""
        from aligncheck.coverage.names import syllables

        return syllables(name, self.lexicon)

    def readings(self, char: str) -> frozenset[str]:
        """How a character may be read, in pinyin without tones."""
        from aligncheck.coverage.names import readings

        return readings(char, self.lexicon)

    def crowded(self, least: int) -> list[int]:
        """Numbers of the pairs with at least so many names, in order."""
        return [text for text, here in self._within.items() if len(here) >= least]

    def beside(self, name: Name, texts: Sequence[int]) -> set[str]:
        """Capitalised words that stand right before or behind a name in these pairs: parts of a longer name."""
        wanted = set(texts)
        found: set[str] = set()
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
        """Where a folded text writes the sounds of a name: start, end, likelihood; None where it hardly does.

        In texts too long to be listened to nothing is heard.
        """
        key = name, text
        if key not in self._heard:
            found = self._sounds.find(name, text) if len(text) <= LONGEST_TEXT else None
            self._heard[key] = found if found is not None and found[2] >= SURE else None
        return self._heard[key]

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


def _among(codes: NDArray[np.uint32], letters: frozenset[str]) -> NDArray[np.bool_]:
    """Which code points are one of these characters."""
    import numpy as np

    return _table(letters)[np.minimum(codes, _TABLE - 1)]


@cache
def _table(letters: frozenset[str]) -> NDArray[np.bool_]:
    import numpy as np

    table = np.zeros(_TABLE, bool)
    table[[ord(letter) for letter in letters]] = True
    return table


_TABLE = 0x2100
"""Code points that are looked at; the last of them is no letter and no mark."""
_NEAR = 40
"""Characters before a name in which the one before it is looked for."""


def names_of(document: DocumentContext) -> Names:
    """The document's names, worked out once."""
    return document.once("names", Names)
