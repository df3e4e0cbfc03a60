"""Decisions leave the page, in Chromium: as a file, as text, many at once; links and places are copied; help."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect
from report_browser import Opener
from report_builder import Line, build
from report_samples import lighthouse, long_document
from working_page import card, decision, press, said, stored

from aligncheck.model.report import Report
from aligncheck.model.triage import DECISIONS_VERSION, Choice, Decision
from aligncheck.report import document_page
from aligncheck.report.around import Around

DENIED = "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"


def read(text: str) -> list[Decision]:
    """The lines of an export as the program reads them."""
    first, *lines = text.splitlines()
    assert json.loads(first) == {"aligncheck-decisions": DECISIONS_VERSION}
    return [msgspec.json.decode(line, type=Decision) for line in lines]


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")


def exported_to(page: Page, report: Report) -> None:
    press(page, "j1jjjj2e")
    page.get_by_label("These words may stay").check()
    page.locator("[name=reason]").fill("The town's word")
    page.keyboard.press("Enter")
    press(page, "x")
    expect(page.locator("dialog")).to_contain_text("2 decisions on this document.")
    expect(page.locator("dialog code")).to_have_text("aligncheck triage apply lighthouse.md.decisions.jsonl")
    expect(page.get_by_role("button", name="Download")).to_be_focused()
    name, text = downloaded(page)
    assert name == "lighthouse.md.decisions.jsonl"
    assert text == page.locator("dialog textarea").input_value()
    codes = {f.code: f.fingerprint for f in report.findings}
    assert read(text) == [
        Decision(report.id, report.document.path, "STR003", codes["STR003"], Choice.TRUE),
        Decision(
            report.id,
            report.document.path,
            "UNT002",
            codes["UNT002"],
            Choice.FALSE_ALARM,
            reason="The town's word",
            keep=("keeper",),
        ),
    ]


def test_export_from_a_file(opened: Opener) -> None:
    exported_to(opened(lighthouse()), lighthouse())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "page.html").write_text(document_page(lighthouse()), encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    server.shutdown()
    server.server_close()


def test_export_from_a_server(browser: Browser, site: str) -> None:
    page = browser.new_page(locale="en-GB")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site)
    exported_to(page, lighthouse())
    page.close()
    # Browsers ask a server for an icon.
    assert [fault for fault in faults if "404" not in fault] == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b/harbour.md", "harbour.md"),
        ("港湾 图书馆.md", "港湾-图书馆.md"),
        ("x/-rf $(rm) `a`;\u202e.md", "rf-rm-a-.md"),
        ("..", "document"),
        ("Z" * 300, "Z" * 80),
    ],
)
def test_the_file_is_named_after_the_document(opened: Opener, path: str, name: str) -> None:
    line = lighthouse()
    page = opened(msgspec.structs.replace(line, document=msgspec.structs.replace(line.document, path=path)))
    press(page, "j1x")
    assert downloaded(page)[0] == f"{name}.decisions.jsonl"


def test_nothing_decided_is_nothing_to_export(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "x")
    expect(page.locator("dialog")).to_contain_text("Nothing is decided yet.")
    expect(page.get_by_role("button", name="Download")).to_have_count(0)


def test_text_links_and_places_are_copied(opened: Opener) -> None:
    page = opened(lighthouse())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def clipboard(part: str) -> str:
        """What the clipboard holds, once that has the part in it: copying takes a moment."""
        read = "const text = await navigator.clipboard.readText(); if (text.includes(part)) return text;"
        return str(page.evaluate(f"async part => {{ for (;;) {{ {read} }} }}", part))

    card(page, 3).hover()
    card(page, 3).get_by_role("button", name="Copy place").click()
    expect(page.locator("[role=status]")).to_have_text("Copied: leaflets/lighthouse.md:14:4")
    assert clipboard("") == "leaflets/lighthouse.md:14:4"
    card(page, 3).get_by_role("button", name="Copy link").click()
    assert clipboard("#f-") == f"{page.url.split('#')[0]}#{card(page, 3).get_attribute('id')}"
    press(page, "1x")
    page.get_by_role("button", name="Copy text").click()
    assert len(read(clipboard("fingerprint"))) == 1


def test_without_a_clipboard_there_is_a_field_to_copy_from(opened: Opener) -> None:
    page = opened(lighthouse())
    page.evaluate(DENIED)
    press(page, "jjj")
    card(page, 3).get_by_role("button", name="Copy place").click()
    field = page.locator("dialog input")
    expect(field).to_have_value("leaflets/lighthouse.md:14:4")
    expect(field).to_be_focused()
    assert field.evaluate("e => e.selectionEnd - e.selectionStart") == len("leaflets/lighthouse.md:14:4")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_many_are_decided_at_once_and_undone_at_once(opened: Opener) -> None:
    page = opened(long_document(400))
    press(page, "j1")
    page.locator("#find").fill("years on, keepers")
    among = [one for one in page.locator("article").all() if one.is_visible()]
    page.get_by_role("button", name="Decide all").click()
    dialog = page.locator("dialog")
    dialog.get_by_role("button", name="Decide").click()
    # Nothing is decided before a decision is chosen.
    expect(dialog).to_be_visible()
    dialog.get_by_label("False alarm").check()
    dialog.get_by_label("Why").fill("Ages are counted otherwise there")
    open_ones = len(among) - sum(one.get_attribute("data-decision") is not None for one in among)
    dialog.get_by_role("button", name=f"Decide {open_ones} findings").click()
    expect(dialog).to_have_count(0)
    assert decision(page, 1) == "true"
    kept = [record for record in stored(page).values() if record["decision"] == "false-alarm"]
    assert len(kept) == open_ones > 1
    assert {record["reason"] for record in kept} == {"Ages are counted otherwise there"}
    assert said(page).startswith(f"{open_ones} findings: False alarm.")
    page.locator("body").press("u")
    assert [record["decision"] for record in stored(page).values()] == ["true"]


def test_many_of_one_rule(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jjj")
    page.get_by_role("button", name="Decide all").click()
    expect(page.locator("dialog select")).to_have_value("NUM001")
    page.locator("dialog").get_by_label("Later").check()
    page.get_by_role("button", name="Decide 1 finding").click()
    assert [n for n in range(1, 8) if decision(page, n)] == [3]
    page.get_by_role("button", name="Decide all").click()
    page.locator("dialog select").select_option("")
    page.locator("dialog").get_by_label("Accepted").check()
    page.get_by_role("button", name="Decide 6 findings").click()
    assert all(decision(page, n) for n in range(1, 8))
    page.get_by_role("button", name="Decide all").click()
    expect(page.locator("dialog")).to_contain_text("No finding shown is waiting")


def test_clearing_asks_first_and_can_be_undone(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "j1j2j3x")
    page.get_by_role("button", name="Clear all decisions").click()
    expect(page.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Enter")
    assert len(stored(page)) == 3
    press(page, "x")
    page.get_by_role("button", name="Clear all decisions").click()
    page.get_by_role("button", name="Clear", exact=True).click()
    assert stored(page) == {}
    expect(page.locator(".told")).to_have_text("0 of 6 decided")
    press(page, "u")
    assert [decision(page, n) for n in (1, 2, 3)] == ["true", "false-alarm", "accepted"]


def test_help_tells_keys_and_decisions_and_gives_the_focus_back(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jj?")
    dialog = page.get_by_role("dialog", name="Keys and decisions")
    expect(dialog).to_be_visible()
    for words in ("undo the latest decision", "fails the gate", "aligncheck triage apply"):
        expect(dialog).to_contain_text(words)
    # Keys of the page are not for a dialog.
    press(page, "j1")
    assert stored(page) == {}
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(card(page, 2)).to_be_focused()
    page.get_by_role("button", name="Help").click()
    page.mouse.click(5, 5)
    expect(page.locator("dialog")).to_have_count(0)


def test_another_document(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(document_page(build("b.md", [Line("One.", "一。")])), encoding="utf-8")
    page = opened(document_page(lighthouse(), Around(following="b.html")))
    press(page, "p")
    assert said(page) == "There is no previous document."
    press(page, "n")
    page.wait_for_url("**/b.html")
