"""Markup of a document's page around its rows: head, filters, counts, pictures. Works nothing out.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from aligncheck.model.report import Report, Status
from aligncheck.report.around import Around
from aligncheck.report.conventions import percent
from aligncheck.report.html import controls, rows, words
from aligncheck.report.html.cards import RuleCount
from aligncheck.report.html.data import data_block
from aligncheck.report.html.frame import Body, address, colophon, verdict
from aligncheck.report.html.marking import visible
from aligncheck.report.html.page import Page, page_of
from aligncheck.report.html.picture import WIDTH, Bar, Label, Map, alignment_map, strip
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain

_PATTERNS = (
    '<defs><pattern id="pw" class="w" width="5" height="5" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(-45)"><path class="base" d="M0 0H5V5H0Z"/><path class="line" d="M0 1H5"/></pattern>'
    '<pattern id="pi" class="i" width="5" height="5" patternUnits="userSpaceOnUse"><path class="base" d="M0 0H5V5H0Z"/>'
    '<path class="line" d="M1 1H3V3H1Z"/></pattern></defs>\n'
)
"""What fills ribbons and bars of warnings and hints, so that colour never stands alone; errors are filled whole."""

_FULL_GAUGE = 5
"""Findings of one rule that fill its bar, unless another rule has more."""


def body_of(report: Report, around: Around) -> Body:
    """What stands between the page's head and its script."""
    page, langs = page_of(report, around.links), _langs(report)
    known = {status: page.statuses[status] for status in (Status.BASELINED, Status.SUPPRESSED)}
    parts = [
        f'<a class="skip" href="#text">{phrase("skip")}</a>\n<header class="top">\n<div class="title">\n',
        *_crumbs(around),
        f"<h1><bdi>{visible(report.document.path)}</bdi></h1>\n",
        f'<p class="meta">{_meta(report, langs)}</p>\n</div>\n',
        f"{verdict(page.fresh, 'no_new_findings' if page.cards else 'no_findings', known)}</header>\n",
        controls.filters(page),
        f'<main>\n<section class="overview" {label("overview")}>\n',
        *_overview(page),
        "</section>\n",
    ]
    if page.document_cards:
        found = rows.cards(page.document_cards, langs)
        parts.append(f'<section class="whole"><h2>{phrase("on_document")}</h2>{found}</section>\n')
    if page.cards:
        parts.append(f'<p class="printed">{phrase("printed")}</p>')
    parts += [
        '<div class="body">\n',
        *_map(page, alignment_map(report, page.cards)),
        f'<section id="text" class="text" tabindex="-1" {label("text")}>\n{rows.text_of(page, langs)}</section>\n',
        f"</div>\n</main>\n<footer>{colophon(report, around.links.commit)}</footer>\n",
        data_block((report,), (None,), around.served),
    ]
    title = escape(plain(report.document.path)) + " – aligncheck"
    return Body(title, "found" if page.cards else "", Markup("".join(parts)))


def _langs(report: Report) -> rows.Langs:
    """``lang`` values of both sides. The report tells the script of the target only."""
    source, target = report.document.source, report.document.target
    return rows.Langs(escape(words.html_lang(source.lang, None)), escape(words.html_lang(target.lang, target.script)))


def _crumbs(around: Around) -> Iterator[str]:
    index, previous, following = map(address, (around.index, around.previous, around.following))
    if not (index or previous or following):
        return
    yield f'<nav class="crumbs" {label("documents")}>'
    if index:
        yield f'<a href="{escape(index)}" id="overview">{phrase("all_documents")}</a>'
    if previous:
        yield f'<a href="{escape(previous)}" rel="prev" id="previous">{phrase("previous_document")}</a>'
    if following:
        yield f'<a href="{escape(following)}" rel="next" id="next">{phrase("next_document")}</a>'
    yield "</nav>\n"


def _meta(report: Report, langs: rows.Langs) -> str:
    document, stats = report.document, report.stats
    source, target = document.source.path, document.target.path
    files = f"<span><bdi>{visible(source)}</bdi> → <bdi>{visible(target)}</bdi></span>" if source != target else ""
    names = " → ".join(words.LANGUAGE_NAMES.get(lang, lang) for lang in langs)
    told = (
        phrase("pairs", stats.pairs),
        phrase("aligned", percent(stats.aligned)),
        phrase("layout", plain(document.layout)),
    )
    return f"{files}<span>{names}</span>" + "".join(f"<span>{one}</span>" for one in told)


