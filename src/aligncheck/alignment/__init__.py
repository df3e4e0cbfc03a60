"""Pairs the sentences of two texts that translate each other. Knows blocks only as numbers and kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aligncheck.model.text import Bead

if TYPE_CHECKING:
    from aligncheck.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be aligned: its clean text and the block it stands in.

    ``block`` is the ordinal of the block; sentences of one block share it. ``kind`` and ``level`` are the block's;
    ``opens`` and ``closes`` say that the block begins or ends with the sentence. For plain lists of sentences all of
    them keep their defaults.
    """

    text: str
    lang: str = "en"
    block: int = 0
    kind: str = ""
    level: int = 0
    opens: bool = False
    closes: bool = False


Prior = Callable[[Any, Any], Any]
"""(i, j) integer arrays of one shape → additive log score of pairing English i with Chinese j."""
Progress = Callable[[int, int], None]


def align_sentences(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    lexicon: Lexicon,
    *,
    source_lang: str = "en",
    corridor: Sequence[tuple[int, int]] | None = None,
    prior: Prior | None = None,
    progress: Progress | None = None,
) -> list[Bead]:
    """Beads that tile both sides in order.

    ``corridor`` gives for each English sentence the range of Chinese ones that it may be paired with; ``prior`` adds to
    the score of pairing English sentence i with Chinese sentence j. ``progress`` is told of sentences done, and of all.
    """
    from aligncheck.alignment.aligner import align
    from aligncheck.alignment.gap_edges import mend_edges
    from aligncheck.alignment.second_look import second_look

    beads = align(source, target, lexicon, source_lang=source_lang, corridor=corridor, prior=prior, progress=progress)
    beads = second_look(beads, source, target, lexicon, source_lang)
    return mend_edges(beads, source, target, lexicon, source_lang, corridor)
