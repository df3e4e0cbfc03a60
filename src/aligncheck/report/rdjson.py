"""New findings in the Reviewdog Diagnostic Format, which reviewdog posts to any code review.

Its columns count bytes of UTF-8 in a line of the file. A report has only sentences, so ranges are whole lines.
"""

from __future__ import annotations

from typing import Any

from aligncheck.errors import AligncheckError
from aligncheck.model.run import Run
from aligncheck.report.conventions import Entry, complaint, new_entries
from aligncheck.report.invisible import plain
from aligncheck.report.regions import Region, counterpart_of, in_repository, region_of
from aligncheck.report.structured import indented

_SOURCE = {"name": "aligncheck"}


def write(run: Run) -> bytes:
    """One result with a diagnostic for all that could not be read and for each new finding."""
    diagnostics = [_failed(failure, run.prefix) for failure in run.failures]
    diagnostics += [_diagnostic(entry, run.prefix) for entry in new_entries(run.reports)]
    return indented({"source": _SOURCE, "diagnostics": diagnostics})


def _failed(failure: AligncheckError, prefix: str) -> dict[str, Any]:
    location: dict[str, Any] = {"path": in_repository(failure.path or ".", prefix)}
    if failure.line is not None:
        location["range"] = {"start": {"line": max(failure.line, 1)}}
    return {
        "message": plain(complaint(failure)),
        "location": location,
        "severity": "ERROR",
        "source": _SOURCE,
        "code": {"value": type(failure).__name__},
    }


def _diagnostic(entry: Entry, prefix: str) -> dict[str, Any]:
    finding, counterpart = entry.finding, counterpart_of(entry)
    made: dict[str, Any] = {
        "message": plain(finding.message),
        "location": _location(region_of(entry), prefix),
        "severity": finding.severity.value.upper(),
        "source": _SOURCE,
        "code": {"value": plain(finding.code)},
    }
    if counterpart:
        made["related_locations"] = [
            {"message": plain(counterpart.text), "location": _location(counterpart, prefix)},
        ]
    return made


def _location(region: Region, prefix: str) -> dict[str, Any]:
    lines = {"start": {"line": region.line}, "end": {"line": region.end_line}}
    return {"path": in_repository(region.path, prefix), "range": lines}
