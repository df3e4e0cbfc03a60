"""Cuts English texts into words with their places, each with a type. Knows the dictionary's forms, no Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.places import charset
from aligncheck.lang.en.lexis import CLASSES, LIGHT, MONTHS, NUMBERS, PRONOUNS, SCALES, STOP
from aligncheck.lexicon import Lexicon

Ints = NDArray[np.int64]

_BREAKS = charset(',;:.!?()[]—–“”"\n')
_APOSTROPHES = charset("'’")
_SMALL = {code: code + 32 for code in range(65, 91)}
SHOUTED = 3
"""Blanks in a text of capitals from which it is no name or abbreviation."""
_JOINTS = charset(".,")
_PRONOUN = frozenset(PRONOUNS.values())

GROUPS: tuple[str, ...] = (
    "article", "preposition", "conjunction", "auxiliary", "determiner", "particle",
    "pronoun", "light", "known", "name", "unknown", "digits", "acronym",
)  # fmt: skip
"""What an English word is to the length model; the first six carry no content."""
CONTENT = GROUPS.index("pronoun")
_GROUP = {name: number for number, name in enumerate(GROUPS)}


@dataclass(frozen=True)
class Words:
    """The words of English texts, in order.

    Attributes:
        text, start, end: of each word: which text it stands in, and its characters there.
        type: of each word; words of one dictionary form share it.
        group: of each word, a place in ``GROUPS``.
        opens: of each word, whether a punctuation mark stands before it, or nothing.
        bounds: words ``bounds[t] … bounds[t + 1] - 1`` stand in text t.
        forms: of each type, the string other languages may write alike: lower case, without commas in numbers.
        lemmas: of each type, the dictionary forms it may have; empty where the dictionary has none.
    """

    text: Ints
    start: Ints
    end: Ints
    type: Ints
    group: Ints
    opens: NDArray[np.bool_]
    bounds: Ints
    forms: tuple[str, ...]
    lemmas: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=1 << 17)
def _described(lexicon: Lexicon, spelling: str) -> tuple[str, int, tuple[int, ...]]:
    """Form, group (a place in ``GROUPS``) and lemmas of a word as it is written."""
    low = spelling.lower()
    acronym = len(spelling) > 1 and spelling.isupper()
    stop = (low in STOP or (len(low) == 1 and low.isalpha() and low != "i")) and not acronym
    ids = () if stop or not low[0].isalpha() else lexicon.lemma_ids(low) or lexicon.lemma_ids(_plain(low))
    if acronym:  # AI is no form of "be"; but the dictionary has NATO
        ids = () if low in STOP else tuple(i for i in ids if lexicon.lemma(i) == low)
    form = lexicon.lemma(ids[0]) if ids else low.replace(",", "")
    return form, _GROUP[_group(spelling, low, form, stop, bool(ids))], ids


def _plain(word: str) -> str:
    """A word without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _group(spelling: str, low: str, form: str, stop: bool, known: bool) -> str:
    if spelling[0].isdigit() or low in NUMBERS or low in MONTHS or low in SCALES:
        return "digits"
    if stop:
        return CLASSES.get(low, "particle")
    if len(spelling) > 1 and spelling.isupper():
        return "acronym"
    if form in _PRONOUN:
        return "pronoun"
    if form in LIGHT or low in LIGHT:
        return "light"
    if known:
        return "known"
    return "name" if spelling[0].isupper() else "unknown"


def english_words(texts: Sequence[str], lexicon: Lexicon) -> Words:
    """The words of the texts; stop words are among them, since the length model counts them.

    What is joined to a word by an apostrophe (``captain's``, ``we'll``) is left out. Text in capitals only is read as
    if it were in small letters.
    """
    joined = "".join(_calm(text).replace("\n", " ") + "\n" for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
    start, end = _runs(codes)
    found = [joined[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]
    spellings = {spelling: number for number, spelling in enumerate(dict.fromkeys(found))}
    described = [_described(lexicon, spelling) for spelling in spellings]
    types = {form: number for number, form in enumerate(dict.fromkeys(form for form, _, _ in described))}
    lemmas: list[tuple[int, ...]] = [()] * len(types)
    for form, _, ids in described:
        known = lemmas[types[form]]
        lemmas[types[form]] = known if known == ids else tuple(dict.fromkeys((*known, *ids)))
    table = np.array([(types[form], group) for form, group, _ in described], np.int64).reshape(-1, 2)
    kinds, groups = table[np.array([spellings[word] for word in found], np.int64)].T
    edges = np.concatenate(([0], np.flatnonzero(codes == 10) + 1))
    text = np.searchsorted(edges, start, "right") - 1
    marks = np.concatenate(([0], np.cumsum(_BREAKS[codes])))
    opens = marks[start] > np.concatenate(([-1], marks[end[:-1]])) if len(start) else np.zeros(0, bool)
    return Words(
        text, start - edges[text], end - edges[text], kinds, groups, opens,
        np.searchsorted(text, np.arange(len(texts) + 1)), tuple(types), tuple(lemmas),
    )  # fmt: skip


def _calm(text: str) -> str:
    return text.translate(_SMALL) if text.isupper() and text.count(" ") >= SHOUTED else text


def latin(codes: NDArray[np.uint32]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which code points are Latin letters, and which are digits."""
    low = codes | 32
    accented = (codes >= 0xC0) & (codes <= 0x24F) & (codes != 0xD7) & (codes != 0xF7)
    return ((low >= 97) & (low <= 122)) | accented, (codes >= 48) & (codes <= 57)


def _runs(codes: NDArray[np.uint32]) -> tuple[Ints, Ints]:
    """Where words and numbers begin and end: runs of letters, and of digits with points and commas between them."""
    letter, digit = latin(codes)
    inside = np.zeros(len(codes), bool)
    inside[1:-1] = _JOINTS[codes[1:-1]] & digit[:-2] & digit[2:]
    number = digit | inside
    starts, ends = [], []
    for flags in (letter, number):
        edge = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
        starts.append(edge[::2])
        ends.append(edge[1::2])
    start, end = np.concatenate(starts), np.concatenate(ends)
    order = np.argsort(start)
    start, end = start[order], end[order]
    before = np.where(start > 1, start - 1, 0)
    tail = _APOSTROPHES[codes[before]] & letter[before - 1] & (codes[start] >= 97) & (end - start <= 2)
    return start[~tail], end[~tail]
