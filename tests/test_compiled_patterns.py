"""Patterns from the cache are those that Python compiles."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository_builder import cache_at

from aligncheck.runner.results import compiled_patterns
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.results.compiled_patterns import Patterns


@contextmanager
def remembered(cache: ResultCache, only: set[str] | None = None) -> Iterator[None]:
    """As a run does: patterns come from the cache, and new ones go there at the end."""
    patterns = Patterns(cache)
    with patterns.used(only):
        yield
    patterns.keep()


SAID = ["(a)|b+", r"(?P<year>\d{4})-(?P<month>\d\d)", "(?i)[一-龥]{2,}(?<!的)", r"(?x) \w+ # a word", "", "a(?=b)"]


def compiled(texts: list[str], flags: int) -> list[re.Pattern[str]]:
    re.purge()
    return [re.compile(text, flags) for text in texts]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE | re.MULTILINE, re.DOTALL, re.ASCII])
def test_known_patterns_are_equal_to_fresh_ones(tmp_path: Path, flags: int) -> None:
    fresh = compiled(SAID, flags)
    for _ in range(2):
        with remembered(cache_at(tmp_path)):
            assert compiled(SAID, flags) == fresh  # Python compares their code, too
    assert [p.groupindex for p in compiled(SAID, flags)] == [p.groupindex for p in fresh]
    kept = cache_at(tmp_path).note("patterns", sys.version, list[compiled_patterns._Compiled])
    assert kept is not None
    assert {one.pattern for one in kept} == set(SAID)


def test_known_patterns_are_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with remembered(cache_at(tmp_path)):
        compiled(SAID, 0)

    def never(*arguments: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr("re._compiler.compile", never)
    with remembered(cache_at(tmp_path)):
        assert compiled(SAID, 0)[1].fullmatch("1924-06")
        with pytest.raises(AssertionError):
            re.compile("another")


@given(st.text(alphabet="ab(|)[]*?+.\\dw^${2}:<P>=!一", max_size=12))
def test_any_pattern_comes_out_as_without_memory(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    cache = cache_at(tmp_path_factory.mktemp("cache"))
    try:
        fresh = compiled([text], 0)
    except (re.error, RecursionError, OverflowError, FutureWarning):
        with remembered(cache), pytest.raises((re.error, RecursionError, OverflowError, FutureWarning)):
            compiled([text], 0)
        return
    for _ in range(2):
        with remembered(cache):
            assert compiled([text], 0) == fresh


def test_only_what_is_asked_for_is_kept(tmp_path: Path) -> None:
    with remembered(cache_at(tmp_path), only={"a(?=b)"}):
        compiled(SAID, 0)
    kept = cache_at(tmp_path).note("patterns", sys.version, list[compiled_patterns._Compiled])
    assert [one.pattern for one in kept or ()] == ["a(?=b)"]


def test_python_is_left_as_it_was(tmp_path: Path) -> None:
    before = vars(vars(re)["_compiler"]).copy()
    with pytest.raises(ValueError, match="inside"), remembered(cache_at(tmp_path)):
        raise ValueError("inside")
    assert vars(vars(re)["_compiler"]) == before


def test_another_python_compiles_as_always(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_patterns, "_MEANT_FOR", ((2, 7), (2, 7)))
    with remembered(cache_at(tmp_path)):
        compiled(SAID, 0)
    assert cache_at(tmp_path).info().entries == 0
