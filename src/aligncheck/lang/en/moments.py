"""Reads English dates, weekdays, decades and times of day into values, with the patterns of ``lang.en.dates``."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.en import dates
from aligncheck.lang.en.numbers import spelled
from aligncheck.lang.stamps import numeric_date
from aligncheck.model.fact import Strength

_MONTH_COMPANY = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|during|late|early|mid|last|next|this|every|and|between|before|"
    r"after)[ -]|[-,/(]\s?)$"
)


def figures(low: str, start: int, text: str) -> list[Draft]:
    """A date, decade or time of day whose figures begin at ``start``; empty where there is none."""
    numeric = numeric_date(low, start)
    if numeric is not None:
        return [numeric]
    day = dates.DAY_FIRST.match(low, start)
    if day is not None and _is_month(low, text, day, has_day=True) and 1 <= int(day["d"]) <= 31:
        return _dated(day, int(day["d"]), dates.MONTHS[day["m"]])
    clock = dates.CLOCK.match(low, start)
    if clock is not None:
        drafts = _clock(low, clock)
        if drafts:
            return drafts
    decade = dates.DECADE.match(low, start)
    if decade is not None:
        return [_decade(start, decade.end(), int(decade["y"].strip("'")))]
    return []


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
    ordinal = dates.ORDINAL_DAY_OF.match(low, start)
    if ordinal is not None:
        month = dates.MONTHS[ordinal["m"]] if ordinal["m"] else dates.ORDINAL_DAYS[ordinal["n"]]
        if month <= 12:
            draft = Draft(start, ordinal.end(), digits=False)
            draft.add_date(month=month, day=dates.ORDINAL_DAYS[ordinal["d"]])
            return [draft]
    if word in dates.DECADE_WORDS:
        draft = Draft(start, start + len(word), strength=Strength.WEAK, digits=False)
        draft.add("decade", dates.DECADE_WORDS[word])
        return [draft]
    return _spelled_hour(low, start)


def _spelled_hour(low: str, start: int) -> list[Draft]:
    read = spelled(low, start)
    if read is None or not isinstance(read.value, int) or not 1 <= read.value <= 12:
        return []
    after = dates.HOUR_WORD.match(low, read.end)
    if after is None:
        return []
    draft = Draft(start, after.end(), digits=False, strength=Strength.FAIR)
    _add_time(draft, low, read.value, 0, after["ap"])
    return [draft]


def _month(low: str, start: int, text: str) -> list[Draft]:
    found = dates.MONTH_FIRST.match(low, start)
    if found is None or not text[start].isupper():
        return []
    has_day = found["d"] is not None and 1 <= int(found["d"]) <= 31
    if found["d"] is not None and not has_day:
        return []
    ordinal = dates.MONTH_ORDINAL.match(low, start)
    if ordinal is not None:
        draft = Draft(start, ordinal.end(), digits=False)
        draft.add_date(month=dates.MONTHS[ordinal["m"]], day=dates.ORDINAL_DAYS[ordinal["d"]])
        return [draft]
    if not _is_month(low, text, found, has_day=has_day or found["y"] is not None):
        return []
    return _dated(found, int(found["d"]) if has_day else None, dates.MONTHS[found["m"]], low)


def _is_month(low: str, text: str, found: re.Match[str], *, has_day: bool) -> bool:
    """Whether a word that may be a name, a verb or a plain noun is a month here."""
    name, at = found["m"], found.start("m")
    if not text[at].isupper():
        return False
    if name not in dates.AMBIGUOUS_NAMES or has_day or name in {"august"}:
        return True
    before = _MONTH_COMPANY.search(low, max(0, at - 10), at) is not None
    return before and not re.compile(r" [A-Z]").match(text, found.end("m"))


def _dated(found: re.Match[str], day: int | None, month: int, low: str = "") -> list[Draft]:
    end = found.end()
    draft = Draft(found.start(), end)
    year = int(found["y"]) if found["y"] else None
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


def _clock(low: str, found: re.Match[str]) -> list[Draft]:
    hour = int(found["h"] or found["h2"] or found["h3"])
    minute = int(found["mi"] or found["mi2"] or found["mi3"] or 0)
    if hour > 24:
        return []
    draft = Draft(found.start(), found.end())
    _add_time(draft, low, hour, minute, found["ap"])
    if found["h2"]:
        draft.add("number", hour)
        if minute:
            reading = draft.readings[-1]._replace(kind="ratio", value=hour * 100 + minute)
            draft.readings[-1] = reading
        if not found["se"]:
            draft.strength = Strength.FAIR
    return [draft]


def _add_time(draft: Draft, low: str, hour: int, minute: int, half: str | None) -> None:
    """Adds minutes from midnight; an hour up to 12 without a.m. or p.m. may be either."""
    half = (half or "").replace(".", "").replace(" ", "")
    if half == "pm" or (not half and dates.EVENING.match(low, draft.end)):
        hour = hour % 12 + 12
    elif half == "am":
        hour %= 12
    draft.add("time", hour % 24 * 60 + minute)
    if half in ("", "o'clock") and hour <= 12:
        draft.add("time", (hour + 12) % 24 * 60 + minute)


def _decade(start: int, end: int, year: int) -> Draft:
    draft = Draft(start, end)
    draft.add("decade", year)
    if year % 100 == 0 and year >= 1000:
        draft.add("century", year // 100 + 1)
    return draft
