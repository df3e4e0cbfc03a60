"""Counts decisions by rule and by document, and lists what is to be mended and what no longer stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import UNSET, UnsetType

from aligncheck.model.report import Finding, Status
from aligncheck.model.triage import Choice
from aligncheck.model.triaged import Overruled, Said, Triage, TriagedDocument
from aligncheck.report.conventions import entries

VERSION = 1
"""Of the JSON of a summary."""


class Count(msgspec.Struct, frozen=True):
    """Of some findings: how many there are, are decided, are undecided but known already, and are neither.

    ``decisions`` has all four choices in their order.
    """

    findings: int
    decided: int
    known: int
    undecided: int
    decisions: dict[str, int]


class RuleCount(msgspec.Struct, frozen=True):
    """``false_alarms`` is the share of decided findings that are none; null where nothing is decided."""

    code: str
    name: str
    count: Count
    false_alarms: float | None


class DocumentCount(msgspec.Struct, frozen=True):
    """``stale``: whether decisions were made of another report than ``report``, the id of the present one."""

    path: str
    report: str
    count: Count
    stale: bool


class Judged(msgspec.Struct, frozen=True):
    """A finding that is to be mended; line and column from 1, null for the document as a whole."""

    path: str
    line: int | None
    column: int | None
    code: str
    message: str
    fingerprint: str
    reason: str | UnsetType = UNSET


class Gone(msgspec.Struct, frozen=True):
    """A decision that stands no longer: the document lacks the finding, or there is no such document."""

    document: str
    code: str
    fingerprint: str
    decision: Choice
    file: str
    line: int
    because: str


class Changed(msgspec.Struct, frozen=True):
    """A finding that was decided twice; ``file`` and ``line`` are those of the decision that counts."""

    document: str
    code: str
    fingerprint: str
    earlier: Choice
    decision: Choice
    file: str
    line: int


class Figures(msgspec.Struct, frozen=True):
    """A whole summary, field for field as its JSON has it (see docs/triage.md)."""

    schema_version: int
    count: Count
    rules: tuple[RuleCount, ...]
    documents: tuple[DocumentCount, ...]
    to_mend: tuple[Judged, ...]
    gone: tuple[Gone, ...]
    decided_twice: tuple[Changed, ...]


def figures(triage: Triage) -> Figures:
    """The summary of decisions: rules by code, documents in their order, those without findings left out."""
    documents = [document for document in triage.documents if document.findings or document.gone]
    pairs = [pair for document in documents for pair in _pairs(document)]
    codes = sorted({finding.code for finding, _ in pairs})
    return Figures(
        VERSION,
        _count(pairs),
        tuple(_rule([pair for pair in pairs if pair[0].code == code]) for code in codes),
        tuple(_document(document) for document in documents),
        tuple(to_mend(documents)),
        (*_gone(documents), *(_lost(said, "no document of this run") for said in triage.absent)),
        tuple(map(_changed, triage.overruled)),
    )


def to_mend(documents: Iterable[TriagedDocument], choice: Choice = Choice.TRUE) -> list[Judged]:
    """The findings that were decided so, in the order of the reports."""
    found = []
    for document in documents:
        wanted = {mark: said for mark, said in document.decided.items() if said.decision.decision is choice}
        for entry in entries([document.report]) if wanted else ():
            said = wanted.get(entry.finding.fingerprint)
            if said is not None:
                f = entry.finding
                found.append(Judged(*entry.place, f.code, f.message, f.fingerprint, said.decision.reason))
    return found


def _count(pairs: Sequence[tuple[Finding, Said | None]]) -> Count:
    decided = Counter(said.decision.decision for _, said in pairs if said is not None)
    known = sum(said is None and finding.status is not Status.NEW for finding, said in pairs)
    decisions = {choice.value: decided[choice] for choice in Choice}
    return Count(len(pairs), decided.total(), known, len(pairs) - decided.total() - known, decisions)


def _rule(pairs: Sequence[tuple[Finding, Said | None]]) -> RuleCount:
    count = _count(pairs)
    share = round(count.decisions[Choice.FALSE_ALARM] / count.decided, 3) if count.decided else None
    return RuleCount(pairs[0][0].code, pairs[0][0].name, count, share)


def _document(document: TriagedDocument) -> DocumentCount:
    count = _count(_pairs(document))
    return DocumentCount(document.report.document.path, document.report.id, count, document.stale)


def _pairs(document: TriagedDocument) -> list[tuple[Finding, Said | None]]:
    """Findings, each with what was decided on it."""
    return [(finding, document.decided.get(finding.fingerprint)) for finding in document.findings]


def _gone(documents: Iterable[TriagedDocument]) -> list[Gone]:
    return [_lost(said, "no such finding any more") for document in documents for said in document.gone]


def _lost(said: Said, because: str) -> Gone:
    decision, path, line = said
    return Gone(decision.document, decision.code, decision.fingerprint, decision.decision, path, line, because)


def _changed(overruled: Overruled) -> Changed:
    decision, path, line = overruled.later
    earlier = overruled.earlier.decision.decision
    return Changed(decision.document, decision.code, decision.fingerprint, earlier, decision.decision, path, line)
