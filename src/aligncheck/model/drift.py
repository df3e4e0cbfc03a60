"""What was accepted as right, and how texts have drifted from it: shapes only.

``Trace``, ``AcceptedBead`` and ``Accepted`` say what a document held when it was accepted, ``Wording`` and ``Step``
how sentences of one language differ from what they were. ``DriftStatus`` is the JSON of ``aligncheck drift``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from aligncheck.model.report import PairSide, Severity, ToolInfo
from aligncheck.model.text import Side

STATUS_VERSION = 1


class Trace(msgspec.Struct, frozen=True, gc=False):
    """What is known of a sentence as it was.

    Attributes:
        id: hash of the sentence without what never matters: spaces, line breaks, punctuation, case, markup.
        words: of a source sentence, a hash of each word in order, all of one length and joined: enough to tell which
            words came and went, not what they were.
        values: of a source sentence, its numbers, dates and versions as written, and short inline code in back quotes,
            so that a change can name the old one.
        text: the sentence itself, where it is known (git) or was kept (``keep-text``).
    """

    id: str
    words: str = ""
    values: tuple[str, ...] = ()
    text: str | None = None


class AcceptedBead(msgspec.Struct, frozen=True, gc=False):
    """Source sentences and the target sentences that answered for them; one side may be empty."""

    source: tuple[Trace, ...]
    target: tuple[Trace, ...]


class Accepted(msgspec.Struct, frozen=True):
    """A document in the state that somebody accepted, its beads in order of the source.

    Attributes:
        path: the document by its identity: the target's path from the project's root.
        source: the source's path from the root; None where one file holds both languages.
        sums: digest of the bytes of each accepted state of its files: where one is met, nothing has changed.
        beads: what answered what.
    """

    path: str
    source: str | None
    sums: tuple[str, ...]
    beads: tuple[AcceptedBead, ...]


WordingKind = Literal["number", "date", "negation", "duty", "condition", "code", "added", "removed", "replaced", "typo"]
"""What sort of change: a value, a date or version; not/never; must/may; if/unless/only; inline code; words or clauses
that came, went or were replaced; a mended slip of the pen."""


class Wording(msgspec.Struct, frozen=True):
    """One change inside a sentence; ``old`` or ``new`` is ``""`` where there is nothing, or where it is not known.

    In ``old`` an ellipsis stands for words that are not known.

    ``start`` and ``end`` are characters of the new sentences' text, joined as ``Side.of`` joins them; an empty range is
    the place where something was taken out.
    """

    kind: WordingKind
    old: str
    new: str
    material: bool
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """The change in words: ``v1.22 → v1.23``, ``added: ‘unless it rains’``."""
        if self.old and self.new:
            return f"{self.old} → {self.new}"
        return f"added: ‘{self.new}’" if self.new else f"removed: ‘{self.old}’" if self.old else "words removed"


class Step(msgspec.Struct, frozen=True):
    """Old sentences and the new ones they became: numbers in their lists, each sentence in exactly one step.

    One side is empty where sentences came or went. ``same`` says that nothing changed that is ever looked at; ``moved``
    that they stand at another place among the others. ``chrf`` (0–100) and ``ter`` (0 is equal), both of sacrebleu,
    compare the new text with the old, where that is known.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    same: bool = False
    moved: bool = False
    changes: tuple[Wording, ...] = ()
    chrf: float | None = None
    ter: float | None = None

    @property
    def material(self) -> bool:
        """Whether a translator has to look."""
        return any(change.material for change in self.changes) or not (self.old and self.new)


SentenceState = Literal[
    "current", "stale", "retranslated", "target-changed", "leftover", "added", "moved", "untranslated"
]
"""``stale``: the source changed, the target did not. ``retranslated``: both did. ``target-changed``: only the target.
``leftover``: the source is gone, its translation still there. ``added``: a source sentence that is new and not
translated. ``moved``: both stand elsewhere. ``untranslated``: had no translation when it was accepted, and has none."""

