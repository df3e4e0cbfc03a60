"""Hypothesis strategies of values said in both languages, and the sentences that carry them."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from facts_sayings import (
    Saying,
    fraction,
    measured_range,
    mixed_fraction,
    money_range,
    multiple,
    negative,
    ordinal,
    percent,
    percent_range,
    percentage_points,
    permille,
    scaled_range,
    whole,
    with_decimals,
)
from facts_sayings_calendar import (
    RELATIVE_DAYS,
    TERMS,
    before_christ,
    century,
    decade,
    fiscal_year,
    full_date,
    month_alone,
    month_day,
    relative,
    term,
    time_of_day,
    weekday,
    year_alone,
    year_month,
    year_of_our_era,
)
from hypothesis import strategies as st

WHOLE = st.one_of(
    st.integers(3, 99),
    st.integers(100, 10**5),
    st.builds(lambda head, power: head * 10**power, st.integers(3, 999), st.integers(1, 9)),
    st.builds(lambda head, tail: head * 10**4 + tail, st.integers(1, 10**7), st.integers(0, 99)),
)
"""Values from 3 on, which both languages state as numbers; smaller ones are articles and pronouns as often."""

PARTS = st.tuples(st.integers(1, 29), st.integers(2, 30)).filter(lambda p: p[0] < p[1] and gcd(*p) == 1)
MIXED_PARTS = st.sampled_from([(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (3, 8), (5, 6)])
YEARS = st.integers(1500, 2099)
MONTHS_DAYS = st.tuples(st.integers(1, 12), st.integers(1, 28))
MINUTES = st.one_of(st.sampled_from([0, 15, 30, 45]), st.integers(1, 59))


def _ends(least: int, most: int, width: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(least, most), st.integers(1, width)).map(lambda ends: (ends[0], sum(ends)))


SAYINGS: dict[str, st.SearchStrategy[Saying]] = {
    "whole": WHOLE.map(whole),
    "decimal": st.builds(
        lambda head, tail, places: with_decimals(Fraction(head * 10 + tail, 10**places)),
        st.integers(1, 99999), st.integers(1, 9), st.integers(1, 3),
    ),
    # From a thousand on an English -1040 is taken for the end of a span of years.
    "negative": st.integers(3, 999).map(negative),
    "percent": st.integers(3, 99).map(percent),
    "percent with decimals": st.builds(
        lambda head, tail: percent(Fraction(head * 10 + tail, 10)), st.integers(1, 99), st.integers(1, 9)
    ),
    "percentage points": st.integers(2, 99).map(percentage_points),
    "per mille": st.integers(3, 99).map(permille),
    "fraction": PARTS.map(lambda parts: fraction(*parts)),
    "mixed fraction": st.builds(lambda head, parts: mixed_fraction(head, *parts), st.integers(2, 30), MIXED_PARTS),
    # "One hundredth" alone is a part as well.
    "ordinal": st.integers(3, 300).filter(lambda value: value != 100).map(ordinal),
    "multiple": st.integers(3, 40).map(multiple),
    "range of millions": _ends(2, 9, 9).map(lambda ends: scaled_range(*ends)),
    "range of kilometres": _ends(2, 99, 90).map(lambda ends: measured_range(*ends)),
    "range of euros": _ends(2, 9, 9).map(lambda ends: money_range(*ends)),
    "range of per cent": _ends(2, 50, 40).map(lambda ends: percent_range(*ends)),
    "date": st.builds(lambda year, rest: full_date(year, *rest), YEARS, MONTHS_DAYS),
    "day": MONTHS_DAYS.map(lambda parts: month_day(*parts)),
    "month of a year": st.builds(year_month, YEARS, st.integers(1, 12)),
    "year": YEARS.map(year_alone),
    "month": st.integers(1, 12).map(month_alone),
    "year BC": st.integers(2, 1999).map(before_christ),
    # Below a hundred a year is one of any century, even where AD is said.
    "year AD": st.integers(100, 1999).map(year_of_our_era),
    "fiscal year": st.integers(1950, 2060).map(fiscal_year),
    "decade": st.integers(150, 209).map(lambda tens: decade(tens * 10)),
    "century": st.integers(2, 21).map(century),
    "time": st.builds(time_of_day, st.integers(0, 23), MINUTES),
    "weekday": st.integers(1, 7).map(weekday),
    "relative": st.integers(0, len(RELATIVE_DAYS) - 1).map(relative),
    "term": st.builds(term, st.integers(0, len(TERMS) - 1), st.integers(1900, 2060)),
}  # fmt: skip

_LAMPS = (
    ("The shed holds {} lamps in all.", "仓库里共有{}盏灯。"),
    ("Exactly {} lamps were lit along the pier, the keeper wrote.", "管理员写道，码头上恰好亮着{}盏灯。"),
    ("They found {} lamps", "他们找到了{}盏灯"),
)
_GAUGE = (
    ("The gauge showed {}, said Ann.", "安说，仪表显示为{}。"),
    ("The old dial read {}, and nobody minded.", "旧表盘上是{}，没人在意。"),
)
_MILL = (
    ("The mill closed in {}, they say.", "据说就在{}，磨坊关闭了。"),
    ("Since {}, the mill has stood empty.", "自{}，磨坊一直空着。"),
)
_DAYS = (
    ("The mill closed on {}, they say.", "据说磨坊在{}关闭。"),
    ("On {}, the mill burned down.", "{}，磨坊被烧毁。"),
)
_BARN = (
    ("They paid {} for the barn.", "他们为谷仓付了{}。"),
    ("The barn is worth {}, the notary said.", "公证人说，谷仓值{}。"),
)
CARRIERS: dict[str, tuple[tuple[str, str], ...]] = {
    "whole": _LAMPS,
    "mixed fraction": (
        ("They filled {} baskets with plums.", "他们装了{}筐李子。"),
        ("It took {} baskets, she wrote.", "她写道，需要{}筐。"),
    ),
    "fraction": (
        ("They painted {} of the barn.", "他们粉刷了谷仓的{}。"),
        ("By then, {} of the grass was dry.", "那时，{}的草已经干了。"),
    ),
    "ordinal": (
        ("It was the {} boat to leave.", "这是{}艘离港的船。"),
        ("Her {} letter never arrived.", "她的{}封信从未寄到。"),
    ),
    "multiple": (
        ("They sold {} lamps.", "他们卖出了{}灯。"),
        ("They now need {} baskets.", "他们现在需要{}筐子。"),
    ),
    "range of millions": _LAMPS[:2],
    "range of euros": _BARN,
    "date": _DAYS,
    "day": _DAYS,
    "weekday": _DAYS,
    "time": (
        ("The ferry left at {}, they say.", "据说渡轮在{}离港。"),
        ("At {}, the ferry sounded its horn.", "{}，渡轮鸣笛。"),
    ),
    "relative": (
        ("It rained {}, they say.", "{}刮过风，他们说。"),
        ("The ferry {} was late.", "{}的渡轮晚点了。"),
    ),
} | dict.fromkeys(
    ("month of a year", "year", "month", "year BC", "year AD", "fiscal year", "decade", "century", "term"), _MILL
)
"""Kind → sentences for its English and Chinese renderings; ``_GAUGE`` where none is given."""


def carriers(kind: str) -> tuple[tuple[str, str], ...]:
    return CARRIERS.get(kind, _GAUGE)


_UNIT_WORDS = {
    "km": "kilometres 公里", "m": "metres 米", "cm": "centimetres 厘米", "mm": "millimetres 毫米", "mi": "miles 英里",
    "ft": "feet 英尺", "in": "inches 英寸", "yd": "yards 码", "nmi": "nautical_miles 海里",
    "t": "tonnes 吨", "kg": "kilograms 公斤", "g": "grams 克", "mg": "milligrams 毫克", "lb": "lbs 磅",
    "oz": "ounces 盎司",
    "ha": "hectares 公顷", "acre": "acres 英亩", "m2": "square_metres 平方米", "km2": "square_kilometres 平方公里",
    "mi2": "square_miles 平方英里", "mu": "mu 亩",
    "l": "litres 升", "ml": "millilitres 毫升", "m3": "cubic_metres 立方米", "gal": "gallons 加仑",
    "s": "seconds 秒", "min": "minutes 分钟", "h": "hours 小时", "d": "days 天", "wk": "weeks 周", "mo": "months 个月",
    "y": "years 岁", "kmh": "km/h 公里/小时", "mph": "mph 英里/小时",
    "W": "watts 瓦", "kW": "kilowatts 千瓦", "MW": "megawatts 兆瓦", "kWh": "kWh 千瓦时", "MB": "MB 兆字节",
    "GB": "GB 吉字节", "C": "°C 摄氏度", "F": "°F 华氏度", "V": "volts 伏", "Hz": "hertz 赫兹", "dB": "decibels 分贝",
}  # fmt: skip
UNIT_WORDS: dict[str, tuple[str, str]] = {
    code: (names.split()[0].replace("_", " "), names.split()[1]) for code, names in _UNIT_WORDS.items()
}
"""Unit → a name in each language that is nothing else."""
