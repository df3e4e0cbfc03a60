"""A value while it is being read, and what both languages do with it: ranges share a scale or unit, brackets, roles.

Knows no word of either language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aligncheck.lang.digits import exact
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Bound, CalendarDate, Change, Fact, Kind, Number, Reading, Role, Strength

_SHARED = frozenset({"number", "measure", "money", "percent"})
LIST_AFTER = deferred(r"(?:\.[0-9]+)*(?:[.):]|、)(?![0-9])|(?:\.[0-9]+)+\.?(?=\s?[^\W\d])")
_SEPARATORS = frozenset(";,.:；，。：、")
_BULLETS = deferred(r"[\s(\[•*#>\-\"§]*$")


@dataclass(slots=True)
class Draft:
    """A value being read. ``value`` and ``scale`` are the figure as written and its power; the rest is as in Fact."""

    start: int
    end: int
    readings: list[Reading] = field(default_factory=list)
    strength: Strength = Strength.STRONG
    digits: bool = True
    role: Role = "plain"
    approx: bool = False
    bound: Bound = ""
    change: Change = ""
    value: Number | None = None
    scale: int = 1
    tail: tuple[Kind, str] = ("number", "")
    negative: bool = False

    def add(self, kind: Kind, value: Number, unit: str = "", high: Number | None = None) -> None:
        self.readings.append(Reading(kind, value, unit, high))

    def add_date(
        self, year: int | None = None, month: int | None = None, day: int | None = None, *, unit: str = ""
    ) -> None:
        self.readings.append(Reading("date", 0, unit, date=CalendarDate(year, month, day)))

    def fact(self, text: str) -> Fact:
        """The finished value, over the characters of ``text``."""
        span = text[self.start : self.end]
        if self.negative and self.readings:
            # A dash before a figure may be no minus, so the value without it stays a reading.
            first = self.readings[0]
            low, high = (first.value, None) if first.high is None else (first.high, -first.value)
            self.readings.insert(0, first._replace(value=-low, high=high))
        seen = tuple(self.readings if len(self.readings) == 1 else dict.fromkeys(self.readings))
        return Fact(
            self.start,
            self.end,
            span,
            seen,
            self.strength,
            self.digits,
            self.role,
            self.approx,
            self.bound,
            self.change,
        )


def share(drafts: list[Draft], text: str, joint: re.Pattern[str]) -> None:
    """Let the members of a range or list share scale and unit: ``3 to 5 million``, ``10–12 years``, ``$2–3bn``.

    The shared reading comes before the bare one; both stay, because ``from 994 to 885 billion`` may mean either.
    """
    if len(drafts) < 2:
        return
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if left.value is None or right.value is None or right.start - left.end > 8:
            continue
        if joint.fullmatch(text, left.end, right.start) is None:
            continue
        kind, unit = right.tail
        if left.role == "list" or kind not in _SHARED or left.tail[0] not in _SHARED:
            continue
        if left.tail[0] in {"money", "percent"} and kind == "number" and right.readings[0].kind == "number":
            # $5–10 million, 5%–10: the second takes the sign of the first before the first takes its scale.
            _lead(right, left.tail[0], right.readings[0].value, left.tail[1])
            kind, unit = right.tail = left.tail
        if "number" not in (kind, left.tail[0]) and kind != left.tail[0]:
            continue
        # In 8,000 to 1万 the first figure is no 80,000,000: a range hardly begins at ten times its end.
        scale = right.scale if left.scale == 1 and left.value < right.value * 10 else 1
        if scale > 1 or (kind != "number" and left.tail[0] == "number"):
            own = exact(left.value * left.scale)
            _lead(left, kind, exact(own * scale), unit or left.tail[1])
            if scale > 1 and kind in ("money", "measure"):
                left.add(kind, own, unit)
            left.scale, left.tail = max(left.scale, scale), right.tail if kind != "number" else left.tail
            left.strength = max(left.strength, Strength.FAIR)


def _lead(draft: Draft, kind: Kind, value: Number, unit: str) -> None:
    draft.readings.insert(0, Reading(kind, value, unit))


def in_brackets(text: str, start: int) -> bool:
    """Whether a round bracket opened within the last 60 characters is still open at ``start``."""
    return text.rfind("(", max(0, start - 60), start) > text.rfind(")", max(0, start - 60), start)


def enumerates(text: str, start: int, end: int) -> bool:
    """Whether the figure counts an item or a heading: before ``.``, ``)``, ``、`` at the start; ``(2)`` anywhere."""
    if start and text[start - 1] == "(" and text[end : end + 1] == ")" and end - start <= 2:
        return True
    if start > 12 or _BULLETS.match(text, 0, start) is None:
        before = text[:start].rstrip(" ")[-1:] if start < 80 else text[start - 80 : start].rstrip(" ")[-1:]
        return text[end : end + 1] == ")" and end - start <= 2 and before in _SEPARATORS
    return LIST_AFTER.match(text, end) is not None or (
        "." in text[start:end] and text[end : end + 1] == " " and text[end - 2 : end] != "00"
    )
