"""A run as SARIF 2.1.0, for code scanning and editors; where the standard leaves room, as GitHub reads it."""

from __future__ import annotations

from typing import Any, Final

from msgspec import UNSET

from aligncheck import __version__
from aligncheck.errors import AligncheckError
from aligncheck.model.report import Fix, Status
from aligncheck.model.run import Run
from aligncheck.report.conventions import Entry, complaint, entries
from aligncheck.report.fixes import told
from aligncheck.report.invisible import plain
from aligncheck.report.regions import Region, counterpart_of, in_repository, inside, region_of, uri
from aligncheck.report.sarif_rules import LEVELS, descriptors
from aligncheck.report.structured import indented

ROOT: Final = "%SRCROOT%"
"""What GitHub calls the root of the repository; paths are relative to it."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NAMES = {"en": "English", "zh": "Chinese"}


def write(run: Run) -> bytes:
    """One log with one run: every rule of this version, every finding, what could not be read.

    Baselined and suppressed findings are marked as suppressed, not left out: what is missing counts as mended.
    """
    rules = descriptors(run)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "aligncheck", "version": __version__, "semanticVersion": __version__, "rules": rules}
    root = {"description": {"text": "The root of the repository."}}
    made = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "originalUriBaseIds": {ROOT: root},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, index, run.prefix) for entry in entries(run.reports)],
    }
    return indented({"$schema": _SCHEMA, "version": "2.1.0", "runs": [made]})


def _invocation(run: Run) -> dict[str, Any]:
    notices = [_notification(failure, run.prefix) for failure in run.failures]
    return {"executionSuccessful": not (notices or run.verdict.unread), "toolExecutionNotifications": notices}


def _notification(failure: AligncheckError, prefix: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "level": "error",
        "message": {"text": plain(complaint(failure))},
        "descriptor": {"id": type(failure).__name__},
    }
    if failure.path is not None:
        place: dict[str, Any] = {"artifactLocation": _artifact(failure.path, prefix)}
        if failure.line is not None:
            place["region"] = {"startLine": max(failure.line, 1)}
        made["locations"] = [{"physicalLocation": place}]
    return made


def _result(entry: Entry, index: dict[str, int], prefix: str) -> dict[str, Any]:
    finding = entry.finding
    counterpart = counterpart_of(entry)
    message = _literal(finding.message)
    made: dict[str, Any] = {
        "ruleId": plain(finding.code),
        "ruleIndex": index[plain(finding.code)],
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _physical(region_of(entry), prefix)}],
        "partialFingerprints": {"aligncheck/v1": finding.fingerprint},
        "suppressions": _suppressions(entry),
        "baselineState": "unchanged" if finding.status is Status.BASELINED else "new",
        "rank": round(min(max(finding.confidence, 0.0), 1.0) * 100, 1),
    }
    if finding.fixes:
        made["fixes"] = [_fix(entry, prefix)]
    if counterpart:
        lang = entry.report.document.source.lang
        sentence = f"{_NAMES.get(lang, 'source')} sentence"
        # GitHub and editors make the number in round brackets a link to the location of that id.
        made["message"] = {"text": f"{message} Compare the [{sentence}](1)."}
        made["relatedLocations"] = [
            {"id": 1, "message": {"text": sentence}, "physicalLocation": _physical(counterpart, prefix)}
        ]
    return made


def _fix(entry: Entry, prefix: str) -> dict[str, Any]:
    """All changes of a finding as one fix: a finding's fixes would be alternatives to a viewer."""
    changes = [
        {"deletedRegion": _gone(fix), "insertedContent": {"text": fix.replacement}} for fix in entry.finding.fixes or ()
    ]
    artifact = _artifact(entry.report.document.target.path, prefix)
    return {
        "description": {"text": _literal(told(entry.finding))},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": changes}],
    }


def _gone(fix: Fix) -> dict[str, int]:
    """The characters that would go; they are a file's own, and on one line."""
    region = {"startLine": fix.line, "startColumn": fix.column} if "\n" not in fix.text and "\r" not in fix.text else {}
    if region:
        region |= {"endLine": fix.line, "endColumn": fix.column + len(fix.text)}
    return region | {"charOffset": fix.start, "charLength": fix.end - fix.start}


def _suppressions(entry: Entry) -> list[dict[str, str]]:
    """None for a new finding: an empty list says that it is not suppressed."""
    finding = entry.finding
    if finding.status is Status.NEW:
        return []
    made = {"kind": "inSource" if finding.status is Status.SUPPRESSED else "external", "status": "accepted"}
    if finding.reason is not UNSET and finding.reason:
        made["justification"] = plain(finding.reason)
    return [made]


def _physical(region: Region, prefix: str) -> dict[str, Any]:
    characters: dict[str, Any] = {"startLine": region.line, "startColumn": region.column, "endLine": region.end_line}
    if region.end_column is not None:
        characters["endColumn"] = region.end_column
    if region.start is not None and region.length is not None:
        characters |= {"charOffset": region.start, "charLength": region.length}
    if region.text:
        characters["snippet"] = {"text": region.text}
    return {"artifactLocation": _artifact(region.path, prefix), "region": characters}


def _artifact(path: str, prefix: str) -> dict[str, str]:
    whole = in_repository(path, prefix)
    return {"uri": uri(whole)} | ({"uriBaseId": ROOT} if inside(whole) else {})


def _literal(text: str) -> str:
    """A message in which nothing is a link: a viewer would follow ``[text](address)``, whoever wrote it."""
    return plain(text).replace("](", "] (")
