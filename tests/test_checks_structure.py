"""Headings, lists, tables and admonitions of two documents: what is said where their shapes differ, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks import DocumentContext
from aligncheck.checks.structure.asides import asides
from aligncheck.checks.structure.lists import list_differs
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity
from aligncheck.model.text import Pair, Side
from aligncheck.segment import segment

LEXICON = Lexicon.load()

SECTIONS = (
    ("North quay", "The ferry to the islands calls here twice a day.", "北码头", "开往群岛的渡轮每天两次停靠在这里。"),
    ("South quay", "Fishing boats land their catch before dawn.", "南码头", "渔船在黎明前把渔获卸在这里。"),
    ("Crane", "Only two people in the town may work it.", "起重机", "镇上只有两个人可以操作它。"),
    ("Warehouse", "Salt was kept here until the railway came.", "仓库", "铁路通车之前这里一直存放盐。"),
    ("Lighthouse", "The keeper climbs the stairs every evening.", "灯塔", "看守人每天晚上爬上楼梯。"),
)
ITEMS = (
    ("Check the weather report for the whole day.", "查看全天的天气预报。"),
    ("Fill both of the water tanks.", "加满两个水箱。"),
    ("Tell the harbour office when you expect to return.", "告诉港务办公室预计何时返回。"),
    ("Close the hatch above the engine.", "关上发动机上方的舱口。"),
)
STEPS = ("Before you leave the harbour, do this:", "离港之前请完成以下事项：")
WARNING = ("Nobody may climb the ladder in a storm.", "暴风雨中任何人不得攀爬梯子。")


def findings(english: str, chinese: str, *, source: str = "en", suffix: str = "md") -> list[Finding]:
    documents = {"en": read(english.encode(), f"a.en.{suffix}"), "zh": read(chinese.encode(), f"a.zh.{suffix}")}
    first, second = documents[source], documents["zh" if source == "en" else "en"]
    found = check_files(first, second, Config(source=source), LEXICON).findings
    return [f for f in found if f.code.startswith("STR")]


def spans(finding: Finding) -> tuple[list[str], list[str]]:
    return [s.text for s in finding.source_spans], [s.text for s in finding.target_spans]


def sections(which: int, levels: str) -> str:
    """A page with a heading of the given level before each paragraph; level 0 is a bold line."""
    parts = []
    for level, section in zip(map(int, levels), SECTIONS, strict=False):
        title, text = section[2 * which], section[2 * which + 1]
        parts += ["#" * level + " " + title if level else f"**{title}**", text]
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize("levels", ["12222", "12332", "11111", "23223"])
def test_equal_levels_are_silent(levels: str) -> None:
    assert findings(sections(0, levels), sections(1, levels)) == []


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 5), min_size=5, max_size=5), st.integers(-4, 1))
def test_a_page_shifted_as_a_whole_is_silent(levels: list[int], shift: int) -> None:
    shift = max(shift, 1 - min(levels))
    left, right = ("".join(str(level + by) for level in levels) for by in (0, shift))
    assert findings(sections(0, left), sections(1, right)) == []


@pytest.mark.parametrize("source", ["en", "zh"])
def test_heading_of_another_level_is_a_warning(source: str) -> None:
    (finding,) = findings(sections(0, "12222"), sections(1, "12232"), source=source)
    assert (finding.code, finding.severity.value) == ("STR002", "warning")
    both = (["Warehouse"], ["仓库"])
    assert spans(finding) == (both if source == "en" else both[::-1])
    levels = (2, 3) if source == "en" else (3, 2)
    assert finding.message == f"This heading has level {levels[0]}, its translation level {levels[1]}."


def test_headings_shifted_in_succession_are_one_finding() -> None:
    (finding,) = findings(sections(0, "12222"), sections(1, "12233"))
    assert finding.message == "These 2 headings stand 1 level deeper in the translation."
    assert spans(finding) == (["Warehouse", "Lighthouse"], ["仓库", "灯塔"])


def test_heading_without_its_space_is_a_warning() -> None:
    chinese = sections(1, "12222").replace("## 起重机", "##起重机")
    (finding,) = findings(sections(0, "12222"), chinese)
    assert (finding.code, finding.severity.value) == ("STR002", "warning")
    assert spans(finding) == (["Crane"], ["##起重机"])


@pytest.mark.parametrize(("left", "right"), [("12222", "12202"), ("12202", "12222")])
def test_heading_against_a_bold_line_is_a_hint(left: str, right: str) -> None:
    (finding,) = findings(sections(0, left), sections(1, right))
    assert (finding.code, finding.severity.value) == ("STR002", "info")


def test_plain_text_has_no_levels() -> None:
    assert findings(sections(0, "12222"), sections(1, "12232"), suffix="txt") == []


def listed(which: int, marker: str, items: int = 4) -> str:
    rows = [marker.format(n=n) + item[which] for n, item in enumerate(ITEMS[:items], 1)]
    return "\n\n".join([STEPS[which], "\n".join(rows), WARNING[which]]) + "\n"


@pytest.mark.parametrize(("left", "right"), [("- ", "* "), ("{n}. ", "{n}. "), ("{n}. ", "1. "), ("{n}. ", "{n}) ")])
def test_lists_of_one_kind_are_silent(left: str, right: str) -> None:
    assert findings(listed(0, left), listed(1, right)) == []


@pytest.mark.parametrize(("left", "right", "word"), [("{n}. ", "- ", "numbered"), ("- ", "{n}. ", "bulleted")])
def test_list_of_another_kind_is_one_hint(left: str, right: str, word: str) -> None:
    (finding,) = findings(listed(0, left), listed(1, right))
    assert (finding.code, finding.severity.value) == ("STR003", "info")
    assert finding.message.startswith(f"These 4 list items are {word}")
    assert spans(finding) == ([en for en, _ in ITEMS], [zh for _, zh in ITEMS])


@pytest.mark.parametrize("number", [0, 1, 3])
@pytest.mark.parametrize(("sign", "marker"), [("-", "- "), ("*", "* "), ("{n}.", "{n}. ")])
def test_item_without_its_space_is_a_warning(number: int, sign: str, marker: str) -> None:
    item = ITEMS[number][1]
    sign, written = sign.format(n=number + 1), marker.format(n=number + 1) + item
    chinese = listed(1, marker).replace(written, sign + item)
    (finding,) = findings(listed(0, marker), chinese)
    assert (finding.code, finding.severity.value) == ("STR003", "warning")
    assert "no space follows" in finding.message


def test_items_that_became_one_are_a_hint() -> None:
    (first, other), (second, another) = ITEMS[:2]
    chinese = listed(1, "- ").replace(f"{other}\n- {another}", other + another)
    (finding,) = findings(listed(0, "- "), chinese)
    assert (finding.code, finding.severity.value) == ("STR003", "info")
    assert finding.message == "These 2 list items are one in the translation."
    assert spans(finding) == ([first, second], [other + another])


def test_a_list_without_any_space_is_one_warning() -> None:
    chinese = listed(1, "- ")
    for _, item in ITEMS:
        chinese = chinese.replace("- " + item, "-" + item)
    (finding,) = findings(listed(0, "- "), chinese)
    assert (finding.code, finding.severity.value) == ("STR003", "warning")
    assert spans(finding) == ([item for item, _ in ITEMS], ["-"])


def test_missing_item_is_left_to_its_sentence() -> None:
    assert findings(listed(0, "- "), listed(1, "- ").replace("- " + ITEMS[1][1] + "\n", "")) == []


def table(which: int, *rows: str) -> str:
    head = ("| Quay | Depth |", "| 码头 | 水深 |")[which]
    names = (("North quay", "北码头"), ("South quay", "南码头"), ("Old quay", "老码头"))
    body = [row.replace(en, (en, zh)[which]) for row in rows for en, zh in names if en in row] + []
    plain = [next((b for b in body if b.split("|")[2] == row.split("|")[2]), row) for row in rows]
    return "\n\n".join([STEPS[which], "\n".join([head, "|---|---|", *plain]), WARNING[which]]) + "\n"


ROWS = ("| North quay | 4.1 |", "| South quay | 3.6 |", "| 7 | 2.8 |", "| Old quay | 1.9 |")


def test_equal_tables_are_silent() -> None:
    assert findings(table(0, *ROWS), table(1, *ROWS)) == []


@pytest.mark.parametrize("source", ["en", "zh"])
def test_row_of_numbers_on_one_side_is_told(source: str) -> None:
    (finding,) = findings(table(0, *ROWS), table(1, *ROWS[:2], ROWS[3]), source=source)
    assert (finding.code, finding.severity.value) == ("STR004", "warning" if source == "en" else "info")
    own = finding.source_spans if source == "en" else finding.target_spans
    assert [s.text for s in own] == ["7 | 2.8"]


def test_row_of_words_is_left_to_its_sentences() -> None:
    assert findings(table(0, *ROWS), table(1, *ROWS[:1], *ROWS[2:])) == []


def test_column_of_numbers_on_one_side_is_told() -> None:
    rows = [row + f" {n} |" for n, row in enumerate(ROWS[:2])]
    english = table(0, *rows).replace("| Depth |\n|---|---|", "| Depth | 9 |\n|---|---|---|")
    (finding,) = findings(english, table(1, *ROWS[:2]))
    assert finding.message == "The table has 3 columns, its translation 2."
    assert spans(finding) == (["9", "0", "1"], [])


def noted(which: int, opening: str, closing: str = "", indent: str = "") -> str:
    body = "\n".join(part for part in (opening, indent + WARNING[which], closing) if part)
    return "\n\n".join([ITEMS[0][which], body, ITEMS[2][which]]) + "\n"


NOTATIONS = [
    (":::{}", ":::", ""),
    ("::: {}", ":::", ""),
    ("/// {}", "///", ""),
    ("!!! {}", "", "    "),
    ("> [!{}]", "", "> "),
    ('<Aside type="{}">', "</Aside>", ""),
    ('<Callout type="{}">', "</Callout>", ""),
]


@pytest.mark.parametrize(("opening", "closing", "indent"), NOTATIONS)
def test_kind_of_an_admonition_in_any_notation(opening: str, closing: str, indent: str) -> None:
    def page(which: int, word: str) -> str:
        return noted(which, opening.format(word), closing, indent)

    assert findings(page(0, "danger"), page(1, "danger")) == []
    assert findings(page(0, "info"), page(1, "note")) == []
    (finding,) = findings(page(0, "danger"), page(1, "tip"))
    assert (finding.code, finding.severity.value, spans(finding)) == ("STR007", "warning", (["danger"], ["tip"]))


@pytest.mark.parametrize("source", ["en", "zh"])
def test_admonition_that_became_text_is_a_hint_where_none_is_set_off(source: str) -> None:
    english, chinese = noted(0, ":::danger", ":::"), noted(1, "")
    (finding,) = findings(english, chinese, source=source)
    assert (finding.code, finding.severity.value) == ("STR007", "info")
    assert spans(finding) == ((["danger"], [WARNING[1]]) if source == "en" else ([WARNING[1]], ["danger"]))


def test_admonition_that_became_text_beside_others_is_a_warning() -> None:
    english = noted(0, ":::danger", ":::") + "\n:::tip\n" + ITEMS[1][0] + "\n:::\n"
    chinese = noted(1, "") + "\n:::tip\n" + ITEMS[1][1] + "\n:::\n"
    (finding,) = findings(english, chinese)
    assert (finding.code, finding.severity.value) == ("STR007", "warning")


@pytest.mark.parametrize("chinese", [noted(1, "", "", "> "), noted(1, "", "", "**危险**："), noted(1, "**危险**\n")])
def test_admonition_set_off_in_another_way_is_silent(chinese: str) -> None:
    assert findings(noted(0, "> [!DANGER]", "", "> "), chinese) == []


@pytest.mark.parametrize(
    "opening", [":::tabs", ":::details", '<Tabs type="tip">', "<Aside>", "{% include note.html %}"]
)
def test_what_else_is_set_off_is_no_admonition(opening: str) -> None:
    assert asides(read(noted(0, opening, ":::").encode(), "a.md")) == []


def test_admonitions_shown_as_code_are_none() -> None:
    text = "Write this:\n\n```md\n:::tip\nThe tide turns at noon.\n:::\n```\n\nThen look at the page.\n"
    assert asides(read(text.encode(), "a.md")) == []


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_a_file_with_both_languages_is_silent(suffix: str) -> None:
    pieces = []
    for english, chinese in zip(ITEMS, reversed(ITEMS), strict=True):
        pieces += [f"## {english[0][:20]}", english[0], "```sh\ntides serve\n```", f"### {english[1][:4]}", english[1]]
        pieces += ["- " + chinese[0], "1. " + chinese[1], ":::tip\n" + WARNING[1] + "\n:::"]
    report = check_file(read("\n\n".join(pieces).encode(), f"a.{suffix}"), Config(), LEXICON)
    assert [f.code for f in report.findings if f.code.startswith("STR")] == []


def test_items_that_became_one_too_short_for_both_are_a_warning() -> None:
    english = sections(0, "22222") + "\n" + "\n".join("- " + en for en, _ in ITEMS[:2]) + "\n"
    chinese = sections(1, "22222") + "\n- 查看天气，加满水。\n"
    documents = read(english.encode(), "a.en.md"), read(chinese.encode(), "a.zh.md")
    left, right = segment(documents[0], "en"), segment(documents[1], "zh")
    couples = [((one,), (two,)) for one, two in zip(left[:-2], right[:-1], strict=True)] + [(left[-2:], right[-1:])]
    pairs = [
        Pair(n, Side.of(documents[0], tuple(ones)), Side.of(documents[1], tuple(twos)), 1.0)
        for n, (ones, twos) in enumerate(couples)
    ]
    (hit,) = list_differs.on_document(DocumentContext(*documents, "en", "zh", pairs, LEXICON, "two-files"))
    assert hit.severity is Severity.WARNING
    assert hit.message.endswith("are one in the translation, which is too short for all of them.")


PIECES = (
    *((f"## {en}\n\n{said}", f"## {zh}\n\n{text}") for en, said, zh, text in SECTIONS),
    *((f"- {en}\n- {ITEMS[0][0]}", f"* {zh}\n* {ITEMS[0][1]}") for en, zh in ITEMS[1:]),
    ("```sh\ntides serve --port 80\n```", "```sh\n# 启动\ntides serve --port 80\n```"),
    ("```py\nring(4)\n```", "```py\nring(4)\n```"),
    ("    bell.ring()", "```\nbell.ring()\n```"),
    ("| Quay | Depth |\n|---|---|\n| North | 4 |\n| 2 | 7 |", "| 码头 | 水深 |\n|---|---|\n| 北 | 4 |\n| 2 | 7 |"),
    (f":::danger\n{WARNING[0]}\n:::", f":::danger[危险]\n{WARNING[1]}\n:::"),
)
ORDER = st.lists(st.sampled_from(range(len(PIECES))), min_size=1, max_size=9, unique=True)


@settings(deadline=None, max_examples=40)
@given(ORDER)
def test_a_page_and_its_translation_are_silent(order: list[int]) -> None:
    english, chinese = ("\n\n".join(PIECES[n][which] for n in order) for which in (0, 1))
    assert findings(english, chinese) == []


@settings(deadline=None, max_examples=40)
@given(ORDER, ORDER)
def test_whatever_differs_is_shown_where_it_stands(one: list[int], two: list[int]) -> None:
    english = "\n\n".join(PIECES[n][0] for n in one)
    chinese = "\n\n".join(PIECES[n][1] for n in two)
    for finding in findings(english, chinese):
        assert finding.source_spans or finding.target_spans
        assert all(english[s.start : s.end] == s.text != "" for s in finding.source_spans)
        assert all(chinese[s.start : s.end] == s.text != "" for s in finding.target_spans)
