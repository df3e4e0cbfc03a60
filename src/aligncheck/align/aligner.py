"""Runs sentence alignment: words, band, bead scores, path, what the document teaches, and the path once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from aligncheck.align.associate import Links, largest, matches, turned
from aligncheck.align.band import Piece, cut, joined, pieces
from aligncheck.align.calibrate import confidence
from aligncheck.align.constants import SHAPES, Constants, shape_prior
from aligncheck.align.cues import Cues
from aligncheck.align.dp import NONE, Lattices, best_paths, posteriors
from aligncheck.align.gains import Direction
from aligncheck.align.learn import Shape, learned_links, shape_frequencies
from aligncheck.align.score import Scored, Scorer, Text
from aligncheck.align.structure import Blocks
from aligncheck.align.tokens import Side, chinese, english
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.align import Prior, Sentence

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

BATCH_CELLS = 4_000_000
"""Bead scores worked on at once: 16 MB, and a few times that for what is derived from them."""
LEARN_FROM = 60
"""Sentences a side below which a document is too short to teach word pairs."""


@dataclass(frozen=True)
class Step:
    """A bead on the path: its first node, its shape, and the probability the model gives it."""

    i: int
    j: int
    shape: Shape
    probability: float


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    lexicon: Lexicon,
    *,
    source_lang: str = "en",
    corridor: Sequence[tuple[int, int]] | None = None,
    prior: Prior | None = None,
    constants: Constants | None = None,
) -> list[Bead]:
    """See ``aligncheck.align.align_sentences``."""
    if not source or not target:
        lone = [Bead((i,), (), 1.0) for i in range(len(source))]
        return lone + [Bead((), (j,), 1.0) for j in range(len(target))]
    forward = source_lang == "en"
    en, zh = (source, target) if forward else (target, source)
    extra: Callable[[Ints, Ints], Floats] | None = prior
    if prior is not None and not forward:
        given = prior
        extra = lambda i, j: given(j, i)  # noqa: E731
    if corridor is not None and not forward:
        corridor = _turned_corridor(corridor, len(en))
    aligner = Aligner(en, zh, lexicon, constants or Constants(), extra, corridor)
    return [_bead(step, forward) for step in aligner.run()]


def _bead(step: Step, forward: bool) -> Bead:
    e, z = step.shape
    en, zh = tuple(range(step.i, step.i + e)), tuple(range(step.j, step.j + z))
    sides = (en, zh) if forward else (zh, en)
    return Bead(*sides, confidence(step.shape, step.probability))


def _turned_corridor(corridor: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """The corridor by the other side's sentences: the hull of those that allow each."""
    low, high = [len(corridor)] * count, [0] * count
    for i, (first, last) in enumerate(corridor):
        for j in range(first, last):
            low[j], high[j] = min(low[j], i), max(high[j], i + 1)
    return [(min(a, b), b) for a, b in zip(low, high, strict=True)]


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
    ) -> None:
        self.constants, self.extra, self.corridor = constants, extra, corridor
        self.en, self.zh = english([s.text for s in en], lexicon), chinese([s.text for s in zh], lexicon)
        self.texts = (self._text(en, "en", self.en), self._text(zh, "zh", self.zh))
        self.links = matches(self.en, self.zh, lexicon, constants.kin)

    @staticmethod
    def _text(sentences: Sequence[Sentence], lang: str, side: Side) -> Text:
        cues = Cues.of([s.text for s in sentences], lang)
        return Text(side.length.astype(np.float64), cues, Blocks.of(sentences))

    def run(self) -> list[Step]:
        """The beads on the best path, in order."""
        start = shape_prior()
        scorer = self._scorer(self.links)
        parts = self._pieces(scorer.from_english)
        scored = [scorer.score(piece) for piece in parts]
        prior = self._adapted(scored, start, start)
        if min(self.en.count, self.zh.count) >= LEARN_FROM and self.constants.learned:
            path = [step.shape for step in self._path(scored, prior)]
            found = learned_links(self.en, self.zh, path, self.constants.learned)
            if len(found[0]):
                both = (np.concatenate(columns) for columns in zip(self.links, found, strict=True))
                scorer = self._scorer(largest(*both, self.zh.types))
                scored = [scorer.score(piece) for piece in parts]
        prior = self._adapted(scored, prior, start)
        return list(self._path(scored, prior))

    def _scorer(self, links: Links) -> Scorer:
        words = Direction(self.en, self.zh, links, self.constants), Direction(self.zh, self.en, turned(links), self.constants)
        return Scorer(*self.texts, words, self.constants, self.extra, self.corridor)

    def _pieces(self, words: Direction) -> list[Piece]:
        if self.corridor is None:
            return pieces(words)
        n, m = self.en.count, self.zh.count
        bounds = np.array(self.corridor, np.int64).reshape(-1, 2)
        some = bounds[:, 1] > bounds[:, 0]
        low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
        for shift in (0, 1):
            low[shift : n + shift] = np.minimum(low[shift : n + shift], np.where(some, bounds[:, 0], m))
            high[shift : n + shift] = np.maximum(high[shift : n + shift], np.where(some, bounds[:, 1], 0))
        high[-1] = m
        low, high = joined(np.minimum(low, np.maximum.accumulate(high)), high)
        return cut(low, high, [(int(i), int(low[i])) for i in np.flatnonzero(low == high)], n, m)

    def _adapted(self, scored: Sequence[Scored], prior: dict[Shape, float], start: dict[Shape, float]) -> dict[Shape, float]:
        """The prior of shapes after one step of expectation–maximisation."""
        counts = dict.fromkeys(prior, 0.0)
        for _, lattices in self._batches(scored, prior):
            found = posteriors(lattices)
            for shape, count in zip(SHAPES, found.beads.sum(axis=(0, 1, 3), dtype=np.float64), strict=True):
                counts[shape] += float(count)
            counts[1, 0] += float(found.down.sum(dtype=np.float64))
            counts[0, 1] += float(found.right.sum(dtype=np.float64))
        return shape_frequencies(counts, start, self.constants.pseudo)

    def _path(self, scored: Sequence[Scored], prior: dict[Shape, float]) -> Iterator[Step]:
        """The best path through all pieces, with the probability of each bead."""
        found: dict[int, list[Step]] = {}
        for numbers, lattices in self._batches(scored, prior):
            chances = posteriors(lattices)
            for b, (number, path) in enumerate(zip(numbers, best_paths(lattices), strict=True)):
                found[number] = list(self._steps(scored[number].piece, path, b, chances))
        for number in range(len(scored)):
            yield from found[number]

    @staticmethod
    def _steps(piece: Piece, path: list[Shape], b: int, chances: object) -> Iterator[Step]:
        i, j = piece.i0, piece.j0
        for shape in path:
            row, column = i - piece.i0, j - int(piece.low[i - piece.i0])
            table = chances.down if shape == (1, 0) else chances.right if shape == (0, 1) else None
            chance = table[b, row, column] if table is not None else chances.beads[b, row, SHAPES.index(shape), column]
            yield Step(i, j, shape, float(chance))
            i, j = i + shape[0], j + shape[1]

    def _batches(self, scored: Sequence[Scored], prior: dict[Shape, float]) -> Iterator[tuple[list[int], Lattices]]:
        """Pieces of like size together, as lattices with the prior of shapes added."""
        order = sorted(range(len(scored)), key=lambda k: (scored[k].piece.width, len(scored[k].piece.low)))
        batch: list[int] = []
        for number in order:
            sizes = [scored[k].beads.shape for k in (*batch, number)]
            cells = len(sizes) * max(s[0] for s in sizes) * max(s[2] for s in sizes) * len(SHAPES)
            if batch and cells > BATCH_CELLS:
                yield batch, self._lattices([scored[k] for k in batch], prior)
                batch = []
            batch.append(number)
        if batch:
            yield batch, self._lattices([scored[k] for k in batch], prior)

    def _lattices(self, scored: Sequence[Scored], prior: dict[Shape, float]) -> Lattices:
        rows = max(s.beads.shape[0] for s in scored)
        width = max(s.beads.shape[2] for s in scored)
        low = np.zeros((len(scored), rows), np.int64)
        beads = np.full((len(scored), rows, len(SHAPES), width), NONE, np.float32)
        down, right = (np.full((len(scored), rows, width), NONE, np.float32) for _ in range(2))
        log = np.log(np.array([prior[shape] for shape in SHAPES], np.float32))[:, None]
        temper = np.float32(self.constants.temper)
        for b, s in enumerate(scored):
            r, _, w = s.beads.shape
            low[b, :r] = s.piece.low - s.piece.j0
            low[b, r:] = low[b, r - 1]
            beads[b, :r, :, :w] = (s.beads + log) * temper
            down[b, :r, :w] = (s.down + np.float32(np.log(prior[1, 0]))) * temper
            right[b, :r, :w] = (s.right + np.float32(np.log(prior[0, 1]))) * temper
        return Lattices(
            SHAPES, low, np.array([s.beads.shape[0] for s in scored]), np.array([s.piece.j1 - s.piece.j0 for s in scored]),
            beads, down, right, self.constants.onward,
        )  # fmt: skip
