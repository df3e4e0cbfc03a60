"""Says how an English number stands: list mark, reference, name, citation, idiom, year. Finds no number itself."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft, enumerates, in_brackets
from aligncheck.lang.en.dates import YEAR_BEFORE
from aligncheck.lang.en.units import code_before
from aligncheck.lang.en.words import IDIOM, SAID
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import CalendarDate, Reading, Strength

_REFERENCE = deferred(
    r"(?:\b(?:figures?|figs?\.?|layers?|tables?|sections?|secs?\.?|chapters?|ch\.|pages?|pp?\.|no\.|nos\.|numbers?|"
    r"eqs?\.?|equations?|steps?|parts?|vol\.?|volumes?|items?|appendix|notes?|issues?|articles?|art\.|room|line|lines|book|psalm|verse|grade|level|phase|stage)[\s-]?\(?|§\s?|#|\[)$"
)

_NAME = deferred(r"(?:^|[\s(\"'/])([A-Z][A-Za-z.]*|[a-z]+[A-Z][A-Za-z]*)[ -]$")

_PREFIX = deferred(
    r"(?<![a-z])(?:mid|pre|post|early|late|under|over|sub|non|near|a|an|top|all|ex|since|to|from|or|and|in|by)-$"
)

_CITATION = deferred(r"\((?:see |cf\. |e\.g\.,? )?[A-Z][^()0-9]{1,60}(?:1[89]|20)[0-9]{2}[a-z]?(?:[,:;][^()]{0,40})?\)")

MINUS = deferred(r"\b(?:minus|negative) $")
_AGED = deferred(r"\b(?:aged?|ages?(?: of)?) $")
_COMPACT = deferred(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_SECOND_PART = deferred(r"-([0-9]{1,2})(?=[).,;: ]|$)")

_PAGES = deferred(r"(?:pages|lines|pp\.?) ?$")
_GLUED_SIGN = deferred(r"[0-9]([a-z]{1,3})-$")
_SHORT_YEAR = deferred(r"(?<![0-9])(1[0-9]|20)[0-9]{2}-$")

_LEAD = 24
"""Characters of a saying that may stand before or after its number."""

_NUMBERED = deferred(
    r"\b(?:chapter|part|volume|vol\.|phase|types?|war|act|scene|book|section|stage|class|grade|level|appendix|article|title|"
    r"schedule|annex|group|category|tier|region|unit|figure|table|step|corps|apollo|saturn|mark) $"
)
_TOKEN = deferred("[a-z]+|[0-9]+")
_CAPITALISED = deferred(r"\b[A-Z][a-z]+ $")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def sign_and_name(draft: Draft, low: str, text: str) -> None:
    """Currency, minus or a name's hyphen before the figure."""
    start = draft.start
    money = code_before(low, text, start)
    if money is not None:
        draft.start, draft.tail = money[0], ("money", money[1])
        return
    before = low[start - 1 : start]
    if before in ("x", "×") and (start < 2 or low[start - 2] in " (") and 2 <= (draft.value or 0) <= 20:
        draft.start = start - 1
        draft.add("multiplier", draft.value or 0)
        draft.strength = Strength.FAIR
        return
    short = _SHORT_YEAR.search(low, max(0, start - 5), start) if before == "-" and draft.end - start == 2 else None
    if short is not None and isinstance(draft.value, int):
        draft.add_date(year=int(short.group(1)) * 100 + draft.value)
        return
    if (before.isascii() and before.isalpha()) or (before == "." and low[start - 2 : start - 1].isalpha()):
        draft.role = "label"
        draft.strength = Strength.WEAK
    elif before == "-" and start > 1:
        ahead = low[start - 2]
        if ahead.isalpha() and not _same_sign(draft, low) and _PREFIX.search(low, max(0, start - 8), start) is None:
            draft.role, draft.strength = "label", Strength.WEAK
        elif ahead in " (=[:,><" and draft.value:
            draft.negative = True
    elif (before == "-" and draft.value) or (
        before == " " and low[start - 2 : start - 1] in ("s", "e") and MINUS.search(low, max(0, start - 9), start)
    ):
        draft.negative = True


def _same_sign(draft: Draft, low: str) -> bool:
    """Whether the sign behind the figure stands before the dash as well: 3bn-5bn is a range, B2-5 a name."""
    sign = _GLUED_SIGN.search(low, max(0, draft.start - 6), draft.start)
    return sign is not None and low.startswith(sign.group(1), draft.end)


