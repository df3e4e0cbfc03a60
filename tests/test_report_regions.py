"""Regions: ends of evidence only where they are sure, whole only where the text is the document's own."""

from __future__ import annotations

import pytest
from report_samples import lighthouse

from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, PairSide, Severity, Status
from aligncheck.report.conventions import Entry, new_entries
from aligncheck.report.regions import Region, counterpart_of, in_repository, inside, region_of


def entry(span: EvidenceSpan | None, side: PairSide | None) -> Entry:
    report = lighthouse()
    spans = () if span is None else (span,)
    finding = Finding("NUM001", "n", Severity.ERROR, 0.9, "m", 0, (), spans, "f", Status.NEW)
    return Entry(report, finding, PairRecord(0, "0-1", 0.9, None, side) if side else None)


ONE_LINE = PairSide("灯塔高30米。", 4, 3, 4, 100, 111)
TWO_LINES = PairSide("The lamp burns all night.", 4, 3, 5, 100, 125)
PATH = "leaflets/lighthouse.md"


@pytest.mark.parametrize(
    ("span", "side", "expected"),
    [
        # Markup in the document makes the place longer than its words.
        (EvidenceSpan(103, 110, 4, 6, "30米"), ONE_LINE, Region(PATH, 4, 6, 4, 13, 103, 7, "30米")),
        # One word of a sentence over two lines holds no line break; of two words nobody knows.
        (EvidenceSpan(104, 108, 4, 7, "lamp"), TWO_LINES, Region(PATH, 4, 7, 4, 11, 104, 4, "lamp")),
        (EvidenceSpan(104, 114, 4, 7, "lamp burns"), TWO_LINES, Region(PATH, 4, 7, 4, None, None, None, "lamp burns")),
        # A document's own characters, line breaks and all.
        (EvidenceSpan(50, 57, 2, 5, "ab\ncd\ne"), None, Region(PATH, 2, 5, 4, 2, 50, 7, "ab\ncd\ne")),
        (EvidenceSpan(50, 52, 2, 5, "ab"), None, Region(PATH, 2, 5, 2, 7, 50, 2, "ab")),
        (EvidenceSpan(50, 59, 2, 5, "ab"), None, Region(PATH, 2, 5, 2, None, None, None, "ab")),
        (None, ONE_LINE, Region(PATH, 4, 3, 4, 14, 100, 11, ONE_LINE.text)),
        (None, TWO_LINES, Region(PATH, 4, 3, 5, None, None, None, TWO_LINES.text)),
        (None, None, Region(PATH, 1, 1, 1, 1)),
    ],
)
def test_ends_are_told_where_they_are_known(span: EvidenceSpan | None, side: PairSide | None, expected: Region) -> None:
    assert region_of(entry(span, side)) == expected


def test_the_region_begins_at_the_place_that_is_printed() -> None:
    for each in new_entries([lighthouse()]):
        region, place = region_of(each), each.place
        assert (region.path, region.line, region.column) == (place.path, place.line or 1, place.column or 1)


def test_a_finding_on_the_source_alone_has_no_counterpart() -> None:
    found = {each.finding.code: counterpart_of(each) for each in new_entries([lighthouse()])}
    assert found["OMI001"] is None
    assert found["OMI002"] is None
    assert found["NUM001"] is not None
    assert found["NUM001"].text.startswith("Some 2.4 million")


@pytest.mark.parametrize(
    ("path", "prefix", "whole", "within"),
    [
        ("a.md", "", "a.md", True),
        ("./a.md", "docs", "docs/a.md", True),
        ("../a.md", "docs/zh", "docs/a.md", True),
        ("../../../a.md", "docs/zh", "../a.md", False),
        ("/tmp/a.md", "docs", "/tmp/a.md", False),
        ("", "", ".", True),
        ("..a.md", "", "..a.md", True),
    ],
)
def test_paths_are_joined_with_the_prefix(path: str, prefix: str, whole: str, within: bool) -> None:
    assert in_repository(path, prefix) == whole
    assert inside(whole) is within
