"""Puts a report together from pairs of lines and planted faults, without reader, aligner or checks."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET

from aligncheck.model.report import (
    DocumentInfo,
    EvidenceSpan,
    Finding,
    Heading,
    PairRecord,
    PairSide,
    Report,
    Severity,
    SourceInfo,
    Stats,
    Status,
    Stretch,
    TargetInfo,
    ToolInfo,
)

Evidence = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding to plant: evidence as (words, value) on either side."""

    code: str
    name: str
    severity: Severity
    message: str
    source: tuple[Evidence, ...] = ()
    target: tuple[Evidence, ...] = ()
    confidence: float = 0.95
    status: Status = Status.NEW


@dataclass(frozen=True, slots=True)
class Line:
    """An English and a Chinese sentence, one of them perhaps missing; ``stretch`` marks one-language text."""

    en: str | None
    zh: str | None
    faults: tuple[Fault, ...] = ()
    level: int = 0
    confidence: float = 0.96
    type: str = ""
    stretch: bool = False


def build(
    path: str,
    lines: Sequence[Line],
    *,
    script: str | None = "Hans",
    on_document: Sequence[Fault] = (),
    notes: tuple[str, ...] = (),
    layout: str = "alternating",
) -> Report:
    """A report on a file in which each English line is followed by its Chinese one."""
    pairs, findings, headings, at, row = [], [], [], 0, 1
    for number, line in enumerate(lines):
        sides: list[PairSide | None] = []
        for text in (line.en, line.zh):
            if text is None:
                sides.append(None)
                continue
            sides.append(PairSide(text, row, 1, row, at, at + len(text)))
            at, row = at + len(text) + 1, row + 1
        kind = line.type or f"{int(sides[0] is not None)}-{int(sides[1] is not None)}"
        pairs.append(PairRecord(number, kind, line.confidence, sides[0], sides[1]))
        findings += [_finding(f, number, sides[0], sides[1]) for f in line.faults]
        if line.level:
            headings.append(Heading(number, line.level))
    findings = [_finding(f, None, None, None) for f in on_document] + findings
    both = [p for p in pairs if p.source and p.target]
    aligned = sum(len(s.text) for p in both for s in (p.source, p.target) if s)
    total = sum(len(s.text) for p in pairs for s in (p.source, p.target) if s)
    return Report(
        schema_version=1,
        tool=ToolInfo("aligncheck", "0.1.0"),
        signature="9c41d07e-zh2a",
        document=DocumentInfo(path, SourceInfo(path, "en"), TargetInfo(path, "zh", script), layout),
        pairs=tuple(pairs),
        findings=tuple(findings),
        stats=Stats(
            pairs=len(pairs),
            aligned_pairs=len(both),
            source_sentences=sum(p.source is not None for p in pairs),
            target_sentences=sum(p.target is not None for p in pairs),
            aligned=aligned / total if total else 0.0,
            findings=dict(sorted(Counter(f.code for f in findings).items())),
            headings=tuple(headings),
            stretches=tuple(_stretches(lines)),
            notes=notes,
        ),
    )


def _stretches(lines: Sequence[Line]) -> list[Stretch]:
    found: list[Stretch] = []
    for number, line in enumerate(lines):
        if not line.stretch:
            continue
        lang = "en" if line.en is not None else "zh"
        if found and found[-1].last == number - 1 and found[-1].lang == lang:
            found[-1] = Stretch(found[-1].first, number, lang, found[-1].sentences + 1)
        else:
            found.append(Stretch(number, number, lang, 1))
    return found


def _finding(fault: Fault, pair: int | None, source: PairSide | None, target: PairSide | None) -> Finding:
    key = repr((fault.code, fault.message, pair, source and source.text, target and target.text))
    return Finding(
        code=fault.code,
        name=fault.name,
        severity=fault.severity,
        confidence=fault.confidence,
        message=fault.message,
        pair=pair,
        source_spans=_spans(fault.source, source),
        target_spans=_spans(fault.target, target),
        fingerprint=hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:16],
        status=fault.status,
    )


def _spans(evidence: tuple[Evidence, ...], side: PairSide | None) -> tuple[EvidenceSpan, ...]:
    spans = []
    for words, value in evidence:
        at = side.text.index(words) if side else 0
        start, line = (side.start + at, side.line) if side else (0, 1)
        spans.append(EvidenceSpan(start, start + len(words), line, at + 1, words, UNSET if value is None else value))
    return tuple(spans)
