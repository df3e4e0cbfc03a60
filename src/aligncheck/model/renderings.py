"""Two renderings of one source, compared: the JSON of ``aligncheck renderings``. Shapes only."""

from __future__ import annotations

from typing import Literal

import msgspec

from aligncheck.model.report import PairSide, ToolInfo

RENDERINGS_VERSION = 1

Difference = Literal["equal", "form", "wording", "values", "only-a", "only-b"]
"""How two renderings of a sentence differ: not at all; in punctuation, spaces, case, width or script alone; in wording;
in a number, date or measure; or only one of the two renders it."""


class ValueChange(msgspec.Struct, frozen=True, gc=False):
    """A value of A and the one that stands for it in B, as written; ``""`` where there is none."""

    a: str
    b: str

    @property
    def text(self) -> str:
        """The change in words: ``2019 → 2018``, ``2019 → —``."""
        return f"{self.a or '—'} → {self.b or '—'}"


class Compared(msgspec.Struct, frozen=True, gc=False):
    """Sentences that render the same source.

    Attributes:
        id: number in document order, from 0.
        source: the source sentences, where a source is known.
        a, b: what renders them; None where nothing does.
        difference: see ``Difference``.
        chrf: of B against A as the reference, 0–100; None where one is missing.
        values: numbers, dates and measures that differ.
    """

    id: int
    source: PairSide | None
    a: PairSide | None
    b: PairSide | None
    difference: Difference
    chrf: float | None
    values: tuple[ValueChange, ...] = ()


class RenderingInfo(msgspec.Struct, frozen=True, gc=False):
    """``script`` is Hans, Hant or mixed; None where the text is not Chinese or has too few telling characters."""

    path: str
    script: str | None


class RenderingsSummary(msgspec.Struct, frozen=True, gc=False):
    """Counts and scores over all that was compared.

    Attributes:
        chrf: corpus chrF of B against A as the reference, over what both render; None where that is nothing.
        signature: sacreBLEU's signature of that score; ``""`` where there is none.
        folded: both were put into simplified characters before they were scored, since their scripts differ.
        compared: entries that both render; ``share_equal`` is the part of them that is equal or differs in form alone.
        differences: how many entries differ how; all six are named.
    """

    chrf: float | None
    signature: str
    folded: bool
    compared: int
    share_equal: float
    differences: dict[Difference, int]


class Renderings(msgspec.Struct, frozen=True):
    """The comparison of two renderings, A and B.

    Attributes:
        lang: the language of both.
        a, b: the files they stand in; the same one where a document holds both.
        source: the file of the source, where one is known.
        entries: in document order.
        failing: why the command fails; none where it passes.
    """

    schema_version: int
    tool: ToolInfo
    lang: str
    a: RenderingInfo
    b: RenderingInfo
    source: str | None
    summary: RenderingsSummary
    entries: tuple[Compared, ...]
    failing: tuple[str, ...] = ()

    @property
    def worst_first(self) -> list[Compared]:
        """Entries that differ in more than form: other values first, then what one lacks, then by chrF."""
        rank = {"values": 0, "only-a": 1, "only-b": 1, "wording": 2}
        found = [e for e in self.entries if e.difference in rank]
        return sorted(found, key=lambda e: (rank[e.difference], 0.0 if e.chrf is None else e.chrf, e.id))
