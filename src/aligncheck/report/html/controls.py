"""Markup of the bar that filters findings; which of them it leaves is the script's to say (assets/filters.js).

Without JavaScript the bar stays hidden, since nothing in it would do anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from aligncheck.model.report import Severity, Status
from aligncheck.model.triage import Choice
from aligncheck.report.conventions import SEVERITIES
from aligncheck.report.html.page import Page
from aligncheck.report.html.words import label, phrase, placeholder, say
from aligncheck.report.invisible import plain


def filters(page: Page) -> Markup:
    """The bar; nothing for a document without findings."""
    if not page.cards:
        return Markup("")
    chips = "".join(_chip(s, page.severities[s]) for s in SEVERITIES if page.severities[s])
    named = ((rule.code, plain(f"{rule.code} {rule.name}")) for rule in page.rules)
    rules = (Markup('<option value="{0}" data-name="{1}">{1}</option>').format(*one) for one in named)
    parts = (
        f'<form class="bar" id="bar" role="search" hidden {label("filter")}>\n',
        f'<div class="chips" role="group" {label("severity")}>{chips}</div>\n',
        _select("rule", "every_rule", rules),
        _select("status", "every_status", _phrases(Status, "")) if len(page.statuses) > 1 else "",
        _select("decision", "every_decision", _phrases(("undecided", *Choice), "is_")),
        f'<input type="search" id="find" autocomplete="off" spellcheck="false" {label("find")} {placeholder("find")}>',
        f'\n<label class="check"><input type="checkbox" id="only"> {phrase("only")}</label>\n',
        '<output id="shown" aria-live="polite"></output>\n',
        f'<button type="button" id="reset" hidden>{phrase("reset")}</button>\n',
        f'<p id="nothing" hidden>{phrase("nothing_matches")}</p>\n</form>\n',
    )
    return Markup("".join(parts))


def _chip(severity: Severity, count: int) -> str:
    button = f'<button type="button" data-key="severity" data-value="{severity.value}" aria-pressed="true">'
    badge = f'<span class="b {severity.value[0]}"></span>'
    return f"{button}{badge}{phrase(severity.value)} <b>{count}</b></button>"


def _phrases(values: tuple[str, ...] | type[Status], prefix: str) -> Iterator[str]:
    """Options whose words the script can turn into Chinese."""
    for value in map(str, values):
        yield f'<option value="{value}" data-key="{prefix}{value}">{escape(say(f"{prefix}{value}"))}</option>'


def _select(name: str, every: str, options: Iterable[str]) -> str:
    first = f'<option value="" data-key="{every}">{escape(say(every))}</option>'
    return f'<select id="{name}" {label(f"by_{name}")}>{first}{"".join(options)}</select>\n'
