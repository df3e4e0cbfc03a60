"""Turns dictionary entries into flat arrays that can be memory-mapped. Knows no file and no text to be matched.

Layout (``n`` Chinese words, ``m`` English lemmas; every array is flat or two-dimensional, no Python objects):

- ``chars``: code points of the characters in use, sorted; a character's id is its place here, from 1.
- ``word_keys``: sorted ``key`` of each Chinese word; a word's id is its place here. ``word_text``/``word_at``: its
  code points, concatenated, and where each word begins (n + 1 offsets). ``longest``: per character id the length of
  the longest word that begins with it.
- ``lemma_text``/``lemma_at``: the lemmas in UTF-8, and n + 1 offsets; a lemma's id is its place.
- ``form_keys``: sorted ``text_key`` of inflected forms; ``form_lemmas``: up to three lemma ids each, -1 for none.
- ``family``: family number of each lemma; ``family_at``/``family_ids``: the lemmas of each family.
- ``zh_at``/``zh_ids``/``zh_weights``: lemma → Chinese words it may be rendered by, in compressed rows.
- ``phrase_keys``/``phrase_at``/``phrase_ids``: several content words together → Chinese words.
- ``readings``: per character id up to four syllable ids, 0 for none; ``syllables``: their text, blank-separated.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.lang.en.lexis import IRREGULAR, family
from aligncheck.lexicon import source

Arrays: TypeAlias = dict[str, NDArray[np.generic]]

LONGEST = 8
"""Characters of the longest Chinese word kept."""

BASE = np.uint64(0x9E3779B97F4A7C15)
"""Odd multiplier of the rolling hash; from 2**64 / golden ratio (Knuth)."""
_BASE = int(BASE)

READINGS = 4


def text_key(text: str) -> int:
    """A 64-bit key of a string. With 10**6 strings the chance of any clash is below 10**-7."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "little")


