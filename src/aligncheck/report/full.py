"""Each new finding with both sentences, the evidence underlined, what it is worth and where its rule is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import UNSET

from aligncheck.model.report import EvidenceSpan, PairSide, Severity
from aligncheck.model.run import Run
from aligncheck.report.concise import closing, in_reading_order, place
from aligncheck.report.conventions import Entry, certainty
from aligncheck.report.fixes import told
from aligncheck.report.invisible import log, plain
from aligncheck.report.locating import Located, located
from aligncheck.report.terminal import Paint, cells, fit, pad
from aligncheck.report.wrapped import rows, wrap

_WIDTH = 100
_NO_MATTER = re.compile(r"[\s,]+")
_LEAST = 40
"""The narrowest width; below it a sentence has no room."""
_PIECES = 3
"""Pieces of evidence outside the sentences that are shown."""


def write(run: Run) -> bytes:
    """Every new finding in lines of 100 cells, then what the run came to; no colours."""
    return text(run).encode()


def text(run: Run, *, color: bool = False, width: int = _WIDTH) -> str:
    """The same for a terminal of ``width`` cells (at least 40). Only places and codes may be longer than a line."""
    paint = Paint(color)
    blocks = ["\n".join(_block(entry, paint, max(width, _LEAST))) for entry in in_reading_order(run.reports)]
    return log("\n\n".join([*blocks, "\n".join(closing(run, paint, blank=False))]) + "\n")


def _block(entry: Entry, paint: Paint, width: int) -> Iterator[str]:
    finding = entry.finding
    severity = paint(finding.severity.value, finding.severity)
    yield f"{paint(place(str(entry.place)), '1')}: {severity} {plain(finding.code)} {plain(finding.name)}"
    yield from (f"  {line}" for line in wrap(plain(finding.message), width - 2))
    yield from _sentences(entry, paint, width)
    yield from (f"  {line}" for line in wrap(plain(told(finding)), width - 2) if finding.fixes)
    yield f"  {certainty(finding)} sure; aligncheck rule {plain(finding.code)}"


def _sentences(entry: Entry, paint: Paint, width: int) -> Iterator[str]:
    report, finding, pair = entry
    source, target = report.document.source, report.document.target
    sides = (
        (plain(source.lang), pair.source if pair else None, finding.source_spans),
        (plain(target.lang), pair.target if pair else None, finding.target_spans),
    )
    numbers = [str(side.line) for _, side, _ in sides if side]
    numbers += [str(span.line) for _, _, spans in sides for span in spans]
    margin = max((len(n) for n in numbers), default=1)
    for lang, side, spans in sides:
        gutter = _Gutter(pad(lang, 2), margin, paint, width)
        if side is not None:
            marks, lost = located(side, spans)
            marks = [mark for mark in marks if mark[:2] != (0, len(side.text)) or _value(mark.span)]
            yield from gutter.sentence(side, marks, finding.severity)
            yield from gutter.pieces(lost)
        elif spans:
            yield from gutter.pieces(spans)
        elif pair is not None:
            yield gutter.line("", "-")


class _Gutter:
    """The margin of language and line number, and the text to the right of it."""

    def __init__(self, lang: str, margin: int, paint: Paint, width: int) -> None:
        self._lang, self._margin, self._paint = lang, margin, paint
        self._room = max(width - cells(lang) - margin - 6, 10)

    def line(self, number: str, shown: str, *, lang: bool = True) -> str:
        label = f"  {self._lang if lang else ' ' * cells(self._lang)} {number.rjust(self._margin)} |"
        return f"{self._paint(label, '2')} {shown}".rstrip()

    def sentence(self, side: PairSide, marks: Sequence[Located], severity: Severity) -> Iterator[str]:
        for number, row in enumerate(rows(side.text, [mark[:2] for mark in marks], self._room)):
            yield self.line(str(side.line) if not number else "", row.text, lang=not number)
            if row.under:
                yield from self._marks(row.under, [_value(marks[n].span) for n in row.ends], severity)

    def pieces(self, spans: Sequence[EvidenceSpan]) -> Iterator[str]:
        """Evidence that is not in the sentence, a line each."""
        for span in spans[:_PIECES]:
            yield self.line(str(span.line), fit(plain(span.text), self._room))
            if value := _value(span):
                yield self.line("", fit(f"= {value}", self._room), lang=False)
        if len(spans) > _PIECES:
            yield self.line("", f"and {len(spans) - _PIECES} more", lang=False)

    def _marks(self, under: str, values: Sequence[str], severity: Severity) -> Iterator[str]:
        told = "; ".join(value for value in values if value)
        beside = bool(told) and len(under) + 1 + cells(told) <= self._room
        yield self.line("", self._paint(under, severity) + (f" {told}" if beside else ""), lang=False)
        if told and not beside:
            yield from (self.line("", line, lang=False) for line in wrap(told, self._room))


def _value(span: EvidenceSpan) -> str:
    """What the words stand for, where it is not what they say."""
    value = "" if span.value is UNSET else plain(span.value)
    return "" if _NO_MATTER.sub("", value) == _NO_MATTER.sub("", plain(span.text)) else value
