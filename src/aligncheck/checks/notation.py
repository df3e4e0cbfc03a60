"""Writes values in a notation that readers of both languages share: 2,500,000, 1924-06-08, 18%, ×3. Compares nothing."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.facts import Fact, Number, Reading

_UNITS = {"y": "years", "ctry": "centuries", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes"}


def value_of(fact: Fact) -> str:
    """The likeliest reading of a fact."""
    return _written(fact.readings[0])


def _written(reading: Reading) -> str:
    if reading.kind == "date":
        return str(reading.date)
    if reading.kind == "time":
        return f"{int(reading.value) // 60:02d}:{int(reading.value) % 60:02d}"
    if reading.kind == "weekday":
        return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[
            (int(reading.value) - 1) % 7
        ]
    if reading.kind == "decade":
        return f"{reading.value}s"
    if reading.kind == "century":
        return f"century {reading.value}"
    figure = _figure(reading.value)
    if reading.high is not None:
        figure += f"–{_figure(reading.high)}"
    if reading.kind == "percent":
        return f"{figure}%"
    if reading.kind == "multiplier":
        return f"×{figure}"
    if reading.unit:
        return f"{figure} {_UNITS.get(reading.unit, reading.unit)}"
    return figure


def _figure(value: Number) -> str:
    """Grouped by thousands; a fraction as a decimal where that is exact, else as two integers."""
    if isinstance(value, int):
        return f"{value:,}"
    scaled = value * 10**9
    if scaled.denominator == 1:
        whole, rest = divmod(abs(scaled.numerator), 10**9)
        decimals = f"{rest:09d}".rstrip("0")
        return f"{'-' if value < 0 else ''}{whole:,}" + (f".{decimals}" if decimals else "")
    return f"{value.numerator}/{value.denominator}"


def scale(factor: Fraction) -> str | None:
    """``ten times too small`` for an exact power of ten, else None."""
    big, word = (factor, "large") if factor > 1 else (1 / factor, "small")
    names = {10: "ten", 100: "a hundred", 1000: "a thousand", 10_000: "ten thousand", 10**6: "a million", 10**8: "10^8"}
    return f"{names[int(big)]} times too {word}" if big.denominator == 1 and int(big) in names else None
