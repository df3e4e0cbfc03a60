"""What the words round a Chinese value say of it: the least or most, by or to, how sure it is, its other readings."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts, Strength
from aligncheck.facts.notation import canonical


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("至少40名矿工", "min"),
        ("不少于40名矿工", "min"),
        ("40名以上", "min"),
        ("40多名矿工", "min"),
        ("3斤有余", "min"),
        ("每晚90元起", "min"),
        ("年满18周岁及以上", "min"),
        (">5毫米", "min"),
        ("不低于9%", "min"),
        ("不超过40名矿工", "max"),
        ("至多3次", "max"),
        ("不到9%", "max"),
        ("不得低于购买价的5%", "min"),
        ("不应少于30分钟", "min"),
        ("不得超过 2GB", "max"),
        ("不多于3人", "max"),
        ("6岁以下", "max"),
        ("3天之内", "max"),
        ("≤5毫米", "max"),
        ("最多搅拌15分钟", "max"),
        ("至少需要9天", "min"),
        ("人数最多的3个村", ""),
        ("低于9%", "max"),
        ("高达9米", ""),
        ("近40名矿工", ""),
        ("40名左右", ""),
        ("三起案件", ""),
        ("9米以内的3棵树", "max"),
        ("至少有一次，共3棵树", "min"),
    ],
)
def test_bound_belongs_to_the_value_it_stands_by(text: str, bound: str) -> None:
    facts = list(Facts.of(text, "zh"))
    assert facts[0].bound == bound
    assert not any(fact.bound for fact in facts[1:])


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("房租上涨了8%", ["by"]),
        ("房租同比上涨约8%", ["by"]),
        ("房租涨到8000元", ["to"]),
        ("房租上涨8%至8000元", ["by", "to"]),
        ("房租上涨8%至9%", ["by", "by"]),
        ("从3%升至5%", ["", "to"]),
        ("工期缩短至9天", ["to"]),
        ("工期缩短了9天", ["by"]),
        ("减少到三分之一", ["to"]),
        ("减少了三分之一", ["by"]),
        ("下调5个百分点", ["by"]),
        ("增至四倍", ["to"]),
        ("增长了四倍", ["by"]),
        ("9%的增幅", ["by"]),
        ("下滑4个百分点，至31%", ["by", "to"]),
        ("相当于往年的2.5倍", ["to"]),
        ("跌幅达9%", ["by"]),
        ("占总数的9%", [""]),
        ("长度达到9米", [""]),
    ],
)
def test_change_by_or_to_a_value(text: str, changes: list[str]) -> None:
    assert [fact.change for fact in Facts.of(text, "zh")] == changes


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("昨天", Strength.FAIR),
        ("去年", Strength.FAIR),
        ("下个月", Strength.FAIR),
        ("今天", Strength.WEAK),
        ("这个月", Strength.WEAK),
        ("翌日", Strength.WEAK),
        ("第三季度", Strength.FAIR),
        ("上半年", Strength.FAIR),
        ("春天", Strength.WEAK),
        ("年底", Strength.WEAK),
        ("去年年底", Strength.FAIR),
        ("数百", Strength.WEAK),
        ("2023财年", Strength.STRONG),
        ("24小时营业", Strength.WEAK),
        ("24小时内", Strength.STRONG),
        ("100%", Strength.WEAK),
        ("五五", Strength.WEAK),
        ("三星级", Strength.FAIR),
        ("十之八九", Strength.WEAK),
        ("当地时间16时", Strength.STRONG),
        ("零点五", Strength.STRONG),
        ("约便士", Strength.WEAK),
    ],
)
def test_strength(text: str, strength: Strength) -> None:
    assert list(Facts.of(text, "zh"))[-1].strength == strength


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("光绪二十六年", ["1900", "no. 26", "26"]),
        ("昭和20年", ["1945", "no. 20", "20"]),
        ("令和五年", ["2023", "no. 5", "5"]),
        ("次年", ["+1 y", "no. 2"]),
        ("第二天", ["no. 2 d", "+1 d"]),
        ("第三天", ["no. 3 d", "2 d"]),
        ("第一季度", ["Q1", "3 mo", "no. 1"]),
        ("上半年", ["H1", "6 mo"]),
        ("三折", ["70% off", "30% kept"]),
        ("二十多名", ["20", "20–29"]),
        ("三十多里", ["30 li", "30–39 li"]),
        ("20多万", ["200000", "200000–299999"]),
        ("1.7万余座", ["17000", "17000–17999"]),
        ("温度为0时", ["0", "00:00"]),
        ("三季度", ["Q3", "3 qtr", "no. 3"]),
        ("前221年", ["221 BC", "221 y"]),
        ("减少一半", ["×0.5", "0.5"]),
        ("每五个孩子中有两个", ["0.4", "0.4"]),
    ],
)
def test_all_readings(text: str, values: list[str]) -> None:
    (fact,) = Facts.of(text, "zh")
    assert [canonical(reading) for reading in fact.readings] == values


def test_first_part_of_a_duration_can_mean_all_of_it() -> None:
    hours, minutes, seconds = Facts.of("2小时3分17秒", "zh")
    assert [canonical(reading) for reading in hours.readings] == ["2 h", "123 min", "7397 s"]
    assert (minutes.strength, seconds.strength) == (Strength.WEAK, Strength.WEAK)
    apart, later = Facts.of("2小时或30分钟", "zh")
    assert len(apart.readings) == 1
    assert later.strength == Strength.STRONG
