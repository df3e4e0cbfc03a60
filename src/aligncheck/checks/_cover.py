"""Which words of a document's pairs render which, worked out once for all families that ask. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import DocumentContext, PairContext

if TYPE_CHECKING:
    from aligncheck.coverage.cover import Cover


class Covered(NamedTuple):
    """The pairs of two languages, their English as prose, and how words cover each other: pair n is text n of it."""

    pairs: tuple[PairContext, ...]
    english: tuple[str, ...]
    cover: Cover


def covered(document: DocumentContext) -> Covered:
    """The document's pairs with their cover; loads numpy, at its first use."""
    return document.once("cover", _covered)


def _covered(document: DocumentContext) -> Covered:
    from aligncheck.coverage.cover import Cover

    pairs = [p for p in document.pairs if p.source and p.target and p.source.lang != p.target.lang]
    sides = tuple(document.pair(p) for p in pairs)
    english, chinese = tuple(prose(s.english) for s in sides), [prose(s.chinese) for s in sides]
    return Covered(sides, english, Cover.of(english, chinese, document.lexicon, document.terms))
