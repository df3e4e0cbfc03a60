"""Leftovers in form: tokens and wrappers, loops, sentences cut off, third scripts, garbled characters."""

from __future__ import annotations

import pytest
from leftovers_builder import codes, in_files, in_pair

from aligncheck.model.report import Severity

FERRY = "The ferry leaves the old pier at dawn and returns after dark."
LONG = "The keeper trims the wick, winds the clock, writes the weather into the log and goes to bed before midnight."


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("渡轮黎明出发。<|im_end|>", Severity.ERROR),
        ("<|im_start|>assistant 渡轮黎明出发。", Severity.ERROR),
        ("[INST] 渡轮黎明出发。", Severity.ERROR),
        ("渡轮黎明出发。[/INST]", Severity.ERROR),
        ("<<SYS>> 渡轮黎明出发。", Severity.ERROR),
        ("渡轮黎明出发。<|endoftext|>", Severity.ERROR),
        ("<think>渡轮黎明出发。</think>", Severity.ERROR),
        ("渡轮 <unk> 黎明出发。", Severity.ERROR),
        ("▁渡轮▁黎明出发。", Severity.ERROR),
        ("<translation>渡轮黎明出发。</translation>", Severity.WARNING),
        ('{"translation": "渡轮黎明出发。"}', Severity.WARNING),
        ("```渡轮黎明出发。```", Severity.WARNING),
        ("### 译文：渡轮黎明出发。", Severity.WARNING),
        ("## 渡轮黎明出发。", Severity.WARNING),
    ],
)
def test_markup_of_a_prompt(target: str, severity: Severity) -> None:
    [finding] = [f for f in in_pair(FERRY, target) if f.code == "MTX004"]
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A turn ends with <|im_end|> here.", "一轮在此以 <|im_end|> 结束。"),
        ("Put it between <answer> and </answer>.", "放在 <answer> 和 </answer> 之间。"),
        ("## Ferry", "## 渡轮"),
        ('{"text": "Ferry"}', '{"text": "渡轮"}'),
        ("The tag #harbour is new.", "标签 #harbour 是新的。"),
        ("Press <b>Start</b>.", "按<b>开始</b>。"),
        ("See [Instruments] for more.", "详见 [INSTRUMENTS]。"),
        ("```ferry```", "```渡轮```"),
    ],
)
def test_markup_of_the_text(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_a_page_wrapped_in_a_fence() -> None:
    english, chinese = "# Ferry\n\nIt leaves at dawn.\n", "# 渡轮\n\n渡轮黎明出发。\n"
    [finding] = in_files(english, f"```markdown\n{chinese}```\n")
    assert (finding.code, finding.severity) == ("MTX004", Severity.ERROR)
    assert [span.text for span in finding.target_spans] == ["```markdown"]
    assert codes(in_files(f"```\n{english}```\n", f"```\n{chinese}```\n")) == []
    assert codes(in_files(english + "```\nls\n```\n", chinese + "```\nls\n```\n")) == []


def test_tags_of_a_prompt_in_a_page() -> None:
    english, chinese = "# Ferry\n\nIt leaves at dawn.\n", "# 渡轮\n\n渡轮黎明出发。\n"
    assert codes(in_files(english, f"<translation>\n\n{chinese}\n</translation>\n")) == ["MTX004"]
    assert codes(in_files(f"<answer>\n\n{english}\n</answer>\n", f"<answer>\n\n{chinese}\n</answer>\n")) == []
    assert codes(in_files(english, chinese + "\n```xml\n<translation/>\n<translation>\n```\n")) == []


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        (FERRY, "渡轮离开旧码头，离开旧码头，离开旧码头。", Severity.WARNING),
        (FERRY, "渡轮离开旧码头离开旧码头离开旧码头离开旧码头离开旧码头离开旧码头。", Severity.ERROR),
        (FERRY, "渡轮很早很早很早很早很早很早出发。", Severity.WARNING),
        (FERRY, "渡轮出出出出出出出出发。", Severity.WARNING),
        (
            "旧码头的渡轮黎明出发。",
            "The ferry of the old pier, the old pier, the old pier, the old pier.",
            Severity.WARNING,
        ),
    ],
)
def test_a_loop(source: str, target: str, severity: Severity) -> None:
    [finding] = in_pair(source, target, "en" if source is FERRY else "zh")
    assert (finding.code, finding.severity) == ("MTX005", severity)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Row, row, row your boat.", "划啊划啊划啊，划你的船，划啊划啊划啊。"),
        ("It was sooo far.", "真的好远好远好远好远好远好远。"),
        ("The engine rattled.", "发动机突突突突突突突突地响，叮当叮当叮当叮当叮当叮当。"),
        ("He walked for hours.", "他一直走一直走，走了几个小时。"),
        ("Rooms 1, 2, 3 and 4 face the sea.", "1号房间、2号房间、3号房间、4号房间都面朝大海。"),
        ("The north pier, the south pier and the east pier are closed.", "北边的码头、南边的码头和东边的码头都关了。"),
        ("Use :fn:`a`, :fn:`b` and :fn:`c`.", "使用 :fn:`a`、:fn:`b`、:fn:`c`、:fn:`d`、:fn:`e`、:fn:`f`。"),
        ("The number is 777777777.", "号码是777777777。"),
        ("It goes on.", "And on and on and on and on it goes."),
    ],
)
def test_repetition_with_a_reason(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_a_sentence_twice() -> None:
    [finding] = in_pair(FERRY, "渡轮黎明离开旧码头。渡轮黎明离开旧码头。")
    assert finding.code == "MTX006"
    assert len(finding.target_spans) == 2
    passage = "渡轮黎明离开旧码头。风很大。"
    [finding] = in_pair(FERRY + " It is windy.", passage * 2)
    assert [span.text for span in finding.target_spans] == [passage] * 2
    twice = "# 渡轮\n\n渡轮黎明离开旧码头。\n\n渡轮黎明离开旧码头。\n\n请带一件暖和的外套。\n"
    assert codes(in_files("# Ferry\n\nThe ferry leaves the pier at dawn.\n\nBring a warm coat.\n", twice)) == ["MTX006"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The ferry leaves. The ferry leaves.", "渡轮现在离开旧码头。渡轮现在离开旧码头。"),
        ("Help! Somebody help!", "救命啊！救命啊！"),
        (FERRY, "渡轮黎明离开旧码头。渡轮天黑后回到旧码头。"),
    ],
)
def test_sentences_that_may_stand_twice(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_two_items_with_one_text_are_rows_of_their_own() -> None:
    english = "- Pay at the desk before noon, please.\n- Pay at the desk before noon today.\n"
    assert codes(in_files(english, "- 请在中午之前到柜台付款。\n- 请在中午之前到柜台付款。\n")) == []


@pytest.mark.parametrize(
    "target",
    [
        "守塔人修剪灯芯，",
        "守塔人修剪灯芯、给钟上弦、",
        "守塔人修剪灯芯，给钟上弦，并且",
        "守塔人修剪灯芯（并给钟",
        "守塔人修剪灯芯，给旧的",
    ],
)
def test_a_sentence_cut_off(target: str) -> None:
    [finding] = in_pair(LONG, target)
    assert (finding.code, finding.severity) == ("MTX007", Severity.WARNING)
    [span] = finding.target_spans
    assert target.endswith(span.text)


@pytest.mark.parametrize(
    "target",
    [
        "The keeper trims the wick and",
        "The keeper trims the wick, winds the",
        "The keeper trims the wick, winds the clo",
    ],
)
def test_an_english_sentence_cut_off(target: str) -> None:
    source = "守塔人修剪灯芯，给钟上弦，把天气记入日志，午夜之前就寝，第二天清晨又登上塔顶，熄灭灯火。"
    assert codes(in_pair(source, target, "zh")) == ["MTX007"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (LONG, "守塔人修剪灯芯，给钟上弦，把天气记入日志，午夜之前就寝，"),
        (LONG, "守塔人修剪灯芯，给钟上弦，把天气记入日志，午夜之前就寝"),
        ("The keeper trims the wick, and then,", "守塔人修剪灯芯，"),
        ("The keeper trims the wick, winds the clock, and waits …", "守塔人修剪灯芯……"),
        ("This one is the keeper's own.", "这是守塔人的"),
        ("Peace!", "和平，"),
        ("Harmony is what they were all looking for.", "温和"),
    ],
)
def test_sentences_that_end_in_their_own_way(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_headings_items_and_verses_are_not_cut_off() -> None:
    assert codes(in_files(f"# {LONG}\n", "# 守塔人修剪灯芯，\n")) == []
    assert codes(in_files(f"- {LONG}\n", "- 守塔人修剪灯芯，\n")) == []
    assert codes(in_files(f"{LONG}\n", "守塔人修剪灯芯，\n")) == ["MTX007"]
    verses = [("The lamp is lit.", "灯已点燃，"), ("The sea is dark.", "大海漆黑，"), (LONG, "守塔人修剪灯芯，")]
    english, chinese = ("\n\n".join(column) + "\n" for column in zip(*verses, strict=True))
    assert codes(in_files(english, chinese)) == []


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("渡轮は夜明けに出发。", "Japanese"),
        ("渡轮在ターミナル旁。", "Japanese"),
        ("渡轮 새벽에 出发。", "Korean"),
        ("渡轮на рассвете出发。", "Cyrillic"),
        ("渡轮 عند الفجر 出发。", "Arabic"),
        ("渡轮ตอนเช้า出发。", "Thai"),
    ],
)
def test_a_third_language(target: str, name: str) -> None:
    [finding] = in_pair(FERRY, target)
    assert (finding.code, finding.severity) == ("MTX009", Severity.WARNING)
    assert name in finding.message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The sign reads ターミナル.", "牌子上写着 ターミナル。"),
        ("The shop is called Hana.", "这家店叫花の店。"),
        ("The film is on again.", "影片《さくらの港》再度上映。"),
        ("He shrugged.", "他耸耸肩 (´･ω･`)。"),
        ("Choose your language.", "选择语言：中文 日本語 한국어 Русский العربية。"),
        ("Beta rays have a wavelength of 3 μm.", "β射线的波长为3 μm，见αβγδ。"),
        ("The Japanese say so.", "日本人说 ありがとう。"),
        ("Mary·Jane Smith paid.", "玛丽・简・史密斯付了钱。"),
    ],
)
def test_a_third_script_with_a_reason(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_words_in_italics_are_spoken_of() -> None:
    assert codes(in_files("We drink tea with *matcha* here.\n", "我们在这里喝加了 *まっちゃ* 的茶。\n")) == []


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        (FERRY, "渡轮黎\ufffd\ufffd出发。", Severity.ERROR),
        (FERRY, "渡轮锟斤拷锟斤拷出发。", Severity.ERROR),
        (FERRY, "渡轮烫烫烫烫出发。", Severity.ERROR),
        ("The café is open.", "cafÃ© 开门了。", Severity.ERROR),
        ("It's open.", "itâ€™s 开门了。", Severity.ERROR),
        (FERRY, "渡轮ï¼Œ黎明出发。", Severity.ERROR),
        (FERRY, "渡轮ã€‚", Severity.ERROR),
        (FERRY, "ÖÐÎÄ 渡轮", Severity.ERROR),
        (FERRY, "杩欐槸娓¤疆鐨勭爜澶淬€�", Severity.ERROR),
        (FERRY, "\\u6e21\\u8f6e 黎明出发", Severity.WARNING),
        ("Bread & butter", "面包 &amp; 黄油", Severity.WARNING),
        ("Bread & butter", "面包 &amp;amp; 黄油", Severity.WARNING),
        (FERRY, "渡轮???出发", Severity.WARNING),
    ],
)
def test_garbled_text(source: str, target: str, severity: Severity) -> None:
    [finding] = in_pair(source, target)
    assert (finding.code, finding.severity) == ("MTX010", severity)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("São João, Ávila and Malmö", "São João、Ávila 和 Malmö"),
        ("Where is it???", "它在哪里???快说。"),
        ("“Déjà vu” — a feeling", "“Déjà vu”——一种感觉"),
        ("U+FFFD looks like \ufffd.", "U+FFFD 看起来像 \ufffd。"),
        ("Write &amp; for an ampersand.", "用 &amp; 表示和号。"),
        ("Hot tea burns.", "茶太烫，烫嘴。"),
        ("The letters äöüß are German.", "字母 äöüß 属于德语。"),
        ("5 °C ± 1, 3 × 4 = 12 · ½", "5 °C ± 1，3 × 4 = 12 · ½"),
        ("The town of Bangi-ri", "横浜的渡轮"),
    ],
)
def test_characters_as_they_should_be(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []
