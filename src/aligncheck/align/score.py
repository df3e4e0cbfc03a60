"""Scores of all beads within a band, from words that match and from lengths. Knows no block and no path."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.align.associate import expand, largest
from aligncheck.align.tokens import Side

Floats = NDArray[np.float32]
Array = NDArray[np.generic]


@dataclass(frozen=True)
class Constants:
    """What the score is made of; fitted on novels and academic prose, see docs/benchmarks.md."""

    found: float = 0.4
    unknown: float = 0.05
    boost: float = 1.3
    spread: float = 1.0
    cap: float = 5.1
    mean_share: float = 0.67
    frequency_share: float = 0.33
    floor: float = 0.11
    length: float = 0.57
    variance: float = 3.0
    prior: float = 1.0
    flat: float = -0.3
    words: float = 0.5


class Direction:
    """Gains of one side's words against windows of the other side's sentences."""

    def __init__(self, own: Side, other: Side, links: tuple[Array, Array, Array], k: Constants) -> None:
        """``links``: (own type, other type, V) sorted by own type."""
        self.own, self.other, self.k = own, other, k
        self.order = np.argsort(own.sentence, kind="stable")
        # Which own types each sentence of the other side answers, and how well.
        by_other = np.argsort(links[1], kind="stable")
        mine, theirs, v = (column[by_other] for column in links)
        first = np.searchsorted(theirs, np.arange(other.types + 1))
        pairs = np.unique(other.sentence.astype(np.int64) * other.types + other.type)
        sentence, kind = pairs // max(1, other.types), pairs % max(1, other.types)
        rows, places = expand(first[kind], first[kind + 1] - first[kind])
        kind_, at, value = largest(mine[places], sentence[rows], v[places], max(1, other.count))
        self.kind, self.at, self.value = kind_, at, value.astype(np.float32)
        self.first = np.searchsorted(self.kind, np.arange(own.types + 1))
        self.q = self._background()
        lengths = np.bincount(other.sentence, weights=other.weight[other.type], minlength=other.count)
        self.relative = (np.maximum(lengths, 1) / max(1.0, lengths.mean() if other.count else 1.0)).astype(np.float32)
        known = np.zeros(own.types, bool)
        known[links[0]] = True
        self.known = known

    def _background(self) -> Floats:
        k, own, other = self.k, self.own, self.other
        mean = np.bincount(self.kind, weights=self.value, minlength=own.types) / max(1, other.count)
        seen = np.unique(own.type.astype(np.int64) * max(1, own.count) + own.sentence) // max(1, own.count)
        frequency = np.bincount(seen, minlength=own.types) / max(1, own.count)
        n = max(1, min(own.count, other.count))
        return (k.mean_share * mean + k.frequency_share * frequency + k.floor / n).astype(np.float32)

    def gains(self, low: NDArray[np.int64], width: int, windows: int) -> list[Floats]:
        """Per window size w = 1…windows: (own sentences, width), summed gain of own sentence i against other
        sentences ``low[i] + c … low[i] + c + w - 1``."""
        own, other, k = self.own, self.other, self.k
        low_t = low[own.sentence]
        left = self.first[own.type]
        # Postings are sorted by (type, sentence): one search finds where the band begins and ends.
        key = self.kind * (other.count + 1) + self.at
        begin = np.searchsorted(key, own.type * np.int64(other.count + 1) + np.maximum(low_t, 0))
        end = np.searchsorted(key, own.type * np.int64(other.count + 1) + np.minimum(low_t + width, other.count))
        del left
        rows, places = expand(begin, np.maximum(0, end - begin))
        m = np.zeros((len(own.type), width + windows), np.float32)
        m[rows, self.at[places] - low_t[rows]] = self.value[places]
        lam = np.where(self.known, k.found, k.unknown).astype(np.float32)[own.type][:, None]
        scale = lam * k.boost / self.q[own.type][:, None]
        weight = own.weight[own.type][:, None]
        result, window = [], m
        bounds = np.searchsorted(own.sentence, np.arange(own.count + 1))
        padded = np.concatenate((np.cumsum(np.concatenate(([0.0], self.relative))), np.zeros(1)))
        for w in range(1, windows + 1):
            if w > 1:
                window = np.maximum(window[:, :-1], m[:, w - 1 :][:, : window.shape[1] - 1])
            starts = low[:, None] + np.arange(width)
            a, b = np.clip(starts, 0, other.count), np.clip(starts + w, 0, other.count)
            size = np.maximum(padded[b] - padded[a], 0.05).astype(np.float32) ** np.float32(-k.spread)
            gain = np.log(1 - lam + scale * window[:, :width] * size[own.sentence])
            gain = np.minimum(gain, k.cap) * weight
            sums = (
                np.add.reduceat(gain, np.minimum(bounds[:-1], len(gain) - 1), axis=0)
                if len(gain)
                else np.zeros((own.count, width), np.float32)
            )
            sums[bounds[1:] == bounds[:-1]] = 0.0
            result.append(sums)
        return result
