"""Cuts blocks into runs of one language and runs into sentences; knows languages only through ``lang``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.lang.en import sentences as english
from aligncheck.lang.zh import sentences as chinese
from aligncheck.model.text import PROSE, Block, Document, Lang, Segment
from aligncheck.segment.runs import Run, has_han, plainly, runs

_CUTTERS = {"en": english.boundaries, "zh": chinese.boundaries}
_INVISIBLE = "\u200b\u200e\u200f\ufeff"


class _Sentence(NamedTuple):
    """A sentence before it has a run number; ``lang`` is None where nothing shows one."""

    block: Block
    start: int
    end: int
    lang: Lang | None


def segment(document: Document, lang: Lang | None = None) -> list[Segment]:
    """Sentences of a document's prose, in order.

    Args:
        document: as read.
        lang: the language of the whole document, when it is one file of a pair. A sentence plainly in the other
            language keeps its own label, so that text left untranslated stays visible.

    ``Segment.run`` counts maximal runs of one language in document order. A block without a word (numbers, an address)
    takes the language around it; one without letters and digits has no sentence.
    """
    found: list[_Sentence] = []
    for block in document.blocks:
        if block.kind in PROSE and any(c.isalnum() for c in block.text):
            found.extend(_block(block, lang))
    return list(_numbered(found, lang or "en"))


def _numbered(found: Sequence[_Sentence], fallback: Lang) -> Iterator[Segment]:
    """Give run numbers, and to sentences of no language the one before them, or the first one after."""
    current = next((s.lang for s in found if s.lang), fallback)
    run = 0
    for block, start, end, shown in found:
        lang = shown or current
        run += lang != current
        current = lang
        yield Segment(lang, block, start, end, run)


def _block(block: Block, lang: Lang | None) -> Iterator[_Sentence]:
    masked = _mask(block)
    if block.lang is not None:
        yield from _sentences(block, masked, Run(0, len(masked), block.lang))
    elif lang is None or block.kind == "comment":
        # In a translated file the original may stand in comments.
        for run in runs(masked):
            yield from _sentences(block, masked, run)
    else:
        shown = plainly(masked)
        whole = Run(0, len(masked), shown or lang)
        for item in _sentences(block, masked, whole):
            alone = item.end - item.start == len(masked)
            yield item if alone else item._replace(lang=plainly(masked[item.start : item.end]) or item.lang)


def _sentences(block: Block, masked: str, run: Run) -> Iterator[_Sentence]:
    """Cut a run into sentences without white space at their ends."""
    cutter = _CUTTERS[run.lang or ("zh" if has_han(masked[run.start : run.end]) else "en")]
    text, start = block.text, run.start
    for stop in cutter(masked, run.start, run.end):
        begin, end = start, stop
        while begin < end and (text[begin].isspace() or text[begin] in _INVISIBLE):
            begin += 1
        while end > begin and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
            end -= 1
        start = stop
        if any(c.isalnum() for c in text[begin:end]):
            yield _Sentence(block, begin, end, run.lang)


def _mask(block: Block) -> str:
    """The block's text with what is in no language (code, addresses, placeholders) as zeros; same length.

    A zero can begin a sentence and belongs to no language, which is what a code span does.
    """
    chars: list[str] | None = None
    for mark in block.marks:
        bare = mark.kind == "link" and mark.target == block.text[mark.start : mark.end]
        if mark.kind in ("code", "math", "placeholder") or bare:
            chars = chars or list(block.text)
            chars[mark.start : mark.end] = "0" * (mark.end - mark.start)
    return "".join(chars) if chars else block.text
