"""Width, spaces, doubled signs and invisible characters: what fires, what stays silent, what the fix makes of it."""

from __future__ import annotations

import pytest
from punctuation_builder import alone, codes, in_pair, mended

from aligncheck.model.report import Severity

WIDE = "灯（一）（二）（三）（四）（五）（六）亮了。"
"""Text whose habit is full-width brackets."""
SPACED = "在 Ferry 和 Lamp 之间，用 Harbor 的人，由 Pier 到 Quay 到 Buoy 以及 Tide 和 Mast 来的都在。"
"""Fourteen places with a space between Chinese and Latin letters."""
TIGHT = SPACED.replace(" ", "")
COUNTED = "共 13 艘，有 27 人，用 41 盏，到 52 号，约 66 个，第 71 次，剩 88 箱，给 93 户。"


def only(text: str, code: str) -> list[str]:
    """Messages of one rule on a Chinese text."""
    return [finding.message for finding in alone(text) if finding.code == code]


MENDED = [
    pytest.param("PUN001", "黎明时分,渡轮出发。", "黎明时分，渡轮出发。", id="comma"),
    pytest.param("PUN001", "黎明时分, 渡轮出发。", "黎明时分，渡轮出发。", id="comma and space"),
    pytest.param("PUN001", "黎明时分 ,渡轮出发。", "黎明时分，渡轮出发。", id="space before a comma"),
    pytest.param("PUN001", "守塔人问:灯亮了吗?", "守塔人问：灯亮了吗？", id="colon and question mark"),
    pytest.param("PUN001", "灯亮了!渡轮来了;人们笑了.", "灯亮了！渡轮来了；人们笑了。", id="others"),
    pytest.param(
        "PUN001", "那艘老渡轮归 Harbor,现在停在码头。", "那艘老渡轮归 Harbor，现在停在码头。", id="after Latin"
    ),
    pytest.param("PUN001", "渡轮有３６个座位。", "渡轮有36个座位。", id="full-width digits"),
    pytest.param("PUN001", "灯塔由ＡＢＣ管理。", "灯塔由ABC管理。", id="full-width letters"),
    pytest.param(
        "PUN001",
        "渡轮（旧）与灯塔（新）和码头（大）以及航道(窄)。",
        "渡轮（旧）与灯塔（新）和码头（大）以及航道（窄）。",
        id="brackets",
    ),
    pytest.param("PUN001", "渡轮（旧的)黎明出发。", "渡轮（旧的）黎明出发。", id="mixed brackets"),
    pytest.param("PUN001", "三色（red， green）都在。", "三色（red, green）都在。", id="between Latin words"),
    pytest.param("PUN002", SPACED + "还有Dock在。", SPACED + "还有 Dock 在。", id="space missing"),
    pytest.param("PUN002", TIGHT + "还有 Dock 在。", TIGHT + "还有Dock在。", id="space too many"),
    pytest.param("PUN002", SPACED + COUNTED + "有35艘。", SPACED + COUNTED + "有 35 艘。", id="digits"),
    pytest.param("PUN004", '她说："灯亮了。"', "她说：“灯亮了。”", id="straight"),
    pytest.param(
        "PUN004", '她說：「燈亮了。」他說："門開了。"', "她說：「燈亮了。」他說：「門開了。」", id="straight, Hant"
    ),
    pytest.param(
        "PUN004",
        '她說："燈亮了，門開著，這裡沒有別的東西。"',
        "她說：「燈亮了，門開著，這裡沒有別的東西。」",
        id="by script",
    ),
    pytest.param("PUN004", '暗含着“决定什么"的意思。', "暗含着“决定什么”的意思。", id="uneven"),
    pytest.param("PUN006", "她抬头看了看，然后...什么也没有。", "她抬头看了看，然后……什么也没有。", id="three points"),
    pytest.param(
        "PUN006", "她抬头看了看，然后。。。什么也没有。", "她抬头看了看，然后……什么也没有。", id="three stops"
    ),
    pytest.param("PUN006", "她抬头看了看，然后…什么也没有。", "她抬头看了看，然后……什么也没有。", id="half"),
    pytest.param("PUN006", "守塔人 -- 一位老人，睡着了。", "守塔人——一位老人，睡着了。", id="hyphens"),
    pytest.param("PUN006", "守塔人 — 一位老人，睡着了。", "守塔人——一位老人，睡着了。", id="English dash"),
    pytest.param("PUN007", "黎明时分，，渡轮出发。", "黎明时分，渡轮出发。", id="commas"),
    pytest.param("PUN007", "黎明时分,,渡轮出发。", "黎明时分，渡轮出发。", id="half-width commas"),
    pytest.param("PUN007", "渡轮黎明出发。。", "渡轮黎明出发。", id="stops"),
    pytest.param("PUN008", "渡轮黎明出发 ，座无虚席。", "渡轮黎明出发，座无虚席。", id="before a sign"),
    pytest.param(
        "PUN008",
        "渡轮黎明出发。码头空了。灯熄了。 人走了。",
        "渡轮黎明出发。码头空了。灯熄了。人走了。",
        id="after a sign",
    ),
    pytest.param("PUN009", "渡轮\u200b黎明出发。", "渡轮黎明出发。", id="zero width space"),
    pytest.param("PUN009", "渡轮\ufeff黎明出发。", "渡轮黎明出发。", id="byte order mark"),
    pytest.param("PUN009", "渡轮\u200e黎明出发。", "渡轮黎明出发。", id="direction mark"),
]


