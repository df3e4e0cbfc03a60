"""Chinese measures and money: one expression a line, values in order of place after ``=>``."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts
from aligncheck.facts.notation import canonical
from aligncheck.facts.units import CURRENCIES, DIMENSION
from aligncheck.lang.zh.units import SIGNS, UNITS

TABLE = """\
2.5亿元 => 250000000 YUAN
3万亿美元 => 3000000000000 USD
4亿5千万年 => 450000000 y
十七八岁 => 17–18 y
二十几两 => 20–29 liang
十多年 => 10–19 y
20多年 => 20 y
三十来天 => 30 d
半年 => 6 mo
半小时 => 30 min
半个世纪 => 50 y
一个半小时 => 1.5 h
两年半 => 2.5 y
三个半月 => 3.5 mo
两次 => 2
三遍 => 3
24小时 => 24 h
24 小时 => 24 h
七天 => 7 d
六个月 => 6 mo
三周 => 3 wk
两个星期 => 2 wk
18个月 => 18 mo
三年 => 3 y
15分钟 => 15 min
30秒 => 30 s
12岁 => 12 y
15厘米 => 15 cm
150毫米 => 150 mm
3公里 => 3 km
十里 => 10 li
12公顷 => 12 ha
85英里 => 85 mi
80英里/小时 => 80 mph
161公里 => 161 km
4500平方米 => 4500 m2
30平方公里 => 30 km2
20亩 => 20 mu
十斤 => 10 jin
60公斤 => 60 kg
7吨 => 7 t
36摄氏度 => 36 C
80华氏度 => 80 F
36℃ => 36 C
5千瓦 => 5 kW
600兆赫 => 600 MHz
75GHz => 75 GHz
8字节 => 8 B
32 位 => 32 bit
一米六零 => 1.6 m
1米75 => 1.75 m
六米 => 6 m
20英尺 => 20 ft
45元 => 45 YUAN
45块钱 => 45 YUAN
100美元 => 100 USD
3亿欧元 => 300000000 EUR
40英镑 => 40 GBP
500万日元 => 5000000 JPY
$3 => 3 DOLLAR
¥800 => 800 CNY/JPY
人民币500元 => 500 CNY
-4度 => -4 deg
六十岁 => 60 y
两三天 => 2–3 d
五六岁 => 5–6 y
零下5度 => -5 deg
每天 => 1 d
四十英尺深 => 40 ft
600亿元人民币 => 60000000000 CNY
六千万卢布 => 60000000 RUB
400兆赫 => 400 MHz
70公里 => 70 km
五海里 => 5 nmi
1200.5欧元 => 1200.5 EUR
四十五分钟 => 45 min
2千米 => 2 km
３００米 => 300 m
3bn美元 => 3000000000 USD
5±0.3毫米 => 5 mm; 0.3 mm
5到10万元 => 50000 YUAN; 100000 YUAN
$5–10亿 => 500000000 DOLLAR; 1000000000 DOLLAR
20亿至30亿欧元 => 2000000000 EUR; 3000000000 EUR
8000至1万元 => 8000 YUAN; 10000 YUAN
½小时 => 0.5 h
2½年 => 2.5 y
3 1/2英寸 => 3.5 in
两兆瓦 => 2 MW
半斤 => 0.5 jin
半个多小时 => 30 min
人民币叁万伍仟元整 => 35000 CNY
四十来岁 => 40 y
六旬老人 => 60 y
前三季度 => 3 qtr
摄氏36度 => 36 C
三块五 => 3.5 YUAN
3元8角 => 3.8 YUAN
航速20节 => 20 kn
5兆帕 => 5 MPa
3个大气压 => 3 atm
120毫米汞柱 => 120 mmHg
50克拉 => 50 ct
3汤匙 => 3 tbsp
一个时辰 => 1 shichen
300米/秒 => 300 mps
每秒30米 => 30 mps
时速120公里 => 120 kmh
25马力 => 25 hp
60分贝 => 60 dB
10比特币 => 10 BTC
20万越南盾 => 200000 VND
100克朗 => 100 SEK/NOK/DKK/CZK
50里拉 => 50 TRY/ITL
50便士 => 50 PNY
100万卢比 => 1000000 INR/PKR
10兆字节 => 10 MB
50兆比特每秒 => 50 Mbps
三十五千伏 => 35 kV
3立方公里 => 3 km3
零下十几度 => -19–-10 deg
3小时20分 => 3 h; 20 min
3分15秒 => 3 min; 15 s
9秒58 => 9.58 s
三五天 => 3–5 d
5斤半 => 5.5 jin
身高1米8 => 1.8 m
两斤糖 => 2 jin
三塊五毛 => 3.5 YUAN
100盧比 => 100 INR/PKR
攝氏36度 => 36 C
60分貝 => 60 dB
6～18月龄 => 6 mo; 18 mo
6月龄 => 6 mo
21日龄 => 21 d
半岁 => 6 mo
大半年 => 6 mo
年过花甲 => 60 y
而立之年 => 30 y
年方二八 => 16 y
三斤半 => 3.5 jin
二两冰糖 => 2 liang
1美元20美分 => 1.2 USD
3英镑50便士 => 3.5 GBP
24小时营业 => 24 h
"""


@pytest.mark.parametrize("line", TABLE.splitlines())
def test_value(line: str) -> None:
    text, _, expected = line.partition(" => ")
    assert "; ".join(canonical(fact.readings[0]) for fact in Facts.of(text, "zh")) == expected


@pytest.mark.parametrize("unit", sorted(set(UNITS) - {"节", "位", "月"}))
def test_every_unit_is_read_after_a_figure(unit: str) -> None:
    """节, 位 and 月 are units in some contexts only, see the table."""
    readings = [(r.value, r.unit) for fact in Facts.of(f"共7{unit}。", "zh") for r in fact.readings]
    assert (7, UNITS[unit]) in readings


def test_every_unit_and_currency_has_a_name_or_sign() -> None:
    named = {code for codes in (*UNITS.values(), *SIGNS.values()) for code in codes.split("|")}
    assert (set(DIMENSION) | CURRENCIES) - named == {"dec"}
