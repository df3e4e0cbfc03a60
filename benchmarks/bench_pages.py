"""How large the HTML pages are, how long they take to make, and how long Chromium takes to open them and to answer.

Usage: python benchmarks/bench_pages.py

Of pages on made-up documents: pairs (or documents), kilobytes, milliseconds to make, to open (from the request to two
frames painted), to filter, and the slowest of thirty frames while scrolling. Without Chromium only the first two.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Browser, Page, sync_playwright
from report_browser import ARGUMENTS, CHROMIUM, SCROLLED
from report_samples import long_document

from aligncheck.report import document_page, index_page
from aligncheck.report.around import Around

REPEATS = 5
"""Openings of which the quickest counts."""

PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTERED = """async () => {
  const start = performance.now();
  document.querySelector(".chips button").click();
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """The system's browser, None without it."""
    if not CHROMIUM.exists():
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


def opened(browser: Browser, path: Path) -> tuple[float, Page]:
    """Seconds until a page is painted, and the page."""
    page = browser.new_page(viewport={"width": 1320, "height": 900})
    start = time.perf_counter()
    page.goto(path.as_uri())
    page.evaluate(PAINTED)
    return time.perf_counter() - start, page


def measure(browser: Browser | None, what: str, made: str, seconds: float, folder: Path) -> None:
    """One line of the table."""
    path = folder / "page.html"
    path.write_text(made, encoding="utf-8")
    told = f"{what:<24} {len(made.encode()) / 1e3:>9,.0f} {seconds * 1e3:>8,.0f}"
    if browser is not None:
        times = []
        for _ in range(REPEATS):
            took, page = opened(browser, path)
            times.append(took)
            answers = [page.evaluate(FILTERED), page.evaluate(SCROLLED)] if ".chips" in made else [0.0, 0.0]
            page.close()
        told += f" {min(times) * 1e3:>8,.0f} {answers[0]:>8,.0f} {answers[1]:>8,.0f}"
    print(told, flush=True)


def main() -> None:
    print(f"{'page':<24} {'kB':>9} {'made':>8} {'open':>8} {'filter':>8} {'frame':>8}")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for pairs in (300, 2_000, 20_000):
            report = long_document(pairs)
            start = time.perf_counter()
            made = document_page(report, Around("index.html"))
            measure(browser, f"{pairs:,} pairs", made, time.perf_counter() - start, Path(folder))
        for documents in (100, 1_000, 5_000):
            reports = [long_document(60)] * documents
            start = time.perf_counter()
            made = index_page(reports, [f"{n}.html" for n in range(documents)])
            measure(browser, f"{documents:,} documents", made, time.perf_counter() - start, Path(folder))


if __name__ == "__main__":
    main()
