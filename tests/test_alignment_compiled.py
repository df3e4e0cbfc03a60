"""The compiled kernel against numpy: the same paths, and numbers that differ by no more than rounding."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from gold.scores import GoldSet, lines, sentence_sets

from aligncheck.alignment import Sentence, aligner, beads, compiled, dp, gains, postings
from aligncheck.alignment.band import Piece, sketch
from aligncheck.alignment.constants import Constants
from aligncheck.alignment.gains import Direction
from aligncheck.alignment.score import Scorer
from aligncheck.coverage.links import matches, turned
from aligncheck.coverage.tokens import chinese, english
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

MODULES = (beads, dp, gains, postings)
"""Those that hand work over to the kernel."""
LISTS = {gold.name: gold for gold in sentence_sets()}
each_list = pytest.mark.parametrize("gold", LISTS.values(), ids=LISTS)


@contextmanager
def pure() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in MODULES:
            patch.setattr(module, "kernel", None)
        yield


def texts(gold: GoldSet) -> tuple[list[Sentence], list[Sentence]]:
    one, two = gold.files
    return [Sentence(text) for text in lines(one)], [Sentence(text, "zh") for text in lines(two)]


def repeated(sentences: list[Sentence], times: int) -> list[Sentence]:
    """The text several times over, its sentences numbered, so that it is long and its words are still rare."""
    return [Sentence(f"{s.text} {n}", s.lang) for n in range(times) for s in sentences]


def path(one: list[Sentence], two: list[Sentence]) -> list[Bead]:
    return aligner.align(one, two, Lexicon.load())


def direction(one: list[Sentence], two: list[Sentence], *, forward: bool) -> Direction:
    lexicon, constants = Lexicon.load(), Constants()
    en, zh = english([s.text for s in one], lexicon), chinese([s.text for s in two], lexicon)
    links = matches(en, zh, lexicon, constants.kin)
    return Direction(en, zh, links, constants) if forward else Direction(zh, en, turned(links), constants)


def test_kernel_was_built() -> None:
    assert compiled.kernel is not None, "build it with pip install -e . and a C compiler; else nothing here is tested"
    assert all(module.kernel is compiled.kernel for module in MODULES)


@each_list
def test_paths_are_the_same(gold: GoldSet) -> None:
    one, two = texts(gold)
    ours = path(one, two)
    with pure():
        theirs = path(one, two)
    assert [(b.source, b.target) for b in ours] == [(b.source, b.target) for b in theirs]
    assert [b.confidence for b in ours] == pytest.approx([b.confidence for b in theirs], abs=2e-3)


def test_paths_of_a_long_text_are_the_same() -> None:
    one, two = (repeated(side, 20) for side in texts(LISTS["essay"]))
    ours = path(one, two)
    with pure():
        theirs = path(one, two)
    assert len(one) > 1000
    assert [(b.source, b.target) for b in ours] == [(b.source, b.target) for b in theirs]


def test_paths_of_equal_sentences_are_the_same() -> None:
    one = [Sentence("The bell rang twice.")] * 90
    two = [Sentence("钟响了两下。", "zh")] * 70
    ours = path(one, two)
    with pure():
        theirs = path(one, two)
    assert [(b.source, b.target) for b in ours] == [(b.source, b.target) for b in theirs]


@each_list
@pytest.mark.parametrize("forward", [True, False])
def test_postings_are_the_same(gold: GoldSet, forward: bool) -> None:
    ours = direction(*texts(gold), forward=forward).postings
    with pure():
        theirs = direction(*texts(gold), forward=forward).postings
        kind = np.arange(len(ours.start) - 1)
        ranges = theirs.ranges(kind, 3, 20)
    assert np.array_equal(ours.start, theirs.start)
    assert np.array_equal(ours.at, theirs.at)
    assert np.array_equal(ours.value, theirs.value)
    assert ours.mass == pytest.approx(theirs.mass)
    assert np.array_equal(ours.ranges(kind, 3, 20), ranges)


def narrow(sides: tuple[int, int]) -> Piece:
    """A band of nine columns along the diagonal."""
    n, m = sides
    centre = np.round(np.linspace(0, m, n + 1)).astype(np.int64)
    low, high = np.maximum(0, centre - 4), np.minimum(m, centre + 4)
    return Piece(0, n, 0, m, low, high - low + 1, (0, n + 1))


@each_list
@pytest.mark.parametrize("forward", [True, False])
def test_gains_are_the_same(gold: GoldSet, forward: bool) -> None:
    words = direction(*texts(gold), forward=forward)
    piece = narrow((words.own.count, words.other.count))
    low, widths = piece.low[:-1], piece.widths[:-1]
    ours = words.gains(0, low, widths, piece.width, 4)
    with pure():
        theirs = words.gains(0, low, widths, piece.width, 4)
    inside = np.broadcast_to(np.arange(ours.shape[2]) < widths[:, None], ours.shape)
    assert ours.shape == theirs.shape
    assert np.abs(ours - theirs)[inside].max() < 1e-4


@each_list
def test_bead_scores_are_the_same(gold: GoldSet) -> None:
    one, two = texts(gold)
    aligned = aligner.Aligner(one, two, Lexicon.load(), Constants(), None, None)
    words = direction(one, two, forward=True), direction(one, two, forward=False)
    scorer = Scorer(*aligned.texts, words, Constants())
    for piece in [*sketch(words[0]), narrow((len(one), len(two)))]:
        ours = scorer.score(piece).beads
        with pure():
            theirs = scorer.score(piece).beads
        node = np.arange(ours.shape[2]) < piece.widths[:, None, None]
        possible = (theirs > dp.NONE) & node
        assert np.array_equal((ours > dp.NONE) & node, possible)
        # Scores are rounded to a 1024th; what lay on the edge may have gone either way.
        assert np.abs(ours - theirs)[possible].max() < 1.5 / beads.GRAIN
        assert np.count_nonzero(ours[possible] != theirs[possible]) < 0.01 * np.count_nonzero(possible)
