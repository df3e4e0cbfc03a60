"""Blocks being collected: readers add them in any order, the document gets them in order; knows no format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.formats.clean import Cleaned, copied
from aligncheck.model.text import Block, BlockKind, Cell, Lang, Span


class _Draft(NamedTuple):
    """A block but for its number, which is known only when all are there."""

    kind: BlockKind
    clean: Cleaned
    span: Span
    level: int
    quote: int
    unit: str | None
    lang: Lang | None
    cell: Cell | None
    info: str


@dataclass(slots=True)
class Drafts:
    """Collects the blocks of one document; ``text`` is the whole document."""

    text: str
    drafts: list[_Draft] = field(default_factory=list)

    def add(
        self,
        kind: BlockKind,
        clean: Cleaned,
        span: Span,
        *,
        level: int = 0,
        quote: int = 0,
        unit: str | None = None,
        lang: Lang | None = None,
        cell: Cell | None = None,
        info: str = "",
    ) -> None:
        """Add a block of clean text; an empty one is dropped."""
        if clean.text:
            self.drafts.append(_Draft(kind, clean, span, level, quote, unit, lang, cell, info))

    def add_raw(self, kind: BlockKind, start: int, end: int, *, quote: int = 0, info: str = "") -> None:
        """Add what is not prose, as it stands."""
        clean = copied(self.text, start, end)
        if clean.text:
            self.add(kind, clean, Span(clean.anchors[0].doc_start, clean.anchors[-1].doc_end), quote=quote, info=info)

    def finish(self) -> tuple[Block, ...]:
        """The blocks in document order, numbered."""
        ordered = sorted(self.drafts, key=lambda draft: draft.span)
        return tuple(
            Block(
                i,
                draft.kind,
                draft.clean.text,
                draft.clean.anchors,
                draft.span,
                draft.level,
                draft.quote,
                draft.unit,
                draft.lang,
                draft.cell,
                draft.clean.marks,
                draft.info,
            )
            for i, draft in enumerate(ordered)
        )
