"""Says whether a word is another one spelt right. Knows English forms by the dictionaries, no sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from aligncheck.drift.tokens import digest
from aligncheck.lang.en.forms import is_listed, lemma, spelling
from aligncheck.lexicon import Lexicon


class Page(NamedTuple):
    """The words of a page as it is.

    Attributes:
        words: by hash.
        usual: those that stand in more than one sentence.
    """

    words: Mapping[str, str]
    usual: frozenset[str]


_NAME = 6
"""Letters from which a word that no dictionary has may be a name misspelt."""
_ALIKE = 3
"""Renderings of two characters or more that two words must share to be one to a translator."""
_SHORTEST = 3
"""Letters from which a word may be thought misspelt."""


@lru_cache(maxsize=1 << 12)
def mended(old: str, new: str) -> bool:
    """Whether ``new`` is ``old`` (small letters) spelt better: close by, a known word, and the old one is none."""
    if spelling(old) == spelling(new) or lemma(old) == lemma(new):
        return True
    if old.removesuffix("s") == new.removesuffix("s"):  # of a word that no table of forms has
        return True
    if not (old.isalpha() and new.isalpha()) or min(len(old), len(new)) < _SHORTEST:
        return False
    limit = 1 if min(len(old), len(new)) < 6 else 2
    return distance(old, new, limit) <= limit and known(new) and not known(old)


@lru_cache(maxsize=1 << 14)
def known(word: str) -> bool:
    """Whether a word stands in one of the dictionaries."""
    return is_listed(word) or Lexicon.load().knows_english(word)


def name_mended(old: str, new: str, page: Page) -> bool:
    """Whether ``new`` is a name of the page that ``old`` missed by one letter, and stands nowhere that way any more."""
    if min(len(old), len(new)) < _NAME or not (old.isalpha() and new.isalpha()) or distance(old, new, 1) > 1:
        return False
    return new in page.usual and digest(old) not in page.words and not known(old)


@lru_cache(maxsize=1 << 12)
def chinese_mended(old: str, new: str) -> bool:
    """Whether a Chinese word was written with a wrong character of the same sound: no word before, a word now."""
    differing = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    if len(old) != len(new) or len(old) < 2 or len(differing) != 1:
        return False
    lexicon = Lexicon.load()
    if lexicon.has_chinese(old) or not lexicon.has_chinese(new):
        return False
    from pypinyin import Style, pinyin

    (here,), (there,) = (pinyin(char, style=Style.NORMAL, heteronym=True) for char in differing[0])
    return not set(here).isdisjoint(there)


@lru_cache(maxsize=1 << 12)
def alike(a: str, b: str) -> bool:
    """Whether the dictionary renders two English words alike, so that it is all one to a translator."""
    if not (a.isascii() and b.isascii()):
        return False
    lexicon = Lexicon.load()
    here, there = lexicon.translations(a), lexicon.translations(b)
    shared = [w for w, weight in here.items() if weight == there.get(w) == 1.0 and len(w) > 1]
    return len(shared) >= _ALIKE


def distance(a: str, b: str, limit: int) -> int:
    """Letters to insert, delete, replace or swap with their neighbour; above ``limit`` just some number above it."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
