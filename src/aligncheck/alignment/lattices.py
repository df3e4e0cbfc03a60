"""Puts scored pieces of like size together, for a kernel that works on many at once. Knows no scores' meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from aligncheck.alignment.beads import grained
from aligncheck.alignment.constants import Constants
from aligncheck.alignment.dp import NONE, Lattices
from aligncheck.alignment.score import Scored
from aligncheck.coverage.learn import Shape

BATCH_CELLS = 1_500_000
"""Bead scores worked on at once: 6 MB, and a few times that for what is derived from them."""


def batches(
    scored: Sequence[Scored], prior: Mapping[Shape, float], constants: Constants
) -> Iterator[tuple[list[int], Lattices]]:
    """Numbers of the pieces of each batch, and their lattices with the prior of shapes added."""
    order = sorted(range(len(scored)), key=lambda k: (scored[k].piece.width, len(scored[k].piece.low), k))
    batch: list[int] = []
    for number in order:
        sizes = [scored[k].beads.shape for k in (*batch[:1], number)]
        rows = max(len(scored[k].piece.low) for k in (*batch, number))
        cells = (len(batch) + 1) * rows * max(size[2] for size in sizes) * sizes[-1][1]
        if batch and cells > BATCH_CELLS:
            yield batch, _lattices([scored[k] for k in batch], prior, constants)
            batch = []
        batch.append(number)
    if batch:
        yield batch, _lattices([scored[k] for k in batch], prior, constants)


def _lattices(scored: Sequence[Scored], prior: Mapping[Shape, float], constants: Constants) -> Lattices:
    shapes = scored[0].shapes
    rows, width = max(s.beads.shape[0] for s in scored), max(s.beads.shape[2] for s in scored)
    low, widths = (np.zeros((len(scored), rows), np.int64) for _ in range(2))
    beads = np.full((len(scored), rows, len(shapes), width), NONE, np.float32)
    down, right = (np.full((len(scored), rows, width), NONE, np.float32) for _ in range(2))
    first, last = (np.full((len(scored), width), NONE, np.float32) for _ in range(2))
    logs = {shape: np.float32(grained(np.log(p))) for shape, p in prior.items()}
    log = np.array([logs[shape] for shape in shapes], np.float32)[:, None]
    for b, s in enumerate(scored):
        piece = s.piece
        r, _, w = s.beads.shape
        low[b, :r], low[b, r:] = piece.low - piece.j0, piece.low[-1] - piece.j0
        widths[b, :r] = piece.widths
        beads[b, :r, :, :w] = s.beads + log
        down[b, :r, :w] = s.down + logs[1, 0]
        right[b, :r, :w] = s.right + logs[0, 1]
        first[b, slice(0, w) if piece.open_start else 0] = 0
        last[b, slice(0, w) if piece.open_end else piece.j1 - int(piece.low[-1])] = 0
    return Lattices(
        shapes,
        low,
        np.array([s.beads.shape[0] for s in scored]),
        np.array([s.piece.j1 - s.piece.j0 for s in scored]),
        beads,
        down,
        right,
        first,
        last,
        constants.onward,
        widths,
    )
