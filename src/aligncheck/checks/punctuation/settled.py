"""Brackets and quotation marks that are to be mended, and the text as it stands then. Knows signs, no words.

What follows a bracket or quotation mark (a comma, dots) is judged by the mended text, so that one round of fixes mends
both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from aligncheck.checks._rule import Change, DocumentContext, Hit
from aligncheck.checks.punctuation.sheet import FILLING, Sheet, inside, sheet_of
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.punctuation import CALL, CLOSERS, HALF_BRACKETS, MIXED_BRACKETS, STRAIGHT, UNEVEN
from aligncheck.lang.zh.script import script_of

BRACKETS = 3
"""So many times as many full-width brackets as half-width ones are a habit."""

LATIN = 8
"""Latin letters around a quotation that are a sentence, not a name."""

SAMPLE = 2000
"""Characters that tell the script of a document."""

Sort = Literal["straight", "uneven", "half-width brackets", "mixed brackets"]


class Couple(NamedTuple):
    """Two signs at the ends of ``[start, end)`` and the ones that belong there."""

    start: int
    end: int
    sort: Sort
    new: str

    def changes(self, sheet: Sheet) -> list[Change]:
        """The signs that are wrong; a bracket that becomes full-width takes the space outside it along."""
        places = ((self.start, self.new[0]), (self.end - 1, self.new[1]))
        return [self._change(sheet, at, sign) for at, sign in places if sheet.raw[at] != sign]

    def _change(self, sheet: Sheet, at: int, sign: str) -> Change:
        start, end, text = at, at + 1, sheet.text
        if sign == "（" and text[at - 1 : at] == " " and _word(text[at - 2 : at - 1], ")"):
            start -= 1
        elif sign == "）" and text[end : end + 1] == " " and _word(text[end + 1 : end + 2]):
            end += 1
        if not sheet.solid(start, end):  # markup stands between the bracket and its space
            start, end = at, at + 1
        return sheet.change(start, end, sign)


@dataclass(frozen=True, slots=True)
class Settled:
    """All couples of a document; ``text`` is the sheet's with the right signs, ``quotes`` the marks it quotes with."""

    couples: tuple[Couple, ...]
    text: str
    quotes: str

    def hits(self, sheet: Sheet, sort: Sort, message: str, together: str) -> Iterator[Hit]:
        """The couples of a sort as faults."""
        for couple in self.couples:
            if couple.sort == sort:
                yield sheet.hit(couple.start, couple.end, sort, message, together, couple.changes(sheet))


def settled(context: DocumentContext) -> Settled:
    """What is to be mended of a Chinese text, worked out once."""
    return context.once("punctuation: settled", _settled)


def _word(character: str, besides: str = "") -> bool:
    """Whether a space beside a character parts it from a bracket, and belongs to no sign."""
    return bool(character) and (character.isalnum() or character in FILLING + CLOSERS + besides)


def own_quotes(text: str) -> str:
    """The two marks that most quotations of a text have; nothing where there are as many of either style."""
    curly, corner = (min(map(text.count, marks)) for marks in ("“”", "「」"))
    return "“”" if curly > corner else "「」" if corner > curly else ""


def _settled(context: DocumentContext) -> Settled:
    sheet = sheet_of(context)
    text = sheet.text
    couples: list[Couple] = []
    quotes = own_quotes(text)
    if '"' in text:
        quotes = quotes or ("「」" if script_of(sheet.raw[:SAMPLE]) == "Hant" else "“”")
        couples += _straight(sheet, quotes)
        text = _with(text, couples)
        uneven = list(_uneven(sheet, text))
        text = _with(text, uneven)
        couples += uneven
    if "(" in text or ")" in text:
        brackets = [*_half_width(text), *_mixed(text)]
        text = _with(text, brackets)
        couples += brackets
    return Settled(tuple(couples), text, quotes)


def _with(text: str, couples: list[Couple]) -> str:
    if not couples:
        return text
    signs = {at: sign for c in couples for at, sign in ((c.start, c.new[0]), (c.end - 1, c.new[1]))}
    pieces, begin = [], 0
    for at in sorted(signs):
        pieces += [text[begin:at], signs[at]]
        begin = at + 1
    return "".join(pieces) + text[begin:]


def _straight(sheet: Sheet, marks: str) -> Iterator[Couple]:
    """Straight marks around Chinese, where the others of their passage stand in pairs before and after."""
    calls = inside(sheet.raw, CALL)
    for match in STRAIGHT.finditer(sheet.text):
        start, end = match.span()
        passage = sheet.short(start)
        if passage is None or HAN.search(match.group()) is None or calls(start) or _in_latin(sheet, match):
            continue
        if sheet.raw.count('"', passage.start, start) % 2 == sheet.raw.count('"', end, passage.end) % 2 == 0:
            yield Couple(start, end, "straight", marks)


def _in_latin(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a sentence in Latin letters quotes Chinese: its marks are its own."""
    passage = sheet.passage(match.start())
    outside = sheet.raw[passage.start : match.start()] + sheet.raw[match.end() : passage.end]
    outside = STRAIGHT.sub("", outside)
    return HAN.search(outside) is None and sum(map(str.isalpha, outside)) > LATIN


def _uneven(sheet: Sheet, text: str) -> Iterator[Couple]:
    """“ that a straight mark closes, or the other way round, where no other mark of the passage may."""
    for match in UNEVEN.finditer(text):
        passage = sheet.short(match.start())
        if passage is None:
            continue
        line = text[passage.start : passage.end]
        if line.count('"') == abs(line.count("“") - line.count("”")):
            yield Couple(*match.span(), "uneven", "“”")


def _half_width(text: str) -> Iterator[Couple]:
    """Half-width brackets around Chinese in a text that writes full-width ones."""
    found = list(HALF_BRACKETS.finditer(text)) if "(" in text else []
    if text.count("（") >= BRACKETS * len(found):
        for match in found:
            yield Couple(*match.span(), "half-width brackets", "（）")


def _mixed(text: str) -> Iterator[Couple]:
    """Brackets of one width that close in the other; they take the full one around Chinese, else that of the first."""
    for match in MIXED_BRACKETS.finditer(text):
        wide = HAN.search(match.group()) is not None or match.group()[0] == "（"
        yield Couple(*match.span(), "mixed brackets", "（）" if wide else "()")
