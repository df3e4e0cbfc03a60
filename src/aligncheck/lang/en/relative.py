"""Reads English days, weeks, months and years counted from the one spoken of: yesterday, next week, the day after."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.en.dates import MONTHS, WEEKDAYS
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Strength

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_UNITS = {"day": "d", "week": "wk", "month": "mo", "year": "y"}
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
RELATIVE: frozenset[str] = frozenset({*_DAYS, *_UNITS, *_PARTS_OF_DAY, "last", "next"})
"""Words ``relative`` reads."""

_LAST_NEXT = deferred(
    rf" (?:(?P<unit>week|month|year)|(?P<part>day|morning|afternoon|evening|night)|(?P<season>spring|summer|autumn|"
    rf"fall|winter|{any_of(name for name in MONTHS if len(name) > 3 or name == 'may')})|"
    rf"(?P<weekday>{any_of(name for name in WEEKDAYS if len(name) > 5)}))(?![a-z])"
)
_FAR = deferred(r" (?:(before) (last|yesterday)|(after) (next|tomorrow))(?![a-z])")
_BESIDE = deferred(r" (before|after)(?![a-z])")
_POINTING = deferred(
    r"\b(?:(?P<same>this(?: very)?|(?:the|that) same|that)|the (?:very )?(?:(?P<after>following|subsequent|ensuing)|"
    r"(?P<before>previous|preceding|prior))) $"
)
_THE = deferred(r"\bthe $")


def relative(low: str, start: int, word: str) -> list[Draft]:
    """What one of ``RELATIVE`` at ``start`` counts from now or then; empty where it counts nothing."""
    if word in _DAYS:
        strength = Strength.FAIR if _DAYS[word] else Strength.WEAK
        return _counted(start, start + len(word), _DAYS[word], "d", strength)
    if word in ("last", "next"):
        return _last_next(low, start, -1 if word == "last" else 1)
    unit = _UNITS.get(word, "d")
    end = start + len(word)
    far = _FAR.match(low, end) if word in _UNITS else None
    if far is not None and (word == "day") == (far.group(2) == "yesterday" or far.group(4) == "tomorrow"):
        return _counted(start, far.end(), -2 if far.group(1) else 2, unit, Strength.FAIR)
    pointing = _POINTING.search(low, max(0, start - 20), start)
    if pointing is not None:
        step = 1 if pointing["after"] else -1 if pointing["before"] else 0
        return _second(_counted(pointing.start(), end, step, unit, Strength.WEAK), step)
    beside = _BESIDE.match(low, end) if word in _UNITS else None
    if beside is not None and _THE.search(low, max(0, start - 4), start) is not None:
        step = 1 if beside.group(1) == "after" else -1
        return _second(_counted(start, end, step, unit, Strength.WEAK), step)
    return []


def _last_next(low: str, start: int, step: int) -> list[Draft]:
    found = _LAST_NEXT.match(low, start + 4)
    if found is None:
        return []
    article = _THE.search(low, max(0, start - 4), start) is not None
    if found["unit"]:
        unit = _UNITS[found["unit"]]
        drafts = _counted(start, found.end(), step, unit, Strength.WEAK if article else Strength.FAIR)
        if article:
            drafts[0].add("measure", 1, unit)
        return drafts
    if found["part"]:
        if step < 0 and (article or found["part"] not in ("night", "evening")):
            return []
        drafts = _counted(start, found.end(), step, "d", Strength.FAIR if step < 0 else Strength.WEAK)
        return _second(drafts, step)
    # The season, month or weekday is a value of its own.
    return _counted(start, start + 4, step, "wk" if found["weekday"] else "y", Strength.WEAK)


def _counted(start: int, end: int, step: int, unit: str, strength: Strength) -> list[Draft]:
    draft = Draft(start, end, strength=strength, digits=False)
    draft.add("relative", step, unit)
    return [draft]


def _second(drafts: list[Draft], step: int) -> list[Draft]:
    """The day or year after is also the second one (第二天, 第二年)."""
    if step == 1:
        drafts[0].add("ordinal", 2)
        drafts[0].role = "word"
    return drafts
