"""Reads what follows an English number: scale, percent, unit, ordinal suffix, multiplier. Finds no number itself."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import VULGAR, exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.en.dates import CENTURY
from aligncheck.lang.en.units import SCALE, SCALES, UNIT, UNITS
from aligncheck.model.fact import Kind, Number, Reading, Strength

_PERCENT = re.compile(r"\s?%|[\s-]?(?:per[ -]?cent(?:age)?|pct)(?: points?)?(?![a-z])")

_PERMILLE = re.compile(r"\s?‰")

_FOLD = re.compile(r"[\s-]?(?:fold(?![a-z])|x(?![a-z0-9])|×(?!\s?[0-9]))")

_TIMES = re.compile(r"[\s-]times?(?![a-z])")

_COMPARE = re.compile(
    r"[\s-]times? (?:as|more|the|higher|greater|larger|bigger|faster|longer|less|fewer|better|lower|that|what|its|"
    r"their|his|her|over|likelier)\b"
)
_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")

_MIXED = re.compile(r"[ -]([1-9])/([1-9][0-9]?)(?![0-9/])|\s?([½¼¾⅓⅔⅛])")

_RATIO = re.compile(r"\s?:\s?([0-9]+(?:\.[0-9]+)?)(?![0-9]|:[0-9])")

_AND_A_HALF = re.compile(r"(?:[ -]and[ -]a[ -]half)(?![a-z])")

_CAPITAL = re.compile("[DSHGY](?![A-Za-z])")
_LETTER = re.compile("[a-wyz_]|x(?![0-9])")
_NAME_AFTER = re.compile(r"[a-wyz0-9_-][a-z0-9_-]*|x(?![0-9])[a-z0-9_-]*")


def tail(draft: Draft, low: str, text: str, decimals: int) -> None:
    """Scale, percent, unit, ordinal or multiplier after the figure; adds the readings."""
    value = draft.value
    assert value is not None
    mixed = _MIXED.match(low, draft.end)
    if mixed is not None and isinstance(value, int) and draft.role == "plain":
        part = VULGAR[mixed.group(3)] if mixed.group(3) else Fraction(int(mixed.group(1)), int(mixed.group(2)))
        if part < 1:
            value = draft.value = exact(value + part)
            draft.end = mixed.end()
    elif _AND_A_HALF.match(low, draft.end):
        value = draft.value = exact(value + Fraction(1, 2))
        draft.end += len(" and a half")
    suffix = _SUFFIX.match(low, draft.end) if isinstance(value, int) and not decimals else None
    if suffix is not None:
        draft.end = suffix.end()
        century = CENTURY.match(low, draft.end)
        if century is not None and value <= 30:
            draft.add("century", value)
            draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
        draft.add("ordinal", value)
        draft.tail = ("ordinal", "")
        return
    if _scale(draft, low, text) or value is None:
        return
    measured = exact(value * draft.scale)
    if not _CAPITAL.match(text, draft.end) and measure(draft, low, measured):
        return
    kind, unit = draft.tail
    if kind != "money":
        if draft.scale == 1 and draft.role != "label" and _LETTER.match(low, draft.end):
            _name(draft, low, decimals)
            return
        ratio = _RATIO.match(low, draft.end)
        if ratio is not None and draft.scale == 1:
            _ratio(draft, ratio)
            return
    draft.add(kind, measured, unit)


def _name(draft: Draft, low: str, decimals: int) -> None:
    """Letters that are no unit follow at once: 802.11n, 3D. The figure is part of a name."""
    assert draft.value is not None
    name = _NAME_AFTER.match(low, draft.end)
    like_unit = decimals or (name and len(name.group()) > 1 and name.group().isalpha())
    draft.role, draft.strength = "label", Strength.FAIR if like_unit else Strength.WEAK
    draft.add("number", draft.value)
    draft.end = name.end() if name else draft.end


def _scale(draft: Draft, low: str, text: str) -> bool:
    """Take the scale after a figure; True if a glued letter settled the readings: 5m may be metres or millions."""
    scale = SCALE.match(low, draft.end)
    if scale is None or draft.value is None:
        return False
    word = scale.group(1)
    if len(word) == 1 and draft.tail[0] != "money":
        glued = scale.start(1) == draft.end
        if not glued or (word == "b" and text[draft.end] != "B"):
            return False
        large, plain = exact(draft.value * SCALES[word]), ("measure", "m") if word == "m" else ("number", "")
        readings = [Reading("number", large), Reading(plain[0], draft.value, plain[1])]  # type: ignore[arg-type]
        draft.readings += readings if text[draft.end].isupper() or word == "k" else reversed(readings)
        draft.end, draft.strength = scale.end(), min(draft.strength, Strength.FAIR)
        return True
    draft.scale = SCALES[word]
    draft.end = scale.end()
    again = SCALE.match(low, draft.end)
    if again is not None and len(again.group(1)) > 3:
        draft.scale *= SCALES[again.group(1)]
        draft.end = again.end()
    return False


def measure(draft: Draft, low: str, measured: Number) -> bool:
    """Percent, multiplier or unit after a number; True if there was one."""
    for pattern, factor in ((_PERCENT, 1), (_PERMILLE, Fraction(1, 10))):
        found = pattern.match(low, draft.end)
        if found is not None:
            draft.end = found.end()
            draft.tail = ("percent", "")
            draft.add("percent", exact(measured * factor))
            if measured == 100:
                draft.strength = Strength.WEAK
            return True
    fold = _FOLD.match(low, draft.end)
    if fold is not None and draft.role == "plain":
        draft.end = fold.end()
        draft.add("multiplier", measured)
        draft.tail = ("multiplier", "")
        return True
    times = _TIMES.match(low, draft.end)
    if times is not None:
        compares = _COMPARE.match(low, draft.end)
        draft.end = times.end()
        draft.tail = ("multiplier", "") if compares else ("measure", "times")
        draft.add("multiplier", measured) if compares else draft.add("measure", measured, "times")
        draft.add("measure" if compares else "multiplier", measured, "times" if compares else "")
        return True
    unit = UNIT.match(low, draft.end)
    if unit is None or (draft.role == "label" and len(unit.group(1)) < 3):
        return False
    code = UNITS[unit.group(1)]
    if len(unit.group(1)) == 1 and unit.start(1) > draft.end and unit.group(1) in "aby":
        return False
    draft.end = unit.end()
    kind: Kind = "money" if code.isupper() and len(code) == 3 else "measure"
    if draft.tail[0] == "money":
        draft.add("money", measured, draft.tail[1])
        return True
    if "|" in code:
        first, second = code.split("|")
        draft.add("measure", measured, first)
        draft.add("money", measured, second)
        draft.tail = ("money", second)
        return True
    draft.tail = (kind, code)
    draft.add(kind, measured, code)
    return True


def _ratio(draft: Draft, ratio: re.Match[str]) -> None:
    second = Fraction(ratio.group(1))
    assert draft.value is not None
    if second:
        draft.add("ratio", exact(draft.value / second))
        draft.strength = Strength.FAIR
    else:
        draft.add("number", draft.value)
        return
    draft.end = ratio.end()


def and_a_half(draft: Draft, low: str) -> None:
    half = _AND_A_HALF.match(low, draft.end)
    if half is not None and draft.value is not None:
        draft.value = exact(draft.value + Fraction(1, 2))
        draft.end = half.end()