def set_role(draft: Draft, low: str, text: str) -> None:
    """How the figure stands, and with it how strong it is."""
    start = draft.start
    if draft.tail[0] == "number" and draft.scale == 1:
        if enumerates(low, start, draft.end):
            draft.role, draft.strength = "list", Strength.WEAK
            return
        if _REFERENCE.search(low, max(0, start - 12), start):
            draft.role, draft.strength = "reference", Strength.FAIR
            return
        if draft.role == "label" or (
            start > 1
            and text[start - 1] == " "
            and not text[max(0, start - 24) : start].islower()
            and _NAME.search(text, max(0, start - 24), start)
            and within(text, start)
        ):
            draft.role = "label"
            draft.strength = min(draft.strength, Strength.FAIR)
            return
        if draft.value in (0, 1):
            draft.strength = Strength.FAIR
    if draft.tail[0] == "ordinal" and draft.value in (1, 2):
        draft.strength = Strength.FAIR
    if in_brackets(low, start):
        draft.role = "bracket"


def within(text: str, start: int) -> bool:
    """Whether the word before ``start`` is capitalised although it does not begin the sentence."""
    space = text.rfind(" ", max(0, start - 25), start - 1)
    return space > 0 and text[space - 1] not in ".!?:\"'"


def maybe_year(draft: Draft, low: str) -> None:
    """Readings of a bare whole figure as a year, an age, a date without marks."""
    value, start, digits = draft.value, draft.start, draft.end - draft.start
    if not isinstance(value, int) or draft.readings[0].kind != "number":
        return
    if digits <= 2:
        if _AGED.search(low, max(0, start - 8), start):
            draft.readings.insert(0, Reading("measure", value, "y"))
        elif low[start - 1 : start] == "'" and low[start - 2 : start - 1] in ("", " ", "(") and digits == 2:
            draft.readings.insert(0, Reading("date", 0, date=CalendarDate(value)))
        return
    if digits == 8 and _COMPACT.match(low, start):
        draft.add_date(value // 10000, value // 100 % 100, value % 100)
    if not (1000 <= value <= 2100) or digits != 4:
        return
    reading = Draft(0, 0)
    reading.add_date(year=value)
    if YEAR_BEFORE.search(low, max(0, draft.start - 9), draft.start):
        draft.readings[:0] = reading.readings
    else:
        draft.readings += reading.readings


def disguised(draft: Draft, low: str, decimals: int) -> None:
    """Further readings of a bare figure: 18.12 a day, 0500 an hour, Figure 2-1 the number 2.1."""
    raw = low[draft.start : draft.end]
    if draft.tail != ("number", "") or draft.scale != 1:
        return
    if 1 <= decimals <= 2 and len(raw) <= 5 and raw.count(".") == 1:
        whole, part = raw.split(".")
        if whole.isdigit() and part.isdigit() and 1 <= int(whole) <= 31 and 1 <= int(part) <= 12:
            draft.add_date(month=int(part), day=int(whole))
    elif len(raw) == 4 and raw.isdigit() and raw[0] == "0" and int(raw[:2]) < 24 and int(raw[2:]) < 60:
        draft.add("time", int(raw[:2]) * 60 + int(raw[2:]))
    elif len(raw) <= 2 and raw.isdigit() and draft.role == "reference":
        second = _SECOND_PART.match(low, draft.end)
        if second is not None and _PAGES.search(low, max(0, draft.start - 6), draft.start) is None:
            draft.readings.insert(
                0, Reading("number", exact(int(raw) + Fraction(int(second.group(1)), 10 ** len(second.group(1)))))
            )
            draft.role, draft.strength = "reference", Strength.FAIR
            draft.end = second.end(1)


def weaken(drafts: list[Draft], low: str, text: str) -> None:
    """Numbers of idioms and of citations (Author 1984, 364) are weak: translations may leave them out."""
    cited = [found.span() for found in _CITATION.finditer(text)] if "(" in text else []
    for draft in drafts:
        if draft.digits and any(start < draft.start < end for start, end in cited):
            draft.role, draft.strength = "reference", Strength.WEAK
        token = _TOKEN.match(low, draft.start)
        if token is None or token.group() not in SAID:
            continue
        said = IDIOM.finditer(low, max(0, draft.start - _LEAD), draft.end + _LEAD)
        if any(found.start() <= draft.start < found.end() for found in said):
            draft.strength = Strength.WEAK


def roman(word: str, low: str, start: int, text: str) -> list[Draft]:
    """A roman numeral in capitals: a name's part, weak."""
    draft = Draft(start, start + len(word), strength=Strength.WEAK, digits=False, role="label")
    if word[0] >= "ⅰ":
        draft.add("number", ord(word) - ord("ⅰ") + 1)
        return [draft]
    if len(word) == 1 and _NUMBERED.search(low, max(0, start - 9), start) is None and not _crowned(word, start, text):
        return []
    if not text[start : draft.end].isupper():
        return []
    worth = [_ROMAN[c] for c in word]
    draft.add("number", sum(-n if n < after else n for n, after in zip(worth, [*worth[1:], 0], strict=True)))
    return [draft]


def _crowned(word: str, start: int, text: str) -> bool:
    """Whether a single V or X follows a name: George V. An I is more often the pronoun."""
    return word != "i" and _CAPITALISED.search(text, max(0, start - 16), start) is not None
