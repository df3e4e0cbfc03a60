"""Mends the alignment of one bilingual file by what its places say: run-in headings, pairs that only chance made."""

from __future__ import annotations

from collections.abc import Sequence

from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead, Segment

ALIKE = 0.3
"""Similarity that nine of ten pairs of novels reach, and one of four of sentences paired at random."""
LIKELY = 0.5
"""Confidence below which likeness alone does not save a pair: a title is quoted in many places."""
RUN_IN, RUN_IN_WORDS = 0.8, 14
"""Confidence of a pair made by place alone, and the longest title taken for one, in English words."""


def undo_chance(
    beads: Sequence[Bead], english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon
) -> list[Bead]:
    """Undo pairs at either end of the file that only the search for pairs made: no likeness, and not side by side.

    Before the first and after the last real pair stand titles, navigation and boilerplate.
    """
    doubtful: set[int] = set()
    for order in (range(len(beads)), range(len(beads) - 1, -1, -1)):
        for number in order:
            bead = beads[number]
            if not bead.source or not bead.target:
                continue
            en, zh = [english[i] for i in bead.source], [chinese[j] for j in bead.target]
            likeness = lexicon.likeness(joined(en), joined(zh))
            sure = likeness >= ALIKE and bead.confidence >= LIKELY
            if sure or (likeness >= ALIKE / 3 and _beside(en, zh)):
                break
            doubtful.add(number)
    kept: list[Bead] = []
    for number, bead in enumerate(beads):
        if number in doubtful:
            kept += [Bead((i,), (), 1.0) for i in bead.source] + [Bead((), (j,), 1.0) for j in bead.target]
        else:
            kept.append(bead)
    return kept


def _beside(en: Sequence[Segment], zh: Sequence[Segment]) -> bool:
    """Whether two sides stand in one block or in neighbouring ones, and neither runs over several."""
    blocks = {s.block.index for s in en}, {s.block.index for s in zh}
    return all(len(b) == 1 for b in blocks) and abs(min(blocks[0]) - min(blocks[1])) <= 1


def pair_run_in_headings(beads: Sequence[Bead], english: Sequence[Segment], chinese: Sequence[Segment]) -> list[Bead]:
    """Pair a Chinese heading line with the short English sentence that opens the paragraph right after it.

    In the layout of run-in headings the English title is the first sentence of its paragraph (``Right to repair. Let
    …``) and the Chinese one stands on a line of its own before it. Where the words give no hint, the places do: the
    line was left over and is a block by itself, the very next block begins with the sentence and goes on. The sentence
    was left over too, or it was merged with the one that follows.
    """
    done: list[Bead] = []
    for bead in beads:
        if not done or not _is_run_in(done[-1], bead, english, chinese):
            done.append(bead)
            continue
        done[-1] = Bead(bead.source[:1], done[-1].target, RUN_IN)
        if bead.target:
            done.append(Bead(bead.source[1:], bead.target, bead.confidence))
    return done


def _is_run_in(line: Bead, opening: Bead, english: Sequence[Segment], chinese: Sequence[Segment]) -> bool:
    merged = len(opening.source) > 1 and bool(opening.target)
    left_over = len(opening.source) == 1 and not opening.target
    if line.source or len(line.target) != 1 or not (merged or left_over):
        return False
    title, sentence = chinese[line.target[0]], english[opening.source[0]]
    return is_title(title) and opens_block(sentence) and sentence.block.index == title.block.index + 1


def is_title(segment: Segment) -> bool:
    """Whether a sentence is a short block by itself without a full stop, as headings are."""
    alone = len(segment.text) >= 0.8 * len(segment.block.text)
    return alone and segment.text[-1] not in "。！？!?.…:：" and len(segment.text) <= 2 * RUN_IN_WORDS


def opens_block(segment: Segment) -> bool:
    """Whether a short sentence stands first in a block that goes on."""
    opens = segment.start <= 4 and segment.end < len(segment.block.text) - 1
    return opens and len(segment.text.split()) <= RUN_IN_WORDS


def joined(segments: Sequence[Segment]) -> str:
    """The text of several sentences."""
    return " ".join(s.text for s in segments)
