"""Signs, letters and digits in the wrong width (PUN001). Knows signs and their places, no words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligncheck.checks._rule import Change, DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.settled import settled
from aligncheck.checks.punctuation.sheet import Sheet, chinese, inside, sheet_of
from aligncheck.lang.en.punctuation import FULL_IN_ENGLISH, HALF
from aligncheck.lang.text import han
from aligncheck.lang.zh.punctuation import (
    CALL,
    FULL,
    FULL_IN_LATIN,
    FULL_WIDTH,
    HALF_STOP,
    HALF_WIDTH,
    NUMERAL_HEAD,
)
from aligncheck.model.report import Severity

PROSE = 6
"""Han characters of a passage from which a comma after a Latin word is Chinese punctuation."""


@document_rule(
    "PUN001",
    "wrong-width",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("At dawn, the ferry leaves.", "黎明时分,渡轮出发。"),
        Example("Who keeps the light?", "谁在看守灯塔?"),
        Example("The ferry has 36 seats.", "渡轮有３６个座位。", "full-width digits"),
    ],
    good=[
        Example("The fare is 1,200 yuan.", "票价是1,200元。", "a comma inside a number"),
        Example("The ferry leaves at 12:30.", "渡轮12:30出发。", "a time"),
        Example("Thanks :)", "谢谢 :)", "a face"),
        Example("Red, green and blue: RGB", "红、绿、蓝：RGB"),
    ],
)
def wrong_width(document: DocumentContext) -> Iterator[Hit]:
    """Half-width punctuation stands in Chinese text, or full-width characters where half-width ones belong.

    Why: Chinese punctuation fills the square of a character (GB/T 15834-2011); a half-width comma between Han
    characters looks like a slip of the keyboard. Letters and digits are half-width in modern Chinese text.

    One finding each for half-width signs, for full-width letters and digits, for full-width signs between Latin words,
    for brackets that differ from those of the rest of the document, and for such as open in one width and close in the
    other. The fix is safe beside Han characters.

    Silent: for signs of numbers, times and ratios (1,000; 12:30; 4:3), code, addresses, placeholders, faces and
    shortcodes; between the arguments of a function or formula (RIGHT(文本; 数字)); between Latin words; for
    half-width brackets in a document that writes most of them so; for full-width digits and letters where the
    document writes nearly all of them so.
    """
    sheet = chinese(document)
    if sheet is None:
        yield from _in_english(sheet_of(document))
        return
    mended = settled(document)
    yield from _half_width(sheet, mended.text)
    yield from mended.hits(
        sheet,
        "half-width brackets",
        "Half-width brackets around Chinese; the document writes （）.",
        "Half-width brackets around Chinese, {n} places; the document writes （）.",
    )
    yield from mended.hits(
        sheet,
        "mixed brackets",
        "A bracket is opened in one width and closed in the other.",
        "Brackets opened in one width and closed in the other, {n} places.",
    )
    yield from _letters(sheet)
    yield from _between_latin(sheet)


def _half_width(sheet: Sheet, text: str) -> Iterator[Hit]:
    found = list(_signs(sheet, text))
    if not found:
        return
    signs = "".join(dict.fromkeys(character for match, _ in found for character in match.group().strip()))
    named = " ".join(f"‘{sign}’" for sign in signs)
    together = f"Half-width {named} where Chinese text has ‘{signs.translate(FULL)}’, {{n}} places."
    for match, safe in found:
        sign = match.group().strip()
        start, end = match.span()
        if not sheet.solid(start, end):  # markup stands between the sign and its space
            end = start + len(sign)
        if sheet.text[start - 1] == " " and sheet.solid(start - 1, end):
            start -= 1
        yield sheet.hit(
            start,
            end,
            "half-width",
            f"Half-width ‘{sign}’ where Chinese text has ‘{sign.translate(FULL)}’.",
            together,
            [sheet.change(start, end, sign.translate(FULL), safe=safe)],
        )


def _signs(sheet: Sheet, text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Half-width signs in Chinese text, and whether they are surely such."""
    calls = inside(sheet.raw, CALL)
    for match in HALF_WIDTH.finditer(text):
        if match.group()[0] in ",;" and calls(match.start()):
            continue
        latin = match["latin"] is not None
        if not (latin and _other_use(sheet, match)):
            yield match, not latin or (match.group()[0] != ":" and han(sheet.near(match.start())) >= PROSE)
    if "." in text:
        for match in HALF_STOP.finditer(text):
            head = sheet.text[sheet.passage(match.start()).start : match.start()]
            if not NUMERAL_HEAD.fullmatch(head):
                yield match, True


def _other_use(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a sign between Latin and Chinese ends an entity or names a drive, or parts a key from its value."""
    text, at = sheet.text, match.start()
    if text[at] == ":":
        return bool(match["gap"]) or text[at + 1] in "盘槽"
    return text[at] == ";" and "&" in text[max(0, at - 8) : at]


def _between_latin(sheet: Sheet) -> Iterator[Hit]:
    for match in FULL_IN_LATIN.finditer(sheet.text):
        start, end = match.span()
        yield sheet.hit(
            start,
            end,
            "full-width in Latin text",
            f"Full-width ‘{match.group()[0]}’ between Latin words.",
            "Full-width signs between Latin words, {n} places.",
            [sheet.change(start, end, unicodedata.normalize("NFKC", match.group()))],
        )


def _letters(sheet: Sheet) -> Iterator[Hit]:
    found = list(FULL_WIDTH.finditer(sheet.text))
    if not found:
        return
    wide = sum(match.end() - match.start() for match in found)
    narrow = sum(map(str.isalnum, filter(str.isascii, sheet.text)))
    if wide > narrow and len(found) > 3:
        return
    for match in found:
        yield sheet.hit(
            *match.span(),
            "full-width letters",
            f"Full-width ‘{match.group()}’.",
            "Full-width letters or digits, {n} places.",
            [sheet.change(*match.span(), unicodedata.normalize("NFKC", match.group()))],
        )


def _in_english(sheet: Sheet) -> Iterator[Hit]:
    """Full-width signs in English, unless they stand beside Chinese words."""
    for match in FULL_IN_ENGLISH.finditer(sheet.text):
        yield sheet.hit(
            *match.span(),
            "full-width in English",
            f"Full-width ‘{match.group()}’ in English text.",
            "Full-width letters, digits or signs in English text, {n} places.",
            [_narrowed(sheet, match)],
        )


def _narrowed(sheet: Sheet, match: re.Match[str]) -> Change:
    """The same in ordinary width, with the space that English has after it or before it."""
    text, (start, end) = sheet.text, match.span()
    new = unicodedata.normalize("NFKC", match.group()).translate(HALF)
    if new[-1] in ",;:?!.)" and text[end : end + 1].isalnum():
        new += " "
    if new[0] == "(" and text[start - 1 : start].isalnum():
        new = " " + new
    return sheet.change(start, end, new)
