"""Filters over findings, in Chromium: what they leave, what they count, and how the address keeps them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from report_browser import Opener
from report_samples import hostile, lighthouse, long_document
from working_page import card, decision, press

from aligncheck.report import document_page
from aligncheck.report.around import Around


def shown(page: Page) -> list[int]:
    return [int(one.get_attribute("data-n") or 0) for one in page.locator("article").all() if one.is_visible()]


def options(page: Page, name: str) -> list[str]:
    return page.locator(f"#{name} option").all_text_contents()


def chips(page: Page) -> list[str]:
    return page.locator(".chips button b").all_text_contents()


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(page.evaluate("location.hash").removeprefix("#?"))


def test_counts_follow_the_other_filters(opened: Opener) -> None:
    page = opened(lighthouse())
    assert chips(page) == ["3", "2", "2"]
    assert options(page, "status") == ["Every status", "new (6)", "baselined (1)", "suppressed (0)"]
    page.locator("#status").select_option("baselined")
    assert chips(page) == ["0", "0", "1"]
    assert options(page, "status") == ["Every status", "new (6)", "baselined (1)", "suppressed (0)"]
    assert "PUN002 half-width-punctuation (1)" in options(page, "rule")
    assert "DAT001 date-mismatch (0)" in options(page, "rule")
    page.locator("button[data-value=info]").click()
    assert shown(page) == []
    assert options(page, "status") == ["Every status", "new (5)", "baselined (0)", "suppressed (0)"]
    assert chips(page) == ["0", "0", "1"]
    expect(page.locator("#nothing")).to_be_visible()
    page.locator("#reset").click()
    expect(page.locator("#nothing")).to_be_hidden()
    assert len(shown(page)) == 7
    assert page.evaluate("location.hash") == ""


def test_decisions_filter_and_are_counted_as_they_are_made(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "j1j2")
    decided = ["True fault (1)", "False alarm (1)", "Accepted (0)", "Later (0)"]
    assert options(page, "decision") == ["Decided or not", "Undecided (5)", *decided]
    page.locator("#decision").select_option("undecided")
    assert shown(page) == [3, 4, 5, 6, 7]
    press(page, "jj3")
    # What was just decided stays in sight until one goes on.
    assert shown(page) == [3, 4, 5, 6, 7]
    assert "Undecided (4)" in options(page, "decision")
    press(page, "j")
    assert shown(page) == [3, 5, 6, 7]
    expect(card(page, 5)).to_be_focused()
    press(page, "u")
    assert shown(page) == [3, 4, 5, 6, 7]
    expect(card(page, 4)).to_be_focused()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nothing of the kind", []),
        ("lit on October 14, 1871, and", [2]),
        ("１１月", [2]),
        ("240,000", [3]),
        ("WIND PASSES", [4]),
        ("unt002", [5]),
        ("words-un", [5]),
        ("手工打磨", [6]),
        ("levels differ", [1]),
        ("True", []),
    ],
)
def test_words_are_looked_for_in_both_sentences_the_message_and_the_values(
    opened: Opener, words: str, found: list[int]
) -> None:
    page = opened(lighthouse())
    page.locator("#find").fill(words)
    assert shown(page) == found
    expect(page.locator("#shown")).to_have_text(f"{len(found)} of 7 shown")


def test_j_and_k_walk_what_is_shown(opened: Opener) -> None:
    page = opened(lighthouse())
    page.locator("button[data-value=error]").click()
    walked = []
    for key in "jjjjjkkkk":
        page.keyboard.press(key)
        walked.append(page.evaluate("Number(document.activeElement.dataset.n)"))
    assert walked == [1, 5, 6, 7, 7, 6, 5, 1, 1]
    expect(page.locator("[role=status]")).to_have_text("This is the first finding shown.")


def test_enter_leads_from_the_field_to_what_was_found_and_escape_out_of_it(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "/")
    page.keyboard.type("keeper")
    page.keyboard.press("Enter")
    expect(card(page, 5)).to_be_focused()
    press(page, "/")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("")
    assert len(shown(page)) == 7
    page.keyboard.press("Escape")
    expect(card(page, 5)).to_be_focused()


def test_the_address_keeps_the_filters_and_the_finding(opened: Opener) -> None:
    page = opened(lighthouse())
    page.locator("button[data-value=warning]").click()
    page.locator("#decision").select_option("undecided")
    page.locator("#only").check()
    page.locator("#find").fill("24 & #f-")
    expect(page).to_have_url(re.compile("find="))
    assert address(page) == {
        "no-severity": ["warning"],
        "decision": ["undecided"],
        "only": ["1"],
        "find": ["24 & #f-"],
    }
    page.locator("#find").fill("24")
    expect(page).to_have_url(re.compile("find=24&"))
    before = shown(page)
    assert before == [3]
    page.reload()
    assert shown(page) == before
    expect(page.locator("#find")).to_have_value("24")
    expect(page.locator("button[data-value=warning]")).to_have_attribute("aria-pressed", "false")
    card(page, 3).locator(".self").click()
    anchor = card(page, 3).get_attribute("id") or ""
    assert address(page)["f"] == [anchor.removeprefix("f-")]
    assert address(page)["find"] == ["24"]
    page.reload()
    expect(card(page, 3)).to_be_focused()
    assert shown(page) == before


def test_the_address_of_a_finding_shows_it_whatever_is_filtered(opened: Opener) -> None:
    page = opened(lighthouse())
    anchor = card(page, 4).get_attribute("id") or ""
    page.goto(f"{page.url}#{anchor}")
    expect(card(page, 4)).to_be_focused()
    assert page.evaluate("location.hash") == f"#{anchor}"
    press(page, "2")
    assert decision(page, 4) == "false-alarm"
    page.locator("#rule").select_option("NUM001")
    assert shown(page) == [3]
    page.evaluate("anchor => { location.hash = anchor }", anchor)
    expect(card(page, 4)).to_be_focused()
    assert len(shown(page)) == 7


@pytest.mark.parametrize(
    "hash_",
    [
        "#?no-severity=,,x&rule=%3Cscript%3E&status=nope&decision=__proto__&f=%00",
        "#?find=" + quote("<img src=x onerror=alert(1)>"),
        "#f-nothing",
        "#%E0%A4%A",
        "#?",
        "#constructor",
    ],
)
def test_any_address_opens_the_page(opened: Opener, hash_: str) -> None:
    page = opened(lighthouse())
    page.goto(page.url + hash_)
    page.reload()
    expect(page.locator("#bar")).to_be_visible()
    press(page, "u")
    expect(page.locator("[role=status]")).to_have_text("Nothing to take back.")


def test_with_only_pairs_with_findings_the_rest_takes_no_room(opened: Opener) -> None:
    page = opened(long_document(1200, 200))
    page.locator("#only").check()
    heights = "[...document.querySelectorAll('.block')].map(e => e.offsetHeight).filter(Boolean)"
    assert 0 < len(page.evaluate(heights)) <= 6
    assert sum(page.evaluate(heights)) < 6 * 600
    page.locator("#find").fill("no such words")
    assert page.evaluate(heights) == []
    page.evaluate("location.hash = '#pair-900'")
    expect(page.locator("#pair-900")).to_be_in_viewport()
    expect(page.locator("#only")).not_to_be_checked()


def test_hostile_findings_are_filtered_and_decided_like_any(opened: Opener) -> None:
    page = opened(hostile())
    press(page, "j2e")
    page.locator("[name=reason]").fill("</script><script>document.title='owned'</script>\u202e")
    page.keyboard.press("Enter")
    for option in page.locator("#rule option").all()[:4]:
        page.locator("#rule").select_option(option.get_attribute("value") or "")
    page.locator("#find").fill("<script>document")
    press(page, "x?")
    page.locator("#find").press("Tab")
    press(page, "x")
    expect(page.locator("dialog textarea")).to_be_visible()
    assert "owned" not in page.title().replace("title='owned'", "")
    assert page.locator("script:not([type])").count() == 1


_FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "no-severity": st.lists(st.sampled_from(["error", "warning", "info"]), unique=True, min_size=1).map(",".join),
        "rule": st.sampled_from(["NUM001", "PUN002", "OMI001"]),
        "status": st.sampled_from(["new", "baselined", "suppressed"]),
        "find": st.sampled_from(["the", "24", "灯", "differ"]),
    },
)


def test_filters_never_add_up_to_more_than_each_alone(browser: Browser) -> None:
    """What several filters leave is what each of them leaves, and a value's count is what choosing it would show."""
    page = browser.new_page(locale="en-GB")
    page.set_content(document_page(lighthouse(), Around("index.html")))

    def left(state: dict[str, str]) -> set[int]:
        page.evaluate("s => { location.hash = '#?' + new URLSearchParams(s) }", state)
        page.evaluate("new Promise(done => setTimeout(done, 0))")
        return set(shown(page))

    @settings(max_examples=15, deadline=None)
    @given(_FILTERS)
    def holds(state: dict[str, str]) -> None:
        alone = [left({key: value}) for key, value in state.items()]
        together = left(state)
        assert together == set(range(1, 8)).intersection(*alone)
        counts = dict(text.rsplit(" (", 1) for text in options(page, "rule")[1:])
        for name, count in counts.items():
            assert int(count.rstrip(")")) == len(left({**state, "rule": name.split()[0]}))

    holds()
    page.close()
