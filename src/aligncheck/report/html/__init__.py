"""The HTML pages: templates filled and made self-contained; what they show is worked out in page and index."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup, escape

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.report.conventions import percent
from aligncheck.report.html import matrix, rows, words
from aligncheck.report.html.index import index_of
from aligncheck.report.html.marking import visible
from aligncheck.report.html.page import page_of
from aligncheck.report.html.picture import WIDTH, alignment_map, strip
from aligncheck.report.invisible import plain


def document_page(
    report: Report, index_href: str | None = None, *, previous_href: str | None = None, next_href: str | None = None
) -> str:
    """A document's page: one file that needs no other, reads without scripts and is the same for the same report."""
    page, langs = page_of(report), _langs(report)
    drawn = alignment_map(report, page.cards)
    return _render(
        "document",
        page=page,
        report=report,
        text=rows.text_of(page, langs),
        document_cards=rows.cards(page.document_cards, langs),
        map=drawn,
        ribbons=rows.ribbons(drawn.ribbons),
        map_width=WIDTH,
        strip=strip(report, page.cards),
        hrefs={"index": _address(index_href), "previous": _address(previous_href), "next": _address(next_href)},
        langs=langs,
    )


def index_page(reports: Sequence[Report], hrefs: Sequence[str | None], failures: Sequence[AligncheckError] = ()) -> str:
    """The overview of a run: documents × rules, worst first, then what could not be read."""
    index = index_of(reports, [_address(href) for href in hrefs])
    return _render("index", index=index, rows=matrix.rows_of(index), failures=failures)


def _address(path: str | None) -> str | None:
    """A relative path as a URL. The dot keeps a file called ``javascript:x`` from being a scheme."""
    if path is None:
        return None
    address = quote(path, safe="/", errors="surrogateescape")
    return address if address.startswith((".", "/")) else f"./{address}"


def _langs(report: Report) -> rows.Langs:
    """``lang`` values of both sides. The report tells the script of the target only."""
    source, target = report.document.source, report.document.target
    return rows.Langs(escape(words.html_lang(source.lang, None)), escape(words.html_lang(target.lang, target.script)))


def _render(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.html").render(**_frame(name), **values)


@cache
def _frame(name: str) -> dict[str, str]:
    """What all pages of a name share: style, script, and the policy that lets both run."""
    style = _asset("base.css") + _asset(f"{name}.css")
    script = _environment().get_template("page.js").render(words=words.chinese(), body=Markup(_asset(f"{name}.js")))
    return {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script)}


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, and of styles and scripts only the two of this page run."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"visible": visible, "plain": plain, "percent": percent}
    environment.globals |= {
        "t": words.phrase,
        "say": words.say,
        "label": words.label,
        "hint": words.hint,
        "placeholder": words.placeholder,
        "names": words.LANGUAGE_NAMES,
    }
    return environment


@cache
def _asset(name: str) -> str:
    return resources.files("aligncheck.report").joinpath("assets", name).read_text(encoding="utf-8")
