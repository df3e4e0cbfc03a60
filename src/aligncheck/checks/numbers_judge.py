"""Judges what matching left over: which values are one fault, which fault it is, how sure. Words no message."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from aligncheck.checks.numbers_match import Matching, match
from aligncheck.facts import Fact, Facts, Number, Strength
from aligncheck.facts.units import DIMENSION, same_unit
from aligncheck.model.report import Severity

_CALENDAR = frozenset({"date", "decade", "century", "weekday"})
_AKIN = ({"number", "year"}, {"calendar", "year"})
ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fault: its rule's code, the values at fault in each language, how sure, and the ratio for powers of ten."""

    code: str
    english: Fact | None
    chinese: Fact | None
    confidence: float
    severity: Severity
    factor: Fraction | None = None


@lru_cache(maxsize=8)
def judge(english: Facts, chinese: Facts) -> tuple[Verdict, ...]:
    """Every number and date fault of a pair, by place. The last few pairs are kept, since each rule asks anew."""
    if not english.facts and not chinese.facts:
        return ()
    matching = match(english, chinese)
    verdicts = [v for e, z in matching.same if (v := _growth(e, z)) is not None]
    verdicts += [v for e, z in matching.other_unit if (v := _other_unit(e, z)) is not None]
    verdicts += _left_over(matching, english, chinese)
    verdicts.sort(key=lambda v: ((v.english.start if v.english else 0), (v.chinese.start if v.chinese else 0), v.code))
    return tuple(verdicts)


def _growth(e: Fact, z: Fact) -> Verdict | None:
    """增长了三倍 for "tripled": by the strict reading it is four times as much."""
    first, strict = e.readings[0], z.readings[0]
    if first.kind == "multiplier" and strict.unit == "grows" and first.value > 2 and first.value == strict.value - 1:
        return Verdict("NUM005", e, z, 0.6, WARNING)
    return None


def _other_unit(e: Fact, z: Fact) -> Verdict | None:
    """Equal figures, other units; silent where a unit is only a word for once or a count."""
    x, y = e.readings[0], z.readings[0]
    if Strength.WEAK in (e.strength, z.strength) or "times" in (x.unit, y.unit):
        return None
    if x.kind == y.kind == "money":
        return Verdict("NUM007", e, z, 0.85, ERROR)
    if x.kind == "date" or y.kind == "date":
        return Verdict("DAT001", e, z, 0.85, ERROR)
    if x.unit in DIMENSION and y.unit in DIMENSION:
        return Verdict("NUM006", e, z, 0.9 if DIMENSION[x.unit] == DIMENSION[y.unit] else 0.8, ERROR)
    return Verdict("NUM006", e, z, 0.6, WARNING)


def family(fact: Fact) -> str:
    """Calendar, weekday, time, label or number: values of two families are no renderings of one another."""
    kind = fact.kind
    if kind == "date" and fact.readings[-1].kind == "number":
        return "year"
    return kind if kind in ("weekday", "time", "label") else "calendar" if kind in _CALENDAR else "number"


def _left_over(matching: Matching, english: Facts, chinese: Facts) -> list[Verdict]:
    left, right = _reopened(matching)
    gaps = [z for z in right if z.kind == "gap"]
    right = [z for z in right if z.kind != "gap"]
    verdicts = _at_gaps(gaps, left, matching, english, chinese)
    for e, z in _couples(left, right, english, chinese):
        verdicts.append(_differs(e, z))
        left.remove(e)
        right.remove(z)
    # A value that one side repeats may be the one that went wrong: under £40 … over £40 became 10 … 40.
    for e, z in _couples(matching.english_again, right, english, chinese, least=0.6):
        right.remove(z)
        verdicts.append(_differs(e, z))
    for e, z in _couples(left, matching.chinese_again, english, chinese, least=0.6):
        left.remove(e)
        verdicts.append(_differs(e, z))
    verdicts += [v for e in left if (v := _one_sided(e, english=True)) is not None]
    verdicts += [v for z in right if (v := _one_sided(z, english=False)) is not None]
    return verdicts


def _reopened(matching: Matching) -> tuple[list[Fact], list[Fact]]:
    """What is left over, with figures whose only match is a weak word taken back where a figure is left over.

    In "within 1 day" the figure finds the 一 of 一旦, and the 9 of 9个工作日 would go unnoticed.
    """
    left, right = list(matching.english), list(matching.chinese)
    for e, z in matching.same:
        if _figure(e) and z.strength == Strength.WEAK and any(_figure(f) for f in right):
            left.append(e)
        elif _figure(z) and e.strength == Strength.WEAK and any(_figure(f) for f in left):
            right.append(z)
    return left, right


def _figure(fact: Fact) -> bool:
    return fact.digits and fact.strength > Strength.WEAK and family(fact) == "number"


def _at_gaps(gaps: list[Fact], left: list[Fact], matching: Matching, english: Facts, chinese: Facts) -> list[Verdict]:
    """第章 and the like: the number is missing in plain sight; the English value that is nearest goes with it."""
    verdicts = []
    for gap in gaps:
        place = gap.start / max(len(chinese.text), 1)
        near = sorted(
            (f for f in (*left, *matching.english_again) if family(f) == "number"),
            key=lambda f: (f.kind != "ordinal" and f.role != "reference", abs(f.start / max(len(english.text), 1) - place)),
        )
        if near:
            verdicts.append(Verdict("NUM002", near[0], gap, 0.9, ERROR))
            if near[0] in left:
                left.remove(near[0])
    return verdicts


