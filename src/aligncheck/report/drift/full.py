"""Drift with its sentences: what the source said and says, what changed, and the translation that has to follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligncheck.model.drift import DocumentDrift, DriftStatus, SentenceDrift
from aligncheck.report.concise import place
from aligncheck.report.drift.concise import closing
from aligncheck.report.drift.standing import in_words, looks_of, named, phrases_of, place_of, standing
from aligncheck.report.drift.word_diff import differences, ranges
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import Paint, pad
from aligncheck.report.wrapped import rows, wrap

_WIDTH = 100
_LEAST = 40
_LABEL = len("translation")
_NAMED = 8
"""Changes of a sentence that are told."""
_MARKS, _MARKED = 20, 300
"""Places of a sentence that are underlined, and how many characters of each."""


def write(status: DriftStatus) -> bytes:
    """Every document that is not current or has drifted sentences, in lines of 100 cells; no colours."""
    return text(status).encode()


def text(status: DriftStatus, *, color: bool = False, width: int = _WIDTH) -> str:
    """The same for a terminal of ``width`` cells (at least 40). Only places and codes may be longer than a line."""
    paint, width = Paint(color), max(width, _LEAST)
    blocks = []
    for document in status.documents:
        if document.state != "current" or document.drifted or document.notes:
            blocks.append("\n".join(_document(document, paint, width)))
            blocks += ["\n".join(_sentence(document, sentence, paint, width)) for sentence in document.drifted]
    return log("\n\n".join([*blocks, "\n".join(closing(status, paint))]) + "\n")


def _document(document: DocumentDrift, paint: Paint, width: int) -> Iterator[str]:
    yield paint(place(document.path), "1")
    state = [paint(line, looks_of(document.state)) for line in wrap(plain(standing(document)), width - 2)]
    told = [f"original: {document.source}"] if document.source not in (None, document.path) else []
    told += [f"compared with {document.reference}"] if document.reference else []
    told += [f"note: {note}" for note in document.notes]
    yield from (f"  {line}" for line in state)
    yield from (f"  {line}" for one in told for line in wrap(plain(one), width - 2))


def _sentence(document: DocumentDrift, sentence: SentenceDrift, paint: Paint, width: int) -> Iterator[str]:
    where = paint(place(str(place_of(document, sentence))), "1")
    rule = ""
    if sentence.code is not None and sentence.severity is not None:
        rule = f"{paint(sentence.severity.value, sentence.severity)} {plain(sentence.code)} "
    yield f"{where}: {rule}{in_words(sentence.state)}"
    yield from (f"  {line}" for line in wrap(plain(sentence.message), width - 2) if line)
    changes = "; ".join(named(sentence.changes, _NAMED))
    if changes not in plain(sentence.message):
        yield from (f"  {line}" for line in wrap(changes, width - 2))
    yield from _texts(sentence, _Margin(paint, width, _digits(sentence)))
    if figures := likeness(sentence):
        yield f"  {figures}"


def likeness(sentence: SentenceDrift) -> str:
    """How far the new source is from the old: ``chrF 91 (100 is equal), TER 8 (0 is equal)``, where it is known."""
    told = [f"chrF {sentence.chrf:.0f} (100 is equal)"] if sentence.chrf is not None else []
    told += [f"TER {sentence.ter:.0f} (0 is equal)"] if sentence.ter is not None else []
    return ", ".join(told)


def _digits(sentence: SentenceDrift) -> int:
    return max((len(str(side.line)) for side in (sentence.source, sentence.target) if side), default=1)


def _texts(sentence: SentenceDrift, margin: _Margin) -> Iterator[str]:
    new, number = (sentence.source.text, sentence.source.line) if sentence.source else (None, None)
    if sentence.old is not None and new is not None and sentence.old != new:
        parts = differences(sentence.old, new, phrases_of(sentence.changes))
        yield from margin.lines("was", None, sentence.old, ranges(parts, "gone"), "-", "31")
        yield from margin.lines("now", number, new, ranges(parts, "come"), "+", "32")
    elif sentence.source is not None:
        size = len(sentence.source.text)
        marks = [(c.start, min(c.end, size)) for c in sentence.changes if c.start < min(c.end, size)]
        yield from margin.lines("source", sentence.source.line, sentence.source.text, marks, "^", "33")
    elif sentence.old is not None:
        yield from margin.lines("was", None, sentence.old, (), "-", "31")
    if sentence.target is not None:
        yield from margin.lines("translation", sentence.target.line, sentence.target.text, (), "^", "33")


class _Margin:
    """Label and line number to the left of a text, and the text in what room is left."""

    def __init__(self, paint: Paint, width: int, digits: int) -> None:
        self._paint, self._digits = paint, digits
        self._room = max(width - _LABEL - digits - 6, 10)

    def lines(
        self, label: str, number: int | None, shown: str, marks: Sequence[tuple[int, int]], sign: str, colour: str
    ) -> Iterator[str]:
        """A text with its marks underlined by ``sign``; of a long one, what is around the marks."""
        short = [(start, min(end, start + _MARKED)) for start, end in marks[:_MARKS]]
        for at, row in enumerate(rows(shown, short, self._room)):
            head = (label, "" if number is None else str(number)) if not at else ("", "")
            yield f"{self._label(*head)} {row.text}".rstrip()
            if row.under:
                yield f"{self._label('', '')} {self._paint(row.under.replace('^', sign), colour)}"

    def _label(self, label: str, number: str) -> str:
        return self._paint(f"  {pad(label, _LABEL)} {number.rjust(self._digits)} |", "2")
