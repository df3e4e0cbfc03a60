"""Which words stand for which, as beads or ready pairs of a document teach. Knows no dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.links import Links, expand
from aligncheck.coverage.tokens import Side, distinct

Shape: TypeAlias = tuple[int, int]
"""How many English and Chinese sentences a bead has."""

LEAST_SEEN = 3
"""Beads that two words must share before they are taken for a pair: below that, chance pairs are as frequent."""
LEAST_SHARE = 0.3
TIMES_CHANCE = 3.0


def learned_links(en: Side, zh: Side, beads: Sequence[tuple[int, int, Shape]], weight: float) -> Links:
    """Pairs of words that stand in the same beads, with V = ``weight`` times a discounted Dice coefficient.

    ``beads``: (i, j, shape) of beads with two sides, in order; they need not tile the text. The coefficient is
    2 (c - 1) / (n + m): one joint occurrence is discounted, so that a pair cannot confirm the very bead it was learned
    from by more than the other beads do.
    """
    en_of, zh_of = np.full(en.count, -1, np.int64), np.full(zh.count, -1, np.int64)
    for number, (i, j, (a, b)) in enumerate(beads):
        en_of[i : i + a] = zh_of[j : j + b] = number
    en_bead, en_type = _seen(en, en_of)
    zh_bead, zh_type = _seen(zh, zh_of)
    n, m = np.bincount(en_type, minlength=en.types), np.bincount(zh_type, minlength=zh.types)
    often = n[en_type] >= LEAST_SEEN
    en_bead, en_type = en_bead[often], en_type[often]
    often = m[zh_type] >= LEAST_SEEN
    zh_bead, zh_type = zh_bead[often], zh_type[often]
    first = np.searchsorted(zh_bead, np.arange(len(beads) + 1))
    rows, places = expand(first[en_bead], first[en_bead + 1] - first[en_bead])
    pairs, together = np.unique(en_type[rows] * max(1, zh.types) + zh_type[places], return_counts=True)
    e, z = pairs // max(1, zh.types), pairs % max(1, zh.types)
    dice = 2 * (together - 1) / np.maximum(1, n[e] + m[z])
    chance = n[e] * m[z] / max(1, len(beads))
    good = (together >= LEAST_SEEN) & (dice > LEAST_SHARE) & (together > TIMES_CHANCE * chance)
    return e[good], z[good], (weight * dice[good]).astype(np.float32)


def _seen(side: Side, bead: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(bead, type) of words that stand in beads, each once, sorted by bead."""
    own = bead[side.sentence]
    return distinct(own[own >= 0], side.type[own >= 0], side.types)
