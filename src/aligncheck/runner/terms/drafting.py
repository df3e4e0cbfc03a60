"""Drafts from mined terms: which are worth a look, and what a person sees of each. Reads and writes no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligncheck.glossary.drafts import Draft
from aligncheck.terminology.mining import MinedTerm, TextPair

SENTENCE = 5
"""Blanks from which text is rather a sentence than a heading."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the mined terms become drafts.

    Attributes:
        min_count: least number of sentences with the term's first rendering.
        min_score: least score, 0–1.
        most: at most so many of them, the best ones.
        keep: also what stays in Latin letters.
    """

    min_count: int = 3
    min_score: float = 0.4
    most: int = 500
    keep: bool = True


def chosen(terms: Sequence[MinedTerm], wanted: Wanted) -> tuple[MinedTerm, ...]:
    """The terms that are wanted, the best first."""
    fitting = (
        term
        for term in terms
        if term.count >= wanted.min_count and term.score >= wanted.min_score and (wanted.keep or term.kind != "keep")
    )
    return tuple(term for _, term in zip(range(wanted.most), fitting, strict=False))


def draft_of(term: MinedTerm) -> Draft:
    """The term as a row of a draft glossary."""
    example = example_of(term)
    path, line = example.place
    return Draft(
        en=term.en,
        zh="" if term.kind == "keep" else term.zh,
        forms=term.forms,
        keep=term.kind == "keep",
        kind=term.kind,
        count=term.count,
        share=term.share,
        others=" | ".join(f"{zh} ×{count}" for zh, count in term.others),
        example_en=" ".join(example.english.split()),
        example_zh=" ".join(example.chinese.split()),
        place=f"{path}:{line}",
    )


def example_of(term: MinedTerm) -> TextPair:
    """The shortest sentence in which the term has its first rendering, as it is most often written, if there is one."""
    uses = term.renderings[0].uses
    return min(
        (use.pair for use in uses),
        key=lambda pair: (
            term.zh not in pair.chinese, pair.english.count(" ") < SENTENCE, len(pair.english) + len(pair.chinese), pair.english, pair.chinese, pair.place,
        ),
    )  # fmt: skip
