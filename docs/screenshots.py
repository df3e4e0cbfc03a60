"""Takes the two pictures of the README from the pages of seeds/; checks nothing itself and knows no page's inside.

Usage: python docs/screenshots.py

Needs Chromium at /usr/bin/chromium, with fonts for English and Chinese (apt-get install chromium fonts-noto-cjk).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
_CHROMIUM = "/usr/bin/chromium"
_SIZE: ViewportSize = {"width": 1280, "height": 860}
_LOW: ViewportSize = {"width": 1280, "height": 800}
_WORK = ("j", "1", "j", "3", "j")
"""One finding after the other: a true fault, one that is accepted, and the next one, not decided yet."""


def check(reports: Path) -> None:
    """Writes the pages of seeds/ to a folder, as anybody would."""
    command = [sys.executable, "-m", "aligncheck", "seeds/", "--exit-zero", "--quiet", "--reports", str(reports)]
    subprocess.run(command, cwd=ROOT, check=True)


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page whose browser keeps decisions from one document to the next, without movement."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport=_SIZE, locale="en-GB", color_scheme="light", reduced_motion="reduce")
        yield context.new_page()
        browser.close()


def take(page: Page, reports: Path) -> None:
    """A document in the midst of work, in light colours; then the overview, in dark ones."""
    page.goto((reports / "seeds" / "observatory.txt.html").as_uri())
    for key in _WORK:
        page.keyboard.press(key)
    _shoot(page, "document.png")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(_LOW)
    page.goto((reports / "index.html").as_uri())
    _shoot(page, "overview.png")


def _shoot(page: Page, name: str) -> None:
    # Two frames: blocks that came into view are laid out after the first one.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.screenshot(path=IMAGES / name)
    print(f"docs/images/{name}")


def main() -> None:
    """Write both pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser_page() as page:
        check(Path(folder))
        take(page, Path(folder))


if __name__ == "__main__":
    main()
