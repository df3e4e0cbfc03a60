"""Which sentences of the other side answer a type, and how well: an inverted index. Knows no order of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.compiled import kernel
from aligncheck.coverage.links import Links, expand

if TYPE_CHECKING:
    from aligncheck.coverage.tokens import Side

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

CHUNK = 128
"""Sentences whose postings are worked out at once, without the kernel."""


@dataclass(frozen=True)
class Postings:
    """For type k the entries ``start[k] … start[k + 1] - 1``: sentences ``at``, rising, and V as ``value``; ``mass`` is
    the sum of its values."""

    start: Ints
    at: NDArray[np.int32]
    value: Floats
    mass: NDArray[np.float64]

    @classmethod
    def of(cls, types: int, other: Side, links: Links) -> Postings:
        """Postings of ``types`` own types in the other side's sentences; ``links``: (own type, other type, V)."""
        order = np.argsort(links[1], kind="stable")
        mine, value = links[0][order], links[2][order]
        first = np.searchsorted(links[1][order], np.arange(other.types + 1))
        if kernel is not None:
            return cls(*kernel.postings(other.sentence, other.type, first, mine, value, types))
        return cls._sorted(types, other, first, mine, value)

    @classmethod
    def _sorted(cls, types: int, other: Side, first: Ints, mine: Ints, value: Floats) -> Postings:
        """By sorting, some sentences at a time, so that what is sorted stays in the processor's cache."""
        # The bits of a positive float rise with it: type, sentence and V fit into one integer.
        weight = value.view(np.int32).astype(np.int64)
        bounds = np.searchsorted(other.sentence, np.arange(0, other.count + CHUNK, CHUNK))
        kinds, sentences, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
        for number, (begin, end) in enumerate(pairwise(bounds.tolist())):
            kind = other.type[begin:end]
            rows, places = expand(first[kind], first[kind + 1] - first[kind])
            local = other.sentence[begin:end][rows] - number * CHUNK
            packed = np.sort(((mine[places] * CHUNK + local) << 32) | weight[places])
            # Of equal pairs the last has the largest V.
            last = np.ones(len(packed), bool)
            last[:-1] = (packed[1:] >> 32) != (packed[:-1] >> 32)
            packed = packed[last]
            kinds.append((packed >> 32) // CHUNK)
            sentences.append(((packed >> 32) % CHUNK + number * CHUNK).astype(np.int32))
            values.append((packed & 0xFFFFFFFF).astype(np.int32).view(np.float32))
        kind = np.concatenate(kinds)
        order = np.argsort(kind, kind="stable")
        start = np.searchsorted(kind[order], np.arange(types + 1))
        value = np.concatenate(values)[order]
        mass = np.bincount(kind[order], weights=value, minlength=types).astype(np.float64)
        return cls(start, np.concatenate(sentences)[order], value, mass)

    @cached_property
    def _key(self) -> Ints:
        kind = np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))
        return (kind << 32) + self.at

    def ranges(self, kind: Ints, low: Ints | int, high: Ints | int) -> tuple[Ints, Ints]:
        """Where the entries of types begin and end that lie in sentences ``low`` … ``high - 1``."""
        if kernel is not None:
            below, above = (np.array(np.broadcast_to(bound, kind.shape), np.int64) for bound in (low, high))
            begin, end = kernel.ranges(kind, below, above, self.start, self.at)
            return begin, end
        base = kind << 32
        return np.searchsorted(self._key, base + low), np.searchsorted(self._key, base + high)
