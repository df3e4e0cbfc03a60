"""Geometry of the trend: curves over recorded runs, their labels and ticks; makes numbers, no markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from aligncheck.model.drift import DocumentState, Recorded
from aligncheck.report.drift.standing import WORST_FIRST, both_files

WIDTH, HEIGHT = 384.0, 176.0
LEFT, RIGHT, TOP, BOTTOM = 40.0, 90.0, 12.0, 26.0
"""Room around the curves: for figures on the left, labels on the right, days below."""

_MOST = 120
"""Runs that are drawn; of more, the last of each stretch."""
_LABEL_STEP = 14.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000)


@dataclass(frozen=True, slots=True)
class Curve:
    """One state's way through the runs: an outline, where it ends, where its label stands, and its last figure."""

    state: DocumentState
    path: str
    end: tuple[float, float]
    label: float
    last: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves in a box of ``WIDTH`` × ``HEIGHT`` with ticks: (height, figure) and (place, day)."""

    curves: tuple[Curve, ...]
    levels: tuple[tuple[float, int], ...]
    days: tuple[tuple[float, str], ...]


def current_share(run: Recorded) -> int | None:
    """Whole per cent of the documents with both files that were current; 100 only where all were."""
    both = both_files(run.documents)
    if not both:
        return None
    current = run.documents.get("current", 0)
    return 100 if current == both else min(round(100 * current / both), 99)


def share_chart(history: Sequence[Recorded]) -> Chart | None:
    """Per cent of current documents over the runs; None where none had documents."""
    known = [run for run in history if current_share(run) is not None]
    return _chart(known, {"current": lambda run: current_share(run) or 0}, whole=100)


def behind_chart(history: Sequence[Recorded]) -> Chart | None:
    """Documents in each state but current over the runs; None where there were none."""
    states = [s for s in WORST_FIRST if s != "current" and any(run.documents.get(s) for run in history)]
    return _chart(history, {state: _counter(state) for state in states})


def _counter(state: DocumentState) -> Callable[[Recorded], int]:
    return lambda run: run.documents.get(state, 0)


def _chart(
    history: Sequence[Recorded], figures: dict[DocumentState, Callable[[Recorded], int]], whole: int | None = None
) -> Chart | None:
    if not history or not figures:
        return None
    runs = _thinned(history)
    values = {state: [figure(run) for run in runs] for state, figure in figures.items()}
    every = [value for row in values.values() for value in row]
    low = max(min(every) // 10 * 10 - 10, 0) if whole else 0
    levels = _levels(low, whole or max(*every, 1))
    top = levels[-1]
    places = _places(runs)

    def height(value: int) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / (top - low), 1)

    ends = {state: height(row[-1]) for state, row in values.items()}
    labels = _apart(ends)
    curves = tuple(
        Curve(state, _path(places, [height(v) for v in row]), (places[-1], ends[state]), labels[state], row[-1])
        for state, row in values.items()
    )
    days = ((places[0], runs[0].day), (places[-1], runs[-1].day))
    shown = days if runs[0].day != runs[-1].day else days[-1:]
    return Chart(curves, tuple((height(level), level) for level in levels), shown)


def _thinned(history: Sequence[Recorded]) -> Sequence[Recorded]:
    step = -(-len(history) // _MOST)
    return history[::-1][::step][::-1]


def _places(runs: Sequence[Recorded]) -> list[float]:
    """Places from left to right, by the calendar; evenly where a day is no day or all runs are of one."""
    room = WIDTH - LEFT - RIGHT
    try:
        days: list[int] = [date.fromisoformat(run.day).toordinal() for run in runs]
    except ValueError:
        days = list(range(len(runs)))
    if days[0] >= days[-1] or days != sorted(days):
        days = list(range(len(runs)))
    span = days[-1] - days[0]
    return [round(LEFT + room * ((day - days[0]) / span if span else 1), 1) for day in days]


def _levels(low: int, high: int) -> list[int]:
    """Two to five round figures from ``low`` to at least ``high``."""
    step = next((step for step in _STEPS if (high - low) / step <= 4), (high - low) // 4 + 1)
    steps = max(-(-(high - low) // step), 1)
    return [low + step * n for n in range(steps + 1)]


def _path(places: Sequence[float], heights: Sequence[float]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in zip(places, heights, strict=True))


def _apart(ends: dict[DocumentState, float]) -> dict[DocumentState, float]:
    """Heights for the labels: near the ends of their curves, and none upon another."""
    found: dict[DocumentState, float] = {}
    at = -_LABEL_STEP
    for state in sorted(ends, key=lambda s: (ends[s], WORST_FIRST.index(s))):
        at = found[state] = max(ends[state], at + _LABEL_STEP)
    at = HEIGHT - BOTTOM + _LABEL_STEP
    for state in reversed(found):
        at = found[state] = min(found[state], at - _LABEL_STEP)
    return {state: round(height, 1) for state, height in found.items()}
