"""One date, time or part of a year as both languages say it: its readings, its English and its Chinese renderings."""

from __future__ import annotations

from facts_renderers import MONTHS, WEEKDAYS, english_ordinal, english_words, hanzi, row, spoken, suffixed, wide
from facts_sayings import Saying, one

from aligncheck.model.fact import CalendarDate, Reading


def _dated(date: CalendarDate, english: list[str], chinese: list[str]) -> Saying:
    return Saying((Reading("date", 0, date=date),), tuple(dict.fromkeys(english)), tuple(dict.fromkeys(chinese)))


def full_date(year: int, month: int, day: int) -> Saying:
    name, short = MONTHS[month - 1], MONTHS[month - 1][:3]
    numeral = spoken(day)
    return _dated(
        CalendarDate(year, month, day),
        [f"{name} {day}, {year}", f"{day} {name} {year}", f"{name} {suffixed(day)}, {year}", f"{day} {short} {year}",
         f"the {suffixed(day)} of {name} {year}", f"{short}. {day}, {year}", f"{year}-{month:02d}-{day:02d}",
         f"{suffixed(day)} {name}, {year}", f"{day}-{short}-{year}"],
        [f"{year}年{month}月{day}日", f"{year} 年 {month} 月 {day} 日", f"{year}年{month}月{day}号",
         wide(f"{year}年{month}月{day}日"),
         f"{row(year)}年{spoken(month)}月{numeral}日", f"{year}-{month:02d}-{day:02d}", f"{year}/{month}/{day}",
         f"{year}.{month}.{day}"],
    )  # fmt: skip


def month_day(month: int, day: int) -> Saying:
    name = MONTHS[month - 1]
    english = [f"{name} {day}", f"{day} {name}", f"{name} {suffixed(day)}", f"the {suffixed(day)} of {name}"]
    english += [f"the {english_ordinal(day)} of {name}", f"{name} the {english_ordinal(day)}"]
    chinese = [f"{month}月{day}日", f"{month}月{day}号", f"{spoken(month)}月{spoken(day)}日", f"{month} 月 {day} 日"]
    return _dated(CalendarDate(None, month, day), english, chinese)


def year_month(year: int, month: int) -> Saying:
    name = MONTHS[month - 1]
    return _dated(
        CalendarDate(year, month),
        [f"{name} {year}", f"{name}, {year}", f"{name} of {year}", f"{name[:3]} {year}"],
        [f"{year}年{month}月", f"{row(year)}年{spoken(month)}月", f"{year} 年 {month} 月份"],
    )


def year_alone(year: int) -> Saying:
    return _dated(CalendarDate(year), [f"{year}"], [f"{year}年", f"{row(year)}年", f"{year} 年"])


def month_alone(month: int) -> Saying:
    return _dated(CalendarDate(None, month), [MONTHS[month - 1]], [f"{month}月", f"{spoken(month)}月", f"{month}月份"])


def before_christ(year: int) -> Saying:
    return _dated(
        CalendarDate(-year),
        [f"{year} BC", f"{year} BCE", f"{year} B.C.", f"{year}BC"],
        [f"公元前{year}年", f"公元前{spoken(year)}年", f"西元前{year}年", f"公元前 {year} 年"],
    )


def year_of_our_era(year: int) -> Saying:
    readings = (Reading("date", 0, "AD", date=CalendarDate(year)),)
    english = (f"AD {year}", f"{year} AD", f"{year} CE", f"A.D. {year}")
    chinese = (f"公元{year}年", f"公元{row(year) if year > 999 else hanzi(year)}年", f"西元{year}年", f"公元 {year} 年")
    return Saying(readings, english, chinese)


def fiscal_year(year: int) -> Saying:
    return _dated(
        CalendarDate(year),
        [f"fiscal {year}", f"fiscal year {year}", f"FY{year}", f"FY {year}"],
        [f"{year}财年", f"{year}财政年度"],
    )


def decade(year: int) -> Saying:
    """From the twenties on the century may be said apart; 一十年代 and 零年代 are rarely written."""
    number, tens = year // 100 + 1, year % 100
    chinese = [f"{year}年代", f"{row(year)}年代", f"{year} 年代"]
    if tens >= 20:
        chinese += [f"{number}世纪{tens}年代", f"{spoken(number)}世纪{hanzi(tens)}年代", f"{number} 世纪 {tens} 年代"]
    return one("decade", year, [f"{year}s", f"{year}'s"], chinese)


