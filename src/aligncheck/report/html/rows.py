"""Markup of what a document's page has many of: rows, folds, cards, values. A template would take three times as long.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from aligncheck.report.html.cards import Card, Value
from aligncheck.report.html.marking import visible
from aligncheck.report.html.mending import Spot, Swap
from aligncheck.report.html.page import Cell, Fold, Page, Row
from aligncheck.report.html.picture import Ribbon
from aligncheck.report.html.words import hint, label, phrase
from aligncheck.report.invisible import plain


class Langs(NamedTuple):
    """``lang`` values of both sides, fit for an attribute."""

    source: str
    target: str


def text_of(page: Page, langs: Langs) -> Markup:
    """Both texts side by side, block by block, with the cards of their findings."""
    out: list[str] = []
    unpaired = not page.coverage["aligned"]
    for block in page.blocks:
        out.append('<div class="block">\n')
        out += [_pair(i, langs) if isinstance(i, Row) else _fold(i, langs, opened=unpaired) for i in block]
        out.append("</div>\n")
    return Markup("".join(out))


def cards(found: Iterable[Card], langs: Langs) -> Markup:
    """Findings one below the other."""
    return Markup("".join(_card(card, langs) for card in found))


def ribbons(drawn: Iterable[Ribbon]) -> Markup:
    """The ribbons of the alignment map, each a link."""
    return Markup("".join(map(_ribbon, drawn)))


def _pair(row: Row, langs: Langs) -> str:
    looks = f"p has {row.looks}" if row.cards else "p"
    if row.level:
        looks += f" h{row.level}"
    if row.source is None or row.target is None:
        looks += " omitted" if row.target is None else " added"
    if row.source is not None:
        left = _number(row, row.source) + _sentence(row.source, langs.source, row.level)
    else:
        left = f'<span class="n"></span>{_gap(row, "not_in_source")}'
    if row.target is None:
        right = f'<span class="n"></span>{_gap(row, "no_rendering")}'
    elif row.source is None:
        right = _number(row, row.target) + _sentence(row.target, langs.target, row.level)
    else:
        right = f'<span class="n">{_lines(row.target)}{_remarks(row)}</span>' + _sentence(row.target, langs.target, 0)
    return f'<div class="{looks}" id="pair-{row.id}">{left}{right}{cards(row.cards, langs)}</div>\n'


def _number(row: Row, cell: Cell) -> str:
    """The lines of a row's first side; as a title, and where it has the focus, how it pairs and how sure that is."""
    return f'<a class="n" href="#pair-{row.id}" title="{escape(row.type)} · {row.sure}%">{_lines(cell)}</a>'


def _sentence(cell: Cell, lang: str, level: int) -> str:
    tag = f"h{level}" if level else "p"
    return f'<{tag} lang="{lang}">{cell.html}</{tag}>'


def _remarks(row: Row) -> str:
    """How many sentences answer how many, and how unsure that is, where either is out of the ordinary."""
    kind = f"<i {hint('pair_type')}>{escape(row.type)}</i>" if row.type != "1-1" else ""
    return f'{kind}<i class="low" {hint("uncertain")}>{row.sure}%</i>' if row.uncertain else kind


def _gap(row: Row, key: str) -> str:
    if not row.cards:
        return f'<p class="gap">{phrase(key)}</p>'
    first = row.cards[0]
    badge = f'<a class="b {row.looks}" href="#{escape(first.anchor)}">{first.number}</a>'
    return f'<p class="gap {row.looks}">{badge} {phrase(key)}</p>'


def _lines(cell: Cell) -> str:
    return f"{cell.first}–{cell.last}" if cell.last != cell.first else str(cell.first)


def _fold(fold: Fold, langs: Langs, *, opened: bool) -> str:
    looks = f"fold has {fold.looks}" if fold.cards else "fold"
    name = phrase("fold_zh" if fold.chinese else "fold_en", len(fold.rows))
    if fold.first_line != fold.last_line:
        lines = phrase("fold_lines", fold.first_line, fold.last_line)
    else:
        lines = phrase("fold_line", fold.first_line)
    return (
        f'<div class="{looks}">\n{cards(fold.cards, langs)}'
        f'<details{" open" if opened else ""}><summary>{name} <span class="lines">{lines}</span></summary>\n'
        f"{''.join(_alone(row, langs) for row in fold.rows)}</details>\n</div>\n"
    )


def _alone(row: Row, langs: Langs) -> str:
    looks = f"p alone h{row.level}" if row.level else "p alone"
    cell = row.source or row.target
    if cell is None:
        return ""
    number = _number(row, cell)
    sentence = _sentence(cell, langs.source if row.source else langs.target, 0)
    return f'<div class="{looks}" id="pair-{row.id}">{number}{sentence}</div>\n'


