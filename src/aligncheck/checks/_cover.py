"""Which words of a document's pairs render which, worked out once for all rules that ask. Judges nothing."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import DocumentContext, PairContext
from aligncheck.coverage.cover import Cover


class Covered(NamedTuple):
    """The pairs of two languages, and how the words of their prose cover each other: pair n is text n of ``cover``."""

    pairs: tuple[PairContext, ...]
    cover: Cover


def covered(document: DocumentContext) -> Covered:
    """The document's pairs with their cover."""
    return document.once("cover", _covered)


def _covered(document: DocumentContext) -> Covered:
    pairs = [p for p in document.pairs if p.source and p.target and p.source.lang != p.target.lang]
    sides = tuple(document.pair(p) for p in pairs)
    english, chinese = [prose(s.english) for s in sides], [prose(s.chinese) for s in sides]
    return Covered(sides, Cover.of(english, chinese, document.lexicon, document.terms))
