"""Markup of the overview's matrix: documents × rules. Works nothing out.

A table of thousands of rows takes seconds to open. The worst documents have rows; the others are listed with their
totals, and the script makes rows of them as they are wanted (assets/rows.js makes the same markup). Neighbouring cells
without findings are one: most cells of a large matrix are empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import escape

from aligncheck.report.conventions import SEVERITIES, percent
from aligncheck.report.html.index import DocumentRow, Group, Index, RuleColumn
from aligncheck.report.html.marking import visible
from aligncheck.report.html.totals import amount
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain

FIRST = 100
"""Documents that have a row."""


def table(index: Index) -> Iterator[str]:
    """The section with the matrix."""
    yield f'<section id="documents" tabindex="-1" {label("documents")}>\n'
    yield f'<div class="scroll" tabindex="0" role="region" {label("matrix")}>\n'
    yield f'<table class="matrix grown" id="matrix" data-most="{index.most}">\n'
    if index.columns:
        yield f'<caption class="sr">{phrase("ix_caption")}</caption>\n'
    yield f'<thead><tr>{"".join(_head(index))}</tr>\n<tr class="sum">{"".join(_sums(index))}</tr></thead>\n<tbody>\n'
    yield from (_row(row, index) for row in index.rows[:FIRST])
    yield "</tbody>\n</table>\n</div>\n"
    if more := index.rows[FIRST:]:
        yield f'<details id="rest"><summary>{phrase("ix_more_documents", len(more))}</summary>\n<ul>\n'
        yield from map(_item, more)
        yield "</ul>\n</details>\n"
    yield "</section>\n"


def _head(index: Index) -> Iterator[str]:
    yield f'<th scope="col" class="doc" data-key="document">{phrase("document")}</th>'
    yield f'<th scope="col" class="pairs" data-key="pairs">{phrase("col_pairs")}</th>'
    yield f'<th scope="col" class="share" data-key="aligned">{phrase("col_aligned")}</th>'
    for severity in SEVERITIES:
        badge = f'<span class="b {severity.value[0]}"></span>'
        yield f'<th scope="col" class="sev" data-key="{severity.value}">{badge}{phrase(f"col_{severity.value}s")}</th>'
    yield from map(_rule_head, index.columns)


def _rule_head(rule: RuleColumn) -> str:
    """Code and name; the code leads to what the rule is, where there is a page on it."""
    code = f'<span class="code">{visible(rule.code)}</span>'
    if rule.href is not None:
        code = f'<a href="{escape(rule.href)}">{code}</a>'
    name = f'<span class="name">{visible(rule.name)}</span>'
    return f'<th scope="col" class="rule" data-key="{escape(plain(rule.code))}">{code} {name}</th>'


def _sums(index: Index) -> Iterator[str]:
    share = "" if index.aligned is None else percent(index.aligned)
    yield f'<th scope="row" class="doc">{phrase("total")}</th><td class="pairs">{index.pairs}</td>'
    yield f'<td class="share">{share}</td>'
    yield from (f'<td class="sev">{amount(index.severities[severity]) or 0}</td>' for severity in SEVERITIES)
    yield from (f'<td class="cell">{amount(rule.found.amount)}</td>' for rule in index.columns)


def _row(row: DocumentRow, index: Index) -> str:
    """A row; end tags that HTML does not ask for are left out, since there may be a hundred thousand cells."""
    stats = row.report.stats
    name = f"<bdi>{visible(row.report.document.path)}</bdi>"
    cells = [
        f'<tr{_more(row)}><th scope="row" class="doc">{_link(row.href, "", name)}</th><td class="pairs">{stats.pairs}',
        f'<td class="share" data-v="{stats.aligned}">{percent(stats.aligned)}',
    ]
    for severity in SEVERITIES:
        found = row.severities[severity]
        looks = severity.value[0] if found.new else "none"
        cells.append(f'<td class="sev {looks}">{amount(found) or "·"}')
    empty = 0
    for rule in index.columns:
        group = row.rules.get(rule.code)
        if group is None:
            empty += 1
            continue
        if empty:
            cells.append(f"<td colspan={empty}>")
        empty = 0
        cells.append(_cell(row, rule.code, group, index.most))
    if empty:
        cells.append(f"<td colspan={empty}>")
    return "".join([*cells, "\n"])


def _item(row: DocumentRow) -> str:
    """A document without a row: its name, its totals, and what the script needs for a row beside the page's data."""
    stats = row.report.stats
    name = _link(row.href, "", f"<bdi>{visible(row.report.document.path)}</bdi>")
    told = [phrase(f"{s.value}s", found.new) for s, found in row.severities.items() if found.new]
    if known := sum(found.known for found in row.severities.values()):
        told.append(phrase("known", known))
    data = f'data-p="{stats.pairs}" data-v="{stats.aligned}" data-s="{percent(stats.aligned)}"'
    return f"<li {data}{_more(row)}>{name} {', '.join(told)}\n"


def _cell(row: DocumentRow, code: str, group: Group, most: int) -> str:
    step = f" s{1 + group.amount.new * 3 // (most + 1)}" if group.amount.new else " old"
    return f'<td class="cell {group.shape}{step}">{_link(row.href, code, str(amount(group.amount)))}'


def _link(href: str | None, code: str, content: str) -> str:
    """A link to the document's page, of its findings by one rule where ``code`` names one."""
    if href is None:
        return content
    chosen = f"#?rule={quote(plain(code), safe='')}" if code else ""
    return f'<a href="{escape(href)}{chosen}">{content}</a>'


def _more(row: DocumentRow) -> str:
    """What is said of suppressions: it is counted, but nobody decides on it, so the page's data leaves it out."""
    said = [[f.code, f.severity.value, f.status.value] for f in row.report.findings if not f.decidable]
    return f' data-more="{escape(json.dumps(said))}"' if said else ""
