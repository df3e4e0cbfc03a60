"""The summary a person reads in a terminal: a line per document, then the worst findings with both texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wcwidth import wcswidth, wcwidth

from aligncheck.errors import AligncheckError
from aligncheck.model.report import EvidenceSpan, PairSide, Report, Severity, Status
from aligncheck.model.run import Verdict
from aligncheck.report.conventions import SEVERITIES, Entry, new_entries, outcome, percent, severity_order, totals
from aligncheck.report.fixes import hint, with_fix
from aligncheck.report.invisible import log, plain

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_SHOWN = 20
_MIN_WIDTH = 60
_COLUMNS = ("pairs", "aligned", "errors", "warnings", "info", "known")
_ROOM = 48
"""Cells a message gets at least; in less it moves to a line of its own."""


def summary(
    reports: Sequence[Report],
    failures: Sequence[AligncheckError] = (),
    *,
    color: bool = False,
    width: int = 80,
    html: str | None = None,
    limit: int = _SHOWN,
    verdict: Verdict | None = None,
) -> str:
    """Text for a terminal of ``width`` cells (at least 60), ended by a line break.

    Lines are cut to the width by display cells, except ``path:line:column``, totals and what failed.
    Control characters of the documents are spelled out, so nothing in them reaches the terminal as a command.
    ``html`` names the report to open; ``limit`` is how many findings are shown; a ``verdict`` is told in words.
    """
    width = max(width, _MIN_WIDTH)
    paint = Paint(color)
    blocks = [
        list(_documents(reports, width, paint)),
        list(_findings(reports, width, limit, paint)),
        [paint(f"cannot read {plain(str(failure))}", "31") for failure in failures],
        list(_totals(reports, failures, html, verdict, paint)),
    ]
    return log("\n\n".join("\n".join(block) for block in blocks if block) + "\n")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text where a terminal asked for it; ``code`` is an SGR parameter or a severity."""

    on: bool

    def __call__(self, text: str, code: str | Severity | None) -> str:
        if isinstance(code, Severity):
            code = _COLOURS[code]
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and code and text.strip() else text


def cells(text: str) -> int:
    """How many terminal cells a text takes; two for a Chinese character."""
    whole = wcswidth(text)
    return whole if whole >= 0 else sum(max(wcwidth(c), 0) for c in text)


def fit(text: str, width: int) -> str:
    """The text cut to at most ``width`` cells, the cut shown by an ellipsis."""
    if cells(text) <= width:
        return text
    return head(text, width - 1) + "…"


def head(text: str, width: int) -> str:
    """As much of the text's beginning as ``width`` cells hold."""
    used = 0
    for at, character in enumerate(text):
        used += max(wcwidth(character), 0)
        if used > width:
            text = text[:at]
            break
    # Marks that join their base can make the whole wider or narrower than its characters.
    while text and cells(text) > width:
        text = text[:-1]
    return text


def pad(text: str, width: int) -> str:
    """The text with spaces up to ``width`` cells."""
    return text + " " * (width - cells(text))


def _documents(reports: Sequence[Report], width: int, paint: Paint) -> Iterator[str]:
    if not reports:
        return
    rows = [["", *_COLUMNS], *(_document_row(report) for report in reports)]
    kept = [at for at, name in enumerate(rows[0]) if name != "known" or any(row[at] != "·" for row in rows[1:])]
    rows = [[row[at] for at in kept] for row in rows]
    widths = [max(cells(row[at]) for row in rows) for at in range(len(kept))]
    widths[0] = max(min(widths[0], width - sum(widths[1:]) - 2 * (len(widths) - 1)), 1)
    for number, row in enumerate(rows):
        # A path says most at its end.
        path = row[0] if cells(row[0]) <= widths[0] else "…" + _tail(row[0], widths[0] - 1)
        shown = [cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True)]
        for at, severity in enumerate(SEVERITIES, start=2):
            colour = _COLOURS[severity] if number and row[at + 1] != "·" else "2"
            shown[at] = paint(shown[at], colour)
        yield "  ".join([pad(path, widths[0]), *shown])


def _tail(text: str, width: int) -> str:
    text = head(text[::-1], width)[::-1]
    while text and cells(text) > width:
        text = text[1:]
    return text


def _document_row(report: Report) -> list[str]:
    fresh = Counter(f.severity for f in report.findings if f.status is Status.NEW)
    known = sum(f.status is not Status.NEW for f in report.findings)
    counts = [*(fresh[s] for s in SEVERITIES), known]
    return [
        plain(report.document.path),
        str(report.stats.pairs),
        percent(report.stats.aligned),
        *(str(count) if count else "·" for count in counts),
    ]


def _findings(reports: Sequence[Report], width: int, limit: int, paint: Paint) -> Iterator[str]:
    found = sorted(new_entries(reports), key=lambda entry: severity_order(entry.finding))
    shown = [(entry, plain(str(entry.place))) for entry in found[:limit]]
    column = max((cells(place) for _, place in shown if cells(place) <= width // 2), default=0)
    for entry, place in shown:
        finding = entry.finding
        code, message = plain(finding.code), plain(with_fix(finding))
        room = width - max(cells(place), column) - cells(code) - 4
        beside = room >= min(cells(message), _ROOM)
        words = fit(message if beside else plain(finding.name), max(room, 1))
        yield f"{pad(place, column)}  {paint(code, finding.severity)}  {words}"
        if not beside:
            yield f"    {fit(message, width - 4)}"
        yield from _excerpts(entry, width, paint)
    if len(found) > limit:
        yield f"… and {len(found) - limit} more"


def _excerpts(entry: Entry, width: int, paint: Paint) -> Iterator[str]:
    report, finding, pair = entry
    if pair is None:
        return
    sides = (
        (report.document.source.lang, pair.source, finding.source_spans),
        (report.document.target.lang, pair.target, finding.target_spans),
    )
    for lang, side, spans in sides:
        label = f"    {pad(plain(lang), 2)}  "
        text = "—" if side is None else excerpt(side, spans, width - cells(label))
        yield paint(f"{label}{text}", "2")


def excerpt(side: PairSide, spans: tuple[EvidenceSpan, ...], width: int) -> str:
    """At most ``width`` cells of a side, around its first piece of evidence where the whole does not fit."""
    text = plain(side.text)
    if cells(text) <= width:
        return text
    evidence = plain(spans[0].text) if spans else ""
    at = text.find(evidence) if evidence else 0
    if at <= 0 or cells(text[: at + len(evidence)]) <= width - 1:
        return fit(text, width)
    # A third of the room, or what the rest leaves, shows what leads up to the evidence.
    lead = max((width - 1) // 3, width - 1 - cells(text[at:]))
    return "…" + fit(_tail(text[:at], lead) + text[at:], width - 1)


def _totals(
    reports: Sequence[Report],
    failures: Sequence[AligncheckError],
    html: str | None,
    verdict: Verdict | None,
    paint: Paint,
) -> Iterator[str]:
    yield ", ".join(paint(text, severity) for text, severity in totals(reports, failures))
    yield from filter(None, [hint(reports)])
    if verdict is not None:
        yield plain(outcome(verdict))
    if html is not None:
        yield f"Report: {plain(html)}"
