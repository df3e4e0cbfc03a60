"""What texts teach: three different sentences at least, repeated ones once, and nothing that chance would bring."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.coverage.candidates import LEARNED
from aligncheck.coverage.cover import LEARN_FROM, Cover
from aligncheck.coverage.renderings import LEAST_SEEN, first_of_each, learned_links
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()

THINGS = [
    ("lighthouse", "灯塔"), ("bridge", "桥梁"), ("goat", "山羊"), ("computer", "电脑"), ("library", "图书馆"),
    ("museum", "博物馆"), ("hospital", "医院"), ("kitchen", "厨房"), ("garden", "花园"), ("window", "窗户"),
    ("winter", "冬天"), ("doctor", "医生"), ("teacher", "老师"), ("airport", "机场"), ("umbrella", "雨伞"),
]  # fmt: skip
NEW = ("Qwzntrel", "葡萄藤")
"""A word no dictionary has, and a word that renders none of the others."""


def filler(number: int) -> tuple[str, str]:
    """A pair of sentences whose words the dictionary knows; another one for each number."""
    en, zh = THINGS[number % len(THINGS)]
    return f"The {en} has {number + 20} parts.", f"{zh}有{number + 20}个部分。"


def taught(pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Learned (English form, Chinese word)."""
    english, chinese = [en for en, _ in pairs], [zh for _, zh in pairs]
    # Fewer than LEARN_FROM pairs at a time, so that the assignment itself has learned nothing.
    cover = Cover.of(english, chinese, LEXICON) if len(pairs) < LEARN_FROM else None
    assert cover is not None
    first = first_of_each(english)
    links = learned_links(cover.words, cover.places, cover.assignment, first, LEXICON)
    assert (links.weight == LEARNED).all()
    return {
        (cover.words.forms[t], LEXICON.word(int(cover.places.words[w])))
        for t, w in zip(links.type, links.word, strict=True)
    }


def lesson(number: int) -> tuple[str, str]:
    en, zh = filler(number)
    return f"{NEW[0]}: {en}", f"{NEW[1]}：{zh}"


@pytest.mark.parametrize(("seen", "learned"), [(0, False), (1, False), (2, False), (3, True), (4, True), (8, True)])
def test_three_sentences_teach(seen: int, learned: bool) -> None:
    pairs = [lesson(n) for n in range(seen)] + [filler(n) for n in range(seen, 30)]
    assert ((NEW[0].lower(), NEW[1]) in taught(pairs)) is learned


@pytest.mark.parametrize("different", [1, 2])
def test_repeated_sentences_teach_nothing(different: int) -> None:
    pairs = [lesson(n % different) for n in range(12)] + [filler(n) for n in range(2, 22)]
    assert not taught(pairs)


def test_a_new_translation_of_a_repeated_sentence_teaches_nothing() -> None:
    pairs = [(lesson(0)[0], lesson(n)[1]) for n in range(6)] + [filler(n) for n in range(6, 30)]
    assert not taught(pairs)


def test_words_that_stand_everywhere_teach_nothing() -> None:
    assert not taught([lesson(n) for n in range(30)])


def test_what_the_dictionary_knows_is_not_learned() -> None:
    assert not taught([filler(n) for n in range(30)])


def test_numbers_are_not_learned() -> None:
    pairs = [(f"77777: {filler(n)[0]}", f"{NEW[1]}：{filler(n)[1]}") for n in range(5)]
    assert not taught([*pairs, *(filler(n) for n in range(5, 30))])


def test_nothing_teaches_nothing() -> None:
    assert taught([]) == taught([("", "")] * 5) == set()


@pytest.mark.parametrize(("seen", "rendered"), [(2, False), (3, True), (6, True)])
def test_a_cover_uses_what_it_learned(seen: int, rendered: bool) -> None:
    pairs = [lesson(n) for n in range(seen)] + [filler(n) for n in range(seen, LEARN_FROM)]
    cover = Cover.of([en for en, _ in pairs], [zh for _, zh in pairs], LEXICON)
    assert bool(cover.assignment.state[0]) is rendered


def test_a_short_document_uses_nothing_learned() -> None:
    pairs = [lesson(n) for n in range(6)] + [filler(n) for n in range(6, LEARN_FROM - 1)]
    cover = Cover.of([en for en, _ in pairs], [zh for _, zh in pairs], LEXICON)
    assert cover.assignment.state[0] == 0


def test_enough_is_three() -> None:
    assert LEAST_SEEN == 3


@given(st.lists(st.sampled_from(["a", "b", "", "a ", "c\n"]), max_size=12))
def test_first_of_each(texts: list[str]) -> None:
    first = first_of_each(texts)
    assert first.dtype == np.bool_
    assert [t for t, flag in zip(texts, first, strict=True) if flag] == list(dict.fromkeys(texts))
    assert all(flag == (texts.index(t) == n) for n, (t, flag) in enumerate(zip(texts, first, strict=True)))


@given(st.permutations(range(26)))
@settings(deadline=None, max_examples=15)
def test_the_order_of_different_sentences_does_not_matter(order: list[int]) -> None:
    pairs = [lesson(n) for n in range(4)] + [filler(n) for n in range(4, 26)]
    assert taught([pairs[n] for n in order]) == taught(pairs) != set()


@given(st.lists(st.integers(0, 25), max_size=10))
@settings(deadline=None, max_examples=15)
def test_saying_it_again_teaches_no_more(again: list[int]) -> None:
    pairs = [lesson(n) for n in range(4)] + [filler(n) for n in range(4, 26)]
    assert taught([*pairs, *(pairs[n] for n in again)]) == taught(pairs)
