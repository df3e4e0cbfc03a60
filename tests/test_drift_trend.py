"""The record of runs: its file, what replaces what, clear errors; and the curves that are drawn from it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from drift_samples import history
from drift_strategies import recorded
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.errors import InputError
from aligncheck.gate.trend import dump, parse, record
from aligncheck.model.drift import Recorded
from aligncheck.report.drift.trend import HEIGHT, LEFT, RIGHT, WIDTH, Chart, behind_chart, share_chart

runs = st.lists(recorded, max_size=6)


@given(runs)
def test_what_is_written_reads_back_and_is_written_the_same(made: list[Recorded]) -> None:
    data = dump(made)
    assert dump(parse(data, "h")) == data
    assert data.count(b"\n") == len({(run.day, run.commit) for run in made})
    days = [run.day for run in parse(data, "h")]
    assert days == sorted(days)


@given(runs, recorded)
def test_a_run_takes_the_place_of_one_of_the_same_day_and_commit(made: list[Recorded], run: Recorded) -> None:
    once = record(made, run)
    assert run in once
    assert record(once, run) == once
    assert sum((r.day, r.commit) == (run.day, run.commit) for r in once) == 1


def test_the_file_is_a_line_for_each_run() -> None:
    first = Recorded("2026-05-01", "4f2a91c", {"stale": 2, "current": 7})
    second = Recorded("2026-04-30", None, {"current": 6})
    assert dump([first, second]) == (
        b'{"day":"2026-04-30","commit":null,"documents":{"current":6}}\n'
        b'{"day":"2026-05-01","commit":"4f2a91c","documents":{"current":7,"stale":2}}\n'
    )
    assert dump([]) == b""
    assert parse(b"", "h") == ()
    better = Recorded("2026-05-01", "4f2a91c", {"current": 9})
    assert record([second, first], better) == (second, better)


def test_lines_of_two_branches_merge() -> None:
    ours, theirs = (Recorded("2026-05-02", commit, {"current": 1}) for commit in ("aaaaaaa", "bbbbbbb"))
    assert parse(dump([ours]) + dump([theirs]) + dump([ours]), "h") == (ours, theirs)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"<<<<<<< ours",
        b"[]",
        b'{"day":"2026-05-01"}',
        b'{"day":"2026-5-1","commit":null,"documents":{}}',
        b'{"day":"20260501","commit":null,"documents":{}}',
        b'{"day":"2026-02-30","commit":null,"documents":{}}',
        b'{"day":"2026-05-01","commit":null,"documents":{"lost":1}}',
        b'{"day":"2026-05-01","commit":null,"documents":{"stale":-1}}',
        b"\xff",
    ],
)
def test_a_line_that_is_no_run_is_named(line: bytes) -> None:
    with pytest.raises(InputError) as caught:
        parse(dump(history()) + b"\n" + line + b"\n", "aligncheck-drift-history.jsonl")
    assert (caught.value.path, caught.value.line) == ("aligncheck-drift-history.jsonl", 16)
    assert caught.value.remedy


def within(chart: Chart | None) -> Chart:
    assert chart is not None
    for curve in chart.curves:
        points = [tuple(map(float, point.split())) for point in curve.path[1:].split("L")]
        assert all(LEFT <= x <= WIDTH - RIGHT and 0 <= y <= HEIGHT for x, y in points)
        assert points == sorted(points, key=lambda p: p[0])
        assert points[-1] == curve.end
    labels = sorted(curve.label for curve in chart.curves)
    assert all(b - a >= 13.9 for a, b in pairwise(labels))
    assert all(0 <= label <= HEIGHT for label in labels)
    return chart


def test_a_curve_for_each_state_that_there_was() -> None:
    behind = within(behind_chart(history()))
    assert [(c.state, c.last) for c in behind.curves] == [("stale", 3), ("missing", 1), ("orphaned", 1)]
    assert [level for _, level in behind.levels] == [0, 2, 4, 6]
    share = within(share_chart(history()))
    assert [(c.state, c.last) for c in share.curves] == [("current", 75)]
    assert [day for _, day in share.days] == ["2026-06-01", "2026-09-08"]


def test_nothing_recorded_and_a_single_run() -> None:
    assert share_chart(()) is None
    assert behind_chart(()) is None
    assert behind_chart([Recorded("2026-05-01", None, {"current": 4})]) is None
    assert within(share_chart([Recorded("2026-05-01", None, {"current": 4})])).curves[0].last == 100
    assert share_chart([Recorded("2026-05-01", None, {"missing": 4})]) is None


def test_runs_stand_where_the_calendar_has_them() -> None:
    days = ("2026-01-01", "2026-01-02", "2026-01-11")
    chart = within(share_chart([Recorded(day, None, {"current": 1}) for day in days]))
    first, second, third = (float(point.split()[0]) for point in chart.curves[0].path[1:].split("L"))
    assert (second - first) / (third - first) == pytest.approx(0.1, abs=0.01)


@given(st.lists(recorded, min_size=1, max_size=8))
def test_any_history_can_be_drawn(made: list[Recorded]) -> None:
    ordered = parse(dump(made), "h")
    for chart in (share_chart(ordered), behind_chart(ordered)):
        if chart is not None:
            within(chart)


def test_a_long_history_is_thinned_and_keeps_its_end() -> None:
    first = date(1990, 1, 1)
    made = [Recorded((first + timedelta(days=n)).isoformat(), None, {"stale": n}) for n in range(2000)]
    chart = within(behind_chart(made))
    assert chart.curves[0].path.count("L") < 120
    assert chart.curves[0].last == 1999
