"""What the words of one side gain from windows of the other side's sentences. Knows no path and no length model.

The gain of a word w against a window Z is the log-likelihood ratio ``log(1 - λ + λ · κ · V(w, Z) / (q(w) · |Z|^s))``:
with probability λ the word renders something in Z, else it comes from nowhere. V is how well Z's best word matches,
q how well an average sentence's would (so that frequent words tell little, as with idf in retrieval), |Z| the
window's length in mean sentences: a long window matches anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.compiled import kernel
from aligncheck.alignment.postings import Postings
from aligncheck.coverage.links import Links, expand

if TYPE_CHECKING:
    from aligncheck.alignment.constants import Constants
    from aligncheck.coverage.tokens import Side

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class Direction:
    """Gains of the words of ``own`` against sentences of ``other``."""

    def __init__(self, own: Side, other: Side, links: Links, constants: Constants) -> None:
        """``links``: (own type, other type, V)."""
        self.own, self.other, self.constants = own, other, constants
        self.postings = Postings.of(own.types, other, links)
        known = np.zeros(own.types, bool)
        known[links[0]] = True
        found = np.where(known, constants.found, constants.unknown).astype(np.float32)
        self._rest = 1 - found
        self._scale = found * np.float32(constants.boost) / self._background()
        size = np.bincount(other.sentence, weights=other.weight[other.type], minlength=other.count)
        relative = np.maximum(size, 1.0) / max(1.0, float(size.mean())) if other.count else size
        self._until = np.concatenate(([0.0], np.cumsum(relative)))
        self._cached_sizes: dict[int, Floats] = {}
        self._hints = self.postings.start[:-1].copy()
        self._bounds = np.searchsorted(own.sentence, np.arange(own.count + 1))

    def _background(self) -> Floats:
        """q: what each own type finds in an average sentence of the other side."""
        c, own, other = self.constants, self.own, self.other
        mean = self.postings.mass / max(1, other.count)
        n = max(1, min(own.count, other.count))
        return (c.mean_share * mean + c.frequency_share * own.frequency + c.floor / n).astype(np.float32)

    def gain_of(self, kind: Ints, places: Ints) -> Floats:
        """Gain of words of types ``kind`` by postings ``places`` against that one sentence, as if of mean length."""
        gain = np.log(self._rest[kind] + self._scale[kind] * self.postings.value[places])
        return np.minimum(gain, np.float32(self.constants.cap)) * self.own.weight[kind]

    def gains(self, first: int, low: Ints, widths: Ints, columns: int, windows: int) -> Floats:
        """Gains of own sentences ``first`` … (a row of ``low`` each) against windows of 1 … ``windows`` sentences.

        The result is (windows, rows, columns); entry (w - 1, r, c) is for the window of w sentences that begins at
        ``low[r] + c``, of any worth where c is not below ``widths[r]``. What lies beyond the last sentence is empty.
        """
        own, c = self.own, self.constants
        bounds = self._bounds[first : first + len(low) + 1]
        kind, cuts = own.type[bounds[0] : bounds[-1]], bounds - bounds[0]
        if kernel is None:
            return self._dense_gains(kind, cuts, low, columns, windows)
        table: Floats = kernel.gains(
            kind, cuts, low, self.postings.start, self.postings.at, self.postings.value, self._rest, self._scale,
            own.weight, self._sizes(windows), widths, columns, c.cap, self._hints,
        )  # fmt: skip
        return table

    def _dense_gains(self, kind: Ints, cuts: Ints, low: Ints, width: int, windows: int) -> Floats:
        row = np.repeat(np.arange(len(low)), np.diff(cuts))
        found = self._found(kind, low[row], width + windows - 1)
        rest, scale = self._rest[kind][:, None], self._scale[kind][:, None]
        weight = self.own.weight[kind][:, None]
        starts = np.minimum(low[:, None] + np.arange(width), self.other.count)
        full = cuts[:-1] < cuts[1:]
        window, result = found[:, :width], np.zeros((windows, len(low), width), np.float32)
        for w in range(1, windows + 1):
            if w > 1:
                window = np.maximum(window, found[:, w - 1 : w - 1 + width])
            size = self._sizes(windows)[w - 1, starts]
            gain = np.minimum(np.log(rest + scale * window * size[row]), np.float32(self.constants.cap)) * weight
            if len(gain):
                result[w - 1, full] = np.add.reduceat(gain, cuts[:-1][full], axis=0)
        return result

    def _sizes(self, windows: int) -> Floats:
        """|Z|^-s of the windows of 1 … ``windows`` sentences from each sentence on, (windows, count + 1)."""
        table = self._cached_sizes.get(windows)
        if table is None:
            starts, count = np.arange(self.other.count + 1), self.other.count
            length = [self._until[np.minimum(starts + w, count)] - self._until for w in range(1, windows + 1)]
            table = (np.maximum(np.stack(length), 0.05) ** -self.constants.spread).astype(np.float32)
            self._cached_sizes[windows] = table
        return table

    def _found(self, kind: Ints, low: Ints, width: int) -> Floats:
        """V of each token against the sentences ``low … low + width - 1``."""
        begin, end = self.postings.ranges(kind, low, np.minimum(low + width, self.other.count))
        rows, places = expand(begin, end - begin)
        found = np.zeros((len(kind), width), np.float32)
        found[rows, self.postings.at[places] - low[rows]] = self.postings.value[places]
        return found
