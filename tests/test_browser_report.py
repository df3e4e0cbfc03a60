"""HTML pages in the system's Chromium: keys, filters, addresses, looks, speed. See report_browser for what is held."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect
from report_browser import SCROLLED, Opener
from report_samples import clean, lighthouse, long_document

from aligncheck.report import document_page
from aligncheck.report.around import Around

OPENING = 30.0
"""Seconds. It takes two; a layout of all pairs at once takes minutes, and other tests may be running."""


def visible_pairs(page: Page) -> list[str]:
    return [row.get_attribute("id") or "" for row in page.locator("#text .p").all() if row.is_visible()]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement?.dataset?.n ?? ''"))


def test_j_and_k_walk_the_findings(opened: Opener) -> None:
    page = opened(lighthouse())
    walked = []
    for key in "jjjkjjjjjj":
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == ["1", "2", "3", "2", "3", "4", "5", "6", "7", "7"]
    expect(page.locator(".card:focus")).to_be_in_viewport()
    page.keyboard.press("k")
    assert focused(page) == "6"


def test_j_starts_from_what_is_on_the_screen(opened: Opener) -> None:
    page = opened(long_document(300))
    page.locator("#pair-150").scroll_into_view_if_needed()
    page.keyboard.press("j")
    assert int(focused(page)) in (4, 5)


def test_keys_are_left_alone_while_typing(opened: Opener) -> None:
    page = opened(lighthouse())
    page.locator("#rule").focus()
    page.keyboard.press("j")
    assert focused(page) == ""


def test_filters_hide_cards_marks_and_are_kept_in_the_address(opened: Opener) -> None:
    page = opened(lighthouse())
    expect(page.locator("#shown")).to_have_text("7 of 7 shown")
    page.locator("button[data-value=info]").click()
    expect(page.locator("#shown")).to_have_text("5 of 7 shown")
    expect(page.locator("button[data-value=info]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("article[data-code=PUN002]")).to_be_hidden()
    page.locator("#rule").select_option("NUM001")
    expect(page.locator("#shown")).to_have_text("1 of 7 shown")
    expect(page.locator("mark[data-f='2']").first).to_have_class("e off")
    page.locator("#only").check()
    assert visible_pairs(page) == ["pair-6"]
    page.reload()
    expect(page.locator("#shown")).to_have_text("1 of 7 shown")
    assert visible_pairs(page) == ["pair-6"]
    page.keyboard.press("j")
    assert focused(page) == "3"


def test_a_finding_has_an_address(opened: Opener) -> None:
    page = opened(long_document(1200))
    last = page.locator("article").last
    anchor = last.get_attribute("id")
    page.goto(f"{page.url}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_an_address_inside_a_fold_opens_it(opened: Opener) -> None:
    page = opened(lighthouse())
    page.evaluate("location.hash = '#pair-17'")
    expect(page.locator("#pair-17")).to_be_visible()


def test_map_and_strip_lead_to_findings(opened: Opener) -> None:
    page = opened(lighthouse())
    page.locator("nav.map a[tabindex] path.e").first.click()
    expect(page.locator("article[data-code=DAT001]")).to_be_in_viewport()
    page.locator("svg.strip rect.w").last.click()
    expect(page.locator("article[data-code=OMI002]")).to_be_in_viewport()
    page.locator("nav.map text", has_text="The lamp").click()
    expect(page.locator("#pair-10")).to_be_in_viewport()


def test_chinese_by_the_browsers_language_and_by_the_switch(opened: Opener) -> None:
    page = opened(lighthouse(), locale="zh-CN")
    expect(page.locator(".verdict")).to_contain_text("3 个错误")
    expect(page.locator("nav.map")).to_have_attribute("aria-label", "对齐图")
    expect(page.locator("#shown")).to_have_text("显示 7 / 7")
    page.locator(".switches button").first.click()
    expect(page.locator(".verdict")).to_contain_text("3 errors")
    page.reload()
    expect(page.locator(".verdict")).to_contain_text("3 errors")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_dark_by_preference_and_by_the_switch(opened: Opener) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = opened(lighthouse()), opened(lighthouse(), "dark.html", color_scheme="dark")
    bright, dim = light.evaluate(ground), dark.evaluate(ground)
    assert bright != dim
    dark.locator(".switches button").last.click()
    assert dark.evaluate(ground) == bright
    dark.reload()
    assert dark.evaluate(ground) == bright


def test_narrow_screens_stack_source_over_target(opened: Opener) -> None:
    page = opened(lighthouse(), viewport={"width": 480, "height": 900})
    source, target = (page.locator("#pair-1 > p").nth(n).bounding_box() for n in (0, 1))
    assert source
    assert target
    assert target["y"] >= source["y"] + source["height"]
    assert target["x"] == source["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_wide_screens_set_both_on_one_baseline(opened: Opener) -> None:
    page = opened(lighthouse())
    source, target = (page.locator("#pair-2 > p").nth(n).bounding_box() for n in (0, 1))
    assert source
    assert target
    assert abs(source["y"] - target["y"]) < 6
    assert target["x"] > source["x"] + source["width"]


def test_print_holds_the_findings_only(opened: Opener) -> None:
    page = opened(lighthouse())
    page.emulate_media(media="print")
    assert visible_pairs(page) == ["pair-1", "pair-6", "pair-7", "pair-9", "pair-12", "pair-14"]
    expect(page.locator("#bar")).to_be_hidden()
    assert page.pdf()[:4] == b"%PDF"
    whole = opened(clean(), "clean.html")
    whole.emulate_media(media="print")
    assert len(visible_pairs(whole)) == 3


def test_everything_can_be_reached_by_tab_and_shows_focus(opened: Opener) -> None:
    page = opened(lighthouse())
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_be_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Shift+Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_every_landmark_and_control_has_a_name(opened: Opener) -> None:
    page = opened(lighthouse())
    nameless = page.evaluate(
        """[...document.querySelectorAll('nav, section, form, article, svg[role], button, select, input')]
           .filter(e => !(e.getAttribute('aria-label') || e.labels?.length || e.textContent.trim()))
           .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert nameless == []
    assert page.locator("main").count() == page.locator("h1").count() == 1


def test_twenty_thousand_pairs_open_quickly(opened: Opener) -> None:
    made = document_page(long_document(20_000), Around("index.html"))
    started = time.perf_counter()
    page = opened(made)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert time.perf_counter() - started < OPENING
    page.evaluate("location.hash = '#pair-19000'")
    expect(page.locator("#pair-19000")).to_be_in_viewport()
    assert page.evaluate(SCROLLED) < 5000
