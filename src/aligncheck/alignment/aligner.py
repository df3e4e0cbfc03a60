"""Runs sentence alignment: words, a first look, what the document teaches, and the path. See docs/alignment.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment.band import Piece, joined, refine, sketch, within
from aligncheck.alignment.constants import SHAPES, SKETCH_SHAPES, Constants, shape_frequencies, shape_prior
from aligncheck.alignment.cues import Cues
from aligncheck.alignment.dp import Posterior, best_paths, posteriors
from aligncheck.alignment.gains import Direction
from aligncheck.alignment.lattices import batches
from aligncheck.alignment.score import Scored, Scorer, Text
from aligncheck.alignment.structure import Blocks
from aligncheck.alignment.vocabulary import vocabulary
from aligncheck.coverage.learn import Shape, learned_links
from aligncheck.coverage.links import Links, largest, turned
from aligncheck.coverage.tokens import Side
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.alignment import Prior, Progress, Sentence

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LEARN_FROM = 60
"""Sentences a side below which a document is too short to teach word pairs."""
LIKELY, SURE = 0.5, 0.995
"""Probabilities of a node from which the second look keeps near it, and passes through it."""
GROUP = 64
"""Pieces whose scores are held at once."""
NARROW = 4
"""Sentences that the second look leaves on either side of likely nodes."""


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    lexicon: Lexicon,
    *,
    source_lang: str = "en",
    corridor: Sequence[tuple[int, int]] | None = None,
    prior: Prior | None = None,
    constants: Constants | None = None,
    progress: Progress | None = None,
) -> list[Bead]:
    """See ``aligncheck.alignment.align_sentences``."""
    if not source or not target:
        lone = [Bead((i,), (), 1.0) for i in range(len(source))]
        return lone + [Bead((), (j,), 1.0) for j in range(len(target))]
    forward = source_lang == "en"
    en, zh = (source, target) if forward else (target, source)
    aligner = Aligner(en, zh, lexicon, constants or Constants(), prior, corridor, progress)
    return [_bead(step, forward) for step in aligner.run()]


@dataclass(frozen=True)
class Step:
    """A bead on the path: its first node, its shape, and the probability the model gives it."""

    i: int
    j: int
    shape: Shape
    probability: float


def _bead(step: Step, forward: bool) -> Bead:
    e, z = step.shape
    en, zh = tuple(range(step.i, step.i + e)), tuple(range(step.j, step.j + z))
    sides = (en, zh) if forward else (zh, en)
    return Bead(*sides, round(min(1.0, max(0.0, step.probability)), 4))


@dataclass
class Found:
    """What a look at the pieces finds: expected counts of shapes, likely beads and nodes, in order."""

    counts: dict[Shape, float] = field(default_factory=dict)
    beads: list[tuple[int, int, Shape]] = field(default_factory=list)
    nodes: list[tuple[int, int, float]] = field(default_factory=list)

    def add(self, piece: Piece, shapes: tuple[Shape, ...], chances: Posterior, b: int) -> None:
        """Take in what lattice ``b`` of a batch says about the rows that are the piece's own."""
        core = slice(*piece.core)
        beads = chances.beads[b, core]
        for shape, count in zip(shapes, beads.sum(axis=(0, 2)).tolist(), strict=True):
            self.counts[shape] += count
        self.counts[1, 0] += float(chances.down[b, core].sum())
        self.counts[0, 1] += float(chances.right[b, core].sum())
        _, kinds, width = beads.shape
        for place in np.flatnonzero(beads > LIKELY).tolist():
            row, kind, column = place // (kinds * width), place // width % kinds, place % width
            i = row + piece.core[0]
            self.beads.append((piece.i0 + i, int(piece.low[i]) + column, shapes[kind]))
        for place in np.flatnonzero(chances.nodes[b, core] > LIKELY).tolist():
            i, column = place // width + piece.core[0], place % width
            self.nodes.append((piece.i0 + i, int(piece.low[i]) + column, float(chances.nodes[b, i, column])))


