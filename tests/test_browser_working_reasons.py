"""Reasons for decisions, in Chromium: with words that may stay and renderings that count."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from report_browser import Opener
from report_samples import dunes, lighthouse
from working_page import card, press, said, stored


def test_a_reason_is_kept_with_the_decision(opened: Opener) -> None:
    report = lighthouse()
    page = opened(report)
    press(page, "jjj2e")
    page.keyboard.type("The 24 is the\tkeeper's <b>own</b> count; e j 1")
    page.keyboard.press("Enter")
    expect(card(page, 3)).to_be_focused()
    expect(card(page, 3).locator(".because-of")).to_have_text("The 24 is the keeper's <b>own</b> count; e j 1")
    assert list(stored(page).values()) == [
        {"decision": "false-alarm", "reason": "The 24 is the keeper's <b>own</b> count; e j 1"}
    ]
    press(page, "3")
    assert next(iter(stored(page).values()))["reason"].startswith("The 24")
    press(page, "e")
    page.keyboard.type(" nothing of this")
    page.keyboard.press("Escape")
    expect(page.locator(".reasons")).to_have_count(0)
    expect(card(page, 3)).to_be_focused()
    assert next(iter(stored(page).values()))["reason"].endswith("e j 1")


def test_a_reason_before_the_decision_waits_for_it(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "je")
    page.keyboard.type("Levels may differ")
    page.keyboard.press("Enter")
    assert stored(page) == {}
    assert said(page) == "It is kept with your decision: choose 1–4."
    press(page, "3")
    assert list(stored(page).values()) == [{"decision": "accepted", "reason": "Levels may differ"}]
    press(page, "j")
    card(page, 2).get_by_role("button", name="Reason").click()
    page.locator("[name=reason]").fill("Typed, then decided with the mouse")
    card(page, 2).get_by_role("button", name="Later").click()
    expect(page.locator(".reasons")).to_have_count(0)
    assert {"decision": "later", "reason": "Typed, then decided with the mouse"} in stored(page).values()


def test_untranslated_words_may_stay(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jjjjje")
    panel = page.locator(".reasons")
    expect(panel.locator("[name=keep]")).to_have_value("keeper")
    panel.get_by_label("These words may stay").check()
    panel.locator("[name=keep]").fill("keeper, Skarn Point，keeper;")
    page.keyboard.press("Enter")
    assert list(stored(page).values()) == [{"decision": "false-alarm", "keep": ["keeper", "Skarn Point"]}]
    expect(card(page, 5).locator(".because-of")).to_have_text("May stay: keeper, Skarn Point")
    press(page, "1")
    assert list(stored(page).values()) == [{"decision": "true"}]
    press(page, "u")
    assert next(iter(stored(page).values()))["keep"] == ["keeper", "Skarn Point"]


def select(page: Page, selector: str, words: str) -> None:
    page.evaluate(
        """([selector, words]) => {
             const node = [...document.querySelector(selector).childNodes].find(n => n.data?.includes(words));
             const at = node.data.indexOf(words);
             getSelection().setBaseAndExtent(node, at, node, at + words.length);
           }""",
        [selector, words],
    )


@pytest.mark.parametrize("first", ["selection", "panel"])
def test_a_rendering_counts_with_the_words_marked_in_the_text(opened: Opener, first: str) -> None:
    page = opened(dunes())
    page.locator("article[data-code=OMI003]").focus()
    if first == "panel":
        press(page, "e")
    select(page, "#pair-0 > [lang^=zh]", "背风处")
    if first == "selection":
        press(page, "e")
    panel = page.locator(".reasons")
    expect(panel.locator("[name=english]")).to_have_value("out of the wind")
    expect(panel.locator("[name=chinese]")).to_have_value("背风处")
    panel.get_by_label("This counts as a rendering").check()
    panel.get_by_role("button", name="Save").click()
    assert list(stored(page).values()) == [{"decision": "false-alarm", "term": ["out of the wind", "背风处"]}]
