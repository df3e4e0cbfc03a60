"""Chinese strings that may be terms: runs of whole words in either reading of a sentence. Knows no English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligncheck.coverage.places import occurrences
from aligncheck.coverage.tokens import chain
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.phrases import NOT_FIRST, NOT_INSIDE, NOT_LAST
from aligncheck.lexicon import Lexicon
from aligncheck.terminology.grams import Bools, Codes, Ints, Keys, mixed

MOST_PIECES, MOST_CHARACTERS = 6, 24
LONGEST_PIECE = 40
BASE = np.uint64(0x100000001B3)
_LATIN = deferred(r"[A-Za-zÀ-ÖØ-öø-ɏ0-9][A-Za-zÀ-ÖØ-öø-ɏ0-9.+-]*(?<=[A-Za-zÀ-ÖØ-öø-ɏ0-9+])")
_HALF = {code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}


@dataclass(frozen=True)
class Strings:
    """Occurrences of strings of whole words.

    Attributes:
        texts, folded: what they stand in; folded to simplified characters and small letters, at the same offsets.
        text, start, end: of each occurrence: its text, and its characters there.
        key: of each occurrence: equal for equal folded strings, blanks apart.
        pieces: of each occurrence, of how many words it is made.
        latin: of each occurrence, whether it holds Latin letters or digits only.
    """

    texts: Sequence[str]
    folded: Sequence[str]
    text: Ints
    start: Ints
    end: Ints
    key: Keys
    pieces: Ints
    latin: Bools

    def surface(self, number: int) -> str:
        """How an occurrence is written."""
        return self.texts[int(self.text[number])][int(self.start[number]) : int(self.end[number])]

    def normal(self, number: int) -> str:
        """An occurrence as it is compared: folded, without blanks."""
        text = self.folded[int(self.text[number])]
        return text[int(self.start[number]) : int(self.end[number])].replace(" ", "")


def chinese_strings(texts: Sequence[str], lexicon: Lexicon) -> Strings:
    """All strings of one to six words of the texts, but those that begin or end with a word that ends no term."""
    folded = [_folded(text) for text in texts]
    joined = "".join(text.replace("\n", " ") + "\n" for text in folded)
    codes = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
    start, end, han = _pieces(joined, codes, lexicon)
    edges = np.concatenate(([0], np.flatnonzero(codes == 10) + 1))
    text = np.searchsorted(edges, start, "right") - 1
    count = len(start)
    joint = np.zeros(count, bool)
    if count > 1:
        gap = start[1:] - end[:-1]
        blank = codes[np.minimum(end[:-1], len(codes) - 1)] == 32
        joint[1:] = (text[1:] == text[:-1]) & ((gap == 0) | ((gap == 1) & blank & ~(han[1:] & han[:-1])))
    keys = _contents(codes, start, end)
    power = _powers()[np.minimum(end - start, LONGEST_PIECE)]
    first, last, inside = _may(joined, start, end, keys)
    latin = np.cumsum(np.concatenate(([0], han)))
    found = []
    begin, key, alive = np.arange(count), keys, np.ones(count, bool)
    for size in range(1, MOST_PIECES + 1):
        stop = begin + size - 1
        if size > 1:
            begin = begin[: max(0, count - size + 1)]
            stop = begin + size - 1
            key = key[: len(begin)] * power[stop] + keys[stop]
            alive = alive[: len(begin)] if size == 2 else alive[: len(begin)] & inside[stop - 1]
            alive &= joint[stop] & (end[stop] - start[begin] <= MOST_CHARACTERS)
        good = alive & first[begin] & last[stop]
        which = begin[good]
        pure = latin[which + size] == latin[which]
        found.append((text[which], start[which], end[which + size - 1], key[good], np.full(len(which), size), pure))
    texts_of, starts, ends, all_keys, pieces, pure = (np.concatenate(column) for column in zip(*found, strict=True))
    keep = ends - starts > 1
    head = edges[texts_of]
    return Strings(
        texts, folded, texts_of[keep], (starts - head)[keep], (ends - head)[keep], all_keys[keep], pieces[keep],
        pure[keep],
    )  # fmt: skip


def _powers() -> Keys:
    """What a key is multiplied by when a piece of each length follows."""
    return np.array([pow(int(BASE), n, 1 << 64) for n in range(LONGEST_PIECE + 1)], np.uint64)


def _folded(text: str) -> str:
    low = fold(text).translate(_HALF)
    small = low.lower()
    return small if len(small) == len(low) else low


def _pieces(joined: str, codes: Codes, lexicon: Lexicon) -> tuple[Ints, Ints, Bools]:
    """Where words begin and end; whether they are Chinese. Readings from the left and from the right both cut."""
    han = ((codes >= 0x3400) & (codes <= 0x9FFF)) | (codes == 0x3007)
    size = len(codes)
    ahead, back = np.ones(size, np.int64), np.ones(size + 1, np.int64)
    foreign = np.concatenate(([0], np.cumsum(~han)))
    for length, at, _ in occurrences(lexicon.letters[codes], lexicon):
        at = at[foreign[at + length] == foreign[at]]
        ahead[at] = length
        back[at + length] = length
    cut = np.zeros(size + 1, bool)
    heads = np.concatenate(([0], np.flatnonzero(codes == 10)[:-1] + 1))
    cut[chain(ahead, heads)] = True
    ends = np.flatnonzero(codes == 10)
    cut[size - chain(back[::-1].copy(), size - ends[::-1])] = True
    own = np.flatnonzero(han)
    begins = own[cut[own] | ~np.concatenate(([False], han[:-1]))[own]]
    stops = own[cut[own + 1] | ~np.concatenate((han[1:], [False]))[own]] + 1
    latin = np.array([match.span() for match in _LATIN.finditer(joined)], np.int64).reshape(-1, 2)
    start, end = np.concatenate((begins, latin[:, 0])), np.concatenate((stops, latin[:, 1]))
    order = np.argsort(start, kind="stable")
    chinese = np.concatenate((np.ones(len(begins), bool), np.zeros(len(latin), bool)))
    return start[order], end[order], chinese[order]


def _contents(codes: Codes, start: Ints, end: Ints) -> Keys:
    """A number for the characters of each piece; longer strings' numbers do not depend on where they are cut."""
    letters = mixed(codes.astype(np.int64) + 1)
    keys = letters[start]
    alive = np.flatnonzero(end - start > 1)
    offset = 1
    while len(alive) and offset < LONGEST_PIECE:
        keys[alive] = keys[alive] * BASE + letters[start[alive] + offset]
        offset += 1
        alive = alive[end[alive] - start[alive] > offset]
    return keys


def _may(joined: str, start: Ints, end: Ints, keys: Keys) -> tuple[Bools, Bools, Bools]:
    """Which pieces may begin a term, which may end one, and which may stand inside."""
    _, example, number = np.unique(keys, return_index=True, return_inverse=True)
    words = [joined[a:b] for a, b in zip(start[example].tolist(), end[example].tolist(), strict=True)]
    first = np.array([word not in NOT_FIRST and not word[0].isdigit() for word in words], bool)
    last = np.array([word not in NOT_LAST for word in words], bool)
    inside = np.array([word not in NOT_INSIDE for word in words], bool)
    return first[number], last[number], inside[number]
