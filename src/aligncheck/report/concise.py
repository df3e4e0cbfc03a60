"""One line per new finding, as editors and log parsers read it: place, severity, code, message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligncheck.model.report import Report, Severity
from aligncheck.model.run import Run
from aligncheck.report.conventions import Entry, new_entries, outcome, totals
from aligncheck.report.fixes import hint, with_fix
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import Paint


def write(run: Run) -> bytes:
    """``path:line:column: severity CODE message`` for each new finding, then what the run came to; no colours."""
    return text(run).encode()


def text(run: Run, *, color: bool = False) -> str:
    """The same, coloured where a terminal asks for it. Lines are never cut."""
    paint = Paint(color)
    lines = []
    for entry in in_reading_order(run.reports):
        finding = entry.finding
        severity = paint(finding.severity.value, finding.severity)
        lines.append(f"{place(str(entry.place))}: {severity} {plain(finding.code)} {plain(with_fix(finding))}")
    return log("\n".join([*lines, *closing(run, paint, blank=bool(lines))]) + "\n")


def in_reading_order(reports: Sequence[Report]) -> Iterator[Entry]:
    """New findings of one report after the other: of a file, by line; of two files, as their sentences are paired."""
    for report in reports:
        found = list(new_entries([report]))
        if report.document.source.path == report.document.target.path:
            found.sort(key=lambda entry: (entry.place.line or 0, entry.place.column or 0))
        yield from found


def place(path: str) -> str:
    """A place on one line; before one that begins with colons, which ``log`` would set apart, goes ``./``."""
    shown = plain(path)
    return f"./{shown}" if shown.startswith("::") else shown


def closing(run: Run, paint: Paint, *, blank: bool) -> Iterator[str]:
    """The last lines of a text output, after a blank one if asked: what was not read, totals, the verdict."""
    if blank:
        yield ""
    for failure in run.failures:
        yield paint(f"cannot read {plain(str(failure))}", Severity.ERROR)
    yield ", ".join(paint(part, severity) for part, severity in totals(run.reports, run.failures))
    yield from filter(None, [hint(run.reports)])
    yield plain(outcome(run.verdict))
