"""What is decided steps back, what the page says covers nothing, and a phone keeps its screen. See report_browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, ViewportSize, expect
from report_browser import Opener
from report_samples import dunes, lighthouse
from working_page import card, press

PHONE: ViewportSize = {"width": 360, "height": 780}


def _row(page: Page, number: int) -> Locator:
    return card(page, number).locator("xpath=..")


def _steps_back(page: Page, number: int) -> int:
    """How many links of the pictures to a finding are drawn as decided."""
    return page.locator(f":is(.map, .strip) a.settled[data-f='{number}']").count()


def test_a_decided_finding_steps_back_in_the_text_and_in_the_pictures(opened: Opener) -> None:
    page = opened(lighthouse())
    assert _steps_back(page, 2) == 0
    press(page, "jj3")
    expect(_row(page, 2)).to_have_class("p has e settled")
    assert _steps_back(page, 2) == 3  # ribbon, number and bar
    press(page, "3")
    expect(_row(page, 2)).to_have_class("p has e")
    assert _steps_back(page, 2) == 0


def test_a_row_steps_back_when_all_its_findings_are_decided(opened: Opener) -> None:
    page = opened(dunes())
    press(page, "jj1")
    expect(_row(page, 2)).to_have_class("p has w")
    assert page.locator(".map a.settled").count() == 0
    press(page, "j2")
    expect(_row(page, 2)).to_have_class("p has w settled")
    assert page.locator(".map a.settled").count() == 2  # ribbon and number of both findings


def test_what_the_page_says_stands_in_its_bar(opened: Opener) -> None:
    page = opened(lighthouse())
    height = page.locator(".dock").evaluate("e => e.offsetHeight")
    press(page, "jj3")
    said, dock = page.locator(".said").bounding_box(), page.locator(".dock").bounding_box()
    assert said is not None
    assert dock is not None
    assert said["y"] >= dock["y"]
    assert page.locator(".dock").evaluate("e => e.offsetHeight") == height


def test_on_a_phone_the_bar_is_one_row_and_the_rest_is_behind_a_button(opened: Opener) -> None:
    page = opened(lighthouse(), viewport=PHONE, has_touch=True, is_mobile=True)
    assert page.locator(".dock").evaluate("e => e.offsetHeight") < 64
    help_button = page.locator(".dock .acts button", has_text="Help")
    expect(help_button).to_be_hidden()
    more = page.get_by_role("button", name="More tools")
    more.click()
    help_button.click()
    expect(page.locator("dialog")).to_be_visible()
    expect(help_button).to_be_hidden()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()


def test_places_to_copy_take_no_room_before_they_are_wanted(opened: Opener) -> None:
    page = opened(lighthouse(), viewport=PHONE, has_touch=True, is_mobile=True)
    copies = card(page, 2).locator(".copies")
    expect(copies).to_be_hidden()
    press(page, "jj")
    expect(copies).to_be_visible()
