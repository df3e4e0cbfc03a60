"""What the words of one side gain from windows of the other side's sentences. Knows no path and no length model.

The gain of a word w against a window Z is the log-likelihood ratio ``log(1 - λ + λ · κ · V(w, Z) / (q(w) · |Z|^s))``:
with probability λ the word renders something in Z, else it comes from nowhere. V is how well Z's best word matches,
q how well an average sentence's would (so that frequent words tell little, as with idf in retrieval), |Z| the
window's length in mean sentences: a long window matches anything.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.associate import Links, expand

if TYPE_CHECKING:
    from aligncheck.alignment.constants import Constants
    from aligncheck.alignment.tokens import Side

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

CHUNK = 128
"""Sentences whose postings are worked out at once."""


class Direction:
    """Gains of the words of ``own`` against sentences of ``other``."""

    def __init__(self, own: Side, other: Side, links: Links, constants: Constants) -> None:
        """``links``: (own type, other type, V)."""
        self.own, self.other, self.constants = own, other, constants
        self.kind, self.at, self.value = self._postings(links)
        known = np.zeros(own.types, bool)
        known[links[0]] = True
        found = np.where(known, constants.found, constants.unknown).astype(np.float32)
        self._rest = 1 - found
        self._scale = found * np.float32(constants.boost) / self._background()
        size = np.bincount(other.sentence, weights=other.weight[other.type], minlength=other.count)
        relative = np.maximum(size, 1.0) / max(1.0, float(size.mean())) if other.count else size
        self._until = np.concatenate(([0.0], np.cumsum(relative)))
        self._bounds = np.searchsorted(own.sentence, np.arange(own.count + 1))

    def _postings(self, links: Links) -> tuple[Ints, Ints, Floats]:
        """Per own type the other side's sentences that answer it and how well: (type, sentence, V), sorted.

        Worked out some sentences at a time, so that what is sorted stays in the processor's cache.
        """
        other = self.other
        order = np.argsort(links[1], kind="stable")
        mine, value = links[0][order], np.round(links[2][order] * 65535).astype(np.int64)
        first = np.searchsorted(links[1][order], np.arange(other.types + 1))
        bounds = np.searchsorted(other.sentence, np.arange(0, other.count + CHUNK, CHUNK))
        parts = [np.zeros(0, np.int64)]
        for begin, end in pairwise(bounds.tolist()):
            kind = other.type[begin:end]
            rows, places = expand(first[kind], first[kind + 1] - first[kind])
            key = mine[places] * (other.count + 1) + other.sentence[begin:end][rows]
            packed = np.sort((key << 16) | value[places])
            # Of equal pairs the last has the largest V.
            last = np.ones(len(packed), bool)
            last[:-1] = (packed[1:] >> 16) != (packed[:-1] >> 16)
            parts.append(packed[last])
        packed = np.sort(np.concatenate(parts))
        self._key = packed >> 16
        kind = self._key // (other.count + 1)
        return kind, self._key - kind * (other.count + 1), ((packed & 65535) / 65535).astype(np.float32)

    def _background(self) -> Floats:
        """q: what each own type finds in an average sentence of the other side."""
        c, own, other = self.constants, self.own, self.other
        mean = np.bincount(self.kind, weights=self.value, minlength=own.types) / max(1, other.count)
        seen = np.unique(own.type * max(1, own.count) + own.sentence) // max(1, own.count)
        frequency = np.bincount(seen, minlength=own.types) / max(1, own.count)
        n = max(1, min(own.count, other.count))
        return (c.mean_share * mean + c.frequency_share * frequency + c.floor / n).astype(np.float32)

    def postings(self, kind: Ints, low: Ints | int, high: Ints | int) -> tuple[Ints, Ints]:
        """Where the postings of own types begin and end that lie in sentences ``low`` … ``high - 1``."""
        base = kind * np.int64(self.other.count + 1)
        return np.searchsorted(self._key, base + low), np.searchsorted(self._key, base + high)

    def gain_of(self, places: Ints) -> Floats:
        """Gain of a posting's word against that one sentence, as if of mean length."""
        kind = self.kind[places]
        gain = np.log(self._rest[kind] + self._scale[kind] * self.value[places])
        return np.minimum(gain, np.float32(self.constants.cap)) * self.own.weight[kind]

    def gains(self, first: int, low: Ints, width: int, windows: int) -> list[Floats]:
        """Gains of own sentences ``first`` … (a row of ``low`` each) against windows of 1 … ``windows`` sentences.

        Each is (rows, width); entry (r, c) is for the window that begins at sentence ``low[r] + c``. What lies beyond
        the last sentence counts as empty.
        """
        own, other, c = self.own, self.other, self.constants
        bounds = self._bounds[first : first + len(low) + 1]
        kind = own.type[bounds[0] : bounds[-1]]
        row = own.sentence[bounds[0] : bounds[-1]] - first
        found = self._found(kind, low[row], width + windows - 1)
        rest, scale = self._rest[kind][:, None], self._scale[kind][:, None]
        weight = own.weight[kind][:, None]
        starts = low[:, None] + np.arange(width)
        begin = self._until[np.minimum(starts, other.count)]
        cuts = bounds[:-1] - bounds[0]
        full = cuts < bounds[1:] - bounds[0]
        window, result = found[:, :width], []
        for w in range(1, windows + 1):
            if w > 1:
                window = np.maximum(window, found[:, w - 1 : w - 1 + width])
            size = np.maximum(self._until[np.minimum(starts + w, other.count)] - begin, 0.05)
            size = (size**-c.spread).astype(np.float32)
            gain = np.minimum(np.log(rest + scale * window * size[row]), np.float32(c.cap)) * weight
            sums = np.zeros((len(low), width), np.float32)
            if len(gain):
                sums[full] = np.add.reduceat(gain, cuts[full], axis=0)
            result.append(sums)
        return result

    def _found(self, kind: Ints, low: Ints, width: int) -> Floats:
        """V of each token against the sentences ``low … low + width - 1``."""
        begin, end = self.postings(kind, low, np.minimum(low + width, self.other.count))
        rows, places = expand(begin, end - begin)
        found = np.zeros((len(kind), width), np.float32)
        found[rows, self.at[places] - low[rows]] = self.value[places]
        return found