def word_keys(ids: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Keys of all runs of ``length`` character ids; the rolling hash ``sum(id * BASE**place)`` modulo 2**64."""
    count = max(0, len(ids) - length + 1)
    keys = np.zeros(count, np.uint64)
    for place in range(length):
        keys = keys * BASE + ids[place : place + count]
    return keys


def chinese_key(chars: Sequence[int] | memoryview, word: str) -> int | None:
    """Key of one word, None when it holds a character that no dictionary word has; ``chars`` as in the layout."""
    key = 0
    for char in word:
        place = bisect_left(chars, ord(char))
        if place == len(chars) or chars[place] != ord(char):
            return None
        key = (key * _BASE + place + 1) % 2**64
    return key


def compile_arrays(data: bytes) -> Arrays:
    """Compile the dictionary (its gzip-compressed text) together with the table of English forms."""
    lemmas = source.lemma_table()
    entries = list(source.entries(data))
    links, phrases = _links(entries, lemmas)
    arrays, word_ids = _words(sorted(links))
    vocabulary = sorted({lemma for row in links.values() for lemma in row})
    lemma_ids = {lemma: i for i, lemma in enumerate(vocabulary)}
    arrays |= _text("lemma", [lemma.encode("utf-8") for lemma in vocabulary])
    arrays |= _rows("zh", links, lemma_ids, word_ids)
    arrays |= _forms(lemmas, lemma_ids)
    arrays |= _families(vocabulary)
    arrays |= _phrases(phrases, word_ids)
    arrays |= _readings(entries, arrays["chars"])
    return arrays


def _links(
    entries: list[source.Entry], lemmas: dict[str, str]
) -> tuple[dict[str, dict[str, float]], dict[str, set[str]]]:
    """Chinese word → lemma → weight, and phrase → Chinese words. A word that refers to another shares its glosses."""
    links: dict[str, dict[str, float]] = {}
    phrases: dict[str, set[str]] = defaultdict(set)
    refers: list[tuple[str, str]] = []
    for word, _, senses in entries:
        if len(word) > LONGEST:
            continue
        row = links.setdefault(word, {})
        refers += [(word, other) for other in source.references(senses) if other != word]
        for gloss in source.glosses(senses):
            words = source.content(gloss, lemmas)
            if not 1 <= len(words) <= source.MAX_CONTENT:
                continue
            weight = 1 / len(words)
            for lemma in words:
                if weight > row.get(lemma, 0.0):
                    row[lemma] = weight
            if len(words) > 1:
                phrases[" ".join(words)].add(word)
    for word, other in refers:
        row = links[word]
        for lemma, weight in links.get(other, {}).items():
            row[lemma] = max(weight, row.get(lemma, 0.0))
    return links, phrases


def _words(words: list[str]) -> tuple[Arrays, dict[str, int]]:
    chars = np.array(sorted({ord(c) for word in words for c in word}), np.uint32)
    keys = np.zeros(len(words), np.uint64)
    lengths = np.array([len(word) for word in words])
    flat = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
    ids = np.searchsorted(chars, flat).astype(np.uint64) + np.uint64(1)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    for length in range(1, LONGEST + 1):
        chosen = np.flatnonzero(lengths == length)
        key = np.zeros(len(chosen), np.uint64)
        for place in range(length):
            key = key * BASE + ids[starts[chosen] + place]
        keys[chosen] = key
    order = np.argsort(keys, kind="stable")
    ranked = [words[i] for i in order]
    arrays: Arrays = {"chars": chars, "word_keys": keys[order]}
    arrays["word_text"] = np.frombuffer("".join(ranked).encode("utf-32-le"), np.uint32)
    arrays["word_at"] = np.concatenate(([0], np.cumsum(lengths[order]))).astype(np.uint32)
    arrays["longest"] = np.zeros(len(chars) + 1, np.uint8)
    np.maximum.at(arrays["longest"], ids[starts].astype(np.int64), lengths.astype(np.uint8))
    return arrays, {word: i for i, word in enumerate(ranked)}


def _text(name: str, texts: list[bytes]) -> Arrays:
    at = np.concatenate(([0], np.cumsum([len(text) for text in texts]))).astype(np.uint32)
    return {f"{name}_text": np.frombuffer(b"".join(texts), np.uint8), f"{name}_at": at}


def _rows(name: str, links: dict[str, dict[str, float]], lemma_ids: dict[str, int], word_ids: dict[str, int]) -> Arrays:
    lemma = np.array([lemma_ids[lemma] for row in links.values() for lemma in row], np.int64)
    weight = np.array([weight for row in links.values() for weight in row.values()], np.float32)
    word = np.repeat([word_ids[word] for word in links], [len(row) for row in links.values()])
    order = np.lexsort((word, lemma))
    counts = np.bincount(lemma, minlength=len(lemma_ids))
    return {
        f"{name}_at": np.concatenate(([0], np.cumsum(counts))).astype(np.uint32),
        f"{name}_ids": word[order].astype(np.uint32),
        f"{name}_weights": weight[order].astype(np.float32),
    }


def _forms(lemmas: dict[str, str], lemma_ids: dict[str, int]) -> Arrays:
    forms = sorted({*lemma_ids, *(form for form, lemma in lemmas.items() if lemma in lemma_ids or form in IRREGULAR)})
    keys = np.array([text_key(form) for form in forms], np.uint64)
    table = np.full((len(forms), 3), -1, np.int32)
    for row, form in enumerate(forms):
        known = [lemma_ids[lemma] for lemma in source.alternatives(form, lemmas) if lemma in lemma_ids]
        table[row, : len(known)] = known
    order = np.argsort(keys, kind="stable")
    return {"form_keys": keys[order], "form_lemmas": table[order]}


def _families(vocabulary: list[str]) -> Arrays:
    roots = [family(lemma) for lemma in vocabulary]
    numbers = {root: i for i, root in enumerate(sorted(set(roots)))}
    member = np.array([numbers[root] for root in roots], np.int32)
    counts = np.bincount(member, minlength=len(numbers))
    return {
        "family": member,
        "family_at": np.concatenate(([0], np.cumsum(counts))).astype(np.uint32),
        "family_ids": np.argsort(member, kind="stable").astype(np.uint32),
    }


def _phrases(phrases: dict[str, set[str]], word_ids: dict[str, int]) -> Arrays:
    keys = np.array([text_key(phrase) for phrase in phrases], np.uint64)
    rows = [sorted(word_ids[word] for word in words) for words in phrases.values()]
    order = np.argsort(keys, kind="stable").tolist()
    ids = [i for place in order for i in rows[place]]
    return {
        "phrase_keys": keys[order],
        "phrase_at": np.concatenate(([0], np.cumsum([len(rows[place]) for place in order]))).astype(np.uint32),
        "phrase_ids": np.array(ids, np.uint32),
    }


def _readings(entries: list[source.Entry], chars: NDArray[np.generic]) -> Arrays:
    """Syllables of each character, by how often the dictionary reads it so."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, syllables, _ in entries:
        if len(word) == len(syllables):
            for char, syllable in zip(word, syllables, strict=True):
                if syllable.isalpha() and syllable.isascii():
                    counts[char][syllable] += 1
    names = sorted({syllable for counter in counts.values() for syllable in counter})
    ids = {name: i + 1 for i, name in enumerate(names)}
    table = np.zeros((len(chars) + 1, READINGS), np.uint16)
    for row, code in enumerate(chars.tolist(), start=1):
        best = sorted(counts[chr(code)].items(), key=lambda item: (-item[1], item[0]))[:READINGS]
        table[row, : len(best)] = [ids[name] for name, _ in best]
    return {"readings": table, "syllables": np.frombuffer(" ".join(names).encode("ascii"), np.uint8)}
