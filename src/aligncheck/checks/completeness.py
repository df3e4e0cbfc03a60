"""Sentences without a counterpart, and text in one language only. Knows pairs, not how they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.lang.text import letters
from aligncheck.lang.zh.notes import NOTE
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair, Segment, Side

SURE, LIKELY = 0.95, 0.6
"""Confidence from which an omission stops the gate, and from which it is worth a warning."""
STRETCH, WORDS = 3, 12
"""Fewer sentences than this, of fewer words in all, at either end of a document are not worth a note."""
NEARBY = 3
"""So many blocks apart a repeated sentence counts as the same one."""
LABEL = 3
"""Up to so many words a block of its own is a label (a caption, a button, a pull-quote's name), never a sure fault."""


@document_rule(
    "OMI001",
    "sentence-omitted",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example(
            "The ferry leaves at dawn. Bring warm clothes and something to eat. It returns after dark.",
            "渡轮黎明出发。天黑后返航。",
            "the second sentence has no rendering",
        )
    ],
    good=[
        Example(
            "The ferry leaves at dawn. It returns after dark.", "渡轮黎明出发，天黑后返航。", "two sentences merged"
        ),
        Example("The ferry leaves at dawn. It returns after dark.", "渡轮黎明出发。天黑后返航。"),
    ],
)
def sentence_omitted(document: DocumentContext) -> Iterator[Hit]:
    """A sentence of the source has no rendering in the target.

    Why: whole sentences, list items and paragraphs left out are the most common real defect of translations, and
    nobody who reads only the target can see them. Consecutive ones are one finding.

    An error where the pairing around it is sure and the sentence has something to say; a warning where it is likely;
    otherwise a hint.

    Silent: where the sentence was merged with its neighbour, repeats one that is rendered nearby, holds no words of
    its own (a link, a number, a file name), or belongs to a longer stretch in one language (see OMI003).
    """
    yield from _nulls(document, omitted=True)


@document_rule(
    "OMI002",
    "sentence-added",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The ferry leaves at dawn. It returns after dark.",
            "渡轮黎明出发。请带上保暖衣物和一些吃的东西。天黑后返航。",
            "the second Chinese sentence renders nothing",
        )
    ],
    good=[
        Example("The ferry leaves at dawn and returns after dark.", "渡轮黎明出发。天黑后返航。", "one sentence split")
    ],
)
def sentence_added(document: DocumentContext) -> Iterator[Hit]:
    """A sentence of the target renders nothing in the source.

    Why: it may be stale (the source lost it), invented, or a translator's note that should be marked as one.

    At most a warning, since translators add on purpose more often than they omit.

    Silent: as for OMI001; also for notes marked as a translator's or editor's. Headings and captions that stand alone
    are hints only, since Chinese editors like to add them.
    """
    yield from _nulls(document, omitted=False)


@document_rule(
    "OMI003",
    "one-language-only",
    Severity.INFO,
    since="0.1.0",
    bad=[Example("", "渡轮黎明出发。天黑后返航。", "no English anywhere")],
    good=[Example("The ferry leaves at dawn. It returns after dark.", "渡轮黎明出发。天黑后返航。")],
)
def one_language_only(document: DocumentContext) -> Iterator[Hit]:
    """A stretch of text, or the whole document, is in one language only.

    Why: navigation, comments, introductions and parts that were never translated need one note, not a finding a line.

    Silent: for a line or two of few words, and for sentences inside paired text (see OMI001 and OMI002).
    """
    names = {"en": "English", "zh": "Chinese"}
    for _, group in groupby((p for p in document.pairs if p.stretch is not None), key=lambda p: p.stretch):
        members = list(group)
        sides = [_only(p) for p in members]
        few = len(sides) < STRETCH and sum(map(_size, sides)) < WORDS
        if few and document.layout != "one-language":
            continue
        text = names[sides[0].lang]
        if document.layout == "one-language":
            message = f"The document is in {text} only; to check a translation in another file, name both files."
        else:
            size = len(sides)
            message = f"{size} {text} sentence{'s' * (size > 1)} in succession without a counterpart."
        span = Evidence(sides[0].span.start, max(s.span.end for s in sides))
        source, target = ((span,), ()) if members[0].source else ((), (span,))
        yield Hit(message, source, target, 0.95, key=f"{text}:{sides[0].text}")


