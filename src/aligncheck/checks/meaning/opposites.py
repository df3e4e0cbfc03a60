"""Finds an English word whose opposite stands in the Chinese, and nothing that renders the word itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.lang.en import opposites as en_opposites
from aligncheck.lang.en import polarity as en
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.en.opposites import LESSENED, SENSES
from aligncheck.lang.zh import opposites as zh_opposites
from aligncheck.lang.zh import polarity as zh
from aligncheck.lang.zh.opposites import OPPOSITES
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Span

LONG = 260
"""Characters of English; in longer sentences a word and its opposite may both be meant, in other words."""
BEFORE, BEHIND = 12, 4
"""Characters around a Chinese word in which a negation turns it round."""
AROUND = 60
"""The same around an English word."""
WEIGHT = 0.6
"""Least weight of a gloss by which another English word explains the Chinese one."""

AMOUNTS = frozenset({"amount"})
"""Concepts that say how much rather than what."""


class Swap(NamedTuple):
    """An English word at ``english`` and a Chinese word of opposite meaning at ``chinese``."""

    concept: str
    english: Span
    chinese: Span


def swaps(english: str, chinese: str, lexicon: Lexicon) -> Iterator[Swap]:
    """Words of which only the opposite stands in the Chinese (simplified)."""
    if len(english) > LONG:
        return
    ends: dict[str, set[int]] = {}
    for word in SENSES.keys() & en.plain_words(english):
        for concept, end in SENSES[word]:
            ends.setdefault(concept, set()).add(end)
    for concept in sorted(ends):
        if len(ends[concept]) == 1:
            (end,) = ends[concept]
            swap = _swap(concept, end, english, chinese, lexicon)
            if swap is not None:
                yield swap


def _swap(concept: str, end: int, english: str, chinese: str, lexicon: Lexicon) -> Swap | None:
    right, wrong = OPPOSITES[concept][end], OPPOSITES[concept][1 - end]
    for opposite in wrong:
        at = chinese.find(opposite)
        if at < 0 or chinese.count(opposite) > 1 or _stands(right, opposite, chinese):
            continue
        words = en.words(english)
        here = next((w for w in words if (concept, end) in SENSES.get(w, ())), None)
        if here is None or (concept in AMOUNTS and "than" in words):
            return None
        there = Span(at, at + len(opposite))
        if _alone(there, chinese, lexicon) and not (
            _rendered(here, opposite, chinese, lexicon)
            or _turned(words[here][0], there, english, chinese)
            or _explained(here, opposite, words, lexicon)
        ):
            return Swap(concept, words[here][0], there)
    return None


def _stands(right: tuple[str, ...], opposite: str, chinese: str) -> bool:
    """Whether one of the right words stands there, other than inside the opposite (可能 in 不可能)."""
    rest = chinese.replace(opposite, "\x00")
    return any(word in (rest if word in opposite else chinese) for word in right)


def _alone(place: Span, chinese: str, lexicon: Lexicon) -> bool:
    """Whether the word is one there, not made of the ends of two others (南非|正式)."""
    first = max(0, place.start - BEFORE)
    spans = lexicon.chinese_words(chinese[first : place.end + BEHIND])
    start, end = place.start - first, place.end - first
    return not any(a < start < b < end or start < a < end < b for a, b in spans)


def _rendered(word: str, opposite: str, chinese: str, lexicon: Lexicon) -> bool:
    """Whether a gloss of the English word stands somewhere beside its opposite; one character only as a word."""
    rest = chinese.replace(opposite, "\x00")
    glosses = [g for g in lexicon.translations(word) if g in rest]
    if any(len(g) > 1 for g in glosses):
        return True
    return bool(glosses) and any(rest[a:b] in glosses for a, b in lexicon.chinese_words(rest))


def _turned(here: Span, there: Span, english: str, chinese: str) -> bool:
    """Whether either side may turn its word round by a negation."""
    first = max(0, here.start - AROUND)
    if en.DENIES.search(english, first, here.end + AROUND) or LESSENED.search(english, first, here.start):
        return True
    clause = zh.clause(chinese, *there)
    first, last = max(clause.start, there.start - BEFORE), min(clause.end, there.end + BEHIND)
    return any(h.start < last and h.end > first and not there.start <= h.start < there.end for h in zh.hints(chinese))


def _explained(word: str, opposite: str, words: dict[str, list[Span]], lexicon: Lexicon) -> bool:
    """Whether another English word may be what the Chinese word renders."""
    for other in words:
        if other == word:
            continue
        if any(opposite in OPPOSITES[concept][end] for concept, end in SENSES.get(other, ())):
            return True
        if other not in STOP:
            for gloss, weight in lexicon.translations(other).items():
                if weight > WEIGHT and (opposite in gloss or (len(gloss) > 1 and gloss in opposite)):
                    return True
    return False


def reordered(english: str, chinese: str) -> Swap | None:
    """A sentence that begins with *Before …,* and with ……之后， in the Chinese, or the other way round."""
    here = en_opposites.clause_order(english)
    there = zh_opposites.clause_order(chinese) if here else None
    if here is None or there is None or here.end == there.end or zh.CHARACTER.search(chinese, 0, there.place.end):
        return None
    return Swap("order", here.place, there.place)
