"""Where the results of a comparison go: dashboard, data and badge, files, standard output. Formats nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligncheck import report as writers
from aligncheck.errors import ConfigError
from aligncheck.report.drift import DRIFT_FOR_PEOPLE, DRIFT_FORMATS, dashboard_page, drift_on_terminal
from aligncheck.runner.drift.session import Compared
from aligncheck.runner.files import write_whole
from aligncheck.runner.output import Destination, Terminal, require_file

FORMATS = (*DRIFT_FORMATS, *(form for form in writers.FORMATS if form not in (*DRIFT_FORMATS, "grouped")))
"""What ``aligncheck drift --output`` may name: its own formats, and those that take findings from any run."""

_PAGES = {"html": "drift.html", "json": "drift.json", "badge": "drift.svg"}
"""What is written under the reports directory where no output was asked for."""


def destinations(outputs: Sequence[str], reports: str) -> tuple[Destination, ...]:
    """What ``--output`` asks for; without it the terminal, and pages under ``reports``. Raises ConfigError."""
    found = []
    for output in outputs:
        form, _, path = output.partition("=")
        if form not in FORMATS:
            raise ConfigError(f"unknown output format {form!r}", remedy=f"use one of {', '.join(FORMATS)}")
        require_file(form, path)
        found.append(Destination(form, path or (f"{reports}/{_PAGES[form]}" if form == "html" else None)))
    if found:
        return tuple(found)
    return (Destination("concise", None), *(Destination(form, f"{reports}/{name}") for form, name in _PAGES.items()))


def write_compared(compared: Compared, wanted: Sequence[Destination], terminal: Terminal | None = None) -> str:
    """Write every destination that is a file; returns what belongs on standard output.

    ``terminal`` is what standard output is, where it is one.
    """
    printed = []
    for destination in wanted:
        form = destination.format
        if destination.path is None and terminal is not None and form in DRIFT_FOR_PEOPLE:
            text = drift_on_terminal(form, compared.status, color=terminal.color, width=terminal.width)
            printed.append(text)
            continue
        own = DRIFT_FORMATS.get(form)
        if form == "html" and destination.path is not None:
            content = _dashboard(compared, Path(destination.path))
        else:
            content = own(compared.status) if own is not None else writers.FORMATS[form](compared.whole)
        if destination.path is None:
            printed.append(content.decode("utf-8"))
        else:
            write_whole(Path(destination.path), content)
    return "".join(printed)


def _dashboard(compared: Compared, path: Path) -> bytes:
    """The dashboard; beside an overview of reports it leads there."""
    index = "index.html" if path.name != "index.html" and path.with_name("index.html").exists() else None
    return dashboard_page(compared.status, index).encode("utf-8", "replace")
