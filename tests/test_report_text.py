"""Text outputs: one line per finding, both sentences with the evidence underlined, findings by document; the counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_samples import clean, ferry, lighthouse, long_document
from run_samples import FAILURES, at, two_files, with_statuses
from wcwidth import wcswidth

from aligncheck.model.report import Severity
from aligncheck.model.run import Run, Verdict
from aligncheck.report import FORMATS, on_terminal, statistics, summary
from aligncheck.report.invisible import plain, plain_with_places
from aligncheck.report.terminal import cells
from aligncheck.report.wrapped import rows, wrap

REASONS = ("3 new findings of severity error or above", "1 stale entry in the baseline")


def text_of(form: str, run: Run) -> str:
    return FORMATS[form](run).decode()


def test_concise_is_a_line_per_finding() -> None:
    text = text_of("concise", Run((lighthouse(),), FAILURES[:1], verdict=Verdict(3, 1, REASONS)))
    assert text.splitlines() == [
        "leaflets/lighthouse.md: info STR003 The source has 3 headings and the translation has 3, "
        "but their levels differ in one place.",
        "leaflets/lighthouse.md:4:4: error DAT001 October 14, 1871 is rendered as 1871年11月14日: the month differs.",
        "leaflets/lighthouse.md:14:4: error NUM001 2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.",
        "leaflets/lighthouse.md:15:1: error OMI001 This sentence has no rendering; "
        "it would stand between lines 13 and 15.",
        "leaflets/lighthouse.md:19:18: warning UNT002 The English word “keeper” is left as it is.",
        "leaflets/lighthouse.md:24:1: warning OMI002 This sentence answers to nothing in the source.",
        "",
        "cannot read photo.md:3: not text (save it as UTF-8)",
        "1 document, 19 pairs, 3 errors, 2 warnings, 1 info, 1 baselined, 1 not read",
        "The gate fails: 3 new findings of severity error or above; 1 stale entry in the baseline. "
        "The check is incomplete: 1 document could not be read.",
    ]


def test_full_shows_both_sentences_and_underlines_the_evidence() -> None:
    text = text_of("full", Run((lighthouse(),)))
    assert (
        "\nleaflets/lighthouse.md:14:4: error NUM001 number-mismatch\n"
        "  2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.\n"
        "  en 13 | Some 2.4 million visitors have climbed the 168 steps to the lantern room.\n"
        "        |      ^^^^^^^^^^^ 2400000\n"
        "  zh 14 | 已有约24万名游客登上通往灯室的168级台阶。\n"
        "        |       ^^^^ 240000\n"
        "  99% sure; aligncheck rule NUM001\n"
    ) in text
    # A whole sentence that is missing needs no underline, and its counterpart is nothing.
    assert (
        "  en 15 | The stairs are closed when the wind passes force eight.\n"
        "  zh    | -\n"
        "  93% sure; aligncheck rule OMI001\n"
    ) in text


def test_full_shows_evidence_outside_the_sentences() -> None:
    report = build("a.md", [Line("One.", "一。")])
    spans = lighthouse().findings[1].source_spans
    faults = [Fault("STR001", "order", Severity.INFO, "Moved.", (("anything", None),) * 5)]
    on_document = build("a.md", [Line("One.", "一。")], on_document=faults)
    assert "  en 1 | anything\n" in text_of("full", Run((on_document,)))
    assert "| and 2 more\n" in text_of("full", Run((on_document,)))
    lost = tuple(replace(span, start=900, end=916) for span in spans)
    outside = replace(on_document.findings[0], pair=0, source_spans=lost)
    assert "| October 14, 1871\n" in text_of("full", Run((replace(report, findings=(outside,)),)))


def test_grouped_is_by_document_in_columns() -> None:
    text = text_of("grouped", Run((clean(), two_files(), ferry()), verdict=Verdict(2, 0, REASONS[:1])))
    assert text == (
        "zh/bell.md (with en/bell.md)\n"
        "  zh 2:1  error    NUM001  7 is not 8.\n"
        "  en 3:1  warning  OMI001  Left out.\n"
        "\n"
        "timetables/ferry.zh-Hant.md\n"
        "  8:17  error    DAT002  9:15 p.m. is 21:15, but 晚上8時15分 is 20:15.\n"
        "\n"
        "3 documents, 16 pairs, 2 errors, 1 warning\n"
        "The gate fails: 3 new findings of severity error or above.\n"
    )


@pytest.mark.parametrize("form", ["concise", "full", "grouped"])
def test_nothing_found(form: str) -> None:
    assert text_of(form, Run(())) == "0 documents, 0 pairs, no findings\nThe gate passes.\n"
    assert text_of(form, Run((), FAILURES[1:2], verdict=Verdict(unread=1))).splitlines() == [
        "cannot read unknown key",
        "0 documents, 0 pairs, no findings, 1 not read",
        "The check is incomplete: 1 document could not be read.",
    ]


@pytest.mark.parametrize("form", ["concise", "full", "grouped"])
def test_known_findings_are_counted_but_not_listed(form: str) -> None:
    text = text_of(form, Run((with_statuses(),)))
    assert "Number new." in text
    assert "Number baselined." not in text
    assert "Number suppressed." not in text
    assert "1 error, 1 baselined, 1 suppressed\n" in text


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("form", ["full", "grouped"])
def test_no_line_is_wider_than_the_terminal(form: str, width: int) -> None:
    run = Run((lighthouse(), ferry(), long_document(80)))
    text = on_terminal(form, run, color=False, width=width)
    wide = [line for line in text.splitlines() if wcswidth(line) > width]
    assert [line for line in wide if not re.match(r"\S+:\d+:\d+: | *\d+:\d+ |\d+ documents, |\S+: ", line)] == []


def test_colour_only_where_it_is_asked_for() -> None:
    run = Run((lighthouse(),), FAILURES)
    for form in ("concise", "full", "grouped"):
        coloured = on_terminal(form, run, color=True, width=100)
        assert "\x1b[31m" in coloured
        assert re.sub(r"\x1b\[\d+m", "", coloured) == text_of(form, run)


def test_findings_of_one_file_are_in_the_order_of_its_lines() -> None:
    lines = [int(n) for n in re.findall(r"^\S+?:(\d+):", text_of("concise", Run((long_document(300),))), re.M)]
    assert lines == sorted(lines)


def test_a_path_cannot_begin_an_order() -> None:
    text = text_of("concise", Run((at("::error::.md", lighthouse()),)))
    assert text.startswith("./::error::.md: info STR003")


def test_an_order_cannot_begin_a_wrapped_line() -> None:
    fault = Fault("NUM001", "n", Severity.ERROR, f"{'a ' * 20}::error::owned")
    text = on_terminal("full", Run((build("a.md", [Line("x", "一", (fault,))]),)), color=False, width=44)
    assert "\n  : :error::owned\n" in text


def test_the_summary_can_end_in_the_verdict() -> None:
    assert summary([], verdict=Verdict()) == "0 documents, 0 pairs, no findings\nThe gate passes.\n"
    text = summary([lighthouse()], verdict=Verdict(3, 0, REASONS[:1]), html="reports/index.html")
    assert text.endswith("\nThe gate fails: 3 new findings of severity error or above.\nReport: reports/index.html\n")
    assert "The gate" not in summary([lighthouse()])


def test_statistics_count_by_rule_and_status() -> None:
    assert statistics(Run((lighthouse(), with_statuses()), FAILURES[:1])) == (
        "new  baselined  suppressed  rule\n"
        "  2          1           1  NUM001  number-mismatch\n"
        "  1          0           0  DAT001  date-mismatch\n"
        "  1          0           0  OMI001  sentence-omitted\n"
        "  1          0           0  OMI002  sentence-added\n"
        "  1          0           0  STR003  heading-count\n"
        "  1          0           0  UNT002  words-untranslated\n"
        "  0          1           0  PUN002  half-width-punctuation\n"
        "\n"
        "2 documents, 22 pairs, 4 errors, 2 warnings, 1 info, 2 baselined, 1 suppressed, 1 not read\n"
    )
    assert statistics(Run(())) == "0 documents, 0 pairs, no findings\n"


@given(st.text(max_size=120), st.integers(4, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    shown = plain(text)
    lines = wrap(shown, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 30), st.integers(10, 60))
def test_underlines_stand_below_the_evidence(text: str, start: int, size: int, width: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    for row in rows(text, [(start, end)], width):
        assert cells(row.text) <= width
        assert set(row.under) <= {" ", "^"}
        assert len(row.under) <= max(width, 1)


def test_an_underline_counts_cells_of_both_scripts() -> None:
    (row,) = rows("共有 25 万人来 3 次", [(3, 7), (9, 11)], 60)
    assert row.text == "共有 25 万人来 3 次"
    assert row.under == " " * wcswidth("共有 ") + "^" * wcswidth("25 万") + " " * wcswidth("人来") + "^" * 2
    assert row.ends == (0, 1)


def test_of_a_long_sentence_the_lines_around_the_evidence_are_shown() -> None:
    text = "word " * 100 + "here " + "word " * 100
    found = rows(text, [(500, 504)], 40)
    assert [row.text for row in found][:1] == ["…"]
    assert [row.text for row in found][-1:] == ["…"]
    assert len(found) == 5
    assert found[2].under.strip() == "^^^^"


@given(st.text(max_size=60))
def test_places_follow_each_character(text: str) -> None:
    shown, places = plain_with_places(text)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert places[-1] == len(shown)
    assert " ".join(shown.split()) == plain(text)
