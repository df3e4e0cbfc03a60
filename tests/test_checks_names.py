"""Names: one in two forms, two in one form, left out, swapped, misspelled, half transcribed; in both directions."""

from __future__ import annotations

from functools import cache

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET

from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity
from aligncheck.model.term import Term
from aligncheck.model.text import Lang

LEXICON = Lexicon.load()
JOINT = " "
Rows = tuple[tuple[str, str], ...]

ORCHARD: Rows = (
    ("The orchard belonged to Thornbury for years.", "果园多年来属于索恩伯里。"),
    ("Every spring Thornbury pruned the pear trees.", "每年春天索恩伯里都修剪梨树。"),
    ("His neighbour Vanessa kept bees behind the wall.", "邻居瓦妮莎在墙后养蜂。"),
    ("One morning Thornbury found a swarm in the barn.", "一天早晨，索恩伯里在谷仓里发现了一群蜂。"),
    ("He called Vanessa at once.", "他立刻给瓦妮莎打电话。"),
    ("Together Vanessa and Thornbury carried the hive home.", "瓦妮莎和索恩伯里一起把蜂箱搬回家。"),
    ("The village still talks about that morning.", "村里至今还谈起那个早晨。"),
)
"""Two names, each always written in one way."""


@cache
def found(rows: Rows, source: Lang = "en", detail: bool = False, terms: Rows = ()) -> tuple[Finding, ...]:
    other = {"en": "zh", "zh": "en"}[source]
    lines = [f"{source}\t{other}", *(f"{en}\t{zh}" if source == "en" else f"{zh}\t{en}" for en, zh in rows)]
    document = read("\n".join([*lines, ""]).encode(), "pairs.tsv")
    glossary = tuple(Term(en=(en,), zh=(zh,)) for en, zh in terms)
    config = Config(select=("TRM01",), source=source, detail=detail, terms=glossary)
    return check_file(document, config, LEXICON).findings


def codes(rows: Rows, source: Lang = "en") -> list[str]:
    return [finding.code for finding in found(rows, source)]


def fixed(finding: Finding) -> tuple[str, str, bool]:
    """What the one change of a finding replaces, by what, and whether it is safe."""
    assert finding.fixes is not UNSET
    (fix,) = finding.fixes
    return fix.text, fix.replacement, fix.safe


def changed(row: int, old: str, new: str, rows: Rows = ORCHARD) -> Rows:
    """The rows with something else in the Chinese of one of them."""
    assert old in rows[row][1]
    return tuple((en, zh.replace(old, new) if n == row else zh) for n, (en, zh) in enumerate(rows))


def traditional(rows: Rows) -> Rows:
    convert = opencc.OpenCC("s2t").convert
    return tuple((en, convert(zh)) for en, zh in rows)


def test_names_in_one_form_each_are_no_fault() -> None:
    assert not found(ORCHARD)
    assert not found(traditional(ORCHARD))
    assert not found(ORCHARD, "zh")


def test_another_form_is_told_with_the_usual_one() -> None:
    (finding,) = found(changed(3, "索恩伯里", "索恩贝里"))
    assert (finding.code, finding.severity) == ("TRM010", Severity.WARNING)
    assert [(span.text, span.value) for span in finding.target_spans] == [("索恩贝里", "索恩伯里")]
    assert [span.text for span in finding.source_spans] == ["Thornbury"]
    assert fixed(finding) == ("索恩贝里", "索恩伯里", False)


def test_all_places_of_a_name_are_one_finding_unless_details_are_asked_for() -> None:
    rows = changed(5, "索恩伯里", "索恩贝里", (*changed(3, "索恩伯里", "索恩贝里"), *ORCHARD))
    (finding,) = found(rows)
    assert [span.text for span in finding.target_spans] == ["索恩贝里", "索恩贝里"]
    assert "索恩贝里 ×2" in finding.message
    assert len(found(rows, detail=True)) == 2


def test_the_fix_is_in_the_script_of_the_document() -> None:
    (finding,) = found(traditional(changed(4, "瓦妮莎", "瓦内莎")))
    assert fixed(finding) == ("瓦內莎", "瓦妮莎", False)


@pytest.mark.parametrize(
    ("row", "old", "new"),
    [
        (3, "索恩伯里在", "他在"),
        (3, "索恩伯里在", "果园主在"),
        (3, "索恩伯里", "老索恩伯里先生"),
        (3, "索恩伯里", "索恩伯里（Thornbury）"),
        (3, "索恩伯里", "索恩·伯里"),
        (5, "瓦妮莎和索恩伯里", "两人"),
    ],
)
def test_pronouns_titles_and_glosses_are_no_other_forms(row: int, old: str, new: str) -> None:
    assert not found(changed(row, old, new))


