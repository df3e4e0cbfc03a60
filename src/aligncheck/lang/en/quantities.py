"""Finds every value an English sentence states: figures, number words, dates, times, measures, money, multipliers."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import DOTTED, VULGAR, figure
from aligncheck.lang.draft import Draft, share
from aligncheck.lang.en import moments
from aligncheck.lang.en.dates import CENTURY, DECADE_WORDS, MONTHS, WEEKDAYS
from aligncheck.lang.en.measures import and_a_half, measure, tail
from aligncheck.lang.en.numbers import SCALE_WORDS, WORDS, Spelled, spelled, vague_before
from aligncheck.lang.en.roles import APPROX, disguised, maybe_year, roman, set_role, sign_and_name, weaken, within
from aligncheck.lang.en.words import LEXICAL, lexical
from aligncheck.lang.patterns import any_of
from aligncheck.lang.stamps import slashed
from aligncheck.model.fact import Fact, Reading, Strength

_GLUED = "rmb|cny|usd|eur|gbp|aud|jpy|inr|rs\\.?|[nr](?=[0-9][0-9.,]*\\s?(?:million|billion|bn|trillion))"

FINDER = re.compile(
    rf"\b(?:(?P<word>{any_of({*WORDS, *MONTHS, *WEEKDAYS, *LEXICAL, *DECADE_WORDS})})(?![a-z])"
    rf"|(?P<roman>[ivx]{{2,5}}(?![a-z])|[ⅰ-ⅻ])|(?P<glued>(?:{_GLUED})\s?(?=[0-9])))"
    r"|(?<![0-9_])(?P<digit>[0-9])|(?<![.a-z0-9_])(?P<point>\.[0-9])|(?P<vulgar>[½¼¾⅓⅔⅛])"
)
"""The beginning of anything that may be a value, in lower-cased text."""

_TENS_OF = re.compile(r"'?s of (?:thousands|millions|billions|trillions)")
_RANGE = re.compile(r"\s?(?:-|~|to|and|or|/|,|through)\s?(?:[$€£¥]|us\$)?|\s?%?-\s?")


def scan(text: str, original: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see
    ``lang.digits``), of the length of ``original``, whose characters the facts quote.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    drafts: list[Draft] = []
    at = 0
    while (found := FINDER.search(low, at)) is not None:
        group, start = found.lastgroup, found.start()
        if group == "word":
            word = found.group()
            new = moments.words(low, start, word, text) or _words(low, start, word, text)
        elif group == "vulgar":
            new = [Draft(start, start + 1, [Reading("fraction", VULGAR[found.group()])], Strength.FAIR)]
        elif group == "roman":
            new = roman(found.group(), start, text)
        else:
            start = found.end() if group == "glued" else start
            new = moments.figures(low, start, text) or _figures(low, start, text)
        drafts += new
        at = max([found.end(), *(d.end for d in new)])
    if drafts:
        weaken(drafts, low, text)
    share(drafts, low, _RANGE)
    return [d.fact(original) for d in drafts if d.readings]


def _figures(low: str, start: int, text: str) -> list[Draft]:
    """The value whose figures begin at ``start``."""
    version = DOTTED.match(low, start)
    if version is not None:
        draft = Draft(start, version.end(), strength=Strength.WEAK, role="label")
        draft.add("label", 0, version.group())
        return [draft]
    if low.startswith("24/7", start) and not low[start + 4 : start + 5].isdecimal():
        draft = Draft(start, start + 4, strength=Strength.WEAK)
        draft.add("measure", 24, "h")
        return [draft]
    read = figure(low, start)
    if read is None:
        end = start
        while end < len(low) and low[end].isdigit():
            end += 1
        return [Draft(start, max(end, start + 1))]
    draft = Draft(start, read.end, value=read.value)
    parts = slashed(draft, low, read.value) if not read.decimals else None
    if parts is not None:
        return parts
    sign_and_name(draft, low)
    if _TENS_OF.match(low, draft.end):
        return [Draft(start, draft.end)]
    tail(draft, low, text, read.decimals)
    set_role(draft, low, text)
    disguised(draft, low, read.decimals)
    if draft.tail == ("number", "") and draft.scale == 1 and not read.grouped and not read.decimals:
        maybe_year(draft, low)
    return [draft]


def _words(low: str, start: int, word: str, text: str) -> list[Draft]:
    """The value that begins with a number word at ``start``."""
    if word in LEXICAL:
        return lexical(low, start, word)
    read = spelled(low, start)
    if read is None:
        return []
    draft = Draft(start, read.end, value=read.value, digits=False)
    if word in SCALE_WORDS and vague_before(low, start):
        return [Draft(start, read.end)]
    draft.strength = _spelled_strength(read, word)
    if APPROX.search(low, max(0, start - 18), start):
        draft.approx = True
    if text[start].isupper() and text[start + 1].islower() and read.value <= 12 and within(text, start + 1):
        draft.strength, draft.role = Strength.WEAK, "label"
    if read.form == "ordinal":
        _ordinal(draft, low, read)
        return [draft]
    if read.form == "fraction":
        draft.add("fraction", read.value)
        draft.tail = ("fraction", "")
        draft.value = None
        return [draft]
    and_a_half(draft, low)
    if not measure(draft, low, draft.value):  # type: ignore[arg-type]
        if read.form == "year" and isinstance(read.value, int):
            draft.add_date(year=read.value)
        draft.add("number", draft.value)  # type: ignore[arg-type]
    elif draft.value not in (1, Fraction(1, 2)) and draft.tail != ("measure", "times"):
        draft.strength = max(draft.strength, Strength.FAIR)
    return [draft]


def _ordinal(draft: Draft, low: str, read: Spelled) -> None:
    """Readings of an ordinal in words: a century, a place in a row, from third to tenth a fraction too."""
    century = CENTURY.match(low, read.end)
    if century is not None and read.value <= 30:
        draft.add("century", read.value)
        draft.strength = Strength.STRONG
        draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
    draft.add("ordinal", read.value)
    if 3 <= read.value <= 10 and read.words == 1:
        draft.add("fraction", Fraction(1, int(read.value)))
    draft.tail = ("ordinal", "")


def _spelled_strength(read: Spelled, word: str) -> Strength:
    """One, zero, first and second are grammar as often as number; above twelve a word is surely a number."""
    if read.form == "ordinal" and read.value <= 2:
        return Strength.WEAK
    if read.value in (0, 1, 2) or word in ("thousand", "million", "hundred", "billion", "trillion", "dozen"):
        return Strength.WEAK
    if read.value > 12 or read.words > 1:
        return Strength.STRONG
    return Strength.FAIR
