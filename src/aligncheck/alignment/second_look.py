"""Looks again at merges: a sentence that the other side does not render is a null, not a part of its neighbour's bead.

The alignment's score weighs whole beads and hides a lost sentence in a merge when its neighbour fits well. Here each
sentence of a merge is looked at alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.alignment import Sentence

CONTENT = 4
"""A sentence needs so many content words to be told missing by its words."""
BARE, RENDERED = 0.17, 0.4
"""Share of content words covered: at most, for a sentence that is not rendered; at least, for the rest of its bead."""
LOST_FIGURE, LIGHTER = 0.7, 0.25
"""With a figure that the other side lacks the share may be this high, if without the sentence the lengths' misfit falls
by this much: figures are what translations keep before all else."""
NAMES, LOST_NAMES = 2, 0.75
"""With so many acronyms that the other side lacks, or an address, the share may be this high whatever the lengths say:
these are kept as they are."""
_ACRONYM = deferred(r"\b[A-Z]{2,}\b")
_ADDRESS = deferred(r"https?://[!-~]+")
CONFIDENCE = 0.85
"""Of a null found here."""
SURE = 0.95
"""Beads of more confidence are not looked at again: of 16,000 in real documents none was split."""


def second_look(
    beads: Sequence[Bead], source: Sequence[Sentence], target: Sequence[Sentence], lexicon: Lexicon, source_lang: str
) -> list[Bead]:
    """Take sentences without counterpart out of merges; order and tiling stay.

    Only a sentence at the end of its side of a bead can go, since beads are contiguous.
    """
    ratio = _ratio(beads, source, target)
    forward = source_lang == "en"
    done: list[Bead] = []
    for bead in beads:
        parts = [bead]
        # English first, whichever side it is, so that the result does not depend on the direction.
        for flip in (False, True) if forward else (True, False):
            ids, others = (bead.target, bead.source) if flip else (bead.source, bead.target)
            if len(parts) == 1 and len(ids) > 1 and others and bead.confidence <= SURE:
                many, few = (target, source) if flip else (source, target)
                sign = -ratio if flip else ratio
                parts = _split(bead, many, few, lexicon, sign, flip=flip, english=flip != forward)
        done += parts
    return done


def _ratio(beads: Sequence[Bead], source: Sequence[Sentence], target: Sequence[Sentence]) -> float:
    """Log of target by source length over the two-sided beads of one sentence each."""
    one = [b for b in beads if b.type == "1-1"] or [b for b in beads if b.source and b.target]
    left = sum(len(source[i].text) for b in one for i in b.source)
    right = sum(len(target[j].text) for b in one for j in b.target)
    return log(max(1, right) / max(1, left))


def _split(
    bead: Bead,
    many: Sequence[Sentence],
    few: Sequence[Sentence],
    lexicon: Lexicon,
    ratio: float,
    *,
    flip: bool,
    english: bool,
) -> list[Bead]:
    """The bead, or a null and the rest of it. ``ratio``: log of the usual length of ``few`` by that of ``many``."""
    ids, others = (bead.target, bead.source) if flip else (bead.source, bead.target)
    other = " ".join(few[j].text for j in others)
    for at in (0, len(ids) - 1):
        kept = tuple(i for i in ids if i != ids[at])
        lighter = _misfit(ids, many, other, ratio) - _misfit(kept, many, other, ratio)
        names = _names_lost(many[ids[at]].text, other)
        if lighter < 0 and names < NAMES:
            continue  # before any look at words, which takes most of the time
        share, words, figures = covered(many[ids[at]].text, other, lexicon, english=english)
        lost = lighter >= 0 and (share <= BARE or (figures and share <= LOST_FIGURE and lighter >= LIGHTER))
        lost = lost or (names >= NAMES and share <= LOST_NAMES)
        if words < CONTENT or not lost:
            continue
        rest = [covered(many[i].text, other, lexicon, english=english) for i in kept]
        size = sum(w for _, w, _ in rest)
        if not size or sum(s * w for s, w, _ in rest) / size < RENDERED:
            continue
        null = Bead((), (ids[at],), CONFIDENCE) if flip else Bead((ids[at],), (), CONFIDENCE)
        part = Bead(others, kept, bead.confidence) if flip else Bead(kept, others, bead.confidence)
        return [null, part] if at == 0 else [part, null]
    return [bead]


def _names_lost(text: str, other: str) -> int:
    """How many acronyms the other text lacks, if it lacks all of them; an address counts for several."""
    addresses = [a for a in _ADDRESS.findall(text) if a.rstrip("/.").rpartition("/")[2] not in other]
    names = set(_ACRONYM.findall(_ADDRESS.sub("", text)))
    if any(name in other for name in names):
        return 0
    return len(names) + NAMES * len(addresses)


def covered(text: str, other: str, lexicon: Lexicon, *, english: bool) -> tuple[float, int, int]:
    """Share of a sentence's content words that the other text renders, their number, and the figures it lacks."""
    words = lexicon.coverage(text, other) if english else lexicon.coverage_chinese(text, other)
    known = [w for w in words if w.known]
    figures = sum(w.word[0].isdigit() and len(w.word) > 1 and w.covered == 0 for w in words)
    return (sum(w.covered for w in known) / len(known), len(known), figures) if known else (0.0, 0, figures)


def _misfit(ids: Sequence[int], many: Sequence[Sentence], other: str, ratio: float) -> float:
    """How far the two lengths are from their usual ratio, as a factor's log."""
    return abs(log(max(1, len(other)) / max(1, sum(len(many[i].text) for i in ids))) - ratio)
