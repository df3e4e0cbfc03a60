"""Markup of the overview's pictures: findings by severity, by rule, and how much of the text is aligned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from markupsafe import Markup, escape

from aligncheck.model.report import Status
from aligncheck.report.conventions import SEVERITIES, percent
from aligncheck.report.html.index import SHARES, Amount, Index, RuleColumn
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain

_FIRST = 6
"""Rules whose bars are always shown; the others are folded."""
_FULL = 5
"""Findings of one rule that fill its bar, unless another rule has more."""


def amount(found: Amount) -> Markup:
    """``2``, ``2 +3`` or ``+3``: what is new, then, quieter, what is known already; nothing for nothing."""
    known = Markup("<small>+{}</small>").format(found.known) if found.known else Markup("")
    if not found.new:
        return known
    return Markup("{} {}").format(found.new, known) if known else escape(found.new)


def panels(index: Index) -> Iterator[str]:
    """A section with a panel each."""
    yield f'<section class="overview" {label("overview")}>\n'
    if index.columns:
        yield from _by_severity(index)
        yield from _by_rule(index)
    yield from _by_share(index)
    yield "</section>\n"


def _by_severity(index: Index) -> Iterator[str]:
    whole = sum(sum(found) for found in index.severities.values())
    parts = [(s.value[0], index.severities[s].new) for s in SEVERITIES]
    parts += [(f"{s.value[0]} old", index.severities[s].known) for s in SEVERITIES]
    ends = list(accumulate(number for _, number in parts))
    bars = "".join(
        f'<rect class="{shape}" x="{_part(end - number, whole)}" width="{_part(number, whole)}" height="12"/>'
        for (shape, number), end in zip(parts, ends, strict=True)
        if number
    )
    yield f'<div class="panel"><h2>{phrase("ix_by_severity")}</h2>\n<div class="whole" aria-hidden="true">{_svg(bars)}'
    yield '</div>\n<dl class="severities">'
    for severity in SEVERITIES:
        badge = f'<span class="b {severity.value[0]}"></span>'
        shown = amount(index.severities[severity]) or "0"
        yield f"<div><dt>{badge}{phrase(f'col_{severity.value}s')}</dt><dd>{shown}</dd></div>"
    yield "</dl>\n"
    told = [f"{index.statuses[s]} {phrase(s.value)}" for s in Status if s is not Status.NEW and index.statuses[s]]
    if told:
        yield f'<p class="known"><small>+</small> {phrase("ix_plus")} {" · ".join(told)}</p>'
    yield "</div>\n"


def _by_rule(index: Index) -> Iterator[str]:
    most = max(_FULL, *(sum(rule.found.amount) for rule in index.columns))
    rows = [_rule(rule, most) for rule in index.columns]
    first = f'<table class="rules"><tbody>{"".join(rows[:_FIRST])}</tbody></table>'
    yield f'<div class="panel wide"><h2>{phrase("by_rule")}</h2>\n{first}'
    if more := rows[_FIRST:]:
        folded = f'<table class="rules"><tbody>{"".join(more)}</tbody></table>'
        yield f"\n<details><summary>{phrase('ix_more_rules', len(more))}</summary>{folded}</details>"
    yield "</div>\n"


def _rule(rule: RuleColumn, most: int) -> str:
    shape, found = rule.found.shape, rule.found.amount
    name = f'<span class="code">{visible(rule.code)}</span> <span class="name">{visible(rule.name)}</span>'
    if rule.href is not None:
        name = f'<a href="{escape(rule.href)}">{name}</a>'
    bars = f'<rect class="{shape}" width="{_part(found.new, most)}" height="12"/>' if found.new else ""
    if found.known:
        x, width = _part(found.new, most), _part(found.known, most)
        bars += f'<rect class="{shape} old" x="{x}" width="{width}" height="12"/>'
    return (
        f'<tr data-code="{escape(plain(rule.code))}"><th scope="row"><span class="b {shape}"></span>{name}</th>'
        f'<td class="num">{amount(found)}</td><td class="gauge" aria-hidden="true">{_svg(bars)}</td>'
        f'<td class="in">{phrase("in_documents", rule.documents)}</td></tr>'
    )


def _by_share(index: Index) -> Iterator[str]:
    yield f'<div class="panel"><h2>{phrase("ix_aligned")}</h2>\n'
    if index.aligned is not None:
        yield f'<p class="figure"><b>{percent(index.aligned)}</b> {phrase("ix_of_text")}</p>\n'
    most = max(index.shares)
    rows = []
    for at, (least, number) in enumerate(zip(SHARES, index.shares, strict=True)):
        below = SHARES[at - 1] if at else 1.0
        name = "100%" if least == 1 else f"{least * 100:.0f}–{below * 100 - 1:.0f}%"
        bar = _svg(f'<rect class="ok" width="{_part(number, most)}" height="12"/>')
        rows.append(
            f'<tr><th scope="row">{name}</th><td class="gauge" aria-hidden="true">{bar}</td>'
            f'<td class="num">{number}</td></tr>'
        )
    yield f'<table class="shares"><caption>{phrase("ix_by_share")}</caption><tbody>{"".join(rows)}</tbody></table>'
    yield "</div>\n"


def _part(number: int, whole: int) -> float:
    return round(number * 100 / whole, 2) if whole else 0.0


def _svg(drawn: str) -> str:
    return f'<svg viewBox="0 0 100 12" preserveAspectRatio="none">{drawn}</svg>'