def test_a_name_that_the_glossary_has_is_settled() -> None:
    rows = changed(3, "索恩伯里", "索恩贝里")
    assert not found(rows, terms=(("Thornbury", "索恩伯里"),))


def test_another_bearer_of_a_name_may_be_written_in_another_way() -> None:
    rows = (
        ("The baker Edmund Harrow opened early.", "面包师埃德蒙·哈罗很早开门。"),
        ("We asked Edmund Harrow for rye bread.", "我们向埃德蒙·哈罗要黑麦面包。"),
        ("The judge Edmund Pickering came later.", "法官埃德孟·皮克林后来才到。"),
    )
    assert not found(rows)


def test_one_form_may_serve_for_no_other_name() -> None:
    rows = (("Johnston wrote a long letter to Johnson.", "约翰逊给约翰逊写了一封长信。"),)
    (finding,) = found(rows)
    assert (finding.code, finding.severity) == ("TRM011", Severity.WARNING)
    assert not found((("Johnston wrote a long letter to Johnson.", "约翰斯顿给约翰逊写了一封长信。"),))


@pytest.mark.parametrize(("one", "other", "form"), [("Catherine", "Katherine", "凯瑟琳"), ("Walter", "Walt", "沃尔特")])
def test_names_that_sound_alike_may_have_one_form(one: str, other: str, form: str) -> None:
    rows = tuple((f"On Monday {name} sang for us.", f"星期一{form}为我们唱歌。") for name in (one, other, one, other))
    assert "TRM011" not in codes(rows)


def test_a_name_in_place_of_another_is_told() -> None:
    (finding,) = found(changed(1, "索恩伯里", "瓦妮莎"))
    assert (finding.code, finding.severity) == ("TRM013", Severity.WARNING)
    assert [span.text for span in finding.source_spans] == ["Thornbury"]
    assert [span.text for span in finding.target_spans] == ["瓦妮莎"]
    assert fixed(finding)[1] == "索恩伯里"


def test_a_name_in_place_of_another_is_told_of_english_translations() -> None:
    (finding,) = found(changed(1, "索恩伯里", "瓦妮莎"), "zh")
    assert (finding.code, *fixed(finding)) == ("TRM013", "Thornbury", "Vanessa", False)


def test_a_name_is_missing_only_where_nothing_around_tells_it() -> None:
    between = tuple((f"The shop in street {n} was shut.", f"第 {n} 街的店关门了。") for n in range(2, 6))
    rows = (*ORCHARD, *between, ("In the evening Thornbury left for the coast.", "晚上动身去了海边。"), *between)
    assert codes(rows) == ["TRM012"]
    assert not found(changed(len(ORCHARD) + len(between), "动身", "他动身", rows))
    assert not found((*ORCHARD, ("In the evening Thornbury left for the coast.", "索恩伯里"), *between))
    beside = (*ORCHARD, ("At noon Thornbury ate.", "中午索恩伯里吃了饭。"), ("Later Thornbury left.", "后来动身了。"))
    assert not found(beside)


@pytest.mark.parametrize(
    ("zh", "lacks"),
    [
        ("瓦妮莎和伯纳德划船回家。", "Harriet"),
        ("瓦妮莎與伯納德划船回家。", "Harriet"),
        ("哈丽特和伯纳德划船回家。", "Vanessa"),
        ("哈丽特、瓦妮莎和伯纳德划船回家。", ""),
        ("他们和瓦妮莎划船回家。", ""),
        ("瓦妮莎和伯纳德跟 Harriet 划船回家。", ""),
        ("瓦妮莎、哈丽特、伯纳德划船回家。", ""),
    ],
)
def test_one_of_three_names_is_missing(zh: str, lacks: str) -> None:
    hits = [f for f in found((("Harriet, Vanessa and Bernard rowed home.", zh),)) if f.code == "TRM012"]
    assert [span.text for f in hits for span in f.source_spans] == [lacks] * bool(lacks)
    assert all(f.severity is Severity.WARNING for f in hits)


