"""Finds values that one side states whole and the other in parts: 1.88 m and 6 ft 2 in, 2/3 and 2 of 3."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.facts import Fact, Number, Reading
from aligncheck.facts.units import DIMENSION, to_base

TOO_MANY = 20_000
"""More combinations than this are not tried; a sentence with hundreds of left-over values is no sentence."""

_MOST_PARTS = 3
_CENTS = frozenset({"CNT", "PNY"})


def composed(left: list[Fact], others: list[Fact]) -> None:
    """Take out of both lists the facts of ``left`` that two or three neighbours in ``others`` make up, and those."""
    if len(others) < 2 or len(left) * len(others) > TOO_MANY:
        return
    for fact in list(left):
        parts = _parts_of(fact, others)
        if parts:
            left.remove(fact)
            for part in parts:
                others.remove(part)


def _parts_of(fact: Fact, others: list[Fact]) -> list[Fact]:
    for size in range(_MOST_PARTS, 1, -1):
        for at in range(len(others) - size + 1):
            parts = others[at : at + size]
            if any(_composes(reading, parts) for reading in fact.readings):
                return parts
    high = fact.readings[0].high
    if high is not None:
        ends = [f for f in others if any(r.value in (fact.readings[0].value, high) for r in f.readings)]
        return ends[:2] if len(ends) >= 2 else []
    return []


def _composes(whole: Reading, parts: list[Fact]) -> bool:
    if whole.kind in ("fraction", "ratio", "percent"):
        target = Fraction(whole.value) / (100 if whole.kind == "percent" else 1)
        return len(parts) == 2 and any(_divides(target, x, y) for x in parts[0].readings for y in parts[1].readings)
    firsts = [part.readings[0] for part in parts]
    if whole.kind == "money":
        return (
            len(parts) == 2
            and firsts[1].unit in _CENTS
            and firsts[0].value + Fraction(firsts[1].value) / 100 == whole.value
        )
    if len(parts) == 2 and _score_and_rest(whole.kind, whole.value, *firsts):
        return True
    return whole.kind == "measure" and _adds_up(whole, firsts)


def _score_and_rest(kind: str, value: Number, x: Reading, y: Reading) -> bool:
    """Threescore years and ten; nine tribes and the half tribe."""
    if kind not in ("number", "measure") or x.kind not in ("number", "measure") or x.value + y.value != value:
        return False
    return y.kind == "fraction" or (y.kind == "number" and x.value > y.value and x.value % 10 == 0)


def _adds_up(whole: Reading, parts: list[Reading]) -> bool:
    """Whether parts in ever smaller units of one dimension add up to the whole: 2 h 3 min 17 s, 6 ft 2 in."""
    if any(DIMENSION.get(part.unit) != DIMENSION.get(whole.unit, "") for part in parts):
        return False
    total = to_base(whole.value, whole.unit)
    sizes = [to_base(part.value, part.unit) for part in parts]
    if total is None or None in sizes:
        return False
    return abs(sum(size for size in sizes if size is not None) - total) <= abs(total) / 40


def _divides(target: Fraction, x: Reading, y: Reading) -> bool:
    if x.date is not None or y.date is not None or not x.value or not y.value:
        return False
    return target in (Fraction(x.value) / y.value, Fraction(y.value) / x.value)
