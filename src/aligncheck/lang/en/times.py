"""Reads English times of day and time zones: 5.30pm, 17:30 GMT, 0630 hours, half past six, ten to five."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.en.numbers import SMALL
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Strength

_CLOCK = deferred(
    r"(?P<h>[0-2]?[0-9])(?:(?P<s>[:.])\s?(?P<mi>[0-5][0-9])(?:[:.][0-5][0-9])?)?\s?-?(?P<ap>[ap]\.?\s?m\b\.?|noon\b|o'clock)"
    r"|(?P<h2>[0-2]?[0-9]):\s?(?P<mi2>[0-5][0-9])(?::(?P<se>[0-5][0-9]))?(?:\.[0-9]{1,6})?(?![0-9:])"
    r"|(?P<h3>[01][0-9]|2[0-3])(?P<mi3>[0-5][0-9])\s?(?:hours|hrs|h|z|(?=(?:gmt|utc|local time)))\b"
    r"|(?P<h4>[01]?[0-9]|2[0-3])h(?P<mi4>[0-5][0-9])(?![0-9a-z])"
)
"""A time of day in figures: ``5 pm``, ``5.30pm``, ``17:30``, ``0500 hours``, ``1700 GMT``."""

_HOUR_WORD = deferred(r"(?:\s|-)(?:o'clock|(?P<ap>[ap]\.?\s?m\b\.?))")
_EVENING = deferred(r"[a-z ,']{0,20}?\b(?:in the (?:afternoon|evening)|at night|tonight|this (?:afternoon|evening))")
_MORNING = deferred(r"[a-z ,']{0,20}?\b(?:in the morning|this morning|before dawn|at dawn)")
_TEENS = {word: value for word, value in SMALL.items() if 0 < value < 60 and value % (10 if value > 20 else 1) == 0}
_HOURS = {word: value for word, value in SMALL.items() if 1 <= value <= 12}
_PAST = deferred(
    rf"(?P<m>half|quarter|[0-5]?[0-9]|(?:{any_of(_TEENS)})(?:-(?:{any_of(_HOURS)}))?)(?P<min>[ -]minutes?)?"
    rf" (?P<way>past|after|to|before|till) (?P<h>(?:{any_of(_HOURS)})(?![a-z-])|1[0-2](?![0-9.,:%])|[1-9](?![0-9.,:%]))"
)
_BY_DAY = deferred(
    rf"(?P<h>1[0-2]|[1-9]|{any_of(_HOURS)})(?:[.:](?P<mi>[0-5][0-9]))?"
    r"(?= (?:in the (?:morning|afternoon|evening)|at night)\b)"
)
_MINUTES_AFTER = deferred(
    rf" (?P<m>(?:{any_of(_TEENS)})(?:-(?:{any_of(_HOURS)}))?)(?:\s|-)(?P<ap>[ap]\.?\s?m\b\.?|o'clock)"
)
_AHEAD_OF_PAST = frozenset({" m", " p", " a", " t", " b"})
_AHEAD_OF_DAYTIME = frozenset({" i", " a"})
_AT = deferred(r"(?:at|by|until|till|since|is|was|'s|before|after|around|about|nearly|almost)(?: an?)? $")
_MEASURED_AFTER = deferred(r" (?:[a-z]+ )?(?:hours|minutes|days|years|weeks|months|people|percent|million)(?![a-z])")

_OFFSETS: dict[str, str] = {
    "gmt": "UTC+0", "utc": "UTC+0", "z": "UTC+0", "est": "UTC-5", "edt": "UTC-4", "et": "UTC-5|UTC-4",
    "eastern time": "UTC-5|UTC-4", "eastern standard time": "UTC-5", "eastern daylight time": "UTC-4",
    "eastern": "UTC-5|UTC-4", "pacific": "UTC-8|UTC-7", "us eastern time": "UTC-5|UTC-4",
    "pst": "UTC-8", "pdt": "UTC-7", "pt": "UTC-8|UTC-7", "pacific time": "UTC-8|UTC-7",
    "pacific standard time": "UTC-8", "pacific daylight time": "UTC-7", "mst": "UTC-7", "mdt": "UTC-6",
    "mountain time": "UTC-7|UTC-6", "cst": "UTC-6|UTC+8", "cdt": "UTC-5", "ct": "UTC-6|UTC-5",
    "central time": "UTC-6|UTC-5", "central standard time": "UTC-6", "central daylight time": "UTC-5",
    "bst": "UTC+1", "cet": "UTC+1", "cest": "UTC+2", "central european time": "UTC+1|UTC+2", "eet": "UTC+2",
    "msk": "UTC+3", "moscow time": "UTC+3", "jst": "UTC+9", "japan time": "UTC+9", "tokyo time": "UTC+9",
    "kst": "UTC+9", "ist": "UTC+5:30", "hkt": "UTC+8", "sgt": "UTC+8", "beijing time": "UTC+8",
    "china time": "UTC+8", "china standard time": "UTC+8", "hong kong time": "UTC+8", "aest": "UTC+10",
    "aedt": "UTC+11", "london time": "UTC+0|UTC+1", "greenwich mean time": "UTC+0",
    "coordinated universal time": "UTC+0", "universal time": "UTC+0", "british summer time": "UTC+1",
    "local time": "",
}  # fmt: skip
_ZONE = deferred(rf",?\s?\(?({any_of(_OFFSETS)})(?![a-z])(?:\s?([+-])\s?([01]?[0-9])(?::?([0-5][0-9]))?(?![0-9]))?\)?")
_BARE_OFFSET = deferred(r"\s?([+-])([01][0-9]):?([0-5][0-9])(?![0-9])")


def clock(low: str, start: int, text: str, *, short: bool) -> list[Draft]:
    """The time of day whose figures, ``short`` of two digits at most, begin at ``start``; empty where there is none."""
    found = _CLOCK.match(low, start)
    if found is None:
        return (_past(low, start, text) or _by_day(low, start)) if short else []
    hour = int(found["h"] or found["h2"] or found["h3"] or found["h4"])
    minute = int(found["mi"] or found["mi2"] or found["mi3"] or found["mi4"] or 0)
    if hour > 24:
        return []
    if found["h4"] and not text[found.end("h4")].islower():
        return []
    draft = Draft(start, found.end())
    add_time(draft, low, hour, minute, found["ap"])
    if found["h2"]:
        draft.add("number", hour)
        if minute:
            reading = draft.readings[-1]._replace(kind="ratio", value=hour * 100 + minute)
            draft.readings[-1] = reading
        if found["se"]:
            draft.add("measure", hour * 3600 + minute * 60 + int(found["se"]), "s")
        else:
            draft.strength = Strength.FAIR
    _in_zone(draft, low, text)
    return [draft]


def in_words(low: str, start: int, word: str, text: str) -> list[Draft]:
    """The time of day that begins with a number word at ``start``: eleven o'clock, half past six; empty for none."""
    end = start + len(word)
    follows = low[end : end + 2]
    if (word in _TEENS or word in ("half", "quarter")) and (follows[:1] == "-" or follows in _AHEAD_OF_PAST):
        past = _past(low, start, text)
        if past:
            return past
    if word not in _HOURS:
        return []
    hour = _by_day(low, start) if follows in _AHEAD_OF_DAYTIME or follows[:1] in (".", ":") else []
    if hour:
        return hour
    minutes = _MINUTES_AFTER.match(low, end)
    after = minutes or _HOUR_WORD.match(low, end)
    if after is None:
        return []
    draft = Draft(start, after.end(), digits=False, strength=Strength.FAIR)
    add_time(draft, low, _HOURS[word], _minutes(minutes["m"]) if minutes is not None else 0, after["ap"])
    _in_zone(draft, low, text)
    return [draft]


