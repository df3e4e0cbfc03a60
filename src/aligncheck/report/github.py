"""New findings as workflow commands, which GitHub Actions turns into annotations on the changed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Severity
from aligncheck.model.run import Run
from aligncheck.report.conventions import Entry, complaint, new_entries, severity_order
from aligncheck.report.fixes import with_fix
from aligncheck.report.invisible import plain
from aligncheck.report.regions import in_repository, region_of

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(run: Run) -> bytes:
    """One command a line, what could not be read first, then the worst and surest findings.

    GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest: the order decides which.
    """
    lines = [_failed(failure, run.prefix) for failure in run.failures]
    found = sorted(new_entries(run.reports), key=lambda entry: severity_order(entry.finding))
    lines += [_annotation(entry, run.prefix) for entry in found]
    return "".join(f"{line}\n" for line in lines).encode()


def _failed(failure: AligncheckError, prefix: str) -> str:
    properties = {} if failure.path is None else {"file": _exact(in_repository(failure.path, prefix))}
    if failure.line is not None:
        properties["line"] = str(failure.line)
    properties["title"] = "aligncheck cannot read this"
    return _command("error", properties, [complaint(failure)])


def _annotation(entry: Entry, prefix: str) -> str:
    finding, region = entry.finding, region_of(entry)
    properties = {
        "file": _exact(in_repository(region.path, prefix)),
        "line": str(region.line),
        "endLine": str(region.end_line),
    }
    if region.one_line:
        # GitHub refuses columns of an annotation over several lines.
        properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = plain(f"{finding.code} {finding.name}")
    return _command(_COMMANDS[finding.severity], properties, [with_fix(finding), *_sentences(entry)])


def _sentences(entry: Entry) -> Iterator[str]:
    document, pair = entry.report.document, entry.pair
    if pair:
        for lang, side in ((document.source.lang, pair.source), (document.target.lang, pair.target)):
            if side:
                yield f"{lang}: {side.text}"


def _command(name: str, properties: Mapping[str, str], lines: list[str]) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {told}::{'%0A'.join(_data(plain(line)) for line in lines)}"


def _exact(path: str) -> str:
    """A path letter by letter, since it has to name a file; only control characters are spelled out."""
    path = path.encode("utf-8", "replace").decode()
    return plain(path) if _CONTROL.search(path) else path


def _data(text: str) -> str:
    return text.replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
