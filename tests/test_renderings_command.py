"""``aligncheck renderings``: outputs, the gate, what cannot be compared; the page in a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Shell
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect
from renderings_builder import CHINESE, ENGLISH, REVISED, compared, page
from report_browser import Opener

from aligncheck.report.renderings import FORMATS, on_terminal
from aligncheck.report.renderings.differences import apart
from aligncheck.report.renderings.schema import schema_text
from aligncheck.report.terminal import cells

HOSTILE = "<script>alert(1)</script>\u202e\x1b[31m ##[error]x 面包"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "work").mkdir()
    made = Shell(tmp_path / "work", monkeypatch, capsys)
    made.write("old.zh.txt", "\n\n".join(CHINESE) + "\n")
    made.write("new.zh.txt", "\n\n".join(REVISED) + "\n")
    made.write("en.txt", "\n\n".join(ENGLISH) + "\n")
    made.write("page.txt", page())
    return made


def test_text_shows_what_differs_worst_first(shell: Shell) -> None:
    done = shell("renderings", "old.zh.txt", "new.zh.txt")
    assert done.code == 0
    assert done.out.index("300 → 200") < done.out.index("only-a") < done.out.index("左邻右舍")
    assert "6 equal, 1 differ in form alone, 1 differ in wording, 1 differ in a value, 1 only in A" in done.out
    assert CHINESE[0] not in done.out
    assert "old.zh.txt:5:1 | new.zh.txt:5:1: values" in done.out


def test_text_in_order_of_the_document(shell: Shell) -> None:
    out = shell("renderings", "old.zh.txt", "new.zh.txt", "--sort", "document").out
    assert out.index("300 → 200") < out.index("左邻右舍") < out.index("only-a")


def test_json_is_valid_under_its_schema_and_the_same_each_time(shell: Shell) -> None:
    arguments = ("renderings", "old.zh.txt", "new.zh.txt", "--source", "en.txt", "--output", "json")
    first = shell(*arguments).out
    assert first == shell(*arguments).out
    found = json.loads(first)
    Draft202012Validator(json.loads(schema_text())).validate(found)
    assert list(found)[:4] == ["schema_version", "tool", "lang", "a"]
    assert [e["source"]["text"] for e in found["entries"]] == list(ENGLISH)


def test_one_document_that_holds_both(shell: Shell) -> None:
    found = json.loads(shell("renderings", "page.txt", "--output", "json").out)
    assert (found["a"]["path"], found["b"]["path"], found["source"]) == ("page.txt",) * 3
    assert found["summary"]["differences"]["values"] == 1


def test_the_language_of_the_original_is_that_of_the_settings(shell: Shell) -> None:
    shell.write("aligncheck.toml", 'source = "zh"\n')
    turned = f"{' '.join(ENGLISH)}\n\n" + "\n\n".join(f"{z}\n\n{e}" for z, e in zip(CHINESE, ENGLISH, strict=True))
    shell.write("turned.txt", f"{turned}\n\n{''.join(CHINESE)}\n")
    found = json.loads(shell("renderings", "turned.txt", "--output", "json").out)
    assert found["lang"] == "en"
    assert found["summary"]["differences"]["wording"] == 0


def test_outputs_go_where_they_are_sent(shell: Shell) -> None:
    done = shell("renderings", "old.zh.txt", "new.zh.txt", "--output", "html=out/x.html", "--output", "json=x.json")
    assert (done.code, done.out) == (0, "")
    assert (shell.folder / "out/x.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((shell.folder / "x.json").read_bytes())["lang"] == "zh"


@pytest.mark.parametrize(("least", "code"), [("10", 0), ("99.5", 1)])
def test_the_gate_looks_at_the_whole(shell: Shell, least: str, code: int) -> None:
    done = shell("renderings", "old.zh.txt", "new.zh.txt", "--min-chrf", least)
    assert done.code == code
    assert ("is below 99.5" in done.out) == bool(code)


def test_the_gate_speaks_where_no_output_does(shell: Shell) -> None:
    done = shell("renderings", "old.zh.txt", "new.zh.txt", "--min-chrf", "99.5", "--output", "json=x.json")
    assert "is below 99.5" in done.err
    assert json.loads((shell.folder / "x.json").read_bytes())["failing"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("old.zh.txt", "old.zh.txt"), "old.zh.txt: is given twice (name two"),
        (("old.zh.txt", "en.txt"), "en.txt: one is Chinese, the other English: old.zh.txt"),
        (("page.txt", "new.zh.txt"), "page.txt: holds both languages (name it alone"),
        (("old.zh.txt", "gone.txt"), "gone.txt: does not exist"),
        (("en.txt",), "en.txt: renders no sentence twice in Chinese (name the second"),
        (("old.zh.txt", "other.txt"), "other.txt: has no sentence that answers one of old.zh.txt"),
        (("old.zh.txt", "new.zh.txt", "--source", "third.txt"), "third.txt: the source is Chinese like its"),
        (("old.zh.txt", "--source", "en.txt"), "--source with one file"),
        (("old.zh.txt", "new.zh.txt", "--output", "sarif"), "unknown output format 'sarif' (use one of text, json"),
    ],
)
def test_what_cannot_be_compared(shell: Shell, arguments: tuple[str, ...], message: str) -> None:
    shell.write("other.txt", "船。\n")
    shell.write("third.txt", "\n\n".join(CHINESE) + "\n")
    done = shell("renderings", *arguments)
    assert done.code == 2
    assert message in done.err


def test_nothing_of_a_document_is_an_order_to_what_shows_it() -> None:
    found = compared([CHINESE[0], HOSTILE], [CHINESE[0], HOSTILE + "会听。"])
    text = on_terminal(found, color=False, width=60, in_order=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "##[" not in text
    html = FORMATS["html"](found).decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_lines_fit_the_terminal() -> None:
    text = on_terminal(compared(CHINESE, REVISED), color=False, width=44, in_order=True)
    assert all(cells(line) <= 44 for line in text.splitlines() if line.startswith("  "))


def test_what_differs_is_pointed_at() -> None:
    a, b = "他们每天烤 300 个面包。", "他们每天烤 250 个小面包。"
    mine, theirs = apart(a, b)
    assert [a[i:j] for i, j in mine] == ["300"]
    assert [b[i:j] for i, j in theirs] == ["250", "小"]
    assert apart(a, a) == ([], [])
    assert apart("的了" * 2000, "了的" * 1900) == ([(0, 4000)], [(0, 3800)])


def shown(page: Page) -> int:
    return sum(row.is_visible() for row in page.locator("#text .p[id]").all())


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_shows_what_differs_or_all(opened: Opener, scripts: bool) -> None:
    view = opened(FORMATS["html"](compared(CHINESE, REVISED)).decode(), java_script_enabled=scripts)
    assert shown(view) == 3
    view.uncheck("#only")
    assert shown(view) == len(CHINESE)
    assert [each.inner_text() for each in view.locator("del, ins").all()][:2] == ["300", "200"]


def test_keys_walk_the_differences_and_the_words_can_be_chinese(opened: Opener) -> None:
    view = opened(FORMATS["html"](compared(CHINESE, REVISED)).decode())
    view.keyboard.press("j")
    expect(view.locator("#s-2")).to_be_focused()
    view.keyboard.press("j")
    view.keyboard.press("k")
    expect(view.locator("#s-2")).to_be_focused()
    view.get_by_role("button", name="中文").click()
    expect(view.locator("h1")).to_have_text("两种译文对比")
