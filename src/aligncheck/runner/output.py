"""Where results go: report pages and data under a directory, files, standard output. Formats nothing itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from aligncheck import report as writers
from aligncheck.errors import ConfigError
from aligncheck.model.run import Run
from aligncheck.runner.files import write_whole
from aligncheck.runner.run import Outcome


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and where it goes: a file, a directory for ``html``, or standard output (None)."""

    format: str
    path: str | None


def destinations(outputs: Sequence[str], reports: str) -> tuple[Destination, ...]:
    """What ``--output`` asks for; without it, HTML and JSON under ``reports``. Raises ConfigError."""
    known = ("html", "text", *writers.FORMATS)
    found = []
    for output in outputs:
        form, _, path = output.partition("=")
        if form not in known:
            raise ConfigError(f"unknown output format {form!r}", remedy=f"use one of {', '.join(known)}")
        found.append(Destination(form, path or (reports if form == "html" else None)))
    return tuple(found) or (Destination("html", reports),)


def write_outcomes(outcomes: Sequence[Outcome], whole: Run, wanted: Sequence[Destination]) -> str:
    """Write every destination that is a file; returns what belongs on standard output."""
    printed = []
    for destination in wanted:
        if destination.format == "html":
            _write_pages(outcomes, whole, Path(destination.path or "reports"))
            continue
        if destination.format == "text":
            content = writers.summary(whole.reports, whole.failures).encode("utf-8")
        else:
            content = writers.FORMATS[destination.format](whole)
        if destination.path is None:
            printed.append(content.decode("utf-8"))
        else:
            write_whole(Path(destination.path), content)
    return "".join(printed)


def _write_pages(outcomes: Sequence[Outcome], whole: Run, directory: Path) -> None:
    """``index.html``, and for each document a page and its data beside it."""
    checked = [o for o in outcomes if o.report is not None]
    names = [f"{o.job.name}.html" for o in checked]
    for number, outcome in enumerate(checked):
        assert outcome.report is not None
        here = names[number]
        page = writers.document_page(
            outcome.report,
            _relative("index.html", here),
            previous_href=_relative(names[number - 1], here) if number else None,
            next_href=_relative(names[number + 1], here) if number + 1 < len(names) else None,
        )
        write_whole(directory / here, page.encode("utf-8"))
        write_whole(directory / f"{outcome.job.name}.json", writers.json_object(outcome.report))
    hrefs = [quote(name) for name in names]
    write_whole(directory / "index.html", writers.index_page(whole.reports, hrefs, whole.failures).encode("utf-8"))


def _relative(page: str, seen_from: str) -> str:
    """A page's address as another page of the reports names it."""
    return quote(os.path.relpath(page, PurePosixPath(seen_from).parent).replace(os.sep, "/"))
