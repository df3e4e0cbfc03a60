"""Arabic figures as both languages write them: grouping, decimals, full-width forms, identifiers. Knows no words."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Number

MASK = "\ufffc"
"""Stands for characters that are no prose (code, addresses); it is neither letter, digit nor space."""

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_FOLD |= dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), ord("-"))
_FOLD |= dict.fromkeys(map(ord, "～〜∼˜"), ord("~"))
_FOLD |= dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), 0x2009)
_FOLD |= dict.fromkeys(map(ord, "’‘′´ʼ"), ord("'"))
_FOLD |= {ord("∶"): ord(":"), ord("﹕"): ord(":"), 0x3000: ord(" "), ord("﹪"): ord("%"), ord("\n"): ord(" ")}
_FOLD |= {ord("“"): ord('"'), ord("”"): ord('"'), ord("﹐"): ord(","), ord("⁄"): ord("/")}
FOLD: dict[int, int] = _FOLD
"""For ``str.translate``: full-width, dash, tilde and space variants to one each; the length never changes.

A full-width comma stays: it separates, it never groups digits.
"""

NUMBER = deferred(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?:[\u2009'][0-9]{3})+(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|[ -][0-9])"
    r"|[0-9]+)(?:\.[0-9]+)?"
    r"|\.[0-9]+"
)
"""A figure without sign: groups by comma, thin space, apostrophe or Indian style, decimals after a point."""

DOTTED = deferred(r"v?[0-9]+(?:\.[0-9]+){2,}|v[0-9]+(?:\.[0-9]+)*|[0-9]+\.[x*](?![a-z0-9])")
"""A version or address: two points or more, or a leading v."""

EXPONENT = deferred(
    r"\s?[x×*·]\s?10(?:(?:\^|\*\*)\s?\(?([-+]?[0-9]{1,3})\)?|([-+][0-9]{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![0-9])"
    r"|e([-+]?[0-9]{1,3})(?![0-9a-z])"
)
_SIMPLE = deferred(r"[0-9]+(?![0-9.,' \u2009][0-9]|[0-9])")
"""A figure without group or decimals, as most are."""

_POWER_FIRST = frozenset("x×*·e")
POWER_OF_TEN = deferred(r"10(?:\^\(?([-+]?[0-9]{1,2})\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
LONGEST = 30
"""Figures with more digits than this are identifiers; nobody translates them as numbers."""


class Figure(NamedTuple):
    """A figure: where it ends, what it is worth, how many decimals it shows, whether its digits are grouped."""

    end: int
    value: Number
    decimals: int
    grouped: bool


def past_figures(text: str, at: int) -> int:
    """Where a figure that is too long for a value ends, its groups and decimals with it; past ``at`` in any case."""
    found = NUMBER.match(text, at)
    return found.end() if found else at + 1


def exact(value: Fraction | int) -> Number:
    """The value as int where it is whole, so that equal values have one form."""
    return value.numerator if value.denominator == 1 else value


def figure(text: str, at: int) -> Figure | None:
    """Read the figure that begins at ``at`` of folded text; None where there is none or it is too long for a value."""
    found = _SIMPLE.match(text, at) or NUMBER.match(text, at)
    if found is None or found.end() - at > LONGEST:
        return None
    raw, end = found.group(), found.end()
    ten = POWER_OF_TEN.match(text, at) if raw == "10" else None
    if ten is not None:
        shift = int((ten.group(1) or ten.group(2)).translate(_SUPERSCRIPTS))
        return Figure(ten.end(), exact(Fraction(10) ** shift), 0, False)
    if at and text[at - 1] in "[{" and "," in raw:
        raw = raw.split(",")[0]
        end = at + len(raw)
    whole, _, decimals = raw.partition(".")
    grouped = not whole.isdigit() and bool(whole)
    if grouped:
        whole = re.sub("[^0-9]", "", whole)
    value: Number = int(whole or "0")
    if decimals:
        value = exact(Fraction(int(whole + decimals), 10 ** len(decimals)))
    power = EXPONENT.match(text, end) if text[end : end + 2].lstrip()[:1] in _POWER_FIRST else None
    if power is not None:
        shift = int((power.group(1) or power.group(2) or power.group(3)).translate(_SUPERSCRIPTS))
        if abs(shift) <= LONGEST:
            value = exact(Fraction(value) * Fraction(10) ** shift)
            end = power.end()
    return Figure(end, value, len(decimals), grouped)