def _card(card: Card, langs: Langs) -> str:
    finding = card.finding
    anchor, severity = escape(card.anchor), finding.severity.value
    title = escape(plain(f"{finding.code} {finding.name}"))
    why = f'<p class="why"><b>{phrase("d_reason")}</b> {visible(finding.reason)}</p>\n' if finding.reason else ""
    return (
        f'<article class="card {card.looks}" id="{anchor}" tabindex="-1"'
        f' data-n="{card.number}" data-code="{escape(finding.code)}" data-severity="{severity}"'
        f' data-status="{finding.status.value}" data-place="{escape(card.spot)}" aria-label="{card.number} {title}">\n'
        f'<p class="head"><span class="b {card.looks}">{card.number}</span> <b class="sev">{phrase(severity)}</b>'
        f" {_rule(card)}{_tags(card)}"
        f'<span class="tail"><span class="sure">{phrase("confidence", card.percent)}</span>'
        f' <bdi class="place">{visible(str(card.place))}</bdi>{_links(card)}'
        f' <a class="self" href="#{anchor}" {label("link")}>#</a></span></p>\n'
        f'<p class="msg">{card.message}</p>\n{why}{_evidence(card, langs)}{_mending(card, langs)}</article>\n'
    )


def _rule(card: Card) -> str:
    code = visible(card.finding.code)
    if card.addresses.rule is None:
        told = f'<span class="code">{code}</span>'
    else:
        told = f'<a class="code" {_outward(card.addresses.rule)} {hint("d_rule")}>{code}</a>'
    return f'{told} <span class="name">{visible(card.finding.name)}</span>'


def _tags(card: Card) -> str:
    """What is out of the ordinary with a finding: that it is known, that it tells several faults."""
    known = f' <span class="tag">{phrase(card.finding.status.value)}</span>' if card.known else ""
    return known + (f' <span class="tag">{phrase("d_faults", card.faults)}</span>' if card.faults > 1 else "")


def _links(card: Card) -> str:
    editor, forge, _ = card.addresses
    told = f' <a class="go" href="{escape(editor)}">{phrase("d_editor")}</a>' if editor else ""
    return told + (f' <a class="go" {_outward(forge)}>{phrase("d_forge")}</a>' if forge else "")


def _outward(address: str) -> str:
    """Attributes of a link that leaves the report, which stays open: decisions are being made on it."""
    return f'href="{escape(address)}" target="_blank" rel="noopener noreferrer"'


def _evidence(card: Card, langs: Langs) -> str:
    if not card.source and not card.target:
        return ""
    between = "≠" if _differ(card.source, card.target) else ""
    return (
        f'<div class="vals"><div>{_values(card.source, langs.source)}</div>'
        f'<span class="op" aria-hidden="true">{between}</span>'
        f"<div>{_values(card.target, langs.target)}</div></div>\n"
    )


def _mending(card: Card, langs: Langs) -> str:
    """The finding's places by what would be put there, each a link to its row where it is another than the card's."""
    mending = card.mending
    if mending is None:
        return ""
    told = [phrase("f_places", mending.places)] if mending.places > 1 else []
    if mending.safe is not None:
        verdict = phrase("f_safe" if mending.safe else "f_unsafe")
        told = [phrase("f_fix"), *told, Markup(f'<span class="tag">{verdict}</span>')]
    more = f"<li>{phrase('f_more', mending.more)}</li>" if mending.more else ""
    swaps = "".join(_swap(swap, card.pair, langs.target) for swap in mending.swaps)
    return f'<div class="mend"><p>{" ".join(told)}</p>\n<ul>{swaps}{more}</ul></div>\n'


def _swap(swap: Swap, here: int | None, lang: str) -> str:
    if swap.new is None:
        shown = f"<b>{swap.old}</b>"
    else:
        shown = (f"<del>{swap.old}</del>" if swap.old else "") + (f"<ins>{swap.new}</ins>" if swap.new else "")
    times = f' <span class="times">×{swap.times}</span>' if swap.times > 1 else ""
    example = f'<bdi lang="{lang}">{swap.before}{shown}{swap.after}</bdi>{times}'
    if here is not None and all(spot.pair == here for spot in swap.spots):
        return f"<li>{example}</li>\n"
    spots = " ".join(map(_spot, swap.spots)) + (" …" if swap.times > len(swap.spots) else "")
    return f'<li>{example} <span class="at">{phrase("f_lines", len(swap.spots))} {spots}</span></li>\n'


def _spot(spot: Spot) -> str:
    return f"<span>{spot.line}</span>" if spot.pair is None else f'<a href="#pair-{spot.pair}">{spot.line}</a>'


def _differ(source: Sequence[Value], target: Sequence[Value]) -> bool:
    """Whether one value stands against one other."""
    if len(source) != 1 or len(target) != 1:
        return False
    one, other = source[0].value, target[0].value
    return bool(one and other) and one != other


def _values(values: Iterable[Value], lang: str) -> str:
    return "".join(
        f'<p lang="{lang}"><q>{v.text}</q>'
        + (f' <span class="eq">=</span> <b>{v.value}</b>' if v.tells else "")
        + "</p>"
        for v in values
    )


def _ribbon(ribbon: Ribbon) -> str:
    title = f"<title>{escape(ribbon.title)}</title>" if ribbon.title else ""
    found = f' data-f="{ribbon.found}"' if ribbon.found else ""
    return (
        f'<a href="{escape(ribbon.href)}"{found} tabindex="-1">'
        f'<path class="{ribbon.shape}" d="{ribbon.path}">{title}</path></a>'
    )
