"""Reads English dates, weekdays and decades into values, with the patterns of ``lang.en.dates``."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.en import dates, times
from aligncheck.lang.patterns import deferred
from aligncheck.lang.stamps import numeric_date
from aligncheck.model.fact import Strength

_MONTH_COMPANY = deferred(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|during|late|early|mid|last|next|this|every|and|between|before|"
    r"after)[ -]|[-,/(]\s?)$"
)


_DATE_SIGNS = frozenset("-/.")
_DECADE_SIGNS = frozenset("'s")
_ENDS = frozenset({"", "%", ")", ";", "]", "?", "!", '"', "+"})
"""What may not follow a day or an hour at once. What follows is looked at first, for most figures are neither."""

_AHEAD_OF_DAY = frozenset("jfmasondtu-/&")
_AHEAD_OF_HOUR = frozenset("apnomtbi-hzgul")
_COUNTED_DAY = frozenset(name.partition("-")[0].partition(" ")[0] for name in dates.ORDINAL_DAYS)
_AHEAD_OF_MONTH = deferred(r"\bthe $")
_FOR = deferred(r"\bfor $")
_NOUN_AFTER = deferred(
    r" (?!i |who|whom|whose|that|government|administration|cabinet|ministry|queen|hare|we |you |he |she )[a-z]"
)
_DATED_AFTER = deferred(
    r" (?:deliver|settlement|shipment|contracts?|futures|sales|figures|data|elections?|meetings?|arrival)"
)
_CAPITAL_AFTER = deferred(r" [A-Z]")


def figures(low: str, start: int, text: str) -> list[Draft]:
    """A date, decade or time of day whose figures begin at ``start``; empty where there is none."""
    end = start + 1
    while low[end : end + 1].isdigit():
        end += 1
    follows, ahead = low[end : end + 1], low[end + 1 : end + 2]
    spaced = follows == " "
    numeric = numeric_date(low, start) if follows in _DATE_SIGNS else None
    if numeric is not None:
        return [numeric]
    # A day of the month has two digits at most, and so has an hour.
    short = end - start <= 2
    if short and follows not in _ENDS and (not spaced or ahead in _AHEAD_OF_DAY):
        drafts = _days(low, start, text)
        if drafts:
            return drafts
    if (short or end - start == 4) and follows not in _ENDS and (not spaced or ahead in _AHEAD_OF_HOUR):
        time = times.clock(low, start, text, short=short)
        if time:
            return time
    decade = dates.DECADE.match(low, start) if follows in _DECADE_SIGNS else None
    if decade is not None:
        return [_decade(low, start, decade.end(), int(decade["y"].strip("'")))]
    return []


def _days(low: str, start: int, text: str) -> list[Draft]:
    """``8 June 2019``, and a day that shares the month of one after it."""
    day = dates.DAY_FIRST.match(low, start)
    if day is not None and _is_month(low, text, day, has_day=True) and 1 <= int(day["d"]) <= 31:
        return _dated(day, int(day["d"]), dates.MONTHS[day["m"]])
    sharing = dates.DAYS_BEFORE.match(low, start)
    return _sharing(low, text, sharing) if sharing is not None else []


def words(low: str, start: int, word: str, text: str) -> list[Draft]:
    """A date, weekday, decade or hour that begins with a word; empty where there is none."""
    if word in dates.MONTHS:
        return _month(low, start, text)
    if word in dates.WEEKDAYS:
        whole = "day" in word
        capital = text[start].isupper()
        if (not capital and not whole) or (not whole and word in dates.AMBIGUOUS_NAMES):
            return []
        draft = Draft(start, start + len(word), strength=Strength.FAIR if capital else Strength.WEAK, digits=False)
        draft.add("weekday", dates.WEEKDAYS[word])
        return [draft]
    counted = word in _COUNTED_DAY and low[max(0, start - 3) : start] not in ("a ", " a ")
    ordinal = dates.ORDINAL_DAY_OF.match(low, start) if counted else None
    if ordinal is not None:
        month = dates.MONTHS[ordinal["m"]] if ordinal["m"] else dates.ORDINAL_DAYS[ordinal["n"]]
        if month <= 12:
            draft = Draft(start, ordinal.end(), digits=False)
            draft.add_date(month=month, day=dates.ORDINAL_DAYS[ordinal["d"]])
            return [draft]
    if word in dates.DECADE_WORDS:
        draft = _decade(low, start, start + len(word), dates.DECADE_WORDS[word])
        draft.strength, draft.digits = Strength.WEAK, False
        return [draft]
    return times.in_words(low, start, word, text)


def _month(low: str, start: int, text: str) -> list[Draft]:
    found = dates.MONTH_FIRST.match(low, start) if text[start].isupper() else None
    if found is None:
        return []
    has_day = found["d"] is not None and 1 <= int(found["d"]) <= 31
    if found["d"] is not None and not has_day:
        return []
    ordinal = dates.MONTH_ORDINAL.match(low, start)
    if ordinal is not None:
        draft = Draft(start, ordinal.end(), digits=False)
        draft.add_date(month=dates.MONTHS[ordinal["m"]], day=dates.ORDINAL_DAYS[ordinal["d"]])
        return [draft]
    if not _is_month(low, text, found, has_day=has_day or found["y"] is not None or found["s"] is not None):
        return []
    return _dated(found, int(found["d"]) if has_day else None, dates.MONTHS[found["m"]], low)


def _is_month(low: str, text: str, found: re.Match[str], *, has_day: bool) -> bool:
    """Whether a word that may be a name, a verb or a plain noun is a month here."""
    name, at = found["m"], found.start("m")
    if not text[at].isupper():
        return False
    if name not in dates.AMBIGUOUS_NAMES or has_day or name in {"august"}:
        return True
    end = found.end("m")
    if _MONTH_COMPANY.search(low, max(0, at - 10), at) is not None:
        return _CAPITAL_AFTER.match(text, end) is None
    if _AHEAD_OF_MONTH.search(low, max(0, at - 5), at) is not None:
        return _NOUN_AFTER.match(text, end) is not None
    return _DATED_AFTER.match(text, end) is not None and _FOR.search(low, max(0, at - 5), at) is not None


def _dated(found: re.Match[str], day: int | None, month: int, low: str = "") -> list[Draft]:
    end = found.end()
    draft = Draft(found.start(), end)
    year = int(found["y"] or found["s"]) if found["y"] or found["s"] else None
    draft.add_date(year, month, day)
    if day is None and year is None:
        draft.digits = False
        draft.strength = Strength.FAIR if found["m"] in dates.AMBIGUOUS_NAMES else Strength.STRONG
    drafts = [draft]
    while day is not None and low and (more := dates.DAY_LIST.match(low, end)) is not None:
        other = int(more.group(1))
        if not 1 <= other <= 31:
            break
        extra = Draft(more.start(1), more.end(1), strength=Strength.FAIR)
        extra.add_date(None, month, other)
        extra.add("number", other)
        drafts.append(extra)
        end = more.end()
    return drafts


def _decade(low: str, start: int, end: int, year: int) -> Draft:
    draft = Draft(start, end)
    if year < 100 and dates.AGE.search(low, max(0, start - 28), start):
        draft.add("measure", year, "y", year + 9)
        draft.strength = Strength.WEAK
    draft.add("decade", year)
    if year % 100 == 0 and year >= 1000:
        draft.add("century", year // 100 + 1)
    return draft


def _sharing(low: str, text: str, found: re.Match[str]) -> list[Draft]:
    """The day of ``found`` where a later day and its month follow; empty where none does."""
    after = dates.DAY_FIRST.match(low, found.end())
    if after is None or not _is_month(low, text, after, has_day=True):
        return []
    day, later = int(found.group(1)), int(after["d"])
    if not 1 <= day < later <= 31:
        return []
    draft = Draft(found.start(), found.end(1), strength=Strength.FAIR)
    if low[draft.end : draft.end + 2] in ("st", "nd", "rd", "th"):
        draft.end += 2
    draft.add_date(None, dates.MONTHS[after["m"]], day)
    draft.add("number", day)
    return [draft]
