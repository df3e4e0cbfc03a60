"""Turns segments into pairs: by unit where the format holds pairs, by alignment elsewhere; says what stays unpaired.

Knows documents and layouts; what makes two sentences alike is score.py's, how one file is read is single.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from aligncheck.alignment import Progress, align_sentences
from aligncheck.alignment.sentences import sentences_of
from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Document, Lang, Pair, Reading, Segment, Side

if TYPE_CHECKING:
    from aligncheck.alignment.single import Chain

_ADDRESS = deferred(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+")
STRETCH_SENTENCES = 8
STRETCH_BLOCKS = 4
"""So many unpaired sentences, or blocks, in succession are a stretch of their own, not omissions one by one."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """All sentences of a document, in pairs; ``layout`` names how its two languages share it."""

    pairs: tuple[Pair, ...]
    layout: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """A pair on its way: sentences of both sides, and the place in the document it is listed at."""

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    confidence: float
    key: tuple[int, int]
    moved: bool = False

    @property
    def single(self) -> bool:
        return not (self.source and self.target)


def pair_files(
    source: tuple[Document, Sequence[Segment]],
    target: tuple[Document, Sequence[Segment]],
    lexicon: Lexicon,
    source_lang: Lang,
) -> Pairing:
    """Pair two files, the original and its translation."""
    (source_doc, left), (target_doc, right) = source, target
    if _has_units(left) and _has_units(right):
        return Pairing(_finish(_by_unit(left, right), source_doc, target_doc, stretches=False), "units")
    from aligncheck.alignment.moved import pair_moved
    from aligncheck.alignment.moved_alone import pair_alone

    one, two = sentences_of(left), sentences_of(right)
    beads = align_sentences(one, two, lexicon, source_lang=source_lang)
    beads = pair_moved(beads, one, two, lexicon, source_lang)
    beads = pair_alone(beads, left, right, lexicon, source_lang)
    drafts = [
        _Draft(tuple(left[i] for i in b.source), tuple(right[j] for j in b.target), b.confidence, (n, 0), b.moved)
        for n, b in enumerate(beads)
    ]
    return Pairing(_finish(drafts, source_doc, target_doc, stretches=False), "two-files")


def pair_file(
    document: Document,
    segments: Sequence[Segment],
    lexicon: Lexicon,
    source_lang: Lang,
    progress: Progress | None = None,
) -> Pairing:
    """Pair the two languages inside one file. A line that is an address alone belongs to neither language."""
    if not _has_units(segments):
        segments = [s for s in segments if not _ADDRESS.fullmatch(s.text)]
    english, chinese = [s for s in segments if s.lang == "en"], [s for s in segments if s.lang == "zh"]
    source, target = (english, chinese) if source_lang == "en" else (chinese, english)
    if _has_units(segments):
        return Pairing(_finish(_by_unit(source, target), document, document, stretches=False), "pairs")
    if not english or not chinese:
        drafts = [
            _Draft((s,) if s.lang == source_lang else (), () if s.lang == source_lang else (s,), 1.0, (s.span.start, 0))
            for s in segments
        ]
        return Pairing(_finish(drafts, document, document, stretches=True), "one-language")
    from aligncheck.alignment.single import align_runs, runs_of

    runs = runs_of(segments)
    chains = align_runs(english, chinese, runs, lexicon, progress)
    drafts = [d for chain in chains for d in _drafts(chain, english, chinese, source_lang)]
    drafts.sort(key=lambda d: d.key)
    return Pairing(_finish(drafts, document, document, stretches=True), _layout(drafts, len(runs), len(chains)))


def _has_units(segments: Sequence[Segment]) -> bool:
    return bool(segments) and all(s.block.unit is not None for s in segments)


def _by_unit(source: Sequence[Segment], target: Sequence[Segment]) -> list[_Draft]:
    """One pair per unit, in source order; units of one side only stand where their neighbours stand."""

    def units(segments: Sequence[Segment]) -> dict[str, tuple[Segment, ...]]:
        return {u: tuple(group) for u, group in groupby(segments, key=lambda s: s.block.unit or "")}

    left, right = units(source), units(target)
    order = {u: (n, 0) for n, u in enumerate(left)}
    at = (-1, 0)
    for n, unit in enumerate(right):
        at = order[unit] if unit in order else order.setdefault(unit, (at[0], n + 1))
    return [_Draft(left.get(u, ()), right.get(u, ()), 1.0, key) for u, key in sorted(order.items(), key=lambda x: x[1])]


def _drafts(
    chain: Chain, english: Sequence[Segment], chinese: Sequence[Segment], source_lang: Lang
) -> Iterable[_Draft]:
    """A chain's beads as drafts; a null stands right after the pair before it, else at its own place."""
    last: int | None = None
    for bead in chain.beads:
        en, zh = tuple(english[i] for i in bead.source), tuple(chinese[j] for j in bead.target)
        place = min(s.span.start for s in (*en, *zh))
        if en and zh:
            last = place
            key = (place, 0)
        else:
            key = (place, 0) if last is None else (last, place)
        source, target = (en, zh) if source_lang == "en" else (zh, en)
        yield _Draft(source, target, bead.confidence, key)


