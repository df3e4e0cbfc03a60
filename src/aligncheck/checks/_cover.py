"""Which words of a document's pairs render which, worked out once for all families that ask. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import DocumentContext

if TYPE_CHECKING:
    from aligncheck.coverage.cover import Cover


@dataclass(frozen=True)
class Covered:
    """The cover of a document's two-sided pairs, each pair's number in it by its id, and the English it was made of."""

    index: dict[int, int]
    cover: Cover
    english: tuple[str, ...]


def covered(document: DocumentContext) -> Covered:
    """The document's cover; loads numpy, at its first use."""
    return document.once("cover", _covered)


def _covered(document: DocumentContext) -> Covered:
    from aligncheck.coverage.cover import Cover

    pairs = [p for p in document.pairs if p.source and p.target and p.source.lang != p.target.lang]
    sides = [document.pair(p) for p in pairs]
    english, chinese = tuple(prose(s.english) for s in sides), [prose(s.chinese) for s in sides]
    cover = Cover.of(english, chinese, document.lexicon, document.terms)
    return Covered({p.id: n for n, p in enumerate(pairs)}, cover, english)
