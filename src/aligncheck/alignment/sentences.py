"""Turns segments into what the aligner sees of them: text, language and the block they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from aligncheck.alignment import Sentence
from aligncheck.model.text import Segment


def sentences_of(segments: Iterable[Segment]) -> list[Sentence]:
    """One Sentence for each segment, in order."""
    return [
        Sentence(
            s.text,
            s.lang,
            s.block.index,
            s.block.kind,
            s.block.level,
            not s.block.text[: s.start].strip(),
            not s.block.text[s.end :].strip(),
        )
        for s in segments
    ]
