"""How a change of wording is judged and named, on examples made by hand and by laws that hold for any text."""

from __future__ import annotations

import pytest
from drift_changes import EXAMPLES, SURE, Example

from aligncheck.drift import Sentence, compare, trace
from aligncheck.model.drift import Step
from aligncheck.model.text import Mark

AGREEMENT = 0.95


def steps(old: list[str], new: list[str], *, keep_text: bool = True, lang: str = "en") -> tuple[Step, ...]:
    traces = [trace(text, lang, role="source", keep_text=keep_text) for text in old]
    return compare(traces, [Sentence(text) for text in new], lang)


def only(old: str, new: str, *, keep_text: bool = True, lang: str = "en") -> Step:
    (step,) = steps([old], [new], keep_text=keep_text, lang=lang)
    return step


def agrees(example: Example, *, blind: bool) -> bool:
    step = only(example.old, example.new, keep_text=not blind, lang=example.lang)
    says = example.said(blind=blind)
    if step.material != bool(says):
        return False
    return not says or any(w.material and w.text == says and w.kind == example.kind for w in step.changes)


@pytest.mark.parametrize("blind", [False, True], ids=["with text", "fingerprints only"])
def test_changes_are_judged_and_named_as_a_translator_would(blind: bool) -> None:
    wrong = [e for e in EXAMPLES if not agrees(e, blind=blind)]
    assert len(EXAMPLES) >= 100
    assert not [e for e in wrong if e.kind in SURE]
    assert len(wrong) <= (1 - AGREEMENT) * len(EXAMPLES), wrong


def test_material_changes_come_first() -> None:
    step = only("Please wait for 5 minutes, then colour it.", "Wait for 6 minutes, then color it.")
    assert [w.material for w in step.changes] == sorted((w.material for w in step.changes), reverse=True)
    assert step.changes[0].text == "5 minutes → 6 minutes"


def test_a_change_points_at_its_characters() -> None:
    new = "The box calls you twice unless the flag is set."
    (change,) = only("The box calls you twice.", new).changes
    assert new[change.start : change.end] == change.new == "unless the flag is set"
    (gone,) = only(new, "The box calls you twice.").changes
    assert gone.start == gone.end == len("The box calls you twice")


def test_characters_are_counted_over_the_joined_sentences() -> None:
    old = "Lift the lid, and wait for five minutes before the lamp goes out."
    new = ["Lift the lid.", "Wait for six minutes before the lamp goes out."]
    (step,) = steps([old], new)
    (change,) = [w for w in step.changes if w.material]
    assert step.new == (0, 1)
    assert " ".join(new)[change.start : change.end] == "six minutes"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is -5 degrees.", "It is 5 degrees."),
        ("Use >= 3 of them.", "Use <= 3 of them."),
        ("It costs 1.5 of them.", "It costs 15 of them."),
        ("Keep 50% of it.", "Keep 50 of it."),
        ("It is written in C.", "It is written in C++."),
        ("Start it with --quiet.", "Start it with --silent."),
        ("It covers 10².", "It covers 102."),
        ("Wait 1 to 5 days.", "Wait 15 days."),
        ("Buy $5 worth.", "Buy €5 worth."),
        ("It is 1e-5.", "It is 1e5."),
        ("It is –5 degrees.", "It is 5 degrees."),
        ("It works ✅ here", "It works ❌ here"),
        ("Press `OK`.", "Press `ok`."),
    ],
)
def test_signs_that_carry_meaning_count(one: str, other: str) -> None:
    assert trace(one, "en", role="target").id != trace(other, "en", role="target").id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Set up the e-mail.", "Setup the email"),
        ("He said “never”…", "He said 'Never'."),
        ("GPT‑2 has 1,000 parts", "GPT-2 has 1000 parts."),
        ("2019年3月（星期一）", "2019 年 3 月(星期一)"),
        ("It lasts 5–10 days.", "It lasts 5-10 days!"),
        ("The box —which rings— is red.", "The box, which rings, is red."),
        ("It holds —5 or so.", "It holds, 5 or so."),
        ("See https://a.example/1 now.", "See https://b.example/2 now."),
    ],
)
def test_what_never_matters_does_not_count(one: str, other: str) -> None:
    lang = "zh" if "年" in one else "en"
    assert trace(one, lang, role="target").id == trace(other, lang, role="target").id


def test_markup_does_not_count_but_code_does() -> None:
    plain = trace("Press the red key.", "en", role="target")
    marks = (Mark("strong", 6, 9), Mark("link", 10, 17, "https://a.example"))
    assert trace("Press the red key.", "en", marks, role="target") == plain
    assert trace("Press the red key.", "en", (Mark("code", 10, 17),), role="target") != plain


def test_a_name_that_the_page_spells_otherwise_was_misspelt() -> None:
    page = ["Kilnwatch calls you.", "Kilnwatch rings."]
    first, *_ = steps(["Kilnwach reads it.", *page], ["Kilnwatch reads it.", *page])
    assert not first.material
    first, *_ = steps(["Kilnwach reads it.", *page, "Kilnwach"], ["Kilnwatch reads it.", *page, "Kilnwach"])
    assert first.material, "there is such a thing"


@pytest.mark.parametrize("keep_text", [True, False])
def test_code_is_known_again_by_its_place(keep_text: bool) -> None:
    text, new = "The box uses x or 10 y.", "The box uses x or 10 z."
    marks = (Mark("code", 13, 14), Mark("code", 21, 22))
    old = [trace(text, "en", marks, role="source", keep_text=keep_text)]
    (step,) = compare(old, [Sentence(new, marks)], "en")
    assert [(w.kind, w.text) for w in step.changes] == [("code", "`y` → `z`")]


def test_a_trace_of_the_source_keeps_words_and_values_and_text_only_where_asked() -> None:
    text = "Since v1.22, `lamp` waits for two hours."
    kept = trace(text, "en", (Mark("code", 14, 18),), role="source")
    assert kept.text is None
    assert "v1.22" in kept.values
    assert "two hours" in kept.values
    assert len(kept.words) == 3 * 7
    assert trace(text, "en", role="source", keep_text=True).text == text
    assert trace(text, "en", role="target").words == ""
