"""Where results go: report pages and data under a directory, files, standard output. Formats nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck import report as writers
from aligncheck.errors import ConfigError
from aligncheck.model.run import Run
from aligncheck.report.around import NO_LINKS, LinkTemplates
from aligncheck.runner.files import write_whole
from aligncheck.runner.pages import write_pages
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.run import Outcome


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and where it goes: a file, a directory for ``html``, or standard output (None)."""

    format: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Terminal:
    """Whether colours are wanted, and how many cells a line has."""

    color: bool
    width: int


def destinations(outputs: Sequence[str], reports: str) -> tuple[Destination, ...]:
    """What ``--output`` asks for; without it, HTML and JSON under ``reports``. Raises ConfigError."""
    known = ("html", "text", *writers.FORMATS)
    found = []
    for output in outputs:
        form, _, path = output.partition("=")
        if form not in known:
            raise ConfigError(f"unknown output format {form!r}", remedy=f"use one of {', '.join(known)}")
        require_file(form, path)
        found.append(Destination(form, path or (reports if form == "html" else None)))
    return tuple(found) or (Destination("html", reports),)


def require_file(form: str, path: str) -> None:
    """Raise ConfigError where a format that is no text would go to standard output."""
    if form in writers.BINARY and not path:
        raise ConfigError(f"{form} is not text and cannot be printed", remedy=f"name a file: {form}=findings.{form}")


def write_outcomes(
    outcomes: Sequence[Outcome],
    whole: Run,
    wanted: Sequence[Destination],
    *,
    cache: ResultCache | None = None,
    workers: int | None = None,
    terminal: Terminal | None = None,
    links: LinkTemplates = NO_LINKS,
) -> str:
    """Write every destination that is a file; returns what belongs on standard output.

    ``whole.reports`` answer one by one to the outcomes that have a report. ``cache``, ``workers`` and ``links`` are for
    pages, ``terminal`` is what standard output is, where it is one.
    """
    printed = []
    for destination in wanted:
        if destination.format == "html":
            directory = Path(destination.path or "reports")
            write_pages(outcomes, whole, directory, cache=cache, workers=workers, links=links)
            continue
        if destination.path is None and terminal is not None and destination.format in writers.FOR_PEOPLE:
            printed.append(writers.on_terminal(destination.format, whole, color=terminal.color, width=terminal.width))
            continue
        if destination.format == "text":
            content = writers.summary(whole.reports, whole.failures, verdict=whole.verdict).encode("utf-8")
        else:
            content = writers.FORMATS[destination.format](whole)
        if destination.path is None:
            printed.append(content.decode("utf-8"))
        else:
            write_whole(Path(destination.path), content)
    return "".join(printed)
