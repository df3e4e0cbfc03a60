"""What a reader does on a document's page, and what the page then holds; knows no report."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page

_STORED = "Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('aligncheck.decision.')))"


def press(page: Page, keys: str) -> None:
    """Single keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def card(page: Page, number: int) -> Locator:
    return page.locator(f"article[data-n='{number}']")


def decision(page: Page, number: int) -> str | None:
    return card(page, number).get_attribute("data-decision")


def stored(page: Page) -> dict[str, Any]:
    """Fingerprint → record, as the browser keeps them."""
    kept = page.evaluate(_STORED)
    return {key.removeprefix("aligncheck.decision."): json.loads(value) for key, value in kept.items()}


def said(page: Page) -> str:
    """The latest announcement."""
    return page.locator("[role=status]").inner_text()
