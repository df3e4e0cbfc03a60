"""When two addresses lead to one place, by what differs between languages and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.lang.addresses import bare, for_chinese_readers, one_owner, parse, same_place

SAME = [
    ("http://harbour.example/tides", "https://www.harbour.example/tides/"),
    ("https://harbour.example/en/tides", "https://harbour.example/zh-CN/tides"),
    ("https://harbour.example/en_GB/tides", "https://harbour.example/zh_Hant_TW/tides"),
    ("https://en.harbour.example/tides", "https://zh.harbour.example/tides"),
    ("https://harbour.example/tides?lang=en", "https://harbour.example/tides?lang=zh"),
    ("tides.en.md", "tides.zh-cn.md"),
    ("./tides.md", "../guide/tides.md"),
    ("/guide/tides/index.html", "/guide/tides/"),
    ("#high-water", "#高潮"),
    ("#high-water", "#gao-chao"),
    ("https://en.wikipedia.org/wiki/Tide", "https://zh.wikipedia.org/wiki/潮汐"),
    ("https://harbour.example/tides#high-water", "https://harbour.example/tides"),
]
OTHER = [
    ("https://harbour.example/tides", "https://harbour.example/lamps"),
    ("https://harbour.example/tides?year=2025", "https://harbour.example/tides?year=2026"),
    ("https://harbour.example/tides#high-water", "https://harbour.example/tides#low-water"),
    ("https://harbour.example/tides", "https://airport.example/tides"),
    ("tides.md", "lamps.md"),
    ("https://en.wikipedia.org/wiki/Tide", "https://en.wiktionary.example/wiki/Lamp"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_place(one: str, other: str) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_places(one: str, other: str) -> None:
    assert not same_place(one, other)
    assert not same_place(other, one)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://harbour.example/zh-cn/tides", True),
        ("https://harbour.example/tides_zh.html", True),
        ("https://harbour.cn/tides", True),
        ("https://harbour.example/潮汐", True),
        ("https://harbour.example/en/tides", False),
        ("https://harbour.example/cnet/tides", False),
        ("https://harbour.example/machinery", False),
    ],
)
def test_pages_for_chinese_readers(address: str, expected: bool) -> None:
    assert for_chinese_readers(address) is expected


def test_owners_are_told_by_their_name() -> None:
    assert one_owner("https://harbour.example/tides", "https://docs.harbour.org/tides")
    assert one_owner("https://harbour.example/tides", "https://pages.example/harbour/tides")
    assert not one_owner("https://harbour.example/tides", "https://airport.example/flights")
    assert not one_owner("https://harbour.example/tides", "https://harbour.example/lamps")


def test_anchors_are_compared_by_letters_and_digits() -> None:
    assert bare("High-Water_2%21") == "highwater2"
    assert bare("高潮（二）") == "高潮二"


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_leads_where_it_leads(text: str) -> None:
    assert parse(text).host == parse(text).host.lower()
    if parse(text).path:
        assert same_place(text, text)