def century(number: int) -> Saying:
    words = english_ordinal(number)
    return one(
        "century",
        number,
        [f"the {words} century", f"the {suffixed(number)} century", f"the {words.capitalize()} Century"],
        [f"{number}世纪", f"{spoken(number)}世纪", f"{number} 世纪"],
    )


def time_of_day(hour: int, minute: int) -> Saying:
    """A time whose half of the day is said: by a.m. and 上午, or by a 24-hour figure from 13 on."""
    half, twelve = ("am" if hour < 12 else "pm"), (hour - 1) % 12 + 1
    part = "凌晨" if hour < 5 else "上午" if hour < 12 else "下午" if hour < 19 else "晚上"
    english = [f"{twelve}:{minute:02d} {half}", f"{twelve}:{minute:02d}{half}", f"{twelve}.{minute:02d} {half[0]}.m."]
    chinese = [f"{part}{twelve}:{minute:02d}", f"{part}{twelve}点{minute:02d}分", f"{part}{twelve}时{minute:02d}分"]
    if minute > 9:
        chinese += [f"{part}{spoken(twelve)}点{spoken(minute)}分", f"{part}{spoken(twelve)}点{spoken(minute)}"]
    if not minute:
        english += [f"{twelve} {half}", f"{twelve}{half}", f"{english_words(twelve)} {half[0]}.m."]
        chinese += [f"{part}{twelve}点", f"{part}{spoken(twelve)}点钟", f"{part}{twelve}时整"]
    if minute == 30:
        chinese += [f"{part}{spoken(twelve)}点半"]
    if minute in (15, 45):
        chinese += [f"{part}{spoken(twelve)}点{'一' if minute == 15 else '三'}刻"]
    if hour > 12:
        english += [f"{hour}:{minute:02d}", f"{hour:02d}{minute:02d} hours"]
        chinese += [f"{hour}:{minute:02d}", f"{hour}点{minute:02d}分", f"{hour}时{minute:02d}分"]
    return one("time", hour * 60 + minute, english, chinese)


def weekday(number: int) -> Saying:
    sign = "一二三四五六日"[number - 1]
    return one(
        "weekday",
        number,
        [WEEKDAYS[number - 1], WEEKDAYS[number - 1] + "s"],
        [f"星期{sign}", f"周{sign}", f"礼拜{sign}", f"週{sign}"],
    )


RELATIVE_DAYS = (
    ("d", -1, "yesterday", "昨天 昨日"), ("d", 1, "tomorrow", "明天"),
    ("d", -2, "the day before yesterday", "前天"), ("d", 2, "the day after tomorrow", "后天"),
    ("wk", -1, "last week", "上周 上星期 上个星期"), ("wk", 1, "next week", "下周 下星期"),
    ("mo", -1, "last month", "上月 上个月"), ("mo", 1, "next month", "下月 下个月"),
    ("y", -1, "last year", "去年"), ("y", 1, "next year", "明年"), ("y", -2, "the year before last", "前年"),
)  # fmt: skip


def relative(index: int) -> Saying:
    unit, step, english, chinese = RELATIVE_DAYS[index]
    return one("relative", step, [english], chinese.split(), unit)


TERMS = (
    ("season", 1, "the spring of {}", "{}春季 {}春天"),
    ("season", 2, "the summer of {}", "{}夏季 {}夏天"),
    ("season", 3, "the autumn of {}", "{}秋季 {}秋天"),
    ("season", 4, "the winter of {}", "{}冬季 {}冬天"),
    ("qtr", 1, "the first quarter of {}", "{}第一季度 {}一季度"),
    ("qtr", 2, "the second quarter of {}", "{}第二季度 {}二季度"),
    ("qtr", 3, "the third quarter of {}", "{}第三季度 {}三季度"),
    ("qtr", 4, "the fourth quarter of {}", "{}第四季度 {}四季度"),
    ("half", 1, "the first half of {}", "{}上半年"),
    ("half", 2, "the second half of {}", "{}下半年"),
    ("part", 1, "early {}", "{}初 {}年初"),
    ("part", 2, "mid-{}", "{}年中 {}中期"),
    ("part", 3, "late {}", "{}末 {}年底"),
)


def term(index: int, year: int) -> Saying:
    """A part of a year, with the year. The English says the part first, the Chinese the year."""
    unit, number, english, chinese = TERMS[index]
    readings = (Reading("term", number, unit), Reading("date", 0, date=CalendarDate(year)))
    forms = tuple(form.format(f"{year}年").replace("年年", "年") for form in chinese.split())
    return Saying(readings, (english.format(year),), forms)