def _layout(drafts: Sequence[_Draft], runs: int, chains: int) -> str:
    paired = [d for d in drafts if not d.single]
    if not paired:
        return "unrelated"
    if chains > 1:
        return "three-part"
    inline = sum(d.source[0].block.index == d.target[0].block.index for d in paired)
    if 2 * inline > len(paired):
        return "inline"
    return "whole-then-whole" if runs <= 4 and len(paired) > 4 * runs else "interleaved"


def _finish(drafts: Sequence[_Draft], source: Document, target: Document, *, stretches: bool) -> tuple[Pair, ...]:
    """Number the pairs and tell nulls inside aligned text from stretches in one language only."""
    stretch_of = _stretches(drafts) if stretches else {}
    pairs: list[Pair] = []
    for number, draft in enumerate(drafts):
        reading: Reading = "moved" if draft.moved else "paired"
        if draft.single:
            reading = "stretch" if number in stretch_of else "null"
        pairs.append(
            Pair(
                number,
                Side.of(source, draft.source) if draft.source else None,
                Side.of(target, draft.target) if draft.target else None,
                round(draft.confidence, 3),
                reading,
                stretch_of.get(number),
            )
        )
    return tuple(pairs)


def _stretches(drafts: Sequence[_Draft]) -> dict[int, int]:
    """Which drafts belong to which one-language stretch.

    A stretch is text before the first or after the last pair, or a long succession of unpaired sentences. A sentence
    that shares its block with a paired one is never part of a stretch: there its rendering is expected.
    """
    shared = {s.block.index for d in drafts if not d.single for s in (*d.source, *d.target)}
    groups: list[list[int]] = []
    for _, group in groupby(range(len(drafts)), key=lambda n: _loose(drafts[n], shared)):
        members = list(group)
        if _loose(drafts[members[0]], shared) is not None:
            groups.append(members)
    paired = [n for n, d in enumerate(drafts) if not d.single]
    first, last = (paired[0], paired[-1]) if paired else (len(drafts), -1)
    found: dict[int, int] = {}
    number = 0
    for members in groups:
        blocks = {s.block.index for n in members for s in (*drafts[n].source, *drafts[n].target)}
        outside = members[-1] < first or members[0] > last
        if outside or len(members) >= STRETCH_SENTENCES or len(blocks) >= STRETCH_BLOCKS:
            found.update(dict.fromkeys(members, number))
            number += 1
    return found


def _loose(draft: _Draft, shared: set[int]) -> Lang | None:
    """The language of an unpaired sentence in a block of its own; None for anything that is tied to a pair."""
    if not draft.single:
        return None
    segment = (*draft.source, *draft.target)[0]
    return None if segment.block.index in shared else segment.lang
