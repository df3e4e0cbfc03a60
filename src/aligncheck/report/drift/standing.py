"""What all writers of drift do alike: orders, names of states, what is told at all; knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from aligncheck.model.drift import DocumentDrift, DocumentState, DriftStatus, SentenceDrift, SentenceState, Wording
from aligncheck.model.report import Severity
from aligncheck.model.run import Verdict
from aligncheck.report.conventions import Place, count, outcome, percent
from aligncheck.report.inert import clip
from aligncheck.report.invisible import plain

WORST_FIRST: tuple[DocumentState, ...] = ("stale", "missing", "orphaned", "unlocked", "current")
SENTENCE_STATES: tuple[SentenceState, ...] = get_args(SentenceState)
WAITING_FIRST: tuple[SentenceState, ...] = (
    "stale",
    "added",
    "leftover",
    "untranslated",
    "retranslated",
    "target-changed",
    "moved",
    "current",
)
"""States of sentences as they are shown: those first that wait for a translator."""
DOCUMENT_STATES: tuple[DocumentState, ...] = get_args(DocumentState)

LONGEST_CHANGE = 120
"""Characters of a change that are told."""

_IN_WORDS: Mapping[SentenceState, str] = {
    "retranslated": "re-translated",
    "target-changed": "translation changed",
    "leftover": "left over",
}
_MEANING: Mapping[DocumentState, str] = {
    "missing": "it has no translation",
    "orphaned": "it has no original",
    "unlocked": "nobody has accepted it yet",
}
_LOOKS: Mapping[DocumentState, Severity] = {
    "stale": Severity.WARNING,
    "missing": Severity.ERROR,
    "orphaned": Severity.INFO,
}

_State = TypeVar("_State", bound=str)


def in_words(state: SentenceState) -> str:
    """A sentence's state as running text has it."""
    return _IN_WORDS.get(state, state)


def in_order(counts: Mapping[_State, int], states: Sequence[_State]) -> dict[_State, int]:
    """The counts that are not zero, in the order of ``states``."""
    return {state: counts[state] for state in states if counts.get(state)}


def looks_of(state: DocumentState) -> Severity | None:
    """The severity whose colour and shape a document's state takes; None where there is no such."""
    return _LOOKS.get(state)


def order(document: DocumentDrift) -> tuple[int | str | bool, ...]:
    """Sort key, worst first: state, what counts before what is excused, most material changes, most drift, name."""
    rank = WORST_FIRST.index(document.state)
    return rank, bool(document.excused), -document.material, -len(document.drifted), document.path


def worst_first(status: DriftStatus) -> list[DocumentDrift]:
    """All documents, the worst first."""
    return sorted(status.documents, key=order)


def matters(sentence: SentenceDrift) -> bool:
    """Whether a line is worth it: a finding on a material change, or one that was made more than a hint."""
    return sentence.code is not None and (sentence.material or sentence.severity not in (None, Severity.INFO))


def waits(sentence: SentenceDrift) -> bool:
    """Whether a material change waits for a translator."""
    return sentence.material and sentence.state in WAITING_FIRST[:3]


def phrases_of(changes: Sequence[Wording]) -> list[str]:
    """The phrases that changes name, which a word diff keeps in one piece."""
    return [phrase for change in changes for phrase in (change.old, change.new)]


def place_of(document: DocumentDrift, sentence: SentenceDrift) -> Place:
    """The translation of the sentence, else the sentence itself, else the document."""
    for side, path in ((sentence.target, document.target), (sentence.source, document.source)):
        if side is not None:
            return Place(path or document.path, side.line, side.column)
    return Place(document.path)


def named(changes: Sequence[Wording], most: int) -> Iterator[str]:
    """Changes in words, each once and none too long, ``most`` of them and then how many more there are."""
    told = list(dict.fromkeys(clip(plain(change.text), LONGEST_CHANGE) for change in changes))
    yield from told[:most]
    if len(told) > most:
        yield f"{len(told) - most} more"


def standing(document: DocumentDrift) -> str:
    """How a document stands, in a line: ``stale since 2026-05-01: 2 stale, 1 added``."""
    since = f" since {document.since}" if document.since else ""
    counted = in_order(document.sentences, WAITING_FIRST)
    parts = [f"{n} {in_words(state)}" for state, n in counted.items() if state != "current"]
    told = _MEANING.get(document.state) or ", ".join(parts)
    said = f"{document.state}{since}{f': {told}' if told else ''}"
    return f"{said}; does not count: {document.excused}" if document.excused else said


def share(status: DriftStatus) -> str | None:
    """The share of documents with both files that are current; None where no document has both."""
    return percent(status.summary.share_current) if both_files(status.summary.documents) else None


def both_files(documents: Mapping[DocumentState, int]) -> int:
    """How many documents have an original and a translation."""
    return sum(documents.get(state, 0) for state in ("current", "stale", "unlocked"))


def totals(status: DriftStatus) -> list[tuple[str, Severity | None]]:
    """What there is, part by part, each with the severity it is coloured by."""
    summary = status.summary
    parts: list[tuple[str, Severity | None]] = [(count(sum(summary.documents.values()), "document"), None)]
    parts += [(f"{n} {state}", _LOOKS.get(state)) for state, n in in_order(summary.documents, WORST_FIRST).items()]
    if (current := share(status)) is not None:
        parts.append((f"{current} current", None))
    if summary.material:
        parts.append((count(summary.material, "material change"), Severity.WARNING))
    if summary.oldest:
        parts.append((f"oldest since {summary.oldest}", None))
    if status.failures:
        parts.append((f"{len(status.failures)} not read", Severity.ERROR))
    return parts


def verdict(status: DriftStatus) -> str:
    """Whether the gate fails, and why, in a sentence or two."""
    return outcome(Verdict(len(status.failing), len(status.failures), status.failing))
