"""Markup of the dashboard's pictures: the bar of states, the trend and its figures. Works nothing out.

Nothing escapes by itself here: what comes from a status is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from aligncheck.model.drift import DocumentState, Recorded
from aligncheck.report.drift.standing import WORST_FIRST, in_order, looks_of
from aligncheck.report.drift.trend import (
    HEIGHT,
    LEFT,
    RIGHT,
    WIDTH,
    Chart,
    Curve,
    behind_chart,
    current_share,
    share_chart,
)
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import label, phrase, say
from aligncheck.report.invisible import plain

_LISTED = 60
"""Runs whose figures are listed."""


def state_key(state: DocumentState) -> str:
    """The phrase that names a document's state."""
    return "dr_is_current" if state == "current" else f"dr_{state}"


def badge(state: DocumentState) -> str:
    """The sign of a document's state, which is not its colour alone."""
    if looks := looks_of(state):
        return f'<span class="b {looks.value[0]}"></span>'
    return '<span class="tick">✓</span>' if state == "current" else '<span class="soft">○</span>'


def state_bar(documents: Mapping[DocumentState, int]) -> Iterator[str]:
    """How the documents divide into states: a bar, and its parts in words with what they mean."""
    counted = in_order(documents, ("current", *WORST_FIRST))
    if not (whole := sum(counted.values())):
        return
    yield f'<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" {label("dr_bar")}>'
    at = 0.0
    for state, number in counted.items():
        width = number * 1000 / whole
        yield f'<rect class="{state}" x="{at:.1f}" width="{max(width - 3, 1.5):.1f}" height="14"/>'
        at += width
    yield '</svg>\n<dl class="states">'
    for state, number in counted.items():
        named = f"{badge(state)}{phrase(state_key(state))}"
        yield f"<div><dt>{named}</dt><dd><b>{number}</b> {phrase(state_key(state) + '_means')}</dd></div>"
    yield "</dl>\n"


def trend(history: Sequence[Recorded]) -> Iterator[str]:
    """Two charts side by side, and their figures in a table that can be unfolded."""
    yield '<div class="charts">'
    for chart, key, unit in ((share_chart(history), "dr_trend_share", "%"), (behind_chart(history), _BEHIND, "")):
        if chart is not None:
            figures = " ".join(f"{say(state_key(c.state))}: {c.last}{unit}." for c in chart.curves)
            summary = f"{say(key)}: {figures}"
            yield f'<figure><figcaption>{phrase(key)}</figcaption>\n<svg class="trend" '
            yield f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{escape(summary)}">'
            yield from _drawn(chart, unit)
            yield "</svg></figure>\n"
    yield "</div>\n"
    yield from _figures(history)


_BEHIND = "dr_trend_behind"


def _drawn(chart: Chart, unit: str) -> Iterator[str]:
    right = WIDTH - RIGHT
    for height, figure in chart.levels:
        yield f'<path class="level" d="M{LEFT:g} {height:g}H{right:g}"/>'
        yield f'<text class="level" x="{LEFT - 6:g}" y="{height + 4:g}">{figure}{unit}</text>'
    for number, (place, day) in enumerate(chart.days):
        side = "last" if number or len(chart.days) == 1 else "first"
        yield f'<text class="{side}" x="{place:g}" y="{HEIGHT - 6:g}">{escape(plain(day)[:10])}</text>'
    for curve in chart.curves:
        yield f'<path class="curve {curve.state}" d="{curve.path}"/>'
        yield from _ending(curve, unit, right)


def _ending(curve: Curve, unit: str, right: float) -> Iterator[str]:
    x, y = curve.end
    if abs(curve.label - y) > 1:
        yield f'<path class="lead" d="M{x + 4:g} {y:g}L{right + 10:g} {curve.label:g}"/>'
    yield f'<circle class="{curve.state}" cx="{x:g}" cy="{y:g}" r="3"/>'
    words = Markup('<tspan data-t="{}">{}</tspan>').format(state_key(curve.state), say(state_key(curve.state)))
    yield f'<text class="name {curve.state}" x="{right + 12:g}" y="{curve.label + 4:g}">'
    yield f'<tspan class="figure">{curve.last}{unit}</tspan> {words}</text>'


def _figures(history: Sequence[Recorded]) -> Iterator[str]:
    states = [s for s in ("current", *WORST_FIRST[:-1]) if any(run.documents.get(s) for run in history)]
    heads = "".join(f'<th scope="col">{phrase(state_key(state))}</th>' for state in states)
    yield f'<details class="figures"><summary>{phrase("dr_trend_table")}</summary>\n'
    yield f'<div class="scroll" tabindex="0" role="region" {label("dr_trend_table")}><table>'
    yield f'<thead><tr><th scope="col">{phrase("dr_day")}</th><th scope="col">{phrase("dr_commit")}</th>'
    yield f'<th scope="col">{phrase("dr_is_current")} %</th>{heads}</tr></thead>\n<tbody>'
    for run in history[: -_LISTED - 1 : -1]:
        share = current_share(run)
        cells = "".join(f"<td>{run.documents.get(state, 0)}</td>" for state in states)
        commit = f"<code>{visible(run.commit[:12])}</code>" if run.commit else ""
        yield f'<tr><th scope="row">{visible(run.day[:10])}</th><td>{commit}</td>'
        yield f"<td>{'–' if share is None else share}</td>{cells}</tr>"
    yield "</tbody></table></div>"
    if older := max(len(history) - _LISTED, 0):
        yield f"<p>{phrase('dr_trend_older', older)}</p>"
    yield "</details>\n"
