"""Shapes of values found in a sentence: numbers, dates, times, measures, money. Knows no language and finds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Literal, NamedTuple

Number = int | Fraction
"""An exact value; a Fraction with denominator 1 never occurs in a Reading."""

Kind = Literal[
    "number", "percent", "ordinal", "fraction", "ratio", "multiplier", "measure", "money",
    "date", "decade", "century", "weekday", "time", "label", "gap",
]  # fmt: skip
"""What a reading is. ``measure`` has a unit of ``facts.units``, durations and ages too; ``money`` a currency code.

``date`` has its parts in ``Reading.date``; ``decade`` is its first year (1920; 20 where the century is not said);
``century`` its number; ``weekday`` 1 (Monday) to 7; ``time`` minutes from midnight; ``ratio`` first part by second.
``percent`` keeps the figure as written (20 for 20%). ``label`` is an identifier or version, its text in ``unit``.
``gap`` is no value but the place of one that is not there: 第章, a Chinese ordinal without its number.
"""


Role = Literal["plain", "list", "reference", "label", "bracket", "word"]
"""How a value stands in its sentence, see ``Fact.role``."""


class Strength(IntEnum):
    """How surely an expression states a value that a translation must keep. A weak one may match and never fires."""

    WEAK = 0
    FAIR = 1
    STRONG = 2


class CalendarDate(NamedTuple):
    """A date, or the parts of it that are said; at least one. A year below 100 is one of any century.

    As text it follows ISO 8601 and XML Schema: ``1924-06-08``, ``1924-06``, ``--06-08``, ``--06``, ``---08``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.year is not None:
            parts = [f"{self.year:04d}" if self.year >= 100 else f"{self.year:02d}"]
            parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
            return "-".join(parts)
        if self.month is None:
            return f"---{self.day:02d}"
        return f"--{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")


class Reading(NamedTuple):
    """One thing an expression may mean. With ``high`` it is any value from ``value`` to ``high``, both included."""

    kind: Kind
    value: Number
    unit: str = ""
    high: Number | None = None
    date: CalendarDate | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the characters ``[start, end)`` that state it.

    Attributes:
        start, end: in characters of the sentence; ``text`` are those characters.
        readings: what it may mean, the likeliest first; never empty.
        strength: how surely it is a value (see Strength).
        digits: written in Arabic figures, in whole or in part.
        role: how it stands in the sentence: ``list`` a list or heading number, ``reference`` a section, figure or
            citation number, ``label`` part of a name or identifier, ``bracket`` inside round brackets, ``word`` a word
            that only implies its number (both, decade, 双).
        approx: said to be about, over, under or nearly the value.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    strength: Strength = Strength.STRONG
    digits: bool = True
    role: Role = "plain"
    approx: bool = False

    @property
    def kind(self) -> Kind:
        """Kind of the likeliest reading."""
        return self.readings[0].kind

    @property
    def unit(self) -> str:
        """Unit of the likeliest reading: a unit or currency code, ``""`` where there is none."""
        return self.readings[0].unit
