"""Writes values in a notation that both languages share: 2500000, 20%, 1924-06-08, 17:30, 24 h, x3. Knows no words."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.model.fact import Fact, Kind, Number, Reading

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TERMS = {
    "season": ("spring", "summer", "autumn", "winter"),
    "qtr": ("Q1", "Q2", "Q3", "Q4"),
    "half": ("H1", "H2"),
    "part": ("early", "middle", "late"),
}
_FORMS: dict[Kind, str] = {"century": "century {}", "percent": "{}%", "multiplier": "×{}", "ordinal": "no. {}"}
_PLAIN_UNITS = frozenset({"grows", "times"})
"""Units that are no part of the value: 两次 is 2."""


def canonical(reading: Reading) -> str:
    """The value without digit grouping, as it is written to reports."""
    return _written(reading, grouped=False)


def shown(fact: Fact) -> str:
    """An expression and what it is worth, for a message: ``25万 = 250,000``; the text alone where that says it all."""
    value = _written(fact.readings[0], grouped=True)
    text = fact.text.strip()
    if text.replace(",", "").lower() == value.replace(",", "").lower():
        return text
    return f"{text} = {value}"


def _written(reading: Reading, *, grouped: bool) -> str:
    kind, value = reading.kind, reading.value
    moment = _moment(reading)
    if moment is not None:
        return moment
    number = _number(value, grouped=grouped and value >= 1000)
    if reading.high is not None:
        number += f"–{_number(reading.high, grouped=grouped and reading.high >= 1000)}"
    if kind in _FORMS:
        return f"{_FORMS[kind].format(number)} {reading.unit if reading.unit not in _PLAIN_UNITS else ''}".rstrip()
    if kind in ("measure", "money") and reading.unit not in _PLAIN_UNITS:
        return f"{number} {reading.unit.replace('|', '/')}"
    return number


def _moment(reading: Reading) -> str | None:
    """A date, time or identifier as written; None for what has a number."""
    value = int(reading.value)
    if reading.date is not None:
        return str(reading.date)
    match reading.kind:
        case "label":
            return reading.unit
        case "weekday":
            return _WEEKDAYS[value - 1]
        case "time":
            return f"{value // 60:02d}:{value % 60:02d} {reading.unit.replace('|', '/')}".rstrip()
        case "term":
            return _TERMS[reading.unit][value - 1]
        case "relative":
            return f"{value:+d} {reading.unit}" if value else f"this {reading.unit}"
        case "decade":
            return f"{value}s"
        case _:
            return None


def _number(value: Number, *, grouped: bool) -> str:
    """An exact decimal where there is one, else a fraction."""
    if isinstance(value, int):
        return f"{value:,}" if grouped else str(value)
    places = _decimal_places(value)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, part = int(digits[:-places]), digits[-places:]
    return f"{'-' if value < 0 else ''}{whole:,}.{part}" if grouped else f"{'-' if value < 0 else ''}{whole}.{part}"


def _decimal_places(value: Fraction) -> int | None:
    """How many decimals write the value exactly; None where no number up to 12 does."""
    return next((n for n in range(1, 13) if (value * 10**n).denominator == 1), None)
