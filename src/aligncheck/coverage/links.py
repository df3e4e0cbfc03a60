"""How well an English and a Chinese type match, for the pairs of types a document has. Knows no order of sentences."""

from __future__ import annotations

from functools import lru_cache
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
_NOTHING = np.zeros(0, np.int32), np.zeros(0, np.float32)


def expand(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and places of ragged ranges: range r contributes ``starts[r] … starts[r] + counts[r] - 1``."""
    rows = np.repeat(np.arange(len(counts)), counts)
    ends = np.cumsum(counts)
    places = np.arange(len(rows)) - np.repeat(ends - counts, counts) + np.repeat(starts, counts)
    return rows, places


def extents(at: NDArray[np.generic], numbers: Ints) -> tuple[Ints, Ints]:
    """Where ranges begin and how many places they have, for ``expand``: range n is ``at[n] … at[n + 1] - 1``."""
    begin = at[numbers].astype(np.int64)
    return begin, at[numbers + 1].astype(np.int64) - begin


def matches(en: Side, zh: Side, lexicon: Lexicon, kin: float) -> Links:
    """Matching (English type, Chinese type, V), sorted.

    V is 1 for a gloss, 1/(content words) for a gloss of several words, ``kin`` times that for a word of the same
    family; ``SHARE * overlap ** POWER`` for words that share characters with a gloss, overlap being Dice's
    coefficient and at least ``LEAST``; 1 for the same string.
    """
    glosses = [_glosses(lexicon, ids, kin) for ids in en.lemmas]
    e = np.repeat(np.arange(len(glosses)), [len(words) for words, _ in glosses])
    word, weight = (np.concatenate([_NOTHING[n], *(gloss[n] for gloss in glosses)]) for n in range(2))
    local = np.full(len(lexicon.arrays["word_keys"]), -1, np.int32)
    local[zh.words] = np.arange(len(zh.words))
    own = local[word]
    here, strong = np.flatnonzero(own >= 0), np.flatnonzero(weight >= STRONG)
    parts = (
        (e[here], own[here], weight[here]),
        _shared(en, zh),
        name_links(en, zh, lexicon),
        _overlaps(e[strong], word[strong], weight[strong], zh, en, lexicon),
    )
    e, z, v = (np.concatenate([part[column] for part in parts]) for column in range(3))
    return largest(e, z, v, zh.types)


@lru_cache(maxsize=1 << 14)
def _glosses(lexicon: Lexicon, lemmas: tuple[int, ...], kin: float) -> tuple[NDArray[np.int32], Floats]:
    """Chinese words (lexicon ids) for an English type, and how well they match: for its own lemmas and relatives."""
    relatives = dict.fromkeys(r for i in lemmas for r in lexicon.relatives(i) if r not in lemmas) if kin else {}
    at, ids, weights = (lexicon.arrays[f"zh_{part}"] for part in ("at", "ids", "weights"))
    rows = [slice(*at[lemma : lemma + 2].tolist()) for lemma in (*lemmas, *relatives)]
    share = [np.float32(1.0)] * len(lemmas) + [np.float32(kin)] * len(relatives)
    words = np.concatenate([_NOTHING[0], *(ids[row] for row in rows)], dtype=np.int32, casting="unsafe")
    matching = [weights[row].astype(np.float32) * part for row, part in zip(rows, share, strict=True)]
    return words, np.concatenate([_NOTHING[1], *matching], dtype=np.float32)


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
    text, at, rarity = lexicon.spelling, lexicon.arrays["word_at"], lexicon.rarity
    gloss, inverse = np.unique(word, return_inverse=True)
    z_row, z_place = expand(*extents(at, zh.words))
    order = np.argsort(text[z_place], kind="stable")
    z_char, z_type = text[z_place][order], z_row[order]
    g_row, g_place = expand(*extents(at, gloss))
    g_char = text[g_place]
    count = np.bincount(z_char, minlength=len(rarity))
    first = np.cumsum(count) - count
    g_mass = np.bincount(g_row, weights=rarity[g_char], minlength=len(gloss))
    z_mass = np.bincount(z_row, weights=rarity[text[z_place]], minlength=len(zh.words))
    shared = np.flatnonzero(count[g_char])
    g_row, g_char = g_row[shared], g_char[shared]
    rows, places = expand(first[g_char], count[g_char])
    width = max(1, len(zh.words))
    key, inverse_pair = np.unique(g_row[rows] * width + z_type[places], return_inverse=True)
    common = np.bincount(inverse_pair, weights=rarity[g_char][rows], minlength=len(key))
    g, z = key // width, key % width
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


def _telling(e: Ints, z: Ints, en: Side, zh: Side) -> NDArray[np.bool_]:
    """Weak pairs of types that do not match a large part of all sentences: where they do, they tell nothing."""
    key = np.unique(e * max(1, zh.types) + z)
    a, b = key // max(1, zh.types), key % max(1, zh.types)
    n = np.bincount(en.type, minlength=en.types) / max(1, en.count)
    m = np.bincount(zh.type, minlength=zh.types) / max(1, zh.count)
    by_e = np.bincount(a, weights=m[b], minlength=en.types)
    by_z = np.bincount(b, weights=n[a], minlength=zh.types)
    return (by_e[e] <= UBIQ) & (by_z[z] <= UBIQ)
