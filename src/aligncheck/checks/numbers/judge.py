"""Judges what matching left over: which values are one fault, which fault it is, how sure. Words no message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from aligncheck.checks.numbers import sure
from aligncheck.checks.numbers.compose import TOO_MANY
from aligncheck.checks.numbers.couple import CALENDAR, couples, family, power_of_ten
from aligncheck.checks.numbers.match import Matching, converts_in_brackets, match
from aligncheck.checks.numbers.sure import Grounds, sure_of_chinese, sure_of_couple, sure_of_english
from aligncheck.facts import Fact, Facts, Reading, Strength, has_bare_measure
from aligncheck.facts.compare import dates_agree
from aligncheck.facts.units import DIMENSION, same_unit
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity

_NEAR = 8
"""Values of which two may have changed places stand no farther apart than this many."""

_DATED = frozenset({"date", "decade", "century", "time"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fault: its rule's code, the values at fault in each language, on what grounds, the ratio for powers of ten.

    ``other`` is the second value of each language where two have changed places.
    """

    code: str
    english: Fact | None
    chinese: Fact | None
    grounds: Grounds
    factor: Fraction | None = None
    other: tuple[Fact, Fact] | None = None

    @property
    def confidence(self) -> float:
        return self.grounds.confidence

    @property
    def severity(self) -> Severity:
        return self.grounds.severity


def judge(english: Facts, chinese: Facts) -> tuple[Verdict, ...]:
    """Every number and date fault of a pair, by place."""
    if not english.facts and not chinese.facts:
        return ()
    matching = match(english, chinese)
    verdicts = [v for e, z in matching.same if (v := _turned(e, z) or _growth(e, z)) is not None]
    verdicts += _other_units(matching, chinese)
    verdicts += _left_over(matching, english, chinese)
    verdicts.sort(key=lambda v: ((v.english.start if v.english else 0), (v.chinese.start if v.chinese else 0), v.code))
    return tuple(verdicts)


def _turned(e: Fact, z: Fact) -> Verdict | None:
    """At least for at most; "to 20%" for "by 20%"; percent for percentage points."""
    if Strength.WEAK in (e.strength, z.strength):
        return None
    if e.bound and z.bound and e.bound != z.bound:
        return Verdict("NUM009", e, z, sure.TURNED)
    grows = z.readings[0].unit == "grows"
    equal = e.readings[0].value == z.readings[0].value
    if e.change and z.change and e.change != z.change and equal and not grows:
        return Verdict("NUM005", e, z, sure.BY_FOR_TO)
    if {e.unit, z.unit} == {"pt", ""} and e.kind == z.kind == "percent" and "by" in (e.change, z.change):
        return Verdict("NUM005", e, z, sure.POINTS)
    return None


def _growth(e: Fact, z: Fact) -> Verdict | None:
    """增长了三倍 for "tripled": by the strict reading it is four times as much."""
    first, strict = e.readings[0], z.readings[0]
    if first.kind != "multiplier" or e.digits or e.strength == Strength.WEAK:
        return None
    loose = strict.unit == "grows" and first.value == strict.value - 1
    return Verdict("NUM005", e, z, sure.MULTIPLES) if loose else None


def misordered(english: Facts, chinese: Facts, day_first: Callable[[], bool | None]) -> list[Verdict]:
    """Dates in figures alone (03/04/2019) that the Chinese reads in the other order than the document writes them.

    ``day_first`` says that order, None where the document shows none; it is asked only where there is such a date.
    """
    wrong = []
    for e, z in match(english, chinese).same if any(_either_order(e) for e in english) else ():
        if not _either_order(e) or z.kind != "date" or (first := day_first()) is None:
            continue
        month_first, right = (r.date for r in e.readings[:2])
        meant = right if first else month_first
        if all(r.date is None or not dates_agree(meant, r.date) for r in z.readings if meant is not None):
            right_first = e._replace(readings=(Reading("date", 0, date=meant),))
            wrong.append(Verdict("DAT003", right_first, z, sure.MISORDERED))
    return wrong


def _either_order(fact: Fact) -> bool:
    """Whether a date in figures may be read with day or month first, and the two differ."""
    return len(fact.readings) == 2 and all(r.date is not None and r.date.year is not None for r in fact.readings)


def _other_units(matching: Matching, chinese: Facts) -> list[Verdict]:
    """Equal figures with other units; where two of them cross, the figures have changed places: 5 kg and 10 m."""
    verdicts: list[Verdict] = []
    crossed: set[int] = set()
    for n, (e, z) in enumerate(matching.other_unit):
        for k in range(n + 1, min(len(matching.other_unit), n + _NEAR)):
            f, y = matching.other_unit[k]
            if not crossed & {n, k} and e.unit and f.unit and same_unit(e.unit, y.unit) and same_unit(f.unit, z.unit):
                crossed |= {n, k}
                verdicts.append(Verdict("NUM008", e, z, sure.UNITS_CROSS, other=(f, y)))
    for n, (e, z) in enumerate(matching.other_unit):
        if n not in crossed and (verdict := _other_unit(e, z, chinese)) is not None:
            verdicts.append(verdict)
    return verdicts


