"""Cuts the sentences of both languages into numbered tokens for matching. Knows the lexicon's words, not sentences' order.

A *type* is a number that stands for a word. English types are dictionary forms; Chinese types are dictionary words.
Strings both languages write alike (digits, Latin words, marks such as ``?``) get types on either side as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np
from numpy.typing import NDArray

from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.zh.lexis import FUNCTION, fold, numeral
from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.compile import LONGEST, word_keys

Ints = NDArray[np.int32]

_ENGLISH = re.compile(r"[a-zà-öø-ɏ]+(?:['’-][a-zà-öø-ɏ]+)*|\d+(?:[.,]\d+)*|[?!:;…\"“”]|\.\.\.")
_SHARED = re.compile(
    r"[a-zà-öø-ɏ]+(?:['’-][a-zà-öø-ɏ]+)*|\d+(?:[.,]\d+)*|[?!:;…\"“”？！：；「」『』]|[零〇一二两三四五六七八九十百千万亿]{2,}"
)
_MARKS = str.maketrans("？！：；“”「」『』", '?!:;""""""')
MARKS = frozenset('?!:;"…')


@dataclass
class Side:
    """Tokens of one language's sentences, in order.

    Attributes:
        sentence, type: of each token.
        count: number of sentences.
        types: number of types.
        keys: what each type is: an English lemma's text, or a Chinese word id (shared strings below both).
        weight: of each type.
        shared: string → type, for strings that both languages write alike.
        length: characters of each sentence, in the measure of the length model.
    """

    sentence: Ints
    type: Ints
    count: int
    types: int
    shared: dict[str, int]
    weight: NDArray[np.float32]
    length: NDArray[np.float32]
    lemmas: list[tuple[int, ...]] = field(default_factory=list)
    words: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    names: dict[str, int] = field(default_factory=dict)


def english(sentences: Sequence[str], lexicon: Lexicon) -> Side:
    """Tokens of English sentences; stop words are left out."""
    surfaces: dict[str, int] = {}
    stream: list[int] = []
    counts: list[int] = []
    fresh = count()
    for text in sentences:
        found = _ENGLISH.findall(text.lower())
        before = len(stream)
        for token in found:
            number = surfaces.get(token)
            if number is None:
                number = surfaces[token] = next(fresh)
            stream.append(number)
        counts.append(len(stream) - before)
    types: dict[str, int] = {}
    lemmas: list[tuple[int, ...]] = []
    mapping = np.full(len(surfaces) + 1, -1, np.int32)
    shared: dict[str, int] = {}
    weights: list[float] = []
    for surface, number in surfaces.items():
        token = _normal(surface)
        if token in STOP:
            continue
        ids = lexicon.lemma_ids(token) if token[0].isalpha() else ()
        key = lexicon.lemma(ids[0]) if ids else token
        if key not in types:
            types[key] = len(lemmas)
            lemmas.append(ids)
            weights.append(0.5 if token in MARKS else 1.0)
        else:
            at = types[key]
            lemmas[at] = tuple(dict.fromkeys((*lemmas[at], *ids)))
        mapping[number] = types[key]
        shared[key] = types[key]
    sentence = np.repeat(np.arange(len(sentences), dtype=np.int32), counts)
    numbers = mapping[np.array(stream, np.int64)] if stream else np.zeros(0, np.int32)
    kept = numbers >= 0
    length = np.array([len(text) for text in sentences], np.float32)
    return Side(
        sentence[kept],
        numbers[kept],
        len(sentences),
        len(lemmas),
        shared,
        np.array(weights, np.float32),
        length,
        lemmas,
    )


def chinese(sentences: Sequence[str], lexicon: Lexicon) -> Side:
    """Tokens of Chinese sentences: the longest dictionary words from left to right; function words are left out."""
    texts = [fold(text).replace("\n", " ") for text in sentences]
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
    owner = np.cumsum(codes == 10).astype(np.int32)
    chars = lexicon.arrays["chars"]
    place = np.minimum(np.searchsorted(chars, codes), len(chars) - 1)
    ids = np.where(chars[place] == codes, place + 1, 0)
    length, word = _longest(ids, lexicon.arrays["word_keys"])
    starts = _chain(np.where(length > 0, length, 1), np.concatenate(([0], np.flatnonzero(codes == 10)[:-1] + 1)))
    starts = starts[length[starts] > 0]
    words, types = np.unique(word[starts], return_inverse=True)
    functional = np.array([lexicon.word(int(w)) in FUNCTION for w in words], bool)
    z_sentence, z_type = owner[starts], types.astype(np.int32)
    kept = ~functional[types] if len(types) else np.zeros(0, bool)
    z_sentence, z_type = z_sentence[kept], z_type[kept]
    shared, extra_sentence, extra_type = _shared_tokens(_lower(joined), owner, lexicon, len(words))
    sentence = np.concatenate((z_sentence, extra_sentence))
    kind = np.concatenate((z_type, extra_type))
    order = np.argsort(sentence, kind="stable")
    weight = np.ones(len(words) + len(shared), np.float32)
    for token, number in shared.items():
        if token in MARKS:
            weight[number] = 0.5
    han = np.bincount(owner[ids > 0], minlength=len(texts))[: len(texts)]
    total = np.array([len(text) for text in texts])
    return Side(
        sentence[order], kind[order], len(texts), len(weight), shared, weight,
        (han + 0.35 * (total - han)).astype(np.float32), words=words.astype(np.int32),
    )  # fmt: skip


def _lower(text: str) -> str:
    """Lower case at the same length; a few capitals (``İ``) have none and stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _normal(token: str) -> str:
    token = token.replace("’", "'").replace("...", "…")
    return token.translate(_MARKS) if len(token) == 1 else token.replace(",", "") if token[0].isdigit() else token


