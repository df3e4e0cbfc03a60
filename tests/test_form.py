"""What is left of a text when form does not count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.lang.form import folded


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello, World!", "helloworld"),
        ("１２，５００ 人", "12500人"),
        ("10:30 – 11:00", "10:30-11:00"),
        ("½ cup", "½cup"),
        ("開啟後門。", "开启后门"),
        ("-4 °C", "-4°c"),
        ("3.5% …", "3.5%"),
        ("A-1", "a1"),
    ],
)
def test_form_does_not_count(text: str, left: str) -> None:
    assert folded(text) == left


@given(st.text(max_size=60))
def test_spaces_round_it_change_nothing(text: str) -> None:
    assert folded(f" {text}\n") == folded(text)
