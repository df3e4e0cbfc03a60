"""How well an English and a Chinese type match, for the pairs of types a document has. Knows no order of sentences."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.names import name_links
from aligncheck.coverage.tokens import Side
from aligncheck.lexicon import Lexicon

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Links: TypeAlias = tuple[Ints, Ints, Floats]
"""Matching types as three columns: own type, other type, V in 0–1; V is what ``matches`` says."""


SHARE, LEAST, POWER = 0.3, 0.5, 2.5
STRONG = 0.9
"""Least weight of a gloss whose characters count by themselves."""


def expand(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and places of ragged ranges: range r contributes ``starts[r] … starts[r] + counts[r] - 1``."""
    rows = np.repeat(np.arange(len(counts)), counts)
    ends = np.cumsum(counts)
    places = np.arange(len(rows)) - np.repeat(ends - counts, counts) + np.repeat(starts, counts)
    return rows, places


def matches(en: Side, zh: Side, lexicon: Lexicon, kin: float) -> Links:
    """Matching (English type, Chinese type, V), sorted.

    V is 1 for a gloss, 1/(content words) for a gloss of several words, ``kin`` times that for a word of the same
    family; ``SHARE * overlap ** POWER`` for words that share characters with a gloss, overlap being Dice's
    coefficient and at least ``LEAST``; 1 for the same string.
    """
    arrays = lexicon.arrays
    at = arrays["zh_at"].astype(np.int64)
    owner, lemma, kinship = _candidates(en, lexicon, kin)
    rows, places = expand(at[lemma], at[lemma + 1] - at[lemma])
    e = owner[rows]
    word = arrays["zh_ids"][places].astype(np.int64)
    weight = arrays["zh_weights"][places].astype(np.float32) * kinship[rows]
    local = np.full(len(arrays["word_keys"]), -1, np.int64)
    local[zh.words] = np.arange(len(zh.words))
    here = local[word] >= 0
    strong = weight >= STRONG
    parts = (
        (e[here], local[word[here]], weight[here]),
        _shared(en, zh),
        name_links(en, zh, lexicon),
        _overlaps(e[strong], word[strong], weight[strong], zh, en, lexicon),
    )
    e, z, v = (np.concatenate([part[column] for part in parts]) for column in range(3))
    return largest(e, z, v, zh.types)


def _candidates(en: Side, lexicon: Lexicon, kin: float) -> tuple[Ints, Ints, Floats]:
    """Lemmas to look up for each English type: its own, and those of the same family at a discount."""
    owner: list[int] = []
    lemma: list[int] = []
    kinship: list[float] = []
    for number, ids in enumerate(en.lemmas):
        relatives = dict.fromkeys(r for i in ids for r in lexicon.relatives(i) if r not in ids) if kin else {}
        owner += [number] * (len(ids) + len(relatives))
        lemma += [*ids, *relatives]
        kinship += [1.0] * len(ids) + [kin] * len(relatives)
    return np.array(owner, np.int64), np.array(lemma, np.int64), np.array(kinship, np.float32)


def turned(links: Links) -> Links:
    """The same pairs with the sides exchanged."""
    return links[1], links[0], links[2]


def largest(a: Ints, b: Ints, v: Floats, width: int) -> Links:
    """Unique pairs (a, b) with their largest v, sorted."""
    # Value in the low bits of the key: one sort of integers instead of two of records.
    packed = np.sort(((a.astype(np.int64) * width + b) << 16) | np.round(v * 65535).astype(np.int64))
    last = np.ones(len(packed), bool)
    last[:-1] = (packed[1:] >> 16) != (packed[:-1] >> 16)
    packed = packed[last]
    key = packed >> 16
    return key // width, key % width, ((packed & 65535) / 65535).astype(np.float32)


def _shared(en: Side, zh: Side) -> Links:
    both = [(en.shared[token], number) for token, number in zh.shared.items() if token in en.shared]
    e, z = np.array(both, np.int64).reshape(-1, 2).T
    return e, z, np.ones(len(e), np.float32)


def _overlaps(e: Ints, word: Ints, weight: Floats, zh: Side, en: Side, lexicon: Lexicon) -> Links:
    """Pairs by characters that a Chinese type shares with a gloss word."""
    text, at = lexicon.arrays["word_text"].astype(np.int64), lexicon.arrays["word_at"].astype(np.int64)
    gloss, inverse = np.unique(word, return_inverse=True)
    z_row, z_place = expand(at[zh.words], at[zh.words + 1] - at[zh.words])
    order = np.argsort(text[z_place], kind="stable")
    z_char, z_type = text[z_place][order], z_row[order]
    g_size = at[gloss + 1] - at[gloss]
    g_row, g_place = expand(at[gloss], g_size)
    low = np.searchsorted(z_char, text[g_place], "left")
    high = np.searchsorted(z_char, text[g_place], "right")
    rows, places = expand(low, high - low)
    key = g_row[rows] * max(1, len(zh.words)) + z_type[places]
    key, inverse_pair = np.unique(key, return_inverse=True)
    rarity = _rarity(lexicon)
    common = np.bincount(inverse_pair, weights=rarity[text[g_place][rows]], minlength=len(key))
    g, z = key // max(1, len(zh.words)), key % max(1, len(zh.words))
    g_mass = np.bincount(g_row, weights=rarity[text[g_place]], minlength=len(gloss))
    z_mass = np.bincount(z_row, weights=rarity[text[z_place]], minlength=len(zh.words))
    overlap = 2 * common / (g_mass[g] + z_mass[z])
    near = (overlap >= LEAST) & (overlap < 0.999)
    g, z, overlap = g[near], z[near], overlap[near]
    # From gloss words back to the English types that have them.
    order = np.argsort(inverse, kind="stable")
    firsts = np.searchsorted(inverse[order], np.arange(len(gloss) + 1))
    rows, places = expand(firsts[g], firsts[g + 1] - firsts[g])
    link = order[places]
    kept = _telling(e[link], z[rows], en, zh)
    link, rows = link[kept], rows[kept]
    return e[link], z[rows], (SHARE * overlap[rows] ** POWER * weight[link]).astype(np.float32)


UBIQ = 0.5
IDF = 1.0


def _rarity(lexicon: Lexicon) -> NDArray[np.float64]:
    """Weight of a character, by code point: the fewer words have it, the more it tells."""
    text = lexicon.arrays["word_text"].astype(np.int64)
    count = np.bincount(text)
    return np.log(len(lexicon.arrays["word_keys"]) / np.maximum(1, count)) ** IDF


def _telling(e: Ints, z: Ints, en: Side, zh: Side) -> NDArray[np.bool_]:
    """Weak pairs of types that do not match a large part of all sentences: where they do, they tell nothing."""
    key = np.unique(e * max(1, zh.types) + z)
    a, b = key // max(1, zh.types), key % max(1, zh.types)
    n = np.bincount(en.type, minlength=en.types) / max(1, en.count)
    m = np.bincount(zh.type, minlength=zh.types) / max(1, zh.count)
    by_e = np.bincount(a, weights=m[b], minlength=en.types)
    by_z = np.bincount(b, weights=n[a], minlength=zh.types)
    return (by_e[e] <= UBIQ) & (by_z[z] <= UBIQ)
