"""One source rendered in several ways, and the inverse: what is said, how gravely, and when nothing is."""

from __future__ import annotations

import pytest
from consistency_builder import ANEW, FILLER, OTHER, USUAL, VALVE, WARNING, consistency, found, part, together
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.checks.consistency.keys import said_by
from aligncheck.checks.consistency.shape import Shape
from aligncheck.checks.consistency.wording import differing, weight
from aligncheck.config import Config
from aligncheck.lang.form import folded
from aligncheck.model.report import Severity

SHORT = "Check the water level in the tank."
SHORT_ZH = ("检查水箱的水位。", "查看水槽中水面的高度。")


def test_the_rarer_rendering_is_told_with_the_usual_one_and_its_place() -> None:
    rows = [(WARNING, USUAL), FILLER[0], (WARNING, OTHER), FILLER[1], (WARNING, USUAL), (WARNING, USUAL)]
    ((finding),) = found(*rows)
    assert (finding.code, finding.severity, finding.pair) == ("CON001", Severity.WARNING, 2)
    assert f"3 times “{USUAL}” (first at a.tsv:2; chrF" in finding.message
    assert f"“{OTHER}” here" in finding.message
    assert [span.text for span in finding.source_spans] == [WARNING]
    shown = "".join(span.text for span in finding.target_spans)
    assert "过滤器" in shown
    assert all(OTHER[span.column - len(WARNING) - 2 :].startswith(span.text) for span in finding.target_spans)


def test_of_two_that_are_equally_frequent_the_later_one_is_told() -> None:
    ((finding),) = found((WARNING, OTHER), *FILLER, (WARNING, USUAL))
    assert finding.pair == 7
    assert finding.severity is Severity.WARNING  # too long to be worded twice by chance
    ((hint),) = found((SHORT, SHORT_ZH[0]), *FILLER, (SHORT, SHORT_ZH[1]))
    assert hint.severity is Severity.INFO


def test_a_document_has_one_finding_for_a_source_however_often_it_stands_there() -> None:
    third = "先关掉泵，再从外壳里拿出过滤装置。"
    rows = [(WARNING, USUAL)] * 4 + [(WARNING, OTHER), (WARNING, OTHER), (WARNING, third)]
    ((finding),) = found(*rows)
    assert "and 1 more here" in finding.message
    assert len(finding.parts or ()) == 2
    ((mended),) = found(*[(WARNING, USUAL)] * 5, (WARNING, OTHER))
    assert mended.fingerprint in (finding.parts or ())


PRESS, DIAL, CLOSE = "Press the button twice at once.", "Set the dial to position ABC now.", "Close all of the valves"
SILENT = {
    "punctuation": ((WARNING, USUAL), (WARNING, USUAL.replace("，", "").replace("。", "！"))),
    "width": ((DIAL, "现在把旋钮转到ABC。"), (DIAL, "现在把旋钮转到ＡＢＣ。")),
    "script": ((WARNING, USUAL), (WARNING, "從殼體中取出濾芯之前，必須關閉水泵。")),
    "a particle": ((PRESS, "立即按两下按钮。"), (PRESS, "立即按了两下按钮。")),
    "a gloss": (("Water hammer arrestor", "水锤消除器（arrestor）"), ("Water hammer arrestor", "水锤消除器")),
    "one word": (("Solid", "实线"), ("Solid", "实心")),
    "speech": (("“I do not know!”", "“我不知道！”"), ("“I do not know!”", "“天晓得！”")),
    "a short sentence": (("Come in.", "请进。"), ("Come in.", "进来吧。")),
    "a question and a statement": ((CLOSE, "关闭所有阀门"), (f"{CLOSE}?", "要关上全部的阀吗？")),
    "the same": ((WARNING, USUAL), (WARNING, USUAL)),
}


@pytest.mark.parametrize("rows", SILENT.values(), ids=SILENT)
def test_nothing_is_said_of(rows: tuple[tuple[str, str], ...]) -> None:
    assert not found(rows[0], *FILLER, rows[1])


def test_how_the_reader_is_addressed_is_a_hint() -> None:
    english = "Your key is in the drawer next to the door of the workshop, below the lamp."
    polite, plain = "您的钥匙在车间门边灯下的抽屉里。", "你的钥匙在车间门边灯下的抽屉里。"
    ((finding),) = found((english, polite), *FILLER, (english, polite), (english, polite), (english, plain))
    assert finding.severity is Severity.INFO


