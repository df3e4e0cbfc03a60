"""Judges what matching left over: which values are one fault, which fault it is, how sure. Words no message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from aligncheck.checks.numbers_couple import CALENDAR, couples, family, power_of_ten
from aligncheck.checks.numbers_match import Matching, match
from aligncheck.facts import Fact, Facts, Reading, Strength, day_first, has_bare_measure
from aligncheck.facts.compare import dates_agree
from aligncheck.facts.units import DIMENSION
from aligncheck.model.report import Severity

_COUNTED = frozenset({"number", "measure", "money", "percent", "date", "century"})
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
    if (
        first.kind == "multiplier"
        and not e.digits
        and strict.unit == "grows"
        and first.value > 2
        and first.value == strict.value - 1
    ):
        return Verdict("NUM005", e, z, 0.6, WARNING)
    return None


def misordered(english: Facts, chinese: Facts, document: str) -> list[Verdict]:
    """Dates in figures alone (03/04/2019) that the Chinese reads in the other order than ``document`` writes them."""
    wrong = []
    for e, z in match(english, chinese).same if any(_either_order(e) for e in english) else ():
        if not _either_order(e) or z.kind != "date" or (first := day_first(document)) is None:
            continue
        month_first, right = (r.date for r in e.readings[:2])
        meant = right if first else month_first
        if all(r.date is None or not dates_agree(meant, r.date) for r in z.readings if meant is not None):
            right_first = replace(e, readings=(Reading("date", 0, date=meant),))
            wrong.append(Verdict("DAT003", right_first, z, 0.8, ERROR))
    return wrong


def _either_order(fact: Fact) -> bool:
    """Whether a date in figures may be read with day or month first, and the two differ."""
    return len(fact.readings) == 2 and all(r.date is not None and r.date.year is not None for r in fact.readings)


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


def _left_over(matching: Matching, english: Facts, chinese: Facts) -> list[Verdict]:
    left, right = _reopened(matching)
    gaps = [z for z in right if z.kind == "gap"]
    right = [z for z in right if z.kind != "gap"]
    verdicts = _at_gaps(gaps, left, matching, english, chinese)
    for e, z in couples(left, right, english, chinese):
        verdicts.append(_differs(e, z))
        left.remove(e)
        right.remove(z)
    # A value that one side repeats may be the one that went wrong: under £40 … over £40 became 10 … 40.
    for e, z in couples(matching.english_again, right, english, chinese, least=0.5):
        right.remove(z)
        verdicts.append(_differs(e, z))
    for e, z in couples(left, matching.chinese_again, english, chinese, least=0.5):
        left.remove(e)
        verdicts.append(_differs(e, z))
    verdicts += [v for e in left if (v := _one_sided(e, chinese)) is not None]
    vague = any(e.role == "word" and e.readings[0].unit == "y" for e in matching.english)
    verdicts += [v for z in right if (v := _one_sided(z, None)) is not None and not (vague and family(z) == "calendar")]
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
            (f for f in (*left, *matching.english_again) if family(f) == "number" and _fills(f, gap)),
            key=lambda f: (
                f.kind != "ordinal" and f.role != "reference",
                abs(f.start / max(len(english.text), 1) - place),
            ),
        )
        if near:
            verdicts.append(Verdict("NUM002", near[0], gap, 0.9, ERROR))
            if near[0] in left:
                left.remove(near[0])
        elif gap.text.startswith("第"):
            verdicts.append(Verdict("NUM002", None, gap, 0.7, WARNING))
    return verdicts


def _fills(fact: Fact, gap: Fact) -> bool:
    """Whether the value may be what is missing: brackets want one from brackets, other places a firm or ordinal one."""
    if gap.text in ("(", "（"):
        return fact.role in ("bracket", "reference", "list")
    return (
        fact.strength > Strength.WEAK
        or (fact.kind == "ordinal" and fact.role != "word")
        or fact.role in ("list", "label")
    )


def _differs(e: Fact, z: Fact) -> Verdict:
    """Two values left over that were meant to be one."""
    confidence, severity = _sure_pair(e, z)
    if e.kind == z.kind == "date":
        code = "DAT003" if _day_month_swapped(e, z) else "DAT001"
        return Verdict(code, e, z, confidence, severity)
    if e.kind in CALENDAR or z.kind in CALENDAR:
        return Verdict("DAT001", e, z, confidence, severity)
    if "time" in (e.kind, z.kind):
        return Verdict("DAT004", e, z, confidence, severity)
    factor = power_of_ten(e, z)
    if factor is not None:
        return Verdict("NUM004", e, z, confidence, severity, factor)
    if e.kind == z.kind == "multiplier":
        return Verdict("NUM005", e, z, 0.6, WARNING)
    return Verdict("NUM001", e, z, confidence, severity)


def _sure_pair(e: Fact, z: Fact) -> tuple[float, Severity]:
    """How sure a couple of left-over values is one fault: sure where both are firm, or alike in kind and notation."""
    if e.role == "list":
        return 0.6, WARNING
    if min(e.strength, z.strength) >= Strength.FAIR:
        # In words, a bare number and a measured one are less surely one: five sorts, 四十多年.
        in_words = not e.digits and not z.digits
        one_measured = (e.unit in DIMENSION) != (z.unit in DIMENSION)
        return (0.7, WARNING) if in_words and one_measured else (0.92, ERROR)
    if e.kind == "number" and e.readings[0].value == 2 and not e.digits and z.digits and z.strength == Strength.STRONG:
        return 0.8, ERROR
    alike = e.kind == z.kind and (e.kind in ("ordinal", "percent") or (e.digits and z.digits and e.role != "plain"))
    if alike and (e.role != "label" or e.kind == "label"):
        return 0.85, ERROR
    alone = [sure for f, side in ((e, True), (z, False)) if (sure := _sureness(f, english=side)) is not None]
    return max([*alone, (0.7, WARNING)], key=lambda sure: sure[1].rank)


def _day_month_swapped(e: Fact, z: Fact) -> bool:
    dates = [(x.date, y.date) for x in e.readings for y in z.readings if x.date and y.date]
    return any(a.month and a.month == b.day and a.day == b.month for a, b in dates)


def _one_sided(fact: Fact, chinese: Facts | None) -> Verdict | None:
    """A value that only one side states; ``chinese`` is the other side of an English one, None for a Chinese one."""
    sure = _sureness(fact, english=chinese is not None)
    if sure is None:
        return None
    if chinese is not None and not fact.digits and fact.text.lower() in chinese.text.lower():
        return None  # left in English: untranslated, not missing
    confidence, severity = sure
    if severity is WARNING and chinese is not None and fact.kind == "number" and has_bare_measure(chinese):
        confidence, severity = 0.8, ERROR
    calendar = fact.kind in ("date", "decade", "century", "time")
    code = "DAT002" if calendar else "NUM002" if chinese is not None else "NUM003"
    english, other = (None, fact) if chinese is None else (fact, None)
    return Verdict(code, english, other, confidence, severity)


def _sureness(fact: Fact, *, english: bool) -> tuple[float, Severity] | None:
    """Confidence and severity of a value without counterpart; None keeps silent.

    Set from counts on sentence pairs with known faults and on clean ones: figures and numbers above twelve are lost by
    mistake far oftener than on purpose; small words, ordinals and section numbers are not; and Chinese adds numerals
    freely to sum up. What Chinese adds is a warning at most.
    """
    first = fact.readings[0]
    if fact.strength == Strength.WEAK:
        return (0.5, WARNING) if fact.kind == "label" and english else None
    if fact.role == "list" or fact.kind == "weekday":
        return None
    if fact.role in ("reference", "label"):
        version = fact.role == "label" and fact.digits and "." in fact.text
        return ((0.8, ERROR) if version else (0.7, WARNING)) if english else None
    if fact.kind == "ordinal" and first.value <= 2:
        return None
    if not english:
        big = first.value > 12 or first.value.denominator > 1 or first.date is not None
        return (0.5, WARNING) if fact.strength == Strength.STRONG and fact.digits and big else None
    if fact.digits and fact.strength == Strength.STRONG:
        return (0.85, ERROR)
    if first.kind == "ordinal" and first.value <= 12:
        return None
    if first.value == 2 and not fact.digits:
        return None
    measured = first.kind == "measure" and first.unit in DIMENSION and first.value > 2
    counted = fact.strength == Strength.STRONG and first.kind in _COUNTED
    return (0.8, ERROR) if counted or measured else (0.6, WARNING)
