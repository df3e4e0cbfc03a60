"""What all pages share: head, style, script, the policy that lets both run, verdict and footer. Knows no document."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from aligncheck.model.report import Report, Severity, Status
from aligncheck.report.conventions import SEVERITIES
from aligncheck.report.html import words
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import phrase

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>"""


_STYLES = {
    "document": ("base", "document", "triage"),
    "mending": ("base", "document", "triage", "mending"),
    "index": ("base", "matrix", "index", "triage"),
    "drift": ("base", "matrix", "drift"),
    "renderings": ("base", "renderings"),
}
_DOCUMENT = (
    "decisions",
    "served",
    "filters",
    "document",
    "dialogs",
    "reasons",
    "cards",
    "export",
    "help",
    "triage",
)
_SCRIPTS = {
    "document": _DOCUMENT,
    "mending": _DOCUMENT,
    "index": ("decisions", "served", "dialogs", "matrix", "rows", "choosing", "index"),
    "drift": ("matrix",),
    "renderings": ("renderings",),
}
"""Page → the parts of its style and of its script in order; the script's stand in one scope, behind page.js.

``mending`` is a document's page that shows places to mend.
"""


class Body(NamedTuple):
    """A page's own part: its title, the class of its body, and the markup before the script."""

    title: Markup
    looks: str
    content: Markup


class _Frame(NamedTuple):
    """What stands before the title, between title and the body's class, and behind the content."""

    head: str
    style: str
    script: str


def page(name: str, body: Body, *, served: bool = False) -> str:
    """A whole page: ``name`` is one of ``_STYLES``; ``served`` ones ask their server."""
    frame = _frame(name, served)
    return f'{frame.head}{body.title}{frame.style}<body class="{body.looks}">\n{body.content}{frame.script}'


def verdict(severities: Mapping[Severity, int], nothing: str | None, known: Mapping[Status, int] | None = None) -> str:
    """How much was found that is new, worst first; ``nothing`` is the phrase for none, where one is wanted.

    ``known`` is how much the baseline and suppressions cover; it is counted apart, since no gate looks at it.
    """
    counts = "".join(_count(severity, severities[severity]) for severity in SEVERITIES if severities[severity])
    if not counts and nothing is not None:
        counts = f'<span class="count ok">{phrase(nothing)}</span>'
    covered = [f"{number} {phrase(status.value)}" for status, number in (known or {}).items() if number]
    if covered:
        lead = f'<span class="lead">{phrase("new")}</span>' if any(severities.values()) else ""
        counts = f'{lead}{counts}<span class="count old">{" · ".join(covered)}</span>'
    return f'<p class="verdict">{counts}</p>\n'


def _count(severity: Severity, number: int) -> str:
    look = severity.value[0]
    return f'<span class="count {look}"><span class="b {look}"></span>{phrase(f"{severity.value}s", number)}</span>'


def address(path: str | None) -> str | None:
    """A relative path as a URL. The dot keeps a file called ``javascript:x`` from being a scheme."""
    if path is None:
        return None
    quoted = quote(path, safe="/", errors="surrogateescape")
    return quoted if quoted.startswith((".", "/")) else f"./{quoted}"


def made_by(report: Report) -> str:
    """The footer's line: which program, with which settings."""
    return f"<p>{_made_by(report)}</p>"


def colophon(report: Report, commit: str) -> str:
    """The footer of one document's page: beside the program and its settings, which report on which text it is."""
    told = [_made_by(report), f"{phrase('d_report')} <code>{report.id}</code>"]
    if commit:
        told.append(f"{phrase('d_commit')} <code>{visible(commit)}</code>")
    return f"<p>{' · '.join(told)}</p>"


def _made_by(report: Report) -> str:
    tool = phrase("made_by", f"{report.tool.name} {report.tool.version}")
    return f"{tool} · {phrase('signature')} <code>{visible(report.signature)}</code>"


@cache
def _frame(name: str, served: bool) -> _Frame:
    looks = (*_STYLES[name], "review") if served else _STYLES[name]
    style = "".join(_asset(f"{part}.css") for part in looks)
    script = _asset("page.js").removesuffix("\n").replace("{{ words }}", json_in_script(words.for_script(name)))
    script = script.replace("{{ body }}", "".join(_asset(f"{part}.js") for part in _SCRIPTS[name]))
    head = _HEAD.replace("{policy}", escape(_policy(style, script, served=served)))
    return _Frame(head, f"</title>\n<style>{style}</style>\n</head>\n", f"<script>{script}</script>\n</body>\n</html>")


def json_in_script(value: object) -> str:
    """JSON that may stand in a script: nothing in it can end the element."""
    text = json.dumps(value, separators=(",", ":"))
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&'"})


def _policy(style: str, script: str, *, served: bool) -> str:
    """Nothing is loaded, and of styles and scripts only the two of this page run; a served page may ask its server."""
    asking = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; {asking}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return resources.files("aligncheck.report").joinpath("assets", name).read_text(encoding="utf-8")
