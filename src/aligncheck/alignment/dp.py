"""Best paths and path probabilities through bands of bead scores. Sees only numbers: no text, no language.

A *lattice* has nodes (i, j): i sentences of one side and j of the other are consumed. Row i holds the columns
``low[i] … low[i] + width - 1``. A bead of shape (a, b) leads from node (i, j) to (i + a, j + b). Sentences may also be
left alone, one at a time; the first of a run of lone sentences costs more than the next (affine gaps, Gotoh 1982).
Several lattices of like size are worked on at once, so that numpy's cost per call is shared: arrays begin with a
dimension for them. The recurrences are those of Viterbi and of forward–backward (Rabiner 1989) in the log domain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.compiled import kernel

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NONE = np.float32(-1e30)
"""Score of what is impossible."""

_POSSIBLE = np.float32(-1e20)
_TINY = np.float32(1e-38)


@dataclass
class Lattices:
    """B lattices of R rows (the longest has R; shorter ones are padded) and W columns.

    Attributes:
        shapes: T bead shapes (a, b), a >= 1 and b >= 1.
        low: (B, R) first column of each row; never decreasing.
        rows: (B,) rows in use.
        columns: (B,) the last column there is.
        scores: (B, R, T, W) score of the bead of each shape that starts at a node, NONE where there is none.
        down: (B, R, W) score of leaving sentence i of the first side alone, at the node before it.
        right: (B, R, W) the same for sentence j of the second side; NONE only from a row's last node on.
        first, last: (B, W) scores of starting at the nodes of the first row, of ending at those of the last.
        widths: (B, R) columns of each row that are nodes; all up to the last column where it is not given.
        onward: what is added to ``down`` and ``right`` when the sentence before was left alone too; not negative.
    """

    shapes: tuple[tuple[int, int], ...]
    low: Ints
    rows: Ints
    columns: Ints
    scores: Floats
    down: Floats
    right: Floats
    first: Floats
    last: Floats
    onward: float
    widths: Ints | None = None

    def __post_init__(self) -> None:
        self.a = np.array([shape[0] for shape in self.shapes], np.int64)
        self.b = np.array([shape[1] for shape in self.shapes], np.int64)
        batch, rows, kinds, width = self.scores.shape
        self.size = (batch, rows, kinds, width)
        self.offset = np.arange(width)
        self.reach = int(self.a.max(initial=1))
        room = np.clip(self.columns[:, None] - self.low + 1, 0, width)
        self.room = room if self.widths is None else np.minimum(room, self.widths)
        self.room[np.arange(rows) >= self.rows[:, None]] = 0
        self.valid = self.offset < self.room[:, :, None]

    def numbers(self) -> tuple[NDArray[np.generic], ...]:
        """The arrays as the compiled kernel takes them."""
        return self.scores, self.low, self.rows, self.columns, self.room, self.down, self.right

    def bounds(self) -> tuple[Ints, Ints, float]:
        """Sides of the shapes, and ``onward``."""
        return self.a, self.b, self.onward

    def padded(self) -> Floats:
        """A table of nodes with room on all sides: ``neighbours`` may point anywhere near without a test."""
        batch, rows, _, width = self.size
        return np.full((batch, rows + 2 * self.reach, 3 * width), NONE, np.float32)

    def neighbours(self, row: int, way: int) -> Ints:
        """Flat places (B, T, W), in a padded table, of the nodes at the other end of the beads that lead to a row's
        nodes (``way`` = -1) or start there (``way`` = 1)."""
        batch, rows, _, width = self.size
        other = row + way * self.a
        shift = self.low[:, row, None] - self.low[:, np.clip(other, 0, rows - 1)] + way * self.b
        line = np.arange(batch)[:, None] * (rows + 2 * self.reach) + other + self.reach
        flat = line * (3 * width) + width + np.clip(shift, -width, width)
        return np.asarray(flat[:, :, None] + self.offset, np.int64)

    def arriving(self) -> Floats:
        """``scores`` by the node where a bead ends instead of where it starts."""
        batch, rows, kinds, width = self.size
        result = np.full(self.size, NONE, np.float32)
        flat = self.scores.reshape(-1)
        kind = np.arange(kinds)
        for row in range(1, rows):
            start = np.maximum(row - self.a, 0)
            column = (self.low[:, row, None] - self.low[:, start] - self.b)[:, :, None] + self.offset
            inside = (row >= self.a)[:, None] & (column >= 0) & (column < width)
            line = (np.arange(batch)[:, None] * rows + start) * kinds + kind
            result[:, row] = np.where(inside, flat[line[:, :, None] * width + np.where(inside, column, 0)], NONE)
        return result

    def slide(self, values: Floats, row: int, to: int) -> Floats:
        """Values (B, W) of row ``row``, seen in the columns of row ``to``."""
        column = (self.low[:, to] - self.low[:, row])[:, None] + self.offset
        inside = (column >= 0) & (column < self.size[3])
        lines = np.arange(self.size[0])[:, None]
        return np.where(inside, values[lines, np.where(inside, column, 0)], NONE)


@dataclass(frozen=True)
class Algebra:
    """How alternatives combine: by the better one (Viterbi), or by the sum of probabilities (forward–backward)."""

    reduce: Callable[[Floats], Floats]
    pair: np.ufunc


def _log_sum(values: Floats) -> Floats:
    top = np.maximum(values.max(axis=1), NONE)
    values -= top[:, None]
    np.exp(values, out=values)
    total: Floats = top + np.log(np.maximum(values.sum(axis=1), _TINY))
    return total


BEST = Algebra(lambda values: values.max(axis=1), np.maximum)
SUM = Algebra(_log_sum, np.logaddexp)


@dataclass
class Reach:
    """Scores of reaching each node (B, R, W): in any way, and by leaving a sentence of either side alone."""

    any: Floats
    down: Floats
    right: Floats


def forward(lattices: Lattices, arriving: Floats, algebra: Algebra) -> Reach:
    """Scores of all ways from the first row to each node; ``arriving`` is ``lattices.arriving()``."""
    batch, rows, _, width = lattices.size
    table, reached = lattices.padded(), lattices.reach
    flat = table.reshape(-1)
    reach = Reach(*(np.full((batch, rows, width), NONE, np.float32) for _ in range(3)))
    for i in range(rows):
        if i == 0:
            gained = lattices.first
        else:
            value = flat[lattices.neighbours(i, -1)] + arriving[:, i]
            lone = algebra.pair(reach.any[:, i - 1], reach.down[:, i - 1] + lattices.onward) + lattices.down[:, i - 1]
            lone = np.where(lattices.valid[:, i], lattices.slide(lone, i - 1, i), NONE)
            reach.down[:, i] = np.maximum(lone, NONE)
            gained = algebra.pair(algebra.reduce(value), reach.down[:, i])
        gained = np.where(lattices.valid[:, i], gained, NONE)
        along = _along(gained, lattices.right[:, i], lattices.onward, algebra)
        reach.right[:, i] = np.where(lattices.valid[:, i], along, NONE)
        reach.any[:, i] = np.maximum(algebra.pair(gained, reach.right[:, i]), NONE)
        table[:, i + reached, width : 2 * width] = reach.any[:, i]
    return reach


def _along(gained: Floats, right: Floats, onward: float, algebra: Algebra) -> Floats:
    """Reach by lone sentences of the second side, within one row.

    z[c + 1] = pair(gained[c] + right[c], z[c] + right[c] + step); subtracting the running sum of (right + step) turns
    that into a running ``pair``. After a lone sentence the next may be opened afresh or carried on, hence ``step``.
    """
    step = np.float32(algebra.pair(0.0, onward))
    possible = right > _POSSIBLE
    run = np.cumsum(np.where(possible, right + step, np.float32(0)), axis=1)
    opened = np.where(possible, gained + right, NONE) - run
    result = np.full_like(gained, NONE)
    result[:, 1:] = (algebra.pair.accumulate(opened, axis=1) + run)[:, :-1]
    return np.maximum(result, NONE)


def backward(lattices: Lattices) -> Reach:
    """Log of the summed probability of all ways from each node to the end; ``down`` and ``right`` are for arriving by
    a lone sentence, after which another costs less."""
    batch, rows, _, width = lattices.size
    table, reached = lattices.padded(), lattices.reach
    flat = table.reshape(-1)
    reach = Reach(*(np.full((batch, rows, width), NONE, np.float32) for _ in range(3)))
    for i in range(rows - 1, -1, -1):
        here = np.where((lattices.rows == i + 1)[:, None], lattices.last, NONE)
        lone = np.full_like(here, NONE)
        if i + 1 < rows:
            value = flat[lattices.neighbours(i, 1)] + lattices.scores[:, i]
            lone = np.maximum(lattices.slide(reach.down[:, i + 1], i + 1, i) + lattices.down[:, i], NONE)
            here = np.logaddexp(np.logaddexp(here, _log_sum(value)), lone)
        here = np.where(lattices.valid[:, i], here, NONE)
        reach.right[:, i] = _along_back(here, lattices.right[:, i], lattices.onward)
        after = np.full_like(here, NONE)
        after[:, :-1] = reach.right[:, i, 1:]
        reach.any[:, i] = np.maximum(np.logaddexp(here, lattices.right[:, i] + after), NONE)
        reach.down[:, i] = np.maximum(np.logaddexp(reach.any[:, i], lone + lattices.onward), NONE)
        table[:, i + reached, width : 2 * width] = reach.any[:, i]
    return reach


def _along_back(here: Floats, right: Floats, onward: float) -> Floats:
    """``_along`` seen from the end of the row: what follows a lone sentence that led to each node."""
    step = np.float32(np.logaddexp(0.0, onward))
    run = np.zeros_like(here)
    np.cumsum(np.where(right > _POSSIBLE, right + step, np.float32(0))[:, :-1], axis=1, out=run[:, 1:])
    return np.maximum(np.logaddexp.accumulate((here + run)[:, ::-1], axis=1)[:, ::-1] - run, NONE)


def best_paths(lattices: Lattices) -> list[list[tuple[int, int]]]:
    """Shapes of the beads on each lattice's best path, in order; lone sentences are (1, 0) and (0, 1).

    For lattices that start at column 0 and end at the last column. Ties go to the shape listed first, then to lone
    sentences of the first side. Raises ValueError for a lattice without any path.
    """
    if kernel is not None:
        found: list[list[tuple[int, int]]] = kernel.best_paths(*lattices.numbers(), lattices.first, *lattices.bounds())
        return found
    reach = forward(lattices, lattices.arriving(), BEST)
    paths: list[list[tuple[int, int]]] = [[] for _ in range(lattices.size[0])]
    i, j = lattices.rows - 1, lattices.columns.copy()
    lines = np.arange(lattices.size[0])
    if (reach.any[lines, i, j - lattices.low[lines, i]] <= _POSSIBLE).any():
        raise ValueError("a lattice without any path")
    state = np.zeros(lattices.size[0], np.int64)
    while len(alive := np.flatnonzero((i > 0) | (j > 0))):
        taken, state[alive] = _step_back(lattices, reach, alive, i[alive], j[alive], state[alive])
        i[alive] -= taken[:, 0]
        j[alive] -= taken[:, 1]
        for b, shape in zip(alive.tolist(), taken.tolist(), strict=True):
            paths[b].append((shape[0], shape[1]))
    return [path[::-1] for path in paths]


_ANY, _DOWN, _RIGHT = 0, 1, 2


def _step_back(lattices: Lattices, reach: Reach, b: Ints, i: Ints, j: Ints, state: Ints) -> tuple[Ints, Ints]:
    """Shape of the bead that led to each node (i, j) of lattices ``b``, and the state it came from."""
    column = j - lattices.low[b, i]
    start, kinds = i[:, None] - lattices.a, np.arange(len(lattices.shapes))
    real = np.maximum(start, 0)
    place = j[:, None] - lattices.b - lattices.low[b[:, None], real]
    inside = (start >= 0) & (place >= 0) & (place < lattices.size[3])
    place = np.where(inside, place, 0)
    value = reach.any[b[:, None], real, place] + lattices.scores[b[:, None], real, kinds, place]
    value = np.where(inside, value, NONE)
    kind = value.argmax(axis=1)
    down, right = reach.down[b, i, column], reach.right[b, i, column]
    by_bead = (state == _ANY) & (value[np.arange(len(b)), kind] >= np.maximum(down, right)) & (i > 0)
    by_right = ~by_bead & ((state == _RIGHT) | ((state == _ANY) & (right > down)) | (i == 0))
    taken = np.stack((lattices.a[kind], lattices.b[kind]), axis=1)
    taken[~by_bead] = (1, 0)
    taken[by_right] = (0, 1)
    # A run of lone sentences goes on where that is better than having opened it here.
    i0, j0 = i - taken[:, 0], j - taken[:, 1]
    at = (b, i0, np.clip(j0 - lattices.low[b, i0], 0, lattices.size[3] - 1))
    on_down = ~by_bead & ~by_right & (reach.down[at] + lattices.onward > reach.any[at])
    on_right = by_right & (reach.right[at] + lattices.onward > reach.any[at])
    return taken, np.where(on_down, _DOWN, np.where(on_right, _RIGHT, _ANY))


@dataclass
class Posterior:
    """Probabilities that something is on the path: ``beads`` (B, R, T, W) by first node and shape, ``down`` and
    ``right`` (B, R, W) by the node before a lone sentence, ``nodes`` (B, R, W)."""

    beads: Floats
    down: Floats
    right: Floats
    nodes: Floats


def posteriors(lattices: Lattices) -> Posterior:
    """Probability of every bead, given that all paths have the probabilities their scores are logarithms of."""
    if kernel is not None:
        ends = lattices.first, lattices.last
        return Posterior(*kernel.posteriors(*lattices.numbers(), *ends, *lattices.bounds()))
    to, onwards = forward(lattices, lattices.arriving(), SUM), backward(lattices)
    batch, rows, _, width = lattices.size
    at_end = to.any[np.arange(batch), lattices.rows - 1] + lattices.last
    total = _log_sum(at_end[:, :, None].copy())
    table = lattices.padded()
    table[:, lattices.reach : lattices.reach + rows, width : 2 * width] = onwards.any
    flat = table.reshape(-1)
    beads = np.empty(lattices.size, np.float32)
    down, right = (np.zeros((batch, rows, width), np.float32) for _ in range(2))
    for i in range(rows):
        value = flat[lattices.neighbours(i, 1)] + lattices.scores[:, i] + (to.any[:, i] - total)[:, None]
        beads[:, i] = np.exp(np.minimum(value, 0))
        if i + 1 < rows:
            lone = np.logaddexp(to.any[:, i], to.down[:, i] + lattices.onward) + lattices.down[:, i]
            down[:, i] = np.exp(np.minimum(lone + lattices.slide(onwards.down[:, i + 1], i + 1, i) - total, 0))
        on = np.logaddexp(to.any[:, i], to.right[:, i] + lattices.onward) + lattices.right[:, i]
        right[:, i, :-1] = np.exp(np.minimum(on[:, :-1] + onwards.right[:, i, 1:] - total, 0))
    # Whatever passes a node leaves it by a bead or a lone sentence; a run may go on across it.
    nodes = beads.sum(axis=2) + down + right
    nodes[np.arange(batch), lattices.rows - 1] += np.exp(np.minimum(at_end - total, 0))
    return Posterior(beads, down, right, nodes)
