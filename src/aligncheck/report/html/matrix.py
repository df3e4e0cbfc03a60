"""Markup of the overview's rows: a document each, with a cell for every rule. There may be thousands of both.

Nothing escapes by itself here: what comes from a document is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from aligncheck.report.conventions import SEVERITIES, percent
from aligncheck.report.html.index import DocumentRow, Index
from aligncheck.report.html.marking import visible

_NOTHING = '<td data-v="0" class="none">·</td>'


def rows_of(index: Index) -> Markup:
    """The rows of the table's body."""
    return Markup("".join(_row(row, index) for row in index.rows))


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
