"""The dashboard in the system's Chromium: folds, keys, sorting, contrast in both schemes, print. See report_browser."""

from __future__ import annotations

import pytest
from drift_samples import every_status, harbour, hostile, tea, thousand
from playwright.sync_api import Page, expect
from report_browser import Opener

from aligncheck.report.drift import dashboard_page

AA = 4.5
"""Contrast that WCAG 2 asks of text; 3 of large text."""

_CONTRASTS = """() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest("script, .sr, .skip")) continue;
    const style = getComputedStyle(element);
    const grounds = [];
    for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(over(grounds)), light(over([...grounds, ink]))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    found.push([(a + .05) / (b + .05) / (large ? 3 : 4.5), text.data.trim().slice(0, 40), element.className]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}"""


def folds(page: Page) -> list[bool]:
    return [fold.get_attribute("open") is not None for fold in page.locator("details.doc").all()]


def test_pages_open_without_a_fault_or_a_request(opened: Opener) -> None:
    for name, made in every_status().items():
        page = opened(dashboard_page(made, "index.html"), f"{name}.html")
        assert page.evaluate("document.scripts.length") == 1
        assert page.evaluate("document.images.length") == 0
        assert "owned" not in page.title()


def test_complete_without_javascript(opened: Opener) -> None:
    page = opened(dashboard_page(harbour()), java_script_enabled=False)
    expect(page.locator("#tools")).to_be_hidden()
    assert page.locator("header button").count() == 0
    assert folds(page) == [True, True, True]
    page.locator("details.names summary").click()
    expect(page.get_by_text("docs/zh/pilots/tugs.md")).to_be_visible()


def test_a_document_unfolds_by_mouse_by_key_and_by_its_address(opened: Opener) -> None:
    page = opened(dashboard_page(thousand()))
    assert not any(folds(page))
    inside = page.locator("details.doc .inside")
    page.locator("details.doc summary").nth(0).click()
    expect(inside.nth(0)).to_be_visible()
    page.locator("details.doc summary").nth(1).focus()
    page.keyboard.press("Enter")
    expect(inside.nth(1)).to_be_visible()
    page.locator("#matrix tbody a").nth(40).click()
    expect(inside.nth(40)).to_be_visible()
    expect(page.locator("details.doc summary").nth(40)).to_be_in_viewport()
    assert sum(folds(page)) == 3


def test_the_table_sorts_and_filters(opened: Opener) -> None:
    page = opened(dashboard_page(harbour()))
    names = page.locator("#matrix tbody th")
    page.locator("thead button", has_text="Since").click()
    assert names.first.text_content() == "docs/zh/letters.md"
    page.locator("thead button", has_text="State").click()
    assert names.last.text_content() == "docs/zh/knots.md"
    page.locator("thead button", has_text="Document").click()
    assert names.first.text_content() == "docs/en/storms.md"
    page.locator("#filter").fill("zh/")
    expect(page.locator("#shown")).to_have_text("5 of 6 shown")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(opened: Opener, scheme: str) -> None:
    for name, made in (("harbour", harbour()), ("tea", tea()), ("empty", every_status()["empty"])):
        page = opened(dashboard_page(made, "index.html"), f"{name}.html", color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        found = page.evaluate(_CONTRASTS)
        assert len(found) > 10
        assert [one for one in found if one[0] < 1] == []


def test_keys_reach_everything_and_show_where_they_are(opened: Opener) -> None:
    page = opened(dashboard_page(harbour(), "index.html"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_be_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "documents"
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none" or page.evaluate(
            "document.activeElement === document.body"
        )
        reached.add(page.evaluate("document.activeElement.tagName"))
    assert reached >= {"INPUT", "BUTTON", "A", "SUMMARY"}


def test_every_landmark_picture_and_control_has_a_name(opened: Opener) -> None:
    page = opened(dashboard_page(harbour(), "index.html"))
    nameless = page.evaluate(
        """[...document.querySelectorAll('nav, section, svg[role], button, input, [role=region], summary')]
           .filter(e => !(e.getAttribute('aria-label') || e.labels?.length || e.textContent.trim()))
           .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert nameless == []
    assert page.locator("main").count() == page.locator("h1").count() == 1


def test_nothing_leaks_out_of_a_narrow_screen(opened: Opener) -> None:
    for number, made in enumerate((harbour(), hostile(), every_status()["long"])):
        for width in (1320, 360):
            page = opened(dashboard_page(made), f"{number}.html", viewport={"width": width, "height": 900})
            page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page = opened(dashboard_page(harbour()), viewport={"width": 400, "height": 900})
    source, target = (page.locator(".texts").first.locator("p").nth(n).bounding_box() for n in (0, 1))
    assert source
    assert target
    assert target["y"] >= source["y"] + source["height"]


def test_print_unfolds_what_changed_and_leaves_the_tools_out(opened: Opener) -> None:
    page = opened(dashboard_page(thousand(100, 1)), color_scheme="dark")
    assert not any(folds(page))
    page.emulate_media(media="print")
    expect(page.locator("details.doc ins").nth(30)).to_be_visible()
    expect(page.locator("#tools")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:4] == b"%PDF"
    sheet = opened(dashboard_page(harbour()), viewport={"width": 688, "height": 900})
    sheet.emulate_media(media="print")
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_speaks_chinese_where_the_browser_does(opened: Opener) -> None:
    page = opened(dashboard_page(harbour()), locale="zh-CN")
    expect(page.locator("h1")).to_have_text("译文滞后情况")
    expect(page.locator("#shown")).to_have_text("显示 6 / 6")
    expect(page.locator("svg.trend text.name").last).to_have_text("1 缺原文")
    page.locator(".switches button").first.click()
    expect(page.locator("h1")).to_have_text("Translation drift")
