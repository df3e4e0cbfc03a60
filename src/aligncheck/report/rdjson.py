"""New findings in the Reviewdog Diagnostic Format, which reviewdog posts to any code review.

Its columns count bytes of UTF-8 in a line of the file. A report has only sentences, so ranges are whole lines, but for
fixes in a sentence that begins its line.
"""

from __future__ import annotations

from typing import Any

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Status
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
    if suggestion := _suggestion(entry):
        made["suggestions"] = [suggestion]
    if counterpart:
        made["related_locations"] = [
            {"message": plain(counterpart.text), "location": _location(counterpart, prefix)},
        ]
    return made


def _suggestion(entry: Entry) -> dict[str, Any] | None:
    """The fixes in the line that the diagnostic points at, as one change.

    None where it cannot be told which bytes of the line they are: the line has to begin with the sentence's own text.
    """
    finding, line = entry.finding, region_of(entry).line
    fixes = [fix for fix in finding.fixes or () if fix.line == line]
    sides = (pair.target for pair in entry.report.pairs) if fixes else ()
    side = next((s for s in sides if s and s.start <= fixes[0].start and fixes[-1].end <= s.end), None)
    if side is None or side.line != line or side.end_line != line or side.column != 1:
        return None
    first, last = fixes[0].start - side.start, fixes[-1].end - side.start
    if len(side.text) != side.end - side.start or finding.status is not Status.NEW:
        return None
    text, at = "", first
    for fix in fixes:
        start = fix.start - side.start
        if start < at or side.text[start : start + len(fix.text)] != fix.text:
            return None
        text += side.text[at:start] + fix.replacement
        at = start + len(fix.text)
    columns = (1 + len(side.text[:end].encode("utf-8", "replace")) for end in (first, last))
    start_, end_ = ({"line": line, "column": column} for column in columns)
    return {"range": {"start": start_, "end": end_}, "text": text}


def _location(region: Region, prefix: str) -> dict[str, Any]:
    lines = {"start": {"line": region.line}, "end": {"line": region.end_line}}
    return {"path": in_repository(region.path, prefix), "range": lines}