class Aligner:
    """One alignment; English is the side of rows."""

    def __init__(
        self,
        en: Sequence[Sentence],
        zh: Sequence[Sentence],
        lexicon: Lexicon,
        constants: Constants,
        extra: Callable[[Ints, Ints], Floats] | None,
        corridor: Sequence[tuple[int, int]] | None,
        progress: Progress | None = None,
    ) -> None:
        self.progress = progress
        self.constants, self.extra, self.corridor = constants, extra, corridor
        texts = (tuple([s.text for s in side]) for side in (en, zh))
        self.en, self.zh, self.links = vocabulary(*texts, lexicon, constants.kin)
        self.texts = (_text(en, "en", self.en), _text(zh, "zh", self.zh))

    def run(self) -> list[Step]:
        """The beads on the best path, in order."""
        start = shape_prior()
        scorer = self._scorer(self.links)
        if self.corridor is not None:
            pieces = within(*self._corridor_band(self.corridor))
        else:
            pieces = sketch(scorer.from_english)
        whole = len(pieces) == 1 or self.corridor is not None
        groups: Iterable[list[Scored]] = self._scored(scorer, pieces, SHAPES if whole else SKETCH_SHAPES, 0)
        again = None
        if whole and len(pieces) <= GROUP:
            groups = again = list(groups)  # little enough to be kept for the second look
        found = self._look(groups, start)
        if min(self.en.count, self.zh.count) >= LEARN_FROM and self.constants.learned:
            links = learned_links(self.en, self.zh, found.beads, self.constants.learned)
            if len(links[0]):
                e, z, v = (np.concatenate([self.links[column], links[column]]) for column in range(3))
                del scorer  # its postings are large
                scorer, again = self._scorer(largest(e, z, v, self.zh.types)), None
        if not whole:
            nodes = np.array([node[:2] for node in found.nodes], np.int64).reshape(-1, 2)
            sure = np.array([node[2] >= SURE for node in found.nodes], bool)
            pieces = refine(self.en.count, self.zh.count, nodes, sure, NARROW)
        prior = shape_frequencies(found.counts, start, self.constants.pseudo)
        if again is None:
            groups = self._scored(scorer, pieces, SHAPES, self.en.count)
        elif self.progress is not None:
            self.progress(2 * self.en.count, 2 * self.en.count)
        return list(self._path(again or groups, prior))

    def _scorer(self, links: Links) -> Scorer:
        c = self.constants
        words = Direction(self.en, self.zh, links, c), Direction(self.zh, self.en, turned(links), c)
        return Scorer(*self.texts, words, c, self.extra, self.corridor)

    def _corridor_band(self, corridor: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
        n, m = self.en.count, self.zh.count
        bounds = np.array(corridor, np.int64).reshape(-1, 2)
        some = bounds[:, 1] > bounds[:, 0]
        low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
        for rows in (slice(0, n), slice(1, n + 1)):
            low[rows] = np.minimum(low[rows], np.where(some, bounds[:, 0], m))
            high[rows] = np.maximum(high[rows], np.where(some, bounds[:, 1], 0))
        high[-1] = m
        return joined(np.minimum(low, np.maximum.accumulate(high)), high)

    def _look(self, groups: Iterable[Sequence[Scored]], prior: dict[Shape, float]) -> Found:
        """Probabilities of beads in every piece, summed up over the rows that are the piece's own."""
        found = Found(dict.fromkeys(prior, 0.0))
        for scored in groups:
            for numbers, lattices in batches(scored, prior, self.constants):
                chances = posteriors(lattices)
                for b, number in enumerate(numbers):
                    found.add(scored[number].piece, lattices.shapes, chances, b)
        found.beads.sort()
        found.nodes = _rising(found.nodes)
        return found

    def _scored(
        self, scorer: Scorer, pieces: Sequence[Piece], shapes: tuple[Shape, ...], done: int
    ) -> Iterator[list[Scored]]:
        """Scores of the pieces, some at a time, so that memory does not grow with the text."""
        for first in range(0, len(pieces), GROUP):
            group = pieces[first : first + GROUP]
            yield [scorer.score(piece, shapes) for piece in group]
            if self.progress is not None:
                self.progress(done + group[-1].i1, 2 * self.en.count)

    def _path(self, groups: Iterable[Sequence[Scored]], prior: dict[Shape, float]) -> Iterator[Step]:
        """The best path through all pieces, with the probability of each bead."""
        for scored in groups:
            found: dict[int, list[Step]] = {}
            for numbers, lattices in batches(scored, prior, self.constants):
                chances = posteriors(lattices)
                for b, (number, path) in enumerate(zip(numbers, best_paths(lattices), strict=True)):
                    found[number] = list(_steps(scored[number].piece, path, lattices.shapes, chances, b))
            for number in range(len(scored)):
                yield from found[number]


def _text(sentences: Sequence[Sentence], lang: str, side: Side) -> Text:
    cues = Cues.of([s.text for s in sentences], lang)
    return Text(side.length.astype(np.float64), cues, Blocks.of(sentences))


def _steps(piece: Piece, path: list[Shape], shapes: tuple[Shape, ...], chances: Posterior, b: int) -> Iterator[Step]:
    """The path through lattice ``b`` of a batch. A null's probability is that of all its places together."""
    number = {shape: t for t, shape in enumerate(shapes)}
    rows, width = piece.i1 - piece.i0 + 1, chances.down.shape[2]
    down = chances.down[b, :rows].sum(axis=1)
    column = (piece.low[:, None] - piece.j0 + np.arange(width)).reshape(-1)
    right = np.bincount(column, weights=chances.right[b, :rows].reshape(-1))
    i, j = 0, 0
    for shape in path:
        if shape == (1, 0):
            chance = down[i]
        elif shape == (0, 1):
            chance = right[j]
        else:
            chance = chances.beads[b, i, number[shape], j + piece.j0 - int(piece.low[i])]
        yield Step(piece.i0 + i, piece.j0 + j, shape, float(chance))
        i, j = i + shape[0], j + shape[1]


def _rising(nodes: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Nodes in order, without those that contradict an earlier one (neighbouring pieces may disagree)."""
    kept: list[tuple[int, int, float]] = []
    for node in sorted(nodes):
        if not kept or node[1] >= kept[-1][1]:
            kept.append(node)
    return kept
