"""Opens written pages in the system's Chromium and holds every fault it reports against the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

from aligncheck.model.report import Report
from aligncheck.report import document_page
from aligncheck.report.around import Around

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    # In a private window Chromium 156 loses what a page of a file stores before a reload, in 7 of 100 loads on a busy
    # machine; never with this (0 of 355), nor on pages that are served. What a page asks for is still held against it.
    "--allow-file-access-from-files",
]
SCROLLED = """async () => {
  let slowest = 0, last = performance.now();
  for (let n = 0; n < 30; n++) {
    scrollBy(0, 700);
    await new Promise(requestAnimationFrame);
    slowest = Math.max(slowest, performance.now() - last);
    last = performance.now();
  }
  return slowest;
}"""
"""Scrolls thirty screens and gives the slowest frame, in milliseconds."""
PATIENCE = 60_000
"""Milliseconds for what takes a few: other tests may be running."""
expect.set_options(timeout=PATIENCE)
Opener = Callable[..., Page]


def chromium() -> Iterator[Browser]:
    """The browser, for a module's tests; skips without it, and fails under CI."""
    if not CHROMIUM.exists():
        message = f"{CHROMIUM} is missing: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=ARGUMENTS,
        )
        yield browser
        browser.close()


def opener(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a report's page, or the page in a file, which may lead to others of its folder.

    At the end no error, no violation and no other request may have happened.
    """
    contexts: list[BrowserContext] = []
    allowed = ["data:", "blob:", tmp_path.as_uri()]
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(made: Report | str | Path, name: str = "page.html", **options: Any) -> Page:
        if isinstance(made, Path):
            path = made
            allowed.append(path.parent.as_uri())
        else:
            path = tmp_path / name
            text = made if isinstance(made, str) else document_page(made, Around("index.html"))
            path.write_text(text, encoding="utf-8")
        settings: dict[str, Any] = {"viewport": {"width": 1320, "height": 900}, "locale": "en-GB", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", refuse)
        page.on("request", lambda r: None if r.url.startswith(tuple(allowed)) else faults.append(r.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
