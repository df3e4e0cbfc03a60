"""Works out which values of a pair differ, and how surely. Declares no rule; numbers.py and dates.py do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aligncheck.checks._rule import PairContext
from aligncheck.checks.numbers_match import match
from aligncheck.facts import Fact, Reading, Strength
from aligncheck.facts.units import same_unit

CALENDAR = frozenset({"date", "decade", "century", "time", "weekday"})
"""Kinds that the date rules speak of; the number rules speak of the others."""
SMALL = 13
"""Numbers in words below this are often dropped or added for style (a pair, one of them)."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of one side, or of both, without its equal on the other; ``confidence`` from 0 to 1.

    ``factor`` is Chinese by English value where both are plain figures, else None.
    """

    english: Fact | None
    chinese: Fact | None
    confidence: float
    factor: Fraction | None = None

    @property
    def calendar(self) -> bool:
        """Whether a date, a period or a time differs."""
        return any(f is not None and f.kind in CALENDAR for f in (self.english, self.chinese))


def differences(pair: PairContext) -> list[Difference]:
    """What differs in a pair, each fault once: first values left over on both sides, then on one."""
    return pair.once("differing values", _differences)


def _differences(pair: PairContext) -> list[Difference]:
    facts = dict(zip((pair.source.lang, pair.target.lang), pair.facts, strict=True))
    if not len(facts["en"]) and not len(facts["zh"]):
        return []
    matching = match(facts["en"], facts["zh"])
    english, chinese = _speaking(matching.english), _speaking(matching.chinese)
    found = [Difference(e, z, _unit_confidence(e, z), Fraction(1)) for e, z in matching.other_unit if _firm(e, z)]
    for e, z, score in _partners(english, chinese, pair):
        found.append(Difference(e, z, score, _factor(e, z)))
    answered = {id(f) for d in found for f in (d.english, d.chinese)}
    found += [Difference(e, None, _alone(e)) for e in english if id(e) not in answered]
    found += [Difference(None, z, _alone(z)) for z in chinese if id(z) not in answered]
    return [d for d in found if d.confidence > 0]


def _speaking(facts: Iterable[Fact]) -> list[Fact]:
    """Values a translation must keep: neither weak nor a list number, a reference or a label."""
    return [f for f in facts if f.strength > Strength.WEAK and f.role in ("plain", "bracket") and f.kind != "label"]


def _firm(e: Fact, z: Fact) -> bool:
    return e.strength > Strength.WEAK and z.strength > Strength.WEAK and e.role == z.role == "plain"


def _partners(english: Sequence[Fact], chinese: Sequence[Fact], pair: PairContext) -> list[tuple[Fact, Fact, float]]:
    """Left-over values that stand for the same thing, the likeliest first; each takes part once."""
    scored = [(_alike(e, z, pair), e.start, z.start, e, z) for e in english for z in chinese]
    scored.sort(key=lambda s: (-s[0], s[1], s[2]))
    taken: set[int] = set()
    found = []
    for score, _, _, e, z in scored:
        if score > 0 and id(e) not in taken and id(z) not in taken:
            taken |= {id(e), id(z)}
            found.append((e, z, score))
    return found


def _alike(e: Fact, z: Fact, pair: PairContext) -> float:
    """How surely two unequal values were meant to be the same, from 0 to 1."""
    x, y = e.readings[0], z.readings[0]
    apart = abs(e.start / max(1, len(pair.english.text)) - z.start / max(1, len(pair.chinese.text)))
    if (x.kind in CALENDAR) != (y.kind in CALENDAR):
        return 0.0
    score = _kind_score(x, y)
    if score == 0:
        return 0.0
    if Strength.STRONG not in (e.strength, z.strength):
        score -= 0.25
    if not e.digits or not z.digits:
        score -= 0.04
    if _power_of_ten(_factor(e, z)):
        score += 0.03
    return max(0.0, score - 0.1 * apart)


def _kind_score(x: Reading, y: Reading) -> float:
    if x.kind != y.kind:
        related = {"number", "measure", "money", "ordinal"}
        return 0.75 if x.kind in related and y.kind in related and not (x.unit and y.unit) else 0.5
    if x.kind in ("measure", "money") and not same_unit(x.unit, y.unit):
        return 0.6
    return 0.97


def _factor(e: Fact, z: Fact) -> Fraction | None:
    x, y = e.readings[0], z.readings[0]
    if x.kind in CALENDAR or y.kind in CALENDAR or not x.value:
        return None
    return Fraction(y.value) / Fraction(x.value)


def _power_of_ten(factor: Fraction | None) -> bool:
    if factor is None or factor <= 0 or factor == 1:
        return False
    big = factor if factor > 1 else 1 / factor
    while big > 1:
        big /= 10
    return big == 1


def _unit_confidence(e: Fact, z: Fact) -> float:
    """Equal figures in different units: sure only where both units are said in full."""
    return 0.92 if e.unit and z.unit and Strength.WEAK not in (e.strength, z.strength) else 0.5


def _alone(fact: Fact) -> float:
    """How surely a value left over on one side alone is a fault; 0 for small numbers in words, which come and go."""
    small = fact.readings[0].date is None and abs(fact.readings[0].value) < SMALL
    if not fact.digits and (small or fact.strength < Strength.STRONG):
        return 0.0
    if fact.strength < Strength.STRONG or fact.role == "bracket":
        return 0.4
    return 0.75 if fact.digits else 0.55
