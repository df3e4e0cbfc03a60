"""Cuts sentences of both languages into numbered tokens for matching. Knows the lexicon's words, not their order.

A *type* is a number that stands for a word. English types are dictionary forms; Chinese types are dictionary words.
Strings both languages write alike (digits, Latin words, marks such as ``?``) get types on either side as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.places import occurrences
from aligncheck.lang.en.lexis import MONTHS, NUMBERS, STOP
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold, numeral
from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.compile import LONGEST

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_NOT = deferred(r"n['’]t\b")
_ENGLISH = deferred(r"[A-Za-zÀ-ɏ]+|\d+(?:[.,]\d+)*|[?!:;…\"“”\n]|\.\.\.")
_SHARED = deferred(
    r"[a-zà-öø-ɏ\d?!:;…\"“”？！：；「」『』零〇一二两三四五六七八九十百千万亿]"  # a set in front: passed over quickly
    r"(?:(?<=[a-zà-öø-ɏ])[a-zà-öø-ɏ]*|(?<=\d)\d*(?:[.,]\d+)*月?|(?<=[?!:;…\"“”？！：；「」『』])"
    r"|(?<=[零〇一二两三四五六七八九十百千万亿])[零〇一二两三四五六七八九十百千万亿]+)"
)
_MARKS = str.maketrans("？！：；“”「」『』", '?!:;""""""')
MARKS = frozenset('?!:;"…')
MARK_WEIGHT = 0.5


@dataclass
class Side:
    """Tokens of one language's sentences, in order.

    Attributes:
        sentence, type: of each token, in order of sentence.
        count: number of sentences.
        types: number of types.
        weight: of each type: 1 for words, less for punctuation.
        length: of each sentence, in the measure of the length model.
        shared: string → type, for strings that both languages may write alike.
        lemmas: (English) lemma ids of each type.
        names: (English) type → the name in lower case, for words always written with a capital.
        words: (Chinese) lexicon word id of the first types.
        letters: (Chinese) character id at each place of the joined text, 0 where there is none.
        token_type: (Chinese) type of the token at each place of the joined text, -1 for none.
    """

    sentence: Ints
    type: Ints
    count: int
    types: int
    weight: Floats
    length: Floats
    shared: dict[str, int]
    lemmas: list[tuple[int, ...]] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    words: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    letters: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    token_type: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    @cached_property
    def frequency(self) -> Floats:
        """Share of the sentences that have a token of each type."""
        seen = distinct(self.type, self.sentence, self.count)[0]
        return (np.bincount(seen, minlength=self.types) / max(1, self.count)).astype(np.float32)


class _Types:
    """Numbers English types as they come up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numbers: dict[str, int] = {}
        self.lemmas: list[tuple[int, ...]] = []
        self.weights: list[float] = []
        self.shared: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self.common: set[int] = set()

    def of(self, surface: str) -> int:
        """The type of a token as it is written, -1 for a stop word."""
        token, key, ids = _read(self.lexicon, surface)
        if not key:
            return -1
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.lemmas)
            self.lemmas.append(ids)
            self.weights.append(MARK_WEIGHT if token in MARKS else 1.0)
        elif self.lemmas[number] != ids:
            self.lemmas[number] = tuple(dict.fromkeys((*self.lemmas[number], *ids)))
        self.shared[key] = self.shared[token] = number
        if token in NUMBERS:
            self.shared.setdefault(str(NUMBERS[token]), number)
        if token in MONTHS:
            self.shared.setdefault(f"{MONTHS.index(token) + 1}月", number)
        if surface[0].isupper():
            self.names.setdefault(number, token)
        else:
            self.common.add(number)
        return number


@lru_cache(maxsize=1 << 16)
def _read(lexicon: Lexicon, surface: str) -> tuple[str, str, tuple[int, ...]]:
    """A token in the form to compare, the string that stands for its type (none for a stop word), and its lemmas."""
    token = normal(surface.lower())
    if token in STOP:
        return token, "", ()
    ids = lexicon.lemma_ids(token) if token[0].isalpha() else ()
    return token, lexicon.lemma(ids[0]) if ids else token, ids


