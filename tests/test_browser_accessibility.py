"""axe-core finds nothing on any page: both schemes, wide and narrow, with and without findings. See report_browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from drift_samples import harbour
from fixes_builder import sample
from playwright.sync_api import Page
from renderings_builder import CHINESE, REVISED, compared
from report_browser import Opener
from report_manual_builder import manual
from report_samples import clean, ferry, hostile, lighthouse

from aligncheck.errors import InputError
from aligncheck.report import document_page, index_page
from aligncheck.report.around import Around, LinkTemplates
from aligncheck.report.drift import dashboard_page
from aligncheck.report.renderings import FORMATS

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""All of WCAG 2.2 AA that a program can tell (with the size of targets), and what axe advises beyond."""

_LINKS = LinkTemplates(
    editor="vscode://file/{root}/{path}:{line}:{column}",
    forge="https://host.example/blob/{commit}/{path}#L{line}",
    rule="https://host.example/rules/{code}",
    root="/project",
    commit="1f2e3d4",
)

PAGES: dict[str, Callable[[], str]] = {
    "findings": lambda: document_page(lighthouse(), Around("index.html", "a.html", "b.html", links=_LINKS)),
    "markup": lambda: document_page(manual(), Around("index.html", links=_LINKS)),
    "fixes": lambda: document_page(sample(), Around("index.html", links=_LINKS)),
    "traditional": lambda: document_page(ferry(), Around()),
    "clean": lambda: document_page(clean(), Around("index.html")),
    "hostile": lambda: document_page(hostile(), Around("index.html")),
    "index": lambda: index_page(
        [lighthouse(), manual(), clean()], ["l.html", "m.html", "c.html"], [InputError("is not text", path="x.md")]
    ),
    "drift": lambda: dashboard_page(harbour(), "index.html"),
    "renderings": lambda: FORMATS["html"](compared(CHINESE, REVISED)).decode(),
}


@cache
def axe() -> Axe:
    return Axe()


def violations(page: Page) -> list[str]:
    """Rule and place of everything axe holds against a page, with all its folds open."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    # Without animations that go by scrolling, and with all rows laid out: axe looks at what is drawn.
    page.evaluate("document.querySelectorAll('.block').forEach((b) => { b.style.contentVisibility = 'visible'; })")
    # What happens to lie half beneath the bar at the foot comes out by scrolling; axe does not scroll.
    page.evaluate("document.querySelectorAll('.dock').forEach((bar) => { bar.style.position = 'static'; })")
    options: dict[str, Any] = {"runOnly": _TAGS, "preload": False, "resultTypes": ["violations"]}
    found = axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['any'][:1]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(opened: Opener, name: str, scheme: str) -> None:
    made = PAGES[name]()
    for width in (1320, 360):
        page = opened(made, f"{name}-{width}.html", color_scheme=scheme, viewport={"width": width, "height": 900})
        assert violations(page) == [], width
