"""HTML pages in the system's Chromium: complete without scripts, and nothing in a document runs or leaks."""

from __future__ import annotations

from playwright.sync_api import expect
from report_browser import Opener
from report_samples import clean, ferry, hostile, lighthouse, long_document

from aligncheck.errors import InputError
from aligncheck.report import index_page


def test_pages_open_without_a_fault(opened: Opener) -> None:
    for number, report in enumerate((lighthouse(), ferry(), clean(), long_document(300))):
        opened(report, f"{number}.html")
    reports = [lighthouse(), clean()]
    opened(index_page(reports, ["a.html", None], [InputError("not text", path="x.md")]), "index.html")


def test_complete_without_javascript(opened: Opener) -> None:
    page = opened(lighthouse(), java_script_enabled=False)
    report = lighthouse()
    for pair in report.pairs:
        for side in (pair.source, pair.target):
            if side is not None:
                row = page.locator(f"#pair-{pair.id}")
                shown = row.evaluate(
                    "e => [...e.children].map(c => { const d = c.cloneNode(true);"
                    "d.querySelectorAll('mark a').forEach(a => a.remove()); return d.textContent })"
                )
                assert side.text in shown
    assert page.locator("article").count() == len(report.findings)
    # A control that would do nothing is not there.
    expect(page.locator("#bar")).to_be_hidden()
    assert page.locator("header button").count() == 0
    page.locator("summary").click()
    expect(page.locator("#pair-18")).to_be_visible()


def test_hostile_text_is_inert(opened: Opener) -> None:
    page = opened(hostile())
    assert "owned" not in page.title().replace("title='owned'", "")
    assert page.locator("script:not([type])").count() == 1
    assert page.evaluate("document.images.length") == 0
    for selector in ("#rule", "#only", ".chips button"):
        page.locator(selector).first.focus()
    page.locator("#only").check()
    reports = [hostile(), clean()]
    index = opened(index_page(reports, ["javascript:alert(1)", "c.html"], [InputError("<img src=x onerror=alert(1)>")]))
    index.locator("#filter").fill("script")
    assert index.locator("script:not([type])").count() == 1


def test_nothing_leaks_out_of_its_cell(opened: Opener) -> None:
    for width in (1320, 500):
        page = opened(hostile(), f"{width}.html", viewport={"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        wide = page.evaluate(
            "[...document.querySelectorAll('.p > [lang]')].filter(e => e.scrollWidth > e.clientWidth + 4).length"
        )
        assert wide == 0