def _couples(
    left: list[Fact], right: list[Fact], english: Facts, chinese: Facts, least: float = 0.0
) -> list[tuple[Fact, Fact]]:
    """Values of two lists that were meant to be one, best first."""
    if not left or not right or len(left) * len(right) > 2500:
        return []
    scored = [(-score, i, j) for i, e in enumerate(left) for j, z in enumerate(right) if (score := _affinity(e, z, english, chinese)) > least]
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
    if a != b and {a, b} not in _AKIN:
        return 0.0
    if not (_may_differ(e) and _may_differ(z)) or (e.role == "list") != (z.role == "list"):
        return 0.0
    weak = (e.strength == Strength.WEAK) + (z.strength == Strength.WEAK)
    if weak == 2 and not (e.role == z.role and e.role in ("list", "label")):
        return 0.0
    score = 0.5 if a == b else 0.2
    x, y = e.readings[0], z.readings[0]
    if x.unit and y.unit and a != "label":
        score += 0.4 if same_unit(x.unit, y.unit) else 0.1 if DIMENSION.get(x.unit) == DIMENSION.get(y.unit) else -0.3
    elif x.kind == y.kind or {x.kind, y.kind} == {"number", "ordinal"}:
        score += 0.2
    if power_of_ten(e, z):
        score += 0.3
    score += 0.1 * (e.strength == z.strength)
    apart = abs(e.start / max(len(english.text), 1) - z.start / max(len(chinese.text), 1))
    return max(score - 0.3 * apart, 0.0)


def _may_differ(fact: Fact) -> bool:
    """Whether a value is firm enough to be set against another: no article-like one, no half, no zero in words."""
    first = fact.readings[0]
    if fact.strength > Strength.WEAK or fact.role in ("list", "label"):
        return True
    return first.kind in ("number", "ordinal", "measure", "money", "date", "multiplier") and (first.value >= 2 or first.date is not None)


def power_of_ten(e: Fact, z: Fact) -> Fraction | None:
    """Chinese value over English value where that is a power of ten other than one, else None."""
    x, y = _amount(e), _amount(z)
    if not x or not y:
        return None
    ratio = Fraction(y) / x
    top, bottom = str(ratio.numerator), str(ratio.denominator)
    ten = top == "1" + "0" * (len(top) - 1) and bottom == "1" + "0" * (len(bottom) - 1)
    return ratio if ten and ratio != 1 else None


def _amount(fact: Fact) -> Number | None:
    return fact.readings[0].value if family(fact) == "number" else None


def _differs(e: Fact, z: Fact) -> Verdict:
    """Two values left over that were meant to be one."""
    severity, confidence = (ERROR, 0.92) if min(e.strength, z.strength) >= Strength.FAIR else (WARNING, 0.7)
    if e.role == "list":
        severity, confidence = WARNING, 0.6
    if e.kind == z.kind == "date":
        code = "DAT003" if _day_month_swapped(e, z) else "DAT001"
        return Verdict(code, e, z, confidence, severity)
    if e.kind in _CALENDAR or z.kind in _CALENDAR:
        return Verdict("DAT001", e, z, confidence, severity)
    if "time" in (e.kind, z.kind):
        return Verdict("DAT004", e, z, confidence, severity)
    if e.kind == "multiplier" and z.kind == "multiplier":
        return Verdict("NUM005", e, z, 0.6, WARNING)
    factor = power_of_ten(e, z)
    if factor is not None:
        return Verdict("NUM004", e, z, confidence, severity, factor)
    return Verdict("NUM001", e, z, confidence, severity)


def _day_month_swapped(e: Fact, z: Fact) -> bool:
    dates = [(x.date, y.date) for x in e.readings for y in z.readings if x.date and y.date]
    return any(a.month and a.month == b.day and a.day == b.month for a, b in dates)


def _one_sided(fact: Fact, *, english: bool) -> Verdict | None:
    """A value that only one side states. Most of these are free translation; see the severities in the module's table."""
    sure = _sureness(fact, english=english)
    if sure is None:
        return None
    confidence, severity = sure
    calendar = fact.kind in ("date", "decade", "century", "time")
    code = "DAT002" if calendar else "NUM002" if english else "NUM003"
    return Verdict(code, fact if english else None, None if english else fact, confidence, severity)


def _sureness(fact: Fact, *, english: bool) -> tuple[float, Severity] | None:
    first = fact.readings[0]
    if fact.strength == Strength.WEAK:
        return (0.5, WARNING) if fact.kind == "label" and english else None
    if fact.role == "list" or fact.kind == "weekday":
        return None
    if fact.role in ("reference", "label"):
        return (0.7, WARNING) if english else None
    if not english:
        big = first.value > 12 or first.value.denominator > 1 or first.date is not None
        return (0.5, WARNING) if fact.strength == Strength.STRONG and fact.digits and big else None
    if fact.digits and fact.strength == Strength.STRONG:
        return (0.85, ERROR)
    if first.kind == "ordinal" and first.value <= 12:
        return None
    if first.value == 2 and not first.unit:
        return None
    return (0.8, ERROR) if fact.strength == Strength.STRONG else (0.6, WARNING)
