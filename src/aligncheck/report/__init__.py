"""Writers of reports, one per format; they know the report and nothing of how it was made.

Writers are imported when they are first used: a run that writes JSON does not load the template engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.model.run import Run, Verdict
from aligncheck.report.around import ALONE, Around

Writer = Callable[[Run], bytes]
"""A run as the bytes of one file."""


def json_object(report: Report) -> bytes:
    """One report as a JSON object, for the file beside a document's page."""
    from aligncheck.report import structured

    return structured.json_object(report)


def _json(run: Run) -> bytes:
    from aligncheck.report import structured

    return structured.json_array(run.reports)


def _jsonl(run: Run) -> bytes:
    from aligncheck.report import structured

    return structured.json_lines(run.reports)


def _lazily(name: str) -> Writer:
    """The writer of the module ``name``."""

    def write(run: Run) -> bytes:
        written: bytes = import_module(f"aligncheck.report.{name}").write(run)
        return written

    return write


FORMATS: Mapping[str, Writer] = {
    "concise": _lazily("concise"),
    "full": _lazily("full"),
    "grouped": _lazily("grouped"),
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _lazily("sarif"),
    "junit": _lazily("junit"),
    "github": _lazily("github"),
    "gitlab": _lazily("gitlab"),
    "rdjson": _lazily("rdjson"),
    "markdown": _lazily("markdown"),
    "csv": _lazily("spreadsheet.separated"),
    "xlsx": _lazily("spreadsheet.workbook"),
}
"""What ``--output NAME=FILE`` can write into one file."""


BINARY = frozenset({"xlsx"})
"""Those of ``FORMATS`` that are no text: a terminal cannot show them."""


def read_json(data: bytes, path: str = "report") -> list[Report]:
    """Reports from an object, an array or JSON Lines; InputError where they are none."""
    from aligncheck.report import structured

    return structured.read_json(data, path)


def holds_reports(data: bytes, path: str = "report") -> bool:
    """Whether JSON holds reports rather than something else; InputError where it is no JSON."""
    from aligncheck.report import structured

    return structured.holds_reports(data, path)


def document_page(report: Report, around: Around = ALONE) -> str:
    """A document's self-contained HTML page; addresses in ``around`` are relative to it."""
    from aligncheck.report import html

    return html.document_page(report, around)


def index_page(
    reports: Sequence[Report],
    hrefs: Sequence[str | None],
    failures: Sequence[AligncheckError] = (),
    around: Around = ALONE,
) -> str:
    """The HTML overview of a run; ``hrefs[k]`` is the page of ``reports[k]``, relative to the overview.

    Only ``document``, ``findings``, ``stats``, ``tool`` and ``signature`` are read: ``pairs`` may have been dropped.
    """
    from aligncheck.report import html

    return html.index_page(reports, hrefs, failures, around)


def summary(
    reports: Sequence[Report],
    failures: Sequence[AligncheckError] = (),
    *,
    color: bool = False,
    width: int = 80,
    html: str | None = None,
    verdict: Verdict | None = None,
) -> str:
    """The text for a terminal of ``width`` cells; ``html`` names the report to open, ``verdict`` is told in words."""
    from aligncheck.report import terminal

    return terminal.summary(reports, failures, color=color, width=width, html=html, verdict=verdict)


FOR_PEOPLE = frozenset({"text", "concise", "full", "grouped"})
"""Formats made for a terminal; they end by saying why the gate fails."""


def on_terminal(form: str, run: Run, *, color: bool, width: int) -> str:
    """A format of ``FOR_PEOPLE`` as a terminal of ``width`` cells shows it; ``FORMATS`` has them for files and logs."""
    from aligncheck.report import concise, full, grouped

    if form == "text":
        return summary(run.reports, run.failures, color=color, width=width, verdict=run.verdict)
    if form == "concise":
        return concise.text(run, color=color)
    write = full.text if form == "full" else grouped.text
    return write(run, color=color, width=width)


def statistics(run: Run) -> str:
    """How often each rule found something: new, baselined, suppressed."""
    from aligncheck.report import counts

    return counts.statistics(run)
