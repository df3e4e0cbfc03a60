"""Laws of the band: it is connected, holds what it is given, and its pieces cover the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from aligncheck.alignment.band import (
    DIAGONAL,
    LONG_PIECE,
    RECTANGLE,
    SMALL,
    Piece,
    _agreeing,
    _best,
    _longest_rising,
    anchors,
    band,
    joined,
    refine,
    sketch,
    within,
)
from aligncheck.alignment.constants import Constants
from aligncheck.alignment.gains import Direction
from aligncheck.coverage.tokens import Side

Ints = NDArray[np.int64]
QUICK = settings(max_examples=80, deadline=None)


def ints(values: Sequence[int] | Sequence[Sequence[int]]) -> Ints:
    return np.array(values, np.int64)


def assert_connected(low: Ints, high: Ints, last: int) -> None:
    """Steps to the next row and to the next column lead from (0, 0) to (n, ``last``) inside the band."""
    reached = range(1)
    for first, end in zip(low.tolist(), high.tolist(), strict=True):
        start = max(first, reached.start)
        assert start < max(reached.stop, reached.start + 1)
        assert start <= end
        reached = range(start, end + 1)
    assert last in reached


def assert_covers(pieces: Sequence[Piece], n: int, m: int) -> None:
    """Each piece begins where the one before it ends, and each has a way from its first to its last node."""
    assert (pieces[0].i0, pieces[0].j0) == (0, 0)
    assert (pieces[-1].i1, pieces[-1].j1) == (n, m)
    for one, two in pairwise(pieces):
        assert (one.i1, one.j1) == (two.i0, two.j0)
    for piece in pieces:
        assert len(piece.low) == len(piece.widths) == piece.i1 - piece.i0 + 1
        assert piece.width == piece.widths.max()
        low, high = piece.low - piece.j0, piece.low - piece.j0 + piece.widths - 1
        assert (low[0], high[-1]) == (0, piece.j1 - piece.j0)
        assert (np.diff(low) >= 0).all()
        assert (np.diff(high) >= 0).all()
        assert_connected(low, high, high[-1])


def holds(piece: Piece, i: int, j: int) -> bool:
    return 0 <= j - int(piece.low[i - piece.i0]) < int(piece.widths[i - piece.i0])


@st.composite
def bands(draw: st.DrawFn, rows: int = 40, columns: int = 40) -> tuple[Ints, Ints, int]:
    """Any first and last columns of some rows, even crossed ones, and the last column of all."""
    m = draw(st.integers(0, columns))
    size = draw(st.integers(1, rows))
    low, high = (draw(st.lists(st.integers(0, m), min_size=size, max_size=size)) for _ in range(2))
    high[-1] = m
    return ints(low), ints(high), m


@QUICK
@given(bands())
def test_a_joined_band_rises_and_is_connected(given_band: tuple[Ints, Ints, int]) -> None:
    low, high, m = given_band
    before = low.copy(), high.copy()
    first, last = joined(low, high)
    np.testing.assert_array_equal(before, (low, high), "the arguments stay as they were")
    assert (np.diff(first) >= 0).all()
    assert (np.diff(last) >= 0).all()
    assert first[0] == 0
    assert last[-1] == m
    assert_connected(first, last, m)


@QUICK
@given(bands())
def test_a_joined_band_holds_the_given_one(given_band: tuple[Ints, Ints, int]) -> None:
    low, high, _ = given_band
    first, last = joined(low, high)
    assert (first <= low).all()
    assert (last >= high).all()


@st.composite
def nodes(draw: st.DrawFn, most: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Sizes of two texts and nodes that rise in both."""
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))
    count = draw(st.integers(0, 12))
    i, j = (sorted(draw(st.lists(st.integers(0, k), min_size=count, max_size=count))) for k in (n, m))
    return n, m, list(zip(i, j, strict=True))


@QUICK
@given(nodes(600), st.integers(0, 10))
def test_a_band_holds_the_nodes_and_their_surroundings(
    given_nodes: tuple[int, int, list[tuple[int, int]]], margin: int
) -> None:
    n, m, found = given_nodes
    around = ints(found).reshape(-1, 2)
    low, high = band(n, m, around, around, margin)
    assert (low >= 0).all()
    assert (high <= m).all()
    assert_connected(low, high, m)
    near = min(margin, DIAGONAL)
    for i, j in [(0, 0), *found, (n, m)]:
        assert low[i] <= max(0, j - near)
        assert high[i] >= min(m, j + near)


