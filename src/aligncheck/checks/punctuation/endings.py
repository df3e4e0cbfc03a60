"""How sentences end: a question mark or full stop lost, a full stop too many (PUN005, PUN010)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from aligncheck.checks._layout import pairs_given
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks.punctuation.sheet import Passage, Sheet, chinese, sheet_of
from aligncheck.lang.en.punctuation import QUESTION
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.punctuation import ASKS, HAN, QUESTION_LOST, STATES
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair, Side

PAIRED = 0.8
"""Confidence of a pairing from which the end of one sentence says something about the other's."""
ENOUGH = 15
MOST = 0.9
"""So many sentences, and this share of them, show how a document ends its sentences."""
HEADINGS = 4
"""So many headings, or items of a list, show how it ends them."""

_QUESTION = deferred(r"[?？][\"'”’」』）)\]*_ ]*\Z")
_STOP = deferred(r"[.。][\"'”’」』）)\]*_ ]*\Z")
_UNENDED = deferred(rf"(?:{HAN}|[，,、])\Z")


@document_rule(
    "PUN005",
    "end-of-sentence-changed",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("Has the ferry left?", "渡轮走了吗。"),
        Example("How does the keeper light the lamp?", "守塔人如何点灯。"),
    ],
    good=[
        Example("Has the ferry left?", "渡轮走了吗？"),
        Example("Could you close the door?", "请把门关上。", "a request"),
        Example("Who knows where the ferry is?", "谁也不知道渡轮在哪儿。", "a rhetorical question"),
    ],
)
def end_changed(document: DocumentContext) -> Iterator[Hit]:
    """A question ends in a full stop, or a paragraph lacks the full stop that the document's others have.

    Why: without its mark a question reads as a statement. The source asks, and the target does so by its words; one by
    its last word (吗) is a warning.

    Silent: where the target says the question in other words (a statement, an indirect question, a request) or has a
    question mark anywhere; where the pairing is not sure; for a lost full stop in headings, cells, list items and
    quoted blocks, and unless nine in ten of the document's paragraphs have theirs.
    """
    sheet = sheet_of(document)
    pairs = [pair for pair in document.pairs if pair.source and pair.target and pair.confidence >= PAIRED]
    for pair in pairs:
        source, target = pair.source, pair.target
        if source and target and _asks(source.text) and _states(source, target):
            yield _question(pair, target)
    if sheet.passages and not pairs_given(document):
        yield from _stops_lost(pairs)


def _asks(text: str) -> bool:
    return ("?" in text[-6:] or "？" in text[-6:]) and _QUESTION.search(text[-8:]) is not None


def _states(source: Side, target: Side) -> bool:
    """Whether the target asks by its words, and ends as a statement."""
    text = target.text
    if "?" in text or "？" in text or not _STOP.search(text[-8:]):
        return False
    if target.lang == "en":
        return QUESTION.match(text) is not None and text.count(".") == 1
    if QUESTION_LOST.search(text):
        return True
    asked = QUESTION.match(source.text) is not None and ASKS.search(text) is not None
    return asked and STATES.search(text) is None and text.count("。") == 1


def _question(pair: Pair, target: Side) -> Hit:
    sure = target.lang == "zh" and QUESTION_LOST.search(target.text) is not None
    at = max(target.text.rfind("."), target.text.rfind("。"))
    place = Evidence(*target.locate(at, at + 1))
    source = pair.source
    return Hit(
        "The source asks; the target ends in a full stop.",
        source=(Evidence(*source.span),) if source else (),
        target=(place,),
        confidence=0.9 if sure else 0.6,
        key=f"question\x1f{target.text[-12:]}",
        severity=Severity.WARNING if sure else None,
        pair=pair.id,
        kind="question sure" if sure else "question",
        together="The source asks and the target ends in a full stop, {n} places.",
    )


