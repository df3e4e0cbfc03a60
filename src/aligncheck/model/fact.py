"""Shapes of values found in a sentence: numbers, dates, times, measures, money. Knows no language and finds nothing."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction
from typing import Literal, NamedTuple

Number = int | Fraction
"""An exact value; a Fraction with denominator 1 never occurs in a Reading."""

Kind = Literal[
    "number", "percent", "ordinal", "fraction", "ratio", "multiplier", "vague", "measure", "money",
    "date", "decade", "century", "term", "relative", "weekday", "time", "label", "gap",
]  # fmt: skip
"""What a reading is.

``measure`` has a unit of ``facts.units``, durations and ages too; ``money`` a currency code. ``percent`` keeps the
figure as written (20 for 20%), with the unit ``pt`` for percentage points, ``off`` and ``kept`` for discounts (三折 is
70% off, 30% kept). ``ordinal`` has a unit of time where one follows (ninth week). ``ratio`` is the first part by the
second. ``vague`` is a quantity known by its size alone, from ``value`` to ``high``: hundreds of, 数百.

``date`` has its parts in ``Reading.date``, and the unit ``AD`` where the year is said not to be BC (公元120年).
``decade`` is its first year (1920; 20 where the century is not said); ``century`` its number; ``weekday`` 1 (Monday)
to 7; ``time`` minutes from midnight, with ``UTC+8`` or the like in ``unit`` where the zone is said (``UTC-5|UTC-4``
where summer time is open). ``term`` is a part of a year, month or decade, with ``unit`` ``season`` (1 spring to 4
winter), ``qtr`` (1–4), ``half`` (1, 2) or ``part`` (1 early, 2 middle, 3 late). ``relative`` is a day, week, month or
year counted from the one spoken of, with ``unit`` ``d``, ``wk``, ``mo`` or ``y``: yesterday is -1 d, next year 1 y.

``label`` is an identifier or version, its text in ``unit``. ``gap`` is no value but the place of one that is not there:
第章, a Chinese ordinal without its number.
"""

Bound = Literal["", "min", "max"]
"""Whether a value is said to be the least (at least, over, ≥, 至少, 以上) or the most (at most, under, <, 不到)."""

Change = Literal["", "by", "to"]
"""Whether something grows or shrinks by a value (rose 5%, 提高了5%) or to it (rose to 5%, 提高到5%)."""

Role = Literal["plain", "list", "reference", "label", "bracket", "word"]
"""How a value stands in its sentence, see ``Fact.role``."""


class Strength(IntEnum):
    """How surely an expression states a value that a translation must keep. A weak one may match and never fires."""

    WEAK = 0
    FAIR = 1
    STRONG = 2


class CalendarDate(NamedTuple):
    """A date, or the parts of it that are said; at least one. A year from 0 to 99 is one of any century, a negative
    one is before Christ.

    As text it follows ISO 8601 and XML Schema: ``1924-06-08``, ``1924-06``, ``--06-08``, ``--06``, ``---08``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.year is not None:
            if self.year < 0:
                return f"{-self.year} BC" + (f" {self._replace(year=None)}" if self.month or self.day else "")
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


class Fact(NamedTuple):
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
        bound, change: see Bound and Change; ``""`` where neither is said.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    strength: Strength = Strength.STRONG
    digits: bool = True
    role: Role = "plain"
    approx: bool = False
    bound: Bound = ""
    change: Change = ""

    @property
    def kind(self) -> Kind:
        """Kind of the likeliest reading."""
        return self.readings[0].kind

    @property
    def unit(self) -> str:
        """Unit of the likeliest reading: a unit or currency code, ``""`` where there is none."""
        return self.readings[0].unit
