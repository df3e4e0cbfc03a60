"""What the rules on leftovers look at: the text of each target, and what of the source excuses it. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligncheck.checks._layout import pairs_given, two_files
from aligncheck.checks._prose import VERBATIM, without
from aligncheck.checks._rule import DocumentContext, Evidence
from aligncheck.model.text import MarkKind, Pair, Side

NEIGHBOURS = 2
"""So many pairs before and after a target may hold what it renders, where sentences were paired by alignment."""
_VERBATIM: frozenset[MarkKind] = VERBATIM - {"html"}
"""Tags are not left out: those of prompts are what a rule looks for."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target side; ``text`` is its prose, with code and the like blanked out at the same offsets."""

    number: int
    pair: Pair
    side: Side
    text: str

    @property
    def source(self) -> str:
        return self.pair.source.text if self.pair.source else ""

    def key(self, fault: str) -> str:
        """A fault of this target in a form that tells it from the same one in another sentence."""
        return f"{fault}\x1f{self.source}\x1f{self.side.text}"

    def evidence(self, start: int, end: int) -> Evidence:
        """Characters of the document, for a rule that speaks of documents."""
        return Evidence(*self.side.locate(start, end))

    def source_evidence(self) -> tuple[Evidence, ...]:
        return (Evidence(*self.pair.source.span),) if self.pair.source else ()


def targets(document: DocumentContext) -> Sequence[Target]:
    """Every target side in the order of the pairs. A text that has no translation at all has none to look at."""
    return document.once("leftovers: targets", _targets)


def _targets(document: DocumentContext) -> Sequence[Target]:
    if document.layout in ("one-language", "unrelated"):
        return ()
    return [
        Target(number, pair, pair.target, without(pair.target, _VERBATIM))
        for number, pair in enumerate(document.pairs)
        if pair.target is not None and pair.reading != "stretch"
    ]


def around(target: Target, document: DocumentContext) -> str:
    """What the target may render: its own source, and where sentences were aligned, the sources near it."""
    if pairs_given(document):
        return target.source
    near = document.pairs[max(0, target.number - NEIGHBOURS) : target.number + NEIGHBOURS + 1]
    return "\n".join(pair.source.text for pair in near if pair.source)


def whole_source(document: DocumentContext) -> str:
    """The whole original with its code; nothing where both languages share a file, or where rows are pairs."""
    return document.source.text if two_files(document) and not pairs_given(document) else ""
