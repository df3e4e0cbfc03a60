"""Numbers for runs of neighbouring units, equal for equal runs. Knows no language."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.uint32]

_MIX = np.uint64(0x9E3779B97F4A7C15)
_STIR = np.uint64(0xBF58476D1CE4E5B9)


def mixed(numbers: NDArray[np.generic]) -> Keys:
    """A number of 64 bits for each number, as if by chance (splitmix64)."""
    keys: Keys = numbers.astype(np.uint64) * _MIX
    keys ^= keys >> np.uint64(30)
    keys *= _STIR
    keys ^= keys >> np.uint64(27)
    return keys


def then(first: Keys, second: Keys) -> Keys:
    """A number for each run of units that is continued by another; the order of the two matters."""
    return mixed(first * np.uint64(3) + second)


def numbered(keys: Keys) -> tuple[Ints, int]:
    """Equal keys as equal numbers from 0, and how many there are."""
    unique, numbers = np.unique(keys, return_inverse=True)
    return numbers.astype(np.int64), len(unique)
