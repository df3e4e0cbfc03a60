"""Says how far two values agree: equal, equal in other units, one part of the other. Knows no language and no pair."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from aligncheck.facts.units import DIMENSION, converts, granularity, same_unit, to_base
from aligncheck.model.fact import CalendarDate, Fact, Reading

Key = tuple[str, object]

_NUMERIC = frozenset(
    {"number", "percent", "ordinal", "fraction", "ratio", "multiplier", "measure", "money", "decade", "century"}
)
_COST = {
    "number": 0.0, "measure": 0.05, "money": 0.05, "ordinal": 0.15, "percent": 0.2, "fraction": 0.1, "multiplier": 0.15,
    "ratio": 0.2, "decade": 0.2, "century": 0.2, "date": 0.1,
}  # fmt: skip
_SIZED = frozenset({"vague", "number", "measure", "money", "percent"})
_AFTER_CHRIST = "AD"
_DAY = 24 * 60
_NAMED = frozenset({"label", "reference"})
UNITS_DIFFER = 0.25
"""Agreement of two equal figures with different units: not the same value."""


def keys(fact: Fact) -> Iterator[Key]:
    """What two facts must share to agree without conversion."""
    for reading in fact.readings:
        if reading.kind == "gap":
            return
        if reading.kind == "date":
            yield from _date_keys(reading.date or CalendarDate())
        elif reading.kind in _NUMERIC:
            yield "n", reading.value
        elif reading.kind == "label":
            yield "label", reading.unit
        elif reading.kind == "time":
            yield "time", reading.value
            for offset in _offsets(reading.unit):
                yield "utc", (int(reading.value) - offset) % _DAY
                yield "utc", (int(reading.value) - offset - 60) % _DAY
        elif reading.kind != "vague":
            yield reading.kind, (reading.value, reading.unit)


def _date_keys(date: CalendarDate) -> Iterator[Key]:
    for name, part in (("y", date.year), ("m", date.month), ("d", date.day)):
        if part is not None:
            yield name, abs(part) % 100 if name == "y" else part
    if date.year is not None:
        yield "n", date.year
    elif date.month is None or date.day is None:
        yield "n", date.month or date.day


def agreement(a: Fact, b: Fact) -> float:
    """From 0 (other values) to 1 (same value, kind and unit), over the best readings; later ones count less."""
    if a.readings[0] == b.readings[0] and a.role == b.role == "plain":
        return 1.0
    if _year_against_span(a, b) or _year_against_span(b, a) or _zones_apart(a.readings[0], b.readings[0]):
        return UNITS_DIFFER
    best = 0.0
    for i, x in enumerate(a.readings):
        for j, y in enumerate(b.readings):
            score = reading_agreement(x, y) - 0.01 * (i + j)
            best = max(best, score)
    if best > UNITS_DIFFER and a.digits and b.digits and {a.role, b.role} & _NAMED and _literal(a) != _literal(b):
        # 3.10 and 3.1 are one number and two versions.
        return UNITS_DIFFER if "." in a.text and "." in b.text else best - 0.2
    if best > UNITS_DIFFER and (a.role == "label") != (b.role == "label"):
        best -= 0.1
    return best


def _literal(fact: Fact) -> str:
    return "".join(c for c in fact.text if c in "0123456789.").strip(".")


def _year_against_span(a: Fact, b: Fact) -> bool:
    """A year and as many months or hours, which only look alike: in 2018, 2018 months."""
    year, span = a.readings[0].date, b.readings[0]
    return (
        year is not None
        and year == CalendarDate(span.value if isinstance(span.value, int) else None)
        and span.kind == "measure"
        and span.unit not in ("y", "")
    )


def _zones_apart(x: Reading, y: Reading) -> bool:
    """The same figures of the clock in two zones, which are different moments: 16:00 UTC, 北京时间16:00."""
    return x.kind == y.kind == "time" and x.value == y.value and _time_agreement(x, y) == UNITS_DIFFER


def reading_agreement(x: Reading, y: Reading) -> float:
    """Agreement of two readings, see ``agreement``."""
    if x.kind == "date" or y.kind == "date":
        return _date_agreement(x, y)
    if x.kind in _NUMERIC and y.kind in _NUMERIC:
        if x.value != y.value or (x.kind == "ratio") != (y.kind == "ratio"):
            return 0.0
        base = 1.0 if x.high == y.high else 0.7
        if x.kind == y.kind:
            if x.unit == y.unit:
                return base
            if not x.unit or not y.unit or "grows" in (x.unit, y.unit):
                return base - 0.15
            return base - 0.05 if same_unit(x.unit, y.unit) else UNITS_DIFFER
        if x.unit and y.unit and {x.kind, y.kind} == {"measure", "money"}:
            return UNITS_DIFFER
        if "percent" in (x.kind, y.kind) and (x.unit or y.unit):
            return UNITS_DIFFER
        return base - 0.1 - _COST[x.kind] - _COST[y.kind]
    if x.kind != y.kind:
        return 0.0
    if x.kind == "time":
        return _time_agreement(x, y)
    return 1.0 if x.value == y.value and x.unit == y.unit else 0.0


def _time_agreement(x: Reading, y: Reading) -> float:
    """Times of two zones agree at the same moment, or an hour off where only one side reckons with summer time."""
    if x.unit == y.unit or not x.unit or not y.unit:
        return (1.0 if x.unit == y.unit else 0.9) if x.value == y.value else 0.0
    apart = {
        abs((int(x.value) - a) % _DAY - (int(y.value) - b) % _DAY) for a in _offsets(x.unit) for b in _offsets(y.unit)
    }
    if apart & {0, 60, _DAY - 60}:
        return 0.9
    return UNITS_DIFFER if x.value == y.value else 0.0


def _offsets(zones: str) -> list[int]:
    """Minutes ahead of universal time, of each zone in ``UTC-5|UTC-4``; none for an unknown zone."""
    offsets = []
    for zone in zones.split("|") if zones else ():
        hours, _, minutes = zone.removeprefix("UTC").partition(":")
        offsets.append(int(hours) * 60 + (int(minutes or 0) if int(hours) >= 0 else -int(minutes or 0)))
    return offsets


def _date_agreement(x: Reading, y: Reading) -> float:
    if x.date is not None and y.date is not None:
        if _AFTER_CHRIST in (x.unit, y.unit) and _other_era(x, y):
            return 0.0
        return dates_agree(x.date, y.date)
    date, other = (x.date, y) if x.date is not None else (y.date, x)
    assert date is not None
    if other.kind not in _NUMERIC or other.high is not None:
        return 0.0
    said = [part for part in date if part is not None]
    if len(said) == 1 and said[0] == other.value and other.kind in ("number", "ordinal", "measure"):
        return 0.75 if not other.unit else 0.45
    return 0.0


def _other_era(x: Reading, y: Reading) -> bool:
    """Whether a year that is said to be one after Christ cannot be the other: 120 BC, nor AD 20 where both say it.

    A bare 120 might be the end of a range whose other end says BC, and a bare 20 the year 1920.
    """
    years = [r.date.year for r in (x, y) if r.date is not None and r.date.year is not None]
    return any(year < 0 for year in years) or (x.unit == y.unit and len(set(years)) > 1)


def dates_agree(a: CalendarDate, b: CalendarDate) -> float:
    """1 for equal dates, less where one says fewer parts, 0 where a shared part differs or none is shared."""
    shared = 0
    for index, (x, y) in enumerate(zip(a, b, strict=True)):
        if x is None or y is None:
            continue
        if x != y and not (index == 0 and _same_year(x, y)):
            return 0.0
        shared += 1
    if not shared:
        return 0.0
    missing = sum((x is None) != (y is None) for x, y in zip(a, b, strict=True))
    return 1.0 - 0.12 * missing


def _same_year(x: int, y: int) -> bool:
    """Whether two unlike years may be one: 98 and 1998; 221 and 221 BC, where "before Christ" is said only once."""
    if min(x, y) < 0:
        return x == -y
    return min(x, y) < 100 and x % 100 == y % 100


def says_again(fact: Fact, other: Fact) -> bool:
    """Whether ``fact`` states no more than ``other``: the same value, or parts of the same date."""
    mine, theirs = fact.readings[0].date, other.readings[0].date
    if (
        mine is not None
        and theirs is not None
        and any(m is not None and t is None for m, t in zip(mine, theirs, strict=True))
    ):
        return False
    return agreement(fact, other) > UNITS_DIFFER + 0.1


def loosely(a: Fact, b: Fact) -> bool:
    """Whether two facts state one thing in other terms: another unit, percent and fraction, a range and its inside.

    Cut by three quarters is cut to a quarter, too.
    """
    pairs = [(x, y) for x in a.readings for y in b.readings]
    if {a.change, b.change} == {"by", "to"} and any(_makes_whole(x, y) for x, y in pairs):
        return True
    if a.bound and a.bound == b.bound:
        # More than 45 years is not 40余年, although 45 lies within.
        pairs = [(x, y) for x, y in pairs if x.high is None and y.high is None]
    return any(_loose(x, y) or _loose(y, x) for x, y in pairs)


def _makes_whole(x: Reading, y: Reading) -> bool:
    """Whether two shares add up to all."""
    if not {x.kind, y.kind} <= {"fraction", "percent"}:
        return False
    return sum(Fraction(r.value) / (100 if r.kind == "percent" else 1) for r in (x, y)) == 1


def _rounds(x: Reading, y: Reading) -> bool:
    """Whether ``x`` to the decimals of ``y``, two at least, is ``y``: 2.7255 K, 2.726K. 7.5 and 8 are two values."""
    if not {x.kind, y.kind} <= _SIZED or (x.unit and y.unit and not same_unit(x.unit, y.unit)) or x.high or y.high:
        return False
    step = granularity(y.value)
    return step <= Fraction(1, 100) and granularity(x.value) < step and abs(Fraction(x.value) - y.value) <= step / 2


def _loose(x: Reading, y: Reading) -> bool:
    if x.kind == "ratio" and y.kind in ("number", "fraction", "multiplier"):
        # Not by itself: the 3 of 3-1 is no 3:1 while the 1 is there.
        return x.value == y.value
    if x.kind == "measure" and y.kind == "measure" and x.unit != y.unit and converts(x.value, x.unit, y.value, y.unit):
        return True
    if _rounds(x, y):
        return True
    if x.kind == "percent" and y.kind in ("fraction", "number", "multiplier") and y.high is None:
        return Fraction(x.value) / 100 == y.value and y.value != 1
    if x.kind == "ordinal" and y.kind == "measure" and x.unit == y.unit:
        # Two days later is the third day.
        return x.value == y.value + 1
    if x.kind == "vague" and y.kind in _SIZED:
        assert x.high is not None
        return x.value <= (y.value if y.high is None else y.high) and y.value <= x.high
    if x.high is not None and y.kind in _NUMERIC and x.unit and y.unit and not same_unit(x.unit, y.unit):
        low, high, value = to_base(x.value, x.unit), to_base(x.high, x.unit), to_base(y.value, y.unit)
        same = DIMENSION.get(x.unit) == DIMENSION.get(y.unit)
        return same and low is not None and high is not None and value is not None and low <= value <= high
    if x.high is not None and y.kind in _NUMERIC:
        return x.value <= y.value <= x.high
    if x.kind == "decade":
        if y.kind == "decade" and min(x.value, y.value) < 100:
            return x.value % 100 == y.value % 100
        if y.kind == "century":
            return x.value == (y.value - 1) * 100
        return y.date is not None and y.date.year is not None and x.value == y.date.year
    return False
