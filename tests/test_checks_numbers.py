"""The number rules on pairs: what fires, with which code, severity and words, and what stays silent."""

from __future__ import annotations

import time

import pytest
from pair_builder import RULES, codes, findings, side

from aligncheck.checks._rule import DocumentContext, Example, Rule
from aligncheck.checks.numbers.judge import judge
from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: Rule) -> None:
    for example in rule.bad:
        assert rule.code in codes(example.en, example.zh), example
    for example in rule.good:
        assert codes(example.en, example.zh) == [], example


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        (
            "The dam holds 2.5 million tonnes.",
            "大坝可蓄水25万吨。",
            "2.5 million tonnes = 2,500,000 t; 25万吨 = 250,000 t: ten times too small.",
        ),
        ("It cost 3,000 shells.", "它价值3万贝壳。", "3,000; 3万 = 30,000: ten times too large."),
        ("Prices tripled.", "价格上涨了三倍。", "tripled = ×3; 三倍 = ×4: read strictly, growing by 3 times makes ×4."),
        ("Boil it for 20 h.", "煮20分钟。", "20 h; 20分钟 = 20 min: same figure, other unit."),
        (
            "The mill opened on March 8.",
            "磨坊于8月3日开业。",
            "March 8 = --03-08; 8月3日 = --08-03: day and month are swapped.",
        ),
        ("The lift holds 900 kg.", "这部电梯载重有限。", "900 kg has no counterpart in the Chinese."),
        ("See chapter 9 for the pumps.", "水泵见第章。", "9; 第: the number is missing."),
    ],
)
def test_messages_state_both_values(en: str, zh: str, expected: str) -> None:
    assert [hit.message for _, hit in findings(en, zh)] == [expected]


def test_message_turns_round_where_chinese_is_the_source() -> None:
    [(code, hit)] = findings("The dam supplies 25 million homes.", "大坝为250万户家庭供水。", source="zh")
    assert code == "NUM004"
    assert hit.message == "250万 = 2,500,000; 25 million = 25,000,000: ten times too large."
    assert hit.source[0].value == "2500000"
    assert hit.target[0].value == "25000000"


def test_spans_underline_exactly_the_expressions() -> None:
    en, zh = "In all, 2.5 million homes were lit.", "共有25万户家庭亮灯。"
    [(_, hit)] = findings(en, zh)
    assert en[hit.source[0].start : hit.source[0].end] == "2.5 million"
    assert zh[hit.target[0].start : hit.target[0].end] == "25万"
    assert (hit.source[0].value, hit.target[0].value) == ("2500000", "250000")


@pytest.mark.parametrize(
    ("en", "zh", "severity"),
    [
        ("The fleet has 48 boats.", "船队有84艘船。", Severity.ERROR),
        ("Five boats sank.", "四艘船沉没。", Severity.ERROR),
        ("Both halves held, and seven fell.", "两半都撑住了，六块掉了。", Severity.ERROR),
        ("Seven lamps went out.", "灯灭了。", Severity.WARNING),
        ("The lift holds 14 people.", "电梯可以载人。", Severity.ERROR),
        ("The lift holds people.", "电梯可载14人。", Severity.WARNING),
        ("See Section 4.2.", "参见相关部分。", Severity.WARNING),
    ],
)
def test_confidence_decides_severity(en: str, zh: str, severity: Severity) -> None:
    assert [hit.severity for _, hit in findings(en, zh)] == [severity]


