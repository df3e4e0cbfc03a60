"""Writes values in a notation that both languages share: 2500000, 20%, 1924-06-08, 17:30, 24 h, x3. Knows no words."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.model.fact import Fact, Number, Reading

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLAIN_UNITS = frozenset({"grows", "times"})


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
    if reading.date is not None:
        return str(reading.date)
    if kind == "label":
        return reading.unit
    if kind == "weekday":
        return _WEEKDAYS[int(value) - 1]
    if kind == "time":
        return f"{int(value) // 60:02d}:{int(value) % 60:02d}"
    if kind == "decade":
        return f"{value}s"
    number = _number(value, grouped=grouped and value >= 1000)
    if reading.high is not None:
        number += f"–{_number(reading.high, grouped=grouped and reading.high >= 1000)}"
    if kind == "century":
        return f"century {number}"
    if kind == "percent":
        return f"{number}%"
    if kind == "multiplier":
        return f"×{number}"
    if kind == "ordinal":
        return f"no. {number}"
    if kind in ("measure", "money") and reading.unit not in _PLAIN_UNITS:
        return f"{number} {reading.unit.replace('|', '/')}"
    return number


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
