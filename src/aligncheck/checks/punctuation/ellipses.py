"""What is written for an ellipsis or a dash (PUN006). Knows signs, no words."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._layout import is_locale, pairs_given
from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.settled import settled
from aligncheck.checks.punctuation.sheet import Sheet, chinese, inside
from aligncheck.lang.text import HAN, han
from aligncheck.lang.zh.punctuation import CLOSERS, DASHES, DOTS, ELLIPSES, NAME, PROSE_SIGN
from aligncheck.model.report import Severity

LABEL = 12
"""Han characters up to which three dots at the end are those of a button or menu (加载中...)."""


@document_rule(
    "PUN006",
    "ellipsis-or-dash",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("But if the lamp goes out, then…", "但是，如果灯熄了。。。"),
        Example("She looked up, and then… nothing.", "她抬头看了看，然后...什么也没有。"),
        Example("The keeper, an old man, slept.", "守塔人--一位老人，睡着了。"),
    ],
    good=[
        Example("But if the lamp goes out…", "但是，如果灯熄了……"),
        Example("Loading...", "加载中..."),
        Example("Call it with print(...).", "用 print(...) 调用它。"),
        Example("The Harbor–Island line", "海港—海岛航线", "a single dash joins"),
    ],
)
def ellipsis_or_dash(document: DocumentContext) -> Iterator[Hit]:
    """Three dots, three full stops or half an ellipsis stand for ……, two hyphens or an English dash for ——.

    Why: the Chinese ellipsis is six dots and the dash fills two characters (GB/T 15834-2011).

    One finding for each of the two. The fix is safe.

    Silent: for code; for short labels that end in dots, also in quotation marks, and rows that do like their source;
    for dashes in titles and paths of menus (「表格 – 边框」); in the strings of a program; for ⋯⋯; for a single dash
    without spaces, which joins places and dates.
    """
    sheet = chinese(document)
    if sheet is None:
        return
    if is_locale(document.target):
        return
    yield from _dots(sheet, settled(document).text, given=pairs_given(document))
    if any(sign in sheet.text for sign in ("--", " — ", " – ")):
        yield from _dashes(sheet)


def _dashes(sheet: Sheet) -> Iterator[Hit]:
    names = inside(sheet.text, NAME)
    for match in DASHES.finditer(sheet.text):
        start, end = match.span()
        start -= sheet.text[start - 1] == " "
        if not _after_chinese(sheet.text[start - 1]) or "++" in sheet.near(start):  # an operator of a program
            continue
        if names(start) or not PROSE_SIGN.search(sheet.near(start)):
            continue
        yield sheet.hit(
            start,
            end,
            "dash",
            f"‘{match.group().strip()}’ where Chinese text has ‘——’.",
            "Hyphens or short dashes where Chinese text has ‘——’, {n} places.",
            [sheet.change(start, end, "——")],
        )


def _waits(sheet: Sheet, end: int) -> bool:
    """Whether a row ends in the dots that its source ends in: a message that something goes on."""
    return end == sheet.passage(end - 1).end and sheet.source(end - 1).endswith(("...", "…"))


def _after_chinese(character: str) -> bool:
    return character in CLOSERS or HAN.match(character) is not None


def _dots(sheet: Sheet, text: str, *, given: bool) -> Iterator[Hit]:
    found = list(DOTS.finditer(sheet.text))
    names = inside(sheet.text, NAME) if found else None
    for match in found:
        if match.group() in ELLIPSES or not _after_chinese(text[match.start() - 1]) or (names and names(match.start())):
            continue
        if given and _waits(sheet, match.end()):
            continue
        line = sheet.near(match.start())
        if han(line) <= LABEL and not PROSE_SIGN.search(line.replace(match.group(), "")):
            continue
        yield sheet.hit(
            *match.span(),
            "ellipsis",
            f"‘{match.group()}’ where Chinese text has ‘……’.",
            "Dots or half an ellipsis where Chinese text has ‘……’, {n} places.",
            [sheet.change(*match.span(), "……")],
        )
