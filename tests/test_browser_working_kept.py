"""Where decisions are kept, in Chromium: over reloads and reports, between windows, nowhere."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from msgspec.structs import replace
from playwright.sync_api import Page, expect
from report_browser import Opener
from report_samples import lighthouse
from working_page import card, decision, press, stored

from aligncheck.report import document_page

REFUSING = "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') } }"


def test_decisions_outlive_a_reload_and_a_new_report(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jj2j3")
    page.reload()
    assert [decision(page, n) for n in (1, 2, 3)] == [None, "false-alarm", "accepted"]
    expect(page.locator(".told")).to_have_text("2 of 6 decided")
    first, *others = lighthouse().findings
    written(page).write_text(document_page(replace(lighthouse(), findings=tuple(others))), encoding="utf-8")
    page.reload()
    assert [decision(page, n) for n in (1, 2, 3)] == ["false-alarm", "accepted", None]
    assert first.fingerprint not in stored(page)


def written(page: Page) -> Path:
    return Path(url2pathname(urlsplit(page.url).path))


def test_another_window_has_its_say(opened: Opener) -> None:
    page = opened(lighthouse())
    other = page.context.new_page()
    other.goto(page.url)
    press(other, "jj4")
    expect(card(page, 2)).to_have_attribute("data-decision", "later")
    expect(page.locator(".told")).to_have_text("1 of 6 decided")
    press(page, "jj1")
    expect(card(other, 2)).to_have_attribute("data-decision", "true")
    # An undo leaves alone what somebody else has decided since.
    press(other, "u")
    assert decision(other, 2) == "true"
    page.evaluate("localStorage.clear()")
    expect(card(other, 2)).not_to_have_attribute("data-decision", "true")


def test_what_a_storage_holds_is_not_believed(opened: Opener) -> None:
    report = lighthouse()
    page = opened(report)
    hostile = [
        "{",
        "null",
        '"true"',
        '{"decision": "drop"}',
        '{"decision": ["true"], "reason": 1}',
        json.dumps(
            {"decision": "true", "reason": "a\u2028b\nc" + "x" * 2000, "keep": "no", "term": ["one"], "more": 1}
        ),
        json.dumps({"decision": "later", "reason": "<img src=x onerror=alert(1)>\ud800", "keep": [1, "", " ok "]}),
    ]
    for fingerprint, text in zip([f.fingerprint for f in report.findings], hostile, strict=True):
        page.evaluate("([k, v]) => localStorage.setItem('aligncheck.decision.' + k, v)", [fingerprint, text])
    page.reload()
    assert [decision(page, n) for n in range(1, 8)] == [None] * 5 + ["true", "later"]
    expect(card(page, 7).locator(".because-of bdi").first).to_have_text("<img src=x onerror=alert(1)>")
    press(page, "x")
    _, one, other = map(json.loads, page.locator("dialog textarea").input_value().splitlines())
    assert one["reason"].startswith("a b cx")
    assert len(one["reason"]) == 1000
    assert set(one) == {"report", "document", "code", "fingerprint", "decision", "reason"}
    assert other["keep"] == ["ok"]


def test_a_browser_that_keeps_nothing_says_so_once(opened: Opener) -> None:
    page = opened(lighthouse())
    page.evaluate(REFUSING)
    press(page, "j1j2")
    notice = page.get_by_role("alert")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("export your decisions")
    notice.get_by_role("button").click()
    press(page, "j3")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert [decision(page, n) for n in (1, 2, 3)] == ["true", "false-alarm", "accepted"]
    press(page, "x")
    assert len(page.locator("dialog textarea").input_value().splitlines()) == 4
