"""Patterns of English units, currencies and scales round a figure, over the names of ``lang.en.unit_names``."""

from __future__ import annotations

from aligncheck.lang.en.currencies import ALSO_WORDS, CODES, CURRENCY_NAMES, SIGNS
from aligncheck.lang.en.unit_names import EXACT, LAST_ONLY, LOWER_ONLY, UNIT_NAMES
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Number

POUND = "lb|GBP"
EXACT_LOWER = frozenset(sign.lower() for sign in EXACT)
UNITS: dict[str, str] = dict.fromkeys(EXACT_LOWER, "") | UNIT_NAMES
UNITS |= {"pound": POUND, "pounds": POUND, "in": "in"}
"""Lower-case name or sign of a unit → code. ``lb|GBP`` means either."""

MONEY: dict[str, str] = CURRENCY_NAMES | CODES
"""Lower-case name, code or sign of a currency → code."""

UNIT = deferred(rf"(?:[ \u2009]?-?[ \u2009]?)({any_of({*UNITS, *MONEY})})(?![a-z0-9])")
"""A unit after a figure, in lower-cased text, with or without a space or hyphen between."""

BEFORE_MONEY: dict[str, str] = SIGNS | CODES
"""What stands before a figure of money → currency code."""

SIGN_BEFORE = deferred(rf"(?:(?<![a-z])(?:{any_of(BEFORE_MONEY)})|[$€£¥￥])\s?$")
"""A currency sign or code that ends the text before a figure."""

_BLANKS = frozenset(" \u2009\t")
_SIGN_ENDS = frozenset("$€£¥￥") | {name[-1] for name in BEFORE_MONEY if not name[-1].isascii()}
_CODE_ENDS = frozenset(name[-2:] for name in BEFORE_MONEY)
"""How a sign or code ends, to look for one only where there may be one."""

_FIRST_OF_UNIT = frozenset(name[0] for name in {*UNITS, *MONEY})
_LARGE = deferred(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9.,]+\s?(?:million|billion|trillion|thousand|bn|mn|m|k)(?![a-z])")


def code_before(low: str, text: str, start: int) -> tuple[int, str] | None:
    """Where the currency sign or code before the figure at ``start`` begins, and its code; None for none."""
    at = start - 1 if low[start - 1 : start] in _BLANKS else start
    if low[at - 1 : at] not in _SIGN_ENDS and low[max(0, at - 2) : at] not in _CODE_ENDS:
        return None
    found = SIGN_BEFORE.search(low, max(0, start - 6), start)
    if found is None:
        return None
    at = found.start()
    name = low[at:start].strip()
    if name in CODES:
        in_capitals = name in {"rs", "rs."} or text[at : at + len(name)].isupper()
        if not in_capitals or (name in ALSO_WORDS and _LARGE.match(low, start) is None):
            return None
    return at, BEFORE_MONEY[name]


def unit_at(low: str, text: str, at: int, value: Number) -> tuple[int, str, bool] | None:
    """The unit or currency after a figure that ends at ``at``: its end, its code, whether it is money; else None."""
    if low[at : at + 3].lstrip(" \u2009-")[:1] not in _FIRST_OF_UNIT:
        return None
    found = UNIT.match(low, at)
    if found is None:
        return None
    name, start, end = found.group(1), found.start(1), found.end()
    written = text[start:end]
    if name in EXACT_LOWER:
        return (end, EXACT[written], False) if written in EXACT else None
    if (name in LOWER_ONLY and not written.islower()) or (name in LAST_ONLY and not ends_phrase(low, end)):
        return None
    if name == "in" and (start > at or low[end : end + 1] == "-"):
        return None
    if len(name) == 1 and name in "abp" and (start > at or (name == "p" and value >= 100)):
        return None
    if (
        name in CODES
        and name not in CURRENCY_NAMES
        and (not written.isupper() or (name in ALSO_WORDS and value < 1000))
    ):
        return None
    if name == "won" and value < 100:
        return None
    return end, UNITS.get(name) or MONEY[name], name not in UNITS


def ends_phrase(low: str, end: int) -> bool:
    """Whether no noun follows: 12 stone, but not 12 stone walls."""
    return _NOUN_NEXT.match(low, end) is None


_NOUN_NEXT = deferred(r"[ -](?!(?:and|or|in|of|per|on|at|to|for|a|an|each|from|by|with|is|was|than|when|while)\b)[a-z]")

SCALES: dict[str, int] = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18, "sextillion": 10**21, "grand": 10**3,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "hundred": 100, "dozen": 12, "millions": 10**6,
    "billions": 10**9,
}  # fmt: skip
SCALE = deferred(rf"[ \u2009]?-?({any_of(SCALES)})(?![a-z0-9])")
"""A power of ten after a figure."""
