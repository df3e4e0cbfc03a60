"""Puts a drift status together from sentences and what became of them, without lock, git or comparison."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from aligncheck.model.drift import (
    STATUS_VERSION,
    DocumentDrift,
    DocumentState,
    DriftStatus,
    Recorded,
    SentenceDrift,
    SentenceState,
    Summary,
    Wording,
    WordingKind,
)
from aligncheck.model.report import PairSide, Severity, ToolInfo

RULES: dict[str, tuple[str, Severity]] = {
    "stale": ("DRF001", Severity.WARNING),
    "cosmetic": ("DRF002", Severity.INFO),
    "added": ("DRF003", Severity.WARNING),
    "leftover": ("DRF004", Severity.WARNING),
    "target-changed": ("DRF005", Severity.INFO),
}


def side(text: str, line: int) -> PairSide:
    return PairSide(text, line, 1, line, line * 100, line * 100 + len(text))


def wording(kind: WordingKind, old: str, new: str, *, within: str = "", material: bool = True) -> Wording:
    """A change; its place is that of ``new`` in the sentence ``within``."""
    start = max(within.find(new), 0) if new else 0
    return Wording(kind, old, new, material, start, start + len(new) if within else start)


def drifted(
    state: SentenceState,
    line: int,
    source: str | None,
    target: str | None,
    changes: Sequence[Wording] = (),
    *,
    old: str | None = None,
    message: str = "",
    chrf: float | None = None,
    ter: float | None = None,
) -> SentenceDrift:
    """A sentence pair on line ``line`` of the source and three lines further down in the translation."""
    material = any(c.material for c in changes) or state in ("added", "leftover")
    rule = RULES.get("cosmetic" if state == "stale" and not material else state)
    key = repr((state, line, source, target, message))
    digest = hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return SentenceDrift(
        state=state,
        code=rule[0] if rule else None,
        severity=rule[1] if rule else None,
        message=message,
        fingerprint=digest if rule else None,
        source=None if source is None else side(source, line),
        target=None if target is None else side(target, line + 3),
        old=old,
        changes=tuple(changes),
        material=material,
        chrf=chrf,
        ter=ter,
    )


def document(
    path: str,
    sentences: Sequence[SentenceDrift] = (),
    *,
    source: str | None = None,
    current: int = 0,
    state: DocumentState | None = None,
    reference: str | None = "aligncheck.lock",
    since: str | None = None,
    excused: str = "",
    notes: tuple[str, ...] = (),
) -> DocumentDrift:
    """A document with so many current pairs besides the sentences; stale where one of them is material."""
    counts: Counter[SentenceState] = Counter(s.state for s in sentences)
    counts["current"] += current
    behind = any(s.material and s.state in ("stale", "added", "leftover") for s in sentences)
    whole = state or ("stale" if behind else "current")
    return DocumentDrift(
        path=path,
        source=source if whole != "orphaned" else None,
        target=path if whole != "missing" else None,
        state=whole,
        reference=reference if whole in ("current", "stale") else None,
        sentences=dict(counts),
        drifted=tuple(sentences),
        since=since,
        excused=excused,
        notes=notes,
    )


def status(
    documents: Sequence[DocumentDrift],
    *,
    failures: tuple[str, ...] = (),
    failing: tuple[str, ...] = (),
    history: tuple[Recorded, ...] = (),
    compared_with: str = "aligncheck.lock",
) -> DriftStatus:
    """The status of these documents, its summary counted."""
    states: Counter[DocumentState] = Counter(d.state for d in documents)
    sentences: Counter[SentenceState] = Counter()
    for one in documents:
        sentences.update(one.sentences)
    both = states["current"] + states["stale"] + states["unlocked"]
    summary = Summary(
        documents=dict(states),
        sentences=dict(sentences),
        material=sum(d.material for d in documents),
        share_current=states["current"] / both if both else 1.0,
        oldest=min((d.since for d in documents if d.since), default=None),
    )
    tool = ToolInfo("aligncheck", "0.1.0")
    return DriftStatus(STATUS_VERSION, tool, compared_with, summary, tuple(documents), failures, failing, history)