def _overview(page: Page) -> Iterator[str]:
    if not page.cards:
        clean = f'<p class="fine">{phrase("clean_document")}</p>'
        yield clean if page.report.pairs else f"<p>{phrase('nothing_paired')}</p>"
    if page.rules:
        most = max(_FULL_GAUGE, *(rule.count for rule in page.rules))
        listed = "".join(_rule(rule, most) for rule in page.rules)
        yield _panel("by_rule", f'\n<ul class="rules">{listed}</ul>', looks="panel by-rule")
    if bars := strip(page.report, page.cards):
        yield _panel("where", _strip(bars))
    counts = "".join(
        f"<div><dt>{phrase(f'cov_{key}')}</dt><dd>{count}</dd></div>"
        for key, count in page.coverage.items()
        if count or key == "aligned"
    )
    yield _panel("coverage", f'\n<dl class="coverage">{counts}</dl>')
    if notes := page.report.stats.notes:
        listed = "".join(f"<li>{visible(note)}</li>" for note in notes)
        yield _panel("notes", f"<ul>{listed}</ul>", looks="panel notes")


def _panel(title: str, content: str, *, looks: str = "panel") -> str:
    return f'<div class="{looks}"><h2>{phrase(title)}</h2>{content}</div>\n'


def _rule(rule: RuleCount, most: int) -> str:
    name = f'<span class="code">{visible(rule.code)}</span> <span class="name">{visible(rule.name)}</span>'
    fresh = rule.count - rule.known
    looks = rule.shape if fresh else f"{rule.shape} old"
    full, more = round(fresh * 100 / most, 1), round(rule.known * 100 / most, 1)
    gauge = f'<rect class="{rule.shape}" width="{full}" height="8"/>' if fresh else ""
    gauge += f'<rect class="{rule.shape} old" x="{full}" width="{more}" height="8"/>' if rule.known else ""
    known = f'<span class="known">{phrase("known", rule.known)}</span>' if rule.known else ""
    return (
        f'<li><a href="#{escape(rule.anchor)}"><span class="b {looks}"></span>{name}</a>'
        f'<span class="num">{f"<b>{fresh}</b>" if fresh else ""}{known}</span>'
        f'<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{gauge}</svg></li>\n'
    )


def _strip(bars: Sequence[Bar]) -> str:
    """The picture is for eyes, with links for a pointer; the sentence says the same to those who listen."""
    quarters = [sum(bar.count for bar in bars if bar.quarter == number) for number in range(4)]
    drawn = "".join(map(_bar, bars))
    return (
        '\n<svg class="strip" viewBox="0 0 640 48" preserveAspectRatio="none" aria-hidden="true">'
        f'{_PATTERNS}<rect class="ground" y="47" width="640" height="1"/>{drawn}</svg>\n'
        f'<p class="ends" aria-hidden="true"><span>{phrase("beginning")}</span><span>{phrase("end")}</span></p>'
        f'<p class="sr">{phrase("d_strip_words", *quarters)}</p>'
    )


def _bar(bar: Bar) -> str:
    box = f'x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"'
    title = f"<title>{escape(bar.title)}</title>"
    link = f'<a href="{escape(bar.href)}" data-f="{bar.found}" tabindex="-1">'
    return f'{link}<rect class="{bar.shape}" {box}>{title}</rect></a>'


def _map(page: Page, drawn: Map) -> Iterator[str]:
    if not drawn.ribbons:
        return
    fresh = {card.pair for card in page.cards if card.pair is not None and not card.known}
    known = {card.pair for card in page.cards if card.pair is not None} - fresh
    counts = (page.coverage[key] for key in ("omitted", "added", "uncertain"))
    told = phrase("d_map_words", page.report.stats.pairs, len(fresh), len(known), *counts)
    yield f'<nav class="map" {label("map")}>\n<p class="sr">{told}</p>\n'
    box = f'viewBox="0 0 {WIDTH} {drawn.height}" preserveAspectRatio="xMinYMin"'
    yield f'<svg {box} role="group" {label("map_title")}>\n'
    yield f'<g aria-hidden="true">{rows.ribbons(drawn.ribbons)}'
    for number in drawn.numbers:
        yield f'<a href="{escape(number.href)}" data-f="{number.found}" tabindex="-1">{_words(number, 17)}</a>'
    yield "</g>\n"
    for heading in drawn.headings:
        yield f'<a href="{escape(heading.href)}">{_words(heading, 92)}</a>'
    yield '\n</svg>\n<span class="here" aria-hidden="true"></span></nav>\n'


def _words(beside: Label, x: int) -> str:
    return f'<text class="{beside.shape}" x="{x}" y="{beside.y}">{escape(beside.text)}</text>'
