"""How often each rule found something; knows nothing of single findings."""

from __future__ import annotations

from collections import Counter

from aligncheck.model.report import Status
from aligncheck.model.run import Run
from aligncheck.report.conventions import totals
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import cells, pad

_COLUMNS = (Status.NEW, Status.BASELINED, Status.SUPPRESSED)


def statistics(run: Run) -> str:
    """A line per rule that found something, most new findings first, then most in all, then by code; then totals."""
    counted = Counter((f.code, f.status) for r in run.reports for f in r.findings)
    names = {f.code: plain(f.name) for r in reversed(run.reports) for f in reversed(r.findings)}
    codes = sorted(names, key=lambda code: (-counted[code, Status.NEW], -_all(counted, code), code))
    closing = ", ".join(part for part, _ in totals(run.reports, run.failures))
    if not codes:
        return f"{closing}\n"
    rows = [[*(str(counted[code, status]) for status in _COLUMNS), plain(code), names[code]] for code in codes]
    rows.insert(0, [*(status.value for status in _COLUMNS), "rule", ""])
    widths = [max(cells(row[at]) for row in rows) for at in range(4)]
    lines = []
    for *numbers, code, name in rows:
        shown = [number.rjust(width) for number, width in zip(numbers, widths, strict=False)]
        lines.append("  ".join([*shown, pad(code, widths[3]), name]).rstrip())
    return log("\n".join([*lines, "", closing]) + "\n")


def _all(counted: Counter[tuple[str, Status]], code: str) -> int:
    return sum(counted[code, status] for status in _COLUMNS)
