"""Enumerations of both languages: where their items stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aligncheck.lang.en.enumerations import english_lists
from aligncheck.lang.zh.enumerations import chinese_lists


def english(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in items] for items in english_lists(text)]


def chinese(text: str) -> list[tuple[list[str], int, int]]:
    """Parts, least and greatest number of items of each list."""
    return [([text[a:b] for a, b in found.parts], found.least, found.most) for found in chinese_lists(text)]


ENGLISH = [
    ("a hammer, a saw and a plane", [["hammer", "a saw", "a plane"]]),
    ("a hammer, a saw, and a plane.", [["hammer", "a saw", "a plane"]]),
    ("We saw a hammer, a saw or a plane in the shed", [["hammer", "a saw", "a plane in"]]),
    ("red, white, and blue, they said", [["red", "white", "blue"]]),
    ("He came, saw and won; cats, dogs and mice", [["came", "saw", "won"], ["cats", "dogs", "mice"]]),
    ("x, y & z", [["x", "y", "z"]]),
    ("x, y, as well as z", [["x", "y", "z"]]),
    ("neither tea, milk nor juice", [["tea", "milk", "juice"]]),
    ("(tea, milk and juice)", [["tea", "milk", "juice"]]),
    ("tea,milk and juice", [["tea", "milk", "juice"]]),
    ("a, b and c, d, e and f", [["a", "b", "c"], ["d", "e", "f"]]),
    ("tea, 狗 and juice", [["tea", "狗", "juice"]]),
    ("the baker's bread, the miller’s flour and well-known wine", [["bread", "the miller’s flour", "well-known wine"]]),
    ("tea, milk\nand juice", []),
    ("salt and pepper", []),
    ("salt, pepper", []),
    ("tea, milk, juice", []),
    ("When it rained, the old roof above the narrow kitchen stairs leaked, and we left.", []),
    ("tea: milk, and juice", []),
    ("", []),
    (",", []),
    (", ,, and", []),
    ("and, and and", []),
    ("，、", []),
]
"""Text and items: the last word of the first, and up to three words of the last."""

CHINESE = [
    ("锤子、锯子和凿子", [(["锤子", "锯子", "凿子"], 2, 3)]),
    ("锤子、锯子、凿子", [(["锤子", "锯子", "凿子"], 3, 3)]),
    ("他买了锤子、锯子等工具，还有钉子", [(["他买了锤子", "锯子等工具"], 2, 2)]),
    ("锤子、锯子，茶、牛奶", [(["锤子", "锯子"], 2, 2), (["茶", "牛奶"], 2, 2)]),
    ("茶、牛奶；水、酒", [(["茶", "牛奶"], 2, 2), (["水", "酒"], 2, 2)]),
    ("茶、牛奶\n水、酒", [(["茶", "牛奶"], 2, 2), (["水", "酒"], 2, 2)]),
    ("茶、牛奶以及水", [(["茶", "牛奶", "水"], 2, 3)]),
    ("茶、牛奶或者水", [(["茶", "牛奶", "水"], 2, 3)]),
    ("茶、和水", [(["茶", "水"], 2, 2)]),
    ("HTTP、FTP与SSH", [(["HTTP", "FTP", "SSH"], 2, 3)]),
    ("锤子和锯子", []),
    ("锤子", []),
    ("", []),
    ("、", []),
    ("、锤子", []),
    ("，、，", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=range(len(ENGLISH)))
def test_english_lists(text: str, expected: list[list[str]]) -> None:
    assert english(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE, ids=range(len(CHINESE)))
def test_chinese_lists(text: str, expected: list[tuple[list[str], int, int]]) -> None:
    assert chinese(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold 1,200 apples, pears and plums", ["apples", "pears", "plums"]),
        ("tea, 1,500 cups and plates", ["tea", "1,500 cups", "plates"]),
    ],
)
def test_a_number_is_not_cut(text: str, expected: list[str]) -> None:
    assert english(text) == [expected]


@pytest.mark.xfail(strict=True, reason="two commas in succession have an empty item between them")
def test_no_item_is_empty() -> None:
    assert english("tea, , milk and juice") == [["tea", "milk", "juice"]]


TEXT = st.lists(
    st.sampled_from("tea milk and or , , , . ; ( ) nor juice's well-known 1,200 & as well as \n 狗 — 3.5".split(" ")),
    max_size=20,
).map(" ".join)
RAW = st.text("ab, .;and\n()'’-1狗 &", max_size=40)
HAN = st.text("茶奶水酒和与及以或者、、、，。；\n ,AB而且", max_size=30)


@given(st.one_of(TEXT, RAW))
@example("")
@example("a, b and c")
def test_english_items_are_in_order_and_disjoint(text: str) -> None:
    last = 0
    for items in english_lists(text):
        assert items == [] or len(items) >= 3
        for start, end in items:
            assert last <= start <= end <= len(text)
            assert not re.search(r",(?!\d)|(?<!\d),", text[start:end])
            assert "\n" not in text[start:end]
            last = end


@given(HAN)
@example("")
@example("茶、、水")
def test_chinese_parts_are_in_order_and_disjoint(text: str) -> None:
    last = 0
    for found in chinese_lists(text):
        assert last <= found.span.start < found.span.end <= len(text)
        at = found.span.start
        for start, end in found.parts:
            assert at <= start < end <= found.span.end
            assert "、" not in text[start:end]
            at = end
        last = found.span.end
        assert found.least == text[slice(*found.span)].count("、") + 1 >= 2
        assert found.most == len(found.parts)


@given(HAN, HAN)
def test_a_full_stop_parts_lists(one: str, other: str) -> None:
    assert chinese(f"{one}。{other}") == chinese(one) + chinese(other)


@given(TEXT, TEXT)
def test_a_semicolon_parts_english_lists(one: str, other: str) -> None:
    assert english(f"{one} ; {other}") == english(f"{one} ") + english(f" {other}")
