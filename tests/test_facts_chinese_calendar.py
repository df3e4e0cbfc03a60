"""Chinese dates, times, eras and relative days: one a line, values in order of place after ``=>``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.facts import CalendarDate, Facts
from aligncheck.facts.notation import canonical

TABLE = """\
二〇二六年 => 2026
一九八四年 => 1984
九八年 => 98
2019年6月8日 => 2019-06-08
一九二四年六月八日 => 1924-06-08
6月8日 => --06-08
六月八日 => --06-08
2018年1月 => 2018-01
12月 => --12
正月十五 => --01-15
腊月初八 => --12-08
七月初七 => --07-07
4日 => ---04
24日 => ---24
6月4日至8日 => --06-04; --06-08
7月17和7月22日 => --07-17; --07-22
20世纪20年代 => 1920s
20 世纪 20 年代 => 1920s
上世纪八十年代 => 1980s
1990年代 => 1990s
19世纪 => century 19
十九世纪二三十年代 => 1820s; 1830s
本世纪 => century 21
民国十三年 => 1924
公元前221年 => 221 BC
令和三年 => 2021
2019-06-08 => 2019-06-08
1924/6/8 => 1924-06-08
下午5点30分 => 17:30
17时30分 => 17:30
17:30 => 17:30
凌晨一点 => 01:00
晚上8点 => 20:00
上午十点一刻 => 10:15
五点半 => 05:30
下午三四点 => 15:00
星期三 => Wednesday
周六 => Saturday
礼拜天 => Sunday
１２月３日 => --12-03
九月 => --09
20世纪80年代中期 => 1980s; middle
八时五分 => 08:05
23时59分 => 23:59
晚上九点 => 21:00
20: 00 => 20:00
差五分六点 => 05:55
六点差五分 => 05:55
六点过五分 => 06:05
八点差一刻 => 07:45
差一刻八点 => 07:45
半夜12点 => 00:00
夜里两点 => 02:00
零时 => 00:00
0630时 => 06:30
下午两点至四点 => 14:00; 16:00
18时30分15秒 => 18:30
两点零五 => 02:05
3点1刻 => 03:15
20时许 => 20:00
20世纪70、80年代 => 1970s; 1980s
20世纪70至80年代 => 1970s; 1980s
六七月间 => --06; --07
15、16日两天 => ---15; ---16; 2 d
9·11事件 => --09-11
初八 => ---08
2019-06 => 2019-06
2019/6 => 2019-06
2019年第三季度 => 2019; Q3
三季度 => Q3
2023年上半年 => 2023; H1
2023年Q2 => 2023; Q2
去年夏天 => -1 y; summer
2020年春 => 2020; spring
春天 => spring
5月上旬 => --05; early
5月底 => --05; late
去年底 => -1 y; late
2019年中国 => 2019
90年代初 => 90s; early
19世纪中叶 => century 19; middle
19世纪下半叶 => century 19; H2
20世纪70年代末80年代初 => 1970s; late; 80s; early
昨天下午三点 => -1 d; 15:00
大后天 => +3 d
上上个月 => -2 mo
上周五 => Friday
前年冬天 => -2 y; winter
次日 => +1 d
公元前206年至公元220年 => 206 BC; 0220
公元前770年至前476年 => 770 BC; 476 BC
公元前770-476年 => 770 BC; 476 BC
公元前5世纪 => century -5
民国元年 => 1912
康熙三十年 => 1691
乾隆五十七年八月 => 1792-08
2023财年 => 2023
2022/23财年 => 2022; 2023
2019-20学年 => 2019; 2020
北京时间20:00 => 20:00 UTC+8
20:00（北京时间） => 20:00 UTC+8
20:00 UTC+8 => 20:00 UTC+8
美国东部时间上午9点30分 => 09:30 UTC-5/UTC-4
当地时间3月5日上午9时 => --03-05; 09:00
民國二十一年 => 1932
2023財年 => 2023
萬曆十五年 => 1587
北京時間20:00 => 20:00 UTC+8
這個月 => this mo
80年代後期 => 80s; late
当地时间16时 => 16:00
18时开放 => 18:00
美国东部时间周四20时（北京时间周五9时） => Thursday; 20:00 UTC-5/UTC-4; Friday; 09:00 UTC+8
每天9时至17时 => 1 d; 09:00; 17:00
n等于3时 => 3
八点零五的车 => 08:05
三点零五米 => 3.05 m
差一刻九点 => 08:45
子时 => 23:00
三更半夜 => 00:00
每周二 => Tuesday
每周二次 => 1 wk; 2
第一季度 => Q1
"""


@pytest.mark.parametrize("line", TABLE.splitlines())
def test_value(line: str) -> None:
    text, _, expected = line.partition(" => ")
    assert "; ".join(canonical(fact.readings[0]) for fact in Facts.of(text, "zh")) == expected


def test_zone_beside_the_time_is_part_of_it() -> None:
    (near,) = Facts.of("会议于北京时间20:00开始", "zh")
    assert near.text == "北京时间20:00"
    day, far = Facts.of("北京时间6月8日20时开始", "zh")
    assert (day.text, far.text, far.unit) == ("6月8日", "20时", "UTC+8")


@given(st.integers(1, 60), st.sampled_from([("康熙", 1662), ("民国", 1912), ("昭和", 1926), ("公元", 1)]))
def test_years_of_an_era(year: int, era: tuple[str, int]) -> None:
    name, first = era
    dates = [reading.date for fact in Facts.of(f"{name}{year}年", "zh") for reading in fact.readings]
    assert CalendarDate(first - 1 + year) in dates


@given(st.integers(100, 3000))
def test_years_before_christ(year: int) -> None:
    assert str(next(iter(Facts.of(f"建于公元前{year}年", "zh"))).readings[0].date) == f"{year} BC"
