"""Word differences: they lose nothing, point at words, and are told as a reader would tell them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.report.drift.word_diff import Part, differences, ranges, shortened

words = st.lists(st.sampled_from(["rope", "1.5", "the", ",", " ", " ", "不", "十", "二", "。", "x", "\n"]), max_size=14)
texts = words.map("".join) | st.text(max_size=20)


def told(old: str, new: str, *whole: str) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "come": "[+{}+]"}
    return "".join(signs[part.kind].format(part.text) for part in differences(old, new, whole))


@given(texts, texts, st.lists(texts, max_size=2))
def test_parts_join_to_both_texts(old: str, new: str, whole: list[str]) -> None:
    parts = differences(old, new, whole)
    assert "".join(p.text for p in parts if p.kind != "come") == old
    assert "".join(p.text for p in parts if p.kind != "gone") == new
    assert all(p.text for p in parts)
    assert all(a.kind != "same" or b.kind != "same" for a, b in pairwise(parts))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == ([Part("same", text)] if text else [])


@given(texts, texts)
def test_ranges_are_places_of_what_changed(old: str, new: str) -> None:
    parts = differences(old, new)
    gone, come = ([p.text.strip() for p in parts if p.kind == kind] for kind in ("gone", "come"))
    assert [old[start:end] for start, end in ranges(parts, "gone")] == [text for text in gone if text]
    assert [new[start:end] for start, end in ranges(parts, "come")] == [text for text in come if text]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Use v1.22 of it.", "Use v1.23 of it.", "Use [-v1.22-][+v1.23+] of it."),
        ("It is open.", "It is not open.", "It is [+not +]open."),
        (
            "Boil the old brown rope now.",
            "Boil the new, thin rope now.",
            "Boil the [-old brown-][+new, thin+] rope now.",
        ),
        ("Close it.", "Close it unless it rains.", "Close it[+ unless it rains+]."),
        ("10,000 ships came in", "12,000 ships came in", "[-10,000-][+12,000+] ships came in"),
        ("One thing.", "Quite another matter!", "[-One thing.-][+Quite another matter!+]"),
        ("", "New.", "[+New.+]"),
        ("水温八十度。", "水温九十度。", "水温[-八-][+九+]十度。"),
    ],
)
def test_what_a_reader_would_say(old: str, new: str, expected: str) -> None:
    assert told(old, new) == expected


def test_phrases_stay_in_one_piece_but_not_inside_words() -> None:
    assert told("水温八十度为宜。", "水温九十度为宜。", "八十", "九十") == "水温[-八十-][+九十+]度为宜。"
    assert told("In 300 boats lay 30 men.", "In 300 boats lay 45 men.", "30", "45") == (
        "In 300 boats lay [-30-][+45+] men."
    )


def test_very_long_texts_are_told_whole_and_can_be_cut() -> None:
    old = "a " * 3000
    parts = differences(old, f"{old}b")
    assert [p.kind for p in parts][:2] == ["gone", "come"]
    assert all(len(p.text) <= 103 for p in shortened(parts, 100))
