"""What each item of a sentence says to a translator: a value, a negation, a duty, a condition, content or nothing.

Knows single items and set phrases, not the sentence they stand in. The words themselves are in ``lang``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from aligncheck.drift.tokens import digest
from aligncheck.drift.traces import Item
from aligncheck.lang.en import edits as en
from aligncheck.lang.en import forms
from aligncheck.lang.en.lexis import NUMBERS
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh import edits as zh
from aligncheck.lang.zh.lexis import DIGITS, SCALES, numeral
from aligncheck.lang.zh.polarity import negators
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Lang

SenseClass = Literal["light", "negation", "duty", "condition", "number", "code", "content", "unknown"]
_ONE = frozenset({"#one"})
SPECIAL: frozenset[SenseClass] = frozenset({"negation", "duty", "condition"})


class Sense(NamedTuple):
    """What items ``first … last - 1`` of a row say; ``rows`` are the sets of equal phrases it belongs to."""

    kind: SenseClass
    key: str
    first: int
    last: int
    rows: frozenset[str] = frozenset()


def senses(items: Sequence[Item], lang: Lang, after: str | None = None) -> list[Sense]:
    """What a row of items says, from left to right; ``after`` is the word behind the last one."""
    return _chinese(items) if lang == "zh" else _english(items, after)


def _english(items: Sequence[Item], after: str | None = None) -> list[Sense]:
    made: list[Sense] = []
    at = 0
    while at < len(items):
        phrase = _phrase(items, at)
        if phrase is not None:
            made.append(phrase)
            at = phrase.last
            continue
        made += _single(items[at], at, items[at + 1].low if at + 1 < len(items) else after)
        at += 1
    return made


def _phrase(items: Sequence[Item], at: int) -> Sense | None:
    """The longest set phrase that begins at an item."""
    for size in range(min(5, len(items) - at), 1, -1):
        words = tuple(item.low or "" for item in items[at : at + size])
        row = en.PHRASES.get(words)
        if row is not None:
            return Sense(_row_class(row, words), row, at, at + size, frozenset({row}))
    return None


def _row_class(row: str, words: Sequence[str]) -> SenseClass:
    if row in en.LIGHT_ROWS:
        return "light"
    if row in en.LIMITING_ROWS:
        return "condition"
    return "content" if en.NEGATORS.isdisjoint(words) else "negation"


def _single(item: Item, at: int, after: str | None) -> list[Sense]:
    if item.kind == "value":
        return [Sense("number", item.key, at, at + 1, _ONE if item.low == "1" else frozenset())]
    if item.kind == "code":
        return [Sense("code", item.key, at, at + 1)]
    if item.low is None:
        return [Sense("unknown", item.key, at, at + 1)]
    if item.low in ("have", "has", "had", "need", "needs") and after == "to":
        return [Sense("duty", "must", at, at + 1)]
    if item.low in en.BOUNDS and after is not None and (after[0].isdigit() or after.split()[0] in NUMBERS):
        return [Sense("content", en.BOUNDS[item.low], at, at + 1, en.SINGLE.get(item.low, frozenset()))]
    if item.text == "None":  # of a programming language
        return [Sense("content", "None", at, at + 1)]
    rows = _ONE if item.low == "one" else en.SINGLE.get(item.low, frozenset())
    return [Sense(*english_word(part), at, at + 1, rows) for part in forms.full(item.low)]


@lru_cache(maxsize=1 << 14)
def english_word(word: str) -> tuple[SenseClass, str]:
    """Class and sense of an English word (small letters)."""
    if word in en.NEGATORS:
        return "negation", "not"
    if word in en.LIGHT:
        return "light", word
    if word in en.DUTIES:
        return "duty", en.DUTIES[word]
    if word in en.CONDITIONS:
        return "condition", en.CONDITIONS[word]
    if word in en.SENSES:
        return "content", en.SENSES[word]
    if word in NUMBERS:
        return "number", f"=number {NUMBERS[word]}   "
    if not word[0].isalnum():
        bare = word.lstrip("-")  # two hyphens may stand for a dash
        return ("light", bare) if bare in en.LIGHT else ("content", word)
    lemma = forms.lemma(word)
    return "content", en.SYNONYMS.get(word) or en.SYNONYMS.get(lemma, lemma)


_HAN_WORDS: dict[str, tuple[SenseClass, str]] = {
    **{w: ("light", w) for w in zh.LIGHT},
    **{w: ("duty", s) for w, s in zh.DUTIES.items()},
    **{w: ("condition", s) for w, s in zh.CONDITIONS.items()},
    **{w: ("content", s) for w, s in zh.SENSES.items()},
    **dict.fromkeys(zh.NEGATORS, ("negation", "not")),
}
_HAN_ROWS = {word: frozenset({f"#{n}"}) for n, row in enumerate(zh.EQUAL) for word in row}
_NUMERAL = deferred(r"第?([零〇一二两三四五六七八九十百千万亿]{2,}|[二两三四五六七八九十百千])|第(一)")
_LONGEST = max(map(len, [*_HAN_WORDS, *_HAN_ROWS]))


def _chinese(items: Sequence[Item]) -> list[Sense]:
    """Set words first, then the dictionary's longest words, then characters."""
    lexicon = Lexicon.load()
    made: list[Sense] = []
    at = 0
    while at < len(items):
        if items[at].kind != "word" or items[at].low is None or not _is_han(items[at].low):
            made += _single(items[at], at, None)
            at += 1
            continue
        run = at
        while run < len(items) and items[run].kind == "word" and _is_han(items[run].low):
            run += 1
        text = "".join(item.low or "" for item in items[at:run])
        made += [s._replace(first=s.first + at, last=s.last + at) for s in _han(text, lexicon)]
        at = run
    return made


