"""The numbers the alignment score is made of. Fitted on novels and academic prose; see docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligncheck.coverage.learn import Shape

ENGLISH_MOST, CHINESE_MOST, SUM_MOST = 6, 4, 8

SHAPES: tuple[Shape, ...] = tuple(
    (e, z) for e in range(1, ENGLISH_MOST + 1) for z in range(1, CHINESE_MOST + 1) if e + z <= SUM_MOST
)
"""Bead shapes with two sides: English sentences, Chinese sentences."""


SKETCH_SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (4, 1), (5, 1), (6, 1))
"""The shapes of the first look, which finds out where the path runs and how often each of them occurs."""


@dataclass(frozen=True)
class Constants:
    """Weights and parameters; every term of the score is a log-likelihood ratio times its weight.

    Attributes:
        found, unknown: λ of a word with and without any match in the document.
        boost, spread, cap: κ, the exponent of a window's length, and the largest gain of a word.
        mean_share, frequency_share, floor: the parts of q: mean match, document frequency, and a constant over n.
        english, chinese: weights of the gains of either side's words.
        lonely: weight of what a merged sentence's words lose, on top of their gain.
        length: weight of the squared difference of lengths, in units of the mean length (Gale and Church 1993).
        flat: for each bead with two sides.
        null, onward: for leaving a sentence alone, and for another one after it.
        pseudo: beads that the prior of shapes counts for.
        speech, closes, closes_one, opens, asks, exclaims: marks that agree, or do not.
        kin: share of a gloss that a word of the same family has.
        learned: weight of a pair of words learned from the document.
    """

    found: float = 0.35
    unknown: float = 0.05
    boost: float = 1.3
    spread: float = 0.95
    cap: float = 5.1
    mean_share: float = 0.67
    frequency_share: float = 0.33
    floor: float = 0.11
    english: float = 0.5
    chinese: float = 0.5
    lonely: float = 0.4
    length: float = 0.095
    flat: float = 0.1
    null: float = -0.8
    onward: float = 1.5
    pseudo: float = 60.0
    speech: float = -0.7
    closes: float = 0.75
    closes_one: float = -0.75
    opens: float = 0.2
    asks: float = 1.2
    exclaims: float = 0.4
    kin: float = 0.4
    learned: float = 0.9


def shape_prior() -> dict[tuple[int, int], float]:
    """Probabilities of bead shapes to start from, (1, 0) and (0, 1) among them."""
    prior = {
        (e, z): 0.81 if e == z == 1 else 0.16 * 0.4 ** (e + z - 3) / (e + z - 1 if min(e, z) == 1 else 6)
        for e, z in SHAPES
    }
    prior[1, 0] = prior[0, 1] = 0.015
    total = sum(prior.values())
    return {shape: p / total for shape, p in prior.items()}


def shape_frequencies(counts: Mapping[Shape, float], prior: Mapping[Shape, float], pseudo: float) -> dict[Shape, float]:
    """Probabilities of shapes from (expected) counts and a prior worth ``pseudo`` beads."""
    total = pseudo + sum(counts.values())
    return {shape: (pseudo * p + counts.get(shape, 0.0)) / total for shape, p in prior.items()}
