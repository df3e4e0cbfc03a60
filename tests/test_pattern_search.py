"""Quick ways to search find what the plain ones find."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.checks.completeness.clause_model import quantile
from aligncheck.lang.en.polarity import plain_words
from aligncheck.lang.patterns import Caseless, each_at, first_at
from aligncheck.lang.zh.lexis import fold, simplified_table

WORDS = r"\b(?:no|not|never|un\w+)\b|n['’]t\b|[?]"
BEGINS, NUMBER = re.compile("[0-9.]"), re.compile(r"[0-9]+(?!x)|(?<!\.)\.[0-9]")


@given(st.text("nNoOtTuUſıİKeEvVrR'’? -5中"), st.integers(0, 9), st.integers(0, 30))
def test_letters_of_either_size_are_found_where_case_is_ignored(text: str, start: int, end: int) -> None:
    quick, plain = Caseless(WORDS), re.compile(WORDS, re.IGNORECASE)
    assert [m.span() for m in quick.finditer(text, start, end)] == [m.span() for m in plain.finditer(text, start, end)]
    for one, two in (
        (quick.search(text, start), plain.search(text, start)),
        (quick.match(text, start), plain.match(text, start)),
        (quick.fullmatch(text), plain.fullmatch(text)),
    ):
        assert (one and one.span()) == (two and two.span())


@given(st.text("0123.x a"), st.integers(0, 5), st.integers(0, 20))
def test_a_search_by_first_characters_is_a_search(text: str, start: int, end: int) -> None:
    one, two = first_at(BEGINS, NUMBER, text, start, end), NUMBER.search(text, start, end)
    assert (one and one.span()) == (two and two.span())
    assert [m.span() for m in each_at(BEGINS, NUMBER, text, start, end)] == [
        m.span() for m in NUMBER.finditer(text, start, end)
    ]


@given(st.text("aB-cé 1"))
def test_plain_words_are_those_of_letters_and_single_hyphens(text: str) -> None:
    assert plain_words(text) == set(re.findall("[a-z]+(?:-[a-z]+)*", text.lower()))


@given(st.text(st.sampled_from("門门a龍龙說\U00027c12𠀀，")))
def test_folding_is_the_table(text: str) -> None:
    assert fold(text) == text.translate(simplified_table())


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=60), st.sampled_from((0.1, 1 / 3, 0.5, 1.0)))
def test_a_quantile_is_that_of_numpy(values: list[float], share: float) -> None:
    assert quantile(sorted(values), share) == float(np.quantile(values, share))
