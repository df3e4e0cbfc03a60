"""Markup of the overview of a run: documents × rules, then what could not be read. Works nothing out.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from aligncheck.errors import AligncheckError
from aligncheck.report.around import Around
from aligncheck.report.conventions import SEVERITIES, percent
from aligncheck.report.html.data import data_block
from aligncheck.report.html.frame import Body, address, made_by, verdict
from aligncheck.report.html.index import DocumentRow, Index, RuleColumn
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import hint, label, phrase, placeholder
from aligncheck.report.invisible import plain

_NOTHING = '<td data-v="0" class="none">·</td>'


def body_of(index: Index, failures: Sequence[AligncheckError], around: Around) -> Body:
    """What stands between the page's head and its script."""
    counts = [phrase("n_documents", len(index.rows)), phrase("pairs", index.pairs)]
    if index.known:
        counts.append(phrase("known", index.known))
    meta = "".join(f"<span>{count}</span>" for count in counts)
    nothing = None if not index.rows else "no_new_findings" if index.known else "no_findings"
    parts = [
        f'<a class="skip" href="#documents">{phrase("skip_table")}</a>\n<header class="top">\n',
        f'<div class="title">{_crumbs(around)}<h1>{phrase("report")}</h1>\n<p class="meta">{meta}</p></div>\n',
        f"{verdict(index.severities, nothing)}</header>\n<main>\n",
        *(_failures(failures) if failures else ()),
    ]
    if index.rows:
        parts += _table(index)
    else:
        hint_ = "" if failures else f"<p>{phrase('empty_hint')}</p>"
        parts.append(f'<section class="empty"><p class="big">{phrase("empty")}</p>{hint_}</section>\n')
    maker = made_by(index.rows[0].report) if index.rows else ""
    parts.append(f"</main>\n<footer>{maker}</footer>\n")
    parts.append(data_block([row.report for row in index.rows], [row.href for row in index.rows], around.served))
    return Body(Markup("aligncheck"), "", Markup("".join(parts)))


def _crumbs(around: Around) -> str:
    drift = address(around.drift)
    if drift is None:
        return ""
    return f'<nav class="crumbs" {label("documents")}><a href="{escape(drift)}">{phrase("drift_page")}</a></nav>\n'


def _failures(failures: Sequence[AligncheckError]) -> Iterator[str]:
    amount = f'<span class="amount">{len(failures)}</span>'
    yield f'<section class="failures"><h2>{phrase("failures")} {amount}</h2>\n<ul>'
    for failure in failures:
        line = "" if failure.line is None else f":{failure.line}"
        said = f"<span>{visible(failure.message)}</span>"
        if failure.remedy:
            said += f' <span class="remedy">{phrase("remedy")}: {visible(failure.remedy)}</span>'
        yield f'<li><bdi class="place">{visible(failure.path or "")}{line}</bdi> {said}</li>'
    yield "</ul></section>\n"


def _table(index: Index) -> Iterator[str]:
    if not index.columns:
        yield f'<p class="fine">{phrase("all_known", index.known) if index.known else phrase("all_clean")}</p>'
    search = f'<input type="search" id="filter" {placeholder("filter_documents")}>'
    yield (
        f'<section id="documents" tabindex="-1" {label("matrix")}>\n<p class="tools" id="tools" hidden><label>'
        f'<span class="sr">{phrase("filter_documents")}</span>{search}</label>'
        ' <output id="shown" aria-live="polite"></output></p>\n'
        f'<div class="scroll" tabindex="0" role="region" {label("matrix")}>\n<table class="matrix" id="matrix">\n'
    )
    yield f"<thead><tr>{''.join(_head(index))}</tr></thead>\n<tbody>"
    yield from (_row(row, index) for row in index.rows)
    sums = [
        f'<th scope="row" class="doc">{phrase("total")}</th><td>{index.pairs}</td><td class="share"></td>',
        *(f'<td class="sevcol">{index.severities[severity]}</td>' for severity in SEVERITIES),
        f"<td>{index.known}</td>" if index.known else "",
        *(f"<td>{rule.count}</td>" for rule in index.columns),
    ]
    yield f"</tbody>\n<tfoot><tr>{''.join(sums)}</tr></tfoot>\n</table>\n</div>\n</section>\n"
    if index.columns:
        most_first = sorted(index.columns, key=lambda rule: rule.count, reverse=True)
        listed = "".join(map(_rule, most_first))
        yield f'<section><h2>{phrase("rules_found")}</h2>\n<ul class="rulelist">{listed}</ul></section>\n'


def _head(index: Index) -> Iterator[str]:
    yield f'<th scope="col" class="doc">{phrase("document")}</th><th scope="col">{phrase("col_pairs")}</th>'
    yield f'<th scope="col" class="share">{phrase("col_aligned")}</th>'
    for severity in SEVERITIES:
        badge = f'<span class="b {severity.value[0]}"></span>'
        yield f'<th scope="col" class="sevcol">{badge}{phrase(f"col_{severity.value}s")}</th>'
    if index.known:
        yield f'<th scope="col" {hint("known_title")}>{phrase("col_known")}</th>'
    for rule in index.columns:
        code = f'<span class="code">{visible(rule.code)}</span>'
        yield f'<th scope="col" class="rule" title="{escape(plain(rule.name))}">{code}</th>'


def _row(row: DocumentRow, index: Index) -> str:
    name = f"<bdi>{visible(row.report.document.path)}</bdi>"
    if row.href is not None:
        name = f'<a href="{escape(row.href)}">{name}</a>'
    cells = [f'<tr><th scope="row" class="doc">{name}</th>', _shares(row)]
    for severity in SEVERITIES:
        n = row.severities[severity]
        cells.append(f'<td data-v="{n}" class="sevcol {severity.value[0] if n else "none"}">{n or "·"}</td>')
    if index.known:
        cells.append(f'<td data-v="{row.known}">{row.known}</td>' if row.known else _NOTHING)
    for rule in index.columns:
        n = row.rules[rule.code]
        step = 1 + n * 3 // (index.most + 1)
        cells.append(f'<td data-v="{n}" class="cell {rule.shape} s{step}">{n}</td>' if n else _NOTHING)
    cells.append("</tr>")
    return "".join(cells)


def _shares(row: DocumentRow) -> str:
    stats = row.report.stats
    return (
        f'<td data-v="{stats.pairs}">{stats.pairs}</td><td class="share" data-v="{stats.aligned}">'
        '<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="ground" width="100" height="6"/><rect class="fill" width="{round(stats.aligned * 100, 1)}"'
        f' height="6"/></svg><b>{percent(stats.aligned)}</b></td>'
    )


def _rule(rule: RuleColumn) -> str:
    name = f'<span class="code">{visible(rule.code)}</span> {visible(rule.name)}'
    documents = f'<span class="in">{phrase("in_documents", rule.documents)}</span>'
    return f'<li><span class="b {rule.shape}"></span>{name} <b>{rule.count}</b> {documents}</li>'
