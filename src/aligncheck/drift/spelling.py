"""Says whether a word is another one spelt right. Knows English forms by the dictionaries, no sentence."""

from __future__ import annotations

from functools import lru_cache

from aligncheck.lang.en.edits import is_listed, lemma, spelling
from aligncheck.lexicon import Lexicon

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
