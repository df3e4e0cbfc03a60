"""What is missing and what was added: how much is one finding, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Collection

import pytest
from completeness_builder import SECTIONS, Name, found, page, told, whole
from hypothesis import given, settings
from hypothesis import strategies as st

MISSING = [
    ({(1, 2)}, "This sentence is missing from the translation."),
    ({(1, 2), (1, 3)}, "2 sentences under “Before you leave” are missing from the translation."),
    (whole(1), "The section “Before you leave” is missing from the translation: 3 sentences."),
    (
        whole(1, 2),
        "The sections “Before you leave” and “On the lake” are missing from the translation: 5 sentences.",
    ),
    (
        whole(1, 2) | {(0, 2)},
        "The sections “Before you leave” and “On the lake” (5 sentences) and 1 sentence under “Hiring a boat” are "
        "missing from the translation.",
    ),
]


@pytest.mark.parametrize(("lost", "message"), MISSING)
def test_a_succession_is_one_finding_that_names_the_section(lost: set[Name], message: str) -> None:
    assert told(found(page("en"), page("zh", lost))) == [("OMI001", "error", message)]


def test_of_many_sections_the_first_and_the_last_are_named() -> None:
    sections = [
        ("Rope", "绳索", "Coil the rope clockwise after every trip.", "每次出航后，把绳索顺时针盘好。"),
        ("Anchor", "锚", "Grease the chain of the anchor in spring.", "春天给锚链上油。"),
        ("Sail", "帆", "Dry the sail before it goes into the bag.", "帆要晾干后才能装进袋子。"),
        ("Compass", "罗盘", "Keep magnets away from the compass.", "不要让磁铁靠近罗盘。"),
    ]
    english = page("en") + "".join(f"\n\n## {name}\n\n{text}" for name, _, text, _ in sections)
    chinese = page("zh") + "".join(f"\n\n## {name}\n\n{text}" for _, name, _, text in sections)
    told_so = "4 sections, from “Rope” to “Compass”,"
    missing = f"{told_so} are missing from the translation: 4 sentences."
    assert told(found(english, page("zh"))) == [("OMI001", "error", missing)]
    added = "4 sections, from “绳索” to “罗盘”, have no counterpart in the source: 4 sentences."
    assert told(found(page("en"), chinese)) == [("OMI002", "warning", added)]


def test_an_added_section_is_one_warning() -> None:
    message = "The section “在湖上” has no counterpart in the source: 2 sentences."
    assert told(found(page("en", whole(2)), page("zh"))) == [("OMI002", "warning", message)]


def test_either_language_may_be_the_source() -> None:
    message = "The section “在湖上” is missing from the translation: 2 sentences."
    assert told(found(page("en", whole(2)), page("zh"), source="zh")) == [("OMI001", "error", message)]


def test_gaps_with_a_sentence_between_are_one_and_with_a_heading_two() -> None:
    near = told(found(page("en"), page("zh", {(1, 1), (1, 3)})))
    assert near == [("OMI001", "error", "2 sentences under “Before you leave” are missing from the translation.")]
    apart = told(found(page("en"), page("zh", {(1, 3), (2, 1)})))
    assert [message for _, _, message in apart] == ["This sentence is missing from the translation."] * 2


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(5)), min_size=1, max_size=3))
def test_missing_sections_are_shown_whole_and_nothing_else_is(sections: set[int]) -> None:
    findings = found(page("en"), page("zh", whole(*sections)))
    shown = [span.text for f in findings for span in f.source_spans]
    assert {f.code for f in findings} == {"OMI001"}
    assert shown == [SECTIONS[section][n][0] for section, n in sorted(whole(*sections))]


LIST_EN = """## Tools

- A hammer with a wooden handle
- Two copper nails for every plank
- A bucket of warm tar
- A brush of horse hair
"""
LIST_ZH = """## 工具

- 一把木柄锤子
- 每块木板两根铜钉
- 一桶热焦油
- 一把马毛刷
"""
TABLE_EN = """## Prices

| Boat | Price for an hour |
|---|---|
| Rowing boat for four people | twelve euros and a deposit |
| Sailing boat with a cabin | thirty euros and a licence |
| Pedal boat shaped like a swan | nine euros for children |
"""
TABLE_ZH = """## 价格

| 船 | 每小时价格 |
|---|---|
| 四人划艇 | 十二欧元加押金 |
| 带船舱的帆船 | 三十欧元，需持执照 |
| 天鹅形状的脚踏船 | 儿童九欧元 |
"""
PARTS = [
    (LIST_EN, LIST_ZH, ["- 一桶热焦油\n"], "This list item is missing from the translation."),
    (
        LIST_EN,
        LIST_ZH,
        ["- 一桶热焦油\n", "- 每块木板两根铜钉\n"],
        "2 list items under “Tools” are missing from the translation.",
    ),
    (
        TABLE_EN,
        TABLE_ZH,
        ["| 带船舱的帆船 | 三十欧元，需持执照 |\n"],
        "This table row is missing from the translation.",
    ),
    (TABLE_EN, TABLE_ZH, ["儿童九欧元"], "This table cell is missing from the translation."),
]


@pytest.mark.parametrize(("english", "chinese", "lost", "message"), PARTS)
def test_list_items_rows_and_cells_are_told_as_such(english: str, chinese: str, lost: list[str], message: str) -> None:
    shorter = chinese
    for part in lost:
        shorter = shorter.replace(part, "")
    assert told(found(page("en") + "\n\n" + english, page("zh") + "\n\n" + shorter)) == [("OMI001", "error", message)]


def test_a_short_list_item_is_a_warning() -> None:
    english = LIST_EN + "- Sharp saw\n"
    message = "This list item is missing from the translation."
    assert told(found(page("en") + "\n\n" + english, page("zh") + "\n\n" + LIST_ZH)) == [("OMI001", "warning", message)]


STRINGS = {
    "menu": {"open": "Open the logbook", "print": "Print the weather report", "close": "Close"},
    "hints": {"drag": "Drag the pin to your berth", "tap": "Tap the map twice to zoom"},
}
RENDERED = {
    "menu": {"open": "打开航海日志", "print": "打印天气预报", "close": "关闭"},
    "hints": {"drag": "将图钉拖到你的泊位", "tap": "点按地图两次以放大"},
}


def locale(drop: Collection[str]) -> str:
    kept = {
        group: {key: text for key, text in texts.items() if key not in drop and group not in drop}
        for group, texts in RENDERED.items()
    }
    return json.dumps(kept, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("drop", "severity", "message"),
    [
        ({"drag"}, "error", "This string is missing from the translation."),
        ({"close"}, "warning", "This string is missing from the translation."),
        ({"drag", "tap"}, "error", "2 strings under “hints” are missing from the translation."),
        ({"open", "tap"}, "error", "2 strings under “menu” and “hints” are missing from the translation."),
    ],
)
def test_strings_a_file_of_keys_lacks_are_one_finding(drop: set[str], severity: str, message: str) -> None:
    assert told(found(json.dumps(STRINGS), locale(drop), "json")) == [("OMI001", severity, message)]
