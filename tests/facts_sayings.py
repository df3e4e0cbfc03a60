"""One number or amount as both languages say it: its readings, its English and its Chinese renderings."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from facts_renderers import (
    CHINESE,
    ENGLISH,
    decimal,
    english_ordinal,
    english_words,
    hanzi,
    row,
    spoken,
    suffixed,
    wide,
)

from aligncheck.lang.digits import VULGAR, exact
from aligncheck.lang.zh.words import NO_NUMBER
from aligncheck.model.fact import Kind, Number, Reading


class Saying(NamedTuple):
    """A value, or the two ends of a range: what it must be read as, and how either language writes it."""

    readings: tuple[Reading, ...]
    english: tuple[str, ...]
    chinese: tuple[str, ...]


def one(kind: Kind, value: Number, english: list[str], chinese: list[str], unit: str = "") -> Saying:
    return Saying((Reading(kind, value, unit),), tuple(dict.fromkeys(english)), tuple(dict.fromkeys(chinese)))


def decimal_words(value: Fraction) -> str:
    whole, _, places = decimal(value).partition(".")
    return f"{english_words(int(whole))} point {' '.join(english_words(int(digit)) for digit in places)}"


def decimal_hanzi(value: Fraction) -> str:
    whole, _, places = decimal(value).partition(".")
    return f"{spoken(int(whole))}点{row(int('1' + places))[1:]}"


def whole(value: int) -> Saying:
    """A count. Digit by digit only from three digits on, for 三四 is three or four, and without set phrases in it."""
    english = [style(value) for style in ENGLISH.values()]
    chinese = [style(value) for name, style in CHINESE.items() if name != "row" or reads_as_row(value)]
    return one("number", value, english, chinese)


def reads_as_row(value: int) -> bool:
    return value > 99 and not any(phrase in row(value) for phrase in NO_NUMBER)


def with_decimals(value: Fraction) -> Saying:
    written = decimal(value)
    return one(
        "number", value, [written, wide(written), decimal_words(value)], [written, wide(written), decimal_hanzi(value)]
    )


def negative(value: int) -> Saying:
    return one(
        "number",
        -value,
        [f"-{value}", f"−{value}", f"minus {value}", f"minus {english_words(value)}"],
        [f"-{value}", f"−{value}", f"负{value}", f"负{spoken(value)}"],
    )


def percent(value: Number) -> Saying:
    written = decimal(Fraction(value))
    english = [f"{written}%", f"{written} %", f"{written} per cent", f"{written} percent", f"{written}-percent"]
    chinese = [f"{written}%", wide(f"{written}%"), f"百分之{written}", f"{written} %"]
    if isinstance(value, int):
        english += [f"{english_words(value)} per cent"]
        chinese += [f"百分之{spoken(value)}"]
        if value % 10 == 0 and value < 100:
            chinese += [f"{hanzi(value // 10)}成"]
    else:
        english += [f"{decimal_words(value)} percent"]
        chinese += [f"百分之{decimal_hanzi(value)}"]
    return one("percent", value, english, chinese)


def percentage_points(value: Number) -> Saying:
    written = decimal(Fraction(value))
    english, chinese = [f"{written} percentage points", f"{written} per cent points"], [f"{written}个百分点"]
    if isinstance(value, int):
        english += [f"{english_words(value)} percentage points"]
        chinese += [f"{spoken(value)}个百分点"]
    return one("percent", value, english, chinese, "pt")


def permille(value: int) -> Saying:
    return one(
        "percent",
        exact(Fraction(value, 10)),
        [f"{value}‰", f"{value} per mille"],
        [f"{value}‰", f"千分之{spoken(value)}"],
    )


def fraction(top: int, bottom: int) -> Saying:
    """A proper fraction in lowest terms."""
    value = Fraction(top, bottom)
    english, chinese = (
        [f"{top}/{bottom}"],
        [f"{top}/{bottom}", f"{hanzi(bottom)}分之{hanzi(top)}", f"{bottom}分之{top}"],
    )
    if 2 < bottom <= 20:
        part = english_ordinal(bottom) + "s" * (top > 1)
        english += [f"{english_words(top)}-{part}", f"{english_words(top)} {part}"]
    signs = [sign for sign, worth in VULGAR.items() if worth == value]
    return one("fraction", value, english + signs, chinese + signs)


def mixed_fraction(whole: int, top: int, bottom: int) -> Saying:
    value = whole + Fraction(top, bottom)
    english = [f"{whole} {top}/{bottom}", f"{whole}-{top}/{bottom}"]
    chinese = [f"{whole}又{top}/{bottom}", f"{hanzi(whole)}又{hanzi(bottom)}分之{hanzi(top)}"]
    if bottom == 2:
        english += [f"{english_words(whole)} and a half", f"{english_words(whole)}-and-a-half"]
    for sign, worth in VULGAR.items():
        if worth == value - whole:
            english.append(f"{whole}{sign}")
            chinese.append(f"{whole}{sign}")
    return one("number", value, english, chinese)


def ordinal(value: int) -> Saying:
    return one(
        "ordinal",
        value,
        [suffixed(value), english_ordinal(value)],
        [f"第{value}", f"第{spoken(value).replace('两', '二')}"],
    )


def multiple(value: int) -> Saying:
    english = [f"{value} times as many", f"{english_words(value)} times as many", f"{value}x the", f"{value}-fold the"]
    return one("multiplier", value, english, [f"{value}倍的", f"{hanzi(value)}倍的"])


def measure(value: int, code: str, english: str, chinese: str) -> Saying:
    """A value with a unit, by one name of the unit in each language."""
    en, zh = [f"{value} {english}", f"{value:,} {english}"], [f"{value}{chinese}", f"{value} {chinese}"]
    if english.isalpha() and len(english) > 3:
        en += [f"{english_words(value)} {english}", f"{value}\u2009{english}", f"{value}-{english}"]
    elif not english[0].isalnum():
        en += [f"{value}{english}"]
    if not chinese[0].isascii():
        zh += [f"{spoken(value)}{chinese}", f"{wide(str(value))}{chinese}"]
    return one("measure", value, en, zh, code)


def money(value: int, code: str, english: list[str], chinese: list[str]) -> Saying:
    """An amount of money; names and signs with ``{}`` where the figure goes."""
    en = [name.format(figure) for name in english for figure in (f"{value:,}", f"{value / 1000:g} thousand")]
    zh = [name.format(figure) for name in chinese for figure in (f"{value}", f"{value / 10000:g}万")]
    return one("money", value, en, zh, code)


def scaled_range(low: int, high: int) -> Saying:
    """Millions whose scale is said once."""
    en = [f"{low}–{high} million", f"{low}-{high} million", f"{low} to {high} million"]
    en += [f"{english_words(low)} to {english_words(high)} million", f"{low} million to {high} million"]
    zh = [f"{low}00万至{high}00万", f"{low}00-{high}00万", f"{low}00到{high}00万", f"{low}00～{high}00万"]
    zh += [f"{spoken(low * 100)}万到{spoken(high * 100)}万", f"{low}00—{high}00万"]
    return Saying((Reading("number", low * 10**6), Reading("number", high * 10**6)), tuple(en), tuple(zh))


def measured_range(low: int, high: int) -> Saying:
    """Kilometres that are said once."""
    en = [f"{low}–{high} km", f"{low}-{high} kilometres", f"{low} to {high} kilometres", f"{low} km to {high} km"]
    en += [f"{english_words(low)} to {english_words(high)} kilometres"]
    zh = [f"{low}至{high}公里", f"{low}-{high}公里", f"{low}—{high}公里", f"{low}~{high}km", f"{low}公里到{high}公里"]
    zh += [f"{spoken(low)}到{spoken(high)}公里"]
    return Saying((Reading("measure", low, "km"), Reading("measure", high, "km")), tuple(en), tuple(zh))


def money_range(low: int, high: int) -> Saying:
    """Billions of euros that are said once."""
    en = [
        f"€{low}–{high} billion",
        f"€{low} to €{high} billion",
        f"{low} to {high} billion euros",
        f"€{low}bn-{high}bn",
    ]
    zh = [
        f"{low}0亿至{high}0亿欧元",
        f"{low}0-{high}0亿欧元",
        f"€{low}0-{high}0亿",
        f"{spoken(low * 10)}到{spoken(high * 10)}亿欧元",
    ]
    return Saying((Reading("money", low * 10**9, "EUR"), Reading("money", high * 10**9, "EUR")), tuple(en), tuple(zh))


def percent_range(low: int, high: int) -> Saying:
    en = [f"{low}–{high}%", f"{low}% to {high}%", f"{low} to {high} per cent", f"{low}%-{high}%"]
    zh = [f"{low}%至{high}%", f"{low}-{high}%", f"{low}%—{high}%", f"百分之{spoken(low)}到百分之{spoken(high)}"]
    return Saying((Reading("percent", low), Reading("percent", high)), tuple(en), tuple(zh))
