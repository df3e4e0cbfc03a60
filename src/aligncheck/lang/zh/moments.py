"""Reads Chinese dates, weekdays, decades, centuries and times of day, with the patterns of ``lang.zh.dates``."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.stamps import numeric_date
from aligncheck.lang.zh import dates
from aligncheck.lang.zh.numbers import DIGITS, numeral
from aligncheck.model.fact import Reading, Strength

_ERAS = {"民国": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "明治": 1867, "大正": 1911}
_DAYS_MORE = re.compile(
    r"\s?(?:-|~|至|到|、|和|与|及|或|,|，)\s?(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[日号](?![元圆本均])"
)
_DAY_RANGE = re.compile(r"\s?(?:-|~|至|到|、|和|与|及|或)\s?(?=[0-9]{1,2}\s?[日号])")


def worth(text: str) -> int:
    """The value of a short numeral in figures or hanzi; 0 for none."""
    if text.isdigit() and text.isascii():
        return int(text)
    read = numeral(text, 0) if text else None
    return int(read.value) if read is not None and read.high is None else 0


def moments(text: str, at: int) -> list[Draft]:
    """The date, decade, century, weekday or time that begins at ``at``; empty where there is none."""
    stamp = numeric_date(text, at)
    if stamp is not None:
        return [stamp]
    return _decade(text, at) or _century(text, at) or _date(text, at) or _clock(text, at)


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
        draft.add("decade", worth(found["row"]) * 10)
        draft.strength = Strength.WEAK
        return [draft]
    tens = worth(found["y"])
    if len(found["y"]) == 2 and found["y"][0] in DIGITS and found["y"][1] == "十":
        tens = DIGITS[found["y"][0]] * 10
    elif found["y"].endswith("十") and len(found["y"]) == 3:
        tens = DIGITS.get(found["y"][0], 0) * 10
        draft.end = found.start("y") + 1
        second = Draft(draft.end, found.end(), digits=False, strength=Strength.WEAK)
        second.add("decade", _in_century(found["c"], DIGITS.get(found["y"][1], 0) * 10))
        draft.add("decade", _in_century(found["c"], tens))
        return [draft, second]
    draft.add("decade", _in_century(found["c"], tens))
    if found["l"]:
        draft.add("decade", _in_century(found["c"], int(found["l"])))
    return [draft]


def _in_century(century: str | None, tens: int) -> int:
    """First year of a decade; only the tens where the century is not said. 上世纪 is the twentieth."""
    if not century or tens > 100:
        return tens
    number = {"上": 20, "本": 21}.get(century) or worth(century)
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
    draft.add("century", worth(found["c"]))
    draft.readings.append(Reading("decade", (worth(found["c"]) - 1) * 100))
    draft.readings.append(Reading("measure", worth(found["c"]), "ctry"))
    return [draft]


def _date(text: str, at: int) -> list[Draft]:
    months = dates.MONTH_RANGE.match(text, at)
    if months is not None and 1 <= worth(months["a"]) <= 12:
        draft = Draft(at, months.end("a"))
        draft.add_date(month=worth(months["a"]))
        draft.add("number", worth(months["a"]))
        return [draft]
    found = dates.FULL.match(text, at)
    if found is not None:
        drafts = _full(text, at, found)
        if drafts:
            return drafts
    found = dates.YEAR_ONLY.match(text, at)
    if found is not None:
        draft = Draft(at, found.end(), digits=text[at].isdigit())
        return [draft] if _year(draft, found) else []
    found = dates.DAY_ONLY.match(text, at)
    if found is not None and 1 <= worth(found["d"]) <= 31:
        return [_day(found)]
    return []


def _full(text: str, at: int, found: re.Match[str]) -> list[Draft]:
    month = dates.MONTH_NAMES.get(found["m"]) or worth(found["m"])
    day = worth(found["d"] or found["l"] or found["l2"] or found["d2"] or "")
    draft = Draft(at, found.end(), digits=any(c.isascii() and c.isdigit() for c in found.group()))
    year = None
    if found["y"]:
        years = _years(found["era"], found["y"])
        year = years[0] if years else None
    if month > 12 and not draft.digits:
        return []
    if (found["d"] or found["l"]) and not day:
        return []
    draft.add_date(year, month, day or None)
    if not draft.digits and not day and year is None:
        draft.strength = Strength.FAIR
    drafts, end = [draft], found.end()
    if day or _DAY_RANGE.match(text, end):
        while (more := _DAYS_MORE.match(text, end)) is not None:
            extra = Draft(more.start("d"), more.end())
            extra.add_date(None, month, worth(more["d"]))
            extra.add_date(None, None, worth(more["d"]))
            drafts.append(extra)
            end = more.end()
    return drafts


def _years(era: str | None, year: str) -> list[int]:
    """Years a figure before 年 may mean; a year below 100 is one of any century."""
    number = 1 if year == "元" else worth(year)
    if era in _ERAS:
        return [number + _ERAS[era]]
    return [number]


def _year(draft: Draft, found: re.Match[str]) -> bool:
    """Readings of a figure before 年: a year, or so many years; False leaves it to be read as a number."""
    raw, era = found["y"], found["era"]
    years = _years(era, raw)
    if era:
        draft.add_date(year=years[0])
        return True
    if raw == "元":
        return False
    row = all(c in "〇零一二三四五六七八九" for c in raw)
    if len(raw) == 4 and (raw.isdigit() or row):
        draft.add_date(year=years[0])
        if years[0] % 100 == 0 or years[0] > 2200:
            draft.add("measure", years[0], "y")
        return True
    if len(raw) == 2 and row and not (DIGITS[raw[1]] == DIGITS[raw[0]] + 1 and raw[0] < "五"):
        draft.add_date(year=years[0])
        return True
    if len(raw) == 2 and raw.isdigit() and int(raw) >= 50:
        draft.add("measure", years[0], "y")
        draft.add_date(year=years[0])
        return True
    return False


def _day(found: re.Match[str]) -> Draft:
    day = worth(found["d"])
    draft = Draft(found.start(), found.end(), digits=found["d"].isdigit())
    draft.add_date(day=day)
    if found["w"] == "日":
        draft.add("measure", day, "d")
    draft.add("ordinal", day)
    draft.add("number", day)
    draft.strength = Strength.FAIR if day > 2 else Strength.WEAK
    return draft


def _clock(text: str, at: int) -> list[Draft]:
    found = dates.CLOCK.match(text, at)
    if found is None:
        return []
    hour = worth(found["h"] or found["h2"])
    pair = found["h"] if found["h"] and not hour and found["p"] and len(found["h"]) == 2 else None
    if pair is not None and pair[0] in DIGITS and pair[1] in DIGITS:
        draft = Draft(at, found.end(), digits=False, strength=Strength.WEAK)
        _add_time(draft, DIGITS[pair[0]], 0, dates.PART_OF_DAY.search(text, max(0, at - 4), at))
        _add_time(draft, DIGITS[pair[1]], 0, dates.PART_OF_DAY.search(text, max(0, at - 4), at))
        draft.add("number", DIGITS[pair[0]], "", DIGITS[pair[1]])
        return [draft]
    if hour > 24 or (found["h"] and not (hour or found["h"] in {"0", "00"})):
        return []
    part = dates.PART_OF_DAY.search(text, max(0, at - 4), at)
    if found["h2"] and "." in found.group() and part is None:
        return []
    if found["t"] and (
        dates.NOT_CLOCK.match(text, found.end("t"))
        or not (part or found["f"] or text[at - 1 : at] in {"日", "天", "号"})
    ):
        return []
    minute = worth(found["mi"] or "") or int(found["mi2"] or 0)
    end = found.end()
    if found["mi"] and not found["f"] and found["p"] and not found["mi"].isdigit() and len(found["mi"]) == 1:
        return []
    if found["half"]:
        minute = 30
    elif found["q"]:
        minute = 15 if found["q"] == "一" else 45
    if (
        found["p"]
        and not found["mi"]
        and not found["half"]
        and text[end : end + 1] in {"儿", "建", "意", "要", "原", "点"}
    ):
        return []
    draft = Draft(
        at,
        end,
        digits=text[at].isdigit(),
        strength=Strength.STRONG if part or found["mi"] or found["mi2"] else Strength.FAIR,
    )
    _add_time(draft, hour, minute, part)
    if not minute:
        draft.add("number", hour)
    if found["h2"] and not found["se"]:
        draft.readings.append(Reading("ratio", hour * 100 + minute))
        draft.strength = Strength.FAIR
    return [draft]


def _add_time(draft: Draft, hour: int, minute: int, part: re.Match[str] | None) -> None:
    if part is not None and (part["pm"] or (part["noon"] and hour < 10)) and hour < 12:
        hour += 12
    elif part is not None and part["am"] and hour == 12:
        hour = 0
    draft.add("time", hour % 24 * 60 + minute)
    if hour <= 12 and (part is None or part["noon"] or (part["pm"] and hour == 12)):
        draft.add("time", (hour + 12) % 24 * 60 + minute)
