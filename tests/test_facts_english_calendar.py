"""English dates, times, zones, eras and parts of a year, each with what it is worth; how sure each is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.facts import CalendarDate, Facts, Reading, Strength
from aligncheck.facts.notation import canonical

TABLE = """\
sales in Q3 2019 => Q3; 2019
Q1 FY23 => Q1; 2023
the third quarter of 2019 => Q3; 2019
third-quarter profits => Q3
2nd quarter 2021 => Q2; 2021
3Q19 revenue => Q3; 2019
1H 2023 => H1; 2023
H2 2022 => H2; 2022
the first half of the year => H1
the second half of 2023 => H2; 2023
in the latter half of the 19th century => H2; century 19
spring 2020 => spring; 2020
in the spring of 1989 => spring; 1989
fall 2019 => autumn; 2019
the autumn of that year => autumn; this y
in the fall => autumn
a mild winter => winter
early May => early; --05
late June 2018 => late; 2018-06
in mid-March => middle; --03
mid-1980s => middle; 1980s
in the late 19th century => late; century 19
the early twenties => early; 20s
early in 2020 => early; 2020
the beginning of May => early; --05
at the end of 2019 => late; 2019
by the end of the year => late
in the middle of the decade => middle; 10 y
at the turn of the century => early; 100 y
the late Tang dynasty => late
yesterday => -1 d
today => this d
tomorrow evening => +1 d
the day after tomorrow => +2 d
the day before yesterday => -2 d
last week => -1 wk
next month => +1 mo
next year => +1 y
last night => -1 d
this year => this y
this afternoon => this d
the year before last => -2 y
the week after next => +2 wk
the following day => +1 d
the next morning => +1 d
the previous month => -1 mo
the same year => this y
next Monday => +1 wk; Monday
last summer => -1 y; summer
221 BC => 221 BC
31 B.C. => 31 BC
450 BCE => 450 BC
770–476 BC => 770 BC; 476 BC
from 206 BC to AD 220 => 206 BC; 0220
the 5th century BC => century -5
AD 79 => 79
in 610 CE => 0610
Showa 20 => 1945
Heisei 3 => 1991
Reiwa 5 => 2023
the 21st year of the Republic of China => 1932
the thirtieth year of Kangxi's reign => 1691
the 30th year of the reign of Emperor Qianlong => 1765
FY2023 => 2023
FY24 => 2024
fiscal 2023 => 2023
fiscal year 2022/23 => 2022; 2023
FY2022-23 => 2022; 2023
the financial year 2019-20 => 2019; 2020
5 pm ET => 17:00 UTC-5/UTC-4
17:30 GMT => 17:30 UTC+0
5:30 p.m. Eastern time => 17:30 UTC-5/UTC-4
9 a.m. PST => 09:00 UTC-8
9 am CST => 09:00 UTC-6/UTC+8
08:00 (UTC+8) => 08:00 UTC+8
10 a.m. Beijing time => 10:00 UTC+8
06:00Z => 06:00 UTC+0
1700 GMT => 17:00 UTC+0
noon => 12:00
14:15 BST => 14:15 UTC+1
7 p.m. JST => 19:00 UTC+9
11:00 am IST => 11:00 UTC+5:30
3 pm local time => 15:00
2021-03-04T17:30:00+01:00 => 2021-03-04; 17:30 UTC+1
half past six => 06:30
a quarter to nine => 08:45
quarter past ten at night => 22:15
at ten to five => 04:50
five minutes past six => 06:05
five past six in the evening => 18:05
twenty-five minutes to eight => 07:35
6.30pm => 18:30
0630 hrs => 06:30
six thirty p.m. => 18:30
seven o'clock in the evening => 19:00
three o'clock in the morning => 03:00
20: 00 => 20:00
17h30 => 17:30
8/6/19 => 2019-08-06
6.8.2019 => 2019-06-08
the 8th of June => --06-08
June the 8th => --06-08
Jun 8 '19 => 19-06-08
Jun. 8, 2019 => 2019-06-08
8-Jun-2019 => 2019-06-08
8 June–3 July => --06-08; --07-03
6–8 June => --06-06; --06-08
the 6th to the 8th of June 2019 => --06-06; 2019-06-08
June 2019–May 2020 => 2019-06; 2020-05
June 8 and 9 => --06-08; --06-09
the eighth of June => --06-08
June eighth => --06-08
2019-06 => 2019-06
2019/6 => 2019-06
1999-12 => 1999-12
2011-12 => 2011; 2012
the class of '99 => 99
20190608 => 20190608
the '90s => 90s
the Sixties => 60s
the 1960s and 70s => 1960s; 70s
in her thirties => 30–39 y
18th and 19th centuries => century 18; century 19
Friday, June 8 => Friday; --06-08
a year and a half => 1.5 y
an hour and a quarter => 1.25 h
two years and a half => 2.5 y
a quarter of an hour => 15 min
half a year => 6 mo
a man aged 32 => 32 y
for June delivery => --06
the June meeting => --06
end-June => late; --06
the April figures => --04
waiting for June to call =>
"""


@pytest.mark.parametrize("line", TABLE.splitlines())
def test_value(line: str) -> None:
    text, _, expected = line.partition(" =>")
    assert "; ".join(canonical(fact.readings[0]) for fact in Facts.of(text, "en")) == expected.strip()


def _first(text: str) -> Reading:
    return Facts.of(text, "en").facts[0].readings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Q3 2019",
        "the third quarter of 2019",
        "spring 2020",
        "in the spring of 1989",
        "the first half of this year",
        "early May",
        "yesterday",
        "next month",
        "the day before yesterday",
    ],
)
def test_a_term_or_day_that_surely_is_one(text: str) -> None:
    assert Facts.of(text, "en").facts[0].strength is Strength.FAIR


@pytest.mark.parametrize(
    "text",
    [
        "in Q3",
        "the third quarter",
        "last summer",
        "a hard winter",
        "by the end of the year",
        "today",
        "this year",
        "the next day",
        "the following year",
        "the last month",
    ],
)
def test_a_term_or_day_that_may_be_none_is_weak(text: str) -> None:
    assert [fact.strength for fact in Facts.of(text, "en")] == [Strength.WEAK] * len(Facts.of(text, "en"))
    assert Facts.of(text, "en").facts


@pytest.mark.parametrize(
    "text",
    [
        "the spring broke",
        "spring to life",
        "they spring from water",
        "prices fall by then",
        "the fall of Rome",
        "a quarter-final",
        "an early bird",
        "a late arrival",
        "mid-air",
        "the end of the line",
        "the middle of nowhere",
        "the winter Olympics",
        "H2O",
        "last but not least",
        "next to the door",
        "day after day",
        "year after year",
    ],
)
def test_words_that_only_look_like_terms(text: str) -> None:
    assert not [f for f in Facts.of(text, "en") if f.kind in ("term", "relative")]


def test_the_next_day_is_the_second_too() -> None:
    assert Reading("ordinal", 2) in Facts.of("the next day", "en").facts[0].readings
    assert Reading("ordinal", 2) in Facts.of("the following year", "en").facts[0].readings


def test_an_era_leaves_its_own_count_as_a_reading() -> None:
    fact = Facts.of("the 21st year of the Republic of China", "en").facts[0]
    assert {Reading("ordinal", 21), Reading("number", 21)} <= set(fact.readings)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("5 pm ET", "UTC-5|UTC-4"),
        ("5 pm EST", "UTC-5"),
        ("5 pm EDT", "UTC-4"),
        ("5 pm Pacific time", "UTC-8|UTC-7"),
        ("5 pm CST", "UTC-6|UTC+8"),
        ("17:00 UTC", "UTC+0"),
        ("17:00 CEST", "UTC+2"),
        ("17:00 GMT+8", "UTC+8"),
        ("5 pm local time", ""),
        ("5 pm et al.", ""),
        ("5 pm", ""),
    ],
)
def test_time_zone(text: str, zone: str) -> None:
    assert _first(text).unit == zone


def test_a_time_after_six_in_the_evening_is_no_morning() -> None:
    assert [r.value for r in Facts.of("seven o'clock in the evening", "en").facts[0].readings] == [19 * 60]


def test_a_number_of_minutes_to_a_number_of_people_is_no_time() -> None:
    assert [f.kind for f in Facts.of("from ten to five people", "en")] == ["number", "number"]
    assert [f.kind for f in Facts.of("at 5 to 6 percent", "en")] == ["percent", "percent"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("the first six months", Reading("term", 1, "half")),
        ("the first 3 months", Reading("term", 1, "qtr")),
        ("the last six months of the year", Reading("term", 2, "half")),
        ("the final three months of 2020", Reading("term", 4, "qtr")),
    ],
)
def test_months_that_are_a_part_of_a_year(text: str, term: Reading) -> None:
    assert any(term in fact.readings[1:] for fact in Facts.of(text, "en"))


@pytest.mark.parametrize("text", ["over the last six months", "the first nine months", "six months"])
def test_months_that_are_no_part_of_a_year(text: str) -> None:
    assert not [r for fact in Facts.of(text, "en") for r in fact.readings if r.kind == "term"]


def test_hours_minutes_and_seconds_may_be_a_span() -> None:
    assert Reading("measure", 7421, "s") in Facts.of("won in 2:03:41", "en").facts[0].readings
    assert not [r for r in Facts.of("at 20:03", "en").facts[0].readings if r.kind == "measure"]


@pytest.mark.parametrize("text", ["a quarter of a century", "three quarters of an hour", "a third of a mile"])
def test_a_part_of_a_unit_is_a_fraction_too(text: str) -> None:
    (fact,) = Facts.of(text, "en")
    assert fact.strength >= Strength.FAIR
    assert [r.kind for r in fact.readings] == ["measure", "fraction"]


def test_ordinal_and_fraction_of_a_third() -> None:
    assert _first("a third of them").kind == "fraction"
    assert _first("a third child").kind == "ordinal"


@given(st.integers(1, 9999), st.sampled_from(["{} BC", "{} B.C.", "{} BCE", "in about {} BC"]))
def test_any_year_before_christ_is_negative(year: int, style: str) -> None:
    assert _first(style.format(year)).date == CalendarDate(-year)


@given(st.integers(1, 12), st.sampled_from(["GMT", "JST", "Beijing time", "UTC+5:30"]))
def test_a_zone_leaves_the_hour_alone(hour: int, zone: str) -> None:
    assert _first(f"{hour} pm {zone}").value == _first(f"{hour} pm").value == (hour % 12 + 12) * 60


@given(st.integers(1990, 2049), st.integers(1, 4))
def test_a_quarter_and_its_year_are_two_values(year: int, quarter: int) -> None:
    for text in (f"Q{quarter} {year}", f"Q{quarter} of {year}"):
        first, second = Facts.of(text, "en")
        assert first.readings[0] == Reading("term", quarter, "qtr")
        assert CalendarDate(year) in [r.date for r in second.readings]
