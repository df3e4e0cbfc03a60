"""Finds the best monotone path through a band of bead scores. Sees only numbers: no text, no language.

Nodes are (i, j): i sentences of one side and j of the other are consumed. Row i of the band holds the columns
``low[i] … low[i] + width - 1``. A bead of shape (a, b) leads from node (i, j) to (i + a, j + b).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NONE = np.float32(-1e30)
"""Score of what is impossible."""


def best_path(
    low: Ints, columns: int, shapes: list[tuple[int, int]], scores: Floats, skip: Floats
) -> list[tuple[int, int]]:
    """Shapes of the beads on the best path, in order.

    Args:
        low: first column of each row's band, n + 1 rows; never decreasing, at most ``columns``.
        columns: number of sentences m on the other side; the path ends at node (n, m).
        shapes: bead shapes (a, b) with 1 <= a.
        scores: (shapes, n + 1, width): score of the bead that starts at (i, low[i] + c).
        skip: (m,): score of the bead (0, 1) that consumes sentence j alone.

    The band must hold both (0, 0) and (n, m). Ties go to the first shape listed.
    """
    kinds, rows, width = scores.shape
    a = np.array([shape[0] for shape in shapes])
    b = np.array([shape[1] for shape in shapes])
    best = np.full((rows, width), NONE, np.float32)
    choice = np.full((rows, width), -1, np.int8)
    total = np.concatenate(([0.0], np.cumsum(skip, dtype=np.float64)))
    offsets = np.arange(width)
    flat_best, flat_scores = best.reshape(-1), scores.reshape(-1)
    kind_offset = (np.arange(kinds) * rows * width)[:, None]
    for i in range(rows):
        if i == 0:
            gained = np.full(width, NONE, np.float32)
            gained[0 - low[0]] = 0.0
        else:
            start = i - a
            column = (low[i] - low[np.maximum(start, 0)] - b)[:, None] + offsets
            inside = (start >= 0)[:, None] & (column >= 0) & (column < width)
            index = np.where(inside, np.maximum(start, 0)[:, None] * width + column, 0)
            value = np.where(inside, flat_best[index] + flat_scores[kind_offset + index], NONE)
            choice[i] = value.argmax(0)
            gained = value[choice[i], offsets]
        j = low[i] + offsets
        sums = total[np.minimum(j, columns)]
        lifted = np.where(j <= columns, gained - sums, NONE)
        reach = np.maximum.accumulate(lifted)
        row = np.where(j <= columns, reach + sums, NONE)
        choice[i][reach > lifted] = -1
        best[i] = np.maximum(row, NONE)
    return _trace(low, columns, shapes, choice)


def _trace(low: Ints, columns: int, shapes: list[tuple[int, int]], choice: NDArray[np.int8]) -> list[tuple[int, int]]:
    i, j = len(low) - 1, columns
    path = []
    while i or j:
        kind = int(choice[i, j - low[i]])
        shape = (0, 1) if i == 0 or kind < 0 else shapes[kind]
        path.append(shape)
        i, j = i - shape[0], j - shape[1]
    return path[::-1]
