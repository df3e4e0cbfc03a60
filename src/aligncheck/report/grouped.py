"""New findings under the document they are in; knows nothing of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligncheck.model.report import Report
from aligncheck.model.run import Run
from aligncheck.report.concise import closing, in_reading_order, place
from aligncheck.report.conventions import Entry
from aligncheck.report.fixes import with_fix
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import Paint, cells, pad
from aligncheck.report.wrapped import wrap

_WIDTH = 100
_LEAST = 30
"""Cells a message gets at least, whatever the width."""


def write(run: Run) -> bytes:
    """Documents and their new findings in lines of 100 cells, then what the run came to; no colours."""
    return text(run).encode()


def text(run: Run, *, color: bool = False, width: int = _WIDTH) -> str:
    """The same for a terminal of ``width`` cells. Messages are wrapped, never cut."""
    paint = Paint(color)
    blocks = []
    for report in run.reports:
        found = list(in_reading_order([report]))
        if found:
            blocks.append("\n".join([paint(_title(report), "1"), *_lines(found, paint, width)]))
    blocks.append("\n".join(closing(run, paint, blank=False)))
    return log("\n\n".join(blocks) + "\n")


def _title(report: Report) -> str:
    document = report.document
    title = place(document.path)
    others = [p for p in (document.source.path, document.target.path) if p != document.path]
    return f"{title} (with {', '.join(map(plain, others))})" if others else title


def _lines(found: Sequence[Entry], paint: Paint, width: int) -> Iterator[str]:
    places = [_within(entry) for entry in found]
    codes = [plain(entry.finding.code) for entry in found]
    first, second = max(map(cells, places)), max(map(cells, codes))
    indent = 2 + first + 2 + len("warning") + 2 + second + 2
    for entry, where, code in zip(found, places, codes, strict=True):
        severity = entry.finding.severity
        told, *more = wrap(plain(with_fix(entry.finding)), max(width - indent, _LEAST))
        yield f"  {pad(where, first)}  {paint(severity.value.ljust(7), severity)}  {pad(code, second)}  {told}".rstrip()
        yield from (" " * indent + line for line in more)


def _within(entry: Entry) -> str:
    """The place within the document; with its language where source and target are two files."""
    document, at = entry.report.document, entry.place
    if at.line is None:
        return "-"
    where = f"{at.line}:{at.column}"
    if document.source.path == document.target.path:
        return where
    return f"{plain((document.target if at.path == document.target.path else document.source).lang)} {where}"
