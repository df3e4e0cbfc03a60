"""Laws of comparing sentences: every sentence in one step, and edits that change nothing make no change."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.drift import Sentence, compare, trace
from aligncheck.model.drift import Step
from aligncheck.model.text import Mark

ENGLISH = (
    "The box reads up to four thermocouples.",
    "Never leave a kiln unattended during its first firing.",
    "Fix the box to the wall at eye level, at least 50 cm from the kiln.",
    "If the flame blinks, the box cannot read a thermocouple.",
    "It calls again every ten minutes until you answer.",
    "Press `OK` twice to silence an alarm for one hour.",
    "Overview",
    "Yes",
    "Yes",
    "A call costs about as much as a text message.",
    "The warranty lasts until December 31 of the third year.",
    "Clean the fan filter every three months.",
    "We never read your records unless you send them to us.",
    "The archive holds about 340 million measurements.",
)
CHINESE = (
    "盒子的升温速度绝不会超过每小时 300 °C。",
    "切勿让窑无人看管。",
    "检查插头，然后对调两根导线。",
    "第六次呼叫之后，它会关闭窑的电源。",
    "每三个月清洁一次风扇滤网。",
    "概述",
    "水壶总是热着的。",
)
TEXTS = {"en": ENGLISH, "zh": CHINESE}
WORDS = "the a not must lamp if 5 v1.2 red never wait 10% `ok` 窑 不 2019年 — , ! C++ -3 can't".split()


def old_steps(old: list[str], new: list[str], lang: str = "en", *, keep_text: bool = False) -> tuple[Step, ...]:
    traces = [trace(text, lang, role="source", keep_text=keep_text) for text in old]
    return compare(traces, [Sentence(text) for text in new], lang)


sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
page = st.lists(st.one_of(sentence, st.sampled_from(ENGLISH)), max_size=12)


@settings(deadline=None, max_examples=200)
@given(page, page, st.sampled_from(["en", "zh"]), st.booleans(), st.sampled_from(["source", "target"]))
def test_every_sentence_is_in_exactly_one_step(
    old: list[str], new: list[str], lang: str, keep_text: bool, role: str
) -> None:
    known = [trace(t, lang, role="source" if role == "source" else "target", keep_text=keep_text) for t in old]
    steps = compare(known, [Sentence(t) for t in new], lang)
    assert sorted(i for s in steps for i in s.old) == list(range(len(old)))
    assert sorted(j for s in steps for j in s.new) == list(range(len(new)))
    assert [s.new[0] for s in steps if s.new] == sorted(s.new[0] for s in steps if s.new)
    for step in steps:
        text = ("" if lang == "zh" else " ").join(new[j] for j in step.new)
        for change in step.changes:
            assert 0 <= change.start <= change.end <= len(text)
            assert not (step.same and step.changes)
            assert change.new in ("", text[change.start : change.end]) or change.kind == "code"


@settings(deadline=None)
@given(page, st.sampled_from(["en", "zh"]), st.booleans())
def test_equal_texts_are_the_same(texts: list[str], lang: str, keep_text: bool) -> None:
    assert all(s.same and not s.moved for s in old_steps(texts, texts, lang, keep_text=keep_text))


def reset(text: str, random_: random.Random) -> str:
    """The text with its case, spaces, quotes and punctuation changed; figures and code stay as they are."""
    made = text.replace(",", random_.choice([",", " –", ";", ""]))
    if made[-1] in ".。":
        made = made[:-1] + random_.choice(["!", ".", "…", ""])
    if made[0].isalpha():
        made = random_.choice(["“", "*", ""]) + made[0].swapcase() + made[1:]
    return made.replace(" ", random_.choice([" ", "  ", "\n", "\u00a0"]))


@settings(deadline=None)
@given(st.sampled_from(["en", "zh"]), st.randoms(use_true_random=False))
def test_what_only_changes_how_text_is_set_is_no_change(lang: str, random_: random.Random) -> None:
    texts = list(TEXTS[lang])
    assert all(s.same for s in old_steps(texts, [reset(t, random_) for t in texts], lang))


def test_markup_and_addresses_are_no_change() -> None:
    text = "Read the safety notes before you open the case."
    old = [trace(text, "en", (Mark("link", 9, 21, "old.md"),), role="source")]
    for marks in ((), (Mark("link", 9, 21, "new.md"),), (Mark("strong", 0, 4), Mark("emphasis", 5, 8))):
        assert [s.same for s in compare(old, [Sentence(text, marks)], "en")] == [True]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("keep_text", [True, False])
def test_a_sentence_more_or_less_is_exactly_that(lang: str, keep_text: bool) -> None:
    texts = list(dict.fromkeys(TEXTS[lang]))
    for n in range(len(texts)):
        fewer = texts[:n] + texts[n + 1 :]
        gone = old_steps(texts, fewer, lang, keep_text=keep_text)
        assert [s.old for s in gone if not s.same] == [(n,)]
        assert [s.old for s in gone] == [(i,) for i in range(len(texts))], "it stands where it was"
        come = old_steps(fewer, texts, lang, keep_text=keep_text)
        assert [s.new for s in come if not s.same] == [(n,)]


def test_paragraphs_that_changed_places_are_moved() -> None:
    texts = list(dict.fromkeys(ENGLISH))
    steps = old_steps(texts, texts[4:8] + texts[:4] + texts[8:])
    assert all(s.same for s in steps)
    assert sum(s.moved for s in steps) == 4


def test_text_cut_otherwise_is_the_same() -> None:
    one = "The box reads four zones; it keeps a record of each firing."
    two = ["The box reads four zones.", "It keeps a record of each firing."]
    (split,) = old_steps([one], two)
    (joined,) = old_steps(two, [one])
    assert split.same
    assert joined.same
    assert (split.new, joined.old) == ((0, 1), (0, 1))


def test_joined_and_changed_sentences_are_one_step() -> None:
    old = ["Lift the lid.", "Wait for five minutes before the red lamp goes out.", "Yes"]
    new = ["Lift the lid and wait for six minutes before the red lamp goes out.", "Yes"]
    steps = old_steps(old, new)
    assert [(s.old, s.new) for s in steps] == [((0, 1), (0,)), ((2,), (1,))]
    assert [w.text for w in steps[0].changes if w.material] == ["five minutes → six minutes"]


def test_a_heading_under_another_name_is_one_change() -> None:
    steps = old_steps(["Yes", "Overview", "No lamps."], ["Yes", "Introduction", "No lamps."])
    assert [(s.old, s.new, s.same) for s in steps] == [((0,), (0,), True), ((1,), (1,), False), ((2,), (2,), True)]


def test_sentences_with_nothing_in_common_are_no_change_of_each_other() -> None:
    old = "Clean the fan filter every three months, since a clogged filter makes the box read too high."
    new = "Volunteers answer the telephone all day, because no meteor has ever made an appointment with anybody."
    assert {(s.old, s.new) for s in old_steps(["Yes", old], ["Yes", new])} == {((0,), (0,)), ((1,), ()), ((), (1,))}


def test_of_a_translation_only_its_place_tells_what_it_became() -> None:
    old = [trace(t, "zh", role="target") for t in CHINESE]
    new = [Sentence(t) for t in CHINESE]
    new[3] = Sentence("第六次呼叫之后，它会切断电源。")
    steps = compare(old, new, "zh")
    assert [(s.old, s.new) for s in steps if not s.same] == [((3,), (3,))]
    assert not any(s.changes for s in steps)


def test_the_distance_of_texts_is_measured_where_both_are_known() -> None:
    (step,) = old_steps(["The red lamp stays on."], ["The green lamp stays on."], keep_text=True)
    assert step.chrf is not None
    assert step.ter is not None
    assert 0 < step.chrf < 100
    assert step.ter == 20.0
    (blind,) = old_steps(["The red lamp stays on."], ["The green lamp stays on."])
    assert blind.chrf is blind.ter is None


def test_the_distance_of_a_page_in_one_sentence_is_not_reckoned_word_by_word() -> None:
    words = [f"kiln{n}" for n in range(400)]
    (step,) = old_steps([" ".join(words)], [" ".join([*words[:200], "lamp", *words[201:]])], keep_text=True)
    assert step.ter is None
    assert step.chrf is not None


def test_two_thousand_other_sentences_take_no_minutes() -> None:
    shuffled = random.Random(7)
    lexis = [f"{a}{b}" for a in ("kiln", "lamp", "ferry", "roof", "tea", "dome") for b in range(400)]
    texts = [" ".join(shuffled.choices(lexis, k=15)) for _ in range(4000)]
    steps = old_steps(texts[:2000], texts[2000:])
    assert sum(len(s.old) for s in steps) == sum(len(s.new) for s in steps) == 2000
