"""The project's own documents as a person sees them: every page in every look is sound, and leaves a picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from report_browser import Opener

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "reports" / "screenshots"
"""Where the pictures go, for people to look at; not part of the repository."""

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}},
    "chinese": {"locale": "zh-CN"},
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds") / "reports"
    command = [sys.executable, "-m", "aligncheck", "seeds/", "--exit-zero", "--quiet", "--reports", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, timeout=300)
    return folder


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_sound_and_leaves_a_picture(opened: Opener, reports: Path, look: str) -> None:
    pages = sorted(path.relative_to(reports) for path in reports.rglob("*.html"))
    assert len(pages) == 6
    page = opened(reports / "index.html", **LOOKS[look])
    for name in pages:
        page.goto((reports / name).as_uri())
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert language_of(page) == ("zh-Hans" if look == "chinese" else "en")
        picture = PICTURES / look / f"{name.as_posix().replace('/', '-')}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture)
        assert picture.stat().st_size > 5_000


def test_the_pages_lead_to_each_other(opened: Opener, reports: Path) -> None:
    page = opened(reports / "index.html")
    documents = page.locator("tbody th a").all_text_contents()
    page.locator("tbody th a").first.click()
    expect(page.locator("h1")).to_have_text(documents[0])
    seen = []
    while page.locator("#previous").count():
        page.locator("#previous").click()
    seen.append(page.locator("h1").inner_text())
    while page.locator("#next").count():
        page.keyboard.press("n")
        expect(page.locator("h1")).not_to_have_text(seen[-1])
        seen.append(page.locator("h1").inner_text())
    assert sorted(seen) == sorted(documents)
    page.locator("#overview").click()
    expect(page.locator("tbody th a").first).to_have_text(documents[0])


def language_of(page: Page) -> str:
    return str(page.evaluate("document.documentElement.lang"))
