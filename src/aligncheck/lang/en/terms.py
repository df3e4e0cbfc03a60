"""Reads English parts of a year: seasons, quarters, halves, early and late. The year or month beside is not read."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.en.dates import DECADE_WORDS, MONTHS, ORDINAL_DAYS
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Strength

_SEASONS = {"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4}
_PARTS = {
    "early": 1, "beginning": 1, "start": 1, "turn": 1, "mid": 2, "middle": 2, "late": 3, "end": 3, "close": 3,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LAST = {"final": 4, "latter": 2}
TERMS: frozenset[str] = frozenset({*_SEASONS, *_PARTS, *_LAST, "q", "h"})
"""Words ``term`` reads; ``ordinal_term`` reads first to fourth, and what ``1st`` to ``4th`` begin."""

_YEAR = r"(?:(?:1[0-9]|20)[0-9]{2}(?:[-/][0-9]{2})?(?![0-9]|,[0-9]{3}|%))"
_YEARS = (
    rf"(?:{_YEAR}|(?:this|last|next|that|the|each|every)(?: same| following| previous)?(?: fiscal| financial)? year)"
)
_AFTER_SEASON = deferred(rf"(?:,? (?:of )?|-){_YEAR}| of (?:{_YEARS}|'[0-9]{{2}})")
_SEASON_COMPANY = deferred(
    r"(?:\b(?:in|in the|during the|by|since|until|this|last|next|late|early|mid|every|each|that|of the|following|"
    r"previous)[ -])$"
)
_IN_THE = deferred(r"\b(?:in|during|by|of) the $")
_NO_SEASON = deferred(
    r"[ -](?:festival|rolls?|onions?|water|waters|mattress|loaded|board|street|"
    r"of (?!(?:1[0-9]|20)[0-9]{2}|th|last|next)|"
    r"in|into|from|to|out|by|back|apart|under|within|for|asleep|ill|short|behind|olympi|games|palace|paralympi)"
)
_PART_IN = deferred(r"(?:-to-(?:mid|late))?(?:,? in)?[ -](?:the )?")
_PART_OF = deferred(r"[ -]of (?:the )?(?:same )?")
_FIRM = deferred(
    rf"(?P<month>{any_of(MONTHS)})(?![a-z])|{_YEAR}|(?:(?:1[0-9]|20)[0-9]0|'?[2-9]0)'?s(?![a-z0-9])"
    rf"|(?:[12]?[0-9](?:st|nd|rd|th)|{any_of(ORDINAL_DAYS)})[ -](?:and [a-z0-9-]+ )?centur"
    rf"|(?:{any_of(DECADE_WORDS)})(?![a-z])"
)
_LOOSE = deferred(
    r"(?:(?:this|last|next|that|each|every|following|previous)[ -])?(?:year|month|decade|century|spring|summer|autumn|"
    r"winter)(?![a-z])|[a-z]+ (?:dynasty|period|era)(?![a-z])"
)
_QUARTER_AFTER = deferred(
    rf"(?: of |,? |'s )(?:the )?(?:fiscal |financial |fy ?)*(?:year )?(?:{_YEARS}|'?[0-9]{{2}}(?![0-9,.%]| [a-z]))"
)
_YEAR_BEFORE = deferred(r"(?:1[0-9]|20)[0-9]{2}(?:'s)?[ -/]?$")
_REPORTS = deferred(
    r"[ -](?:net |operating |gross )?(?:earnings|profits?|revenues?|sales|results|gdp|growth|loss|losses|report)"
)
_QUARTER = deferred(r"(?:st|nd|rd|th)?[ -]quarters?(?![a-z]| of an? |[ -](?:finals?|mile|century|hour|note))")
_HALF = deferred(
    rf"(?:st|nd)?[ -]half(?P<firm> of (?:the )?(?:fiscal |financial |calendar )?(?:year(?![a-z])|{_YEARS})|,? {_YEAR}|"
    rf"-year|[ -](?:earnings|profits?|revenues?|sales|results|gdp))?"
    rf"(?P<loose> of (?:the |this |last |next )?(?:month|decade|century|[12]?[0-9](?:st|nd|rd|th)[ -]century|"
    rf"(?:{any_of(ORDINAL_DAYS)})[ -]century|(?:1[0-9]|20)[0-9]0s|(?P<name>{any_of(MONTHS)})(?![a-z])))?"
)
_GLUED_YEAR = deferred(r"(?:\s?'?((?:1[0-9]|20)[0-9]{2})|'?([0-9]{2}))(?![0-9a-z%]|[.,][0-9])")
_SHORT = deferred(r"([1-4])(?![0-9a-z]|[.:][0-9]|-[a-z0-9])")


def term(low: str, start: int, word: str, text: str) -> list[Draft]:
    """The part of a year that begins with one of ``TERMS`` at ``start``; empty where there is none."""
    if word in _SEASONS:
        return _season(low, start, word, text)
    if word in _PARTS:
        return _part(low, start, word, text)
    if word in ("q", "h"):
        return _short(low, start, word, text)
    return _numbered(low, start, start + len(word), _LAST[word])


def ordinal_term(low: str, start: int, word: str) -> list[Draft]:
    """``third quarter``, ``first half of 2019``, ``second-quarter profit`` at ``start``; empty where there is none."""
    number = _ORDINALS.get(word)
    return _numbered(low, start, start + len(word), number) if number is not None else []


def figure_term(low: str, start: int, text: str) -> list[Draft]:
    """``3Q 2019``, ``1H23``, ``3rd quarter`` at a figure; empty where there is none."""
    number = ord(low[start]) - ord("0")
    if not 1 <= number <= 4:
        return []
    after = low[start + 1 : start + 2]
    if after in ("q", "h") and text[start + 1].isupper():
        return _glued(low, start, after, number)
    return _numbered(low, start, start + 1, number) if low.startswith(("st", "nd", "rd", "th"), start + 1) else []


def _season(low: str, start: int, word: str, text: str) -> list[Draft]:
    end = start + len(word)
    dated = _AFTER_SEASON.match(low, end) is not None
    if word in ("spring", "fall") and not dated and _SEASON_COMPANY.search(low, max(0, start - 12), start) is None:
        return []
    if not dated and word != "autumn" and _NO_SEASON.match(low, end) is not None:
        return []
    named = text[start].isupper() and start > 1 and text[start - 2].islower() and _capital_before(text, start)
    firm = dated or (word == "spring" and _IN_THE.search(low, max(0, start - 12), start) is not None)
    draft = Draft(start, end, strength=Strength.FAIR if firm and not named else Strength.WEAK, digits=False)
    draft.add("term", _SEASONS[word], "season")
    return [draft]


def _capital_before(text: str, start: int) -> bool:
    """Whether the word before is capitalised: Prague Spring."""
    space = text.rfind(" ", max(0, start - 25), start - 1)
    return text[space + 1].isupper() and text[space + 1 : start - 1].lower() not in ("in", "the", "late", "early", "by")


def _part(low: str, start: int, word: str, text: str) -> list[Draft]:
    end = start + len(word)
    inside = word in ("early", "mid", "late") or (word == "end" and low[end : end + 1] == "-")
    joint = (_PART_IN if inside else _PART_OF).match(low, end)
    if joint is None:
        return []
    whole = _FIRM.match(low, joint.end())
    strength = Strength.FAIR
    if whole is None or (whole["month"] and not text[joint.end()].isupper()):
        whole, strength = _LOOSE.match(low, joint.end()), Strength.WEAK
    if whole is None:
        return []
    draft = Draft(start, end, strength=strength, digits=False)
    draft.add("term", _PARTS[word], "part")
    if word == "turn":
        draft.strength = Strength.WEAK
        draft.add("term", 3, "part")
    return [draft]


def _short(low: str, start: int, word: str, text: str) -> list[Draft]:
    """``Q3 2019``, ``H1 2023``; without a year Q3 may be a question, and H1 is left alone."""
    found = _SHORT.match(low, start + 1)
    if found is None or not text[start].isupper():
        return []
    dated = _QUARTER_AFTER.match(low, found.end()) is not None or (
        _YEAR_BEFORE.search(low, max(0, start - 7), start) is not None
    )
    number = int(found.group(1))
    if word == "h" and (not dated or number > 2):
        return []
    draft = Draft(start, found.end(), strength=Strength.FAIR if dated else Strength.WEAK)
    draft.add("term", number, "qtr" if word == "q" else "half")
    if not dated:
        draft.add("number", number)
    return [draft]


def _glued(low: str, start: int, letter: str, number: int) -> list[Draft]:
    found = _GLUED_YEAR.match(low, start + 2)
    before = _YEAR_BEFORE.search(low, max(0, start - 7), start) is not None
    if (letter == "h" and (number > 2 or (found is None and not before))) or low[start + 2 : start + 3].isalpha():
        return []
    draft = Draft(start, start + 2, strength=Strength.FAIR if found is not None or before else Strength.WEAK)
    draft.add("term", number, "qtr" if letter == "q" else "half")
    if found is None or found.group(1):
        return [draft]
    year = Draft(found.start(2), found.end())
    year.add_date(year=2000 + int(found.group(2)))
    return [draft, year]


def _numbered(low: str, start: int, end: int, number: int) -> list[Draft]:
    """A quarter or half after its ordinal, which ends at ``end``."""
    found = _QUARTER.match(low, end)
    if found is not None:
        firm = (
            _QUARTER_AFTER.match(low, found.end()) is not None
            or _REPORTS.match(low, found.end()) is not None
            or _YEAR_BEFORE.search(low, max(0, start - 7), start) is not None
        )
        draft = Draft(start, found.end(), strength=Strength.FAIR if firm else Strength.WEAK)
        draft.add("term", number, "qtr")
        draft.add("ordinal", number)
    else:
        found = _HALF.match(low, end) if number <= 2 else None
        if found is None or not (found["firm"] or found["loose"]):
            return []
        draft = Draft(start, low.index("half", end) + 4, strength=Strength.FAIR if found["firm"] else Strength.WEAK)
        draft.add("term", number, "half")
        draft.add("ordinal", number)
    draft.digits = low[start].isdigit()
    return [draft]
