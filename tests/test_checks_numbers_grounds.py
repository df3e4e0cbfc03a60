"""On what grounds a value is at fault: each ground has a pair that has it and a near one that stays silent."""

from __future__ import annotations

import inspect

import pytest
from pair_builder import codes

from aligncheck.checks.numbers import sure
from aligncheck.checks.numbers.judge import judge, misordered
from aligncheck.checks.numbers.order import swapped
from aligncheck.checks.numbers.sure import Grounds
from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon

FAULTS = {
    "FIRM": ("The bridge carries 48 trains a day.", "这座桥每天通行43列火车。"),
    "ALIKE": ("The second gate is shut.", "第五道闸门关着。"),
    "CUT_SHORT": ("Upgrade to 3.6.2 before winter.", "请在入冬前升级到 3.6。"),
    "POINTS": ("The rate climbed by 2 percentage points.", "利率上升了2%。"),
    "HEADING": ("2.1 Pumps and valves", "5.1 水泵与阀门"),
    "ITEM": ("4. Close the lid.", "7. 盖上盖子。"),
    "LOOSE": ("Two of them slept in the barn.", "其中六人睡在谷仓里。"),
    "MULTIPLES": ("Sales quadrupled.", "销售额增长了五倍。"),
    "BY_FOR_TO": ("The toll was raised by 20%.", "通行费提高到20%。"),
    "TURNED": ("Stir for at least 15 minutes.", "最多搅拌15分钟。"),
    "MISORDERED": (
        "The mill closed on 03/04/2019 and reopened on 25/12/2019.",
        "磨坊于2019年3月4日关闭，2019年12月25日重开。",
    ),
    "OTHER_UNIT": ("Water the bed every 36 h.", "每36天浇一次水。"),
    "VAGUE_UNIT": ("The ticket costs 450 yen.", "票价为450元。"),
    "UNITS_CROSS": ("Soak 3 kg of rice in 8 litres of water.", "用3升水浸泡8公斤大米。"),
    "PLACES_CROSS": ("The school has 14 teachers and 230 pupils.", "这所学校有230名教师和14名学生。"),
    "GAP_FILLED": ("See chapter 9 for the pumps.", "水泵见第章。"),
    "GAP_ALONE": ("They met once more in the harbour.", "他们在港口第次相遇。"),
    "FIGURE_LOST": ("The lift holds 900 kg.", "这部电梯载重有限。"),
    "COUNT_LOST": ("Thirty-eight lamps were out on the pier.", "码头上的灯灭了。"),
    "NAME_KEPT": ("Hold the Reader 12 close to the tag.", "请将 Reader 靠近标签。"),
    "ZERO_OR_ONE": ("The counter starts at 0.", "计数器由此开始。"),
    "REFERENCE_LOST": ("Such a pump is shown in Figure 4.", "这样的水泵如图所示。"),
    "SMALL_LOST": ("Seven lamps were out on the pier.", "码头上的灯灭了。"),
    "VERSION_LOST": ("Upgrade to 3.6.2 before winter.", "请在入冬前升级。"),
    "FIGURE_ADDED": ("The lift holds several people.", "这部电梯可以坐大约14个人。"),
}
SILENT = [
    ("The bridge carries forty-eight trains a day.", "这座桥每天通行48列火车。", "another spelling"),
    ("4. Close the lid.", "4、盖上盖子。", "another list mark"),
    ("Sales quadrupled.", "销售额增至四倍。", "to four times"),
    ("The toll was raised by 20%.", "通行费上调20%。", "by on both sides"),
    (
        "Parcels under 40 kg go by rail, those over 40 kg by sea.",
        "超过40公斤的包裹走海运，40公斤以下的走铁路。",
        "each bound",
    ),
    ("The ticket costs $45.", "票價為45元。", "元 may be a dollar"),
    ("It fetched €100 million (about $110 million).", "成交价为1亿欧元。", "a conversion in brackets left out"),
    ("It fetched €100 million.", "成交价为1亿欧元（约合7.8亿元人民币）。", "a conversion in brackets added"),
    ("Remove the mark [27] from the text.", "从文本中删去 `[27]` 这一标记。", "a figure set as code"),
    ("Python 3.9 came first; Python 3.9 is gone.", "Python 3.9 先出现，现已不再提供。", "said again"),
    ("Rents rose 5% in July and again 5% in August.", "7月和8月租金各涨5%。", "said once for two"),
    ("He is 6 ft 2 in tall.", "他身高1.88米。", "a whole and its parts"),
    ("Its mass is 1.67262 of the unit.", "其质量为该单位的1.673。", "rounded"),
    ("He set out on Tuesday.", "他于8日出发。", "a weekday for a date"),
    ("It was founded last year.", "它成立于2018年。", "a year for last year"),
    ("The counter starts at 0.", "计数器从零开始。", "a zero in hanzi"),
]


def _grounds(en: str, zh: str) -> set[str]:
    english, chinese = Facts.of(en, "en"), Facts.of(zh, "zh")
    found = [*judge(english, chinese), *swapped(english, chinese, Lexicon.load())]
    found += misordered(english, chinese, lambda: True)
    return {verdict.grounds.name for verdict in found}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_stands_on_its_ground(name: str) -> None:
    ground = getattr(sure, name)
    assert _grounds(*FAULTS[name]) == {ground.name}


@pytest.mark.parametrize(("en", "zh", "why"), SILENT, ids=[why for _, _, why in SILENT])
def test_what_is_no_fault_is_silent(en: str, zh: str, why: str) -> None:
    assert codes(en, zh) == [], why


def test_a_figure_is_not_a_repetition_of_another_table() -> None:
    english = "Figure 1.1 shows the pumps, Table 1.1 the valves."
    assert codes(english, "图1.1为水泵，表1.1为阀门。") == []
    assert codes(english, "图1.1为水泵，表中为阀门。") == ["NUM002"]


def test_a_bare_name_lost_its_repeated_version() -> None:
    english = "Reader 3.9 needs no cable, but Reader 3.9 is dear."
    assert codes(english, "Reader 3.9 不用电缆，但是 Reader 很贵。") == ["NUM002"]
    assert codes(english, "Reader 3.9 不用电缆，但是很贵。") == []


def test_every_ground_is_named_once_and_has_a_confidence() -> None:
    grounds = [value for _, value in inspect.getmembers(sure) if isinstance(value, Grounds)]
    assert len({ground.name for ground in grounds}) == len(grounds)
    assert all(0.3 < ground.confidence < 1 for ground in grounds)
    tried = {"PLACES_DOUBT", "BARE_MEASURE"} | set(FAULTS)
    assert {name for name, value in vars(sure).items() if isinstance(value, Grounds)} == tried
