"""The overview in the system's Chromium: order, choice, keys, progress, export, looks. See report_browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from index_samples import many
from playwright.sync_api import Page, expect
from report_browser import Opener
from report_samples import clean, ferry, hostile, lighthouse

from aligncheck.model.report import Report
from aligncheck.model.triage import Decision
from aligncheck.report import index_page
from aligncheck.report.html import matrix

NAMES = "#matrix tbody th"


def index(*reports: Report) -> str:
    return index_page(reports, [f"{n}.html" for n in range(len(reports))])


def small() -> str:
    return index(clean(), lighthouse(), ferry())


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_text_contents()


def decide(page: Page, report: Report, *numbers: int) -> None:
    """What a document's page keeps in the browser; the overview learns of it from the browser, or when it loads."""
    for number in numbers:
        fingerprint = report.findings[number].fingerprint
        page.evaluate(
            "([f, text]) => localStorage.setItem('aligncheck.decision.' + f, text)",
            [fingerprint, json.dumps({"decision": "false-alarm", "reason": f"because {number}"})],
        )


def test_every_column_sorts_worst_first_and_says_so(opened: Opener) -> None:
    page = opened(small(), "index.html")
    assert names(page) == ["leaflets/lighthouse.md", "timetables/ferry.zh-Hant.md", "notes/garden.md"]
    buttons = page.locator("#matrix thead button")
    assert buttons.count() == page.locator("#matrix thead th[scope=col]").count() == 15
    for name, first in (
        ("Document", "leaflets/lighthouse.md"),
        ("Pairs", "leaflets/lighthouse.md"),
        ("Aligned", "leaflets/lighthouse.md"),
        ("Decided", "leaflets/lighthouse.md"),
        ("time-mismatch", "timetables/ferry.zh-Hant.md"),
        ("half-width", "leaflets/lighthouse.md"),
    ):
        button = page.locator("#matrix thead button", has_text=name)
        button.focus()
        page.keyboard.press("Enter")
        assert names(page)[0] == first, name
        way = "ascending" if name in ("Document", "Aligned") else "descending"
        expect(page.locator("#matrix th[aria-sort]")).to_have_count(1)
        head = page.locator("#matrix th[scope=col]", has_text=name)
        expect(head).to_have_attribute("aria-sort", way)
        button.click()
        expect(head).not_to_have_attribute("aria-sort", way)


def test_documents_are_chosen_by_name_severity_rule_and_standing(opened: Opener) -> None:
    page = opened(small(), "index.html")
    shown = page.locator("#shown")
    expect(shown).to_have_text("3 of 3 shown")
    page.locator("input[type=search]").fill("FERRY")
    expect(shown).to_have_text("1 of 3 shown")
    page.locator("input[type=search]").fill("")
    page.locator("button[data-key=warning]").click()
    assert names(page) == ["leaflets/lighthouse.md"]
    page.locator("button[data-key=warning]").click()
    page.locator("button[data-key=fresh]").click()
    assert len(names(page)) == 2
    page.locator(".tools select").select_option("PUN002")
    expect(page.locator(".nothing")).to_be_visible()
    page.locator("button[data-key=fresh]").click()
    assert names(page) == ["leaflets/lighthouse.md"]
    page.get_by_text("Show all").click()
    expect(shown).to_have_text("3 of 3 shown")
    expect(page.get_by_text("Show all")).to_be_hidden()


def test_the_choice_stands_in_the_address(opened: Opener) -> None:
    page = opened(small(), "index.html")
    page.locator("input[type=search]").fill("e")
    page.locator("button[data-key=error]").click()
    page.locator("button[data-key=fresh]").click()
    page.locator("button[data-key=open]").click()
    page.locator(".tools select").select_option("DAT002")
    page.locator("#matrix thead button", has_text="Document").click()
    page.locator("#matrix thead button", has_text="Document").click()
    assert page.url.endswith("#?q=e&severity=error&new=1&open=1&rule=DAT002&sort=document")
    page.reload()
    assert names(page) == ["timetables/ferry.zh-Hant.md"]
    expect(page.locator("button[data-key=open]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#matrix th[aria-sort]")).to_have_attribute("data-key", "document")
    page.evaluate("location.hash = '#?severity=none,%3Cb%3E&rule=%22%3E&sort=no'")
    expect(page.locator("#shown")).to_have_text("3 of 3 shown")


