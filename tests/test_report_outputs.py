"""Laws of every output: the same bytes each time, UTF-8, and no text of a document that acts on its reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from msgspec.structs import replace
from report_samples import lighthouse
from report_strategies import many_runs, runs
from run_samples import every_run

from aligncheck.model.report import Status
from aligncheck.model.run import Run
from aligncheck.report import BINARY, FORMATS, on_terminal, statistics, summary

TEXT = ("concise", "full", "grouped")
LISTING = (*TEXT, "github", "gitlab", "rdjson", "markdown", "junit")

# What a terminal obeys, or what a build server takes for an order to it.
ORDER = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|^\s*::|##\w*\[", re.M
)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", every_run())
def test_the_same_run_gives_the_same_bytes(form: str, name: str) -> None:
    written = FORMATS[form](every_run()[name])
    assert written == FORMATS[form](every_run()[name])
    if form not in BINARY:
        written.decode("utf-8")
        assert not written or (written.endswith(b"\n") and not written.endswith(b"\n\n"))


@pytest.mark.parametrize("form", FORMATS)
@many_runs
@given(run=runs)
def test_any_run_can_be_written(form: str, run: Run) -> None:
    written = FORMATS[form](run)
    if form not in BINARY:
        written.decode("utf-8")
    assert written == FORMATS[form](run)


@many_runs
@given(run=runs)
def test_no_text_of_a_document_is_an_order_in_a_terminal_or_a_log(run: Run) -> None:
    for form in TEXT:
        assert not ORDER.search(FORMATS[form](run).decode())
    assert not ORDER.search(statistics(run))
    assert not ORDER.search(summary(run.reports, run.failures, verdict=run.verdict))


@pytest.mark.parametrize("name", every_run())
def test_no_sample_is_an_order_in_a_terminal_or_a_log(name: str) -> None:
    run = every_run()[name]
    for form in TEXT:
        assert not ORDER.search(FORMATS[form](run).decode())
        coloured = on_terminal(form, run, color=True, width=100)
        assert not ORDER.search(re.sub(r"\x1b\[\d+m", "", coloured))


@pytest.mark.parametrize("form", LISTING)
def test_known_findings_are_not_listed(form: str) -> None:
    report = lighthouse()
    known = replace(report, findings=tuple(replace(f, status=Status.BASELINED) for f in report.findings))
    text = FORMATS[form](Run((known,))).decode()
    assert not [f.message for f in report.findings if f.message in text]


def test_writers_load_when_they_are_used() -> None:
    assert set(FORMATS) == {
        "concise", "full", "grouped", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "markdown",
        "csv", "xlsx",
    }  # fmt: skip
