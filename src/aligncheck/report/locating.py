"""Where evidence stands in a sentence whose markup is gone; knows nothing of how it is marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.model.report import EvidenceSpan, PairSide

_MARKUP = re.compile(r"!?\[(?P<words>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^<>]*>|[*_`~\\]")
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t>#*-]*")


class Located(NamedTuple):
    """A span over ``[start, end)`` of a side's text."""

    start: int
    end: int
    span: EvidenceSpan


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


def located(side: PairSide, spans: Sequence[EvidenceSpan]) -> tuple[list[Located], list[EvidenceSpan]]:
    """Spans with their place in the side's text, from left to right, and those whose place cannot be told."""
    placed, lost = [], []
    for span in spans:
        place = locate(side, span)
        if place is None:
            lost.append(span)
        else:
            placed.append(Located(*place, span))
    return sorted(placed, key=lambda p: p[:2]), lost


def _renderings(text: str) -> Iterator[str]:
    """What a stretch of a document may read like once its markup is gone: as it is, lines joined, markup stripped."""
    stripped = html.unescape(_MARKUP.sub(lambda m: m["words"] or "", text))
    lines = _LINE_BREAK.split(stripped.strip())
    yield from dict.fromkeys(t for t in (text, " ".join(text.split()), " ".join(lines), "".join(lines)) if t.strip())