def _stops_lost(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Ends of paragraphs without any sign, where the source has its full stop and the document's habit is clear."""
    ends = [target for pair in pairs if (target := pair.target) and pair.source and _closes(pair.source, target)]
    without = [target for target in ends if _UNENDED.search(target.text.rstrip()[-8:])]
    if not without or len(ends) - len(without) < max(ENOUGH, MOST * len(ends)):
        return
    for target in without:
        at = len(target.text.rstrip())
        yield Hit(
            "The full stop at the end of the paragraph is lost.",
            target=(Evidence(*target.locate(max(0, at - 1), at)),),
            confidence=0.7,
            key=f"stop\x1f{target.text[-12:]}",
            pair=next((pair.id for pair in pairs if pair.target is target), None),
            kind="stop",
            together="The full stop at the end of the paragraph is lost, {n} places.",
        )


def _closes(source: Side, target: Side) -> bool:
    """Whether both end a paragraph, the source with a full stop."""
    ends = all(side.segments[-1].end >= len(side.segments[-1].block.text.rstrip()) for side in (source, target))
    block = target.segments[-1].block
    return ends and block.kind == "paragraph" and not block.quote and _STOP.search(source.text[-8:]) is not None


class Line(NamedTuple):
    """A heading or a list item that is one sentence."""

    passage: Passage
    stopped: bool
    pair: Pair


@document_rule(
    "PUN010",
    "stop-in-heading",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "# Ferry\n\n# Lamp\n\n# Pier\n\n# Tide\n\n# The keeper",
            "# 渡轮\n\n# 灯\n\n# 码头\n\n# 潮汐\n\n# 守塔人。",
        )
    ],
    good=[
        Example("# Ferry.\n\n# Lamp.", "# 渡轮。\n\n# 灯。", "the habit of the document"),
        Example("# Has it left?", "# 走了吗？"),
    ],
)
def stop_in_heading(document: DocumentContext) -> Iterator[Hit]:
    """A heading ends in a full stop, or one item of a list does, or does not, unlike all others.

    Why: headings carry no full stop, and the items of a list are punctuated alike.

    The fix takes the full stop of a heading away.

    Silent: where more than a quarter of the headings have one; where the source differs in the same way; for headings
    and items of several sentences; for lists of fewer than five items, and with more than one that differs.
    """
    sheet = chinese(document)
    if sheet is None:
        return
    lines = [line for passage in sheet.passages if (line := _line(sheet, passage))]
    yield from _headings(sheet, [line for line in lines if line.passage.block.kind == "heading"])
    items = [line for line in lines if line.passage.block.kind == "item"]
    for _, group in groupby(enumerate(items), key=lambda one: (one[1].passage.block.level, _run(one))):
        yield from _items(sheet, [line for _, line in group])


def _run(numbered: tuple[int, Line]) -> int:
    """The same for items whose blocks follow one another."""
    return numbered[1].passage.block.index - numbered[0]


def _line(sheet: Sheet, passage: Passage) -> Line | None:
    if passage.block.kind not in ("heading", "item") or not passage.whole:
        return None
    text = sheet.text[passage.start : passage.end].rstrip()
    if any(sign in text[:-1] for sign in "。！？"):
        return None
    return Line(passage, text.endswith("。"), sheet.pair(passage.start))


def _source_stops(pair: Pair) -> bool:
    return pair.source is not None and _STOP.search(pair.source.text[-8:]) is not None


def _headings(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Hit]:
    stopped = [line for line in lines if line.stopped and line.pair.source and not _source_stops(line.pair)]
    if len(lines) < HEADINGS or 4 * sum(line.stopped for line in lines) > len(lines):
        return
    for line in stopped:
        at = sheet.text.rindex("。", line.passage.start, line.passage.end)
        yield sheet.hit(
            at,
            at + 1,
            "heading",
            "A heading ends in a full stop; the document's others do not.",
            "{n} headings end in a full stop; the document's others do not.",
            [sheet.change(at, at + 1, "")],
        )


def _items(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Hit]:
    stopped = [line for line in lines if line.stopped]
    plain = [line for line in lines if not line.stopped]
    few = stopped if len(stopped) == 1 else plain
    if len(lines) <= HEADINGS or len(few) != 1:
        return
    odd = few[0]
    if odd.pair.source is None or sum(_source_stops(line.pair) is odd.stopped for line in lines) in (1, 2):
        return
    end = odd.passage.start + len(sheet.text[odd.passage.start : odd.passage.end].rstrip())
    if not odd.stopped and not sheet.text[end - 1].isalnum():
        return
    hit = sheet.hit(
        end - 1,
        end,
        "item",
        f"A list item ends {'in' if odd.stopped else 'without'} a full stop, unlike the others of its list.",
        "{n} list items end in a full stop, or without one, unlike the others of their lists.",
    )
    yield replace(hit, confidence=0.7)
