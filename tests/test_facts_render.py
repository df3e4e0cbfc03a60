"""Laws of reading: a value written in any style of either language is read back, from within its characters."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from facts_renderers import CHINESE, ENGLISH, english_words, hanzi, spoken
from facts_sayings import Saying, reads_as_row
from facts_strategies import SAYINGS, WHOLE, carriers
from hypothesis import given, settings

from aligncheck.facts import CalendarDate, Facts, Number, Reading
from aligncheck.facts.units import CURRENCIES, DIMENSION
from aligncheck.lang.en.currencies import ALSO_WORDS, CODES, CURRENCY_NAMES
from aligncheck.lang.en.currencies import SIGNS as ENGLISH_SIGNS
from aligncheck.lang.en.unit_names import EXACT, UNIT_NAMES
from aligncheck.lang.zh.units import MONEY, UNITS
from aligncheck.lang.zh.units import SIGNS as CHINESE_SIGNS
from aligncheck.model.text import Lang

_NUMERALS = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿")


def read_back(sentence: str, written: str, lang: Lang, readings: tuple[Reading, ...]) -> None:
    """``written`` in the place of ``{}`` states the values and nothing else does; every figure of it is underlined."""
    text, at = sentence.format(written), sentence.index("{}")
    facts = Facts.of(text, lang).facts
    firsts = [fact.readings[0] for fact in facts]
    # English says the part of a year before the year, Chinese after it.
    assert sorted(firsts, key=str) == sorted(readings, key=str), text
    assert at <= facts[0].start, text
    assert facts[-1].end <= at + len(written), text
    bare = {i for i in range(at, at + len(written)) if text[i] in _NUMERALS}
    assert bare <= {i for fact in facts for i in range(fact.start, fact.end)}, text


@pytest.mark.parametrize("style", ENGLISH)
@settings(max_examples=30, deadline=None)
@given(value=WHOLE)
def test_whole_numbers_in_english(style: str, value: int) -> None:
    read_back("The shed holds {} lamps in all.", ENGLISH[style](value), "en", (Reading("number", value),))


@pytest.mark.parametrize("style", CHINESE)
@settings(max_examples=30, deadline=None)
@given(value=WHOLE)
def test_whole_numbers_in_chinese(style: str, value: int) -> None:
    if style == "row" and not reads_as_row(value):
        value += 10**9
    read_back("仓库里共有{}盏灯。", CHINESE[style](value), "zh", (Reading("number", value),))


@pytest.mark.parametrize("kind", SAYINGS)
def test_every_rendering(kind: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(SAYINGS[kind])
    def law(saying: Saying) -> None:
        for english, chinese in carriers(kind):
            for written in saying.english:
                read_back(english, written, "en", saying.readings)
            for written in saying.chinese:
                read_back(chinese, written, "zh", saying.readings)

    law()


_FIGURES = (3, 37, 850)
_BY_ENGLISH_UNIT = {code: [name for name, its in UNIT_NAMES.items() if its == code] for code in DIMENSION}
_BY_CHINESE_UNIT = {code: [name for name, its in UNITS.items() if its == code] for code in DIMENSION}
_FIGURES_ONLY = frozenset({"second", "quarters of growth", "百帕", "千字节", "千比特/秒", "千比特每秒"})
"""Names that after a number in words say something else: the thirty-seventh second, 37,000 bytes, three quarters."""

_OTHERWISE = frozenset({"月", "季度", "世纪", "节", "位"})
"""Names that after a bare figure are something else: March, the third quarter, a century, a lesson, a person."""

_READ_FIRST_AS_SCALE = frozenset({"m²", "m³", "m/s"})
"""Glued to the figure, their m is taken for metres or millions; see ``OUTSTANDING``."""


def english_measures(name: str) -> Iterator[tuple[str, int]]:
    for value in _FIGURES:
        yield f"{value} {name}", value
        yield f"{value}\u00a0{name}", value
        if len(name) < 5 and name not in _READ_FIRST_AS_SCALE:
            yield f"{value}{name}", value
        if name.isalpha() and len(name) > 3:
            yield f"{value}-{name}", value
            if name not in _FIGURES_ONLY:
                yield f"{english_words(value)} {name}", value


def chinese_measures(name: str) -> Iterator[tuple[str, int]]:
    for value in _FIGURES:
        yield f"{value}{name}", value
        yield f"{value} {name}", value
        # Below ten, 三千克 is three kilograms and 3,000 grams, and units like 尺 and 里 are parts of words.
        if value > 10 and not name[0].isascii() and name not in _FIGURES_ONLY:
            yield f"{spoken(value)}{name}", value


@pytest.mark.parametrize("code", [code for code, names in _BY_ENGLISH_UNIT.items() if names])
def test_units_of_every_english_name(code: str) -> None:
    exact = [sign for sign, its in EXACT.items() if its == code and sign != "K"]  # 5K is five thousand as well
    names = [name for name in _BY_ENGLISH_UNIT[code] if name not in map(str.lower, EXACT)]
    for name in [*names, *exact]:
        for written, value in english_measures(name):
            for sentence in ("The meter showed {}, said Ann.", "It has {} of it."):
                read_back(sentence, written, "en", (Reading("measure", value, code),))


@pytest.mark.parametrize("code", [code for code, names in _BY_CHINESE_UNIT.items() if set(names) - _OTHERWISE])
def test_units_of_every_chinese_name(code: str) -> None:
    for name in _BY_CHINESE_UNIT[code]:
        for written, value in chinese_measures(name) if name not in _OTHERWISE else ():
            for sentence in ("仪表显示为{}。", "那里有{}，据安说。"):
                read_back(sentence, written, "zh", (Reading("measure", value, code),))


def english_money(code: str) -> Iterator[tuple[str, int]]:
    """Names after the figure, signs before it, the code on either side; a code that is a word needs a large figure."""
    for name in (name for name, its in CURRENCY_NAMES.items() if its == code and name != "p"):
        for value in (370, 12000):
            yield f"{value:,} {name}", value
            yield f"{english_words(value)} {name}", value
            yield f"{value // 10 / 100:g} thousand {name}", value // 10 * 10
    for sign in (sign for sign, its in ENGLISH_SIGNS.items() if its == code):
        yield from ((f"{sign.upper()}{value:,}", value) for value in (3, 37, 12000))
        yield f"{sign.upper()}1.2 million", 1200000
        yield f"{sign.upper()}3bn", 3 * 10**9
    for sign in (sign.upper() for sign, its in CODES.items() if its == code):
        values = (12000,) if sign.lower() in ALSO_WORDS else (3, 37, 12000)
        yield from ((f"{sign} {value:,}", value) for value in values)
        yield from ((f"{value:,} {sign}", value) for value in values)
        yield f"{sign}1.2 million", 1200000


def chinese_money(code: str) -> Iterator[tuple[str, int]]:
    for name in (name for name, its in UNITS.items() if its == code):
        for value in (37, 850, 12000):
            yield f"{value}{name}", value
            yield f"{value:,} {name}", value
            yield f"{spoken(value)}{name}", value
        yield f"1.2亿{name}", 12 * 10**7
        yield f"{hanzi(30000)}{name}", 30000
    for sign in (sign for sign, its in CHINESE_SIGNS.items() if its == code):
        yield from ((f"{sign.upper()}{value:,}", value) for value in (3, 37, 12000))
        yield f"{sign.upper()}300万", 3 * 10**6


@pytest.mark.parametrize("code", sorted({*CURRENCY_NAMES.values(), *CODES.values(), *ENGLISH_SIGNS.values()}))
def test_every_english_currency(code: str) -> None:
    for written, value in english_money(code):
        read_back("They paid {} for the barn.", written, "en", (Reading("money", value, code),))


@pytest.mark.parametrize("code", sorted(MONEY))
def test_every_chinese_currency(code: str) -> None:
    for written, value in chinese_money(code):
        read_back("他们为谷仓付了{}。", written, "zh", (Reading("money", value, code),))


def test_every_currency_has_a_name() -> None:
    named = {part for code in (*MONEY, *CURRENCY_NAMES.values(), *CODES.values()) for part in code.split("|")}
    assert named >= CURRENCIES


def _measure(value: Number, unit: str) -> Reading:
    return Reading("measure", value, unit)


OUTSTANDING: list[tuple[Lang, str, str, tuple[Reading, ...]]] = [
    ("en", "It holds {} of glass.", "3m²", (_measure(3, "m2"),)),
    ("en", "It holds {} of sand.", "12m³", (_measure(12, "m3"),)),
    ("en", "It moves at {} here.", "12.5m/s", (_measure(Fraction(25, 2), "mps"),)),
    ("en", "The gauge showed {} there.", "-1040", (Reading("number", -1040),)),
    ("en", "They felled {} trees.", "two to three hundred thousand",
     (Reading("number", 200000), Reading("number", 300000))),
    ("en", "A scale of {} is used.", "1:10,000", (Reading("ratio", Fraction(1, 10000)),)),
    ("en", "It opens {} daily.", "10:30-11:45", (Reading("time", 630), Reading("time", 705))),
    ("zh", "比例尺为{}。", "1:10,000", (Reading("ratio", Fraction(1, 10000)),)),
    ("zh", "雨下了{}。", "3-1/2英寸", (_measure(Fraction(7, 2), "in"),)),
    ("zh", "花了{}。", "三星期", (_measure(3, "wk"),)),
    ("zh", "注射了{}。", "三国际单位", (_measure(3, "iu"),)),
    ("zh", "文件有{}。", "三十七千字节", (_measure(37, "KB"),)),
    ("zh", "据说在{}，磨坊关闭了。", "二十世纪一十年代", (Reading("decade", 1910),)),
    ("zh", "据说在{}，磨坊关闭了。", "公元九八〇年", (Reading("date", 0, "AD", date=CalendarDate(980)),)),
    ("zh", "据说在{}，磨坊关闭了。", "公元两百年", (Reading("date", 0, "AD", date=CalendarDate(200)),)),
    ("zh", "据说在{}，磨坊关闭了。", "公元一千年", (Reading("date", 0, "AD", date=CalendarDate(1000)),)),
    ("zh", "{}下过雨。", "前天", (Reading("relative", -2, "d"),)),
    ("zh", "{}下午见。", "明天", (Reading("relative", 1, "d"),)),
    ("zh", "他跑出了{}。", "1:43.02", (Reading("time", 103),)),
]  # fmt: skip


@pytest.mark.xfail(reason="read as something else, or not at all", strict=True)
@pytest.mark.parametrize(("lang", "sentence", "written", "readings"), OUTSTANDING)
def test_not_read_back_yet(lang: Lang, sentence: str, written: str, readings: tuple[Reading, ...]) -> None:
    read_back(sentence, written, lang, readings)
