"""What the dashboard has room for: every document gets something before one gets more, and no room is overdrawn."""

from __future__ import annotations

from drift_builder import document, drifted
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.model.drift import DocumentDrift, SentenceDrift
from aligncheck.report.drift.rooms import fitting, shared_out


def documents_with(sizes: list[int]) -> list[DocumentDrift]:
    return [
        document(f"{n}.md", [drifted("moved", line, "One.", "一。") for line in range(size)])
        for n, size in enumerate(sizes)
    ]


def write(_: DocumentDrift, sentence: SentenceDrift) -> str:
    return "x" * (5 + (sentence.source.line if sentence.source else 0) % 3)


@given(st.lists(st.integers(1, 6), max_size=8), st.integers(0, 400), st.integers(0, 30))
def test_room_is_shared_evenly_and_never_overdrawn(sizes: list[int], room: int, around: int) -> None:
    made = documents_with(sizes)
    shown = shared_out(made, write, room, around)
    assert sum(len(b) for blocks in shown for b in blocks) + around * sum(map(bool, shown)) <= room
    for one, blocks in zip(made, shown, strict=True):
        assert blocks == [write(one, sentence) for sentence in one.drifted[: len(blocks)]]
    depths = [len(blocks) for blocks in shown]
    # The worst documents first: behind one that has nothing, none has anything.
    assert all(depths[: depths.index(0)]) if 0 in depths else True
    assert not any(depths[depths.index(0) :]) if 0 in depths else True


def test_with_enough_room_all_is_shown() -> None:
    sizes = [3, 1, 5]
    assert [len(b) for b in shared_out(documents_with(sizes), write, 10_000, 10)] == sizes
    assert [len(b) for b in shared_out(documents_with(sizes), write, 3 * (5 + 10 + 16) + 1, 10)] == [1, 1, 1]


def test_blocks_are_counted_in_bytes() -> None:
    assert fitting(["字", "字", "x"], 6) == ["字", "字"]
    assert fitting(["\ud800"], 1) == ["\ud800"]
    assert fitting([], 0) == []
