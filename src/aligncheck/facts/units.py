"""Units and currencies: what they measure and what they are worth in the base unit of that. Knows no language."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.model.fact import Number

_SIZES: dict[str, dict[str, str]] = {
    "length": {
        "nm": "1/1000000000", "um": "1/1000000", "mm": "1/1000", "cm": "1/100", "dm": "1/10", "m": "1", "km": "1000",
        "in": "0.0254", "ft": "0.3048", "yd": "0.9144", "mi": "1609.344", "nmi": "1852", "fathom": "1.8288",
        "furlong": "201.168", "league": "4828.032", "li": "500", "chi": "1/3", "cun": "1/30", "zhang": "10/3",
        "ly": "9460730472580800", "au": "149597870700", "pc": "30856775814913673",
    },
    "mass": {
        "ug": "1/1000000", "mg": "1/1000", "g": "1", "kg": "1000", "t": "1000000", "oz": "28.349523125",
        "lb": "453.59237", "st": "6350.29318", "ct": "1/5", "jin": "500", "liang": "50", "qian": "5", "dan": "50000",
    },
    "area": {
        "cm2": "1/10000", "m2": "1", "km2": "1000000", "ha": "10000", "acre": "4046.8564224", "mu": "2000/3",
        "qing": "200000/3", "ft2": "0.09290304", "mi2": "2589988.110336",
    },
    "volume": {
        "ul": "1/1000000", "ml": "1/1000", "cl": "1/100", "dl": "1/10", "l": "1", "m3": "1000", "km3": "1000000000000",
        "gal": "3.785411784", "qt": "0.946352946", "pint": "0.473176473", "floz": "0.0295735295625", "cup": "1/4",
        "tbsp": "3/200", "tsp": "1/200", "ft3": "28.316846592", "bbl": "158.987294928",
    },
    "duration": {
        "ns": "1/1000000000", "us": "1/1000000", "ms": "1/1000", "s": "1", "min": "60", "ke": "900", "h": "3600",
        "shichen": "7200", "d": "86400", "wk": "604800",
    },
    "span": {"mo": "1", "qtr": "3", "y": "12", "dec": "120", "ctry": "1200"},
    "speed": {"kmh": "1", "mps": "18/5", "kmps": "3600", "mph": "1.609344", "kn": "1.852"},
    "pressure": {
        "Pa": "1", "hPa": "100", "kPa": "1000", "MPa": "1000000", "bar": "100000", "atm": "101325", "mmHg": "133.322",
        "psi": "6894.757",
    },
    "power": {"mW": "1/1000", "W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000", "hp": "745.7"},
    "energy": {
        "J": "1", "kJ": "1000", "MJ": "1000000", "GJ": "1000000000", "cal": "4.184", "kcal": "4184", "Wh": "3600",
        "kWh": "3600000", "MWh": "3600000000", "GWh": "3600000000000", "TWh": "3600000000000000",
    },
    "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"},
    "rotation": {"rpm": "1"},
    "data": {
        "bit": "1/8", "B": "1", "KB": "1024", "MB": "1048576", "GB": "1073741824", "TB": "1099511627776",
        "PB": "1125899906842624",
    },
    "rate": {"bps": "1", "kbps": "1000", "Mbps": "1000000", "Gbps": "1000000000"},
    "substance": {"umol": "1/1000000", "mmol": "1/1000", "mol": "1"},
    "activity": {"iu": "1"},
    "loudness": {"dB": "1"},
    "temperature": {"C": "1", "F": "5/9", "K": "1"},
    "angle": {"deg": "1"},
    "voltage": {"mV": "1/1000", "V": "1", "kV": "1000"},
    "current": {"mA": "1/1000", "A": "1"},
    "screen": {"px": "1"},
}  # fmt: skip
DIMENSION: dict[str, str] = {unit: dimension for dimension, sizes in _SIZES.items() for unit in sizes}
"""Unit code → what it measures. Months and years (``span``) have no exact length in days."""

_SIZE = {unit: Fraction(size) for sizes in _SIZES.values() for unit, size in sizes.items()}
_ZERO = {"C": Fraction(0), "F": Fraction(32), "K": Fraction("273.15")}

CURRENCIES = frozenset(
    """USD CNY EUR GBP JPY KRW INR RUB CHF AUD CAD NZD HKD TWD SGD SEK NOK DKK PLN CZK HUF TRY ILS SAR AED EGP ZAR NGN
    KES BRL MXN ARS CLP THB VND MYR IDR PHP PKR BDT UAH KZT IRR IQD FRF DEM ITL ESP BTC CNT PNY YUAN DOLLAR FRANC
    PESO""".split()
)
"""Currency codes of ISO 4217, and: ``YUAN`` is a bare 元 or 块, money of a Chinese-speaking country; ``DOLLAR``,
``FRANC`` and ``PESO`` those of any country; ``CNT`` cents, ``PNY`` pence, ``BTC`` bitcoin."""

_ROUGHLY = ({"mph", "mi"}, {"kmh", "km"})
"""Speeds whose "per hour" may stand apart from the unit: at an hourly speed of 80 miles."""

_GENERIC = {
    "YUAN": frozenset({"CNY", "HKD", "TWD", "SGD", "DOLLAR"}),
    "DOLLAR": frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "TWD", "SGD"}),
    "FRANC": frozenset({"CHF", "FRF"}),
    "PESO": frozenset({"MXN", "PHP", "ARS", "CLP"}),
}


def same_unit(a: str, b: str) -> bool:
    """Whether two codes may name one unit; codes joined by ``|`` are alternatives, ``deg`` is any temperature."""
    if a == b:
        return True
    if "|" in a or "|" in b:
        return any(same_unit(x, y) for x in a.split("|") for y in b.split("|"))
    if {a, b} in _ROUGHLY:
        return True
    if "deg" in (a, b):
        return "temperature" in (DIMENSION.get(a), DIMENSION.get(b))
    return b in _GENERIC.get(a, ()) or a in _GENERIC.get(b, ())


def to_base(value: Number, unit: str) -> Fraction | None:
    """The value in the base unit of what ``unit`` measures; None for a currency or an unknown unit."""
    size = _SIZE.get(unit)
    if size is None:
        return None
    return (value - _ZERO.get(unit, Fraction(0))) * size


def granularity(value: Number) -> Fraction:
    """The smallest step the figure shows: 1/100 for 8.25, 1000 for 21,000, at least 1/20 of the value for round ones.

    A figure that ends in zeros may have been rounded to its last other digit.
    """
    if isinstance(value, Fraction):
        step = Fraction(1)
        while (value / step).denominator != 1 and step > Fraction(1, 10**9):
            step /= 10
        return step
    step = Fraction(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def converts(a: Number, unit_a: str, b: Number, unit_b: str) -> bool:
    """Whether two values in different units of one dimension are the same, within the precision both show.

    21,000 acres is 8,498 hectares; 24 hours is not 24 days, but is one day. Months against days get two days a month.
    """
    base_a, base_b = to_base(a, unit_a), to_base(b, unit_b)
    if base_a is None or base_b is None:
        return False
    dims = {DIMENSION[unit_a], DIMENSION[unit_b]}
    if dims == {"span", "duration"}:
        days_a = base_a * Fraction("30.44") if DIMENSION[unit_a] == "span" else base_a / 86400
        days_b = base_b * Fraction("30.44") if DIMENSION[unit_b] == "span" else base_b / 86400
        return abs(days_a - days_b) <= max(days_a, days_b) / 30
    if len(dims) != 1:
        return False
    slack = max(granularity(a) * _SIZE[unit_a], granularity(b) * _SIZE[unit_b])
    if dims == {"temperature"}:
        # Degrees are counted from a zero of no meaning: 90 °F is a figure to the degree, and 3 °C no small one.
        return abs(base_a - base_b) <= min(slack, Fraction(1))
    # Round figures are often rounded after conversion; never by more than a twentieth.
    return base_a == base_b or abs(base_a - base_b) <= min(slack, max(abs(base_a), abs(base_b)) / 20)
