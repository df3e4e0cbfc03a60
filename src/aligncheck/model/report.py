"""The report of one document, field for field as it is written to JSON (see docs/report.schema.json).

Most are made without regard for the garbage collector (``gc=False``): they hold no cycles, and a run has hundreds of
thousands of them, which it would otherwise go through again and again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

if TYPE_CHECKING:
    from aligncheck.model.text import Side

SCHEMA_VERSION = 1
"""Of the JSON of a report."""


class Severity(StrEnum):
    """How much a finding matters: an error stops the gate, a warning guides the eye, info is a hint."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Status(StrEnum):
    """Where a finding stands with the gate."""

    NEW = "new"
    BASELINED = "baselined"
    SUPPRESSED = "suppressed"


class ToolInfo(msgspec.Struct, frozen=True, gc=False):
    name: str
    version: str


class SourceInfo(msgspec.Struct, frozen=True, gc=False):
    path: str
    lang: str


class TargetInfo(msgspec.Struct, frozen=True, gc=False):
    """``script`` is Hans, Hant, mixed, or None where the target is not Chinese or has too few telling characters."""

    path: str
    lang: str
    script: str | None


class DocumentInfo(msgspec.Struct, frozen=True, gc=False):
    path: str
    source: SourceInfo
    target: TargetInfo
    layout: str


class InlineMark(msgspec.Struct, frozen=True, gc=False):
    """Inline markup over characters ``[start, end)`` of a side's text; ``target`` is the address of a link."""

    kind: str
    start: int
    end: int
    target: str | UnsetType = UNSET


class PairSide(msgspec.Struct, frozen=True, gc=False):
    """Lines and columns from 1; ``start`` and ``end`` are characters of the document.

    ``marks`` is the text's inline markup, where it has any: code, link, image, emphasis, strong, math, placeholder …
    """

    text: str
    line: int
    column: int
    end_line: int
    start: int
    end: int
    marks: tuple[InlineMark, ...] | UnsetType = UNSET

    @classmethod
    def of(cls, side: Side, *, marked: bool = False) -> PairSide:
        """A side with its place in its document, and with its markup if it is to be ``marked``."""
        span = side.span
        line, column = side.document.place(span.start)
        end_line, _ = side.document.place(max(span.start, span.end - 1))
        marks = tuple(
            InlineMark(m.kind, m.start, m.end, UNSET if m.target is None else m.target)
            for m in (side.marks if marked else ())
            if m.start < m.end
        )
        return cls(side.text, line, column, end_line, span.start, span.end, marks or UNSET)


class PairRecord(msgspec.Struct, frozen=True, gc=False):
    id: int
    type: str
    confidence: float
    source: PairSide | None
    target: PairSide | None


class EvidenceSpan(msgspec.Struct, frozen=True, omit_defaults=False, gc=False):
    """Characters of a document that a finding points at.

    ``value`` is what they stand for, where they have a value; of words without rendering, possible readings.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    value: str | UnsetType = UNSET


class Fix(msgspec.Struct, frozen=True, gc=False):
    """A change to the target's document: ``replacement`` in place of ``text``, its characters ``[start, end)``.

    A ``safe`` one is right whenever the finding is; of others a person has to judge. Those of a finding with one
    ``group`` mend one place, so that they are made together or not at all; without a group, a fix stands alone.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    replacement: str
    safe: bool
    group: int | UnsetType = UNSET


class Finding(msgspec.Struct, frozen=True, gc=False):
    """``pair`` is a pair's id, or None for a finding on the document.

    ``reason`` is what a suppression or a baseline entry says for itself, where it says anything. ``parts`` are the
    fingerprints of the faults that a finding tells together, where they differ from its own: each is what the fault
    would have if it were told alone. ``fixes`` mend it, all together, where a program can; a fault that is told once
    for many ``places`` has those of all of them, and evidence for a few.
    """

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    pair: int | None
    source_spans: tuple[EvidenceSpan, ...]
    target_spans: tuple[EvidenceSpan, ...]
    fingerprint: str
    status: Status
    reason: str | UnsetType = UNSET
    parts: tuple[str, ...] | UnsetType = UNSET
    fixes: tuple[Fix, ...] | UnsetType = UNSET
    places: int | UnsetType = UNSET

    @property
    def decidable(self) -> bool:
        """Whether it is about the text, so that somebody may decide on it, and not about what was decided before."""
        return not self.code.startswith(OWN)

    @property
    def marks(self) -> tuple[str, ...]:
        """By what a record of the finding knows it again, or a part of it: its own fingerprint, then its parts'."""
        return (self.fingerprint, *(self.parts or ()))

    @property
    def faults(self) -> tuple[str, ...]:
        """The fault a finding tells, then those it is made of: its marks without the numbers of repeats."""
        return tuple(fault_of(mark) for mark in self.marks)


OWN = "SUP"
"""The family of the rules on suppressions and the baseline: nothing suppresses what they find, nobody decides on it."""


def fault_of(fingerprint: str) -> str:
    """A fingerprint without the number of the repeat: all equal faults of a document have it."""
    return fingerprint.partition("-")[0]


class Heading(msgspec.Struct, frozen=True, gc=False):
    """A pair that is a heading, for landmarks; ``level`` 1–6."""

    pair: int
    level: int


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Consecutive pairs ``first``…``last`` (ids, inclusive) of text in one language only, noted once."""

    first: int
    last: int
    lang: str
    sentences: int


class Stats(msgspec.Struct, frozen=True):
    """Counts that the report shows; ``aligned`` is the share of characters that stand in a two-sided pair."""

    pairs: int
    aligned_pairs: int
    source_sentences: int
    target_sentences: int
    aligned: float
    findings: dict[str, int]
    headings: tuple[Heading, ...]
    stretches: tuple[Stretch, ...]
    notes: tuple[str, ...]


class Report(msgspec.Struct, frozen=True):
    schema_version: int
    tool: ToolInfo
    signature: str
    document: DocumentInfo
    pairs: tuple[PairRecord, ...]
    findings: tuple[Finding, ...]
    stats: Stats

    @property
    def id(self) -> str:
        """Sixteen hex digits of the document's faults: decisions about one report are about no other.

        What is said of suppressions and of the baseline does not count, nor does any finding's standing: a report keeps
        its id when decisions are applied.
        """
        marks = sorted(f.fingerprint for f in self.findings if f.decidable)
        return hashlib.sha256("\x1f".join(marks).encode()).hexdigest()[:16]

    def having(self, findings: Iterable[Finding]) -> Report:
        """The report with these findings in place of its own, counted anew."""
        found = tuple(findings)
        counts = dict(sorted(Counter(f.code for f in found).items()))
        stats = msgspec.structs.replace(self.stats, findings=counts)
        return msgspec.structs.replace(self, findings=found, stats=stats)
