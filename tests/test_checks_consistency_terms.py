"""A term keeps its name in all documents of a run, or a hint says where it does not."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from struct import iter_unpack

import pytest
from consistency_builder import FILLER, Row, by_path, examined, found, part, together
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks.consistency.nouns import FIELDS, Place, noun_renderings
from aligncheck.config import Config
from aligncheck.engine import Part
from aligncheck.model.report import Finding, Severity
from aligncheck.model.term import Term

USUAL: tuple[Row, ...] = (
    ("Open the channel in the morning.", "早上打开信道。"),
    ("Two guards watch the channel.", "两名守卫看守着信道。"),
    ("A stone fell into the channel.", "一块石头掉进了信道。"),
    ("Nobody may close the channel at night.", "夜里任何人都不得关闭信道。"),
)
RARER: tuple[Row, ...] = (
    ("A fence stands along the channel.", "通道旁边立着一道围栏。"),
    ("Three boats wait in the channel.", "三条船在通道里等候。"),
)
DOCUMENTS = (
    part("a.tsv", [*FILLER[:2], *USUAL[:2]]),
    part("b.tsv", USUAL[2:]),
    part("c.tsv", [*FILLER[2:4], *RARER]),
)
STRANGERS = (
    part("0.tsv", [("The ferry leaves the old harbour at noon.", "渡轮中午离开旧港口。")]),
    part("z.tsv", [("Nobody has seen the keeper since the storm.", "暴风雨过后，没有人见过看守人。")]),
)


def terms(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "CON003"]


def told(*parts: Part) -> dict[str, list[Finding]]:
    return {path: some for path, all_ in by_path(together(parts)).items() if (some := terms(all_))}


def test_documents_that_are_each_consistent_are_held_against_each_other() -> None:
    ((path, (finding,)),) = told(*DOCUMENTS).items()
    assert path == "c.tsv"
    assert finding.severity is Severity.INFO
    assert finding.message == ("“channel” is “通道” here and in line 5, but “信道” in 4 sentences (first at a.tsv:4).")
    assert [span.text for span in (*finding.source_spans, *finding.target_spans)] == ["channel", "通道"]
    assert finding.target_spans[0].value == "信道"


def test_one_document_is_held_against_itself() -> None:
    (finding,) = terms(found(*USUAL, *FILLER, RARER[0]))
    assert "“信道” in 4 sentences (first at a.tsv:2)" in finding.message


@given(st.permutations(DOCUMENTS), st.sets(st.sampled_from(range(2))), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_order_and_strangers_change_nothing(order: list[Part], strangers: set[int], random: Random) -> None:
    parts = [*order, *(STRANGERS[n] for n in sorted(strangers))]
    random.shuffle(parts)
    assert told(*parts) == told(*DOCUMENTS)


def test_no_count_is_in_the_fingerprint() -> None:
    more = part("a.tsv", [*USUAL[:2], ("Fish live in the channel.", "鱼儿生活在信道里。")])
    after = told(more, *DOCUMENTS[1:])["c.tsv"]
    assert "5 sentences (first at a.tsv:2)" in after[0].message
    assert after[0].fingerprint == told(*DOCUMENTS)["c.tsv"][0].fingerprint


def test_every_document_with_the_rarer_rendering_is_told() -> None:
    found_in = told(*DOCUMENTS[:2], part("c.tsv", RARER), part("d.tsv", RARER[:1]))
    assert {path: len(some) for path, some in found_in.items()} == {"c.tsv": 1, "d.tsv": 1}


@pytest.mark.parametrize("edition", ["hant", "tw"])
def test_editions_are_not_held_against_each_other(edition: str) -> None:
    assert not told(*DOCUMENTS[:2], replace(DOCUMENTS[2], edition=edition))


@pytest.mark.parametrize(
    "rows",
    [
        USUAL[:2] + RARER[:1],
        USUAL[:3] + RARER + (("Fish hide in the channel.", "鱼儿躲在通道里。"),),
        (*USUAL, ("Dig a ditch beside the channel.", "在信道旁边挖一条沟，别挖到通道里。")),
        (*USUAL, ("The passage ends at the channel.", "通道的尽头是水。")),
        (*USUAL, ("The tunnel is no channel.", "隧道不是水路。")),
        (*USUAL, (USUAL[0][0], "早上打开通道。")),
    ],
    ids=["too few", "as frequent", "both", "another word", "nothing in common", "CON001 speaks of it"],
)
def test_nothing_is_said(rows: tuple[Row, ...]) -> None:
    assert not terms(found(*rows, *FILLER))


def test_a_rendering_that_goes_with_a_modifier_is_another_sense() -> None:
    plain = (
        ("The reader turns over a page.", "读者翻过一页。"),
        ("We answer the letter of a reader.", "我们回复了一位读者的来信。"),
        ("A letter came from the reader.", "读者寄来了一封信。"),
        ("The book surprised the reader.", "这本书令读者吃惊。"),
        ("Nobody forgets the reader.", "没有人忘记读者。"),
    )
    device = (
        ("Install the screen reader first.", "先安装屏幕阅读器。"),
        ("The label is spoken by the screen reader.", "标签由屏幕阅读器读出。"),
    )
    assert not terms(found(*plain, *FILLER, *device))
    assert terms(found(*plain, *FILLER, ("He hid it from the reader.", "他对阅读器隐瞒了这件事。")))


def test_a_phrase_keeps_its_name_where_no_determiner_begins_it() -> None:
    rows = (
        ("She wrote down name and postal address.", "她记下了姓名和邮政地址。"),
        ("He asked for number and postal address.", "他询问了号码和邮政地址。"),
        ("Bring a stamp and postal address.", "请带上邮票和邮政地址。"),
        ("Nobody left name or postal address.", "没有人留下姓名或邮政住址。"),
    )
    (finding,) = terms(found(*rows, *FILLER))
    assert finding.message.startswith("“postal address” is “住址” here, but “地址” in 3 sentences")


def test_renderings_without_a_common_character_take_two_sentences() -> None:
    usual = (
        ("We were surprised by the performance.", "我们对性能感到吃惊。"),
        ("We measure the performance.", "我们测量性能。"),
        ("Heat spoils the performance.", "高温损害性能。"),
        ("Nobody doubts the performance.", "没有人怀疑性能。"),
    )
    rarer = (
        ("The old pump lost its performance.", "旧水泵失去了原有的表现。"),
        ("A filter changes the performance.", "过滤器改变表现。"),
    )
    assert not terms(found(*usual, *FILLER, rarer[0]))
    (finding,) = terms(found(*usual, *FILLER, *rarer))
    assert "is “表现” here and in line 13, but “性能” in 4 sentences" in finding.message


def test_a_rendering_that_is_the_usual_one_in_longer_names_is_not_rarer() -> None:
    longer = (
        ("Nobody rows through the eastern channel.", "没有人划船穿过东边的通道。"),
        ("Repair every drainage channel.", "修好每一条排水通道。"),
    )
    assert terms(found(*USUAL, *RARER, *FILLER, longer[0]))
    assert not terms(found(*USUAL, *RARER, *FILLER, *longer))


def test_what_the_glossary_has_is_left_to_it() -> None:
    config = Config(terms=(Term(en=("channel",), zh=("信道", "通道")),))
    assert not terms(found(*USUAL, *RARER[:1], config=config))


def test_a_chinese_source_has_no_terms_here() -> None:
    assert not terms(found(*USUAL, *RARER[:1], config=Config(source="zh")))


@given(st.lists(st.sampled_from((*USUAL, *RARER, *FILLER)), min_size=1, max_size=6))
@settings(deadline=None, max_examples=20)
def test_places_lie_in_their_texts(rows: list[Row]) -> None:
    done = examined("a.tsv", rows, Config())
    for place in map(Place._make, iter_unpack(f"<{FIELDS}", done.extract.gathered[noun_renderings.__name__])):
        pair = done.report.pairs[place.pair]
        assert pair.source is not None
        assert pair.target is not None
        assert 0 <= place.start < place.start + place.size <= len(pair.source.text)
        assert 0 <= place.at < place.at + place.length <= len(pair.target.text)
