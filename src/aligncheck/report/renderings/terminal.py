"""A comparison of two renderings for a terminal: what they have in common, then the sentences that differ."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.model.renderings import Compared, Difference, Renderings
from aligncheck.model.report import PairSide
from aligncheck.report.conventions import Place, count, percent
from aligncheck.report.invisible import log, plain
from aligncheck.report.renderings.differences import Spans, apart
from aligncheck.report.terminal import Paint, pad
from aligncheck.report.wrapped import rows

_LEAST = 40
_WIDTH = 100
_LABEL = 6
"""Cells before a sentence: the letter of its rendering."""

_COLOURS: dict[Difference, str] = {"values": "31", "only-a": "33", "only-b": "33", "wording": "36"}
SAID: dict[Difference, str] = {
    "equal": "equal",
    "form": "differ in form alone",
    "wording": "differ in wording",
    "values": "differ in a value",
    "only-a": "only in A",
    "only-b": "only in B",
}
"""What a difference is called in a count."""


def text(found: Renderings, *, color: bool = False, width: int = _WIDTH, in_order: bool = False) -> str:
    """The comparison in lines of at most ``width`` cells (at least 40), ended by a line break.

    Sentences that are equal or differ in form alone are only counted. The others stand worst first, or ``in_order``
    of the document. Control characters of the documents are spelled out.
    """
    paint, width = Paint(color), max(width, _LEAST)
    shown = found.worst_first
    if in_order:
        shown.sort(key=lambda entry: entry.id)
    blocks = ["\n".join(_head(found)), *("\n".join(_entry(found, e, paint, width)) for e in shown)]
    blocks += [paint(f"The gate fails: {'; '.join(found.failing)}.", "31")] if found.failing else []
    return log("\n\n".join(blocks) + "\n")


def _head(found: Renderings) -> Iterator[str]:
    for letter, info in (("A", found.a), ("B", found.b)):
        yield f"{letter}  {plain(info.path)}" + (f" ({plain(info.script)})" if info.script else "")
    summary = found.summary
    counts = summary.differences.items()
    yield ", ".join(f"{number} {SAID[kind]}" for kind, number in counts if number)
    if summary.chrf is not None:
        folded = ", in simplified characters" if summary.folded else ""
        told = f"{count(summary.compared, 'sentence')} in both, {percent(summary.share_equal)} the same"
        yield f"{told}; chrF {summary.chrf:.1f}{folded} ({plain(summary.signature)})"


def _entry(found: Renderings, entry: Compared, paint: Paint, width: int) -> Iterator[str]:
    place = " | ".join(_place(info.path, side) for info, side in ((found.a, entry.a), (found.b, entry.b)))
    said = [paint(entry.difference, _COLOURS.get(entry.difference))]
    said += [] if entry.chrf is None else [f"chrF {entry.chrf:.1f}"]
    said += [plain("; ".join(value.text for value in entry.values))] if entry.values else []
    yield f"{place}: {'  '.join(said)}"
    marks = apart(entry.a.text, entry.b.text) if entry.a and entry.b else ([], [])
    if entry.source:
        yield from _sentence("", entry.source, [], width)
    for letter, side, spans in (("A", entry.a, marks[0]), ("B", entry.b, marks[1])):
        if side is None:
            yield f"  {pad(letter, _LABEL - 2)}—"
        else:
            yield from _sentence(letter, side, spans, width)


def _place(path: str, side: PairSide | None) -> str:
    return "—" if side is None else plain(str(Place(path, side.line, side.column)))


def _sentence(letter: str, side: PairSide, marks: Spans, width: int) -> Iterator[str]:
    label = f"  {pad(letter, _LABEL - 2)}"
    for row in rows(side.text, marks, width - _LABEL):
        yield label + row.text
        label = " " * _LABEL
        if row.under:
            yield label + row.under
