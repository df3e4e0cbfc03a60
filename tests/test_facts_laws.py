"""Laws of the facts layer: a value written in any style is read back; units convert; long input stays linear."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.facts import CalendarDate, Facts, Reading
from aligncheck.facts.notation import canonical, shown
from aligncheck.facts.units import converts, same_unit, to_base
from aligncheck.model.fact import Number

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_ONES += "sixteen seventeen eighteen nineteen".split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_HANZI = "零一二三四五六七八九"
_MONTHS = "January February March April May June July August September October November December".split()


def english_words(value: int) -> str:
    """A cardinal below 10**15 in English words."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= scale:
            rest = value % scale
            joint = " and " if 0 < rest < 100 else " "
            return english_words(value // scale) + " " + name + (joint + english_words(rest) if rest else "")
    if value >= 100:
        rest = value % 100
        return _ONES[value // 100] + " hundred" + (" and " + english_words(rest) if rest else "")
    if value >= 20:
        return _TENS[value // 10] + ("-" + _ONES[value % 10] if value % 10 else "")
    return _ONES[value]


def hanzi(value: int) -> str:
    """A cardinal below 10**16 in hanzi, with 零 where powers are skipped."""
    groups = []
    for power in ("", "万", "亿", "万亿"):
        groups.append((value % 10**4, power))
        value //= 10**4
    written, skipped = "", False
    for group, power in reversed(groups):
        if not group:
            skipped = bool(written)
            continue
        if written and (skipped or group < 1000):
            written += "零"
        written += _below_myriad(group) + power
        skipped = False
    return written or "零"


def _below_myriad(value: int) -> str:
    written, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            written += ("零" if zero and written else "") + _HANZI[digit] + name
            zero = False
        else:
            zero = True
    return written


def _values(text: str, lang: str) -> list[Number]:
    return [reading.value for fact in Facts.of(text, lang) for reading in fact.readings]


@given(st.integers(3, 10**15 - 1))
def test_english_words_are_read_back(value: int) -> None:
    facts = Facts.of(f"exactly {english_words(value)} lamps", "en")
    assert len(facts) == 1
    assert value in [reading.value for reading in facts.facts[0].readings]


@given(st.integers(11, 10**15 - 1))
def test_hanzi_is_read_back(value: int) -> None:
    assert _values(f"共有{hanzi(value)}盏灯", "zh")[:1] == [value]


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}"]), st.sampled_from(["en", "zh"]))
def test_figures_are_read_back(value: int, style: str, lang: str) -> None:
    text = f"sold {style.format(value)} lamps" if lang == "en" else f"售出{style.format(value)}盏灯"
    assert value in _values(text, lang)


@given(st.integers(1, 99999), st.integers(1, 3))
def test_decimals_are_exact(value: int, places: int) -> None:
    expected = Fraction(value, 10**places)
    written = f"{value // 10**places}.{value % 10**places:0{places}d}"
    assert expected in _values(f"{written} litres", "en")
    assert expected in _values(f"{written}升水", "zh")


@given(st.integers(1, 9999), st.sampled_from([("million", 10**6), ("billion", 10**9)]))
def test_scales_agree_across_languages(value: int, scale: tuple[str, int]) -> None:
    name, power = scale
    worth = value * power
    in_wan = f"{worth // 10**4}万" if worth < 10**8 or worth % 10**8 else f"{worth // 10**8}亿"
    assert _values(f"{value} {name} lamps", "en")[0] == worth
    assert _values(f"{in_wan}盏灯", "zh")[0] == worth


@given(st.integers(1500, 2099), st.integers(1, 12), st.integers(1, 28))
def test_dates_are_read_back_in_every_style(year: int, month: int, day: int) -> None:
    date = CalendarDate(year, month, day)
    name = _MONTHS[month - 1]
    suffix = "th" if 4 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    for text in (
        f"on {name} {day}, {year} it rained",
        f"on {day} {name} {year}",
        f"on {name} {day}{suffix}, {year}",
        f"{year}-{month:02d}-{day:02d}",
    ):
        assert date in [reading.date for fact in Facts.of(text, "en") for reading in fact.readings], text
    row = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    for text in (
        f"于{year}年{month}月{day}日下雨",
        f"{year} 年 {month} 月 {day} 日",
        f"{row}年{hanzi(month).removeprefix('一') or '一'}月{hanzi(day)}日"
        if month > 9
        else f"{row}年{hanzi(month)}月{hanzi(day)}日",
    ):
        assert date in [reading.date for fact in Facts.of(text, "zh") for reading in fact.readings], text


@given(st.integers(1, 23), st.integers(0, 59))
def test_times_agree_across_languages(hour: int, minute: int) -> None:
    half, twelve = ("am" if hour < 12 else "pm"), (hour - 1) % 12 + 1
    worth = hour * 60 + minute
    assert worth in _values(f"at {twelve}:{minute:02d} {half}", "en")
    assert worth in _values(f"{'上午' if hour < 12 else '下午'}{twelve}点{minute}分", "zh")
    assert worth in _values(f"{hour}:{minute:02d}", "zh")


@given(st.integers(1, 999), st.integers(2, 99))
def test_fractions_are_exact(top: int, bottom: int) -> None:
    assert Fraction(top, bottom) in [Fraction(v) for v in _values(f"{hanzi(bottom)}分之{hanzi(top)}", "zh")]


@given(st.text(max_size=60), st.sampled_from(["en", "zh"]))
def test_any_text_is_read_without_failing(text: str, lang: str) -> None:
    end = 0
    for fact in Facts.of(text, lang):
        assert end <= fact.start < fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end]
        assert fact.readings
        assert shown(fact)
        end = fact.end


@given(
    st.text(alphabet="0123456789一二三十百万亿年月日点时分第半.,:/-% ()$约个and thrsixy", max_size=80),
    st.sampled_from(["en", "zh"]),
)
@settings(max_examples=300)
def test_any_heap_of_number_characters_is_read_without_failing(text: str, lang: str) -> None:
    for fact in Facts.of(text, lang):
        assert text[fact.start : fact.end] == fact.text


UNITS = "一二三|1|1,|1.|1-|1 |一万|1年|千万|第|百分之|三分之|第1章|"
UNITS += "one |twenty-|one hundred and |(|1(|` |May |<|$1|12:|1/2/|(1) |1%"
LONG = [unit * (100_000 // len(unit)) for unit in UNITS.split("|")]


@pytest.mark.parametrize("text", LONG, ids=lambda text: f"{text[:8]}x{len(text)}")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_long_input_takes_linear_time(text: str, lang: str) -> None:
    """100 kB of anything is read in seconds; anything quadratic would take minutes."""
    start = time.perf_counter()
    Facts.of(text, lang)
    assert time.perf_counter() - start < 15


@pytest.mark.parametrize(
    ("a", "unit_a", "b", "unit_b", "expected"),
    [
        (21000, "acre", 8498, "ha", True),
        (24, "h", 1, "d", True),
        (24, "h", 24, "d", False),
        (20, "ft", 6, "m", True),
        (Fraction(3, 2), "y", 18, "mo", True),
        (80, "F", 27, "C", True),
        (80, "F", 37, "C", False),
        (10, "jin", 5, "kg", True),
        (20, "li", 10, "km", True),
        (6, "mo", 6, "y", False),
        (5, "kg", 5, "m", False),
        (100, "mph", 161, "kmh", True),
        (2, "wk", 14, "d", True),
        (3, "mo", 90, "d", True),
        (3, "mo", 120, "d", False),
    ],
)
def test_conversion_within_the_precision_shown(a: Number, unit_a: str, b: Number, unit_b: str, expected: bool) -> None:
    assert converts(a, unit_a, b, unit_b) is expected
    assert converts(b, unit_b, a, unit_a) is expected


def test_units_of_one_name() -> None:
    assert same_unit("lb|GBP", "GBP")
    assert same_unit("YUAN", "USD")
    assert same_unit("DOLLAR", "CAD")
    assert not same_unit("EUR", "GBP")
    assert to_base(3, "USD") is None


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Reading("number", 2500000), "2500000"),
        (Reading("number", Fraction(5, 2)), "2.5"),
        (Reading("fraction", Fraction(1, 3)), "1/3"),
        (Reading("percent", 20), "20%"),
        (Reading("multiplier", 3), "×3"),
        (Reading("time", 1050), "17:30"),
        (Reading("date", 0, date=CalendarDate(None, 6, 8)), "--06-08"),
        (Reading("measure", 20, "y", 30), "20–30 y"),
        (Reading("century", 19), "century 19"),
        (Reading("number", Fraction(-1, 20)), "-0.05"),
    ],
)
def test_canonical_notation(reading: Reading, expected: str) -> None:
    assert canonical(reading) == expected
