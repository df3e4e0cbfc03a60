"""The badge: what it says, that it is an image and nothing else, and that its text can be read."""

from __future__ import annotations

import re

import lxml.etree  # type: ignore[import-untyped]
import pytest
from drift_samples import every_status, harbour, thousand
from msgspec.structs import replace

from aligncheck.model.drift import DriftStatus
from aligncheck.report.drift import DRIFT_FORMATS


def badge(made: DriftStatus) -> lxml.etree._Element:
    return lxml.etree.fromstring(DRIFT_FORMATS["badge"](made))


def at(share: float) -> DriftStatus:
    status = harbour()
    return replace(status, summary=replace(status.summary, share_current=share))


def test_it_says_how_much_is_current() -> None:
    for made, value in ((harbour(), "67% current"), (thousand(), "90% current"), (at(0.9999), "99% current")):
        drawn = badge(made)
        assert [text.text for text in drawn.iter("{*}text")] == ["translation", value]
        assert drawn.find("{*}title").text == drawn.get("aria-label") == f"translation: {value}"
    for name in ("empty", "missing"):
        assert badge(every_status()[name]).get("aria-label") == "translation: no documents"


@pytest.mark.parametrize("name", every_status())
def test_it_is_static(name: str) -> None:
    drawn = badge(every_status()[name])
    assert {lxml.etree.QName(e).localname for e in drawn.iter()} == {"svg", "title", "clipPath", "rect", "g", "text"}
    assert not [a for e in drawn.iter() for a in e.attrib if a.startswith("on") or a.endswith("href")]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_its_colours_go_with_the_share_and_white_is_legible_on_all() -> None:
    grounds = []
    for share in (1.0, 0.95, 0.9, 0.6, 0.2, 0.0):
        text = DRIFT_FORMATS["badge"](at(share)).decode()
        label, value = re.findall(r'<rect[^>]* fill="(#[0-9a-f]{6})"/>', text)
        grounds.append(value)
        for ground in (label, value):
            assert 1.05 / (luminance(ground) + 0.05) >= 4.5
    assert len(set(grounds)) == 4
    assert grounds[0] == grounds[1]
    assert grounds[-1] == grounds[-2]
