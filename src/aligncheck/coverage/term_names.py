"""Finds names in Chinese text: Simplified as Traditional, wide as narrow, with and without inner spaces; and tells
whether one is but a part of a longer word. Knows words of the dictionary, no English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aligncheck.coverage.term_index import pattern_of_latin
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon

_REACH = 3
"""Characters on either side within which a longer word is looked for."""
LONG = 4
"""Characters from which a name is a word group, which 的 may part and no longer word swallows."""


_WIDE = deferred("[\u3000\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_NARROW = {0x3000: " ", **{code: chr(code - 0xFEE0).lower() for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}}


def plain(text: str) -> str:
    """The text in simplified, narrow, small characters; its length stays."""
    folded = fold(text)
    low = folded.lower()
    if len(low) != len(text):  # a few letters have no small form of one character
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
    return low.translate(_NARROW) if _WIDE.search(low) else low


@lru_cache(maxsize=1 << 15)
def pattern_of(name: str) -> re.Pattern[str]:
    """What finds a name in plain text. 的 may part the words of a long one, a space Han and Latin."""
    folded = " ".join(plain(name).split())
    if not HAN.search(folded):
        return pattern_of_latin(name)
    made = []
    letters = folded.replace(" ", "")
    for at, letter in enumerate(letters):
        if at and not (HAN.match(letter) and HAN.match(letters[at - 1])):
            made.append(r"\s?")
        elif 2 <= at <= len(letters) - 2:
            made.append("的?")
        made.append(re.escape(letter))
    left = r"(?<![a-z0-9])" if letters[0].isascii() else ""
    right = r"(?![a-z0-9])" if letters[-1].isascii() else ""
    return re.compile(left + "".join(made) + right)


def places_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in plain text."""
    letters = _simple(name)
    if letters is None:
        yield from (found.span() for found in pattern_of(name).finditer(text))
        return
    at = text.find(letters)
    while at >= 0:
        yield at, at + len(letters)
        at = text.find(letters, at + len(letters))


@lru_cache(maxsize=1 << 15)
def _simple(name: str) -> str | None:
    """A name in plain characters, where it can only be written in one way: it is short and all Chinese."""
    letters = plain(name)
    return letters if len(letters) < LONG and len(HAN.findall(letters)) == len(letters) else None


def words_from_right(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Spans of the dictionary's words in plain text, the longest first from the right; lone characters are left out."""
    spans = []
    end = len(text)
    while end > 1:
        sizes = (n for n in range(min(LONG, end), 1, -1) if lexicon.has_chinese(text[end - n : end]))
        size = next(sizes, 1)
        if size > 1:
            spans.append((end - size, end))
        end -= size
    return spans


def longer_word(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The word of the dictionary that a short stretch of plain text is but a part of, or None."""
    if end - start >= LONG or not HAN.match(text[start]):
        return None
    for left in range(max(0, start - _REACH), start + 1):
        for right in range(min(len(text), end + _REACH), end - 1, -1):
            if right - left > end - start and lexicon.has_chinese(text[left:right]):
                return text[left:right]
    return None
