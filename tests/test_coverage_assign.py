"""Competitive linking: what is chosen is what choosing one by one in order of merit would choose."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligncheck.coverage.assign import NONE, OWN, SHARED, Assignment, Candidates, assign

Row = tuple[int, int, int, float, float]
"""Word, place, length, weight, distance of the relative places."""


def run(rows: list[Row], words: int = 6, characters: int = 12) -> Assignment:
    word, at, size, weight, offset = (list(column) for column in zip(*rows, strict=True)) if rows else ([],) * 5
    whole = Candidates(
        np.array(word, np.int64), np.array(at, np.int64), np.array(size, np.int64), np.array(weight, np.float64)
    )
    return assign(whole, np.array(offset, np.float64), words, characters)


def order(rows: list[Row]) -> list[int]:
    """Numbers of the rows, the best first."""

    def worse(number: int) -> tuple[float, float, int, int, int]:
        word, at, size, weight, offset = rows[number]
        return -(weight * (1.0 if size > 1 else 0.6) + 0.01 * size), offset, word, at, number

    return sorted(range(len(rows)), key=worse)


def one_by_one(rows: list[Row], words: int, characters: int) -> tuple[list[int], list[int], list[bool]]:
    """State and best candidate of each word, and the used characters, chosen one after the other."""
    state, best, used = [NONE] * words, [-1] * words, [False] * characters
    for number in order(rows):
        word, at, size, _, _ = rows[number]
        if state[word] == NONE:
            state[word], best[word] = SHARED, number
        if state[word] == SHARED and not any(used[at : at + size]):
            state[word], best[word] = OWN, number
            used[at : at + size] = [True] * size
    return state, best, used


TABLE: list[tuple[str, list[Row], list[int], list[int], str]] = [
    ("nothing", [], [0, 0, 0], [-1, -1, -1], "......"),
    ("one", [(1, 2, 2, 1.0, 0.0)], [0, 2, 0], [-1, 0, -1], "..##.."),
    ("heavier first", [(0, 0, 2, 0.5, 0.0), (1, 1, 2, 1.0, 0.0)], [1, 2, 0], [0, 1, -1], ".##..."),
    ("longer first", [(0, 0, 2, 1.0, 0.0), (1, 0, 3, 1.0, 0.9)], [1, 2, 0], [0, 1, -1], "###..."),
    ("nearer first", [(0, 0, 2, 1.0, 0.4), (1, 0, 2, 1.0, 0.1)], [1, 2, 0], [0, 1, -1], "##...."),
    ("earlier word first", [(1, 0, 2, 1.0, 0.1), (0, 0, 2, 1.0, 0.1)], [2, 1, 0], [1, 0, -1], "##...."),
    ("earlier place first", [(0, 3, 2, 1.0, 0.1), (0, 1, 2, 1.0, 0.1)], [2, 0, 0], [1, -1, -1], ".##..."),
    ("single characters late", [(0, 1, 1, 1.0, 0.0), (1, 0, 2, 0.7, 0.9)], [1, 2, 0], [0, 1, -1], "##...."),
    ("second choice", [(0, 0, 2, 1.0, 0.0), (1, 0, 2, 1.0, 0.1), (1, 4, 2, 0.5, 0.1)], [2, 2, 0], [0, 2, -1], "##..##"),
    (
        "a chain gives way",
        [(0, 0, 2, 1.0, 0.0), (1, 1, 2, 0.9, 0.0), (2, 2, 2, 0.8, 0.0)],
        [2, 1, 2],
        [0, 1, 2],
        "####..",
    ),
    ("a word once", [(0, 0, 2, 1.0, 0.0), (0, 3, 2, 1.0, 0.1)], [2, 0, 0], [0, -1, -1], "##...."),
    ("said twice", [(0, 0, 2, 1.0, 0.0), (0, 0, 2, 1.0, 0.0)], [2, 0, 0], [0, -1, -1], "##...."),
    ("side by side", [(0, 0, 3, 1.0, 0.0), (1, 3, 3, 1.0, 0.0)], [2, 2, 0], [0, 1, -1], "######"),
]


@pytest.mark.parametrize(("rows", "state", "best", "used"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_choices(rows: list[Row], state: list[int], best: list[int], used: str) -> None:
    given_ = run(rows, 3, 6)
    assert given_.state.tolist() == state
    assert given_.best.tolist() == best
    assert "".join("#" if flag else "." for flag in given_.used) == used


def test_no_words_and_no_characters() -> None:
    empty = run([], 0, 0)
    assert (len(empty.state), len(empty.best), len(empty.used)) == (0, 0, 0)


ROWS = st.lists(
    st.tuples(
        st.integers(0, 5), st.integers(0, 8), st.integers(1, 4), st.sampled_from([0.2, 0.4, 0.5, 0.7, 1.0]),
        st.sampled_from([0.0, 0.1, 0.25, 0.9]),
    ),
    max_size=40,
)  # fmt: skip


@given(ROWS)
@example([(0, 0, 2, 1.0, 0.0)] * 3)
@settings(deadline=None, max_examples=400)
def test_as_if_chosen_one_by_one(rows: list[Row]) -> None:
    result = run(rows)
    state, best, used = one_by_one(rows, 6, 12)
    assert result.state.tolist() == state
    assert result.best.tolist() == best
    assert result.used.tolist() == used


@given(ROWS)
@settings(deadline=None)
def test_nothing_is_used_twice(rows: list[Row]) -> None:
    result = run(rows)
    seen: list[int] = []
    for word in np.flatnonzero(result.state == OWN).tolist():
        own, at, size, _, _ = rows[int(result.best[word])]
        assert own == word
        seen += range(at, at + size)
    assert len(seen) == len(set(seen))
    assert sorted(seen) == np.flatnonzero(result.used).tolist()


@given(ROWS)
@settings(deadline=None)
def test_states_say_what_there_was(rows: list[Row]) -> None:
    result = run(rows)
    for word in range(6):
        own = [row for row in rows if row[0] == word]
        assert (result.state[word] == NONE) == (not own) == (result.best[word] == -1)
        if result.state[word] == SHARED:
            assert all(result.used[at : at + size].any() for _, at, size, _, _ in own)


@given(ROWS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_candidates_does_not_matter(rows: list[Row], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = run(rows), run(shuffled)
    assert one.state.tolist() == other.state.tolist()
    assert one.used.tolist() == other.used.tolist()
    chosen = [rows[b] if b >= 0 else None for b in one.best.tolist()]
    assert chosen == [shuffled[b] if b >= 0 else None for b in other.best.tolist()]


@given(ROWS, ROWS)
@settings(deadline=None)
def test_other_words_in_other_texts_change_nothing(rows: list[Row], others: list[Row]) -> None:
    moved = [(word + 6, at + 12, size, weight, offset) for word, at, size, weight, offset in others]
    alone, both = run(rows), run([*rows, *moved], 12, 24)
    assert both.state[:6].tolist() == alone.state.tolist()
    assert both.used[:12].tolist() == alone.used.tolist()
    assert both.best[:6].tolist() == alone.best.tolist()
