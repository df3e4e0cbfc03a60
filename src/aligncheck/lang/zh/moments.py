"""Reads Chinese dates, weekdays, decades and centuries, with the patterns of ``lang.zh.dates``."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.lang.stamps import numeric_date
from aligncheck.lang.zh import dates
from aligncheck.lang.zh.clock import clock
from aligncheck.lang.zh.eras import era_before, era_year, fiscal
from aligncheck.lang.zh.numbers import DIGITS, small
from aligncheck.model.fact import Reading, Strength

_DAYS_MORE = deferred(
    r"\s?(?:-|~|至|到|、|和|与|及|或|,|，)\s?(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[日号](?![元圆本均])"
)
_DAY_RANGE = deferred(r"\s?(?:-|~|至|到|、|和|与|及|或)\s?(?=[0-9]{1,2}\s?[日号])")


_AHEAD = deferred(r"[^，。；！？]{0,11}?[年月日号世点时初]|[0-9]{1,4}\s?[-/.:·]\s?[0-9]")
"""What some date or time needs soon after its beginning; most numerals have it not."""

_REACH = 24
"""No date or time has its 年, 月, 日 or 点 further from its beginning."""

_CLOCKED = deferred("[点时:.]")


def moments(text: str, at: int) -> list[Draft]:
    """The date, decade, century, weekday or time that begins at ``at``; empty where there is none."""
    if _AHEAD.match(text, at) is None:
        return []
    stamp = numeric_date(text, at)
    if stamp is not None:
        return [stamp]
    ahead = text[at : at + _REACH]
    drafts = fiscal(text, at)
    if not drafts and "年" in ahead:
        drafts = _decade(text, at)
    if not drafts and "世" in ahead:
        drafts = _century(text, at)
    return drafts or _date(text, at, ahead) or (clock(text, at) if _CLOCKED.search(ahead) else [])


def weekday(text: str, at: int) -> list[Draft]:
    """``星期三``, ``周三`` at ``at``."""
    found = dates.WEEKDAY.match(text, at)
    if found is None:
        return []
    draft = Draft(at, found.end(), strength=Strength.FAIR, digits=False)
    draft.add("weekday", dates.WEEKDAYS[found["w"]])
    return [draft]


def _decade(text: str, at: int) -> list[Draft]:
    found = dates.DECADE.match(text, at)
    if found is None:
        return []
    draft = Draft(at, found.end(), digits=text[at].isdigit())
    if found["row"]:
        draft.add("decade", small(found["row"]) * 10)
        draft.strength = Strength.WEAK
        return [draft]
    named = found["y"]
    tens = _tens(named)
    if named.endswith("十") and len(named) == 3:
        # 二三十年代: the twenties and the thirties.
        tens = DIGITS.get(named[0], 0) * 10
        draft.end = found.start("y") + 1
        second = Draft(draft.end, found.end(), digits=False, strength=Strength.WEAK)
        second.add("decade", _in_century(found["c"], DIGITS.get(named[1], 0) * 10))
        draft.add("decade", _in_century(found["c"], tens))
        return [draft, second]
    draft.add("decade", _in_century(found["c"], tens))
    if not found["l"]:
        return [draft]
    draft.end = found.end("y")
    other = Draft(found.start("l"), found.end(), digits=text[found.start("l")].isdigit())
    later = _tens(found["l"])
    other.add("decade", tens // 100 * 100 + later if tens > 100 > later else _in_century(found["c"], later))
    return [draft, other]


def _tens(named: str) -> int:
    """The figure before 年代; 八十 is not 八 and 十."""
    if len(named) == 2 and named[0] in DIGITS and named[1] == "十":
        return DIGITS[named[0]] * 10
    return small(named)


def _in_century(century: str | None, tens: int) -> int:
    """First year of a decade; only the tens where the century is not said. 上世纪 is the twentieth."""
    if not century or tens > 100:
        return tens
    number = {"上": 20, "本": 21}.get(century) or small(century)
    return (number - 1) * 100 + tens if number else tens


def _century(text: str, at: int) -> list[Draft]:
    found = dates.CENTURY.match(text, at)
    if found is None:
        return []
    draft = Draft(at, found.end(), digits=text[at].isdigit())
    if found["c"][0] in "上本":
        draft.strength = Strength.WEAK
        draft.add("century", 20 if found["c"][0] == "上" else 21)
        return [draft]
    era = era_before(text, at)
    number = small(found["c"])
    if era is not None and era[1] in (0, None):
        draft.start = era[0]
        if era[1] == 0:
            draft.add("century", -number)
    draft.add("century", number)
    draft.readings.append(Reading("decade", (number - 1) * 100))
    draft.readings.append(Reading("measure", number, "ctry"))
    return [draft]


def _date(text: str, at: int, ahead: str) -> list[Draft]:
    month, day = "月" in ahead, "日" in ahead
    for pattern, last in ((dates.MONTH_RANGE, 12 if month else 0), (dates.DAY_RANGE, 31 if day else 0)):
        found = pattern.match(text, at) if last else None
        if found is not None and 1 <= (first := small(found["a"])) <= last:
            draft = Draft(at, found.end("a"))
            draft.add_date(month=first) if last == 12 else draft.add_date(day=first)
            draft.add("number", first)
            return [draft]
    found = dates.FULL.match(text, at) if month else None
    if found is not None and (drafts := _full(text, at, found)):
        return drafts
    found = dates.YEAR_ONLY.match(text, at) if "年" in ahead else None
    if found is None and "年" in ahead and text[at - 1 : at] == "前":
        found = dates.LONG_YEAR.match(text, at)
    if found is not None:
        draft = Draft(at, found.end(), digits=text[at].isdigit())
        return [draft] if _year(draft, found, era_before(text, at)) else []
    found = dates.DAY_ONLY.match(text, at) if day or "号" in ahead else None
    if found is not None and 1 <= small(found["d"]) <= 31:
        return [_day(found)]
    return _known_day(text, at)


def _known_day(text: str, at: int) -> list[Draft]:
    """2019-06, 9·11, and 初八 without its month."""
    found = dates.YEAR_MONTH.match(text, at)
    if found is not None:
        draft = Draft(at, found.end())
        draft.add_date(int(found["y"]), int(found["m"] or found["m2"]))
        return [draft]
    found = dates.LUNAR_DAY.match(text, at)
    if found is not None:
        draft = Draft(at, found.end(), digits=False, strength=Strength.WEAK)
        draft.add_date(day=small(found["l"]))
        draft.add("ordinal", small(found["l"]))
        return [draft]
    found = dates.KNOWN_DAY.match(text, at)
    if found is None or not (1 <= int(found["m"]) <= 12 and 1 <= int(found["d"]) <= 31):
        return []
    draft = Draft(at, found.end(), strength=Strength.FAIR)
    draft.add_date(None, int(found["m"]), int(found["d"]))
    draft.add("number", int(found["m"] + found["d"]))
    return [draft]


def _full(text: str, at: int, found: re.Match[str]) -> list[Draft]:
    month = dates.MONTH_NAMES.get(found["m"]) or small(found["m"])
    day = small(found["d"] or found["l"] or found["l2"] or found["d2"] or "")
    draft = Draft(at, found.end(), digits=any(c.isascii() and c.isdigit() for c in found.group()))
    if not month and (drafts := _either_month(found)):
        return drafts
    if (month > 12 and not draft.digits) or not month:
        return []
    if (found["d"] or found["l"]) and not day:
        return []
    era = era_before(text, at) if found["y"] else None
    if era is not None and _suits(era, at, found["y"]):
        draft.start = era[0]
        era_year(draft, _number(found["y"]), era[1], month, day or None)
    else:
        draft.add_date(_number(found["y"]) if found["y"] else None, month, day or None)
        if not draft.digits and not day and not found["y"]:
            draft.strength = Strength.FAIR
    drafts, end = [draft], found.end()
    if day or _DAY_RANGE.match(text, end):
        while (more := _DAYS_MORE.match(text, end)) is not None:
            extra = Draft(more.start("d"), more.end())
            extra.add_date(None, month, small(more["d"]))
            extra.add_date(None, None, small(more["d"]))
            drafts.append(extra)
            end = more.end()
    return drafts


def _either_month(found: re.Match[str]) -> list[Draft]:
    """六七月: June and July."""
    pair = found["m"]
    if len(pair) != 2 or pair[0] not in DIGITS or pair[1] not in DIGITS or found["y"]:
        return []
    first = Draft(found.start("m"), found.start("m") + 1, digits=False, strength=Strength.WEAK)
    second = Draft(first.end, found.end(), digits=False, strength=Strength.WEAK)
    first.add_date(month=DIGITS[pair[0]])
    second.add_date(month=DIGITS[pair[1]])
    return [first, second]


def _number(year: str) -> int:
    return 1 if year == "元" else small(year)


def _suits(era: tuple[int, int | None], at: int, year: str) -> bool:
    """A bare 前 before three or four figures is short for 公元前; before fewer it is "the first" so many."""
    return era[1] != 0 or at - era[0] >= 3 or (year.isdigit() and len(year) > 2)


def _year(draft: Draft, found: re.Match[str], era: tuple[int, int | None] | None) -> bool:
    """Readings of a figure before 年: a year, or so many years; False leaves it to be read as a number."""
    raw = found["y"]
    year = _number(raw)
    if era is not None and _suits(era, found.start(), raw):
        short = era[1] == 0 and found.start() - era[0] < 3
        draft.start = era[0]
        era_year(draft, year, era[1])
        if short:
            draft.add("measure", year, "y")
        return True
    if raw == "元":
        draft.add("number", 1)
        draft.strength, draft.role = Strength.WEAK, "word"
        return True
    row = all(c in "〇零一二三四五六七八九" for c in raw)
    if len(raw) == 4 and (raw.isdigit() or row):
        draft.add_date(year=year)
        if year % 100 == 0 or year > 2200:
            draft.add("measure", year, "y")
        return True
    if len(raw) == 2 and row and raw != "三五" and not (DIGITS[raw[1]] == DIGITS[raw[0]] + 1 and raw[0] < "五"):
        draft.add_date(year=year)
        return True
    if len(raw) == 2 and raw.isdigit() and int(raw) >= 50:
        draft.add("measure", year, "y")
        draft.add_date(year=year)
        return True
    return False


def _day(found: re.Match[str]) -> Draft:
    day = small(found["d"])
    draft = Draft(found.start(), found.end(), digits=found["d"].isdigit())
    draft.add_date(day=day)
    if found["w"] == "日":
        draft.add("measure", day, "d")
    draft.add("ordinal", day)
    draft.add("number", day)
    draft.strength = Strength.FAIR if day > 2 else Strength.WEAK
    return draft
