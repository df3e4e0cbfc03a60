"""The rules on script: characters of the other one, wrong conversions, words of other regions, whole documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from script_sentences import RIGHT, WRONG

from aligncheck.checks.script.words import words
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lang.language_tags import standard_of
from aligncheck.lang.zh.script_judge import wrong_in_simplified, wrong_in_traditional
from aligncheck.lang.zh.script_regions import names_elsewhere, words_elsewhere
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity

TRADITIONAL = "這個城市的圖書館從今年開始對讀者開放，門票與時間會寫進說明書。\n\n"
"""Text that says which script a document is in, and holds none of the characters that conversion confuses."""
SIMPLIFIED = "这个城市的图书馆从今年开始对读者开放，门票与时间会写进说明书。\n\n"


def mended(text: str) -> str:
    """A Traditional text with all that is wrong put right."""
    for at, right, _ in wrong_in_traditional(text, words()):
        text = text[:at] + right + text[at + 1 :]
    return text


def found(text: str, path: str = "page.zh.md", **settings: object) -> list[Finding]:
    """What the rules say of a Chinese document."""
    config = Config(select=("SCR",), **settings)  # type: ignore[arg-type]
    return list(check_file(read(text.encode("utf-8"), path), config, Lexicon.load()).findings)


def applied(text: str, findings: list[Finding]) -> str:
    """The text with all fixes of the findings made."""
    fixes = sorted((fix for finding in findings for fix in finding.fixes or ()), key=lambda fix: -fix.start)
    for fix in fixes:
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


@pytest.mark.parametrize(("wrong", "right"), WRONG, ids=[wrong for wrong, _ in WRONG])
def test_wrong_form_is_found_and_mended(wrong: str, right: str) -> None:
    assert mended(f"說到{wrong}，我們再看") == f"說到{right}，我們再看"


@pytest.mark.parametrize("right", [*RIGHT, *dict.fromkeys(right for _, right in WRONG)])
def test_right_form_is_silent(right: str) -> None:
    assert wrong_in_traditional(f"說到{right}，我們再看", words()) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*(wrong for wrong, _ in WRONG), *RIGHT]), min_size=1, max_size=12))
def test_fixing_leaves_nothing_to_fix(parts: list[str]) -> None:
    once = mended("，".join(parts))
    assert mended(once) == once
    assert len(once) == len("，".join(parts))


@settings(max_examples=60, deadline=None)
@given(st.text("后後里裡么系係于并干乾三年了的，。a \n𠀀", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    assert all(text[at] != right for at, right, _ in wrong_in_traditional(text, words()))
    assert all(text[at] != right for at, right, _ in wrong_in_simplified(text))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("三年后，他回來", "三年後，他回來"),
        ("等了两小時后才開", "等了两小時後才開"),
        ("吃完后再說", "吃完後再說"),
        ("他來了，并把門關上", "他來了，並把門關上"),
        ("十几個人", "十幾個人"),
        ("二十余年", "二十餘年"),
        ("這种方法", "這種方法"),
        ("三只小豬", "三隻小豬"),
        ("据說如此", "據說如此"),
        ("愿他安息", "願他安息"),
        ("為瞭孩子", "為了孩子"),
        ("成立于1950年", "成立於1950年"),
    ],
)
def test_context_shows_what_is_right(wrong: str, right: str) -> None:
    assert mended(wrong) == right


def test_habit_of_a_text_shows_what_other_places_mean() -> None:
    text = "以后會更好，然后休息。模型釋放后怎麼辦？皇后不在。"
    assert mended(text) == "以後會更好，然後休息。模型釋放後怎麼辦？皇后不在。"


def test_a_text_that_has_both_forms_has_no_habit() -> None:
    text = "以后會更好，然后休息，後來他立她為后便走。"
    assert mended(text) == "以後會更好，然後休息，後來他立她為后便走。"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("看著他", "看着他"),
        ("对於我们", "对于我们"),
        ("瞭解情况", "了解情况"),
        ("饼乾", "饼干"),
        ("特徵", "特征"),
        ("夥伴", "伙伴"),
    ],
)
def test_leftover_in_simplified(wrong: str, right: str) -> None:
    assert [(wrong[at], to) for at, to, _ in wrong_in_simplified(wrong)] == [
        (a, b) for a, b in zip(wrong, right, strict=True) if a != b
    ]


@pytest.mark.parametrize(
    "text", "瞭望 乾坤 藉口 著名 著作 看著名人 樊於期 宫商角徵羽 魏徵 神祇 彷徨 显著 土著 名著 康乾盛世".split()
)
def test_right_in_simplified(text: str) -> None:
    assert list(wrong_in_simplified(text)) == []


def test_each_wrong_form_is_one_finding_with_safe_fixes() -> None:
    text = TRADITIONAL + "我們吃飯，然后回家。最后關燈。這很復雜。"
    findings = found(text)
    assert [(f.code, f.severity) for f in findings] == [("SCR002", Severity.WARNING)] * 2
    assert {f.message for f in findings} == {
        "“后” stands 2 times where “後” is right: 然後、最後.",
        "“復” stands where “複” is right: 複雜.",
    }
    assert all(fix.safe for f in findings for fix in f.fixes or ())
    assert applied(text, findings) == TRADITIONAL + "我們吃飯，然後回家。最後關燈。這很複雜。"


def test_a_text_full_of_wrong_forms_is_one_finding() -> None:
    text = TRADITIONAL * 3 + "然后，這里怎么了？關于系統，我們采用標准，并且愿意。范圍很大。"
    findings = found(text)
    assert [f.code for f in findings] == ["SCR002"]
    assert findings[0].message.startswith("The text was converted without care, 9 characters: 后→後, ")
    assert not found(applied(text, findings))


def test_hong_kong_gets_its_own_form() -> None:
    text = TRADITIONAL + "他在家里等我們。"
    (finding,) = found(text, target_script="Hant-HK")
    assert applied(text, [finding]) == TRADITIONAL + "他在家裏等我們。"
    assert applied(text, found(text)) == TRADITIONAL + "他在家裡等我們。"


def test_detail_tells_every_place() -> None:
    text = TRADITIONAL + "我們吃飯，然后回家。最后關燈。"
    assert len(found(text, detail=True)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "請選擇語言：繁體中文、简体中文。",
        "他寫下「开门见山」四個字。",
        "這個字在日文寫作「来る」的来。",
        "執行 `git 提交 --说明` 即可。",
        "見 [简体版说明](https://example.org/cn)。",
        "《红楼梦》的初版仍在。",
        "三人用 个 表示。",
    ],
)
def test_other_script_on_purpose_is_silent(text: str) -> None:
    assert not found(TRADITIONAL * 4 + text)


def test_characters_of_the_other_script() -> None:
    text = TRADITIONAL * 2 + "他留着長头发，休息一个月。"
    findings = found(text)
    assert {f.message for f in findings} == {
        "“头” in “留着長头发” is Simplified in Traditional text; “頭” is right.",
        "“发” in “長头发” is Simplified in Traditional text; “髮” is right.",
        "“个” in “息一个月” is Simplified in Traditional text; “個” is right.",
    } or [f.code for f in findings] == ["SCR001"] * 3
    assert applied(text, findings) == TRADITIONAL * 2 + "他留着長頭髮，休息一個月。"


def test_mixed_text_is_silent() -> None:
    assert not found(TRADITIONAL + SIMPLIFIED + "然后，這里怎么了？")


def test_either_script_may_be_short_of_evidence() -> None:
    assert not found("然后呢？")


@pytest.mark.parametrize(
    ("path", "standard"),
    [
        ("docs/zh-TW/a.md", "Hant-TW"),
        ("docs/zh_HK.json", "Hant-HK"),
        ("a.zh-Hant-HK.md", "Hant-HK"),
        ("README-zh-Hant.md", "Hant"),
        ("i18n/zh-CN/zh-TW.md", "Hant-TW"),
        ("zh_Hans/a.md", "Hans"),
        ("zh/a.md", None),
        ("azh-twin.md", None),
    ],
)
def test_standard_by_path(path: str, standard: str | None) -> None:
    assert standard_of(path) == standard


def test_a_document_in_the_other_script_is_one_finding() -> None:
    text = SIMPLIFIED + "他留着長髮。"
    findings = found(text, target_script="Hant-TW")
    assert [(f.code, f.severity) for f in findings] == [("SCR004", Severity.WARNING)]
    assert (
        found(SIMPLIFIED * 2, "zh-TW/page.md")[0].message
        == "The text is Simplified Chinese; the path asks for Hant-TW."
    )
    assert not found(SIMPLIFIED, "zh-CN/page.md")


def test_words_of_another_region_need_a_region() -> None:
    text = TRADITIONAL + "請安裝軟件，然後打印文件。再安裝軟件。"
    assert not found(text)
    (finding,) = found(text, target_script="Hant-TW")
    assert finding.severity is Severity.INFO
    assert finding.message == "3 words are called otherwise in Taiwan: 軟件 (軟體) ×2, 打印 (列印)."
    assert not any(fix.safe for fix in finding.fixes or ())
    assert [f.code for f in found(text, "zh-TW/page.md")] == ["SCR003"]


@pytest.mark.parametrize("standard", ["Hant-TW", "Hant-HK", "Hans"])
def test_no_word_is_both_right_and_of_another_region(standard: str) -> None:
    names = names_elsewhere(standard)
    for name in names.values():
        assert not list(words_elsewhere(standard, name)), name


@pytest.mark.parametrize("standard", ["Hant-TW", "Hant-HK", "Hans"])
def test_every_word_is_found_whole(standard: str) -> None:
    names = names_elsewhere(standard)
    around = {"進程": "子進程", "數組": "數組的", "枚舉": "枚舉類", "雪梨": "在雪梨", "奈米": "奈米級"}
    for word in names:
        text = around.get(word, word)
        assert [match.group() for match in words_elsewhere(standard, text)] == [word]


@pytest.mark.parametrize(
    ("standard", "text"),
    [
        ("Hans", "软体动物 软体家具"),
        ("Hans", "泡面积"),
        ("Hant-TW", "宗教的信息素"),
        ("Hant-TW", "接口令"),
        ("Hant-TW", "字節跳動"),
    ],
)
def test_words_with_another_meaning(standard: str, text: str) -> None:
    assert not list(words_elsewhere(standard, text))


def test_english_targets_are_silent() -> None:
    english = read(b"Then we left. Later we came back to the village.", "page.en.md")
    chinese = read((TRADITIONAL + "然后我們離開。").encode(), "page.zh-TW.md")
    report = check_files(chinese, english, Config(select=("SCR",), source="zh"), Lexicon.load())
    assert not report.findings


def test_what_is_said_beside_a_language_by_its_own_name_is_in_its_script() -> None:
    assert found(TRADITIONAL * 3 + "简体中文翻译\n\n" + TRADITIONAL) == []
    assert [one.code for one in found(TRADITIONAL * 3 + "翻译与校对\n\n" + TRADITIONAL)] == ["SCR001"] * 3


def test_the_word_that_shows_a_fault_keeps_the_variants_of_the_text() -> None:
    [finding] = found(TRADITIONAL + "申請已經核準。\n\n" + TRADITIONAL)
    assert "核准" in finding.message


@pytest.mark.parametrize("text", ["下面的命令列出文件", "命令列表很长", "侧边栏位置切换", "向下传递回去"])
def test_words_of_other_regions_are_not_found_across_words(text: str) -> None:
    assert list(words_elsewhere("Hans", text)) == []


def test_a_character_is_told_by_one_rule() -> None:
    """What no Simplified text has is SCR001, also where a word shows what is right; what it has elsewhere is SCR002."""
    (other,) = found(SIMPLIFIED + "皇後来了，然後又走了。\n")
    assert (other.code, len(other.fixes or ())) == ("SCR001", 2)
    (leftover,) = found(SIMPLIFIED + "他看著图表，没有说话。\n")
    assert leftover.code == "SCR002"
