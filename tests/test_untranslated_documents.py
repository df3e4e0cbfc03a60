"""Sentences, sections and labels left in the source language, in whole documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding

ENGLISH = """# Keeping sheep

The flock spends the summer on the hill above the village. A dog guards it at night.

Every shepherd carries a staff and a small knife.

# Shearing

Shear the ewes in June, when the nights are warm. Keep the fleece dry.

Two people need a day for forty sheep.

# Selling wool

Wool is sold by weight at the market. The price is written on a slate.
"""
CHINESE = """# 养羊

羊群在村子上方的山上过夏天。夜里有一条狗守着。

每个牧羊人都带着一根棍子和一把小刀。

# 剪毛

六月夜里暖和的时候给母羊剪毛。羊毛要保持干燥。

四十只羊两个人要剪一天。

# 卖羊毛

羊毛在市场上按重量出售。价格写在石板上。
"""


def check(english: str, chinese: str, source: str = "en", prefix: str = "UNT") -> list[Finding]:
    """Findings of the family in two Markdown files, the English one the original unless told otherwise."""
    files = {"en": read(english.encode(), "a.en.md"), "zh": read(chinese.encode(), "a.zh.md")}
    target = "zh" if source == "en" else "en"
    report = check_files(files[source], files[target], Config(source=source, select=(prefix,)), Lexicon.load())
    return list(report.findings)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(f.code, f.severity.value) for f in findings]


def test_a_translation_is_silent() -> None:
    assert check(ENGLISH, CHINESE) == []
    assert check(ENGLISH, CHINESE, source="zh") == []


def test_a_section_left_in_english_is_one_finding() -> None:
    start, end = ENGLISH.index("# Shearing"), ENGLISH.index("# Selling")
    left = CHINESE[: CHINESE.index("# 剪毛")] + ENGLISH[start:end] + CHINESE[CHINESE.index("# 卖羊毛") :]
    (finding,) = check(ENGLISH, left)
    assert (finding.code, finding.severity.value) == ("UNT001", "error")
    assert [s.text for s in finding.target_spans][-1] == "Two people need a day for forty sheep."


def test_names_and_labels_between_english_sentences_do_not_split_the_finding() -> None:
    english = "The flock spends the summer on the hill.\n\n{}\n\nA dog guards it all night long.\n\nIt is small."
    assert len(check(english.format("Rotterdam"), english.format("Rotterdam").replace("It is small.", "它很小。"))) == 1
    assert len(check(english.format("42"), english.format("42").replace("It is small.", "它很小。"))) == 1


def test_a_chinese_sentence_between_splits_the_finding() -> None:
    chinese = CHINESE.replace("夜里有一条狗守着。", "A dog guards it at night.").replace(
        "四十只羊两个人要剪一天。", "Two people need a day for forty sheep."
    )
    assert told(check(ENGLISH, chinese)) == [("UNT001", "error")] * 2


def test_chinese_left_in_an_english_translation() -> None:
    english = ENGLISH.replace(
        "Every shepherd carries a staff and a small knife.", "每个牧羊人都带着一根棍子和一把小刀。"
    )
    assert told(check(english, CHINESE, source="zh")) == [("UNT001", "error")]


def test_an_english_remark_without_source_is_a_warning_and_a_paragraph_an_error() -> None:
    short = CHINESE + "\nplease translate this soon\n"
    assert told(check(ENGLISH, short)) == [("UNT001", "warning")]
    long = CHINESE + "\nThis part has not been translated yet, and everybody is welcome to help us with it.\n"
    assert told(check(ENGLISH, long)) == [("UNT001", "error")]


@pytest.mark.parametrize(
    "line",
    [
        "Hobbs, T. R. (1987). The keeping of sheep on the northern hills. Journal of Wool, 4(2), 11–30.",
        "Copyright (c) 1987 by the keepers of the flock. All rights reserved.",
        "This work is licensed under the terms that are given in the file beside it.",
        "Rotterdam Centraal, Den Haag, Leiden",
        "[How we keep our sheep on the hill in summer](https://sheep.example/hill)",
        "`run the shepherd with a small flock`",
        "flock = Flock(size=40); flock.graze(on=hill); print(flock)",
    ],
)
def test_what_nobody_translates_is_silent(line: str) -> None:
    assert check(f"{ENGLISH}\n{line}\n", f"{CHINESE}\n{line}\n") == []


def test_a_quotation_that_stays_english_is_a_warning() -> None:
    line = "“The wolf came down the hill when the snow was deep.”"
    assert told(check(f"{ENGLISH}\n{line}\n", f"{CHINESE}\n{line}\n")) == [("UNT001", "warning")]


def test_a_copy_with_its_translation_below_is_no_error() -> None:
    line = "Every shepherd carries a staff and a small knife."
    chinese = CHINESE.replace("每个牧羊人", f"{line}\n\n每个牧羊人")
    assert ("UNT001", "error") not in told(check(ENGLISH, chinese))


def headed(english: str, chinese: str) -> list[tuple[str, str]]:
    """What is told of one more heading, in a document with six translated ones."""
    things = ["狗", "山", "谷仓", "篱笆", "羊圈", "大门"]
    names = ["dogs", "hills", "barns", "fences", "pens", "gates"]
    left = "".join(f"# About {name}\n\nThe {name} are old and grey.\n\n" for name in names)
    right = "".join(f"# 关于{thing}\n\n{thing}又老又灰。\n\n" for thing in things)
    return told(check(f"{left}# {english}\n\nThe end is near.", f"{right}# {chinese}\n\n结局快到了。"))


@pytest.mark.parametrize("heading", ["Getting Started", "Table of Contents", "Further Reading", "3. Next steps"])
def test_a_fixed_heading_among_translated_ones_is_an_error(heading: str) -> None:
    assert headed(heading, heading) == [("UNT003", "error")]


def test_a_plain_heading_is_a_warning() -> None:
    assert headed("Feeding the lambs", "Feeding the lambs") == [("UNT003", "warning")]


TOOLS = "\n# Counting\n\nRun `flock count` twice a day.\n", "\n# 清点\n\n每天运行两次 `flock count`。\n"
"""Code, which makes a document technical."""


def test_in_technical_text_a_plain_heading_is_a_hint_unless_nearly_all_others_are_translated() -> None:
    few = "\n# Mending the fence\n\nUse wire.\n", "\n# Mending the fence\n\n用铁丝。\n"
    more = "\n# Lambing\n\nIt is cold.\n\n# Hay\n\nCut it early.\n", "\n# 产羔\n\n天很冷。\n\n# 干草\n\n早点割。\n"
    here = [part + tools + label for part, tools, label in zip((ENGLISH, CHINESE), TOOLS, few, strict=True)]
    assert told(check(*here)) == [("UNT003", "info")]
    assert told(check(here[0] + more[0], here[1] + more[1])) == [("UNT003", "warning")]


@pytest.mark.parametrize("heading", ["Docker Compose", "Harbour Lights", "Summer", "API", "`feeding the lambs`"])
def test_a_heading_that_may_be_a_name_is_silent(heading: str) -> None:
    assert headed(heading, heading) == []


def test_the_same_label_is_told_once_with_all_its_places() -> None:
    english = ENGLISH + "\nSource: The Wool Book\n\nThe dog sleeps.\n\nSource: The Hill Book\n"
    chinese = CHINESE + "\nSource: The Wool Book\n\n狗在睡觉。\n\nSource: The Hill Book\n"
    (finding,) = check(english, chinese)
    assert (finding.code, len(finding.target_spans)) == ("UNT003", 2)


def test_a_label_that_is_translated_elsewhere_is_an_error() -> None:
    english = ENGLISH + "\nSource: The Wool Book\n\nThe dog sleeps.\n\nSource: the old book of the hill\n"
    chinese = CHINESE + "\nSource: The Wool Book\n\n狗在睡觉。\n\n来源：那本关于山的旧书\n"
    assert told(check(english, chinese)) == [("UNT003", "error")]


def test_a_term_the_document_keeps_is_silent_and_one_it_translates_is_not() -> None:
    rows = [
        ("The weaver cleans the heddle.", "织工清洁 heddle。"),
        ("A heddle has an eye.", "heddle 有一个眼。"),
        ("Lift the heddle with care.", "小心抬起 heddle。"),
        ("The weaver sharpens the scissors.", "织工磨剪刀。"),
        ("The scissors hang on the wall.", "scissors 挂在墙上。"),
    ]
    text = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    document = read(text.encode(), "rows.tsv")
    found = check_file(document, Config(select=("UNT",)), Lexicon.load()).findings
    assert [(f.code, f.target_spans[0].text) for f in found] == [("UNT002", "scissors")]


@given(st.permutations(["the dog sleeps under the old cart", "nobody has seen the wolf since winter", "we eat bread"]))
def test_a_copied_line_is_found_wherever_it_stands(lines: list[str]) -> None:
    english = "\n\n".join(f"{line.capitalize()} while the snow falls on the hill." for line in lines)
    chinese = english.split("\n\n")
    chinese[0] = "雪落在山上。"
    assert {f.code for f in check(english, "\n\n".join(chinese))} == {"UNT001"}
