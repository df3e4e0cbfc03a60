"""Brackets and endings, which need an original or a whole document: what fires and what stays silent."""

from __future__ import annotations

import pytest
from punctuation_builder import alone, codes, in_files, in_pair

from aligncheck.model.report import Severity

PAIRS = [
    ("The ferry (the old one) leaves at dawn.", "渡轮（旧的那艘黎明出发。", "PUN003", Severity.WARNING),
    ("The ferry (the old one) leaves at dawn.", "渡轮（旧的那艘））黎明出发。", "PUN003", Severity.WARNING),
    ("She said “the lamp is lit” and left.", "她说“灯亮了，然后走了。", "PUN003", Severity.INFO),
    ("Print the list (PDF)", "打印清单 PDF）", "PUN003", Severity.WARNING),
    ("Read the “Lighthouse” chapter.", "请读《灯塔一章。", "PUN003", Severity.INFO),
    ("Has the ferry left?", "渡轮走了吗。", "PUN005", Severity.WARNING),
    ("Has the ferry left?", "“渡轮走了吗。”", "PUN005", Severity.WARNING),
    ("How does the keeper light the lamp?", "守塔人如何点灯。", "PUN005", Severity.INFO),
    ("Is it open on Sundays?", "星期天是不是开放。", "PUN005", Severity.INFO),
]


@pytest.mark.parametrize(("source", "target", "code", "severity"), PAIRS)
def test_a_fault_in_a_pair(source: str, target: str, code: str, severity: Severity) -> None:
    [finding] = in_pair(source, target)
    assert (finding.code, finding.severity) == (code, severity)


SILENT = [
    # the source is no better, or speech runs over rows
    ("The ferry (the old one leaves at dawn.", "渡轮（旧的那艘黎明出发。"),
    ("'The lamp is lit,' she said. 'Come!", "她说：“灯亮了。来吧！"),
    ("That is sad. :(", "真让人难过：("),
    ("Choose one: a) the ferry, b) the lamp.", "任选其一：a) 渡轮；b) 灯。"),
    ("Take 1. (a) ferry and (b) lamp", "取（a）渡轮和（b）灯"),
    ("The value is in [0, 1).", "取值在[0，1）之内。"),
    ('A 5" screen', '5"的屏幕'),
    (">>> print((1, 2)", ">>> print((1, 2) # 打印"),
    # messages that are put together from pieces, or that go on
    ("), they sail (for example:", "），他们出发（例如："),
    ("Net::Ferry settings", "网络：：渡轮的设置"),
    ("The keeper is looking for the ferry, please wait...", "守塔人正在寻找今天黎明出发的渡轮，请等一等..."),
    # questions that are said otherwise
    ("Could you close the door?", "请把门关上。"),
    ("Why not try the ferry?", "坐渡轮试试。"),
    ("Who knows where the ferry is?", "谁也不知道渡轮在哪里。"),
    ("Do you know how the lamp is lit?", "我想知道灯是如何点亮的。"),
    ("Has the ferry left?", "渡轮走了吗？"),
    ("Has the ferry left?", "渡轮走了吗?他问。".replace("?", "？")),
    ("What is it for?", "说明它是做什么用的。"),
    ("Why are you here?", "你在这里干吗。"),
    ("The ferry has left.", "难道渡轮还没走？"),
]


@pytest.mark.parametrize(("source", "target"), SILENT)
def test_what_is_right_in_a_pair_stays_silent(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_a_bracket_may_be_closed_in_the_next_paragraph() -> None:
    assert codes(alone("渡轮出发了（见下文。\n\n灯也亮了）。")) == []
    assert codes(alone("渡轮出发了（见下文。\n\n灯也亮了。\n\n人走了。\n\n门开了。")) == ["PUN003"]


def test_speech_may_run_over_paragraphs() -> None:
    assert codes(alone("她说：“灯亮了。\n\n人走了。\n\n门开了。\n\n码头空了。”")) == []


def test_the_partner_may_stand_in_the_other_language() -> None:
    text = "The ferry leaves the old pier at dawn. 渡轮黎明时离开旧码头（the old one）。\n\n" * 6
    assert codes(alone(text, name="both.txt")) == []


HEADINGS = "# 渡轮\n\n# 灯\n\n# 码头\n\n# 潮汐\n\n"
ENGLISH = "# Ferry\n\n# Lamp\n\n# Pier\n\n# Tide\n\n"


def test_one_heading_with_a_full_stop() -> None:
    [finding] = in_files(ENGLISH + "# The keeper", HEADINGS + "# 守塔人。")
    assert finding.code == "PUN010"
    assert [(fix.text, fix.replacement, fix.safe) for fix in finding.fixes or ()] == [("。", "", True)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (ENGLISH + "# The keeper sleeps.", HEADINGS + "# 守塔人睡了。"),
        (ENGLISH + "# Who sleeps?", HEADINGS + "# 谁睡了？"),
        (ENGLISH + "# The keeper sleeps, the lamp burns", HEADINGS + "# 守塔人睡了。灯亮着。"),
        ("# Ferry\n\n# Lamp\n\n# Pier\n\n# Tide", "# 渡轮。\n\n# 灯。\n\n# 码头\n\n# 潮汐"),
    ],
)
def test_headings_that_are_right(source: str, target: str) -> None:
    assert codes(in_files(source, target)) == []


def test_one_item_of_a_list_with_a_full_stop() -> None:
    source = "".join(f"- The keeper fills lamp {n}\n" for n in range(1, 7))
    target = "".join(f"- 守塔人给第{n}盏灯加油\n" for n in range(1, 7))
    assert codes(in_files(source, target)) == []
    assert codes(in_files(source, target.replace("第3盏灯加油", "第3盏灯加油。"))) == ["PUN010"]


def test_a_paragraph_without_its_full_stop() -> None:
    source = "\n\n".join(f"The keeper fills lamp number {n} with oil tonight." for n in range(1, 21))
    target = "\n\n".join(f"守塔人今晚给第{n}盏灯加满了油。" for n in range(1, 21))
    assert codes(in_files(source, target)) == []
    [finding] = in_files(source, target.replace("第7盏灯加满了油。", "第7盏灯加满了油"))
    assert (finding.code, finding.severity) == ("PUN005", Severity.INFO)
    assert codes(in_files(source, target.replace("。", ""))) == []


def test_a_row_of_pairs_closes_the_brackets_that_it_opens() -> None:
    rows = "en\tzh\nThe ferry (old)\t渡轮（旧的\nThe lamp (new)\t灯新的）\n"
    assert len(alone(rows, name="pairs.tsv", detail=True)) == 2
    assert alone(rows.replace(" (old)", "").replace(" (new)", ""), name="pairs.tsv", detail=True) == ()
