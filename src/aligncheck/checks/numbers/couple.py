"""Finds which left-over values of two sentences were meant to be one. Judges no fault."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.facts import Fact, Facts, Number, Strength
from aligncheck.facts.units import DIMENSION, same_unit

CALENDAR = frozenset({"date", "decade", "century", "weekday", "term", "relative"})
_SHARES = frozenset({"fraction", "percent", "ratio"})
_COMPANY = 0.62
_AKIN = ({"number", "year"}, {"calendar", "year"})


def family(fact: Fact) -> str:
    """Calendar, weekday, time, label, number and so on: values of two families are no renderings of one another."""
    kind = fact.kind
    if kind in ("term", "relative"):
        return f"{kind} {fact.unit}"
    if len(fact.readings) == 2 and {r.kind for r in fact.readings} == {"date", "number"}:
        return "year"
    return kind if kind in ("weekday", "time", "label", "vague") else "calendar" if kind in CALENDAR else "number"


def couples(
    left: list[Fact], right: list[Fact], english: Facts, chinese: Facts, least: float = 0.0
) -> list[tuple[Fact, Fact]]:
    """Values of two lists that were meant to be one, best first."""
    if not left or not right or len(left) * len(right) > 2500:
        return []
    scored = [
        (-score, i, j)
        for i, e in enumerate(left)
        for j, z in enumerate(right)
        if (score := _affinity(e, z, english, chinese)) > least
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    couples = []
    for _, i, j in sorted(scored):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            couples.append((left[i], right[j]))
    return couples


def _affinity(e: Fact, z: Fact, english: Facts, chinese: Facts) -> float:
    """How likely two different values were meant to be one; 0 where they cannot be."""
    a, b = family(e), family(z)
    if "label" in (a, b) and cut_short(e, z):
        return 0.9
    if a != b and {a, b} not in _AKIN:
        return 0.0
    if not (_may_differ(e) and _may_differ(z)) or (e.role == "list") != (z.role == "list"):
        return 0.0
    weak = (e.strength == Strength.WEAK) + (z.strength == Strength.WEAK)
    if weak == 2 and not (e.role == z.role and e.role in ("list", "label", "reference")) and not _opposed(e, z):
        return 0.0
    if "label" in (e.role, z.role) and e.digits != z.digits:
        return 0.0
    if ("fraction" in (e.kind, z.kind)) and not {e.kind, z.kind} <= _SHARES:
        return 0.0
    score = 0.5 if a == b or e.kind == z.kind else 0.2
    x, y = e.readings[0], z.readings[0]
    if x.unit and y.unit and a != "label":
        score += 0.4 if same_unit(x.unit, y.unit) else 0.1 if DIMENSION.get(x.unit) == DIMENSION.get(y.unit) else -0.3
    elif x.kind == y.kind or ({x.kind, y.kind} == {"number", "ordinal"} and not weak):
        score += 0.2
    if power_of_ten(e, z):
        score += 0.3
    named = (e.role == "label") != (z.role == "label")
    # Louis XVI is 路易十四 in a slip, and neither side marks it as a number.
    score += 0.1 * (e.strength == z.strength) - 0.15 * (named and e.digits)
    apart = abs(e.start / max(len(english.text), 1) - z.start / max(len(chinese.text), 1))
    score -= 0.3 * apart
    # A weak value needs company: the same kind or unit, at the same place of the sentence.
    return 0.0 if weak == 1 and score < _COMPANY else max(score, 0.0)


def _opposed(e: Fact, z: Fact) -> bool:
    """Whether two weak values still contradict one another: the day before and 次日, midnight and 正午."""
    if e.kind == z.kind == "relative":
        return e.readings[0].value * z.readings[0].value < 0
    return e.kind == z.kind == "time"


def cut_short(e: Fact, z: Fact) -> bool:
    """Whether one is the rest of the other: 3.6.3 became .3 or 3.6."""
    long, short = sorted((e.text.strip(" v"), z.text.strip(" v")), key=len, reverse=True)
    return (
        e.digits
        and z.digits
        and "." in long
        and long != short
        and (long.endswith(short) or long.startswith(short + "."))
    )


def _may_differ(fact: Fact) -> bool:
    """Whether a value is firm enough to be set against another: no article-like one, no half, no zero in words."""
    first = fact.readings[0]
    if fact.role == "word":
        return fact.kind == "time"  # midnight, 正午
    if fact.strength > Strength.WEAK or fact.role in ("list", "label", "reference") or fact.kind == "percent":
        return True
    return first.kind in ("term", "relative") or (
        first.kind in ("number", "ordinal", "measure", "money", "date", "multiplier")
        and (first.value >= 2 or first.date is not None)
    )


def power_of_ten(e: Fact, z: Fact) -> Fraction | None:
    """Chinese value over English value where that is a power of ten other than one, else None."""
    if family(e) != "number" or family(z) != "number":
        return None
    for y in z.readings:
        ratio = _power(e.readings[0].value, y.value)
        if ratio is not None:
            return ratio
    return None


def _power(x: Number, y: Number) -> Fraction | None:
    if not x or not y:
        return None
    ratio = Fraction(y) / x
    top, bottom = str(ratio.numerator), str(ratio.denominator)
    ten = top == "1" + "0" * (len(top) - 1) and bottom == "1" + "0" * (len(bottom) - 1)
    return ratio if ten and ratio != 1 else None