def _other_unit(e: Fact, z: Fact, chinese: Facts) -> Verdict | None:
    """Equal figures, other units; silent where a unit is only a word for once or a count."""
    x, y = e.readings[0], z.readings[0]
    if Strength.WEAK in (e.strength, z.strength) or "times" in (x.unit, y.unit):
        return None
    if x.kind == y.kind == "money":
        if y.unit != "YUAN":
            return Verdict("NUM007", e, z, sure.OTHER_UNIT)
        # A bare 元 stands for 美元 where a neighbour says the whole, and for any dollar in Taiwan and Hong Kong.
        said = any(same_unit(f.unit, e.unit) for f in chinese) or fold(chinese.text) != chinese.text
        return None if said else Verdict("NUM007", e, z, sure.VAGUE_UNIT)
    if x.kind == "date" or y.kind == "date":
        return Verdict("DAT001", e, z, sure.OTHER_UNIT)
    if x.kind == y.kind == "time":
        return Verdict("DAT004", e, z, sure.OTHER_UNIT)
    if x.kind == y.kind == "percent":
        return Verdict("NUM005", e, z, sure.OTHER_UNIT)
    if x.unit in DIMENSION and y.unit in DIMENSION:
        return Verdict("NUM006", e, z, sure.OTHER_UNIT)
    return Verdict("NUM006", e, z, sure.VAGUE_UNIT)


def _left_over(matching: Matching, english: Facts, chinese: Facts) -> list[Verdict]:
    if not matching.english and not matching.chinese:
        return []
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
    # "On Tuesday", "last year", "a decade ago" may stand as a date, and a date as one of them.
    told = (
        any(_points(z) and z.strength > Strength.WEAK for z in right),
        any(_points(e) for e in left),
    )
    verdicts += [v for e in left if not (told[0] and _calendar(e)) and (v := _missing(e, english, chinese)) is not None]
    verdicts += [v for z in right if not (told[1] and _calendar(z)) and (v := _added(z, chinese)) is not None]
    return verdicts


def _points(fact: Fact) -> bool:
    """Whether a value says a day or a year without naming its date."""
    return fact.kind in ("relative", "weekday") or (fact.role == "word" and fact.unit == "y")


def _calendar(fact: Fact) -> bool:
    return family(fact) in ("calendar", "year")


def _reopened(matching: Matching) -> tuple[list[Fact], list[Fact]]:
    """What is left over, with figures whose only match is a weak word taken back where a figure or a gap is left over.

    In "within 1 day" the figure finds the 一 of 一旦, and the 9 of 9个工作日 would go unnoticed.
    """
    left, right = list(matching.english), list(matching.chinese)
    gap = any(z.kind == "gap" for z in right)
    for e, z in matching.same:
        if _figure(e) and z.strength == Strength.WEAK and (gap or any(_figure(f) for f in right)):
            left.append(e)
        elif _figure(z) and e.strength == Strength.WEAK and any(_figure(f) for f in left):
            right.append(z)
    return left, right


def _figure(fact: Fact) -> bool:
    return fact.digits and fact.strength > Strength.WEAK and family(fact) == "number"


def _at_gaps(gaps: list[Fact], left: list[Fact], matching: Matching, english: Facts, chinese: Facts) -> list[Verdict]:
    """第章 and the like: the number is missing in plain sight; the English value that is nearest goes with it."""
    verdicts: list[Verdict] = []
    if len(gaps) * (len(left) + len(matching.english_again)) > TOO_MANY:
        return verdicts
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
            verdicts.append(Verdict("NUM002", near[0], gap, sure.GAP_FILLED))
            if near[0] in left:
                left.remove(near[0])
        elif gap.text.startswith("第"):
            verdicts.append(Verdict("NUM002", None, gap, sure.GAP_ALONE))
    return verdicts


def _fills(fact: Fact, gap: Fact) -> bool:
    """Whether the value may be what is missing: brackets want one from brackets, other places a firm or ordinal one."""
    if gap.text in ("(", "（"):
        return fact.role in ("bracket", "reference", "list")
    if gap.text == "%":
        return fact.kind == "percent"
    return (
        fact.strength > Strength.WEAK
        or (fact.kind == "ordinal" and fact.role != "word")
        or fact.role in ("list", "label")
    )


def _differs(e: Fact, z: Fact) -> Verdict:
    """Two values left over that were meant to be one."""
    grounds = sure_of_couple(e, z)
    if e.kind == z.kind == "date":
        code = "DAT003" if _day_month_swapped(e, z) else "DAT001"
        return Verdict(code, e, z, grounds)
    if e.kind in CALENDAR or z.kind in CALENDAR:
        return Verdict("DAT001", e, z, grounds)
    if "time" in (e.kind, z.kind):
        return Verdict("DAT004", e, z, grounds)
    factor = power_of_ten(e, z)
    if factor is not None:
        return Verdict("NUM004", e, z, grounds, factor)
    if e.kind == z.kind == "multiplier":
        return Verdict("NUM005", e, z, sure.MULTIPLES)
    return Verdict("NUM001", e, z, grounds)


def _day_month_swapped(e: Fact, z: Fact) -> bool:
    dates = [(x.date, y.date) for x in e.readings for y in z.readings if x.date and y.date]
    return any(a.month and a.month == b.day and a.day == b.month for a, b in dates)


def _missing(fact: Fact, english: Facts, chinese: Facts) -> Verdict | None:
    """A value that only the English states."""
    grounds = sure_of_english(fact, english, chinese)
    if grounds is None or converts_in_brackets(english, fact):
        return None
    if not fact.digits and fact.text.lower() in chinese.text.lower():
        return None  # a word left in English is untranslated, not missing
    if grounds.severity is Severity.WARNING and fact.kind == "number" and has_bare_measure(chinese):
        grounds = sure.BARE_MEASURE
    return Verdict("DAT002" if fact.kind in _DATED else "NUM002", fact, None, grounds)


def _added(fact: Fact, chinese: Facts) -> Verdict | None:
    """A value that only the Chinese states."""
    grounds = sure_of_chinese(fact)
    if grounds is None or converts_in_brackets(chinese, fact):
        return None
    return Verdict("DAT002" if fact.kind in _DATED else "NUM003", None, fact, grounds)
