"""The kernel of the alignment against an enumeration of all paths through small lattices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import exp

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from aligncheck.alignment import dp
from aligncheck.alignment.dp import NONE, Lattices, best_paths, posteriors

Floats = NDArray[np.float32]
Shape = tuple[int, int]
Node = tuple[int, int]

DOWN, RIGHT = (1, 0), (0, 1)
SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 3), (3, 2))
FEW = settings(max_examples=40, deadline=None)


@pytest.fixture(scope="module", params=["compiled", "pure"], autouse=True)
def kernel(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both implementations keep every law here; the compiled one need not have been built."""
    if request.param == "compiled" and getattr(dp, "kernel", None) is None:
        pytest.skip("the compiled kernel was not built")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pure":
            patch.setattr(dp, "kernel", None, raising=False)
        yield request.param


@dataclass(frozen=True)
class Small:
    """One lattice by itself; its arrays are those of ``Lattices`` without the dimension of the batch.

    ``ends`` (2, W) are the ``first`` and the ``last`` of ``Lattices``.
    """

    shapes: tuple[Shape, ...]
    low: list[int]
    columns: int
    scores: Floats
    down: Floats
    right: Floats
    ends: Floats
    onward: float

    @property
    def width(self) -> int:
        return len(self.ends[0])

    def has(self, i: int, j: int) -> bool:
        """Whether there is a node (i, j)."""
        return i < len(self.low) and 0 <= j - self.low[i] < self.width and j <= self.columns

    def score(self, node: Node, move: Shape) -> float:
        """Score of a bead, or of a lone sentence, that starts at a node."""
        i, c = node[0], node[1] - self.low[node[0]]
        table = {DOWN: self.down, RIGHT: self.right}
        return float(table[move][i, c] if move in table else self.scores[i, self.shapes.index(move), c])


def batch(smalls: Sequence[Small]) -> Lattices:
    """Lattices of a kind as one batch, the smaller ones padded."""
    rows, width = max(len(s.low) for s in smalls), max(s.width for s in smalls)

    def padded(name: str, *shape: int) -> Floats:
        result = np.full((len(smalls), *shape), NONE, np.float32)
        for whole, table in zip(result, (getattr(small, name) for small in smalls), strict=True):
            whole[tuple(slice(0, size) for size in table.shape)] = table
        return result

    low = np.array([s.low + s.low[-1:] * (rows - len(s.low)) for s in smalls], np.int64)
    used, columns = np.array([len(s.low) for s in smalls]), np.array([s.columns for s in smalls])
    scores = padded("scores", rows, len(smalls[0].shapes), width)
    alone = padded("down", rows, width), padded("right", rows, width)
    ends = padded("ends", 2, width)
    return Lattices(
        smalls[0].shapes, low, used, columns, scores, *alone, ends[:, 0].copy(), ends[:, 1].copy(), smalls[0].onward
    )


@dataclass(frozen=True)
class Path:
    """A way through a lattice: the node before each move, the moves, and the sum of the scores on it.

    ``onwards`` are the nodes between two lone sentences of one side.
    """

    nodes: list[Node]
    moves: list[Shape]
    score: float

    @property
    def onwards(self) -> list[Node]:
        steps = zip(self.nodes[1:], pairwise(self.moves), strict=False)
        return [node for node, (one, two) in steps if one == two and one in (DOWN, RIGHT)]


def paths(small: Small) -> list[Path]:
    """All paths from a possible start to a possible end."""
    return [
        Path(nodes, moves, score)
        for c in range(small.width)
        if small.has(0, c)
        for nodes, moves, total in _paths_from(small, (0, c))
        if (score := total + float(small.ends[0, c])) > NONE / 2
    ]


def _paths_from(small: Small, node: Node) -> Iterator[tuple[list[Node], list[Shape], float]]:
    i, j = node
    if i == len(small.low) - 1:
        yield [node], [], float(small.ends[1, j - small.low[i]])
    for move in (*small.shapes, DOWN, RIGHT):
        end = i + move[0], j + move[1]
        if small.has(*end) and (score := small.score(node, move)) > NONE / 2:
            for nodes, moves, rest in _paths_from(small, end):
                yield [node, *nodes], [move, *moves], score + rest


def weight(path: Path, onward: float) -> float:
    """Of a path in the sum: what follows a lone sentence may be opened afresh or carried on, and both count."""
    return float(exp(path.score) * (1 + exp(onward)) ** len(path.onwards))