DocumentState = Literal["current", "stale", "missing", "orphaned", "unlocked"]
"""``missing``: an original without translation. ``orphaned``: a translation without original. ``unlocked``: nobody has
accepted this document yet."""


@dataclass(frozen=True, slots=True)
class Drifted:
    """A sentence pair that is not what was accepted, with its places; rules on drift see it.

    Attributes:
        state: what became of it.
        source, target: the sentences as they are, None where there are none.
        old: the source as it was, where it is known.
        changes: how the source's wording changed, those that matter first; ``start`` and ``end`` are characters of
            ``source.text``.
        material: whether a translator has to look.
        chrf, ter: see ``Step``.
    """

    state: SentenceState
    source: Side | None
    target: Side | None
    old: str | None = None
    changes: tuple[Wording, ...] = ()
    material: bool = False
    chrf: float | None = None
    ter: float | None = None


@dataclass(frozen=True, slots=True)
class Lone:
    """A file without its counterpart; ``was_paired`` says that a document of both was accepted once.

    ``missing`` is what there is none of, the translation (``target``) or the original (``source``); ``path`` is that of
    the file there is, and ``expected`` the missing one's, where it is known.
    """

    path: str
    missing: Literal["source", "target"]
    was_paired: bool
    expected: str | None = None


class SentenceDrift(msgspec.Struct, frozen=True):
    """A sentence pair that is not what was accepted.

    Attributes:
        state: what became of it.
        code, severity, message, fingerprint: of the finding on it, None where it is none (re-translated, moved).
        source, target: the sentences as they are, None where there are none.
        old: the source as it was, where it is known.
        changes: how the source's wording changed; those that matter first.
        material: whether it changes what a translation has to say.
        chrf, ter: how far the new source is from the old (see ``Step``).
    """

    state: SentenceState
    code: str | None
    severity: Severity | None
    message: str
    fingerprint: str | None
    source: PairSide | None
    target: PairSide | None
    old: str | None
    changes: tuple[Wording, ...]
    material: bool
    chrf: float | None = None
    ter: float | None = None


class DocumentDrift(msgspec.Struct, frozen=True):
    """How a document stands.

    Attributes:
        path: its name in reports: the target's path, or the source's where there is no target.
        source, target: paths of its files; None for one that is missing.
        state: the whole of it; a document with cosmetic changes alone is current.
        reference: what it was compared with: a lock, or a commit; None where there is nothing.
        sentences: how many pairs are in each state.
        drifted: those that are not current, in order of the source.
        since: day (``2026-05-01``) of the oldest material change that nothing answers, where git knows it.
        excused: why it does not count although it is stale; ``""`` where it counts, or is not.
        notes: remarks, such as a pin that could not be followed.
    """

    path: str
    source: str | None
    target: str | None
    state: DocumentState
    reference: str | None
    sentences: dict[SentenceState, int]
    drifted: tuple[SentenceDrift, ...] = ()
    since: str | None = None
    excused: str = ""
    notes: tuple[str, ...] = ()

    @property
    def material(self) -> int:
        """How many material changes nothing answers."""
        return sum(s.material and s.state in ("stale", "added", "leftover") for s in self.drifted)


class Recorded(msgspec.Struct, frozen=True):
    """A run that was recorded, for the trend: its day, the commit where there is one, and documents by state."""

    day: str
    commit: str | None
    documents: dict[DocumentState, int]


class Summary(msgspec.Struct, frozen=True):
    """Counts over all documents; ``share_current`` is that of documents with both files (1 where there are none)."""

    documents: dict[DocumentState, int]
    sentences: dict[SentenceState, int]
    material: int
    share_current: float
    oldest: str | None


class DriftStatus(msgspec.Struct, frozen=True):
    """The JSON of ``aligncheck drift``; ``failing`` are the reasons why the gate fails, none where it passes."""

    schema_version: int
    tool: ToolInfo
    compared_with: str
    summary: Summary
    documents: tuple[DocumentDrift, ...]
    failures: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    history: tuple[Recorded, ...] = ()
