"""Served pages in the system's Chromium: decisions go to the file and to other windows, pages follow the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from review_builder import PATIENCE, Project, Served, lines, serving, until

HARBOUR = """\
# The harbour library

The library lends 2.5 million books a year.

It opened on June 8, 1924, in two rooms.

Readers come from every street of the old town.

# 港湾图书馆

图书馆每年外借25万册图书。

它于1924年7月8日在两间屋子里开放。

读者来自老城的每一条街。
"""
BRIDGE = "The bridge is 120 metres long.\n\n这座桥长210米。\n"
STONES = "".join(
    f"The stone number {n} was laid by the old keeper.\n\n第{n}块石头由老守桥人铺设。\n\n" for n in range(11, 71)
)
HOSTILE = "docs/桥 #1?&<i>'%2e.md"
DOCUMENT = "/docs/harbour.md.html"
expect.set_options(timeout=PATIENCE * 1000)


class Windows:
    """Browsers of one person and what they complain of; ``faults`` has to be empty at the end of a test."""

    def __init__(self, browser: Browser, served: Served) -> None:
        self.served = served
        self.faults: list[str] = []
        self._browser = browser
        self.contexts: list[BrowserContext] = []

    def enter(self, **options: Any) -> BrowserContext:
        """Another browser, let in by the address that counts now."""
        settings: dict[str, Any] = {"viewport": {"width": 1200, "height": 800}, "locale": "en-GB", **options}
        context = self._browser.new_context(**settings)
        self.contexts.append(context)
        page = self.open(context, self.served.server.access.address)
        expect(page).to_have_url(f"{self.served.origin}/")
        page.close()
        return context

    def open(self, context: BrowserContext, address: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(self.served.origin) else self.faults.append(r.url))
        page.goto(address if address.startswith("http") else self.served.origin + address)
        return page


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return Project({"docs/harbour.md": HARBOUR, "docs/long.md": STONES + BRIDGE, HOSTILE: BRIDGE})


@pytest.fixture
def windows(browser: Browser, project: Project) -> Iterator[Windows]:
    with serving(project.review) as served:
        made = Windows(browser, served)
        yield made
        for context in made.contexts:
            context.close()
    assert made.faults == []
    assert served.faults == []


def card(page: Page, code: str) -> Locator:
    return page.locator(f"article[data-code={code}]")


def fingerprint(found: Locator) -> str:
    return (found.get_attribute("id") or "").removeprefix("f-")


def kept(project: Project) -> dict[str, str]:
    """Fingerprint → decision, as the file has them."""
    path = project.review.file.path
    return {line["fingerprint"]: line["decision"] for line in lines(path)} if path.exists() else {}


def test_the_address_lets_one_browser_in_and_is_not_kept(windows: Windows, browser: Browser) -> None:
    address = windows.served.server.access.address
    context = windows.enter()
    [cookie] = context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/")
    page = windows.open(context, "/")
    assert page.evaluate("document.cookie") == ""
    assert "token" not in page.content()
    stranger = browser.new_context()
    windows.contexts.append(stranger)
    refused = stranger.new_page()
    for path in (address, windows.served.origin + DOCUMENT):
        answer = refused.goto(path)
        assert answer is not None
        assert answer.status == 403
    assert "lighthouse" not in refused.content()


def test_documents_lead_to_each_other_whatever_their_names(windows: Windows) -> None:
    page = windows.open(windows.enter(), "/")
    page.get_by_role("link", name="harbour.md").first.click()
    expect(page).to_have_url(windows.served.origin + DOCUMENT)
    page.locator("#next").click()
    page.locator("#next").click()
    expect(page.locator("h1")).to_have_text(HOSTILE)
    page.keyboard.press("p")
    expect(page.locator("h1")).to_have_text("docs/long.md")


def test_a_decision_reaches_the_file_and_the_other_window(windows: Windows, project: Project) -> None:
    context = windows.enter()
    one, two = windows.open(context, DOCUMENT), windows.open(windows.enter(), DOCUMENT)
    found = card(one, "NUM004")
    found.locator("[data-choice=accepted]").click()
    expect(card(two, "NUM004")).to_have_attribute("data-decision", "accepted")
    assert kept(project) == {fingerprint(found): "accepted"}
    card(two, "NUM004").locator("[data-choice=later]").click()
    expect(found).to_have_attribute("data-decision", "later")
    assert kept(project) == {fingerprint(found): "later"}
    again = windows.open(context, DOCUMENT)
    expect(card(again, "NUM004")).to_have_attribute("data-decision", "later")


def test_reasons_and_undo_reach_the_file(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    page.keyboard.press("j")
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.type("as printed in 1924")
    page.keyboard.press("Enter")
    until(lambda: any("reason" in line for line in (lines(project.review.file.path) if kept(project) else [])))
    [line] = lines(project.review.file.path)
    assert (line["decision"], line["reason"]) == ("false-alarm", "as printed in 1924")
    page.keyboard.press("u")
    page.keyboard.press("u")
    until(lambda: kept(project) == {})
    expect(page.locator(".notice")).to_have_count(0)


def test_many_decisions_in_a_row_all_arrive(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    for choice in ("true", "later", "false-alarm", "accepted"):
        for code in ("NUM004", "DAT001"):
            card(page, code).locator(f"[data-choice={choice}]").click()
    until(lambda: list(kept(project).values()) == ["accepted", "accepted"])
    expect(page.locator(".notice")).to_have_count(0)


def test_the_page_follows_the_text_and_keeps_its_place(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    standing = fingerprint(card(page, "DAT001"))
    for code in ("NUM004", "DAT001"):
        card(page, code).locator("[data-choice=accepted]").click()
    until(lambda: len(kept(project)) == 2)
    page.locator("#rule").select_option("DAT001")
    page.locator("h1").click()
    page.keyboard.press("j")
    current = page.locator(".card[aria-current]")
    assert fingerprint(current) == standing
    before = current.bounding_box()
    address = page.url
    project.write("docs/harbour.md", HARBOUR.replace("2.5 million", "3.5 million"))
    project.rechecking.once()
    expect(page.locator("#text")).to_contain_text("3.5 million")
    expect(page.locator("article[data-n='1']")).to_be_hidden()
    expect(page.locator("article[data-n='1']")).not_to_have_attribute("data-decision", "accepted")
    expect(card(page, "DAT001")).to_have_attribute("data-decision", "accepted")
    expect(page.locator("#rule")).to_have_value("DAT001")
    expect(page.locator(".card[aria-current]")).to_have_id(f"f-{standing}")
    after = page.locator(".card[aria-current]").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 40
    assert page.url == address


def test_a_reader_in_the_middle_of_a_long_text_stays_there(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), "/docs/long.md.html")
    row = page.locator("#text .p", has_text="number 50 ")
    row.scroll_into_view_if_needed()
    before = row.evaluate("row => row.getBoundingClientRect().top")
    project.write("docs/long.md", STONES.replace("stone number 12 ", "slab number 12 ") + BRIDGE)
    project.rechecking.once()
    expect(page.locator("#text")).to_contain_text("slab number 12")
    expect(row).to_be_in_viewport()
    until(lambda: abs(row.evaluate("row => row.getBoundingClientRect().top") - before) < 40)


def test_other_documents_are_left_alone(windows: Windows, project: Project) -> None:
    context = windows.enter()
    page, overview = windows.open(context, DOCUMENT), windows.open(context, "/")
    page.evaluate("document.body.dataset.same = '1'")
    project.write("docs/long.md", STONES)
    project.rechecking.once()
    expect(overview.get_by_role("link", name="long.md")).to_be_visible()
    until(lambda: '"served":{"version":2,' in (overview.locator("#data").text_content() or ""))
    assert page.locator("body").get_attribute("data-same") == "1"


def test_who_is_typing_is_not_disturbed(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    card(page, "NUM004").locator(".because").click()
    page.keyboard.type("half a rea")
    project.write("docs/harbour.md", HARBOUR.replace("old town", "new town"))
    project.rechecking.once()
    notice = page.locator(".notice.version")
    expect(notice).to_contain_text("The text has changed.")
    page.keyboard.type("son")
    expect(card(page, "NUM004").locator("[name=reason]")).to_have_value("half a reason")
    page.keyboard.press("Enter")
    notice.get_by_role("button").click()
    expect(page.locator("#text")).to_contain_text("new town")
    expect(page.locator(".notice")).to_have_count(0)


def test_a_document_that_is_gone_says_so(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(locale="zh-CN"), DOCUMENT)
    Path("docs/harbour.md").unlink()
    project.rechecking.once()
    expect(page.locator(".notice.version")).to_have_text("本文档已不在审阅范围内。")
    expect(card(page, "NUM004")).to_be_visible()


def test_a_trouble_of_the_check_is_shown_until_it_is_over(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), "/")
    project.review.say('aligncheck.toml:3: <img src="x"> is unknown')
    expect(page.locator(".notice.trouble")).to_contain_text('aligncheck.toml:3: <img src="x"> is unknown')
    assert page.locator(".notice img").count() == 0
    project.review.say(None)
    expect(page.locator(".notice")).to_have_count(0)


def test_a_decision_on_what_is_gone_is_told(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    page.locator("#find").focus()  # so that the page does not follow by itself
    project.write("docs/harbour.md", HARBOUR.replace("25万", "250万"))
    project.rechecking.once()
    expect(page.locator(".notice.version")).to_be_visible()
    page.evaluate("document.querySelector('article[data-code=NUM004] [data-choice=true]').click()")
    expect(page.locator(".notice.refused")).to_contain_text("the finding is gone")
    page.locator(".notice.version").get_by_role("button").click()
    expect(page.locator("#text")).to_contain_text("250万")
    assert kept(project) == {}
    assert [fault for fault in windows.faults if "409" in fault]
    windows.faults.clear()


def test_a_file_that_cannot_be_written_is_told_and_tried_again(windows: Windows, project: Project) -> None:
    page = windows.open(windows.enter(), DOCUMENT)
    damaged = project.review.file.path
    damaged.write_text("<<<<<<< HEAD\n")
    card(page, "NUM004").locator("[data-choice=true]").click()
    expect(page.locator(".notice.unsaved")).to_contain_text("a merge conflict")
    expect(card(page, "NUM004")).to_have_attribute("data-decision", "true")
    damaged.unlink()
    until(lambda: list(kept(project).values()) == ["true"])
    expect(page.locator(".notice")).to_have_count(0)
    assert {"503" in fault for fault in windows.faults} == {True}
    windows.faults.clear()


def test_decisions_outlive_a_server_that_is_away(windows: Windows, project: Project) -> None:
    context = windows.enter()
    page, port = windows.open(context, DOCUMENT), windows.served.port
    windows.served.stop()
    expect(page.locator(".notice.away")).to_contain_text("aligncheck review is not running")
    card(page, "NUM004").locator("[data-choice=later]").click()
    card(page, "DAT001").locator("[data-choice=true]").click()
    expect(page.locator(".notice.away")).to_contain_text("Decisions are kept in this browser")
    expect(card(page, "DAT001")).to_have_attribute("data-decision", "true")
    assert kept(project) == {}
    with serving(project.review, port=port) as again:
        entry = windows.open(context, again.server.access.address)
        until(lambda: sorted(kept(project).values()) == ["later", "true"])
        expect(page.locator(".notice")).to_have_count(0)
        entry.goto(again.origin + DOCUMENT)
        expect(card(entry, "DAT001")).to_have_attribute("data-decision", "true")
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('unsaved'))") == []
        for each in windows.contexts:
            each.close()
    windows.faults = [f for f in windows.faults if "ERR_" not in f and "403" not in f]


def test_what_a_closed_window_could_not_save_the_next_one_saves(windows: Windows, project: Project) -> None:
    context = windows.enter()
    page, port = windows.open(context, DOCUMENT), windows.served.port
    windows.served.stop()
    expect(page.locator(".notice.away")).to_be_visible()
    card(page, "NUM004").locator("[data-choice=later]").click()
    expect(page.locator(".notice.away")).to_contain_text("Decisions are kept in this browser")
    page.close()
    with serving(project.review, port=port) as again:
        windows.open(context, again.server.access.address)
        until(lambda: list(kept(project).values()) == ["later"])
        for each in windows.contexts:
            each.close()
    windows.faults = [f for f in windows.faults if "ERR_" not in f and "403" not in f]