@st.composite
def lattices(
    draw: st.DrawFn, shapes: tuple[Shape, ...], onward: float, *, open_ends: bool = False, whole_numbers: bool = False
) -> Small:
    """A lattice with at least one path; it starts at (0, 0) and ends at the last node unless ``open_ends``."""
    rows, width = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    low = [0, *accumulate(draw(st.lists(st.integers(0, 2), min_size=rows - 1, max_size=rows - 1)))]
    columns = low[-1] + draw(st.integers(0, width - 1))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    none = draw(st.sampled_from([0.0, 0.1, 0.4]))

    def table(*shape: int, none: float = none) -> Floats:
        values = rng.integers(-2, 3, shape) if whole_numbers else rng.normal(-0.5, 1.5, shape)
        return np.where(rng.random(shape) < none, NONE, values).astype(np.float32)

    ends = np.where(np.arange(width) == [[0], [columns - low[-1]]], 0, NONE).astype(np.float32)
    if open_ends:
        ends = np.where(np.arange(width) <= [[columns], [columns - low[-1]]], table(2, width), NONE)
    right = table(rows, width, none=0.0)
    right[:, -1] = NONE
    right[np.array(low)[:, None] + np.arange(width) >= columns] = NONE
    beads, down = table(rows, len(shapes), width), table(rows, width)
    small = Small(shapes, low, columns, beads, down, right, ends, onward)
    assume(paths(small))
    return small


some_shapes = st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4, unique=True).map(tuple)
onwards = st.sampled_from([0.0, 0.5, 1.5, 3.0])
closed = st.tuples(some_shapes, onwards).flatmap(lambda kind: lattices(*kind))
opened = st.tuples(some_shapes, onwards).flatmap(lambda kind: lattices(*kind, open_ends=True))


def taken(small: Small, moves: Sequence[Shape]) -> Path:
    """The path from (0, 0) by these moves."""
    nodes, score = [(0, 0)], float(small.ends[0, 0])
    for move in moves:
        score += small.score(nodes[-1], move)
        nodes.append((nodes[-1][0] + move[0], nodes[-1][1] + move[1]))
        assert small.has(*nodes[-1])
    assert nodes[-1] == (len(small.low) - 1, small.columns)
    return Path(nodes, list(moves), score)


def best_score(path: Path, onward: float) -> float:
    return path.score + onward * len(path.onwards)


@FEW
@given(closed)
def test_no_path_scores_more_than_the_best(small: Small) -> None:
    [moves] = best_paths(batch([small]))
    found = best_score(taken(small, moves), small.onward)
    assert found == pytest.approx(max(best_score(path, small.onward) for path in paths(small)), abs=1e-4)


@dataclass(frozen=True)
class Chances:
    """Probabilities of moves and of nodes, and of nodes across which a run of lone sentences is carried on."""

    moves: dict[tuple[Node, Shape], float]
    nodes: dict[Node, float]
    inside: dict[Node, float]

    @classmethod
    def of(cls, small: Small) -> Chances:
        found = cls(defaultdict(float), defaultdict(float), defaultdict(float))
        every = [(path, weight(path, small.onward)) for path in paths(small)]
        total = sum(w for _, w in every)
        for path, w in every:
            for step in zip(path.nodes, path.moves, strict=False):
                found.moves[step] += w / total
            for nodes, table in ((path.nodes, found.nodes), (path.onwards, found.inside)):
                for node in nodes:
                    table[node] += w / total
        return found


def every_node(small: Small) -> list[Node]:
    return [(i, low + c) for i, low in enumerate(small.low) for c in range(small.width)]


@FEW
@given(opened)
def test_probabilities_are_those_of_all_paths_together(small: Small) -> None:
    found, exact = posteriors(batch([small])), Chances.of(small)
    for i, j in every_node(small):
        c = j - small.low[i]
        told = {shape: found.beads[0, i, t, c] for t, shape in enumerate(small.shapes)}
        told |= {DOWN: found.down[0, i, c], RIGHT: found.right[0, i, c]}
        assert told == pytest.approx({move: exact.moves[(i, j), move] for move in told}, abs=1e-4), (i, j)
        assert found.nodes[0, i, c] <= exact.nodes[i, j] + 1e-4
        if (i, j) not in exact.inside:
            assert found.nodes[0, i, c] == pytest.approx(exact.nodes[i, j], abs=1e-4), (i, j)


def test_a_node_inside_a_run_of_lone_sentences_is_as_probable_as_the_run() -> None:
    found = posteriors(batch([plain(2, 0, ((1, 1),), 0.0, -1.0, 1.5)]))
    np.testing.assert_allclose(found.nodes[0, :, 0], 1.0, atol=1e-5)


