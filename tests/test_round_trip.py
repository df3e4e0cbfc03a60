"""From a check to decisions in the browser and back into the gate, on the project's own documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import Shell
from playwright.sync_api import Page, expect
from report_browser import Opener
from working_page import press

from aligncheck.model.report import Report
from aligncheck.report.structured import read_json

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("ferry.txt", "guide.md", "guide.zh-CN.md", "observatory.txt")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A project of four files, three documents, some thirty findings."""
    shell = Shell(tmp_path, monkeypatch, capsys)
    for name in DOCUMENTS:
        (tmp_path / "texts").mkdir(exist_ok=True)
        shutil.copy(ROOT / "seeds" / name, tmp_path / "texts" / name)
    shell.write("aligncheck.toml", 'exclude = ["reports/"]\n')
    return shell


def checked(shell: Shell, *arguments: str) -> list[Report]:
    done = shell("check", "--output", "json", "--exit-zero", *arguments)
    assert done.code == 0, done.err
    return read_json(done.out.encode())


def new(found: list[Report]) -> list[tuple[str, str]]:
    """Document and code of every new finding."""
    return [(r.document.path, f.code) for r in found for f in r.findings if f.status.value == "new"]


def decide_everything(page: Page, choices: str) -> int:
    """Walk the documents from the overview, and their findings, with keys alone; how many were decided."""
    page.locator("#documents a").first.focus()
    press(page, "jk")
    page.locator("#documents tbody a").first.click()
    while page.locator("#previous").count():
        press(page, "p")
        page.wait_for_load_state()
    number = 0
    while True:
        cards = page.locator("article").count()
        for each in range(1, cards + 1):
            press(page, "j")
            expect(page.locator(f"article[data-n='{each}']")).to_be_focused()
            press(page, choices[number % len(choices)])
            number += 1
        expect(page.locator("article[data-decision]")).to_have_count(cards)
        if not page.locator("#next").count():
            return number
        here = page.url
        press(page, "n")
        expect(page).not_to_have_url(here)


def exported(page: Page, folder: Path, decided: int) -> str:
    """Export all decisions from the overview, which has heard of them; the file's name."""
    page.locator("#overview").click()
    page.wait_for_url("**/index.html")
    expect(page.locator("body")).to_contain_text(f"{decided} of {decided} decided")
    with page.expect_download() as download:
        press(page, "x")
        page.locator("dialog button.primary").click()
    download.value.save_as(folder / "decisions.jsonl")
    return "decisions.jsonl"


@pytest.mark.parametrize("place", ["baseline", "comment"])
def test_everything_decided_in_the_browser_comes_back_into_the_gate(shell: Shell, opened: Opener, place: str) -> None:
    assert shell("check", "--exit-zero", "--quiet").code == 0
    before = checked(shell)
    page = opened(shell.folder / "reports" / "index.html")
    decided = decide_everything(page, "234")
    assert decided == sum(len(r.findings) for r in before)
    assert decided > 20
    file = exported(page, shell.folder, decided)
    expect(page.locator("dialog")).to_contain_text("aligncheck triage apply")

    places = [f"--{choice}={place}" for choice in ("false-alarm", "accepted", "later")]
    done = shell("triage", "apply", file, *places, "--fallback", "baseline")
    assert done.code == 0, done.out + done.err
    after = shell("check", "--quiet", "--fail-on", "info")
    assert after.code == 0, after.out
    assert new(checked(shell)) == []

    # The pages of now say so: nothing is new, and every decision stands where it was made.
    page = opened(shell.folder / "reports" / "index.html", "again.html")
    expect(page.locator(".verdict")).to_contain_text("No new findings")

    again = shell("triage", "apply", file, *places, "--fallback", "baseline")
    assert again.code == 0, again.out + again.err
    assert new(checked(shell)) == []


def test_one_edited_sentence_brings_back_its_findings_only(shell: Shell, opened: Opener) -> None:
    shell("check", "--exit-zero", "--quiet")
    page = opened(shell.folder / "reports" / "index.html")
    assert shell("triage", "apply", exported(page, shell.folder, decide_everything(page, "3"))).code == 0
    assert new(checked(shell)) == []

    text = shell.folder / "texts" / "ferry.txt"
    before = text.read_text(encoding="utf-8")
    edited = before.replace("By 1905 the ferry was carrying 40,000 people", "By 1905 it had carried 40,000 people")
    assert edited != before
    text.write_text(edited, encoding="utf-8")
    assert new(checked(shell)) == [("texts/ferry.txt", "NUM004"), ("texts/ferry.txt", "SUP002")]

    # In the page of the edited text the decisions of all other findings still stand.
    shell("check", "--exit-zero", "--quiet")
    page.goto((shell.folder / "reports" / "texts" / "ferry.txt.html").as_uri())
    open_ones = page.locator("article:not([data-decision])")
    assert sorted(card.get_attribute("data-code") or "" for card in open_ones.all()) == ["NUM004", "SUP002"]


def test_what_is_true_goes_on_failing_until_it_is_mended(shell: Shell, opened: Opener) -> None:
    shell("check", "--exit-zero", "--quiet")
    page = opened(shell.folder / "reports" / "index.html")
    done = shell("triage", "apply", exported(page, shell.folder, decide_everything(page, "1")))
    assert done.code == 0
    assert "To mend:" in done.out
    assert shell("check", "--quiet").code == 1
    assert not (shell.folder / "aligncheck-baseline.jsonl").exists()
