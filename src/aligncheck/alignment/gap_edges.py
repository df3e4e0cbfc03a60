"""Mends the edges of gaps: beads beside nulls, where the path through the text had to choose between two evils.

A merge may hold the rendering of the null beside it; a pair beside a null may be an omission and an addition; a gap
that begins behind a heading may begin before it. Nothing else is looked at, so this costs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from aligncheck.alignment.second_look import CONFIDENCE, SURE, covered
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.alignment import Sentence

ALIKE, MORE = 0.4, 0.15
"""Likeness of a merge's last sentence with the null beside it from which the two are a pair, and by how much it is more
than the sentence's likeness with its merge. By so much less like may a heading be that a gap slides to."""
UNLIKE, WORDY = 0.25, 5
"""Likeness up to which a pair of so many content words a side is none. In documentation one pair of 1,000 is below, in
novels 24; of sentences paired at random three of four are."""
CLOSE, SAMPLE = 0.6, 40
"""Mean likeness from which a text is translated closely enough for that (documentation has .62 and more, most novels
about .5), and about how many pairs tell it."""
DOUBT = 0.8
"""Confidence of a null that was undone from a pair."""


def mend_edges(
    beads: Sequence[Bead],
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    lexicon: Lexicon,
    source_lang: str,
    corridor: Sequence[tuple[int, int]] | None = None,
) -> list[Bead]:
    """The beads with the edges of gaps mended; order and tiling stay, and so do pairs inside the corridor."""
    if all(b.source and b.target for b in beads):
        return list(beads)
    edges = _Edges(list(beads), (source, target), lexicon, source_lang, corridor)
    edges.release()
    edges.part()
    edges.slide()
    return edges.beads


