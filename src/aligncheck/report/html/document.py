"""Markup of a document's page around its rows: head, filters, counts, pictures. Works nothing out.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from aligncheck.model.report import Report
from aligncheck.report.around import Around
from aligncheck.report.conventions import percent
from aligncheck.report.html import controls, rows, words
from aligncheck.report.html.cards import RuleCount
from aligncheck.report.html.data import data_block
from aligncheck.report.html.frame import Body, address, made_by, verdict
from aligncheck.report.html.marking import visible
from aligncheck.report.html.page import Page, page_of
from aligncheck.report.html.picture import WIDTH, Bar, Label, Map, alignment_map, strip
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain

_FULL_GAUGE = 5
"""Findings of one rule that fill its bar, unless another rule has more."""


def body_of(report: Report, around: Around) -> Body:
    """What stands between the page's head and its script."""
    page, langs = page_of(report), _langs(report)
    parts = [
        f'<a class="skip" href="#text">{phrase("skip")}</a>\n<header class="top">\n<div class="title">\n',
        *_crumbs(around),
        f"<h1><bdi>{visible(report.document.path)}</bdi></h1>\n",
        f'<p class="meta">{_meta(report, langs)}</p>\n</div>\n{verdict(page.severities, "no_findings")}</header>\n',
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
        *_map(alignment_map(report, page.cards)),
        f'<section id="text" class="text" tabindex="-1" {label("text")}>\n{rows.text_of(page, langs)}</section>\n',
        f"</div>\n</main>\n<footer>{made_by(report)}</footer>\n",
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
        table = "".join(_rule(rule, most) for rule in page.rules)
        yield _panel("by_rule", f'\n<table class="rules"><tbody>{table}</tbody></table>')
    if bars := strip(page.report, page.cards):
        ground = '<rect class="ground" y="47" width="640" height="1"/>'
        box = 'class="strip" viewBox="0 0 640 48" preserveAspectRatio="none" role="img"'
        ends = f"<span>{phrase('beginning')}</span><span>{phrase('end')}</span>"
        drawn = f"<svg {box} {label('strip_title')}>{ground}{''.join(map(_bar, bars))}</svg>"
        yield _panel("where", f'\n{drawn}\n<p class="ends">{ends}</p>')
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
    gauge = f'<rect class="{rule.shape}" width="{round(rule.count * 100 / most, 1)}" height="8"/>'
    return (
        f'<tr><th scope="row"><a href="#{escape(rule.anchor)}"><span class="b {rule.shape}"></span>{name}</a></th>'
        f'<td class="num">{rule.count}</td><td class="gauge" aria-hidden="true">'
        f'<svg viewBox="0 0 100 8" preserveAspectRatio="none">{gauge}</svg></td></tr>'
    )


def _bar(bar: Bar) -> str:
    box = f'x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"'
    title = f"<title>{escape(bar.title)}</title>"
    return f'<a href="{escape(bar.href)}" tabindex="-1"><rect class="{bar.shape}" {box}>{title}</rect></a>'


def _map(drawn: Map) -> Iterator[str]:
    if not drawn.ribbons:
        return
    yield f'<nav class="map" {label("map")}>\n'
    yield f'<svg viewBox="0 0 {WIDTH} {drawn.height}" role="group" {label("map_title")}>\n'
    yield f'<g aria-hidden="true">{rows.ribbons(drawn.ribbons)}'
    for number in drawn.numbers:
        yield f'<a href="{escape(number.href)}" tabindex="-1">{_words(number, 17)}</a>'
    yield "</g>\n"
    for heading in drawn.headings:
        yield f'<a href="{escape(heading.href)}">{_words(heading, 92)}</a>'
    yield "\n</svg>\n</nav>\n"


def _words(beside: Label, x: int) -> str:
    return f'<text class="{beside.shape}" x="{x}" y="{beside.y}">{escape(beside.text)}</text>'