def _past(low: str, start: int, text: str) -> list[Draft]:
    """``half past six``, ``quarter to nine``, ``five minutes past six``; ``ten to five`` only after at, by or is."""
    found = _PAST.match(low, start)
    if found is None:
        return []
    to = found["way"] in ("to", "before", "till")
    part = found["m"] in ("half", "quarter")
    if (found["m"] == "half" and to) or _MEASURED_AFTER.match(low, found.end()):
        return []
    minute = _minutes(found["m"])
    hour = _HOURS.get(found["h"]) or int(found["h"])
    surely = part or found["way"] == "past" or bool(found["min"])
    if not surely and not (found["way"] == "to" and _hour_of(low, start, found)):
        return []
    draft = Draft(start, found.end(), digits=found["h"].isdigit(), strength=Strength.FAIR)
    after = _HOUR_WORD.match(low, draft.end)
    if after is not None:
        draft.end = after.end()
    if to:
        hour, minute = (hour - 1) or 12, 60 - minute
    add_time(draft, low, hour, minute, after["ap"] if after is not None else None)
    _in_zone(draft, low, text)
    return [draft]


def _by_day(low: str, start: int) -> list[Draft]:
    """``at 7 in the evening``, ``by three in the morning``; empty for other numbers."""
    found = _BY_DAY.match(low, start)
    if found is None or _AT.search(low, max(0, start - 10), start) is None:
        return []
    draft = Draft(start, found.end(), digits=found["h"].isdigit(), strength=Strength.FAIR)
    add_time(draft, low, _HOURS.get(found["h"]) or int(found["h"]), int(found["mi"] or 0), None)
    return [draft]


