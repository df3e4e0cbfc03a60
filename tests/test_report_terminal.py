"""The terminal summary: columns by display cells, nothing over the width, no command from a document."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_samples import HOSTILE, clean, ferry, hostile, lighthouse, long_document
from wcwidth import wcswidth

from aligncheck.errors import InputError
from aligncheck.model.report import EvidenceSpan, PairSide, Severity, Status
from aligncheck.report import summary
from aligncheck.report.invisible import pieces, plain
from aligncheck.report.terminal import cells, excerpt, fit

FAILURE = InputError("not text", path="photo.md", line=3, remedy="save it as UTF-8")


def test_one_line_per_document_then_findings_worst_first_then_totals() -> None:
    text = summary([clean(), lighthouse()], [FAILURE], width=120, html="reports/index.html")
    documents, findings, failed, totals = text.split("\n\n")
    assert [line.split() for line in documents.splitlines()] == [
        ["pairs", "aligned", "errors", "warnings", "info", "known"],
        ["notes/garden.md", "3", "100%", "·", "·", "·", "·"],
        ["leaflets/lighthouse.md", "19", "91%", "3", "2", "1", "1"],
    ]
    codes = re.findall(r"[A-Z]{3}\d{3}", findings)
    assert codes == ["DAT001", "NUM001", "OMI001", "UNT002", "OMI002", "STR003"]
    assert failed == "cannot read photo.md:3: not text (save it as UTF-8)"
    assert totals == (
        "2 documents, 22 pairs, 3 errors, 2 warnings, 1 info, 1 baselined, 1 not read\nReport: reports/index.html\n"
    )


def test_places_are_of_the_target_or_else_of_the_source() -> None:
    text = summary([lighthouse()], width=120)
    assert "leaflets/lighthouse.md:14:4   NUM001" in text
    assert "leaflets/lighthouse.md:15:1   OMI001" in text
    assert "leaflets/lighthouse.md:24:1   OMI002" in text
    assert re.search(r"leaflets/lighthouse\.md +STR003", text)


def test_a_pair_of_files_is_named_by_the_side_that_is_there() -> None:
    fault = Fault("OMI001", "sentence-omitted", Severity.ERROR, "Left out.", (("The bell is rung at noon.", None),))
    report = build("x.zh.md", [Line("The bell is rung at noon.", None, (fault,))])
    files = replace(report.document, source=replace(report.document.source, path="x.md"))
    assert "x.md:1:1  OMI001  Left out." in summary([replace(report, document=files)])


def test_columns_line_up_by_cells() -> None:
    wide = build("文档/灯塔博物馆.md", [Line("a", "一"), Line("b", "二")])
    head, *lines = summary([wide, clean()], width=100).split("\n\n")[0].splitlines()
    assert [wcswidth(line) for line in lines] == [wcswidth(head)] * 2
    assert wcswidth(head[: head.index("pairs") + 5]) == wcswidth(lines[0][: lines[0].index("2") + 1])


def test_a_long_path_is_cut_at_its_head() -> None:
    report = build("很长的目录名/" * 12 + "灯塔.md", [Line("a", "一")])
    line = summary([report], width=60).splitlines()[1]
    assert line.startswith("…")
    assert "/灯塔.md" in line
    assert wcswidth(line) <= 60


@pytest.mark.parametrize("width", [60, 80, 133])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = summary([lighthouse(), ferry(), long_document(80)], width=width, html="reports/index.html")
    wide = [line for line in text.splitlines() if wcswidth(line) > width]
    # A place is never cut, since it is there to be clicked; beside it a letter is left of the rest.
    assert [line for line in wide if not re.search(r":\d+:\d+  [A-Z]{3}\d{3}  …$| documents, ", line)] == []


def test_colour_only_when_asked_and_never_in_the_width() -> None:
    plain_text = summary([lighthouse()], width=90)
    coloured = summary([lighthouse()], width=90, color=True)
    assert "\x1b" not in plain_text
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain_text


def test_nothing_in_a_document_reaches_the_terminal_as_a_command() -> None:
    text = summary([hostile()], [InputError("\x1b[2J", path="a\x07b")], width=200)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
    assert "<U+001B>" in text
    assert "<RLO>" in text


def test_known_findings_are_counted_but_not_listed() -> None:
    old = Fault("NUM001", "number-mismatch", Severity.ERROR, "Old.", status=Status.BASELINED)
    text = summary([build("a.md", [Line("One.", "一。", (old,))])])
    assert "Old." not in text
    assert "no new findings, 1 baselined" in text


def test_no_documents_at_all() -> None:
    assert summary([]) == "0 documents, 0 pairs, no findings\n"


def test_the_rest_is_counted() -> None:
    assert "… and 30 more" in summary([long_document(2000)])


@given(st.text(max_size=60), st.integers(1, 40))
def test_fit_never_exceeds_the_width(text: str, width: int) -> None:
    assert cells(fit(plain(text), width)) <= width


@given(st.text(max_size=80), st.integers(5, 40), st.integers(0, 80), st.integers(0, 20))
def test_excerpt_never_exceeds_the_width(text: str, width: int, start: int, size: int) -> None:
    side = PairSide(text, 1, 1, 1, 0, len(text))
    span = EvidenceSpan(start, start + size, 1, 1, text[start : start + size])
    assert cells(excerpt(side, (span,), width)) <= width


def test_excerpt_shows_the_evidence() -> None:
    text = "一" * 60 + "二百五十" + "三" * 60
    span = EvidenceSpan(60, 64, 1, 61, "二百五十")
    shown = excerpt(PairSide(text, 1, 1, 1, 0, len(text)), (span,), 40)
    assert "二百五十" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


@given(st.text(max_size=60) | st.sampled_from(HOSTILE))
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(p.text for p in pieces(text)) == text


def test_a_joiner_inside_an_emoji_is_no_secret() -> None:
    assert plain("👩\u200d🔬 1\u200d2") == "👩\u200d🔬 1<ZWJ>2"
