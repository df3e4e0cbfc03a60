"""Quotation marks of another style than the document's own (PUN004). Knows the styles, no words."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._layout import pairs_given
from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.settled import own_quotes, settled
from aligncheck.checks.punctuation.sheet import Sheet, chinese
from aligncheck.lang.zh.punctuation import CORNER, CURLY, SINGLE_OUTSIDE, TURNED
from aligncheck.model.report import Severity

MANY = 10
"""So many quotations are a habit …"""
RARE = 0.1
"""… where no more than this share of them is written otherwise."""


@document_rule(
    "PUN004",
    "quotation-style",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("She said: “The lamp is lit.”", '她说："灯亮了。"', "straight marks"),
        Example("She said: “The lamp is lit.”", '她说：“灯亮了。"', "opened in one style, closed in another"),
        Example("She said: ‘The lamp is lit.’", "她说：‘灯亮了。’", "single marks outside double ones"),
    ],
    good=[
        Example("She said: “The lamp is lit.”", "她说：“灯亮了。”"),
        Example("She said: “The lamp is lit.”", "她說：「燈亮了。」"),
        Example("“He called it ‘the lamp’,” she said.", "“他管它叫‘灯’。”她说。"),
        Example('Set it to "on".', '将其设为 "on"。', "Latin text"),
    ],
)
def quotation_style(document: DocumentContext) -> Iterator[Hit]:
    """Chinese is quoted with straight marks, with marks that do not belong together, or against the document's habit.

    Why: Simplified Chinese quotes with “ ” and inside them ‘ ’ (GB/T 15834-2011), Traditional Chinese with 「 」 and
    『 』; straight marks belong to code and typewriters.

    One finding for straight marks, one for marks that do not belong together, one for single marks outside, one for
    those of the other style where nine in ten quotations have the document's own. The fix takes the style of the
    document, or else of its script; it is safe for straight marks that stand in pairs around Chinese.

    Silent: for quotations in Latin letters; for code; for single marks in rows of pairs, where speech runs over rows;
    for inch marks and apostrophes; in a document that uses two styles throughout, or the style of the other script.
    """
    sheet = chinese(document)
    if sheet is None:
        return
    mended = settled(document)
    yield from mended.hits(
        sheet,
        "straight",
        f"Straight quotation marks around Chinese; here they are {mended.quotes}.",
        f"Straight quotation marks around Chinese, {{n}} places; here they are {mended.quotes}.",
    )
    yield from mended.hits(
        sheet,
        "uneven",
        "A quotation is opened in one style and closed in another.",
        "Quotations opened in one style and closed in another, {n} places.",
    )
    if "‘" in sheet.text and not pairs_given(document):
        yield from _single(sheet)
    yield from _turned(sheet)
    yield from _other(sheet)


def _single(sheet: Sheet) -> Iterator[Hit]:
    for match in SINGLE_OUTSIDE.finditer(sheet.text):
        passage = sheet.short(match.start())
        if passage is None:
            continue
        before = sheet.raw[passage.start : match.start()]
        if before.count("“") == before.count("”") and before.count("「") == before.count("」"):
            start, end = match.span()
            yield sheet.hit(
                start,
                end,
                "single outside",
                "Single quotation marks stand outside double ones.",
                "Single quotation marks stand outside double ones, {n} places.",
                [
                    sheet.change(start, start + 1, "“", safe=False),
                    sheet.change(end - 1, end, "”", safe=False),
                ],
            )


def _turned(sheet: Sheet) -> Iterator[Hit]:
    if "”" not in sheet.text or "“" not in sheet.text:
        return
    for match in TURNED.finditer(sheet.text):
        passage = sheet.short(match.start())
        if passage is None:
            continue
        line = sheet.raw[passage.start : passage.end]
        if line.count("“") == line.count("”") == 1:
            start, end = match.span()
            yield sheet.hit(
                start,
                end,
                "turned",
                "A closing quotation mark opens a quotation and an opening one closes it.",
                "Closing quotation marks open quotations and opening ones close them, {n} places.",
                [sheet.change(start, start + 1, "“", safe=False), sheet.change(end - 1, end, "”", safe=False)],
            )


def _other(sheet: Sheet) -> Iterator[Hit]:
    few, most = sorted(min(map(sheet.text.count, marks)) for marks in ("“”", "「」"))
    if not few or most < MANY or few > RARE * (most + few):
        return
    ours = own_quotes(sheet.text)
    pattern = CORNER if ours == "“”" else CURLY
    for match in pattern.finditer(sheet.text):
        start, end = match.span()
        passage = sheet.short(start)
        if passage is None:
            continue
        before = sheet.raw[passage.start : start]
        if before.count(ours[0]) == before.count(ours[1]):  # inside one of the others it is a quotation in a quotation
            yield sheet.hit(
                start,
                end,
                "other style",
                f"{match.group()[0]}{match.group()[-1]} where the document quotes with {ours}.",
                f"{match.group()[0]}{match.group()[-1]} at {{n}} places; the document quotes with {ours}.",
                [sheet.change(start, start + 1, ours[0], safe=False), sheet.change(end - 1, end, ours[1], safe=False)],
                confidence=0.7,
            )
