"""How much of one text the words of another cover, word by word. Knows words only, no order and no grammar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import FUNCTION, fold, numeral

if TYPE_CHECKING:
    from aligncheck.lexicon import Lexicon

_LATIN = deferred(r"[^\W\d_㐀-鿿〇]+(?:['’-][^\W\d_㐀-鿿〇]+)*|[0-9]+(?:[.,][0-9]+)*")
_TAIL = deferred(r"(?<=\w)(?:'(?:s|d|ll|re|ve|m)|n't)\Z")
_HAN = deferred(r"[㐀-䶿一-鿿〇]+")
_NUMERAL = deferred(r"[零〇一二两三四五六七八九十百千万亿]+")

SHARED = 0.4
"""Cover by characters that a word shares with a gloss without being one, at most."""


class Coverage(NamedTuple):
    """A content word, ``[start, end)`` in its text, and how well the other text covers it, from 0 to 1.

    1: a gloss stands there (or the same string or number); 1/k: a gloss of k content words; up to ``SHARED``: only
    characters of a gloss do; 0: nothing. ``known`` says whether the dictionary could have told.
    """

    start: int
    end: int
    word: str
    covered: float
    known: bool


def of_english(lexicon: Lexicon, english: str, chinese: str) -> list[Coverage]:
    """Cover of each English content word by the Chinese text."""
    folded = fold(chinese)
    same = _same_strings(lexicon, folded)
    found = []
    for match in _LATIN.finditer(english):
        low = _plain(match.group())
        if low in STOP:
            continue
        lemma = lexicon.english_lemma(low) if low[0].isalpha() else low.replace(",", "")
        options = lexicon.translations(low) if low[0].isalpha() else {}
        value = 1.0 if lemma in same or low in same else _cover(options, folded)
        found.append(Coverage(match.start(), match.end(), lemma, value, bool(options) or value > 0))
    return found


def of_chinese(lexicon: Lexicon, chinese: str, english: str) -> list[Coverage]:
    """Cover of each Chinese content word (longest dictionary words from the left) by the English text."""
    folded = fold(chinese)
    rendered: list[Mapping[str, float]] = []
    strings = set()
    for match in _LATIN.finditer(english):
        low = _plain(match.group())
        strings.add(low.replace(",", ""))
        if low not in STOP and low[0].isalpha():
            strings.add(lexicon.english_lemma(low))
            rendered.append(lexicon.translations(low))
    here = set(folded)
    options: dict[str, float] = {}
    for renderings in rendered:
        for option, weight in renderings.items():
            if not here.isdisjoint(option) and weight > options.get(option, 0.0):
                options[option] = weight
    found = []
    numbers = [m.span() for m in _NUMERAL.finditer(folded) if str(numeral(m.group())) in strings]
    for start, end in lexicon.chinese_words(folded):
        word = folded[start:end]
        if word in FUNCTION:
            continue
        # A numeral may be several dictionary words (二十 and 五).
        counted = any(first <= start and end <= last for first, last in numbers)
        value = 1.0 if counted else options.get(word, 0.0)
        if value < 1:
            own = set(word)
            near = (_near(word, option, weight) for option, weight in options.items() if not own.isdisjoint(option))
            value = max(value, max(near, default=0.0))
        found.append(Coverage(start, end, word, value, True))
    for match in _LATIN.finditer(folded):
        low = _plain(match.group()).replace(",", "")
        value = 1.0 if low in strings or lexicon.english_lemma(low) in strings else 0.0
        found.append(Coverage(match.start(), match.end(), low, value, True))
    return sorted(found)


def _plain(word: str) -> str:
    """A word in lower case without what is joined to it by an apostrophe (``captain's``, ``we'll``)."""
    return _TAIL.sub("", word.lower().replace("’", "'"))


def _cover(options: Mapping[str, float], text: str) -> float:
    best = 0.0
    for option, weight in options.items():
        if option in text:
            best = max(best, weight)
        elif best < SHARED and weight > 0.5 and len(option) > 1:
            best = max(best, SHARED * sum(c in text for c in option) / len(option))
    return best


def _near(word: str, option: str, weight: float) -> float:
    if option in word or word in option:
        return weight * min(len(word), len(option)) / max(len(word), len(option))
    shared = len(set(word) & set(option))
    return SHARED * weight * 2 * shared / (len(word) + len(option))


def _same_strings(lexicon: Lexicon, text: str) -> set[str]:
    """Latin strings and numbers of a Chinese text, as the English side would write them."""
    same = set()
    for match in _LATIN.finditer(text):
        low = _plain(match.group()).replace(",", "")
        same |= {low, lexicon.english_lemma(low)}
    for match in _NUMERAL.finditer(text):
        value = numeral(match.group())
        if value is not None:
            same.add(str(value))
    return same


def chinese_words(lexicon: Lexicon, text: str, known: int) -> list[tuple[int, int]]:
    """Spans of the longest dictionary words, left to right, in folded text; single characters where none fits.

    ``known`` is the longest length that the lexicon holds.
    """
    spans = []
    for run in _HAN.finditer(text):
        at, end = run.span()
        while at < end:
            room = min(known, lexicon.longest(text[at]), end - at)
            size = next((n for n in range(room, 1, -1) if lexicon.has_chinese(text[at : at + n])), 1)
            spans.append((at, at + size))
            at += size
    return spans
