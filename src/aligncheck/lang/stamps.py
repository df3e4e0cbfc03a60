"""Dates and fractions in figures alone, which both languages share: 2019-06-08, 6/8/2019, 1/20. Knows no words."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Number, Strength

NUMERIC = deferred(
    r"(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[0-9]{1,3})(?P=s)(?P<d>[0-9]{1,3})(?![0-9]|[-/.][0-9])"
    r"|(?P<a>[0-3]?[0-9])(?P<t>[-/.])(?P<b>[0-3]?[0-9])(?P=t)(?P<z>[12][0-9]{3}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
_MONTHLY = deferred(r"((?:1[5-9]|20)[0-9]{2})(?:-(0[1-9]|1[0-2])|/(0?[1-9]|1[0-2]))(?![0-9%]|[-/.,][0-9])")
"""A year and a month; 2011-12 and 2011/12 may be two years and are left alone."""

_ORDERED = deferred(r"(?<![0-9/.])([0-3]?[0-9])/([0-3]?[0-9])/(?:[12][0-9]{3}|[0-9]{2})(?![0-9/])")


def day_first(text: str) -> bool | None:
    """Whether a document writes the day before the month in 25/12/2019; None where it gives no or mixed evidence."""
    orders = {int(a) > 12 for a, b in _ORDERED.findall(text) if (int(a) > 12) != (int(b) > 12)}
    return orders.pop() if len(orders) == 1 else None


def numeric_date(text: str, at: int) -> Draft | None:
    """The all-figure date at ``at``. Day before month and month before day are both readings where both exist."""
    found = NUMERIC.match(text, at)
    if found is None:
        return _monthly(text, at)
    draft = Draft(at, found.end())
    if found["y"]:
        orders = [(int(found["m"]), int(found["d"]))]
        year = int(found["y"])
    else:
        if len(found["z"]) == 2 and found["t"] != "/":
            return None
        a, b, year = int(found["a"]), int(found["b"]), int(found["z"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        orders = [(a, b), (b, a)]
    for month, day in orders:
        # A stamp with the year first is a date even where its month or day is impossible: that is the fault to find.
        if (1 <= month <= 12 and 1 <= day <= 31) or (found["s"] == "-" and (month <= 12 or day <= 31)):
            draft.add_date(year, month, day)
    return draft if draft.readings else None


def _monthly(text: str, at: int) -> Draft | None:
    """The year and month in figures at ``at``: 2019-06, 2019/6."""
    found = _MONTHLY.match(text, at)
    if found is None:
        return None
    year, month = int(found.group(1)), int(found.group(2) or found.group(3))
    if month == year % 100 + 1 or (month > year % 100 and found.group()[-2] in "01"):
        return None
    draft = Draft(at, found.end())
    draft.add_date(year, month)
    return draft


_SLASH = deferred(r"\s?/\s?([0-9]{1,4})(?![0-9]|[.,][0-9]|/[0-9])")


def slashed(draft: Draft, text: str, value: Number) -> list[Draft] | None:
    """``1/20``, ``9/11``, ``1982/83``; None where no slash follows."""
    found = _SLASH.match(text, draft.end)
    if found is None or not isinstance(value, int):
        return None
    other = int(found.group(1))
    if value >= 1000:
        second = Draft(found.start(1), found.end(1), value=other)
        draft.add_date(year=value)
        draft.add("number", value)
        if len(found.group(1)) == 2:
            second.add_date(year=value // 100 * 100 + other)
        else:
            second.add_date(year=other)
        second.add("number", other)
        return [draft, second]
    draft.end = found.end()
    draft.strength = Strength.FAIR
    if other > 1 and value:
        draft.add("fraction", exact(Fraction(value, other)))
        draft.add("ratio", exact(Fraction(value, other)))
    if 1 <= value <= 12 and 1 <= other <= 31:
        draft.add_date(month=value, day=other)
    if 1 <= other <= 12 and 1 <= value <= 31:
        draft.add_date(month=other, day=value)
    draft.add("number", int(f"{value}{other}"))
    return [draft]