def test_what_another_rule_speaks_of_is_not_told_again() -> None:
    english = "The tank holds 250 litres of water, and the drain is on its left side."
    right, wrong = "水箱可容纳250升水，排水口在其左侧。", "这个水槽能装350升水，出水口位于左边。"
    findings = found((english, right), *FILLER, (english, right), (english, wrong))
    assert not findings
    report = together([part("a.tsv", [(english, right), *FILLER, (english, right), (english, wrong)])])[0]
    assert "NUM001" in {finding.code for finding in report.findings}


def test_two_translations_of_one_text_get_one_hint() -> None:
    first = [(WARNING, USUAL), VALVE, *FILLER]
    again = [OTHER, *ANEW]
    ((finding),) = found(*first, *((en, zh) for (en, _), zh in zip(first, again, strict=True)))
    assert finding.severity is Severity.INFO
    assert f"Of {len(first)} source sentences that stand in it twice, {len(first)} are rendered" in finding.message


def test_different_sources_rendered_alike() -> None:
    lamp = ("Put the old lamp on the shelf.", "把旧灯放到架子上。")
    ((finding),) = found(lamp, *FILLER, ("Put the old hammer on the shelf.", lamp[1]))
    assert (finding.code, finding.severity) == ("CON002", Severity.INFO)
    assert f"“{lamp[1]}” also renders “{lamp[0]}” (a.tsv:2)" in finding.message
    assert [span.text for span in finding.source_spans] == ["hammer"]


@pytest.mark.parametrize(
    ("one", "other", "zh"),
    [
        ("Delete the old files now.", "Remove the old files now.", "立即删除旧文件。"),
        ("Copy the red key.", "The red keys are copied.", "复制红色钥匙。"),
        ("Scene", "Canvas", "画布"),
    ],
)
def test_synonyms_inflection_and_labels_may_share_a_rendering(one: str, other: str, zh: str) -> None:
    assert not found((one, zh), *FILLER, (other, zh))


def test_a_chinese_source() -> None:
    table = [(WARNING, USUAL), *FILLER, ("Prior to removing the cartridge, stop the pump.", USUAL)]
    ((finding),) = consistency(together([part("a.tsv", table, Config(source="zh"))])[0].findings)
    assert finding.code == "CON001"
    assert finding.message.startswith(f"“{USUAL}” is rendered “Prior to")


@given(st.text(max_size=30), st.text(max_size=30))
def test_differing_characters_lie_in_the_text(text: str, other: str) -> None:
    for one in differing(text, other):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text("的了在水泵阀门您你 ，。Aa1", max_size=12), st.text("的了在水泵阀门您你 ，。Aa1", max_size=12))
def test_how_two_differ_does_not_depend_on_their_order(a: str, b: str) -> None:
    one, other = weight(a, b, "zh"), weight(b, a, "zh")
    assert (one < 0) == (other < 0)
    if folded(a) == folded(b):
        assert one == -1


@given(st.text(max_size=40))
def test_what_a_sentence_says_survives_case_and_space(text: str) -> None:
    assert said_by(f"  {said_by(text)} ").rstrip("?") == said_by(said_by(text)).rstrip("?")
    assert Shape.of(text, "en", heading=False).telling in (True, False)


def test_a_word_that_the_document_never_renders_as_the_dictionary_does_is_not_missed() -> None:
    lamp = ("Put the old lamp on the shelf.", "把旧灯放到架子上。")
    copied = ("Put the old hammer on the shelf.", lamp[1])
    assert len(found(lamp, *FILLER, copied, ("The hammer is heavy.", "锤子很重。"))) == 1
    ours = ("The hammer is heavy.", "敲具很重。"), ("A hammer fell.", "敲具掉了。")
    assert not found(lamp, *FILLER, copied, *ours)


def test_a_pronoun_may_stand_for_what_the_other_source_names() -> None:
    lamp = ("Put them on the old shelf again.", "把它们重新放到旧架子上。")
    assert not found(lamp, *FILLER, ("Put the hammers on the old shelf again.", lamp[1]))
