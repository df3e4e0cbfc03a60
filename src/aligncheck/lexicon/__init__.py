"""The English–Chinese dictionary: what a word may be rendered by, and how much of a text another text covers.

Knows words, not sentences' meaning; numpy and the dictionary are loaded by ``Lexicon.load``, not on import.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property, lru_cache
from math import log1p
from typing import TYPE_CHECKING

from aligncheck.lang.en.lexis import STOP, WORD, stems
from aligncheck.lang.zh.lexis import FUNCTION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aligncheck.lexicon.compile import Arrays
    from aligncheck.lexicon.coverage import Coverage

COMPILER = "4"
"""Version of the compiled form; raise it whenever ``source`` or ``compile`` change what they produce."""


_SLOTS = 1 << 20


class Lexicon:
    """A compiled dictionary. Cheap to hold: its arrays are mapped from a cache file.

    Attributes:
        digest: hexadecimal digest of dictionary data and compiler, for a report's signature.
        arrays: see ``aligncheck.lexicon.compile``.
    """

    def __init__(self, arrays: Arrays, digest: str) -> None:
        self.arrays = arrays
        self.digest = digest
        self.lemma_ids = lru_cache(maxsize=1 << 16)(self._lemma_ids)
        self.translations = lru_cache(maxsize=1 << 14)(self._translations)
        self.has_chinese = lru_cache(maxsize=1 << 16)(self._has_chinese)
        self.longest = lru_cache(maxsize=1 << 14)(self._longest)
        self.relatives = lru_cache(maxsize=1 << 14)(self._relatives)

    @classmethod
    def load(cls) -> Lexicon:
        """The lexicon of the installed dictionary; compiled into the user's cache the first time."""
        return _load()

    @cached_property
    def letters(self) -> NDArray[np.int64]:
        """Per code point the id of the character, 0 for those that no word has."""
        import numpy as np

        table = np.zeros(sys.maxunicode + 1, np.int64)
        table[self.arrays["chars"].astype(np.int64)] = np.arange(1, len(self.arrays["chars"]) + 1)
        return table

    @cached_property
    def _occurrences(self) -> NDArray[np.int64]:
        """Per character id in how many places of the dictionary's words it stands."""
        import numpy as np

        return np.bincount(self.spelling)

    @cached_property
    def spelling(self) -> NDArray[np.int64]:
        """The characters' ids of all Chinese words; ``word_at`` says where each word begins."""
        spelling: NDArray[np.int64] = self.letters[self.arrays["word_text"]]
        return spelling

    @cached_property
    def single(self) -> NDArray[np.int64]:
        """Per character id the word that is this character alone, -1 for none."""
        import numpy as np

        at = self.arrays["word_at"].astype(np.int64)
        alone = np.flatnonzero(np.diff(at) == 1)
        table = np.full(len(self.arrays["longest"]), -1, np.int64)
        table[self.spelling[at[alone]]] = alone
        return table

    def longest_from(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
        """At least the length of the longest word that begins with two characters (ids); mostly less than 2 for none.

        Most places of a text begin no word of two characters or more; this tells so before any word is looked up.
        """
        return self._pairs[_slot(first, second)].astype(first.dtype)

    @cached_property
    def _pairs(self) -> NDArray[np.uint8]:
        """The longest word by the slot of its first two characters."""
        import numpy as np

        at = self.arrays["word_at"].astype(np.int64)
        size = np.diff(at)
        begin, size = at[:-1][size > 1], size[size > 1]
        table = np.zeros(_SLOTS, np.uint8)
        np.maximum.at(table, _slot(self.spelling[begin], self.spelling[begin + 1]), size.astype(np.uint8))
        return table

    @cached_property
    def rarity(self) -> NDArray[np.float64]:
        """Per character id how much the character tells: the logarithm of all words over those that have it."""
        import numpy as np

        rarity: NDArray[np.float64] = np.log(len(self.arrays["word_keys"]) / np.maximum(1, self._occurrences))
        return rarity

    @cached_property
    def functional(self) -> NDArray[np.bool_]:
        """Of each Chinese word id, whether English often leaves the word without counterpart."""
        import numpy as np

        flags = np.zeros(len(self.arrays["word_keys"]), bool)
        flags[[number for number in map(self._word_id, FUNCTION) if number >= 0]] = True
        return flags

    def commonness(self, char: str) -> float:
        """Logarithm of the number of places where a character stands in the dictionary's words."""
        return log1p(int(self._occurrences[self.letters[ord(char)]]))

    def knows_english(self, word: str) -> bool:
        """Whether it is an English word: a form the dictionaries list, or one made of such a word by a suffix."""
        low = word.lower().replace("’", "'")
        return bool(low) and (low in STOP or self._form(low) is not None or bool(self.lemma_ids(low)))

    def english_lemma(self, word: str) -> str:
        """The dictionary form of an English word, or the word itself in lower case."""
        ids = self.lemma_ids(word.lower().replace("’", "'"))
        return self.lemma(ids[0]) if ids else word.lower()

    def _relatives(self, lemma_id: int) -> tuple[int, ...]:
        """Lemmas derived from the same root, the lemma itself left out (``govern``: ``government``, ``governor``)."""
        number, at = int(self.arrays["family"][lemma_id]), self.arrays["family_at"]
        members = self.arrays["family_ids"][int(at[number]) : int(at[number + 1])]
        return tuple(int(i) for i in members if int(i) != lemma_id)

    def lemma(self, lemma_id: int) -> str:
        """Text of a lemma id."""
        at, text = self._lemmas
        return text[at[lemma_id] : at[lemma_id + 1]].decode("utf-8")

    @cached_property
    def _lemmas(self) -> tuple[memoryview, bytes]:
        """Where each lemma begins, and the lemmas in UTF-8: single items come out of a view faster than of an array."""
        return self.arrays["lemma_at"].data, self.arrays["lemma_text"].tobytes()

    def word(self, word_id: int) -> str:
        """Text of a Chinese word id."""
        at, text = self._words
        return text[at[word_id] : at[word_id + 1]]

    @cached_property
    def _words(self) -> tuple[memoryview, str]:
        """Where each Chinese word begins, and all of them in one string."""
        return self.arrays["word_at"].data, self.arrays["word_text"].tobytes().decode("utf-32-le")

    def coverage(self, english: str, chinese: str) -> list[Coverage]:
        """Per English content word, in order, how well the Chinese text covers it."""
        from aligncheck.lexicon.coverage import of_english

        return of_english(self, english, chinese)

    def coverage_chinese(self, chinese: str, english: str) -> list[Coverage]:
        """Per Chinese content word, in order, how well the English text covers it."""
        from aligncheck.lexicon.coverage import of_chinese

        return of_chinese(self, chinese, english)

    def likeness(self, english: str, chinese: str) -> float:
        """Mean share of both texts' content words that the other text covers, from 0 to 1; 0 where one has none."""
        words, back = self.coverage(english, chinese), self.coverage_chinese(chinese, english)
        if not words or not back:
            return 0.0
        return (sum(w.covered for w in words) / len(words) + sum(w.covered for w in back) / len(back)) / 2

    def chinese_words(self, text: str) -> list[tuple[int, int]]:
        """Spans of dictionary words in simplified Chinese text, the longest first from the left."""
        from aligncheck.lexicon.compile import LONGEST
        from aligncheck.lexicon.coverage import chinese_words

        return chinese_words(self, text, LONGEST)

    def _longest(self, char: str) -> int:
        """Characters of the longest Chinese word that begins with a character; 0 where none does."""
        return int(self.arrays["longest"][self.letters[ord(char)]])

    def _has_chinese(self, word: str) -> bool:
        """Whether the dictionary lists a Chinese word (simplified)."""
        return self._word_id(word) >= 0

    def _word_id(self, word: str) -> int:
        """Id of a Chinese word (simplified), -1 for none."""
        from aligncheck.lexicon.compile import LONGEST, chinese_key

        key = chinese_key(self._keys["char"], word) if 0 < len(word) <= LONGEST else None
        return -1 if key is None else _find(self._keys["word"], key)

    @cached_property
    def _keys(self) -> dict[str, memoryview]:
        """What single keys are looked up in, all sorted; a view is faster for that than an array."""
        names = {"char": "chars", "word": "word_keys", "form": "form_keys", "phrase": "phrase_keys"}
        return {name: self.arrays[array].data for name, array in names.items()}

    def _translations(self, word: str) -> Mapping[str, float]:
        """Chinese words (simplified) for an English word or a phrase, each with a weight in 0–1.

        A word of a gloss with k content words has weight 1/k. A phrase is looked up as a whole gloss.
        """
        words = WORD.findall(word.lower())
        found: dict[str, float] = {}
        if len(words) > 1:
            key = " ".join(self.english_lemma(w) for w in words if w not in STOP)
            found = {self.word(i): 1.0 for i in self._phrase(key)}
        elif words:
            at, ids, weights = (self.arrays[f"zh_{part}"] for part in ("at", "ids", "weights"))
            for lemma in self.lemma_ids(words[0]):
                row = slice(int(at[lemma]), int(at[lemma + 1]))
                for text, weight in zip(map(self.word, ids[row].tolist()), weights[row].tolist(), strict=True):
                    if weight > found.get(text, 0.0):
                        found[text] = weight
        return found

    def _lemma_ids(self, word: str) -> tuple[int, ...]:
        """Lemma ids of an English form in lower case, the likeliest first; guessed from suffixes if not listed."""
        listed = self._form(word)
        if listed:
            return listed
        for stem in stems(word):
            listed = self._form(stem)
            if listed:
                return listed
        return ()

    def _form(self, word: str) -> tuple[int, ...] | None:
        from aligncheck.lexicon.compile import text_key

        row = _find(self._keys["form"], text_key(word))
        if row < 0:
            return None
        return tuple(i for i in self.arrays["form_lemmas"][row].tolist() if i >= 0)

    def _phrase(self, phrase: str) -> list[int]:
        from aligncheck.lexicon.compile import text_key

        row = _find(self._keys["phrase"], text_key(phrase))
        if row < 0:
            return []
        at = self.arrays["phrase_at"]
        return [int(i) for i in self.arrays["phrase_ids"][int(at[row]) : int(at[row + 1])]]


def _slot(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where two characters (ids) stand in ``Lexicon._pairs``; some share a slot."""
    return (first * 0x9E3779B1 + second) & (_SLOTS - 1)


def _find(keys: memoryview, key: int) -> int:
    """Place of ``key`` among sorted keys, -1 when it is not there."""
    row = bisect_left(keys, key)
    return row if row < len(keys) and keys[row] == key else -1


@lru_cache(maxsize=1)
def _load() -> Lexicon:
    from hashlib import sha256

    from aligncheck.lexicon.source import versions

    digest = sha256("\n".join((COMPILER, *versions())).encode()).hexdigest()[:16]

    def build() -> Arrays:
        from aligncheck.lexicon.compile import compile_arrays
        from aligncheck.lexicon.source import data_bytes

        return compile_arrays(data_bytes())

    from aligncheck.lexicon.store import cached

    return Lexicon(cached(digest, build), digest)