def english(sentences: Sequence[str], lexicon: Lexicon) -> Side:
    """Tokens of English sentences; stop words are left out."""
    # One pass over everything; a line end says where the next sentence begins.
    found = _ENGLISH.findall(_NOT.sub(" not", "\n".join(text.replace("\n", " ") for text in sentences)))
    surfaces = {surface: number for number, surface in enumerate(dict.fromkeys(found))}
    stream = np.array([surfaces[token] for token in found], np.int64)
    sentence = np.cumsum(stream == surfaces.get("\n", -1))
    types = _Types(lexicon)
    mapping = np.array([-1 if surface == "\n" else types.of(surface) for surface in surfaces], np.int64)
    numbers = mapping[stream] if found else np.zeros(0, np.int64)
    kept = numbers >= 0
    return Side(
        sentence[kept], numbers[kept], len(sentences), len(types.lemmas), np.array(types.weights, np.float32),
        np.array([len(text) for text in sentences], np.float32), types.shared, types.lemmas,
        {number: name for number, name in types.names.items() if number not in types.common},
    )  # fmt: skip


def chinese(sentences: Sequence[str], lexicon: Lexicon) -> Side:
    """Tokens of Chinese sentences: the longest dictionary words from left to right; function words are left out."""
    joined = fold("".join(text.replace("\n", " ") + "\n" for text in sentences)).lower()
    codes = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
    owner = np.cumsum(codes == 10) - (codes == 10)
    letters = lexicon.letters[codes]
    length, word = np.zeros(len(letters), np.int64), np.full(len(letters), -1, np.int64)
    for size, at, row in occurrences(letters, lexicon):  # the longest word at each place comes last
        length[at], word[at] = size, row
    starts = chain(np.where(length > 0, length, 1), np.concatenate(([0], np.flatnonzero(codes == 10)[:-1] + 1)))
    starts = starts[length[starts] > 0]
    words, types = np.unique(word[starts], return_inverse=True)
    kept = ~lexicon.functional[words][types]
    starts, types = starts[kept], types[kept]
    token_type = np.full(len(codes), -1, np.int64)
    for n in range(LONGEST):
        inside = length[starts] > n
        token_type[starts[inside] + n] = types[inside]
    shared, extra_sentence, extra_type = _shared_tokens(joined, owner, lexicon, len(words))
    sentence = np.concatenate((owner[starts], extra_sentence))
    kind = np.concatenate((types, extra_type))
    order = np.argsort(sentence, kind="stable")
    weight = np.ones(len(words) + len(shared), np.float32)
    for token, number in shared.items():
        if token in MARKS:
            weight[number] = MARK_WEIGHT
    count = len(sentences)
    han = np.bincount(owner[letters > 0], minlength=count)
    total = np.bincount(owner, minlength=count) - 1
    measure = (han + 0.35 * (total - han)).astype(np.float32)
    return Side(
        sentence[order], kind[order], count, len(weight), weight, measure, shared,
        words=words, letters=letters, token_type=token_type,
    )  # fmt: skip


def normal(token: str) -> str:
    """The form in which both languages' digits, marks and Latin words are compared; in lower case already."""
    if token == "...":
        return "…"
    return token.translate(_MARKS) if len(token) == 1 else token.replace(",", "") if token[0].isdigit() else token


def chain(step: Ints, heads: Ints) -> Ints:
    """Places reached from each head by following the steps, as far as the next head; sorted."""
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
        token = normal(match.group())
        if token[0].isalpha() and token[0].isascii():
            ids = lexicon.lemma_ids(token)
            token = lexicon.lemma(ids[0]) if ids else token
        elif token[0] > "㐀" or token[0] == "〇":
            value = numeral(token)
            if value is None or value < 10:
                continue
            token = str(value)
        elif token[-1] == "月" and token[:-1] not in (str(month) for month in range(1, 13)):
            token = token[:-1]
        sentence.append(int(owner[match.start()]))
        kind.append(shared.setdefault(token, first + len(shared)))
    return shared, np.array(sentence, np.int64), np.array(kind, np.int64)


def distinct(first: Ints, second: Ints, count: int) -> tuple[Ints, Ints]:
    """The pairs of numbers, each once, sorted; ``count`` is more than any number of the second column."""
    key = np.sort(first * max(1, count) + second)
    key = key[np.concatenate(([True], key[1:] != key[:-1]))] if len(key) else key
    return key // max(1, count), key % max(1, count)