def _longest(ids: NDArray[np.int64], keys: NDArray[np.generic]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Length and id of the longest dictionary word that begins at each place; length 0 for none."""
    length, word = np.zeros(len(ids), np.int64), np.full(len(ids), -1, np.int64)
    codes = ids.astype(np.uint64)
    room = np.zeros(len(ids), np.int64)
    gaps = np.flatnonzero(ids == 0)
    room = gaps[np.searchsorted(gaps, np.arange(len(ids)))] - np.arange(len(ids)) if len(gaps) else room
    for n in range(1, LONGEST + 1):
        found = np.flatnonzero(room >= n)
        if not len(found):
            break
        wanted = word_keys(codes, n)[found]
        row = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[row] == wanted
        length[found[hit]] = n
        word[found[hit]] = row[hit]
    return length, word


def _chain(step: NDArray[np.int64], heads: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places reached from each sentence's head by following the steps; sorted."""
    ends = np.concatenate((heads[1:], [len(step)]))
    found = []
    at = heads
    while len(at):
        found.append(at)
        at = at + step[at]
        alive = at < ends
        at, ends = at[alive], ends[alive]
    return np.sort(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _shared_tokens(text: str, owner: Ints, lexicon: Lexicon, first: int) -> tuple[dict[str, int], Ints, Ints]:
    """Tokens that English may write alike, numbered from ``first``."""
    shared: dict[str, int] = {}
    sentence, kind = [], []
    for match in _SHARED.finditer(text):
        token = _normal(match.group())
        if token[0].isalpha() and token[0].isascii():
            ids = lexicon.lemma_ids(token)
            token = lexicon.lemma(ids[0]) if ids else token
        elif "㐀" < token[0] or token[0] == "〇":
            value = numeral(token)
            if value is None or value < 10:
                continue
            token = str(value)
        sentence.append(int(owner[match.start()]))
        kind.append(shared.setdefault(token, first + len(shared)))
    return shared, np.array(sentence, np.int32), np.array(kind, np.int32)