def test_a_rules_bar_leads_to_its_documents(opened: Opener) -> None:
    page = opened(small(), "index.html")
    page.locator(".rules tr[data-code=DAT002] button").click()
    assert names(page) == ["timetables/ferry.zh-Hant.md"]
    assert page.evaluate("document.activeElement.id") == "documents"
    expect(page.locator("#matrix th.chosen")).to_have_attribute("data-key", "DAT002")


def test_keys_walk_the_documents_and_open_them(opened: Opener) -> None:
    page = opened(small(), "index.html")
    focused = "document.activeElement.textContent.trim()"
    walked = []
    for key in "jjkjjj":
        page.keyboard.press(key)
        walked.append(page.evaluate(focused))
    first, second, third = names(page)
    assert walked == [first, second, first, second, third, third]
    expect(page.locator("[role=status]")).to_have_text("This is the last document shown.")
    page.keyboard.press("/")
    page.keyboard.press("j")
    expect(page.locator("input[type=search]")).to_have_value("j")
    page.locator("input[type=search]").fill("")
    page.locator("input[type=search]").blur()
    Path(page.url.removeprefix("file://")).with_name("1.html").write_text("<title>there</title>", encoding="utf-8")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1.html")


def test_single_keys_can_be_switched_off(opened: Opener) -> None:
    page = opened(small(), "index.html")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("open the document")
    page.locator("dialog input").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("?")
    page.keyboard.press("j")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('#matrix')") is None
    expect(page.locator(".dock .keys")).to_be_hidden()
    page.locator(".dock button", has_text="Help").click()
    page.locator("dialog input").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('#matrix') !== null")


def test_progress_is_that_of_the_documents_pages(opened: Opener) -> None:
    page = opened(small(), "index.html")
    expect(page.locator(".dock .far")).to_contain_text("0 of 7 decided")
    decide(page, lighthouse(), 0, 1)
    decide(page, ferry(), 0)
    page.reload()
    expect(page.locator(".dock .far")).to_contain_text("3 of 7 decided")
    assert page.locator("#matrix .decided").all_text_contents()[1:] == ["3 of 7", "2 of 6", "1 of 1", "–"]
    expect(page.locator("td.done")).to_have_count(1)
    page.locator("button[data-key=open]").click()
    assert names(page) == ["leaflets/lighthouse.md"]
    other = page.context.new_page()
    other.goto(page.url.partition("#")[0])
    decide(other, lighthouse(), 2, 3, 4, 5)
    expect(page.locator(".dock .far")).to_contain_text("7 of 7 decided")
    expect(page.locator(".nothing")).to_be_visible()


def test_all_decisions_leave_by_file_and_by_text(opened: Opener) -> None:
    page = opened(small(), "index.html")
    page.keyboard.press("x")
    expect(page.locator("dialog")).to_contain_text("Nothing is decided yet.")
    page.keyboard.press("Escape")
    decide(page, lighthouse(), 0)
    decide(page, ferry(), 0)
    page.reload()
    page.locator(".dock button", has_text="Export").click()
    expect(page.locator("dialog")).to_contain_text("2 decisions on 2 documents.")
    with page.expect_download() as caught:
        page.locator("dialog button", has_text="Download").click()
    assert caught.value.suggested_filename == "aligncheck.decisions.jsonl"
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert page.locator("dialog textarea").input_value() == text
    version, *made = text.splitlines()
    assert json.loads(version) == {"aligncheck-decisions": 1}
    decisions = [msgspec.json.decode(line, type=Decision) for line in made]
    assert [(d.report, d.document, d.fingerprint) for d in decisions] == [
        (r.id, r.document.path, r.findings[0].fingerprint) for r in (lighthouse(), ferry())
    ]


