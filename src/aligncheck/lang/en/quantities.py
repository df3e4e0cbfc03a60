"""Finds every value an English sentence states: figures, number words, dates, times, measures, money, multipliers."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.lang.digits import DOTTED, VULGAR, figure, past_figures
from aligncheck.lang.draft import Draft, share
from aligncheck.lang.en import moments
from aligncheck.lang.en.candidates import NUMBER_WORDS, ROMANS, bare, candidates
from aligncheck.lang.en.context import qualify
from aligncheck.lang.en.dates import CENTURY
from aligncheck.lang.en.eras import ERAS, before_christ, christian, era, year_of
from aligncheck.lang.en.heights import height
from aligncheck.lang.en.measures import and_a_half, grand, measure, ordinal, tail
from aligncheck.lang.en.numbers import SCALE_WORDS, Spelled, spelled
from aligncheck.lang.en.parts import BY_PART, part_of_unit
from aligncheck.lang.en.relative import RELATIVE, relative
from aligncheck.lang.en.roles import MINUS, disguised, maybe_year, roman, set_role, sign_and_name, weaken, within
from aligncheck.lang.en.shares import RANGE, share_ends, share_of
from aligncheck.lang.en.terms import TERMS, figure_term, ordinal_term, term
from aligncheck.lang.en.vague import VAGUE, few, figures_of, vague
from aligncheck.lang.en.words import LEXICAL, lexical
from aligncheck.lang.patterns import deferred
from aligncheck.lang.stamps import slashed
from aligncheck.model.fact import Fact, Strength

_DIGITS = frozenset("0123456789")
_POINT = deferred(r"(?<![0-9a-z._])\.$")
_AFTER_FIRST = frozenset("qhsnrt0")
_UNQUALIFIED = frozenset({"list", "word"})
_UNMEASURED = frozenset({"weekday", "term", "relative", "label", "vague"})
_PART_OF = deferred(r" (?:of (?!(?:may|march)\b)|(?:as )?(?:more|less|fewer|higher|lower|larger|smaller)\b)|[.,;)]|$")


def scan(text: str, original: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see
    ``lang.digits``), of the length of ``original``, whose characters the facts quote.
    """
    if bare(text):
        return []
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    begins = candidates(low)
    if not begins:
        return []
    drafts: list[Draft] = []
    at = 0
    for start, token in begins:
        if start < at or _inside_a_name(low, start, token):
            continue
        new = _value(low, start, token, text)
        if new:
            # A sign that the value before has taken (0₩ 0) is not taken again.
            new[0].start = new[0].start if new[0].start >= at else start
            drafts += new
            at = max(d.end for d in new)
    if not drafts:
        return []
    weaken(drafts, low, text)
    share_ends(drafts, low)
    share(drafts, low, RANGE)
    drafts = [draft for draft in drafts if draft.readings]
    for draft in drafts:
        if draft.role not in _UNQUALIFIED and draft.readings[0].kind not in _UNMEASURED:
            qualify(draft, low)
    return [draft.fact(original) for draft in drafts]


def _inside_a_name(low: str, start: int, token: str) -> bool:
    """Whether what stands before makes the token the rest of a name or figure: x_1, 3one."""
    before = low[start - 1] if start else " "
    if token[0] in _DIGITS:
        return before == "_" or before.isdigit()
    return token[0] not in VULGAR and (before.isalnum() or before == "_")


def _value(low: str, start: int, token: str, text: str) -> list[Draft]:
    """The values that begin with ``token`` at ``start``."""
    if token in NUMBER_WORDS:
        new = ordinal_term(low, start, token) or share_of(low, start) or moments.words(low, start, token, text)
        return new or _words(low, start, token, text)
    if token[0] in _DIGITS:
        if start and low[start - 1] == "." and _POINT.search(low, max(0, start - 2), start):
            return _quantity(low, start - 1, text)
        return _figures(low, start, text)
    if token in RELATIVE:
        return relative(low, start, token)
    if token in TERMS:
        return term(low, start, token, text)
    if token in VAGUE:
        return vague(low, start, token)
    if token in ERAS:
        return era(low, start, token, text)
    return _sign(low, start, token, text)


def _sign(low: str, start: int, token: str, text: str) -> list[Draft]:
    """The value that begins with a fraction's sign or a roman numeral."""
    if token[0] in VULGAR:
        draft = Draft(start, start + 1, strength=Strength.FAIR, value=VULGAR[token[0]])
        if not measure(draft, low, text, VULGAR[token[0]]):
            draft.value = None
            draft.add("fraction", VULGAR[token[0]])
        return [draft]
    return roman(token if token in ROMANS else token[0], low, start, text)