MENDED += [
    pytest.param("PUN001", f"{WIDE}渡轮 (旧的) 黎明出发。", f"{WIDE}渡轮（旧的）黎明出发。", id="spaces"),
    pytest.param("PUN001", f"{WIDE}渡轮 (旧) (慢)。", f"{WIDE}渡轮（旧）（慢）。", id="side by side"),
    pytest.param("PUN001", f"{WIDE}渡轮, (旧的), 灯塔。", f"{WIDE}渡轮，（旧的），灯塔。", id="signs"),
    pytest.param("PUN001", "请坐（旧的) 渡轮。", "请坐（旧的）渡轮。", id="mixed with a space"),
]


@pytest.mark.parametrize(("code", "text", "right"), MENDED)
def test_a_fault_is_found_and_mended(code: str, text: str, right: str) -> None:
    assert code in codes(alone(text))
    assert mended(text) == right
    assert codes(alone(right)) == []


UNSAFE = [
    ("PUN007", "渡轮有三班，：早班、午班、晚班。", "渡轮有三班：早班、午班、晚班。"),
    ("PUN007", "守塔人的的灯熄了。", "守塔人的灯熄了。"),
    ("PUN007", "渡轮黎明出发，。", "渡轮黎明出发。"),
    ("PUN007", "因为因为下雨，渡轮停了。", "因为下雨，渡轮停了。"),
    ("PUN008", "守塔人点亮 灯火，它彻夜燃烧。", "守塔人点亮灯火，它彻夜燃烧。"),
    ("PUN004", "她说：‘灯亮了。’", "她说：“灯亮了。”"),
    ("PUN004", "她说的”灯亮了“是真的。", "她说的“灯亮了”是真的。"),
]


@pytest.mark.parametrize(("code", "text", "right"), UNSAFE)
def test_a_fix_that_may_be_wrong_waits_until_it_is_asked_for(code: str, text: str, right: str) -> None:
    assert codes(alone(text)) == [code]
    assert mended(text) == text
    assert mended(text, unsafe=True) == right