def _is_han(low: str | None) -> bool:
    return low is not None and len(low) == 1 and low[0] >= "㐀"


def _han(text: str, lexicon: Lexicon) -> list[Sense]:
    made: list[Sense] = []
    at = 0
    listed = dict(lexicon.chinese_words(text))
    denied = {n.start: n.end for n in negators(text)}
    while at < len(text):
        if at in denied:
            made.append(Sense("negation", "not", at, denied[at]))
            at = denied[at]
            continue
        if (number := _NUMERAL.match(text, at)) is not None and number.end() >= listed.get(at, at):
            digits = number[1] or number[2]
            made.append(Sense("number", f"=number {numeral(digits) or digits}   ", at, number.end()))
            at = number.end()
            continue
        end = listed.get(at, at + 1)
        set_end = next(
            (at + n for n in range(min(_LONGEST, len(text) - at), 0, -1) if text[at : at + n] in _HAN_WORDS), at
        )
        if set_end > at and set_end >= end:
            word = text[at:set_end]
            made.append(Sense(*_HAN_WORDS[word], at, set_end, _HAN_ROWS.get(word, frozenset())))
            at = set_end
            continue
        word = text[at:end]
        made.append(Sense("content", word, at, end, _HAN_ROWS.get(word, frozenset())))
        at = end
    return made


@lru_cache(maxsize=2)
def closed(lang: Lang) -> dict[str, str]:
    """Hash → word, of all words that are known beforehand: negations, duties, conditions, words of grammar."""
    if lang == "zh":
        words = {char for word in (*_HAN_WORDS, *_HAN_ROWS, *DIGITS, *SCALES) for char in word}
    else:
        words = set(
            en.NEGATORS | en.LIGHT | en.DUTIES.keys() | en.CONDITIONS.keys() | en.SENSES.keys() | en.EXPANDED.keys()
        )
        words |= (
            NUMBERS.keys() | en.SINGLE.keys() | {f"{w}n't" for w in en.CONTRACTED} | {w for p in en.PHRASES for w in p}
        )
    return {digest(word): word for word in sorted(words)}


@lru_cache(maxsize=2)
def light_weights(lang: Lang, weight: float) -> dict[str, float]:
    """Hash → ``weight`` of the words of grammar."""
    words = {c for w in zh.LIGHT if len(w) == 1 for c in w} if lang == "zh" else en.LIGHT
    return {digest(word): weight for word in sorted(words)}