def test_rows_made_by_the_script_are_those_of_the_page(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [*many(130, 20), hostile(), lighthouse()]
    rows = """() => { document.querySelector('#matrix').querySelectorAll('.decided').forEach((cell) => cell.remove());
      return [...document.querySelectorAll('#matrix tbody tr')].map((row) => row.outerHTML.replace(/\\s+</g, '<')); }"""
    monkeypatch.setattr(matrix, "FIRST", 5)
    made = opened(index(*reports), "made.html")
    made.evaluate("document.querySelector('.more').click()")
    monkeypatch.setattr(matrix, "FIRST", 200)
    written = opened(index(*reports), "written.html")
    written.evaluate("document.querySelector('.more').click()")
    assert made.evaluate(rows) == written.evaluate(rows)
    assert len(made.evaluate(rows)) == len(reports)


def test_rows_come_as_one_scrolls_and_as_one_walks(opened: Opener) -> None:
    page = opened(index(*many(350, 12)), "index.html")
    assert page.locator(NAMES).count() == 100
    page.locator(NAMES).last.scroll_into_view_if_needed()
    page.locator(".more").scroll_into_view_if_needed()
    expect(page.locator(NAMES)).not_to_have_count(100)
    page.locator("input[type=search]").fill("page-0349")
    assert len(names(page)) == 1
    page.locator("input[type=search]").fill("")
    page.locator("#matrix tbody th a").nth(99).focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 102


@pytest.mark.parametrize("count", [1000, 5000])
def test_thousands_of_documents_open(opened: Opener, count: int) -> None:
    page = opened(index(*many(count, 60)), "index.html")
    expect(page.locator("#shown")).to_have_text(f"{count} of {count} shown")
    assert page.evaluate("document.querySelectorAll('*').length") < 12_000
    page.locator("#matrix thead button", has_text="Aligned").click()
    expect(page.locator("#matrix th[aria-sort]")).to_have_attribute("data-key", "aligned")


def test_head_and_names_stay_in_sight(opened: Opener) -> None:
    page = opened(index(*many(120, 60)), "index.html")
    page.locator(".scroll").evaluate("(box) => box.scrollTo(600, 900)")
    expect(page.locator(".scroll")).to_have_class(re.compile("before.*after|after.*before"))
    box = page.locator(".scroll").bounding_box()
    name, button = page.locator(NAMES).nth(30).bounding_box(), page.locator("th.rule button").nth(12).bounding_box()
    assert box
    assert name
    assert button
    assert abs(name["x"] - box["x"]) <= 1
    assert box["y"] <= button["y"] <= box["y"] + 100
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_complete_without_javascript(opened: Opener) -> None:
    page = opened(index(*many(120, 12), lighthouse()), java_script_enabled=False)
    assert page.locator("button, input, select, progress").count() == 0
    page.locator("#rest summary").click()
    expect(page.locator("#rest li")).to_have_count(21)
    assert page.locator("#rest li a, #matrix tbody th a").count() == 121


def test_narrow_screens_stack_the_totals_under_the_name(opened: Opener) -> None:
    for number, made in enumerate((small(), index(*many(40, 60)), index(hostile()), index_page([], []))):
        page = opened(made, f"{number}.html", viewport={"width": 360, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), number
    page = opened(small(), viewport={"width": 360, "height": 800})
    name, errors = page.locator(NAMES).first.bounding_box(), page.locator("tbody .sev").first.bounding_box()
    assert name
    assert errors
    assert errors["y"] >= name["y"] + name["height"]
    expect(page.locator("th.rule").first).to_be_hidden()


def test_paper_has_the_table_and_no_tools(opened: Opener) -> None:
    page = opened(index(*many(40, 12)), color_scheme="dark")
    page.emulate_media(media="print")
    for tools in (".tools", ".dock", ".switches"):
        expect(page.locator(tools)).to_be_hidden()
    expect(page.locator(NAMES).last).to_be_visible()
    expect(page.locator(".rules tr").last).to_be_visible()
    page.set_viewport_size({"width": 688, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.pdf()[:4] == b"%PDF"


def test_it_speaks_chinese_where_the_browser_does(opened: Opener) -> None:
    page = opened(small(), locale="zh-CN")
    expect(page.locator("h1")).to_have_text("双语检查")
    expect(page.locator("#shown")).to_have_text("显示 3 / 3")
    expect(page.locator(".dock .far")).to_contain_text("已处理 0 / 7")
    expect(page.locator("input[type=search]")).to_have_attribute("placeholder", "查找文档")
    page.locator(".switches button").first.click()
    expect(page.locator("#shown")).to_have_text("3 of 3 shown")
    expect(page.locator(".dock .far")).to_contain_text("0 of 7 decided")


def test_every_control_has_a_name_and_room_for_a_finger(opened: Opener) -> None:
    page = opened(small())
    controls = "main :is(button, input, select, summary, td a), .dock button"
    nameless = page.evaluate(
        f"""[...document.querySelectorAll('{controls}')]
           .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert nameless == []
    low = page.evaluate(
        f"""[...document.querySelectorAll('{controls}')].filter(e => e.checkVisibility())
           .filter(e => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
           .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert low == []
    assert page.locator("main").count() == page.locator("h1").count() == 1
