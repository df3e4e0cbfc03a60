"""Says on what grounds a number or date is at fault, and with that how sure and how severe it is. Finds no fault.

The confidences are set from counts on pairs with known faults and on clean ones, see docs/numbers.md: figures and
numbers above twelve are lost by mistake far oftener than on purpose; small words, ordinals and section numbers are not;
and Chinese adds numerals freely to sum up.
"""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.checks.numbers.couple import cut_short
from aligncheck.checks.numbers.match import named
from aligncheck.facts import Fact, Facts, Strength
from aligncheck.facts.units import DIMENSION
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity


class Grounds(NamedTuple):
    """Why a value is held to be at fault, the probability that a translator would agree, and what follows from it."""

    name: str
    confidence: float
    severity: Severity


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

FIRM = Grounds("two firm values differ", 0.92, _ERROR)
CUT_SHORT = Grounds("an identifier is cut short", 0.85, _ERROR)
ALIKE = Grounds("two values of one kind and notation differ", 0.85, _ERROR)
HEADING = Grounds("two heading numbers differ", 0.75, _ERROR)
ITEM = Grounds("two list numbers differ", 0.6, _WARNING)
LOOSE = Grounds("a firm and a weak value differ", 0.6, _WARNING)
MULTIPLES = Grounds("two multiples differ", 0.6, _WARNING)
BY_FOR_TO = Grounds("changed by for changed to", 0.8, _ERROR)
POINTS = Grounds("percent for percentage points", 0.6, _WARNING)
TURNED = Grounds("least for most", 0.85, _ERROR)
MISORDERED = Grounds("day and month in the other order", 0.8, _ERROR)
OTHER_UNIT = Grounds("one figure, two units", 0.85, _ERROR)
VAGUE_UNIT = Grounds("one figure, perhaps two units", 0.6, _WARNING)
UNITS_CROSS = Grounds("two figures with each other's units", 0.9, _ERROR)
PLACES_CROSS = Grounds("two values with each other's words", 0.85, _ERROR)
PLACES_DOUBT = Grounds("two values perhaps with each other's words", 0.6, _WARNING)
GAP_FILLED = Grounds("a place without its number", 0.9, _ERROR)
GAP_ALONE = Grounds("a place without number on both sides", 0.8, _ERROR)
FIGURE_LOST = Grounds("a figure is missing", 0.8, _ERROR)
COUNT_LOST = Grounds("a large or measured number in words is missing", 0.8, _ERROR)
NAME_KEPT = Grounds("the number of a name or version is missing", 0.8, _ERROR)
BARE_MEASURE = Grounds("a small number is missing before a measure word", 0.8, _ERROR)
ZERO_OR_ONE = Grounds("a figure 0 or 1 is missing", 0.8, _ERROR)
REFERENCE_LOST = Grounds("the number of a section, figure or name is missing", 0.7, _WARNING)
SMALL_LOST = Grounds("a small number is missing", 0.6, _WARNING)
VERSION_LOST = Grounds("an identifier is missing", 0.5, _WARNING)
FIGURE_ADDED = Grounds("a figure is added", 0.4, _WARNING)

_COUNTED = frozenset({"number", "measure", "money", "percent", "date", "century"})
_SILENT = frozenset({"weekday", "term", "relative", "vague"})
"""Kinds that a translation renders in other words as often as not: they conflict, and are never missed."""

_THIS_CENTURY = 21
"""Chinese says 18世纪 where the English leaves the century to the context, but no century to come."""

_NOTHING = deferred("[零〇无無没沒未不免非]")
_ONE = deferred("[一单單首独獨唯每个個]")


def sure_of_couple(e: Fact, z: Fact) -> Grounds:
    """Why two left-over values are one fault: surest where both are firm, or alike in kind and notation."""
    if e.role == "list":
        # A heading's number (2.1) is its name; that of an item depends on where the list begins.
        return HEADING if "." in e.text and "." in z.text and e.digits and z.digits else ITEM
    if "label" in (e.kind, z.kind) and cut_short(e, z):
        return CUT_SHORT
    if min(e.strength, z.strength) >= Strength.FAIR:
        # In words, a bare number and a measured one are less surely one: five sorts, 四十多年.
        in_words = not e.digits and not z.digits
        one_measured = (e.unit in DIMENSION) != (z.unit in DIMENSION)
        return LOOSE if in_words and one_measured else FIRM
    if e.kind == "number" and e.readings[0].value == 2 and not e.digits and z.digits and z.strength == Strength.STRONG:
        return ALIKE
    alike = e.kind == z.kind and (e.kind in ("ordinal", "percent") or (e.digits and z.digits and e.role != "plain"))
    if alike and (e.role != "label" or e.kind == "label"):
        return ALIKE
    alone = [grounds for grounds in (sure_of_english(e), sure_of_chinese(z)) if grounds is not None]
    return max([*alone, LOOSE], key=lambda grounds: grounds.severity.rank)


def sure_of_english(fact: Fact, english: Facts | None = None, chinese: Facts | None = None) -> Grounds | None:
    """Why an English value without counterpart in ``chinese`` is missing; None keeps silent.

    Without the sentences the answer is that of the value alone.
    """
    if fact.strength == Strength.WEAK:
        return VERSION_LOST if fact.kind == "label" else None
    if fact.role == "list" or fact.kind in _SILENT:
        return None
    if fact.role in ("reference", "label"):
        if fact.role == "reference" or not fact.digits:
            return REFERENCE_LOST
        # iPhone 13 Pro became iPhone Pro: the name is kept, so its number was not left out with it.
        name = named(english, fact) if english is not None else ""
        kept = bool(name) and chinese is not None and name in chinese.text
        return NAME_KEPT if "." in fact.text or kept else REFERENCE_LOST
    first = fact.readings[0]
    if fact.digits and fact.strength == Strength.STRONG:
        return FIGURE_LOST
    if (fact.kind == "ordinal" and first.value <= 12) or (first.value == 2 and not fact.digits):
        # First, second … are the order of words as often as a number, and "two" is 两, 双, 俩 or nothing.
        return None
    if fact.digits and first.kind == "number" and first.value in (0, 1) and chinese is not None:
        return SMALL_LOST if (_ONE if first.value else _NOTHING).search(chinese.text) else ZERO_OR_ONE
    measured = first.kind == "measure" and first.unit in DIMENSION and first.value > 2
    counted = fact.strength == Strength.STRONG and first.kind in _COUNTED
    return COUNT_LOST if counted or measured else SMALL_LOST


def sure_of_chinese(fact: Fact) -> Grounds | None:
    """Why a Chinese value without counterpart is an addition, a warning at most; None keeps silent."""
    if fact.strength != Strength.STRONG or not fact.digits or fact.kind in _SILENT:
        return None
    if fact.role in ("list", "reference", "label") or fact.readings[0].value == 1:
        return None
    if fact.kind == "century" and fact.readings[0].value <= _THIS_CENTURY:
        return None
    return FIGURE_ADDED
