"""English names and signs of units and currencies, each with its code in ``facts.units``."""

from __future__ import annotations

import re

from aligncheck.lang.patterns import any_of

_NAMES: dict[str, str] = {
    "nm": "nanometer nanometre nanometers nanometres",
    "um": "micron microns micrometer micrometre micrometers micrometres um µm μm",
    "mm": "mm millimeter millimetre millimeters millimetres",
    "cm": "cm centimeter centimetre centimeters centimetres",
    "m": "m meter metre meters metres",
    "km": "km kms kilometer kilometre kilometers kilometres",
    "in": "inch inches",
    "ft": "ft foot feet",
    "yd": "yard yards yd",
    "mi": "mile miles",
    "nmi": "nautical_mile nautical_miles nmi",
    "ly": "light-year light-years light_year light_years",
    "ug": "µg μg ug mcg microgram micrograms",
    "mg": "mg milligram milligrams",
    "g": "g gram grams gm",
    "kg": "kg kgs kilogram kilograms kilo kilos kilogramme kilogrammes",
    "t": "ton tons tonne tonnes metric_ton metric_tons",
    "oz": "oz ounce ounces",
    "lb": "lb lbs",
    "jin": "jin catty catties",
    "liang": "tael taels",
    "li": "li",
    "m2": "m² m2 sqm sq_m square_meter square_metre square_meters square_metres",
    "km2": "km² km2 square_kilometer square_kilometre square_kilometers square_kilometres sq_km",
    "ft2": "square_foot square_feet sq_ft",
    "mi2": "square_mile square_miles",
    "ha": "hectare hectares ha",
    "acre": "acre acres",
    "mu": "mu mou",
    "ml": "ml milliliter millilitre milliliters millilitres",
    "l": "liter litre liters litres l",
    "m3": "m³ m3 cubic_meter cubic_metre cubic_meters cubic_metres",
    "gal": "gallon gallons",
    "bbl": "barrel barrels",
    "ms": "ms millisecond milliseconds msec",
    "us": "microsecond microseconds µs μs",
    "ns": "nanosecond nanoseconds ns",
    "s": "s sec secs seconds second",
    "min": "min mins minute minutes",
    "h": "h hr hrs hour hours",
    "d": "d day days",
    "wk": "week weeks wk wks",
    "mo": "month months",
    "y": "y yr yrs year years",
    "dec": "decades",
    "ctry": "centuries",
    "C": "°c ℃ celsius degrees_celsius degree_celsius degrees_c degrees_centigrade °_c",
    "F": "°f ℉ fahrenheit degrees_fahrenheit degree_fahrenheit degrees_f °_f",
    "K": "kelvin kelvins",
    "deg": "degree degrees °",
    "kmh": "km/h kmh kph kilometers_per_hour kilometres_per_hour kilometers_an_hour kilometres_an_hour",
    "mph": "mph miles_per_hour miles_an_hour",
    "kn": "knot knots",
    "W": "w watt watts",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh kilowatt-hour kilowatt-hours kilowatt_hours kilowatt_hour",
    "V": "v volt volts",
    "A": "amp amps ampere amperes",
    "J": "joule joules",
    "kJ": "kj kilojoule kilojoules",
    "kcal": "kcal kilocalorie kilocalories",
    "cal": "calorie calories",
    "Hz": "hz hertz",
    "kHz": "khz kilohertz",
    "MHz": "mhz megahertz",
    "GHz": "ghz gigahertz",
    "bit": "bit bits",
    "B": "byte bytes",
    "KB": "kb kilobyte kilobytes kib",
    "MB": "mb megabyte megabytes mib",
    "GB": "gb gigabyte gigabytes gib",
    "TB": "tb terabyte terabytes tib",
    "px": "px pixel pixels",
    "USD": "usd dollar dollars buck bucks us_dollar us_dollars",
    "CNY": "cny rmb yuan renminbi",
    "EUR": "eur euro euros",
    "GBP": "gbp pounds_sterling sterling quid",
    "JPY": "jpy yen",
    "KRW": "krw won",
    "INR": "inr rupee rupees",
    "RUB": "rub rouble roubles ruble rubles",
    "CHF": "chf swiss_francs swiss_franc",
    "AUD": "aud",
    "CAD": "cad",
    "HKD": "hkd",
    "TWD": "twd",
    "CNT": "cent cents",
    "lb|GBP": "pound pounds",
}
UNITS: dict[str, str] = {name.replace("_", " "): code for code, names in _NAMES.items() for name in names.split()}
"""Lower-case name or sign → code. ``lb|GBP`` means either."""

SIGNS: dict[str, str] = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "hk$": "HKD", "nt$": "TWD", "s$": "SGD",
    "€": "EUR", "£": "GBP", "¥": "CNY|JPY", "￥": "CNY|JPY", "rmb": "CNY", "cny": "CNY", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "jpy": "JPY", "₩": "KRW", "₹": "INR", "rs": "INR", "rs.": "INR", "chf": "CHF", "₽": "RUB",
}  # fmt: skip
"""What stands before a figure of money → currency code."""

UNIT = re.compile(rf"(?:[ \u2009]?-?[ \u2009]?)({any_of(UNITS)})(?![a-z0-9])")
"""A unit after a figure, in lower-cased text, with or without a space or hyphen between."""

SIGN_BEFORE = re.compile(rf"(?:^|[^a-z])({'|'.join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))})\s?$")
"""A currency sign that ends the text before a figure."""

SCALES: dict[str, int] = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "hundred": 100, "dozen": 12, "millions": 10**6,
    "billions": 10**9,
}  # fmt: skip
SCALE = re.compile(rf"[ \u2009]?-?({any_of(SCALES)})(?![a-z0-9])")
"""A power of ten after a figure."""
