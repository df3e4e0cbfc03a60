"""Expressions that are compiled when they are first used answer as if they had been compiled at once."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

import pytest

from aligncheck.lang.patterns import any_of, deferred

_ASKED: tuple[Callable[[re.Pattern[str]], object], ...] = (
    lambda p: p.pattern,
    lambda p: p.flags,
    lambda p: p.groups,
    lambda p: [m.span() for m in p.finditer("One lamp, two lamps")],
    lambda p: p.findall("One lamp, two lamps"),
    lambda p: p.sub("-", "One lamp, two lamps"),
    lambda p: p.split("One lamp, two lamps"),
    lambda p: p.match("lamp") is not None,
    lambda p: p.search("two lamps", 5) is None,
    lambda p: p.fullmatch("lamps") is not None,
)


@pytest.mark.parametrize("asked", _ASKED)
def test_first_and_later_questions_are_answered_alike(asked: Callable[[re.Pattern[str]], object]) -> None:
    late = deferred("(?:one )?lamps?", re.IGNORECASE)
    expected = asked(re.compile("(?:one )?lamps?", re.IGNORECASE))
    assert asked(late) == expected
    assert asked(late) == expected


def test_a_fault_in_an_expression_is_told_at_its_first_use() -> None:
    late = deferred("(")
    with pytest.raises(re.error):
        late.search("lamp")


def test_nothing_is_compiled_by_a_copy() -> None:
    assert copy.copy(deferred("(")).pattern == "("


def test_the_longest_of_the_words_is_found() -> None:
    assert re.findall(any_of(["two", "ten", "twelve", "tent"]), "twelve tents, two lamps") == ["twelve", "tent", "two"]
