"""axe-core finds nothing in what people work with: decided cards, reasons, dialogs, filters that leave nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from report_browser import Opener
from report_samples import lighthouse
from working_page import press

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def _reason(page: Page) -> None:
    press(page, "j1j2j3jj4")
    press(page, "e")
    page.locator("[name=reason]").fill("The town says so.")
    page.keyboard.press("Enter")
    press(page, "e")


def _bulk(page: Page) -> None:
    more = page.get_by_role("button", name="More tools")
    if more.is_visible():
        more.click()
    page.locator(".dock .acts button").first.click()


def _clear(page: Page) -> None:
    press(page, "j1x")
    page.locator("dialog .danger").click()


STATES: dict[str, Callable[[Page], None]] = {
    "reason": _reason,
    "help": lambda page: press(page, "?"),
    "export": lambda page: press(page, "j1x"),
    "clear": _clear,
    "bulk": _bulk,
    "nothing": lambda page: page.locator("#find").fill("no such words"),
}


@pytest.mark.parametrize(
    "looks",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark", "locale": "zh-CN"},
        {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True},
    ],
    ids=["light", "dark-zh", "phone"],
)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(opened: Opener, state: str, looks: dict[str, Any]) -> None:
    page = opened(lighthouse(), **looks)
    STATES[state](page)
    options: dict[str, Any] = {"runOnly": _TAGS, "preload": False, "resultTypes": ["violations"]}
    # The pictures are not worked with.
    found = Axe().run(page, context={"exclude": [".overview", ".map"]}, options=options).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]} {node['any'][:1]}" for one in found for node in one["nodes"]] == []
