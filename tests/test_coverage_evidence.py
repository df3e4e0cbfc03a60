"""Evidence of missing words: sums are sums of words, and the best stretch is the best of all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligncheck.coverage.cover import Cover
from aligncheck.coverage.evidence import (
    LENGTHS,
    USUAL,
    Evidence,
    Stretches,
    _best,
    chinese_clauses,
    clauses,
    phrases,
)
from aligncheck.coverage.words import CONTENT, GROUPS
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()

Unit = tuple[int, int, bool]
"""Weight, length, and whether a chunk begins here."""


def evidence(*pairs: tuple[str, str]) -> Evidence:
    return Evidence.of(Cover.of([en for en, _ in pairs], [zh for _, zh in pairs], LEXICON))


def best(texts: list[list[Unit]]) -> Stretches:
    units = [unit for text in texts for unit in text]
    bounds = np.cumsum([0, *(len(text) for text in texts)])
    return _best(
        np.array([u[0] for u in units], np.float64),
        np.array([u[1] for u in units], np.float64),
        np.repeat(np.arange(len(texts)), np.diff(bounds)),
        np.array([u[2] for u in units], bool),
        bounds,
    )


def brute_force(text: list[Unit]) -> tuple[int, set[tuple[int, int]]]:
    """The largest sum of a run of chunks, and every run that has it; 0 and nothing where none is positive."""
    heads = [n for n, (_, _, opens) in enumerate(text) if opens or n == 0] + [len(text)]
    runs = {(a, b): sum(u[0] for u in text[a:b]) for i, a in enumerate(heads) for b in heads[i + 1 :]}
    top = max(runs.values(), default=0)
    return (top, {run for run, total in runs.items() if total == top}) if top > 0 else (0, set())


TEXT = st.lists(st.tuples(st.integers(-5, 5), st.integers(0, 3), st.booleans()), max_size=10)


@given(st.lists(TEXT, max_size=6))
@example([])
@example([[]])
@example([[], [(1, 1, False)], []])
@example([[(-1, 1, True)], [(2, 1, False), (-1, 1, True), (2, 1, True)]])
@settings(max_examples=400, deadline=None)
def test_the_best_stretch_is_the_best_of_all(texts: list[list[Unit]]) -> None:
    found = best(texts)
    offset = 0
    assert len(found.weight) == len(texts)
    for number, text in enumerate(texts):
        top, runs = brute_force(text)
        first, last = int(found.first[number]) - offset, int(found.last[number]) - offset
        assert found.weight[number] == top
        assert ((first, last) in runs) if top else first == last
        assert found.length[number] == sum(u[1] for u in text[first:last])
        offset += len(text)


@given(st.lists(TEXT, max_size=4), TEXT)
@settings(deadline=None)
def test_a_stretch_does_not_depend_on_other_texts(texts: list[list[Unit]], text: list[Unit]) -> None:
    alone, among = best([text]), best([*texts, text, *texts])
    number, offset = len(texts), sum(len(t) for t in texts)
    assert among.weight[number] == alone.weight[0]
    assert among.length[number] == alone.length[0]
    assert (among.first[number] - offset, among.last[number] - offset) == (alone.first[0], alone.last[0])


ACTUAL = [
    ("", 0.0),
    ("灯塔", 2.0),
    ("燈塔。", 2.0),
    ("灯塔有CDN", 4.5),
    ("灯塔（CDN）", 2.0),
    ("灯塔（Light House）", 2.0),
    ("灯塔（旧 CDN）", 4.5),
    ("12座灯塔", 4.0),
    ("1,250座", 3.0),
    ("十二座", 3.0),
    ("wi-fi", 3.0),
    ("é", 1.5),
    ("，。、", 0.0),
    ("灯\n塔", 2.0),
]

EXPECTED = [
    ("", []),
    ("the", ["article"]),
    ("the lanterns of Wxqvland", ["article", "known", "preposition", "name"]),
    ("12 lanterns", ["digits", "known"]),
    ("我们", []),
]


@pytest.mark.parametrize(("text", "length"), ACTUAL, ids=range(len(ACTUAL)))
def test_length_of_the_chinese(text: str, length: float) -> None:
    assert evidence(("a", text)).actual.tolist() == [length]


@pytest.mark.parametrize(("text", "groups"), EXPECTED, ids=range(len(EXPECTED)))
def test_length_expected_of_the_english(text: str, groups: list[str]) -> None:
    found = evidence((text, ""))
    assert found.expected.tolist() == pytest.approx([sum(LENGTHS[GROUPS.index(group)] for group in groups)])


def test_no_pairs_and_no_words() -> None:
    for found, texts in ((evidence(), 0), (evidence(("", "")), 1), (evidence(("", ""), ("，", "!")), 2)):
        assert found.freedom == USUAL
        assert found.expected.tolist() == found.actual.tolist() == [0.0] * texts
        for stretches in (clauses(found), phrases(found), chinese_clauses(found)):
            assert stretches.weight.tolist() == stretches.length.tolist() == [0.0] * texts
            assert stretches.first.tolist() == stretches.last.tolist()


def test_the_freer_the_text_the_more_freedom() -> None:
    close = evidence(*[("The lighthouse and the bridge.", "灯塔和桥梁。")] * 30)
    free = evidence(*[("The lighthouse and the bridge.", "风吹草低见牛羊。")] * 30)
    assert close.freedom < USUAL < free.freedom
    assert 0 < close.freedom < free.freedom < 1


def test_a_missing_word_weighs_more_than_one_that_is_there() -> None:
    found = evidence(("The lighthouse and the bridge.", "灯塔。"))
    weight = dict(zip(["The", "lighthouse", "and", "the", "bridge"], found.weight.tolist(), strict=True))
    assert weight["lighthouse"] < 0 < weight["bridge"]
    assert weight["The"] == weight["and"] == 0


STRETCHES = [
    ("The goat slept, and the old bridge fell in winter.", "山羊睡了。", "and the old bridge fell in winter"),
    ("In winter the bridge fell, the goat slept.", "山羊睡了。", "In winter the bridge fell"),
    ("The goat slept.", "山羊睡了。", ""),
    ("Goats; bridges; museums.", "山羊。", "bridges; museums"),
]


@pytest.mark.parametrize(("english", "chinese", "expected"), STRETCHES, ids=range(len(STRETCHES)))
def test_clauses_that_nothing_renders(english: str, chinese: str, expected: str) -> None:
    found = evidence((english, chinese))
    stretch, words = clauses(found), found.cover.words
    first, last = int(stretch.first[0]), int(stretch.last[0])
    assert (english[words.start[first] : words.end[last - 1]] if last > first else "") == expected


def test_a_phrase_ends_before_a_preposition() -> None:
    english = "The goat slept on the wooden bridge in the museum."
    found = evidence((english, "山羊在博物馆睡了。"))
    stretch, words = phrases(found), found.cover.words
    assert english[words.start[stretch.first[0]] : words.end[stretch.last[0] - 1]].endswith("on the wooden bridge")


EXTRA = [
    ("The goat slept.", "山羊睡了，博物馆的厨房也着火了。", "博物馆的厨房也着火了。"),
    ("The goat slept.", "博物馆的厨房着火了，山羊睡了。", "博物馆的厨房着火了，"),
    ("The goat slept.", "山羊睡了。", ""),
]


@pytest.mark.parametrize(("english", "chinese", "expected"), EXTRA, ids=range(len(EXTRA)))
def test_clauses_that_render_nothing(english: str, chinese: str, expected: str) -> None:
    found = evidence((english, chinese))
    stretch = chinese_clauses(found)
    assert found.cover.places.folded[stretch.first[0] : stretch.last[0]] == expected


ENGLISH = st.lists(
    st.sampled_from(
        "The lighthouses bridge museum CDN 1,250 twenty goats Birkenhead , . 2.5 Wxqv winter 's and (".split()
    ),
    max_size=12,
).map(" ".join)
CHINESE = st.text("灯塔燈桥梁博物馆CDN125二十12月山羊的，。（）冬天𠮷\n ", max_size=20)
PAIRS = st.lists(st.tuples(ENGLISH, CHINESE), max_size=6)


@given(PAIRS)
@settings(deadline=None)
def test_sums_of_texts_are_sums_of_words(pairs: list[tuple[str, str]]) -> None:
    found = evidence(*pairs)
    words, places, given_ = found.cover.words, found.cover.places, found.cover.assignment
    assert len(found.weight) == len(found.length) == len(words.text)
    for number in range(len(pairs)):
        own = slice(int(words.bounds[number]), int(words.bounds[number + 1]))
        here = slice(int(places.heads[number]), int(places.heads[number + 1]))
        assert found.expected[number] == pytest.approx(sum(LENGTHS[g] for g in words.group[own]))
        assert found.content[number] == places.content[here].sum()
        assert found.free[number] == (places.content[here] & ~given_.used[here]).sum()
    assert (found.weight[words.group < CONTENT] == 0).all()
    assert (found.free <= found.content).all()
    assert 0 < found.freedom < 1


@given(PAIRS)
@settings(deadline=None)
def test_stretches_weigh_what_their_words_weigh(pairs: list[tuple[str, str]]) -> None:
    found = evidence(*pairs)
    words = found.cover.words
    for stretches in (clauses(found), phrases(found)):
        for number in range(len(pairs)):
            first, last = int(stretches.first[number]), int(stretches.last[number])
            assert words.bounds[number] <= first <= last <= words.bounds[number + 1]
            assert stretches.weight[number] == pytest.approx(found.weight[first:last].sum())
            assert stretches.length[number] == pytest.approx(found.length[first:last].sum())
    assert (phrases(found).weight >= clauses(found).weight - 1e-9).all()


@given(PAIRS)
@settings(deadline=None)
def test_chinese_stretches_stay_in_their_texts(pairs: list[tuple[str, str]]) -> None:
    found = evidence(*pairs)
    stretches, heads = chinese_clauses(found), found.cover.places.heads
    assert (heads[:-1] <= stretches.first).all()
    assert (stretches.first <= stretches.last).all()
    assert (stretches.last <= heads[1:]).all()
    assert (stretches.weight >= 0).all()


@given(PAIRS)
@settings(deadline=None)
def test_lengths_do_not_depend_on_other_texts(pairs: list[tuple[str, str]]) -> None:
    found = evidence(*pairs)
    for number, pair in enumerate(pairs):
        alone = evidence(pair)
        assert alone.expected[0] == pytest.approx(found.expected[number])
        assert alone.actual[0] == found.actual[number]
        assert alone.content[0] == found.content[number]