@QUICK
@given(nodes(150))
def test_a_band_holds_small_rectangles_between_nodes(given_nodes: tuple[int, int, list[tuple[int, int]]]) -> None:
    n, m, found = given_nodes
    around = ints(found).reshape(-1, 2)
    low, high = band(n, m, around, around, 0)
    for (i0, j0), (i1, j1) in pairwise([(0, 0), *found, (n, m)]):
        if (i1 - i0 + 1) * (j1 - j0 + 1) <= RECTANGLE:
            assert low[i1] <= j0
            assert high[i0] >= j1


def test_a_band_through_a_large_rectangle_follows_its_diagonal() -> None:
    none = np.zeros((0, 2), np.int64)
    low, high = band(1000, 2000, none, none, 8)
    assert (low[500], high[500]) == (1000 - DIAGONAL, 1000 + DIAGONAL)


def test_a_band_between_anchors_has_room_for_a_part_that_is_missing() -> None:
    """Of 100 rows the middle 80 have no counterpart: the path runs straight down, far from any diagonal."""
    before, after = ints([(9, 9), (90, 11)]), ints([(10, 10), (91, 12)])
    low, high = band(100, 20, before, after, 0)
    assert (low[10:91] <= 10).all()
    assert (high[10:91] >= 11).all()


@QUICK
@given(nodes(400), st.lists(st.booleans(), min_size=12, max_size=12))
def test_refined_pieces_cover_the_text_and_hold_the_nodes(
    given_nodes: tuple[int, int, list[tuple[int, int]]], choice: list[bool]
) -> None:
    n, m, found = given_nodes
    sure = np.array(choice[: len(found)], bool)
    pieces = refine(n, m, ints(found).reshape(-1, 2), sure, 5)
    assert_covers(pieces, n, m)
    inner = [piece for piece in pieces[:-1] if (piece.i1, piece.j1) != (n, m)]
    assert all(piece.i1 - piece.i0 >= LONG_PIECE for piece in inner)
    assert {(piece.i1, piece.j1) for piece in inner} <= {node for node, s in zip(found, sure, strict=True) if s}
    for i, j in found:
        assert any(piece.i0 <= i <= piece.i1 and holds(piece, i, j) for piece in pieces), (i, j)


@st.composite
def pinched(draw: st.DrawFn) -> tuple[Ints, Ints, int]:
    """A band that is one node wide in some rows."""
    edges = [(0, 0)]
    low, high = [0], [0]
    for _ in range(draw(st.integers(1, 5))):
        rows, columns = draw(st.integers(1, 120)), draw(st.integers(0, 30))
        i, j = edges[-1]
        edges.append((i + rows, j + columns))
        high[-1] = max(high[-1], j + columns if rows == 1 else j)
        low += [j] * (rows - 1) + [j + columns]
        high += [j + columns] * rows
    return ints(low), ints(high), high[-1]


@QUICK
@given(st.one_of(pinched(), bands(rows=200)))
def test_pieces_within_a_band_cover_the_text_and_hold_the_band(given_band: tuple[Ints, Ints, int]) -> None:
    low, high = joined(*given_band[:2])
    if len(low) == 1:
        low, high = np.append(low, high[-1]), np.append(high, high[-1])
    pieces = within(low, high)
    assert_covers(pieces, len(low) - 1, int(high[-1]))
    for piece in pieces:
        inside = range(piece.i0 + 1, piece.i1)
        assert all(holds(piece, i, int(low[i])) and holds(piece, i, int(high[i])) for i in inside)


def steps(n: int) -> tuple[Ints, Ints]:
    """A band of blocks of a hundred rows and columns, one node wide between them."""
    rows = np.arange(n + 1)
    return rows // 100 * 100, -(-rows // 100) * 100


def test_a_band_is_cut_where_it_is_one_node_wide() -> None:
    pieces = within(*steps(250))
    assert [(piece.i0, piece.i1, piece.width) for piece in pieces] == [(0, 100, 101), (100, 200, 101), (200, 250, 101)]


def test_no_piece_within_a_band_is_without_sentences() -> None:
    assert [(piece.i0, piece.i1) for piece in within(*steps(200))] == [(0, 100), (100, 200)]


def test_no_refined_piece_is_without_sentences() -> None:
    found = ints([(k, k) for k in range(201)])
    pieces = refine(200, 200, found, np.ones(201, bool), 5)
    assert [(piece.i0, piece.i1) for piece in pieces] == [(0, 96), (96, 192), (192, 200)]