several = st.tuples(some_shapes, onwards).flatmap(lambda kind: st.lists(lattices(*kind), min_size=2, max_size=5))


@FEW
@given(several)
def test_lattices_of_a_batch_do_not_touch_each_other(smalls: list[Small]) -> None:
    together, all_paths = posteriors(batch(smalls)), best_paths(batch(smalls))
    for b, small in enumerate(smalls):
        alone = posteriors(batch([small]))
        assert all_paths[b] == best_paths(batch([small]))[0]
        for name in ("beads", "down", "right", "nodes"):
            table, own = getattr(together, name)[b], getattr(alone, name)[0]
            rows, width = own.shape[0], own.shape[-1]
            np.testing.assert_allclose(table[:rows, ..., :width], own, atol=1e-5)
            assert table.sum() == pytest.approx(own.sum(), abs=1e-4), "something in the padding"


@FEW
@given(st.data(), some_shapes)
def test_ties_go_to_the_shape_listed_first_then_to_the_first_side(
    data: st.DataObject, shapes: tuple[Shape, ...]
) -> None:
    small = data.draw(lattices(shapes, 0.0, whole_numbers=True))
    every = paths(small)
    best = [path.moves for path in every if path.score == max(other.score for other in every)]
    order = [*shapes, DOWN, RIGHT]
    # The path is read off from its end, so that is where ties are met first.
    assert best_paths(batch([small]))[0] == min(best, key=lambda moves: [order.index(move) for move in moves[::-1]])


def plain(rows: int, columns: int, shapes: tuple[Shape, ...], score: float, null: float, onward: float) -> Small:
    """A lattice over everything in which all beads score alike."""
    width = columns + 1
    down, right = (np.full((rows + 1, width), null, np.float32) for _ in range(2))
    down[-1], right[:, -1] = NONE, NONE
    ends = np.where(np.arange(width) == [[0], [columns]], 0, NONE).astype(np.float32)
    scores = np.full((rows + 1, len(shapes), width), score, np.float32)
    return Small(shapes, [0] * (rows + 1), columns, scores, down, right, ends, onward)


def test_a_run_of_lone_sentences_pays_for_its_opening_once() -> None:
    # Four lone sentences cost 4 · -2 + 2 · 1.5 = -5, two beads cost -5.2; without the discount the beads are better.
    assert sorted(best_paths(batch([plain(2, 2, ((1, 1),), -2.6, -2, 1.5)]))[0]) == [RIGHT, RIGHT, DOWN, DOWN]
    assert best_paths(batch([plain(2, 2, ((1, 1),), -2.6, -2, 0.0)]))[0] == [(1, 1), (1, 1)]


def test_the_sum_counts_a_run_as_opened_afresh_and_as_carried_on() -> None:
    small = plain(2, 1, ((1, 1),), 0.0, -1.0, 0.9)
    assert best_paths(batch([small]))[0] == [DOWN, (1, 1)]
    found = posteriors(batch([small]))
    # The bead may come first or second; without it there are three orders, in two of which the first side has a run.
    lone = exp(-3) * (1 + 2 * (1 + exp(0.9)))
    assert found.beads[0, 0, 0, 0] == pytest.approx(exp(-1) / (2 * exp(-1) + lone), abs=1e-5)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=40), st.integers(4, 12), st.integers(0, 2**32 - 1))
def test_every_sentence_stands_in_one_bead_for_certain(steps: list[int], width: int, seed: int) -> None:
    shapes = ((1, 1), (1, 2), (2, 1), (4, 1), (2, 3))
    rows, low = len(steps), [0, *accumulate(steps)]
    columns = low[-1] + width - 1
    table = np.random.default_rng(seed).normal(0, 3, (rows + 1, len(shapes) + 2, width)).astype(np.float32)
    right = table[:, -1].copy()
    right[:, -1] = NONE
    ends = np.where(np.arange(width) == [[0], [width - 1]], 0, NONE).astype(np.float32)
    small = Small(shapes, low, columns, table[:, :-2], table[:, -2], right, ends, 1.0)
    found = posteriors(batch([small]))
    one, two = found.down[0].sum(axis=1)[:rows].astype(float), np.zeros(columns)
    for i, j in every_node(small):
        two[j : j + 1] += found.right[0, i, j - low[i]]
        for t, (a, b) in enumerate(shapes):
            one[i : i + a] += found.beads[0, i, t, j - low[i]]
            two[j : j + b] += found.beads[0, i, t, j - low[i]]
    np.testing.assert_allclose(one, 1.0, atol=2e-3)
    np.testing.assert_allclose(two, 1.0, atol=2e-3)
