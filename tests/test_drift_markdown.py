"""Drift as a comment on a change: its marker, its table, short enough, and no text in it that is more than text."""

from __future__ import annotations

import re

import pytest
from drift_builder import document, drifted, status, wording
from drift_samples import every_status, harbour, tea
from drift_strategies import hostile_statuses
from hypothesis import given
from report_comment import check_comment, rendered
from report_strategies import many_runs

from aligncheck.model.drift import DriftStatus
from aligncheck.report.drift import DRIFT_FORMATS

MARKER = "<!-- aligncheck:drift -->"


def text_of(made: DriftStatus) -> str:
    return DRIFT_FORMATS["markdown"](made).decode()


@pytest.mark.parametrize("name", every_status())
def test_samples_stay_text(name: str) -> None:
    check_comment(text_of(every_status()[name]), MARKER)


@many_runs
@given(made=hostile_statuses)
def test_any_status_stays_text(made: DriftStatus) -> None:
    check_comment(text_of(made), MARKER)


def test_the_documents_that_are_behind_are_told_with_their_changes() -> None:
    text = text_of(harbour())
    assert text.startswith(
        f"{MARKER}\n## Translation drift: 67% of the documents are current\n\n<p>The gate fails: 4 material changes"
    )
    rows = rendered(text).xpath("//tr[td]")
    assert [row.xpath("./td")[0].text_content() for row in rows] == [
        "docs/zh/client/install.md",
        "docs/zh/mooring.md",
        "docs/zh/letters.md",
        "docs/en/storms.md",
        "docs/zh/old-fees.md",
    ]
    assert [part.text_content() for part in rows[0].xpath("./td[3]/code")] == [
        "1.22 → 1.23",
        "30 → 45",
        "added: ‘unless the tide is falling’",
        "added: ‘In fog, sound the horn twice a minute.’",
        "left over: ‘夜间停泊须在码头登记。’",
    ]
    assert "at the kiosk" not in text  # re-translated: nobody has to do anything
    assert "evry" not in text
    assert "1 document to be accepted: <code>aligncheck drift accept</code>." in text


def test_where_all_is_current_there_is_no_table() -> None:
    text = text_of(every_status()["current"])
    assert "## Translation drift: 100% of the documents are current" in text
    assert "<table>" not in text
    assert "no documents with both files" in text_of(status([]))
    assert "0% of the documents are current" in text_of(tea())


def test_what_has_no_room_is_counted() -> None:
    many = every_status()["thousand"]
    text = text_of(every_status()["thousand"])
    assert text.count("<tr><td>") == many.summary.documents["stale"]
    changes = [wording("replaced", "字" * 90 + str(n), "<&>" * 30) for n in range(12)]
    found = [drifted("stale", n, "One.", "一。", changes) for n in range(9)]
    long = status([document(f"{'directory/' * 20}{n}.md", found) for n in range(300)], failures=("x" * 900,) * 90)
    text = text_of(long)
    assert 30_000 < len(text) < 65_536
    shown = text.count("<tr><td>")
    assert f"{300 - shown} more documents that are behind: not shown." in text
    assert re.search(r"\n\d+ more of what could not be read are not shown\.\n", text)
    assert ">5 more<" not in text
    assert text.count("<br>4 more</td>") == shown
