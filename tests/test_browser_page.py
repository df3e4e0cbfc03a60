"""A document's page in the system's Chromium: inline markup, focus, map, narrow screens, print. See report_browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from report_browser import Opener
from report_manual_builder import manual
from report_samples import ferry, hostile, lighthouse, long_document

from aligncheck.model.report import Report
from aligncheck.report import document_page
from aligncheck.report.around import Around, LinkTemplates

LINKS = Around(
    "index.html",
    links=LinkTemplates(editor="vscode://file/{path}:{line}", forge="https://host.example/{path}#L{line}"),
)


def beside(page: Page, selector: str) -> str:
    """What stands behind an element without being its text."""
    return str(page.locator(selector).first.evaluate("e => getComputedStyle(e, '::after').content"))


def test_a_documents_link_shows_its_address_and_leads_nowhere(opened: Opener) -> None:
    page = opened(manual())
    link = page.locator("#pair-1 .to").last
    before = page.url
    assert beside(page, "#pair-1 [lang^=zh] .to") == "none"
    link.click(force=True)  # it says that it is disabled
    page.keyboard.press("Enter")
    assert page.url == before
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert beside(page, "#pair-1 [lang^=zh] .to") == '"javascript:alert(1)"'


def test_a_line_number_with_the_focus_tells_the_pairing(opened: Opener) -> None:
    page = opened(manual())
    page.locator("#pair-0 a.n").focus()
    page.keyboard.press("Tab")
    assert beside(page, "#pair-0 a.n") == "none"
    assert beside(page, "#pair-1 a.n") == '"1-1 · 96%"'


def test_the_map_follows_the_reader(opened: Opener) -> None:
    page = opened(long_document(300))
    place = "document.querySelector('.here').offsetTop / document.querySelector('.map').offsetHeight"
    page.evaluate("document.querySelector('#pair-150').scrollIntoView({ block: 'start' })")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert 0.3 < page.evaluate(place) < 0.7
    expect(page.locator(".map")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 700, 900])
def test_nothing_is_wider_than_the_screen(opened: Opener, width: int) -> None:
    for number, report in enumerate((manual(), lighthouse(), ferry(), hostile())):
        made = document_page(report, LINKS)
        page = opened(made, f"{number}.html", viewport={"width": width, "height": 900}, locale="zh-CN")
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), number


def colours(page: Page, selector: str) -> set[str]:
    return set(page.locator(selector).evaluate_all("all => all.map(e => getComputedStyle(e).color)"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_print_is_black_on_white_without_controls(opened: Opener, theme: str) -> None:
    page = opened(document_page(manual(), LINKS))
    page.evaluate("theme => document.documentElement.classList.add(theme)", theme)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert colours(page, ".p > [lang], .msg") <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    assert page.evaluate("getComputedStyle(document.querySelector('.has')).borderLeftWidth") == "0px"
    for control in ("button", "select", "input", ".go", ".self", "nav", "summary", "svg"):
        for element in page.locator(f"body {control}").all():
            expect(element).to_be_hidden()
    for place in page.locator(".card .place").all():
        expect(place).to_be_visible()
    assert page.pdf(format="A4")[:4] == b"%PDF"


def test_print_breaks_no_finding_in_two(opened: Opener) -> None:
    page = opened(long_document(300, every=6))
    page.emulate_media(media="print")
    broken = page.locator(".p.has").evaluate_all("all => all.map(e => getComputedStyle(e).breakInside)")
    assert set(broken) == {"avoid"}


def looks(report: Report, opened: Opener) -> dict[str, str]:
    page = opened(document_page(report, LINKS))
    style = "e => { const s = getComputedStyle(e); return s.borderLeftStyle + ' ' + s.backgroundColor }"
    return {row.get_attribute("id") or "": str(row.evaluate(style)) for row in page.locator(".p.has").all()}


def test_pairs_with_known_findings_only_are_quieter(opened: Opener) -> None:
    rows = looks(manual(), opened)
    assert rows["pair-2"].startswith("solid rgb")
    assert rows["pair-3"] == rows["pair-6"] == "double rgba(0, 0, 0, 0)"
