"""Clean text under construction, with the anchors that lead back to the document; knows no format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.model.text import Anchor, Mark, MarkKind


class Cleaned(NamedTuple):
    """Text without markup, the anchors that map it to the document, and its marks."""

    text: str
    anchors: tuple[Anchor, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Piece:
    """Clean characters and the document range they came from; ``joint`` pieces stand for no characters there."""

    text: str
    doc_start: int
    doc_end: int
    joint: bool = False


@dataclass(slots=True)
class Clean:
    """Collects pieces in document order. A piece may be dropped later, when its character proves to be markup."""

    pieces: list[_Piece] = field(default_factory=list)
    marked: list[tuple[MarkKind, int, int, str | None]] = field(default_factory=list)

    def copy(self, text: str, doc_start: int) -> int:
        """Characters as they stand in the document; returns the piece's number."""
        return self.replace(text, doc_start, doc_start + len(text))

    def replace(self, text: str, doc_start: int, doc_end: int) -> int:
        """Characters written otherwise in the document (an entity, an escape)."""
        self.pieces.append(_Piece(text, doc_start, doc_end))
        return len(self.pieces) - 1

    def join(self, text: str, at: int) -> None:
        """Characters that the document does not have, or has as a line end."""
        self.pieces.append(_Piece(text, at, at, joint=True))

    def drop(self, piece: int) -> None:
        self.pieces[piece].text = ""

    def trim_left(self, piece: int, count: int) -> None:
        """Take ``count`` characters off the front of a copied piece."""
        found = self.pieces[piece]
        found.text, found.doc_start = found.text[count:], found.doc_start + count

    def trim_right(self, piece: int, count: int) -> None:
        found = self.pieces[piece]
        found.text, found.doc_end = found.text[: len(found.text) - count], found.doc_end - count

    def mark(self, kind: MarkKind, first: int, last: int, target: str | None = None) -> None:
        """Mark the pieces ``first <= i < last``."""
        self.marked.append((kind, first, last, target))

    def finish(self) -> Cleaned:
        """Join the pieces, merge anchors that continue each other, and strip white space at both ends."""
        at, starts, anchors = 0, [], list[Anchor]()
        for piece in self.pieces:
            starts.append(at)
            size = len(piece.text)
            if size and not piece.joint:
                _append(anchors, Anchor(at, at + size, piece.doc_start, piece.doc_end))
            at += size
        starts.append(at)
        text = "".join(piece.text for piece in self.pieces)
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        if left or right < len(text):
            right = max(left, right)
            text = text[left:right]
            anchors = [cut for a in anchors if (cut := _clip(a, left, right))]
        places = [min(len(text), max(0, start - left)) for start in starts]
        marks = [Mark(kind, places[first], places[last], target) for kind, first, last, target in self.marked]
        kept = sorted((m for m in marks if m.start <= m.end), key=lambda m: (m.start, -m.end, m.kind))
        return Cleaned(text, tuple(anchors), tuple(kept))


def _append(anchors: list[Anchor], new: Anchor) -> None:
    """Add an anchor, or lengthen the last one when both map character by character and touch."""
    if anchors:
        last = anchors[-1]
        touch = last.end == new.start and last.doc_end == new.doc_start
        if (
            touch
            and last.end - last.start == last.doc_end - last.doc_start
            and new.doc_end - new.doc_start == (new.end - new.start)
        ):
            anchors[-1] = Anchor(last.start, new.end, last.doc_start, new.doc_end)
            return
    anchors.append(new)


def _clip(anchor: Anchor, left: int, right: int) -> Anchor | None:
    """The part of an anchor inside ``[left, right)``, counted from ``left``; None when nothing is left."""
    start, end = max(anchor.start, left), min(anchor.end, right)
    if start >= end:
        return None
    if anchor.end - anchor.start != anchor.doc_end - anchor.doc_start:
        return Anchor(start - left, end - left, anchor.doc_start, anchor.doc_end)
    return Anchor(
        start - left, end - left, anchor.doc_start + start - anchor.start, anchor.doc_end - (anchor.end - end)
    )


def copied(text: str, start: int, end: int) -> Cleaned:
    """``text[start:end]`` of a document as it is, less white space at both ends."""
    return verbatim(text[start:end], start)


def verbatim(piece: str, doc_start: int) -> Cleaned:
    """A piece of a document, which begins at ``doc_start`` there, less white space at both ends."""
    text = piece.strip()
    if not text:
        return Cleaned("", ())
    doc_start += len(piece) - len(piece.lstrip())
    return Cleaned(text, (Anchor(0, len(text), doc_start, doc_start + len(text)),))