SILENT = [
    Example("The 21,000-acre estate was sold.", "这座8498公顷的庄园售出。"),
    Example("It weighed 10 jin.", "重5公斤。"),
    Example("It was 90 °F outside.", "室外32℃。"),
    Example("The road is 20 li long.", "这条路长10公里。"),
    Example("They sail on July 26.", "他们将于2020年7月26日启航。"),
    Example("We are open 24/7.", "我们全天候营业。"),
    Example("Put two and two together.", "好好想一想。"),
    Example("He found them both.", "他找到了两人。"),
    Example("The next day it rained.", "第二天下雨了。"),
    Example("Doors close at 5.30pm.", "下午5点半关门。"),
    Example("The order went out on 18.12.", "订单于12月18日发出。"),
    Example("We march at 0500.", "我们五点出发。"),
    Example("It drew 2,06,737 voters.", "吸引了206737名选民。"),
    Example("It earned 41.78 lakh.", "收入417.8万。"),
    Example("There were 24,801 ballots.", "共有2万4801张选票。"),
    Example("Figure 2-1 shows the pump.", "图2.1为水泵。"),
    Example("It lost €2–3 billion.", "它亏损20亿至30亿欧元。"),
    Example("The range is [1,60000].", "范围为[1,60000]。"),
    Example("In the 1820s and 1830s it grew.", "19世纪二三十年代它发展起来。"),
    Example("It took 10–12 years.", "用了10到12年。"),
    Example("A quarter of a million people came.", "有25万人前来。"),
    Example("Two and a half million people came.", "有250万人前来。"),
    Example("The 2nd Lieutenant waved.", "少尉挥了挥手。"),
    Example("He was threescore and ten.", "他七十岁。"),
    Example("In 1912 he came home.", "民国元年他回到家乡。"),
    Example("COVID-19 closed the port.", "新冠疫情使港口关闭。"),
    Example("G7 leaders met.", "七国集团领导人会晤。"),
    Example("An 18-month delay followed.", "随后推迟了一年半。"),
    Example("She is a teenager of about 15.", "她是个15岁左右的少年。"),
    Example("By the end of the 20th century the port had grown.", "到20世纪末，港口已扩大。"),
    Example("A 32-hour, four-day week is planned.", "计划实行32小时、四天工作制。"),
    Example("Over 20 years passed.", "20多年过去了。"),
    Example("(1) Lift the lid. (2) Pour.", "（1）揭开盖子。（2）倒入。"),
    Example("1. Lift the lid.", "揭开盖子。"),
    Example("It rose from 994 to 885 billion.", "从9940亿升至8850亿。"),
    Example("It rose 20%, that is, by a fifth.", "上涨了20%，即五分之一。"),
    Example("Sales halved.", "销售额减少了一半。"),
    Example("Three quarters of the crew left.", "75%的船员离开了。"),
    Example("They won 3 of the 4 races.", "他们赢了四场比赛中的三场。"),
    Example("He paid 30% less.", "他按七折付款。"),
    Example("Winds reached 80 miles per hour.", "风速达到每小时80英里。"),
    Example("It was built in 1998.", "它建于98年。"),
    Example("He was five feet four.", "他五英尺四英寸。"),
    Example("The mound rose to 20 feet.", "土丘高六米（20英尺）。"),
    Example("(Harrow 1984, 36) says so.", "有人这样说。"),
    Example("Run `sleep 30` first.", "先运行`sleep 5`。"),
    Example("See https://example.org/v2/2019 for more.", "更多内容见网站。"),
    Example("Scaling to 10s of billions of views.", "扩展到数百亿次浏览。"),
    Example("A 2D grid is drawn.", "画出二维网格。"),
    Example("From 7B to 65B parameters.", "参数从70亿到650亿。"),
    Example("The third-party tool failed.", "第三方工具出错。"),
    Example("There is one way in.", "入口只有一处。"),
]


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.en)
def test_right_renderings_are_silent(example: Example) -> None:
    assert [(code, hit.message) for code, hit in findings(example.en, example.zh)] == []


FAULTS = [
    ("It ran every 24 h for 28 days.", "每24天运行一次，持续28天。", "NUM006"),
    ("They met during 3 months in 2018.", "他们在3个月内见面，2018个月。", "DAT001"),
    ("We painted 104 doors in hall A and 108 in hall B.", "A厅刷了104扇门，B厅刷了1扇。", "NUM001"),
    ("Sales fell from 99.4 to 88.5 billion.", "销量从99.4亿降至885亿。", "NUM004"),
    ("Between 290 000 and 650 000 eels hatched.", "有2.9万至65万条鳗鱼孵化。", "NUM004"),
    ("Open to children aged 6-59 months.", "面向6-59岁儿童。", "NUM006"),
    ("Call before 30th September.", "请在8月30日前致电。", "DAT001"),
    ("The show drew 5.69 million viewers.", "节目吸引了5.69万名观众。", "NUM004"),
    ("It is under £40; over £40 it is free.", "低于10英镑收费；超过40英镑免费。", "NUM001"),
    ("On the seventh day they rested; the seventh day was long.", "第六天他们休息；第七天很长。", "NUM001"),
    ("The bell rang thrice.", "钟响了八次。", "NUM001"),
    ("The second pump failed.", "第五台水泵出了故障。", "NUM001"),
    ("Built in the 1990s.", "建于20世纪80年代。", "DAT001"),
    ("In the 18th century it froze.", "19世纪它结冰了。", "DAT001"),
    ("Released on 2018-02-27.", "发布日期：2018-20-27。", "DAT001"),
    ("It fell by 12%.", "它下降了21%。", "NUM001"),
    ("Use Python 3.11 here.", "此处使用 Python 3.17。", "NUM001"),
    ("Only one in fifty, or 2%, broke.", "只有五十分之一，即20%损坏。", "NUM004"),
]


@pytest.mark.parametrize(("en", "zh", "code"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_faults_are_found_once_with_the_most_telling_code(en: str, zh: str, code: str) -> None:
    assert code in codes(en, zh)


def test_a_fault_is_said_once() -> None:
    assert codes("The dam supplies 2.5 million homes.", "大坝为25万户家庭供水。") == ["NUM004"]


def test_values_of_another_pair_of_languages_are_left_alone() -> None:
    left, right = side("48 boats", "en"), side("84 boats", "en")
    pair = Pair(0, left, right, 1.0)
    lexicon: Lexicon = None  # type: ignore[assignment]
    alone = DocumentContext(left.document, right.document, "en", "en", [pair], lexicon, "x").pair(pair)
    assert [hit for rule in RULES for hit in rule.on_pair(alone)] == []


@pytest.mark.parametrize(("en", "zh"), [("1 2 3 ", "一二三"), ("7, ", "7，"), ("12% ", "21%"), ("May 5, ", "5月6日")])
def test_judging_long_sentences_stays_quick(en: str, zh: str) -> None:
    """Tens of thousands of values on either side are matched in seconds, equal or not."""
    start = time.process_time()
    judge(Facts.of(en * 8000, "en"), Facts.of(zh * 8000, "zh"))
    assert time.process_time() - start < 60
