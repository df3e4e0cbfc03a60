"""Runs the passes of sentence alignment: band, bead scores, path, re-estimated priors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.align.anchors import track
from aligncheck.align.associate import matches
from aligncheck.align.dp import NONE, best_path
from aligncheck.align.score import Constants, Direction
from aligncheck.align.structure import Structure
from aligncheck.align.tokens import chinese, english
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.align import Prior, Sentence

ENGLISH_MOST, CHINESE_MOST, SUM_MOST = 6, 4, 8
SHAPES = [(1, 0)] + [
    (e, z) for e in range(1, ENGLISH_MOST + 1) for z in range(1, CHINESE_MOST + 1) if e + z <= SUM_MOST
]


def start_prior() -> dict[tuple[int, int], float]:
    p = {s: 0.0 for s in SHAPES} | {(0, 1): 0.0}
    for e, z in p:
        if e and z:
            p[e, z] = 0.81 if e == z == 1 else 0.16 * 0.4 ** (e + z - 3) / (e + z - 1 if min(e, z) == 1 else 6)
    p[1, 0] = p[0, 1] = 0.015
    total = sum(p.values())
    return {s: v / total for s, v in p.items()}


def align(
    source: Sequence[Sentence], target: Sequence[Sentence], lexicon: Lexicon, *, source_lang: str = "en",
    corridor: Sequence[tuple[int, int]] | None = None, prior: Prior | None = None, k: Constants | None = None,
) -> list[Bead]:  # fmt: skip
    """See ``aligncheck.align.align_sentences``."""
    k = k or Constants()
    if not source or not target:
        return [Bead((i,), (), 0.5) for i in range(len(source))] + [Bead((), (j,), 0.5) for j in range(len(target))]
    forward = source_lang == "en"
    en_text = [s.text for s in (source if forward else target)]
    zh_text = [s.text for s in (target if forward else source)]
    en, zh = english(en_text, lexicon), chinese(zh_text, lexicon)
    links = matches(en, zh, lexicon)
    back = np.lexsort((links[0], links[1]))
    e2z = Direction(en, zh, links, k)
    z2e = Direction(zh, en, (links[1][back], links[0][back], links[2][back]), k)
    n, m = len(en_text), len(zh_text)
    if corridor is None:
        width = min(m + 1, 2 * max(60, int(0.06 * m)) + 1)
        low = np.clip(np.round(track(en_text, zh_text)).astype(np.int64) - width // 2, 0, m + 1 - width)
        low[0], low[-1] = 0, m + 1 - width
        low = np.maximum.accumulate(low)
    else:
        low, width = _along(_english_first(corridor, n, m, forward=forward), m)
    priors = start_prior()
    structure = Structure(*((source, target) if forward else (target, source)))
    scorer = Scorer(e2z, z2e, k, forward, prior, corridor, structure)
    path = scorer.path(low, width, priors)
    for _ in range(1 if corridor is None else 0):
        priors = reestimate(path, start_prior())
        width = min(m + 1, 61)
        low = around(path, width, n, m)
        path = scorer.path(low, width, priors)
    beads, i, j = [], 0, 0
    for e, z in path:
        pair = (tuple(range(i, i + e)), tuple(range(j, j + z)))
        beads.append(Bead(*(pair if forward else pair[::-1]), 0.9))
        i, j = i + e, j + z
    return beads


def _english_first(corridor: Sequence[tuple[int, int]], n: int, m: int, *, forward: bool) -> NDArray[np.int64]:
    """The corridor as (lo, hi) of Chinese sentences for each English one; turned round where Chinese is the source."""
    bounds = np.array(corridor, np.int64).reshape(-1, 2)
    if forward:
        return bounds
    lo = np.searchsorted(bounds[:, 1], np.arange(n), "right")
    hi = np.searchsorted(bounds[:, 0], np.arange(n), "right")
    return np.stack((np.clip(lo, 0, m), np.clip(hi, 0, m)), axis=1)


def _along(bounds: NDArray[np.int64], m: int) -> tuple[NDArray[np.int64], int]:
    """Band of nodes that follows a corridor: first column of each row, and the width all rows share."""
    n = len(bounds)
    first, last = np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64)
    first[1:] = bounds[:, 0]
    first[1:-1] = np.minimum(bounds[1:, 0], bounds[:-1, 1])
    last[:-1] = bounds[:, 1]
    last[1:-1] = np.maximum(bounds[1:, 1], bounds[:-1, 1])
    first = np.minimum.accumulate(first[::-1])[::-1]
    last = np.maximum.accumulate(last)
    width = min(m + 1, int((last - first).max()) + 1)
    low = np.maximum.accumulate(np.clip(first, 0, m + 1 - width))
    low[-1] = m + 1 - width
    return low, width


def around(path: list[tuple[int, int]], width: int, n: int, m: int) -> NDArray[np.int64]:
    """A band of the given width round a path."""
    nodes = np.concatenate(([[0, 0]], np.cumsum(np.array(path), axis=0)))
    centre = np.interp(np.arange(n + 1), nodes[:, 0], nodes[:, 1])
    low = np.clip(np.round(centre).astype(np.int64) - width // 2, 0, m + 1 - width)
    return np.maximum.accumulate(low)


def reestimate(
    path: list[tuple[int, int]], prior: dict[tuple[int, int], float], weight: float = 60.0
) -> dict[tuple[int, int], float]:
    """Bead priors from a path, with pseudo-counts."""
    counts = {shape: weight * p for shape, p in prior.items()}
    for shape in path:
        counts[shape] += 1
    total = sum(counts.values())
    return {shape: c / total for shape, c in counts.items()}


class Scorer:
    """Bead scores within a band."""

    def __init__(
        self,
        e2z: Direction,
        z2e: Direction,
        k: Constants,
        forward: bool,
        prior: Prior | None,
        corridor: Sequence[tuple[int, int]] | None,
        structure: Structure,
    ) -> None:
        self.structure = structure
        self.e2z, self.z2e, self.k = e2z, z2e, k
        self.forward, self.prior, self.corridor = forward, prior, corridor

    def path(self, low: NDArray[np.int64], width: int, priors: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
        k = self.k
        scores = self.beads(low, width, priors)
        skip = np.full(self.e2z.other.count, k.prior * np.log(priors[0, 1]), np.float32)
        return best_path(low, self.e2z.other.count, SHAPES, scores, skip)

    def beads(self, low: NDArray[np.int64], width: int, priors: dict[tuple[int, int], float]) -> NDArray[np.float32]:
        k = self.k
        n, m = self.e2z.own.count, self.e2z.other.count
        g_e = self.e2z.gains(low[:-1], width, CHINESE_MOST)
        # The band seen from the other side.
        low_z = np.searchsorted(low, np.arange(m) - width, "right").clip(0, n)
        high_z = np.searchsorted(low, np.arange(m), "right").clip(0, n)
        width_z = int((high_z - low_z).max()) + 1
        g_z = self.z2e.gains(low_z, width_z, ENGLISH_MOST)
        scores = np.full((len(SHAPES), n + 1, width), NONE, np.float32)
        i = np.arange(n)[:, None]
        j = low[:-1, None] + np.arange(width)
        len_e = np.concatenate(([0.0], np.cumsum(self.e2z.own.length, dtype=np.float64)))
        len_z = np.concatenate(([0.0], np.cumsum(self.e2z.other.length, dtype=np.float64)))
        ratio = len_e[-1] / max(1.0, len_z[-1])
        extra = self._extra(i, j)
        if self.structure.present:
            begin = self.structure.begin(*np.broadcast_arrays(i, j))
            extra = begin if extra is None else extra + begin
        for s, (e, z) in enumerate(SHAPES):
            lp = k.prior * np.log(priors[e, z])
            if z == 0:
                scores[s, :-1] = np.where(j <= m, lp, NONE)
                continue
            ok = (i + e <= n) & (j + z <= m)
            total = np.zeros((n, width), np.float32)
            for d in range(e):
                total += gather(g_e[z - 1], i + d, j - low[np.minimum(i + d, n - 1)])
            for d in range(z):
                jj = np.minimum(j + d, m - 1)
                total += gather(g_z[e - 1], jj, i - low_z[jj])
            le = len_e[np.minimum(i + e, n)] - len_e[i]
            lz = ratio * (len_z[np.minimum(j + z, m)] - len_z[np.minimum(j, m)])
            length = k.length * (le - lz) ** 2 / (2 * k.variance * np.maximum(1.0, (le + lz) / 2))
            value = k.words * total - length + lp + k.flat + (extra if extra is not None else 0.0)
            if self.structure.present and e + z > 2:
                value = value + self.structure.crossing(i, j, (e, z))
            scores[s, :-1] = np.where(ok, value, NONE)
        return scores

    def _extra(self, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float32] | None:
        n, m = self.e2z.own.count, self.e2z.other.count
        ii, jj = np.broadcast_arrays(i, np.minimum(j, m - 1))
        source, target = (ii, jj) if self.forward else (jj, ii)
        value = None
        if self.prior is not None:
            value = np.asarray(self.prior(source, target), np.float32)
        if self.corridor is not None:
            bounds = np.array(self.corridor, np.int64).reshape(-1, 2)
            inside = (target >= bounds[source, 0]) & (target < bounds[source, 1])
            value = np.where(inside, 0.0 if value is None else value, NONE)
        return value


def gather(table: NDArray[np.float32], row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.float32]:
    """table[row, column], impossible where that is outside."""
    rows, width = table.shape
    ok = (row < rows) & (column >= 0) & (column < width)
    return np.where(ok, table[np.minimum(row, rows - 1), np.clip(column, 0, width - 1)], NONE)
