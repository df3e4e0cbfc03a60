"""Placeholders and tags of message strings: how they are read, and which differences matter."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks.links.messages import read_message
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding

CONFIG = Config(select=("LNK",))
LEXICON = Lexicon.load()


def found(en: dict[str, str], zh: dict[str, str]) -> list[Finding]:
    """The family's findings on two locale files."""
    files = [read(json.dumps(s, ensure_ascii=False).encode(), f"{n}.json") for s, n in ((en, "en"), (zh, "zh"))]
    return list(check_files(files[0], files[1], CONFIG, LEXICON).findings)


def codes(en: str, zh: str, key: str = "greeting") -> list[str]:
    return [f"{f.code} {f.severity.value}" for f in found({key: en}, {key: zh})]


READ = [
    ("Hello {name}!", ["{name}"]),
    ("Hello {{ name }} and {{- name2}}", ["{{name}}", "{{name2}}"]),
    ("Total {{sum, number}}", ["{{sum}}"]),
    ("{0} of {1}, {}", ["{0}", "{1}", "{}"]),
    ("{price, number, currency} on {day, date, short}", ["{price}", "{day}"]),
    ("{width:.2f} by {height!r}", ["{width}", "{height}"]),
    ("${boat} #{berth} %{quay}", ["${boat}", "#{berth}", "%{quay}"]),
    ("%(boat)s has %(count)d", ["%(boat)", "%(count)"]),
    ("%s, %d and %i", ["%1$s", "%2$d", "%3$d"]),
    ("%2$s, %1$s", ["%2$s", "%1$s"]),
    ("%.*s|%-10s|%5.2f|%lu|%zu", ["%2$s", "%3$s", "%4$f", "%5$d", "%6$d"]),
    ("%sAbc", ["%1$s"]),
    ("100% sure, 5%d off, 20 %-points, %%s", []),
    ("See $t(boats.count)", ["$t(boats.count)"]),
    ("{red, green} and { }", []),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_placeholders_are_read(text: str, expected: list[str]) -> None:
    assert [slot.key for slot in read_message(text).slots] == expected


def test_choices_are_read_with_what_their_branches_hold() -> None:
    message = read_message("{n, plural, =0 {no boats} one {# boat of {owner}} other {# boats}} at {quay}")
    assert [(c.name, c.type, c.branches, c.shown) for c in message.choices] == [
        ("n", "plural", ("=0", "one", "other"), True)
    ]
    assert [slot.key for slot in message.nested] == ["{owner}"]
    assert [slot.key for slot in message.slots] == ["{quay}"]
    assert message.whole


def test_a_choice_that_does_not_close_is_no_whole_message() -> None:
    assert not read_message("{n, plural, one {# boat} other {# boats}").whole
    assert not read_message("{n, plural, one {# boat other {# boats}").whole


FINE = [
    ("Welcome, {name}!", "{name}，欢迎！"),
    ("Welcome, {{name}}!", "欢迎 {{ name }}！"),
    ("{name}, this is {name}'s boat.", "这是{name}的船。"),
    ("%s of %s", "%2$s 的 %1$s"),
    ("%1$s of %2$s", "%2$s 的 %1$s"),
    ("%sBoats", "%s船只"),
    ("Page %d", "第%d页"),
    ("{n, plural, one {# boat} other {# boats}}", "{n, plural, other {# 艘船}}"),
    ("{n, plural, one {# boat} other {# boats}}", "{n} 艘船"),
    ("The {n, plural, one {boat} other {boats}} left.", "船离开了。"),
    ("{sex, select, male {his} female {her} other {their}} boat", "其船"),
    ("%d %b %Y", "%Y年%m月%d日"),
    ("Pick one {red, green}.", "选一种颜色{红、绿}。"),
    ("Tick <b>all</b> boxes.<br>Done.", "全部勾选。<br/><br/>完成。"),
    ("Read the <link>rules</link>.", "请阅读<link>规则</link>。"),
    ("Use <file> here", "在此使用 <文件>"),
    ("Time: now", "时间：现在"),
    ("Open :name's boat", "打开:name的船"),
]


@pytest.mark.parametrize(("en", "zh"), FINE)
def test_sound_messages(en: str, zh: str) -> None:
    assert [c for c in codes(en, zh) if c.endswith("error")] == []


FAULTS = [
    ("Welcome, {name}!", "欢迎！", "LNK002 error"),
    ("Welcome, {name}!", "欢迎，{姓名}！", "LNK002 error"),
    ("Welcome, {name}!", "欢迎，｛name｝！", "LNK002 error"),
    ("Welcome, {name}!", "欢迎，{nane}！", "LNK002 error"),
    ("Welcome, {{name}}!", "欢迎，{name}！", "LNK002 error"),
    ("Welcome aboard!", "欢迎 {name} 登船！", "LNK002 error"),
    ("%s has %d boats", "%s 有船", "LNK002 error"),
    ("%s has %d boats", "%s 有 ％d 艘船", "LNK002 error"),
    ("%s has %d boats", "%d 艘船属于 %s", "LNK002 warning"),
    ("%(boat)s sails", "%(船)s 启航", "LNK002 error"),
    ("Open :name now", "立即打开", "LNK002 error"),
    ("{} of {}", "{} 之一", "LNK002 error"),
    ("{n, plural, one {# boat} other {# boats}}", "有几艘船", "LNK002 error"),
    ("{n, plural, one {# boat} other {# boats}}", "{n, plural, one {# 艘船}}", "LNK002 error"),
    ("{n, plural, one {# boat} other {# boats}}", "{n, plural, 其他 {# 艘船} other {#}}", "LNK002 error"),
    ("{n, plural, one {# boat} other {# boats}}", "{n, plural, other {# 艘船}", "LNK002 error"),
    ("{s, select, big {ship} other {boat}}", "{s, select, 大 {大船} other {小船}}", "LNK002 error"),
    ("Read the <link>rules</link>.", "请阅读规则。", "LNK004 error"),
    ("Read the <link>rules</link>.", "请阅读<link>规则。", "LNK004 error"),
    ("Read the <link>rules</link>.", "请阅读＜link＞规则＜/link＞。", "LNK004 error"),
    ("Read <1>the rules</1>.", "请阅读规则。", "LNK004 error"),
    ("Tick <b>all</b> boxes.", "全部勾选。", "LNK004 warning"),
]


@pytest.mark.parametrize(("en", "zh", "expected"), FAULTS)
def test_faulty_messages(en: str, zh: str, expected: str) -> None:
    assert codes(en, zh) == [expected]


def test_a_changed_placeholder_is_one_finding_that_shows_both() -> None:
    (finding,) = found({"a": "Welcome, {name}!"}, {"a": "欢迎，{姓名}！"})
    assert [s.text for s in finding.source_spans] == ["{name}"]
    assert [s.text for s in finding.target_spans] == ["{姓名}"]


def test_places_are_right_in_a_message_of_several_sentences() -> None:
    (finding,) = found(
        {"a": "The lamp is lit. Welcome, {name}! Mind the step."}, {"a": "灯已点亮。欢迎你！小心台阶。欢迎｛name｝。"}
    )
    assert [s.text for s in finding.source_spans] == ["{name}"]
    assert [s.text for s in finding.target_spans] == ["｛name｝"]


@pytest.mark.parametrize("key", ["boats_one", "boats.one", "boats_singular", "boats.zero"])
def test_the_singular_need_not_show_its_count(key: str) -> None:
    assert codes("{{count}} boat", "一艘船", key) == []


def test_the_plural_must_show_its_count() -> None:
    assert codes("{{count}} boats", "几艘船", "boats_other") == ["LNK002 error"]


def test_a_count_that_the_program_fills_in_elsewhere_may_be_added_to_a_plural() -> None:
    english = {"boats_one": "One boat", "boats_other": "{{count}} boats"}
    assert found(english, {"boats_one": "{{count}} 艘船", "boats_other": "{{count}} 艘船"}) == []


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("Set {lampName} first.", "先设置。", ["error"]),
        ("The set {a} is empty.", "该集合为空。", ["warning"]),
        ("Give --file {fname} here", "在此给出 --file {文件名}", ["warning"]),
        ("Use {BOATNAME} here.", "在此使用{船名}。", ["warning"]),
        ("Call `print('{x}')` here.", "在此调用 `print('{甲}')`。", []),
        ("Sails again.", "再次{启}航。", []),
    ],
)
def test_tables_of_pairs_may_be_prose(en: str, zh: str, expected: list[str]) -> None:
    report = check_file(read(f"en\tzh\n{en}\t{zh}\n".encode(), "x.tsv"), CONFIG, LEXICON)
    assert [f.severity.value for f in report.findings if f.code == "LNK002"] == expected


