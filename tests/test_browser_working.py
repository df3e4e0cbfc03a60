"""Deciding on findings in a document's page, in Chromium: by key, by button, undone, in both languages."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from report_browser import Opener
from report_samples import clean, dunes, lighthouse
from working_page import card, decision, press, said, stored

from aligncheck.model.triage import Choice
from aligncheck.report import document_page


def test_keys_decide_and_the_card_says_so(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "j1j2j3j4")
    assert [decision(page, n) for n in (1, 2, 3, 4, 5)] == ["true", "false-alarm", "accepted", "later", None]
    for number, name in enumerate(("True fault", "False alarm", "Accepted", "Later"), 1):
        expect(card(page, number).locator(".ruling")).to_have_text(name)
        expect(card(page, number).locator("[aria-pressed=true]")).to_have_count(1)
        expect(card(page, number).locator("[aria-pressed=true]")).to_have_attribute(
            "data-choice", list(Choice)[number - 1]
        )
    assert said(page) == "Finding 4: Later. 4 of 6 decided."
    expect(page.locator(".told")).to_have_text("4 of 6 decided")
    assert page.locator("progress").evaluate("e => [e.value, e.max]") == [4, 6]


def test_buttons_decide_and_the_same_again_takes_back(opened: Opener) -> None:
    page = opened(lighthouse())
    button = card(page, 3).get_by_role("button", name="False alarm")
    button.click()
    assert decision(page, 3) == "false-alarm"
    expect(button).to_have_attribute("aria-pressed", "true")
    card(page, 3).get_by_role("button", name="Accept").click()
    assert decision(page, 3) == "accepted"
    card(page, 3).get_by_role("button", name="Accept").click()
    assert decision(page, 3) is None
    assert said(page) == "Finding 3 is undecided again."
    expect(card(page, 3).locator(".ruling")).to_have_count(0)
    assert stored(page) == {}


def test_undo_goes_back_step_by_step(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "j1j22")
    assert decision(page, 2) is None
    press(page, "u")
    assert decision(page, 2) == "false-alarm"
    press(page, "u")
    assert (decision(page, 1), decision(page, 2)) == ("true", None)
    assert said(page) == "Taken back: 1 decision. 1 of 6 decided."
    press(page, "uu")
    assert decision(page, 1) is None
    assert said(page) == "Nothing to take back."


def decided(page: Page) -> list[str | None]:
    """The decision on every finding, asked at once."""
    found = page.locator("article").evaluate_all("cards => cards.map(card => card.dataset.decision ?? null)")
    return [None if one is None else str(one) for one in found]


def test_undo_takes_back_whatever_was_decided(browser: Browser) -> None:
    page = browser.new_page(locale="en-GB")

    @settings(max_examples=25, deadline=None)
    @given(st.text("jk1234", min_size=1, max_size=12))
    def holds(keys: str) -> None:
        page.set_content(document_page(lighthouse()))
        states = [decided(page)]
        for key in keys:
            press(page, key)
            if (state := decided(page)) != states[-1]:
                states.append(state)
        while states:
            assert decided(page) == states.pop()
            press(page, "u")
        assert said(page) == "Nothing to take back."

    holds()
    page.close()


def test_a_key_decides_nothing_that_cannot_be_seen(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "2")
    assert stored(page) == {}
    assert said(page) == "Go to a finding first: j or k."
    press(page, "j")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    press(page, "2")
    assert stored(page) == {}
    expect(card(page, 1)).to_be_in_viewport()
    press(page, "2")
    assert decision(page, 1) == "false-alarm"


def test_modifiers_repeats_and_typing_decide_nothing(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "j")
    for key in ("Control+1", "Alt+1", "Meta+1"):
        page.keyboard.press(key)
    page.keyboard.down("2")
    page.keyboard.down("2")
    page.keyboard.up("2")
    assert decision(page, 1) == "false-alarm"
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("1jeux?")
    assert decision(page, 1) == "false-alarm"
    expect(page.locator("#find")).to_have_value("1jeux?")
    expect(page.locator("dialog")).to_have_count(0)


def test_shortcuts_can_be_switched_off_for_good(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "?")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    press(page, "j1")
    assert stored(page) == {}
    page.reload()
    press(page, "j1?")
    assert stored(page) == {}
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="Help").click()
    page.get_by_label("Single-key shortcuts").check()
    page.get_by_role("button", name="Close").click()
    press(page, "j1")
    assert len(stored(page)) == 1


def test_after_a_decision_on_to_the_next_undecided_if_asked(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jj1kk")
    press(page, "?")
    page.get_by_label("After a decision, go on").check()
    page.keyboard.press("Escape")
    press(page, "1")
    assert page.evaluate("document.activeElement.dataset.n") == "3"
    press(page, "2")
    assert [decision(page, n) for n in (1, 2, 3, 4)] == ["true", "true", "false-alarm", None]


def test_only_findings_that_can_be_decided_have_controls(opened: Opener) -> None:
    page = opened(dunes())
    unused = page.locator("article[data-code=SUP001]")
    expect(unused.locator(".decide")).to_have_count(0)
    expect(page.locator(".decide")).to_have_count(2)
    press(page, "j1e")
    assert stored(page) == {}
    expect(page.locator(".reasons")).to_have_count(0)
    # What the baseline has does not wait for anybody, but may be decided on.
    expect(page.locator(".told")).to_have_text("0 of 1 decided")
    page.locator("article[data-status=baselined]").get_by_role("button", name="True").click()
    expect(page.locator(".told")).to_have_text("1 of 2 decided")
    page.get_by_role("button", name="Next undecided").click()
    assert page.evaluate("document.activeElement.dataset.code") == "OMI003"


def test_controls_speak_the_readers_language(opened: Opener) -> None:
    page = opened(lighthouse(), locale="zh-CN")
    press(page, "j2je")
    expect(card(page, 1).locator(".choice").nth(1)).to_have_text("2误报")
    expect(card(page, 1).locator(".ruling")).to_have_text("误报")
    expect(page.locator(".told")).to_have_text("已处理 1 / 6")
    expect(page.locator("[name=reason]")).to_have_accessible_name("理由（限一行）")
    page.locator(".switches button").first.click()
    expect(page.locator("[name=reason]")).to_have_accessible_name("Why (one line)")
    expect(card(page, 1).locator(".ruling")).to_have_text("False alarm")
    expect(page.locator(".told")).to_have_text("1 of 6 decided")
    expect(card(page, 1).locator(".decide")).to_have_attribute("aria-label", "Decision")
    expect(page.locator("#decision option").nth(3)).to_have_text("False alarm (1)")
    page.locator(".switches button").first.click()
    expect(page.locator("#decision option").nth(3)).to_have_text("误报 (1)")


def test_a_page_without_findings_has_nothing_to_work_with(opened: Opener) -> None:
    page = opened(clean())
    press(page, "jk1eux/")
    for selector in (".dock", ".decide", "#bar", "dialog"):
        expect(page.locator(selector)).to_have_count(0)
    press(page, "?")
    expect(page.locator("dialog")).to_be_visible()


def test_controls_are_large_enough_for_a_finger(opened: Opener) -> None:
    small = """[...document.querySelectorAll('.decide button, .dock button, .copies button, .bar button, .bar select')]
                .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())
                .filter(b => Math.min(b.width, b.height) < LEAST).length"""
    page = opened(lighthouse())
    assert page.evaluate(small.replace("LEAST", "24")) == 0
    phone = opened(lighthouse(), "phone.html", viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    assert phone.evaluate(small.replace("LEAST", "43.5")) == 0
    press(phone, "j1e")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.locator(".dock").evaluate("e => e.offsetHeight") < 800 / 5


def test_print_shows_decisions_but_no_controls(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jj3")
    page.emulate_media(media="print")
    for selector in (".decide", ".dock", ".copies", ".bar"):
        assert not any(one.is_visible() for one in page.locator(selector).all()), selector
    expect(card(page, 2).locator(".ruling")).to_be_visible()


def test_every_control_can_be_reached_by_tab(opened: Opener) -> None:
    page = opened(lighthouse())
    press(page, "jj")
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached[:3] == ["Copy place", "Copy link", "#"]
    assert reached[3:8] == ["1True", "2False alarm", "3Accept", "4Later", "Reason"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=reason]")).to_be_focused()