def _hour_of(low: str, start: int, found: re.Match[str]) -> bool:
    """Whether ``ten to five`` is a time: at a round number of minutes that no range could begin with."""
    minute = _minutes(found["m"])
    if found["m"].isdigit() or minute % 5 or minute > 25:
        return False
    at = _AT.search(low, max(0, start - 10), start)
    return at is not None and (at.group().startswith("at ") or minute > _HOURS.get(found["h"], 12))


def _minutes(written: str) -> int:
    if written.isdigit():
        return int(written)
    tens, _, ones = written.partition("-")
    return {"half": 30, "quarter": 15}.get(written) or _TEENS[tens] + _HOURS.get(ones, 0)


def add_time(draft: Draft, low: str, hour: int, minute: int, half: str | None) -> None:
    """Add minutes from midnight; an hour up to 12 without a.m. or p.m. may be either."""
    half = (half or "").replace(".", "").replace(" ", "")
    if half == "pm" or (half in ("", "o'clock") and hour < 13 and _EVENING.match(low, draft.end)):
        hour, half = hour % 12 + 12, "pm"
    elif half == "am" or (half in ("", "o'clock") and hour < 13 and _MORNING.match(low, draft.end)):
        hour, half = hour % 12, "am"
    draft.add("time", hour % 24 * 60 + minute)
    if half in ("", "o'clock") and hour <= 12:
        draft.add("time", (hour + 12) % 24 * 60 + minute)


def _in_zone(draft: Draft, low: str, text: str) -> None:
    """Take the time zone that follows at once into the readings: 17:30 GMT, 5 pm Eastern time, 08:00 (UTC+8)."""
    found = _ZONE.match(low, draft.end)
    if found is None:
        offset = _BARE_OFFSET.match(low, draft.end)
        if offset is not None:
            _put_zone(draft, offset.end(), _offset(offset.group(1), offset.group(2), offset.group(3)))
        return
    name = found.group(1)
    if len(name) <= 4 and not text[found.start(1) : found.end(1)].isupper():
        return
    unit = _OFFSETS[name]
    if found.group(2) and unit == "UTC+0":
        unit = _offset(found.group(2), found.group(3), found.group(4))
    end = found.end()
    if "(" not in found.group() and found.group().endswith(")"):
        end -= 1
    _put_zone(draft, end, unit)


def _offset(sign: str, hours: str, minutes: str | None) -> str:
    return f"UTC{sign}{int(hours)}" + (f":{minutes}" if minutes and minutes != "00" else "")


def _put_zone(draft: Draft, end: int, unit: str) -> None:
    draft.end = end
    draft.readings = [r._replace(unit=unit) if r.kind == "time" else r for r in draft.readings]
