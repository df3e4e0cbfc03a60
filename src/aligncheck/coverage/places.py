"""Every dictionary word at every place of Chinese texts, and the strings both languages write alike. No English."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import FUNCTION, fold, numeral
from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.compile import LONGEST, word_keys

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_ALIKE = deferred(
    r"[a-zà-öø-ɏ\d零〇一二两三四五六七八九十百千万亿]"  # a set in front: all else is passed over quickly
    r"(?:(?<=[a-zà-öø-ɏ])[a-zà-öø-ɏ]*|(?<=\d)\d*(?:[.,]\d+)*"
    r"|(?<=[零〇一二两三四五六七八九十百千万亿])[零〇一二两三四五六七八九十百千万亿]*)"
)
_HALF = {code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}
"""Full-width digits and letters, which are as good as half-width ones."""
_GLOSS = deferred(r"[（(][^（）()㐀-鿿\n]*[a-z][^（）()㐀-鿿\n]*[）)]")
_MONTH = deferred(r"(?<!\d)(1[0-2]|[1-9])月")
_NOWHERE = np.zeros(0, np.int64)


def charset(marks: Iterable[str]) -> Bools:
    """Of each code point, whether it is one of the characters: looking it up is faster than comparing with each."""
    table = np.zeros(sys.maxunicode + 1, bool)
    table[[ord(mark) for mark in marks]] = True
    return table


_BREAKS = charset("，。；：！？、…,;:!?（）()“”\n")
_LONE_FUNCTION = charset(word for word in FUNCTION if len(word) == 1)


@dataclass(frozen=True)
class Places:
    """Dictionary words in Chinese texts, overlapping ones included, sorted by text, word and place.

    Attributes:
        folded: the texts in simplified characters and lower case, each followed by a line end.
        heads: where each text begins in ``folded``; one more for the end of the last.
        text, word, at, size: of each occurrence: its text, number in ``words``, place in ``folded``, and length.
        words: lexicon ids of the words that occur, sorted.
        functional: of each of them, whether English often leaves it without counterpart.
        han: of each character of ``folded``, whether it is Chinese.
        breaks: of each character, whether it is a punctuation mark between clauses.
        content: of each character, whether it is Chinese and no function word by itself.
        gloss: of each character, whether it stands in brackets that hold Latin letters and no Chinese.
    """

    folded: str
    heads: Ints
    text: Ints
    word: Ints
    at: Ints
    size: Ints
    words: Ints
    functional: Bools
    han: Bools
    breaks: Bools
    content: Bools
    gloss: Bools


def chinese_places(texts: Sequence[str], lexicon: Lexicon) -> Places:
    """Every dictionary word of the texts at each of its places."""
    folded = _lower(fold("".join(text.replace("\n", " ") + "\n" for text in texts)).translate(_HALF))
    codes = np.frombuffer(folded.encode("utf-32-le"), np.uint32)
    ends = np.flatnonzero(codes == 10) + 1
    heads = np.concatenate(([0], ends)).astype(np.int64)
    letters = lexicon.letters[codes]
    sizes, ats, rows = zip((0, _NOWHERE, _NOWHERE), *occurrences(letters, lexicon), strict=True)
    size = np.repeat(sizes, [len(at) for at in ats])
    at, row = np.concatenate(ats), np.concatenate(rows)
    words, local = np.unique(row, return_inverse=True)
    text = np.searchsorted(ends, at, "right")
    order = np.argsort(text * max(1, len(words)) + local, kind="stable")
    han = (codes >= 0x3400) & (codes <= 0x9FFF)
    return Places(
        folded, heads, text[order], local[order], at[order], size[order], words.astype(np.int64),
        lexicon.functional[words], han, _BREAKS[codes], han & ~_LONE_FUNCTION[codes], _glosses(folded),
    )  # fmt: skip


def _lower(text: str) -> str:
    """Small letters, character by character: no place moves, as it would with ``İ``."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _glosses(folded: str) -> Bools:
    flags = np.zeros(len(folded), bool)
    for match in _GLOSS.finditer(folded):
        flags[match.start() : match.end()] = True
    return flags


def occurrences(letters: Ints, lexicon: Lexicon) -> Iterator[tuple[int, Ints, Ints]]:
    """For each length, in order, the places and lexicon ids of all dictionary words of that length.

    ``letters``: character ids, 0 between texts and at the end.
    """
    keys = lexicon.arrays["word_keys"]
    row = lexicon.single[letters]
    at = np.flatnonzero(row >= 0)
    yield 1, at, row[at]
    here = np.arange(len(letters))
    gap = np.minimum.accumulate(np.where(letters == 0, here, len(letters))[::-1])[::-1]
    room = np.minimum((gap - here)[:-1], lexicon.longest_from(letters[:-1], letters[1:]))
    codes = letters.astype(np.uint64)
    for size in range(2, LONGEST + 1):
        at = np.flatnonzero(room >= size)
        if not len(at):
            return
        wanted = word_keys(codes, size)[at]
        row = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[row] == wanted
        yield size, at[hit], row[hit]


def alike(places: Places) -> Iterator[tuple[str, int, int]]:
    """Strings that English may write alike, each with its start and end in ``Places.folded``.

    Latin words in lower case, numbers without commas (numerals as their digits), months as ``5月``.
    """
    for match in _ALIKE.finditer(places.folded):
        token = match.group()
        if token[0] > "㐀" or token[0] == "〇":
            value = numeral(token)
            if value is not None:
                yield str(value), match.start(), match.end()
        elif token[0].isdigit():
            yield token.replace(",", ""), match.start(), match.end()
        else:
            yield token, match.start(), match.end()
    for match in _MONTH.finditer(places.folded):
        yield match.group(), match.start(), match.end()
