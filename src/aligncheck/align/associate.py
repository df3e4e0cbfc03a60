"""How well an English and a Chinese type match, for every pair of types that a document has. Knows no sentences' order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aligncheck.align.names import name_links
from aligncheck.align.tokens import Side
from aligncheck.lexicon import Lexicon

Array = NDArray[np.generic]
KIN = 0.6
NAMES = True


def expand(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and places of ragged ranges: range r contributes ``starts[r] … starts[r] + counts[r] - 1``."""
    rows = np.repeat(np.arange(len(counts)), counts)
    ends = np.cumsum(counts)
    places = np.arange(len(rows)) - np.repeat(ends - counts, counts) + np.repeat(starts, counts)
    return rows, places


def matches(
    en: Side, zh: Side, lexicon: Lexicon, share: float = 0.3, least: float = 0.3, power: float = 2.5
) -> tuple[Array, Array, Array]:
    """Matching types as (English type, Chinese type, V in 0–1), sorted by English type, then Chinese.

    V is 1 for a gloss, 1/(content words) for a gloss of several words; ``share * overlap ** power`` for words that
    share characters with a gloss, overlap being Dice's coefficient and at least ``least``.
    """
    arrays = lexicon.arrays
    at = arrays["zh_at"].astype(np.int64)
    relatives = [[r for i in ids for r in lexicon.relatives(i) if r not in ids] for ids in en.lemmas]
    owners = np.repeat(
        np.arange(en.types), [len(ids) + len(more) for ids, more in zip(en.lemmas, relatives, strict=True)]
    )
    lemma = np.array([i for ids, more in zip(en.lemmas, relatives, strict=True) for i in (*ids, *more)], np.int64)
    kinship = np.array(
        [w for ids, more in zip(en.lemmas, relatives, strict=True) for w in [1.0] * len(ids) + [KIN] * len(more)],
        np.float32,
    )
    rows, places = expand(at[lemma], at[lemma + 1] - at[lemma])
    e = owners[rows]
    word = arrays["zh_ids"][places].astype(np.int64)
    weight = arrays["zh_weights"][places] * kinship[rows]
    local = np.full(len(arrays["word_keys"]), -1, np.int64)
    local[zh.words] = np.arange(len(zh.words))
    z = local[word]
    here = z >= 0
    parts = [(e[here], z[here], weight[here])]
    parts.append(_shared(en, zh))
    if NAMES:
        parts.append(name_links(en, zh, lexicon))
    strong = weight >= 0.5
    parts.append(_overlaps(e[strong], word[strong], weight[strong], zh, lexicon, share, least, power))
    e, z, v = (np.concatenate(column) for column in zip(*parts, strict=True))
    return largest(e, z, v, zh.types)


def largest(a: Array, b: Array, v: Array, width: int) -> tuple[Array, Array, Array]:
    """Unique pairs (a, b) with their largest v, sorted."""
    # Value in the low bits of the key: one sort of integers instead of two of records.
    packed = np.sort(((a.astype(np.int64) * width + b) << 16) | np.round(v * 65535).astype(np.int64))
    last = np.ones(len(packed), bool)
    last[:-1] = (packed[1:] >> 16) != (packed[:-1] >> 16)
    packed = packed[last]
    key = packed >> 16
    return key // width, key % width, ((packed & 65535) / 65535).astype(np.float32)


def _shared(en: Side, zh: Side) -> tuple[Array, Array, Array]:
    both = [(en.shared[token], number) for token, number in zh.shared.items() if token in en.shared]
    e, z = np.array(both, np.int64).reshape(-1, 2).T
    return e, z, np.ones(len(e), np.float32)


def _overlaps(
    e: Array, word: Array, weight: Array, zh: Side, lexicon: Lexicon, share: float, least: float, power: float
) -> tuple[Array, Array, Array]:
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
    key = g_row[rows] * len(zh.words) + z_type[places]
    key, common = np.unique(key, return_counts=True)
    g, z = key // max(1, len(zh.words)), key % max(1, len(zh.words))
    z_size = at[zh.words + 1] - at[zh.words]
    overlap = 2 * common / (g_size[g] + z_size[z])
    near = (overlap >= least) & (overlap < 1)
    g, z, overlap = g[near], z[near], overlap[near]
    # From gloss words back to the English types that have them.
    order = np.argsort(inverse, kind="stable")
    firsts = np.searchsorted(inverse[order], np.arange(len(gloss) + 1))
    rows, places = expand(firsts[g], firsts[g + 1] - firsts[g])
    link = order[places]
    return e[link], z[rows], (share * overlap[rows] ** power * weight[link]).astype(np.float32)
