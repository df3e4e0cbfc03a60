"""Turns segments into what the aligner sees of them: text, language and the block they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from aligncheck.alignment import Sentence
from aligncheck.model.text import Segment


def sentences_of(segments: Iterable[Segment]) -> list[Sentence]:
    """One Sentence for each segment, in order."""
    ends: dict[int, tuple[int, int]] = {}
    found = []
    for s in segments:
        block = s.block
        if block.index not in ends:  # once a block: a book may be a single one
            ends[block.index] = len(block.text) - len(block.text.lstrip()), len(block.text.rstrip())
        first, last = ends[block.index]
        found.append(Sentence(s.text, s.lang, block.index, block.kind, block.level, s.start <= first, s.end >= last))
    return found