@QUICK
@given(st.lists(st.integers(0, 9), max_size=9))
def test_the_longest_rising_chain_is_rising_and_longest(values: list[int]) -> None:
    chain = _longest_rising(ints(values)).tolist()
    assert all(a < b and values[a] < values[b] for a, b in pairwise(chain))
    longest = max(
        size
        for size in range(len(values) + 1)
        for choice in combinations(values, size)
        if all(a < b for a, b in pairwise(choice))
    )
    assert len(chain) == longest


@QUICK
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=30))
def test_the_best_of_each_group_is_its_first_highest(entries: list[tuple[int, int]]) -> None:
    group, score = ints([g for g, _ in entries]), np.array([s for _, s in entries], np.float64)
    expected = []
    for place, (g, s) in enumerate(entries):
        others = [(-t, other) for other, (h, t) in enumerate(entries) if h == g]
        expected.append(min(others) == (-s, place))
    assert _best(group, score).tolist() == expected


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([], []),
        ([(4, 4)], []),
        ([(4, 4), (5, 5)], [True, True]),
        ([(4, 4), (5, 9), (6, 10)], [False, True, True]),
        ([(0, 0), (1, 1), (10, 40)], [True, True, False]),
        ([(0, 0), (20, 32)], [True, True]),
    ],
)
def test_an_anchor_needs_a_neighbour_on_about_the_same_diagonal(found: list[tuple[int, int]], kept: list[bool]) -> None:
    i, j = ints([a for a, _ in found]), ints([b for _, b in found])
    assert _agreeing(i, j).tolist() == (kept or [False] * len(found))


def side(sentences: Sequence[Sequence[int]], types: int) -> Side:
    """A side whose sentences are given as numbers of words."""
    count = len(sentences)
    owner = [i for i, sentence in enumerate(sentences) for _ in sentence]
    kind = [word for sentence in sentences for word in sentence]
    length = np.array([5 * len(sentence) for sentence in sentences], np.float32)
    return Side(ints(owner), ints(kind), count, types, np.ones(types, np.float32), length, {})


def direction(own: Sequence[Sequence[int]], other: Sequence[Sequence[int]], types: int) -> Direction:
    """Gains where each word of one side is rendered by the same number on the other."""
    links = np.arange(types), np.arange(types), np.ones(types, np.float32)
    return Direction(side(own, types), side(other, types), links, Constants())


texts = st.lists(st.lists(st.integers(0, 14), max_size=5), min_size=1, max_size=30)


@QUICK
@given(texts, texts)
def test_anchors_rise_in_both_texts(own: list[list[int]], other: list[list[int]]) -> None:
    i, j = anchors(direction(own, other, 15))
    assert (np.diff(i) > 0).all()
    assert (np.diff(j) > 0).all()
    assert all(set(own[a]) & set(other[b]) for a, b in zip(i.tolist(), j.tolist(), strict=True))


def test_sentences_of_rare_words_are_anchors_and_repeated_ones_are_not() -> None:
    rare = [[2 * k, 2 * k + 1] for k in range(30)]
    own = [*rare[:10], [60], *rare[10:20], [60], *rare[20:]]
    other = [*rare[:10], *rare[15:20], [60], *rare[20:]]
    i, j = anchors(direction(own, other, 61))
    pairs = list(zip(i.tolist(), j.tolist(), strict=True))
    assert [own[a] for a, _ in pairs] == [other[b] for _, b in pairs] == [*rare[:10], *rare[15:]]


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 400), st.floats(0, 0.7), st.integers(0, 2**32 - 1))
def test_the_pieces_of_a_sketch_share_out_the_rows_and_keep_the_true_path(n: int, lost: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    own = rng.integers(0, 600, (n, 6)).tolist()
    kept = np.flatnonzero(rng.random(n) >= lost).tolist() or [0]
    other = [own[i] for i in kept]
    pieces = sketch(direction(own, other, 600))
    rows = [piece.i0 + row for piece in pieces for row in range(*piece.core)]
    assert rows == list(range(n + 1))
    if n * len(other) <= SMALL:
        assert len(pieces) == 1
    for j, i in enumerate(kept):
        for piece in pieces:
            if piece.core[0] <= i - piece.i0 < piece.core[1]:
                assert holds(piece, i, j), "the node before a pair of equal sentences"