def test_running_text_has_warnings_for_names_alone() -> None:
    english = read(b"Write {boatName} on the bow. Choose {a} or {b c}.", "x.en.md")
    chinese = read("把船名写在船首。请选择其一。".encode(), "x.zh.md")
    report = check_files(english, chinese, CONFIG, LEXICON)
    assert [(f.code, f.severity.value, f.source_spans[0].text) for f in report.findings] == [
        ("LNK002", "warning", "{boatName}")
    ]


NAMES = st.from_regex(r"[a-z][A-Za-z]{2,9}", fullmatch=True)
WRAPPED = st.sampled_from(["{%s}", "{{%s}}", "${%s}", "%%(%s)s", "%%{%s}"])


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), WRAPPED, st.randoms(use_true_random=False))
def test_named_placeholders_may_be_reordered_and_not_lost(names: list[str], form: str, random: object) -> None:
    slots = [form % name for name in names]
    mixed = list(slots)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    english = "The boats are " + " and ".join(slots) + " today."
    assert codes(english, "今天的船是" + "和".join(mixed) + "。") == []
    assert codes(english, "今天的船是" + "和".join(mixed[1:]) + "。") == ["LNK002 error"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}%$#,snone plural=0()<>1a", max_size=40))
def test_any_string_is_read_and_slots_lie_inside(text: str) -> None:
    message = read_message(text)
    for slot in [*message.slots, *message.nested]:
        assert 0 <= slot.start < slot.end <= len(text)
    assert codes(text or "x", text or "x") == []
