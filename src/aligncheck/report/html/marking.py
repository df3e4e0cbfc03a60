"""Text as markup: hostile characters made visible, evidence marked where it stands; knows nothing of the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from aligncheck.model.report import EvidenceSpan, PairSide
from aligncheck.report.invisible import pieces

_MARKUP = re.compile(r"!?\[(?P<words>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^<>]*>|[*_`~\\]")
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t>#*-]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence of finding ``number`` over ``[start, end)`` of a text; ``shape`` is its class, ``href`` its card."""

    start: int
    end: int
    number: int
    shape: str
    href: str


def visible(text: str) -> Markup:
    """Escaped text in which every unseen or reordering character is a labelled box."""
    out = []
    for kind, part, label in pieces(text):
        if kind == "text":
            out.append(str(escape(part)))
        elif kind == "space":
            out.append(f'<span class="ws" title="{label}">{part}</span>')
        else:
            out.append(f'<span class="ch">{label}</span>')
    return Markup("".join(out))


def locate(side: PairSide, span: EvidenceSpan) -> tuple[int, int] | None:
    """Where a span of the document stands in the side's text; None where it cannot be told.

    The side's text is the document's with markup left out. Without markup, offsets alone decide. Otherwise leaving
    out only moves characters to the left, which bounds the place on both sides; within the bounds (one character of
    slack for the space that joins two sentences) the span's own words are looked for, nearest to the latest place.
    """
    at, after = span.start - side.start, side.end - span.end
    if at <= 0 and after <= 0:
        return 0, len(side.text)
    if at < 0 or after < 0:
        return None
    size = span.end - span.start
    if len(side.text) == side.end - side.start and side.text[at : at + size] == span.text:
        return at, at + size
    for wanted in _renderings(span.text):
        found = side.text.rfind(wanted, 0, at + len(wanted) + 1)
        if found >= 0 and len(side.text) - found - len(wanted) <= after + 1:
            return found, found + len(wanted)
    return None


def _renderings(text: str) -> Iterator[str]:
    """What a stretch of a document may read like once its markup is gone: as it is, lines joined, markup stripped."""
    stripped = html.unescape(_MARKUP.sub(lambda m: m["words"] or "", text))
    lines = _LINE_BREAK.split(stripped.strip())
    yield from dict.fromkeys(t for t in (text, " ".join(text.split()), " ".join(lines), "".join(lines)) if t.strip())


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """Text with its marks; where several overlap, the first in the list gives the looks and each keeps its number."""
    if not marks:
        return visible(text)
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    out = []
    for start, end in pairwise(cuts):
        over = [m for m in marks if m.start <= start and end <= m.end]
        inner = visible(text[start:end])
        if over:
            numbers = " ".join(str(m.number) for m in over)
            badges = "".join(_badge(m) for m in over if m.start == start)
            inner = Markup('<mark class="{}" data-f="{}">{}{}</mark>').format(
                over[0].shape, numbers, Markup(badges), inner
            )
        out.append(inner)
    return Markup("").join(out)


def _badge(mark: Mark) -> str:
    return Markup('<a class="b {}" href="{}">{}</a>').format(mark.shape, mark.href, mark.number)
