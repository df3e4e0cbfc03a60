"""How hypothesis runs, and the browser that pages are opened in.

The same examples every time, without a clock: a busy machine must not fail a change, nor may chance.
``--hypothesis-profile=search`` looks for new examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:  # playwright takes long to import, and few tests open a page
    from playwright.sync_api import Browser
    from report_browser import Opener

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one module."""
    from report_browser import chromium

    yield from chromium()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page and fails on what it complains of."""
    from report_browser import opener

    yield from opener(browser, tmp_path)
