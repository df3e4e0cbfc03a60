"""Finds a negation that only one side has: ties the negated word to its place on the other side. Knows no words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from aligncheck.lang.en import polarity as en
from aligncheck.lang.zh import polarity as zh
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Span

WEIGHT = 0.5
"""Least weight of a gloss that ties a word to a place."""
LONG = 220
"""Characters of English; in longer sentences a lost negation is no more than a warning."""
SHORT = 0.2
"""Length of a Chinese text against the English below which a clause may be missing, and the negation with it."""
SLACK = 20
"""Characters of English that count for nothing there, since short sentences vary more."""
MOST = 4
"""With more words than this that could render a negation, it is not asked what each of them renders."""
SPEAKING = 12
"""Characters behind a Chinese negation in which the negated word begins."""


class Flip(NamedTuple):
    """A negation that only one side has; the places of the negated words, with the negation on its side.

    ``sure`` says that the very word behind the negation was found, and nothing at all that could render it.
    """

    english: Span
    chinese: Span
    lost: bool
    sure: bool


def lost(english: str, chinese: str, lexicon: Lexicon) -> Flip | None:
    """A negation of the English for which the Chinese (simplified) has none."""
    if not en.may_negate(english) or len(chinese) < SHORT * (len(english) - SLACK):
        return None
    hints: list[Span] | None = None
    for negation in en.negations(english):
        if english[negation.start : negation.end].split()[-1] in chinese:
            continue  # left in English, which is another fault
        hints = zh.hints(chinese) if hints is None else hints
        ties = [_place(english[slice(*word)], chinese, lexicon) for word in negation.scope]
        found = [at for at in ties if at is not None]
        if not found or (ties[0] is None and (len(english) > LONG or (hints and len(found) < 2))):
            continue
        # A word may hold what could negate another one: 阻止 *block* is not negated by itself.
        others = [h for h in hints if not _within(h, ties[0])]
        if others and (len(english) > LONG or not _explained(others, english, chinese, negation, lexicon)):
            continue
        sure = ties[0] is not None and not hints and negation.opening and len(english) <= LONG
        return Flip(Span(negation.start, negation.scope[0].end), found[0], True, sure)
    return None


def _within(hint: Span, place: Span | None) -> bool:
    return place is not None and place.start <= hint.start and hint.end <= place.end


def _explained(hints: list[Span], english: str, chinese: str, negation: en.Negation, lexicon: Lexicon) -> bool:
    """Whether all that could render the negation renders other words: 拒绝 *refused*, 不友好 *unfriendly*."""
    negating = [zh.CHARACTER.search(chinese, *hint) is not None for hint in hints]
    if len(hints) > MOST or (any(negating) and not en.NEGATIVE.search(english)):
        return False
    renderings: list[tuple[bool, tuple[str, ...]]] = []
    for word, places in en.words(english).items():
        if word in en.EMPTY or places[0] in negation.scope[:1] or en.DENIES.fullmatch(word):
            continue
        renderings.append((en.NEGATIVE.fullmatch(word) is not None, _glosses(lexicon, word)))
    return all(
        any(_covers(glosses, chinese, hint.start) for dark, glosses in renderings if dark or not strong)
        for hint, strong in zip(hints, negating, strict=True)
    )


def _covers(glosses: tuple[str, ...], chinese: str, at: int) -> bool:
    """Whether one of the glosses stands over the character at ``at``."""
    return any(chinese[at] in g and 0 <= chinese.find(g, max(0, at - len(g) + 1)) <= at for g in glosses)


def gained(english: str, chinese: str, lexicon: Lexicon) -> Flip | None:
    """A negation of the Chinese (simplified) for which the English has none."""
    if len(english) > 2 * LONG or not zh.CHARACTER.search(chinese) or en.DENIES.search(english):
        return None
    words: dict[str, list[Span]] | None = None
    for negator in zh.negators(chinese):
        word = _negated(negator, chinese, lexicon)
        if word is None:
            continue
        words = en.words(english) if words is None else words
        for low, places in words.items():
            if low in en.EMPTY or lexicon.translations(low).get(chinese[slice(*word)], 0) < WEIGHT:
                continue
            if not any(en.negative_near(english, *place) for place in places):
                return Flip(places[0], Span(negator.start, word.end), False, False)
    return None


def _negated(negator: zh.Negator, chinese: str, lexicon: Lexicon) -> Span | None:
    """The word of two characters or more right behind a negation; None where the negation is part of a word."""
    if chinese[negator.stop : negator.stop + 1] in ("？", "?"):
        return None
    starts = [negator.end]
    if negator.end - negator.start == 2 and chinese[negator.start] in "不没未":
        starts.append(negator.start + 1)  # 不可|靠 is 不|可靠
    for start in starts:
        stop = min(negator.stop, start + SPEAKING)
        first = next((s for s in lexicon.chinese_words(chinese[start:stop]) if s[1] - s[0] > 1), None)
        if first is None or first[0] > 1 or (first[0] == 1 and lexicon.has_chinese(chinese[start - 1 : start + 1])):
            continue
        return Span(start + first[0], start + first[1])
    return None


def _place(word: str, chinese: str, lexicon: Lexicon) -> Span | None:
    """Where one of the dictionary's renderings of a word stands."""
    for gloss in _glosses(lexicon, word.lower()):
        if (at := chinese.find(gloss)) >= 0 and not zh.CHARACTER.search(gloss):
            return Span(at, at + len(gloss))
    return None


@lru_cache(maxsize=1 << 13)
def _glosses(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """Renderings of a word that are long and sure enough to tie it to a place."""
    return tuple(g for g, weight in lexicon.translations(word).items() if weight >= WEIGHT and len(g) > 1)
