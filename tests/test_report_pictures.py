"""Pictures and colours: the map keeps its size, the strip counts all, text can be read."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from report_builder import build
from report_samples import clean, lighthouse, long_document

from aligncheck.report.html.page import page_of
from aligncheck.report.html.picture import alignment_map, strip


def test_alignment_map_keeps_its_size_for_a_book() -> None:
    for count in (1, 3, 300, 6000):
        report = long_document(count)
        picture = alignment_map(report, page_of(report).cards)
        assert picture.height <= 730
        assert 1 <= len(picture.ribbons) <= min(count, 800)
        assert all(-1 <= y <= 740 for r in picture.ribbons for y in _ys(r.path))
        assert all(b.y - a.y >= 13 for a, b in zip(picture.headings, picture.headings[1:], strict=False))


def _ys(path: str) -> list[float]:
    return [float(y) for y in re.findall(r"[ V](-?\d+\.\d)", path)]


def test_alignment_map_shows_gaps_and_findings() -> None:
    picture = alignment_map(lighthouse(), page_of(lighthouse()).cards)
    shapes = [r.shape for r in picture.ribbons]
    assert "e gone" in shapes
    assert "w gone" in shapes
    assert "low" in shapes
    assert [n.text for n in picture.numbers] == ["2", "3", "4", "5", "6", "7"]
    assert [h.text for h in picture.headings] == ["The Lighthouse Museum…", "Visiting", "The lamp"]
    assert alignment_map(build("empty.md", []), []).ribbons == ()


def test_strip_counts_every_finding_on_a_pair() -> None:
    report = long_document(2000, every=7)
    bars = strip(report, page_of(report).cards)
    assert sum(int(b.title.split()[0]) for b in bars) == len(report.findings)
    assert all(0 <= b.y <= 48 and 0 <= b.x <= 640 and b.y + b.height <= 48.01 for b in bars)
    assert strip(clean(), []) == ()


def luminance(colour: str) -> float:
    digits = colour * 2 if len(colour) == 3 else colour
    channels = (int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(scheme: int) -> None:
    """4.5:1 for every colour that text has, on every ground that text stands on (WCAG 2.2, 1.4.3)."""
    css = resources.files("aligncheck.report").joinpath("assets", "base.css").read_text(encoding="utf-8")
    colours = {n: (a, b)[scheme] for n, a, b in re.findall(r"--([\w-]+): light-dark\(#(\w+), #(\w+)\)", css)}
    for text in ("ink", "soft", "e", "w", "i", "ok"):
        for ground in ("paper", "sheet", "faint"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