def test_a_name_left_in_latin_letters_is_a_hint() -> None:
    (finding,) = found(changed(3, "索恩伯里在", "Thornbury 在"))
    assert (finding.code, finding.severity) == ("TRM015", Severity.INFO)
    assert fixed(finding)[1] == "索恩伯里"
    assert not found(changed(3, "索恩伯里在", "Thornbury Inn 在"))


def test_english_spellings_of_one_name_are_compared() -> None:
    rows = tuple(
        (en.replace("Vanessa", "Vannessa") if n == 4 else en, zh) for n, (en, zh) in enumerate((*ORCHARD, *ORCHARD))
    )
    (finding,) = found(rows, "zh")
    assert finding.code == "TRM010"
    assert fixed(finding) == ("Vannessa", "Vanessa", False)
    assert not found(rows)


@pytest.mark.parametrize(
    ("en", "zh", "right"),
    [
        ("The potter Deng Yanling works in clay.", "陶工邓雁玲用陶土创作。", ""),
        ("The potter Yanling Deng works in clay.", "陶工邓雁玲用陶土创作。", "Deng Yanling"),
        ("The potter Deng Yalning works in clay.", "陶工邓雁玲用陶土创作。", "Deng Yanling"),
        ("The potter Deng Yan-lyng works in clay.", "陶工邓雁玲用陶土创作。", ""),
        ("The potter Deng Yanlin works in clay.", "陶工邓雁玲用陶土创作。", "Deng Yanling"),
        ("The potter Deng Yanlin works in clay.", "陶工鄧雁玲用陶土創作。", "Deng Yanling"),
        ("The potter Deng Yanlin works in clay.", "陶工邓雁林用陶土创作。", ""),
        ("The potter Teng Yen-ling works in clay.", "陶工邓雁玲用陶土创作。", ""),
        ("The singer Ouyang Xiaomei bowed.", "歌手欧阳小梅鞠躬。", ""),
        ("The singer Xiaomei Ouyang bowed.", "歌手欧阳小梅鞠躬。", "Ouyang Xiaomei"),
        ("The singer Zeng Li bowed.", "歌手曾丽鞠躬。", ""),
        ("The potter Deng Yanlin works in clay.", "这位邓女士用陶土创作。", ""),
    ],
)
@pytest.mark.parametrize("source", ["en", "zh"])
def test_pinyin_is_that_of_the_characters(en: str, zh: str, right: str, source: Lang) -> None:
    hits = [finding for finding in found(((en, zh),), source) if finding.code == "TRM014"]
    assert len(hits) == bool(right)
    assert all(right in finding.message and finding.severity is Severity.INFO for finding in hits)


FAULTY = st.sampled_from(
    [
        changed(3, "索恩伯里", "索恩贝里"),
        changed(4, "瓦妮莎", "瓦内莎"),
        changed(1, "索恩伯里", "瓦妮莎"),
        changed(3, "索恩伯里在", "Thornbury 在"),
        ORCHARD,
    ]
)
UNRELATED = st.sampled_from(
    [
        ("The soup was hot.", "汤很烫。"),
        ("It rained for three days.", "雨下了三天。"),
        ("Press the green button.", "按绿色按钮。"),
        ("", "只有中文。"),
    ]
)


def known(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return sorted((finding.code, finding.message, finding.fingerprint) for finding in findings)


@settings(max_examples=20, deadline=None)
@given(FAULTY, st.lists(st.tuples(st.integers(0, 7), UNRELATED), max_size=3))
def test_unrelated_pairs_change_nothing(rows: Rows, others: list[tuple[int, tuple[str, str]]]) -> None:
    more = list(rows)
    for at, row in others:
        more.insert(at, row)
    assert known(found(tuple(more))) == known(found(rows))


@settings(max_examples=10, deadline=None)
@given(FAULTY)
def test_both_scripts_are_judged_alike(rows: Rows) -> None:
    simplified, other = found(rows), found(traditional(rows))
    assert [(f.code, f.severity, f.pair) for f in simplified] == [(f.code, f.severity, f.pair) for f in other]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), min_size=1, max_size=4))
def test_any_text_is_read(rows: list[tuple[str, str]]) -> None:
    plain = tuple((f"Thornbury {JOINT.join(a.split())}", f"索恩伯里{JOINT.join(b.split())}") for a, b in rows)
    assert found(plain) == found(plain)


def test_texts_of_any_length_are_read() -> None:
    long = ("Vanessa, Thornbury and " * 2000, "索恩伯里和" * 2000)
    rows = (*changed(3, "索恩伯里", "索恩贝里"), long)
    assert codes(rows) == ["TRM010"]
