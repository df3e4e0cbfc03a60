"""Fixes in files: exactly where they belong, every other byte kept, nothing changed by a second run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fixing_builder import CHINESE, COMMA, ENGLISH, GOOD, SPACE, mended, reasons, replacing, settled, use
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligncheck.formats import read
from aligncheck.formats.encoding import encoded

RIGHT = CHINESE.replace(",", "，").replace("GPS", " GPS").replace(" GPS，", " GPS，")


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, *GOOD)


def test_safe_fixes_are_made_and_unsafe_ones_only_when_asked_for() -> None:
    assert mended(CHINESE.encode()).decode() == "这盏灯，很旧，转两圈。船上的GPS,也，恢复了。\n"
    assert mended(CHINESE.encode(), unsafe=True).decode() == "这盏灯，很旧，转两圈。舟上的GPS,也，恢复了。\n"


def test_what_mends_one_place_is_made_together_and_the_rest_in_the_next_pass() -> None:
    text = "甲A乙B丙,丁AB戊。\n"
    assert mended(text.encode()).decode() == "甲 A 乙 B 丙，丁 AB 戊。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_bytes_are_kept_elsewhere(encoding: str, end: str) -> None:
    lines = ["# 燈塔", "", "那盞燈,很舊,轉兩圈。  ", "", "船上的東西,也,恢復了。\t", "", "燈光照著海面,船都看得見。"]
    text = end.join([*lines, ""]) if end else lines[2]
    after = mended(text.encode(encoding), english=ENGLISH.encode())
    assert after == text.replace(",", "，").encode(encoding)


def test_mixed_line_ends_and_odd_characters_stay() -> None:
    text = "灯,亮\u00a0了。\r\n\r\n船,到了\u200b。\n\n\r\n灯\ufe0f,灭了。\r\r末,尾。"
    assert mended(text.encode()).decode() == text.replace("灯,亮", "灯，亮").replace("船,", "船，").replace(
        "末,", "末，"
    )


def test_an_encoding_that_lacks_a_character_keeps_its_text() -> None:
    text = "灯塔,很旧。".encode("gb18030") * 3
    odd = replacing("TST001", "(?<=塔),", "\U0001f300")
    assert read(text, "a.md").encoding == "gb18030"
    with pytest.MonkeyPatch.context() as patch:
        use(patch, odd)
        assert "\U0001f300".encode("gb18030") in mended(text)
    traditional = ("燈塔,很舊,那裡的船都看得見。" * 3).encode("big5")
    with pytest.MonkeyPatch.context() as patch:
        use(patch, odd)
        found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": traditional})
        assert set(reasons(found)) == {("TST001", "big5 cannot write '🌀'")}


def test_a_file_that_cannot_be_written_back_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligncheck.runner.rewriting.encoded", lambda text, _: encoded(text, "utf-16-le"))
    found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": CHINESE.encode()})
    assert found.contents[Path("a.zh.md").resolve()] == CHINESE.encode()
    assert {reason for _, reason in reasons(found)} == {"cannot be written back as utf-8 byte for byte"}


def test_of_a_bilingual_file_only_the_target_changes() -> None:
    text = "The lamp,which turns.\n\n灯,转了。\n\nA boat,and a bell.\n\n船,和钟。\n"
    with pytest.MonkeyPatch.context() as patch:
        use(patch, replacing("TST009", ",", "，", locate=False))
        after = settled({"a.md": text.encode()}).contents[Path("a.md").resolve()].decode()
    assert after == text.replace("灯,", "灯，").replace("船,", "船，")


def test_json_strings_mean_what_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    english = json.dumps({"a": "The lamp, old.", "b": {"c": 'A boat, "new".'}}).encode()
    chinese = '{\r\n  "a": "灯,旧。",\n  "b": {"c": "船,\\"新\\"的。\\n第,二,行\\u3002"}\r\n}\n'
    use(monkeypatch, replacing("TST001", "(?<=[灯第二]),", '"\\\\t'))
    after = mended(chinese.encode(), "zh.json", english).decode()
    assert after == chinese.replace("灯,", '灯\\"\\\\t').replace("第,", '第\\"\\\\t').replace("二,", '二\\"\\\\t')
    assert json.loads(after)["a"] == '灯"\\t旧。'


def test_a_tab_never_makes_a_new_column(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "en\tzh\nThe lamp, old.\t灯,旧的。\nA boat, new.\t船,新的。\n"
    assert settled({"a.tsv": table.encode()}).contents[Path("a.tsv").resolve()].decode() == table.replace(
        "灯,", "灯，"
    ).replace("船,", "船，")
    use(monkeypatch, replacing("TST001", ",", "\t"))
    found = settled({"a.tsv": table.encode()})
    assert found.contents[Path("a.tsv").resolve()].decode() == table
    assert len(reasons(found)) == 2


def test_front_matter_keeps_its_syntax(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "---\ntitle: 灯,塔\ntags: [灯,塔]\n---\n\n灯,塔很旧。\n"
    english = b"---\ntitle: Lamp, tower\ntags: [lamp,tower]\n---\n\nThe lamp, the tower are old.\n"
    assert mended(page.encode(), english=english).decode() == page.replace("e: 灯,", "e: 灯，").replace(
        "\n灯,", "\n灯，"
    )
    use(monkeypatch, replacing("TST001", "灯,", "灯: "))
    found = settled({"a.en.md": english, "a.zh.md": page.encode()})
    assert found.contents[Path("a.zh.md").resolve()].decode() == page.replace("\n灯,", "\n灯: ")
    assert reasons(found) == [("TST001", "it might change what the front matter says")]


HARMFUL = {
    "code": (r"lamp", "torch"),
    "an address": (r"example", "other"),
    "a number": (r"1,0", "1，0"),
    "a number in words": (r"三", "四"),
    "emphasis": (r"旧", "*旧*"),
    "a tag": (r"旧", "<b>旧</b>"),
    "a line break": (r"旧", "旧\n\n"),
    "a heading": (r"灯塔", "- 灯塔"),
    "a link": (r"那本书", "[书](b)"),
    "a placeholder": (r"name", "title"),
}


@pytest.mark.parametrize("located", [True, False])
@pytest.mark.parametrize("name", HARMFUL)
def test_a_hostile_rule_does_no_harm(name: str, located: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (
        '灯塔\n\n旧塔的`lamp`在<https://example.org/lamp>，见[那本书](https://example.org/b "例")和 {{ name }}。\n\n'
        "```js\nlamp('旧');\n```\n\n- 那里有1,000级台阶,三座塔。\n\n![旧图](example.png)\n"
    )
    use(monkeypatch, replacing("TST666", *HARMFUL[name], locate=located), COMMA)
    before, after = read(page.encode(), "a.zh.md"), read(mended(page.encode()), "a.zh.md")
    assert after.text == page.replace("阶,", "阶，")
    assert [b.kind for b in before.blocks] == [b.kind for b in after.blocks]


def test_emphasis_that_a_renderer_sees_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, replacing("TST001", " (?=[后下])", ""))
    page = "**重点。** 后文。\n\n**重点** 后文， 下文。\n"
    assert mended(page.encode()).decode() == "**重点。** 后文。\n\n**重点**后文，下文。\n"


def test_a_heading_that_is_linked_to_keeps_its_anchor(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, replacing("TST001", "灯", "燈"), COMMA)
    page = "# 灯塔\n\n# 船,灯\n\n# 塔,钟\n\n见[那里](#%E7%81%AF%E5%A1%94)和[这里](#塔钟)。\n"
    after = page.replace("船,灯", "船，燈").replace("塔,钟", "塔，钟")
    assert mended(page.encode()).decode() == after


def test_one_harmful_place_does_not_keep_the_others_from_being_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "| 灯 | 塔 |\n|---|---|\n" + "".join(f"| 灯,{n}号 | 塔,旧的 |\n" for n in range(20))
    use(monkeypatch, replacing("TST001", r"(?<=灯),7", "|7"), replacing("TST002", r"(?<=[塔灯]),(?!7)", "，"))
    found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": table.encode()})
    after = found.contents[Path("a.zh.md").resolve()].decode()
    assert after == table.replace(",", "，").replace("灯，7", "灯,7")
    assert [code for code, _ in reasons(found)] == ["TST001"]


def test_rules_that_undo_each_other_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, replacing("TST007", "灯", "燈"), replacing("TST008", "燈", "灯"), COMMA)
    found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": CHINESE.encode()})
    after = found.contents[Path("a.zh.md").resolve()]
    assert after.decode() == CHINESE.replace("灯,", "灯，").replace("旧,", "旧，").replace("也,", "也，")
    assert reasons(found) == [("TST007", "such fixes would not come to rest")]
    assert mended(CHINESE.encode()) == after


def test_a_rule_that_never_ends_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, replacing("TST007", "灯", "灯灯"), COMMA)
    assert mended(CHINESE.encode()).decode().startswith("这盏灯，很旧，")


def test_the_same_fix_of_two_rules_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, COMMA, replacing("TST009", r"(?<=灯),", "，"), replacing("TST004", r"灯,很", "灯、很"))
    found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": CHINESE.encode()})
    [counts] = found.made.values()
    assert found.contents[Path("a.zh.md").resolve()].decode().startswith("这盏灯、很旧，")
    assert counts == {"TST004": 1, "TST001": 2}


def test_documents_that_share_a_file_are_mended_together() -> None:
    files = {"a.en.md": ENGLISH.encode(), "b.en.md": ENGLISH.encode(), "a.zh.md": CHINESE.encode()}
    found = settled(files, ("a.en.md", "a.zh.md"), ("b.en.md", "a.zh.md"))
    assert found.contents[Path("a.zh.md").resolve()] == mended(CHINESE.encode())
    assert all(outcome.report is not None for outcome in found.outcomes)


SIGNS = (
    *("灯", "塔", ",", "，", "A", "GPS", " ", "。", "`a,b`", "**", "["),
    *("](x)", "\n\n", "\r\n", "- ", "| ", "7", "\\", "<b>", "&amp;"),
)
PIECES = st.lists(st.sampled_from(SIGNS), max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_a_second_run_changes_nothing_and_markup_stays(pieces: list[str]) -> None:
    page = "灯塔,旧的。" + "".join(pieces)
    after = mended(page.encode(), unsafe=True).decode()
    assert [c for c in page if c not in ",， "] == [c for c in after if c not in ",， "]
    before, then = read(page.encode(), "a.md"), read(after.encode(), "a.md")
    assert [(b.kind, b.level, b.unit) for b in before.blocks] == [(b.kind, b.level, b.unit) for b in then.blocks]


def test_a_half_of_what_belongs_together_is_never_made(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "甲AB乙。\n\n---\n"
    use(monkeypatch, SPACE, replacing("TST001", "甲A", "甲、A"))
    found = settled({"a.en.md": ENGLISH.encode(), "a.zh.md": page.encode()})
    assert found.contents[Path("a.zh.md").resolve()].decode() == "甲、AB乙。\n\n---\n"
