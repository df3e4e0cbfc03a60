"""Sentences without a counterpart, and text in one language only. Knows pairs, not how they were found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from aligncheck.checks._layout import two_files
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.completeness.gaps import Gap, bare, echoed, gaps, only, paired_blocks, size, stub, together
from aligncheck.checks.completeness.say import Told, tell
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair

SURE, LIKELY = 0.95, 0.6
"""Confidence from which an omission stops the gate, and from which it is worth a warning."""
STRETCH, WORDS = 3, 12
"""Fewer sentences than this, of fewer words in all, at either end of a document are not worth a note."""
LABEL = 3
"""Up to so many words a block of its own is a label (a caption, a button, a pull-quote's name), never a sure fault."""

TITLE = 14
"""Words of the longest title: a block of its own without a full stop."""
_STOPS = frozenset("。！？.!?…")


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
    speaks_for=("UNT", "LNK", "STR", "OMI002", "TRM"),
)
def sentence_omitted(document: DocumentContext) -> Iterator[Hit]:
    """A sentence of the source has no rendering in the target.

    Why: whole sentences, list items and paragraphs left out are the most common real defect of translations, and
    nobody who reads only the target can see them. Those that stand together (a rendered sentence or two may lie
    between) are one finding, which names the section that is missing, or the one that the sentences belong to; so are
    all strings that a file of keys lacks. A translation that was hardly begun is one finding in all.

    An error where the pairing around it is sure and the sentence has something to say; a warning where it is likely, or
    where a sentence that stands alone in the target may say it in other words; otherwise a hint.

    Silent: where the sentence was merged with its neighbour, repeats one that is rendered nearby (a pull-quote), holds
    no words of its own (a link, a number, a file name, code), or belongs to a longer stretch in one language (see
    OMI003). Text of a page component that the target uses nowhere (an advert, a card) is a hint only; so is a label of
    few words, and in lists and tables it is a warning.
    """
    yield from _hits(document, omitted=True)


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

    Silent: as for OMI001; also for notes marked as a translator's or editor's, and for boxes titled "note" or "tip".
    Headings and captions that stand alone are hints only, since Chinese editors like to add them.
    """
    yield from _hits(document, omitted=False)


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
        sides = [only(p) for p in members]
        few = len(sides) < STRETCH and sum(map(size, sides)) < WORDS
        if few and document.layout != "one-language":
            continue
        text = names[sides[0].lang]
        if document.layout == "one-language":
            message = f"The document is in {text} only; to check a translation in another file, name both files."
        else:
            message = f"{len(sides)} {text} sentence{'s' * (len(sides) > 1)} in succession without a counterpart."
        span = Evidence(sides[0].span.start, max(s.span.end for s in sides))
        source, target = ((span,), ()) if members[0].source else ((), (span,))
        whole = document.layout == "one-language"
        yield Hit(message, source, target, 0.95, key=text if whole else f"{text}:{sides[0].text}")


def _hits(document: DocumentContext, *, omitted: bool) -> Iterator[Hit]:
    """One hit for each gap; for a translation that was hardly begun, one in all."""
    if document.layout == "unrelated":
        return
    unmade = document.once("stub", stub)
    if unmade is not None:
        if omitted:
            missing, total = unmade
            what = "sentences" if missing[0].segments[0].block.unit is None else "strings"
            message = f"The translation is hardly begun: {len(missing)} of {total} {what} are missing."
            begun = [p.target.span for p in document.pairs if p.target is not None]
            there = (Evidence(min(begun)[0], max(span.end for span in begun)),) if begun else ()
            yield Hit(message, tuple(Evidence(*s.span) for s in missing), there, 0.95, key="stub")
        return
    fault = "is missing from the translation" if omitted else "has no counterpart in the source"
    whole = document.source if omitted else document.target
    paired = document.once("paired blocks", paired_blocks)[0 if omitted else 1]
    for severity, joined in _judged(document, omitted=omitted):
        told = tell(whole, joined.sides, paired)
        spans = tuple(Evidence(*side.span) for side in joined.sides)
        yield Hit(
            told.message(fault),
            spans if omitted else (),
            () if omitted else spans,
            max(_confidence(p, document) for p in joined.pairs),
            key=_key(told),
            severity=severity,
            pair=joined.pairs[0].id,
            members=_members(joined),
        )


def _judged(document: DocumentContext, *, omitted: bool) -> list[tuple[Severity, Gap]]:
    """The gaps with their severities; those of one severity that stand together are one."""
    found: list[tuple[Severity, Gap]] = []
    last: dict[Severity, int] = {}
    for gap in gaps(document, omitted=omitted):
        confidence = max(_confidence(p, document) for p in gap.pairs)
        severity = _severity(gap, confidence, omitted=omitted)
        if severity == Severity.ERROR and echoed(document, gap):
            severity = Severity.WARNING
        before = last.get(severity)
        if before is not None and together(document, found[before][1], gap):
            found[before] = severity, Gap(found[before][1].pairs + gap.pairs, gap.furniture)
        else:
            last[severity] = len(found)
            found.append((severity, gap))
    return found


def _key(told: Told) -> str:
    """Sections that are missing whole go by their headings, since what they say is edited more often."""
    return "\x1f".join(["section", *map(bare, told.sections)]) if told.sections and not told.others else ""


def _members(gap: Gap) -> tuple[str, ...]:
    """The sentences; headings only where nothing else is missing, so that a section may be renamed."""
    text = [side for side in gap.sides if side.segments[0].block.kind != "heading"]
    return tuple(bare(side.text) for side in text or gap.sides)


def _confidence(pair: Pair, document: DocumentContext) -> float:
    """The pairing's own confidence, lowered where a lone label makes it doubtful."""
    side = only(pair)
    block = side.segments[0].block
    alone = block.kind in {"heading", "paragraph"} and len(side.text) >= 0.9 * len(block.text)
    longest = 3 * LABEL if side.text[-1:] in _STOPS else TITLE
    if alone and not two_files(document) and size(side) <= longest:
        return min(pair.confidence, LIKELY - 0.01)
    return pair.confidence


def _severity(gap: Gap, confidence: float, *, omitted: bool) -> Severity:
    if gap.furniture or confidence < LIKELY:
        return Severity.INFO
    if sum(size(s) for s in gap.sides) <= LABEL:
        listed = any(s.segments[0].block.kind in {"item", "cell"} or s.segments[0].block.unit for s in gap.sides)
        return Severity.WARNING if omitted and listed and confidence >= SURE else Severity.INFO
    return Severity.ERROR if confidence >= SURE and omitted else Severity.WARNING


RULES: tuple[Rule, ...] = (sentence_omitted, sentence_added, one_language_only)
