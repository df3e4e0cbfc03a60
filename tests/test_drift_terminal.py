"""Drift in a terminal: lines that editors read, sentences with what changed, widths, colours, and no orders in them."""

from __future__ import annotations

import re

import pytest
from drift_builder import document, drifted, status, wording
from drift_samples import every_status, harbour, tea
from drift_strategies import hostile_statuses
from hypothesis import given
from report_strategies import many_runs
from wcwidth import wcswidth

from aligncheck.model.drift import DriftStatus
from aligncheck.report.drift import DRIFT_FOR_PEOPLE, DRIFT_FORMATS, drift_on_terminal


def text_of(form: str, made: DriftStatus) -> str:
    return DRIFT_FORMATS[form](made).decode()


def test_concise_is_a_line_per_sentence_that_matters_then_documents_then_totals() -> None:
    assert text_of("concise", harbour()).splitlines() == [
        "docs/zh/client/install.md:15:1: warning DRF001 The original says 1.23 where it said 1.22, "
        "and the translation still says what it said.",
        "docs/zh/client/install.md:22:1: warning DRF001 30 → 45; added: ‘unless the tide is falling’",
        "docs/en/client/install.md:27:1: warning DRF003 A sentence of the original has no translation yet.",
        "docs/zh/client/install.md:34:1: warning DRF004 The original no longer has this sentence; "
        "its translation is still there.",
        "docs/zh/mooring.md:11:1: warning DRF001 should → must; added: ‘may not’",
        "",
        "docs/zh/client/install.md: stale since 2026-03-14: 3 stale, 1 added, 1 left over, 1 moved",
        "docs/zh/letters.md: stale since 2026-09-20: 1 stale; does not count: 1 material change, 2 allowed",
        "docs/zh/mooring.md: stale since 2026-06-02: 1 stale, 1 re-translated, 1 translation changed",
        "docs/zh/mooring.md: note: The commit that the front matter names is not in this clone; the lock was used.",
        "docs/en/storms.md: missing: it has no translation",
        "docs/zh/old-fees.md: orphaned: it has no original",
        "",
        "cannot read docs/zh/radio.md: not text (save it as UTF-8)",
        "1 document to be accepted: aligncheck drift accept",
        "14 documents, 3 stale, 1 missing, 1 orphaned, 1 unlocked, 8 current, 67% current, 6 material changes, "
        "oldest since 2026-03-14, 1 not read",
        "The gate fails: 4 material changes that no translation answers. "
        "The check is incomplete: 1 document could not be read.",
    ]


def test_full_shows_old_and_new_with_what_went_and_came_underlined() -> None:
    assert (
        "docs/zh/client/install.md:22:1: warning DRF001 stale\n"
        "  30 → 45; added: ‘unless the tide is falling’\n"
        "  was            | Close the sluice within 30 minutes.\n"
        "                 |                         --\n"
        "  now         19 | Close the sluice within 45 minutes unless the tide is falling.\n"
        "                 |                         ++         ++++++++++++++++++++++++++\n"
        "  translation 22 | 请在30分钟内关闭水闸。\n"
        "  chrF 58 (100 is equal), TER 67 (0 is equal)\n"
    ) in text_of("full", harbour())


def test_full_underlines_the_changes_where_the_old_text_is_not_known() -> None:
    text = text_of("full", harbour())
    assert (
        "  source       8 | You must coil the spare rope, and it may not lie on the deck.\n"
        "                 |     ^^^^                             ^^^^^^^\n"
        "  translation 11 | 备用缆绳应盘好。\n\n"
    ) in text
    assert "  1.22 → 1.23\n" in text  # the message does not say it in these words
    assert text.count("30 → 45") == 1  # and here it does


def test_underlines_count_cells_of_chinese() -> None:
    text = text_of("full", tea())
    was, under = re.findall(r"\| (水溫以八十.*)\n.*\| (.*)\n", text)[0]
    assert under == " " * wcswidth(was[: was.index("八十")]) + "-" * 4


@pytest.mark.parametrize("form", sorted(DRIFT_FOR_PEOPLE))
def test_nothing_to_compare(form: str) -> None:
    assert text_of(form, status([])) == "0 documents\nThe gate passes.\n"


def test_documents_that_nobody_accepted_are_counted_not_listed() -> None:
    text = text_of("concise", every_status()["unlocked"])
    assert text.startswith("30 documents to be accepted: aligncheck drift accept\n30 documents, 30 unlocked")
    assert text_of("full", every_status()["unlocked"]).count("nobody has accepted it yet") == 30


def test_no_share_where_no_document_has_both_files() -> None:
    text = text_of("concise", every_status()["missing"])
    assert "1 document, 1 missing\n" in text
    assert "%" not in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for made in (harbour(), tea(), every_status()["thousand"]):
        text = drift_on_terminal("full", made, color=False, width=width)
        wide = [line for line in text.splitlines() if wcswidth(line) > width]
        assert [
            line for line in wide if not re.match(r"\S+:\d+:\d+: |\d+ documents?, |\S+: |The gate|\S+$", line)
        ] == []


def test_long_sentences_are_shown_around_their_changes() -> None:
    text = text_of("full", every_status()["long"])
    assert len(text) < 20_000
    assert "…" in text


def test_colour_only_where_it_is_asked_for() -> None:
    for form in DRIFT_FOR_PEOPLE:
        coloured = drift_on_terminal(form, harbour(), color=True, width=100)
        assert "\x1b[33m" in coloured
        assert re.sub(r"\x1b\[\d+m", "", coloured) == text_of(form, harbour())


def check(made: DriftStatus) -> None:
    for form in DRIFT_FOR_PEOPLE:
        text = text_of(form, made)
        assert text.endswith("\n")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
        assert not re.search(r"^\s*::|##\w*\[", text, re.MULTILINE)


@pytest.mark.parametrize("name", every_status())
def test_nothing_in_a_sample_is_an_order(name: str) -> None:
    check(every_status()[name])


@many_runs
@given(made=hostile_statuses)
def test_nothing_in_any_status_is_an_order(made: DriftStatus) -> None:
    check(made)


def test_changes_are_told_once_and_none_too_long() -> None:
    long = wording("removed", "x" * 500, "")
    found = drifted("stale", 1, "One.", "一。", [long, long, *(wording("number", str(n), "7") for n in range(20))])
    text = text_of("full", status([document("a.md", [found])]))
    assert text.count("removed:\n  ‘xxx") == 1
    assert "x" * 121 not in text
    assert "; 13 more\n" in text
