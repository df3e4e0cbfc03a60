"""Markup of the overview of a run: what could not be read, totals in pictures, the matrix. Works nothing out.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from aligncheck.errors import AligncheckError
from aligncheck.report.around import Around
from aligncheck.report.conventions import SEVERITIES
from aligncheck.report.html import matrix, totals
from aligncheck.report.html.data import data_block
from aligncheck.report.html.frame import Body, address, made_by, verdict
from aligncheck.report.html.index import Index
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import label, phrase


def body_of(index: Index, failures: Sequence[AligncheckError], around: Around) -> Body:
    """What stands between the page's head and its script."""
    counts = [phrase("n_documents", len(index.rows)), phrase("pairs", index.pairs)]
    if index.known:
        counts.append(phrase("known", index.known))
    meta = "".join(f"<span>{count}</span>" for count in counts)
    nothing = None if not index.rows else "no_new_findings" if index.known else "no_findings"
    skip = f'<a class="skip" href="#documents">{phrase("skip_table")}</a>\n' if index.rows else ""
    parts = [
        f'{skip}<header class="top">\n',
        f'<div class="title">{_crumbs(around)}<h1>{phrase("report")}</h1>\n<p class="meta">{meta}</p></div>\n',
        f"{verdict(index.new, nothing, index.covered)}</header>\n<main>\n",
        *(_failures(failures) if failures else ()),
    ]
    if index.rows:
        parts += [*_nothing_new(index), *totals.panels(index), *matrix.table(index)]
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
            said += f' <span class="remedy">{phrase("remedy")} {visible(failure.remedy)}</span>'
        yield f'<li><bdi class="place">{visible(failure.path or "")}{line}</bdi> {said}</li>'
    yield "</ul></section>\n"


def _nothing_new(index: Index) -> Iterator[str]:
    if not any(index.severities[severity].new for severity in SEVERITIES):
        yield f'<p class="fine">{phrase("all_known", index.known) if index.known else phrase("all_clean")}</p>\n'
