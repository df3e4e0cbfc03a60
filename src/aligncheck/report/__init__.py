"""Writers of reports, one per format; they know the report and nothing of how it was made.

Writers are imported when they are first used: a run that writes JSON does not load the template engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.model.run import Run

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


FORMATS: Mapping[str, Writer] = {"json": _json, "jsonl": _jsonl}
"""What ``--output NAME=FILE`` can write into one file."""


def read_json(data: bytes, path: str = "report") -> list[Report]:
    """Reports from an object, an array or JSON Lines; InputError where they are none."""
    from aligncheck.report import structured

    return structured.read_json(data, path)


def document_page(
    report: Report, index_href: str | None = None, *, previous_href: str | None = None, next_href: str | None = None
) -> str:
    """A document's self-contained HTML page; the addresses are relative to it."""
    from aligncheck.report import html

    return html.document_page(report, index_href, previous_href=previous_href, next_href=next_href)


def index_page(reports: Sequence[Report], hrefs: Sequence[str | None], failures: Sequence[AligncheckError] = ()) -> str:
    """The HTML overview of a run; ``hrefs[k]`` is the page of ``reports[k]``, relative to the overview.

    Only ``document``, ``findings``, ``stats``, ``tool`` and ``signature`` are read: ``pairs`` may have been dropped.
    """
    from aligncheck.report import html

    return html.index_page(reports, hrefs, failures)


def summary(
    reports: Sequence[Report],
    failures: Sequence[AligncheckError] = (),
    *,
    color: bool = False,
    width: int = 80,
    html: str | None = None,
) -> str:
    """The text for a terminal of ``width`` cells; ``html`` names the report to open."""
    from aligncheck.report import terminal

    return terminal.summary(reports, failures, color=color, width=width, html=html)