SILENT = [
    # width
    "票价是1,200元，面积3.5公顷，12:30开船，比分4:3。",
    "约翰福音3:16说得很清楚。",
    "谢谢 :) 再见 ;-)",
    "谢谢:)",
    "你好:smile:，请进。",
    "参见:ref:`tides`一节。",
    "用 `a,b` 与 `x:y` 表示。",
    "地址是 https://example.org/a,b;c?d=1 这里。",
    "红、绿、蓝即 red, green, blue 三色。",
    "苹果（apple, pear）很甜。",
    "打开 C:盘 看看。",
    "渡轮(旧)黎明出发。",
    "Ｔ＿Ｔ",
    "一. 背景",
    "十一. 背景",
    # spacing
    "在这里用 Python，在那里用Python。",
    SPACED + "第3章写于2026年4月1日，占50%，共30℃。",
    SPACED + "用U盘和T恤。",
    SPACED + "用`code`来写。",
    TIGHT + "用 `code` 来写。",
    "图1 渡轮时刻表",
    # brackets
    "1) 渡轮 2) 灯塔 a) 码头",
    "其一，1）渡轮；2）灯塔。",
    "[1, 5) 与 (0, 1] 中的值。",
    '屏幕是27"的。',
    "“其一，灯亮了。\n\n“其二，灯熄了。”",
    "（这一段\n\n到这里才完。）",
    "苹果’s",
    # quotation marks
    '将其设为 "on"，或者 "off"。',
    "“他管它叫‘灯’。”她说。",
    "她用「灯」和“塔”两个词。",
    # ellipses, dashes
    "她抬头看了看……什么也没有。",
    "她抬头看了看⋯⋯什么也没有。",
    "加载中...",
    "调用 print(...) 即可，很方便。",
    "北京—上海的渡轮，黎明出发。",
    "守塔人——一位老人，睡着了。",
    "用 `--help` 看说明，或 --version 看版本。",
    "请选择「另存为...」，然后等渡轮来。",
    "请选择“港口 – 渡轮 – 时刻”，然后看表。",
    "港口 – 渡轮",
    # calls
    '公式 RIGHT("渡轮";2) 取末尾两个字，请试试。',
    '公式 IF(LEN("灯");"开";"关") 判断灯的状态，请试试。',
    "语法是 POWER(底数; 指数)，请试试。",
    # a term with its Latin word, a name with its type
    "这里的 渡轮ferry 黎明出发，很早。",
    TIGHT + "\n\nberth 泊位 : 渡轮停靠的地方，靠近码头。",
    # doubled
    "此行目的的确很明确，的的确确如此。",
    "人人看看，慢慢地、天天谢谢妈妈。",
    "是是非非，总是是非不分。",
    "存在在这里的东西，现在在那里。",
    "总和和平均值，和和气气。",
    "参与与否，涉及及时的问题。",
    "真的吗？！当然！！",
    "他打的的士很贵。",
    "是是，我这就去。",
    "這在在顯示燈塔的重要。",
    "如何使用使用说明书。",
    "哥们们都来了，学生们也来了。",
    # stray spaces
    "# 第一章 渡轮的一天，很长",
    "第一条 渡轮每日开行，风雨无阻。",
    "姓名 张 三 李 四，都在。",
    "北方 南方 东方 西方",
    "床前明月 疑是地上 举头望月 低头思乡，好诗。",
    "他对 神说，灯亮了。",
    "渡轮　黎明　出发，很早。",
    # invisible
    "一家人\U0001f468\u200d\U0001f469\u200d\U0001f467挥手。",
    "我\u2764\ufe0f茶。",
    "葛\ufe00城与葛\U000e0100城。",
    "希伯来文\u200f\u05e9\u05dc\u05d5\u05dd\u200f写在这里。",
    "**强调**\u200b后文。",
    "用\u00a0Python\u00a0写。",
    "请看第 12 章\u00a0渡轮，那里有时刻表。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text: str) -> None:
    assert codes(alone(text)) == []


def test_what_repeats_is_told_once() -> None:
    text = "渡轮出发,灯亮了,人走了:码头空了,很静.\n\n" * 9
    [finding] = alone(text)
    assert (finding.code, finding.severity, finding.pair) == ("PUN001", Severity.INFO, None)
    assert "45 places" in finding.message
    assert len(finding.fixes or ()) == 45
    assert len(alone(text, detail=True)) == 45


def test_an_override_of_direction_is_a_warning() -> None:
    [finding] = alone("渡轮\u202e黎明出发。")
    assert (finding.code, finding.severity) == ("PUN009", Severity.WARNING)


def test_a_whole_document_of_full_width_digits_has_its_reason() -> None:
    assert only("渡轮有３６座，码头有２７级，灯有９盏，人有５０名，船有８艘。", "PUN001") == []


def test_a_locale_file_has_its_own_dots_and_dashes() -> None:
    text = '{"a": "正在加载页面，请稍候...", "b": "笔模式 – 避免误触，请用笔"}'
    assert codes(alone(text, name="zh.json")) == []


def test_prose_beside_the_translation_is_judged() -> None:
    page = "".join(f"The keeper lights lamp number {n} tonight. 守塔人今晚点亮第{n}盏灯。\n\n" for n in range(9))
    summary = "本文介绍守塔人一天的工作,从黎明点灯一直到夜里渡轮回港。\n\n"
    assert codes(alone(summary + page, name="page.txt")) == ["PUN001"]


def test_what_stands_around_the_translation_on_its_page_is_not_judged() -> None:
    page = "".join(f"The keeper lights lamp number {n} tonight. 守塔人今晚点亮第{n}盏灯。\n\n" for n in range(9))
    assert codes(alone(page + "网站导航,首页,热点\n\n" * 3, name="page.txt")) == []


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("渡轮黎明出发。", "The ferry，an old one, leaves at dawn.", "PUN001"),
        ("渡轮有36座。", "The ferry has ３６ seats.", "PUN001"),
        ("渡轮黎明出发。", "The the ferry leaves at dawn.", "PUN007"),
        ("渡轮（旧的）黎明出发。", "The ferry (the old one leaves at dawn.", "PUN003"),
        ("渡轮黎明出发。", "The ferry leaves\u200b at dawn.", "PUN009"),
        ("渡轮走了吗？", "Has it left the pier.", "PUN005"),
    ],
)
def test_english_targets(source: str, target: str, code: str) -> None:
    assert codes(in_pair(source, target, "zh")) == [code]


@pytest.mark.parametrize(
    "target",
    [
        "The word 灯塔，or lighthouse, is old.",
        "He had had enough of that that day.",
        "Don't: it's 5' 6\" tall, rock 'n' roll.",
        "See 1) the ferry and 2) the lamp :)",
        "I wonder whether it has left.",
        "“The first.”",
    ],
)
def test_english_that_is_right(target: str) -> None:
    assert codes(in_pair("渡轮黎明出发了吗？", target, "zh")) == []