@dataclass
class _Edges:
    """Beads being mended; a *side* is 0 for the source and 1 for the target."""

    beads: list[Bead]
    texts: tuple[Sequence[Sentence], Sequence[Sentence]]
    lexicon: Lexicon
    source_lang: str
    corridor: Sequence[tuple[int, int]] | None = None
    _known: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[float, int]] = field(default_factory=dict)

    def likeness(self, side: int, ids: tuple[int, ...], others: tuple[int, ...]) -> tuple[float, int]:
        """Share of content words covered, on the mean of both sides, and how many the poorer side has."""
        key = (others, ids) if side else (ids, others)
        if key not in self._known:
            left, right = (" ".join(text[n].text for n in k) for text, k in zip(self.texts, key, strict=True))
            en, zh = (left, right) if self.source_lang == "en" else (right, left)
            there, words, _ = covered(en, zh, self.lexicon, english=True)
            back, more, _ = covered(zh, en, self.lexicon, english=False)
            self._known[key] = (there + back) / 2, min(words, more)
        return self._known[key]

    def _may_pair(self, side: int, ids: tuple[int, ...], others: tuple[int, ...]) -> bool:
        """Whether the corridor, which counts English sentences, allows a pair."""
        if self.corridor is None:
            return True
        english_first = (side == 0) == (self.source_lang == "en")
        en, zh = (ids, others) if english_first else (others, ids)
        return all(self.corridor[i][0] <= j < self.corridor[i][1] for i in en for j in zh)

    def release(self) -> None:
        """Pair a sentence at the edge of a merge with the null beside it, where the two are alike."""
        sides = (0, 1) if self.source_lang == "en" else (1, 0)
        for at, step, side in product(range(len(self.beads)), (1, -1), sides):
            ids, others = _ids(self.beads[at], side), _ids(self.beads[at], 1 - side)
            null = self._beside(at, step, 1 - side) if len(ids) > 1 and others else None
            if null is None:
                continue
            edge, lone = ids[-1 if step > 0 else 0], _ids(self.beads[null], 1 - side)
            if not self._may_pair(side, (edge,), lone):
                continue
            found = self.likeness(side, (edge,), lone)[0]
            if found < ALIKE or found < self.likeness(side, (edge,), others)[0] + MORE:
                continue
            rest = tuple(i for i in ids if i != edge)
            self.beads[at] = _bead(side, rest, others, self.beads[at].confidence)
            del self.beads[null]
            self.beads.insert(at + 1 if step > 0 else at - 1, _bead(side, (edge,), lone, CONFIDENCE))

    def _beside(self, at: int, step: int, side: int) -> int | None:
        """The null of a side that is nearest to a bead, with nothing but nulls of the other side between."""
        n = at + step
        while 0 <= n < len(self.beads) and not _two_sided(self.beads[n]):
            if _ids(self.beads[n], side):
                return n
            n += step
        return None

    def part(self) -> None:
        """Undo pairs beside a sure null whose words have nothing in common: an omission beside an addition."""
        undone: set[int] = set()
        for order in (range(len(self.beads)), range(len(self.beads) - 1, -1, -1)):
            beside = False
            for at in order:
                bead = self.beads[at]
                if _two_sided(bead):
                    beside = at in undone or (beside and bead.confidence <= SURE and self._unlike(bead))
                    undone.update([at] if beside else [])
                else:
                    beside = bead.confidence >= SURE
        parted: list[Bead] = []
        for at, bead in enumerate(self.beads):
            if at in undone:
                parted += [Bead((i,), (), DOUBT) for i in bead.source] + [Bead((), (j,), DOUBT) for j in bead.target]
            else:
                parted.append(bead)
        self.beads = parted

    def _unlike(self, bead: Bead) -> bool:
        found, words = self.likeness(0, bead.source, bead.target)
        return words >= WORDY and found <= UNLIKE and self._translated_closely

    @cached_property
    def _translated_closely(self) -> bool:
        sure = [b for b in self.beads if b.type == "1-1" and b.confidence >= SURE]
        sample = [self.likeness(0, b.source, b.target) for b in sure[:: max(1, len(sure) // SAMPLE)]]
        known = [found for found, words in sample if words >= WORDY]
        return bool(known) and sum(known) >= CLOSE * len(known)

    def slide(self) -> None:
        """Give a heading's counterpart to the next heading, where all that stands under the first is missing.

        Either of two headings is the missing one. The text under the first being missing too, that section is, whole.
        """
        for side, text in enumerate(self.texts):
            for at, bead in enumerate(self.beads):
                ids, answer = _ids(bead, side), _ids(bead, 1 - side)
                if len(ids) != 1 or len(answer) != 1 or text[ids[0]].kind != "heading":
                    continue
                end = self._next_heading(at, side)
                if end is None:
                    continue
                following = _ids(self.beads[end], side)
                if (
                    self._may_pair(side, following, answer)
                    and self.likeness(side, following, answer)[0] >= self.likeness(side, ids, answer)[0] - MORE
                ):
                    self.beads[at] = _bead(side, ids, (), bead.confidence)
                    self.beads[end] = _bead(side, following, answer, min(bead.confidence, CONFIDENCE))

    def _next_heading(self, at: int, side: int) -> int | None:
        """The null that is the next heading of a paired heading's level, with nulls of its side alone between."""
        text = self.texts[side]
        level = text[_ids(self.beads[at], side)[0]].level
        for n in range(at + 1, len(self.beads)):
            ids = _ids(self.beads[n], side)
            if not ids or _two_sided(self.beads[n]):
                return None
            if text[ids[0]].kind == "heading" and text[ids[0]].level <= level:
                return n if text[ids[0]].level == level and n > at + 1 else None
        return None


def _two_sided(bead: Bead) -> bool:
    return bool(bead.source and bead.target)


def _ids(bead: Bead, side: int) -> tuple[int, ...]:
    return bead.target if side else bead.source


def _bead(side: int, ids: tuple[int, ...], others: tuple[int, ...], confidence: float) -> Bead:
    return Bead(others, ids, confidence) if side else Bead(ids, others, confidence)
