"""A page with fixes in a browser: its places lead to their rows, in both languages and whatever is filtered."""

from __future__ import annotations

from fixes_builder import LINES, PLACES, Wanted, sample, with_fixes
from playwright.sync_api import expect
from report_browser import Opener
from report_builder import Fault, Line, build

from aligncheck.model.report import Severity


def test_a_place_leads_to_its_row_even_among_hidden_ones(opened: Opener) -> None:
    page = opened(sample())
    page.locator("#only").check()
    expect(page.locator("#pair-0")).to_be_visible()
    page.locator(".mend .at a").first.click()
    assert page.evaluate("location.hash") == "#pair-0"
    page.locator("#find").fill("agent")
    expect(page.locator("#pair-0")).to_be_hidden()


def test_a_row_nobody_points_at_stays_hidden(opened: Opener) -> None:
    lines = [*LINES, Line("Nothing here.", "这里没有。")]
    page = opened(
        with_fixes(build("a.md", lines, on_document=(PLACES,)), 0, [Wanted(0, "后", "後"), Wanted(1, "后", "後")])
    )
    page.locator("#only").check()
    expect(page.locator("#pair-1")).to_be_visible()
    expect(page.locator("#pair-3")).to_be_hidden()


def test_what_would_change_is_told_in_chinese_too(opened: Opener) -> None:
    page = opened(sample(), locale="zh-CN")
    expect(page.locator(".mend").first).to_contain_text("修改")
    expect(page.locator(".mend").first).to_contain_text("可直接修改")
    expect(page.locator(".mend").last).to_contain_text("需人工判断")
    expect(page.locator(".mend .at").first).to_contain_text("所在行")


def test_a_narrow_page_does_not_scroll_sideways(opened: Opener) -> None:
    lines = [Line(f"Lamp {n}.", f"灯,{n}号灯。") for n in range(60)]
    fault = Fault("PUN001", "width", Severity.INFO, "60 commas.")
    wanted = [Wanted(n, ",", "，") for n in range(60)]
    page = opened(
        with_fixes(build("a.md", lines, on_document=(fault,)), 0, wanted), viewport={"width": 320, "height": 800}
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".mend .at a").count() == 20
