"""New findings as a GitLab Code Quality report, which a merge request shows beside the changes."""

from __future__ import annotations

import hashlib
from typing import Any

from aligncheck.model.report import Severity
from aligncheck.model.run import Run
from aligncheck.report.conventions import complaint, new_entries
from aligncheck.report.fixes import with_fix
from aligncheck.report.invisible import plain
from aligncheck.report.regions import in_repository, region_of
from aligncheck.report.structured import indented

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(run: Run) -> bytes:
    """An array of issues; what could not be read is one as well, since the format has no other place for it.

    GitLab tells issues apart by fingerprint alone, so none occurs twice.
    """
    used: set[str] = set()
    issues = []
    for failure in run.failures:
        mark = hashlib.sha256(f"{failure.path}\n{failure.message}".encode("utf-8", "backslashreplace")).hexdigest()[:16]
        path = in_repository(failure.path or ".", run.prefix)
        issues.append(
            _issue(complaint(failure), type(failure).__name__, _unused(mark, used), "blocker", path, failure.line or 1)
        )
    for entry in new_entries(run.reports):
        finding, region = entry.finding, region_of(entry)
        said = f"{finding.code}: {with_fix(finding)}"
        path, mark = in_repository(region.path, run.prefix), _unused(finding.fingerprint, used)
        issues.append(_issue(said, finding.code, mark, _SEVERITIES[finding.severity], path, region.line))
    return indented(issues)


def _issue(description: str, name: str, fingerprint: str, severity: str, path: str, line: int) -> dict[str, Any]:
    return {
        "description": plain(description),
        "check_name": plain(name),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": max(line, 1)}},
    }


def _unused(fingerprint: str, used: set[str]) -> str:
    """The fingerprint, or where one text was checked twice the first variant of it that is free."""
    wanted, number = fingerprint, 1
    while wanted in used:
        number += 1
        wanted = f"{fingerprint}.{number}"
    used.add(wanted)
    return wanted