def _figures(low: str, start: int, text: str) -> list[Draft]:
    """The values whose figures begin at ``start``: a term, a date, a time, a share or a quantity."""
    if low[start] in "1234" and low[start + 1 : start + 2] in _AFTER_FIRST:
        special = figure_term(low, start, text) or figures_of(low, start)
        if special:
            return special
    new = moments.figures(low, start, text)
    if not new and low[start + 1 : start + 2] == " ":
        new = share_of(low, start)
    return new or _quantity(low, start, text)


def _quantity(low: str, start: int, text: str) -> list[Draft]:
    """The quantity whose figures begin at ``start``."""
    read = figure(low, start)
    version = DOTTED.match(low, start) if read is None or "." in low[start : read.end + 1] else None
    if version is not None:
        draft = Draft(start, version.end(), strength=Strength.WEAK, role="label")
        draft.add("label", 0, version.group())
        return [draft]
    if low.startswith("24/7", start) and not low[start + 4 : start + 5].isdecimal():
        draft = Draft(start, start + 4, strength=Strength.WEAK)
        draft.add("measure", 24, "h")
        return [draft]
    if read is None:
        return [Draft(start, past_figures(low, start))]
    draft = Draft(start, read.end, value=read.value)
    if not read.decimals and height(draft, low):
        return [draft]
    parts = slashed(draft, low, read.value) if not read.decimals and "/" in low[read.end : read.end + 2] else None
    if parts is not None:
        return parts
    sign_and_name(draft, low, text)
    if not read.decimals and christian(draft, low, text):
        return [draft]
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
    if word in SCALE_WORDS and (sized := few(low, start, word)):
        return sized
    draft.strength = _spelled_strength(read, word)
    if text[start].isupper() and text[start + 1].islower() and read.value <= 12 and within(text, start + 1):
        draft.strength, draft.role = Strength.WEAK, "label"
    if read.form == "ordinal":
        _ordinal(draft, low, text, read)
        return [draft]
    if read.form == "fraction":
        part_of_unit(draft, low, Fraction(read.value))
        draft.add("fraction", read.value)
        draft.tail = ("fraction", "")
        draft.value = None
        return [draft]
    if height(draft, low):
        return [draft]
    if MINUS.search(low, max(0, start - 9), start):
        draft.negative = True
    and_a_half(draft, low)
    grand(draft, low, text)
    if not measure(draft, low, text, draft.value):  # type: ignore[arg-type]
        if read.form == "year" and isinstance(read.value, int):
            draft.add_date(year=read.value)
        draft.add("number", draft.value)  # type: ignore[arg-type]
    elif draft.value not in (1, Fraction(1, 2)) and draft.tail != ("measure", "times") and not _wholly(draft):
        draft.strength = max(draft.strength, Strength.FAIR)
    return [draft]


def _wholly(draft: Draft) -> bool:
    """Whether the value is a hundred per cent, which says wholly as often."""
    return draft.tail[0] == "percent" and draft.value == 100


def _ordinal(draft: Draft, low: str, text: str, read: Spelled) -> None:
    """Readings of an ordinal in words: a century, a place in a row, from third to tenth a fraction too."""
    if year_of(draft, low, read.end, int(read.value)):
        return
    century = CENTURY.match(low, read.end)
    if century is not None and read.value <= 30:
        draft.add("century", read.value)
        draft.strength = Strength.STRONG
        draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
        before_christ(draft, low, text)
    if 3 <= read.value <= 10 and read.words == 1 and draft.end == read.end:
        part = Fraction(1, int(read.value))
        if low[max(0, draft.start - 2) : draft.start] == "a ":
            if part_of_unit(draft, low, part):
                draft.add("fraction", part)
                return
            if _PART_OF.match(low, read.end) or BY_PART.search(low, max(0, draft.start - 24), draft.start):
                draft.add("fraction", part)
        ordinal(draft, low, read.value)
        if draft.end == read.end:
            draft.add("fraction", part)
        return
    ordinal(draft, low, read.value)


def _spelled_strength(read: Spelled, word: str) -> Strength:
    """One, zero, first and second are grammar as often as number; above twelve a word is surely a number."""
    if read.form == "ordinal" and read.value <= 2:
        return Strength.WEAK
    if read.value in (0, 1, 2) or (read.words == 1 and word in SCALE_WORDS):
        return Strength.WEAK
    if read.value > 12 or read.words > 1:
        return Strength.STRONG
    return Strength.FAIR
