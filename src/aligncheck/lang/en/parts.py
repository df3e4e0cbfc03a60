"""Reads English parts of a unit as measures: a quarter century, three quarters of a mile, half a percentage point."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Kind, Strength

_UNITS: dict[str, tuple[Kind, int, str]] = {
    "century": ("measure", 100, "y"), "decade": ("measure", 10, "y"), "year": ("measure", 12, "mo"),
    "hour": ("measure", 60, "min"), "minute": ("measure", 60, "s"), "day": ("measure", 24, "h"),
    "mile": ("measure", 1, "mi"), "inch": ("measure", 1, "in"), "acre": ("measure", 1, "acre"),
    "ton": ("measure", 1, "t"), "tonne": ("measure", 1, "t"), "kilometre": ("measure", 1, "km"),
    "kilometer": ("measure", 1, "km"), "percent": ("percent", 1, ""), "per cent": ("percent", 1, ""),
    "percentage point": ("percent", 1, "pt"), "point": ("percent", 1, "pt"), "dozen": ("number", 12, ""),
    "hundred": ("number", 100, ""), "thousand": ("number", 10**3, ""), "million": ("number", 10**6, ""),
    "billion": ("number", 10**9, ""), "trillion": ("number", 10**12, ""),
}  # fmt: skip
_OF_UNIT = deferred(
    r"(?P<joint>[ -]| (?:of )?an? | of one | of 1 )"
    r"(?P<unit>century|decade|year|hour|minute|day|mile|inch|acre|tonne|ton|kilomet(?:re|er)|per ?cent|dozen|hundred|"
    r"thousand|million|billion|trillion|(?:percentage[ -])?point)(?![a-z]|-[a-z])"
)
_MOVE = deferred(
    r" (?:[a-z]+ )?(?:cut|rise|increase|decrease|drop|fall|hike|reduction|gain|move|interest|rate|percentage|loss)"
)
BY_PART = deferred(
    r"\bby (?:(?:about|almost|nearly|roughly|around|over|at least|some|more than|less than) )?(?:an? )?$"
)
"""What makes a third or half that follows a share something changes by."""


def part_of_unit(draft: Draft, low: str, part: Fraction) -> bool:
    """Take the unit that ``draft``, a fraction, is a part of, and add the measure; False where there is none."""
    found = _OF_UNIT.match(low, draft.end)
    if found is None:
        return False
    kind, size, code = _UNITS[found["unit"].replace("percentage-", "percentage ")]
    bare = found["joint"] in " -"
    if found["unit"] == "point" and not (bare and _MOVE.match(low, found.end())):
        # Half a point is a score as often as a share.
        return False
    if found["joint"] == " " and part != Fraction(1, 4) and size < 10**6 and kind != "percent":
        return False
    draft.end = found.end()
    draft.strength, draft.role = max(draft.strength, Strength.FAIR), "plain"
    draft.add(kind, exact(part * size), code)
    draft.tail = (kind, code)
    return True
