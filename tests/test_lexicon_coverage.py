"""How one text covers the words of another by the dictionary alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lexicon_builder import small_lexicon

from aligncheck.lang.zh.lexis import FUNCTION, fold
from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.coverage import SHARED, Coverage, of_chinese, of_english

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return small_lexicon()


@pytest.fixture(scope="module")
def whole() -> Lexicon:
    return Lexicon.load()


COVERED = [
    ("The lighthouse stood.", "灯塔矗立。", {"lighthouse": 1.0, "stand": 1.0}, {"灯塔": 1.0, "矗立": 0.5}),
    ("The lighthouse stood.", "燈塔矗立。", {"lighthouse": 1.0, "stand": 1.0}, {"灯塔": 1.0, "矗立": 0.5}),
    ("the unicorn", "灯塔", {"unicorn": 0.0}, {"灯塔": 0.0}), ("It is of the", "的，而且在", {}, {}), ("", "", {}, {}),
    ("2,500 ships", "2500只船", {"2500": 1.0, "ship": 1.0}, None),
    ("1997", "一九九七", {"1997": 1.0}, None), ("3.5", "3.5", {"3.5": 1.0}, None),
    ("nginx listens on 8,080", "nginx监听8080", None, {"nginx": 1.0, "监听": 1.0, "8080": 1.0}),
    ("the captain's ship", "船长的船", {"captain": 1.0, "ship": 1.0}, {"船长": 1.0, "船": 1.0}),
    ("the captain’s ship", "船长的船", {"captain": 1.0, "ship": 1.0}, {"船长": 1.0, "船": 1.0}),
    ("25", "二十五", {"25": 1.0}, {"二十": 1.0, "五": 1.0}),
    ("a cat", "一" * 5000, {"cat": 0.0}, None),
]  # fmt: skip


@pytest.mark.parametrize(("english", "chinese", "words", "back"), COVERED)
def test_words_are_covered_by_what_renders_them(
    whole: Lexicon, english: str, chinese: str, words: dict[str, float] | None, back: dict[str, float] | None
) -> None:
    assert words is None or {c.word: c.covered for c in of_english(whole, english, chinese)} == words
    assert back is None or {c.word: c.covered for c in of_chinese(whole, chinese, english)} == back


def test_words_have_their_place_and_unknown_ones_are_told(whole: Lexicon) -> None:
    found = of_english(whole, "Zqxwv LINUX, “sleeps”", "linux睡觉")
    assert found == [(0, 5, "zqxwv", 0.0, False), (6, 11, "linux", 1.0, True), (14, 20, "sleep", 1.0, True)]


def test_a_part_of_a_gloss_covers_a_word_in_part(small: Lexicon) -> None:
    assert [c.covered for c in of_english(small, "a dog", "热狗")] == [0.5]
    assert [c.covered for c in of_chinese(small, "热狗", "a dog")] == [0.5]
    assert [c.covered for c in of_english(small, "an apple", "鲜果")] == [pytest.approx(SHARED / 2)]
    assert [c.covered for c in of_chinese(small, "果子", "an apple")] == [pytest.approx(SHARED / 2)]


def test_texts_are_alike_as_far_as_both_cover_each_other(whole: Lexicon) -> None:
    assert whole.likeness("The ship sleeps", "船睡觉") == 1.0
    assert 0.0 < whole.likeness("The ship sleeps on an apple", "船睡觉") < 1.0
    assert [whole.likeness(*texts) for texts in (("the", "船"), ("ship", ""), ("ship", "苹果"))] == [0.0, 0.0, 0.0]


def test_function_words_are_told_from_words_of_content(whole: Lexicon) -> None:
    known = {whole.word(int(number)) for number in np.flatnonzero(whole.functional)}
    assert known == {word for word in FUNCTION if whole.has_chinese(word)}
    assert "的" in known
    assert "船" not in known


def assert_in_order(text: str, found: list[Coverage]) -> None:
    assert all(0 <= c.start < c.end <= len(text) and 0.0 <= c.covered <= 1.0 and c.word for c in found)
    assert all(one.end <= two.start for one, two in pairwise(found)), "words do not overlap"


CHINESE_TEXTS = st.one_of(st.text(max_size=30), st.text("苹果一二十万的，b3.", max_size=30))


@QUICK
@given(
    st.one_of(st.text(max_size=30), st.text("aT’'- .,09李", max_size=30)),
    CHINESE_TEXTS,
)
def test_coverage_of_any_text_is_in_order_and_inside_it(whole: Lexicon, english: str, chinese: str) -> None:
    assert_in_order(english, of_english(whole, english, chinese))
    found = of_chinese(whole, chinese, english)
    assert_in_order(chinese, found)
    assert all(fold(chinese)[c.start : c.end].lower().replace("’", "'").replace(",", "") == c.word for c in found)


@pytest.mark.parametrize("chinese", ["二〇二四年", "İstanbul和İzmir"])
def test_rare_letters_have_their_place(whole: Lexicon, chinese: str) -> None:
    assert_in_order(chinese, of_chinese(whole, chinese, "2024, abc"))
