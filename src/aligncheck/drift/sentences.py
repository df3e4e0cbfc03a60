"""The sentences that were and those that are, numbered, each language by itself; what in them is to be translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aligncheck.model.drift import AcceptedBead, Trace
from aligncheck.model.text import Document, Pair, Segment

_OPAQUE = frozenset({"code", "math", "html", "image", "placeholder", "footnote"})
_WORD = re.compile(r"[^\W\d_]{2,}|[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Old:
    """The accepted sentences in order, and the bead of each."""

    source: list[Trace] = field(default_factory=list)
    target: list[Trace] = field(default_factory=list)
    source_bead: list[int] = field(default_factory=list)
    target_bead: list[int] = field(default_factory=list)
    targets_of: list[tuple[int, ...]] = field(default_factory=list)
    sources_of: list[tuple[int, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, beads: Sequence[AcceptedBead]) -> Old:
        old = cls()
        for number, bead in enumerate(beads):
            for traces, bead_of, ids_of, members in (
                (old.source, old.source_bead, old.sources_of, bead.source),
                (old.target, old.target_bead, old.targets_of, bead.target),
            ):
                ids_of.append(tuple(range(len(traces), len(traces) + len(members))))
                traces += members
                bead_of += [number] * len(members)
        return old


@dataclass(frozen=True, slots=True)
class New:
    """The sentences of now, each language in the order of its file, and the pair of each."""

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    source_pair: tuple[int, ...]
    target_pair: tuple[int, ...]
    documents: tuple[Document | None, Document | None]

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> New:
        columns = []
        for sides in ([(p.source, p.id) for p in pairs], [(p.target, p.id) for p in pairs]):
            listed = [(s, number) for side, number in sides if side is not None for s in side.segments]
            listed.sort(key=lambda one: one[0].span.start)
            document = next((side.document for side, _ in sides if side is not None), None)
            columns.append((tuple(s for s, _ in listed), tuple(n for _, n in listed), document))
        (source, source_pair, one), (target, target_pair, other) = columns
        return cls(source, target, source_pair, target_pair, (one, other))


def speaks(segments: Iterable[Segment]) -> bool:
    """Whether there is a word to translate: not code, a number or an address alone."""
    for segment in segments:
        text = segment.text
        for mark in segment.marks:
            if mark.kind in _OPAQUE:
                text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
        if _WORD.search(re.sub(r"\S*(?:://|@|www\.)\S*", " ", text)):
            return True
    return False


def is_remark(segments: Sequence[Segment]) -> bool:
    """Whether sentences are values of a page's front matter or titles of its boxes, which either language may lack."""
    return all(s.block.kind == "value" and s.block.unit is None for s in segments)