def _nulls(document: DocumentContext, *, omitted: bool) -> Iterator[Hit]:
    """One hit for each succession of unpaired sentences of one side; those of the other side may lie between."""
    if document.layout == "unrelated":
        return
    rendered = _rendered(document.pairs)
    for here, group in groupby(document.pairs, key=lambda p: p.reading == "null"):
        missing = [p for p in group if (p.source if omitted else p.target)] if here else []
        members = [p for p in missing if _telling(_only(p)) and not _repeats(_only(p), rendered)]
        if not members:
            continue
        confidence = max(_confidence(p, document) for p in members)
        sides = [_only(p) for p in members]
        spans = tuple(Evidence(s.span.start, s.span.end) for s in sides)
        source, target = (spans, ()) if omitted else ((), spans)
        yield Hit(
            _message(sides, omitted=omitted),
            source,
            target,
            confidence,
            key="\x1f".join(_bare(s.text) for s in sides),
            severity=_severity(sides, confidence, omitted=omitted),
            pair=members[0].id,
        )


def _only(pair: Pair) -> Side:
    side = pair.source or pair.target
    assert side is not None
    return side


def _both(pair: Pair) -> Iterator[Segment]:
    for side in (pair.source, pair.target):
        if side is not None:
            yield from side.segments


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _rendered(pairs: Sequence[Pair]) -> dict[str, list[int]]:
    """Sentences that stand in a two-sided pair, without punctuation, and the blocks they stand in."""
    found: dict[str, list[int]] = {}
    for pair in pairs:
        if pair.source and pair.target:
            for segment in _both(pair):
                found.setdefault(_bare(segment.text), []).append(segment.block.index)
    return found


def _repeats(side: Side, rendered: dict[str, list[int]]) -> bool:
    """Whether the text stands in a pair a few blocks away: a title above its bilingual form, a list's link."""
    here = side.segments[0].block.index
    return any(abs(there - here) <= NEARBY for there in rendered.get(_bare(side.text), ()))


def _telling(side: Side) -> bool:
    """Whether the text has words of its own: not a link, a number, code alone, nor a translator's note."""
    if NOTE.match(side.text):
        return False
    covered = sum(m.end - m.start for m in side.marks if m.kind in {"code", "math", "image"})
    return letters(side.text) - covered >= (2 if side.lang == "zh" else 4) and "://" not in side.text[:8]


def _size(side: Side) -> float:
    """Length in English words; a Chinese character is worth 0.6."""
    return letters(side.text) * 0.6 if side.lang == "zh" else len(side.text.split())


def _confidence(pair: Pair, document: DocumentContext) -> float:
    """The pairing's own confidence, lowered where a lone label makes it doubtful."""
    side = _only(pair)
    block = side.segments[0].block
    alone = block.kind in {"heading", "paragraph"} and len(side.text) >= 0.9 * len(block.text)
    inside_one_file = document.source is document.target
    if alone and inside_one_file and _size(side) <= 3 * LABEL:
        return min(pair.confidence, LIKELY - 0.01)
    return pair.confidence


def _severity(sides: Sequence[Side], confidence: float, *, omitted: bool) -> Severity:
    size = sum(_size(s) for s in sides)
    if confidence >= SURE and size > LABEL and omitted:
        return Severity.ERROR
    return Severity.WARNING if confidence >= LIKELY and size > LABEL else Severity.INFO


def _message(sides: Sequence[Side], *, omitted: bool) -> str:
    fault = "no rendering" if omitted else "no source text"
    if len(sides) == 1:
        return f"This sentence has {fault}."
    return f"These {len(sides)} sentences have {fault}."


RULES: tuple[Rule, ...] = (sentence_omitted, sentence_added, one_language_only)
