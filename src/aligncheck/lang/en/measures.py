"""Reads what follows an English number: scale, percent, unit, ordinal suffix, multiplier. Finds no number itself."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import VULGAR, exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.en.dates import CENTURY
from aligncheck.lang.en.eras import before_christ, year_of
from aligncheck.lang.en.units import POUND, SCALE, SCALES, ends_phrase, unit_at
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Kind, Number, Reading, Strength

_PERCENT = deferred(r"\s?%|[\s-]?(?:per[ -]?cent(?:age)?|pct)(?![a-z])(?P<pt>[ -]points?(?![a-z]))?")

_PARTS_PER = (
    (_PERCENT, Fraction(1)),
    (re.compile(r"\s?‰|[ -]per mil(?:le)?(?![a-z])"), Fraction(1, 10)),
    (re.compile(r"[ -]?(?:basis[ -]points?|bps?)(?![a-z])"), Fraction(1, 100)),
    (re.compile(r"[ -]?(?:ppm(?![a-z])|parts per million)"), Fraction(1, 10000)),
)
_DEGREES = frozenset({"C", "F", "deg"})
_OFF_BEFORE = deferred(
    r"\b(?:discounts? of|sav(?:es?|ed|ing))(?: (?:up to|about|around|over|nearly|at least|as much as))? $"
)
_SHARES = frozenset("%p‰b")
_HALF_AFTER = deferred(r" and an? (half|quarter)(?![a-z]| (?:million|dozen|hundred|billion|of)|-)")
_SCALE_AND = deferred(r" and an? (half|quarter)(?![a-z]| (?:million|dozen|hundred|thousand|billion|of)|-)")
_BELOW_ZERO = deferred(r" (?:below zero|below freezing|below 0)(?![a-z0-9])")

_FOLD = deferred(r"[\s-]?(?:fold(?![a-z])|x(?![a-z0-9]|\s[0-9])|×(?!\s?[0-9]))")

_TIMES = deferred(r"[\s-]times?(?![a-z])")

_COMPARE = deferred(
    r"[\s-]times? (?:as|more|the|higher|greater|larger|bigger|faster|longer|less|fewer|better|lower|that|what|its|"
    r"their|his|her|over|likelier)\b"
)
_SUFFIX = deferred(r"(?:st|nd|rd|th)(?![a-z])")

_TIME_UNITS = {"day": "d", "week": "wk", "month": "mo", "year": "y", "hour": "h"}
_COUNTED = deferred(
    r"[ -](?:(?:consecutive|straight|successive|full|whole|calendar) )?(day|week|month|year|hour)(?![a-z]|-[a-z])"
)
_MIXED = deferred(r"[ -]([1-9])/([1-9][0-9]?)(?![0-9/])|\s?([" + "".join(VULGAR) + "])")

_RATIO = deferred(r"\s?:\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)(?![0-9]|[:,][0-9])")

_SUFFIX_FIRST = frozenset("snrt")
_FOLD_FIRST = frozenset("fx×")
_SCALE_FIRST = frozenset(name[0] for name in SCALES)

_AND_A_HALF = deferred(r"[ -]and[ -]a[ -]half(?![a-z]|-[a-z]| (?:dozen|hundred|thousand|million|billion)(?![a-z]))")

_OF_YEAR = deferred(
    r" of (?:the (?:year|fiscal year|calendar year)(?![a-z])|(?:this|last|next) year|(?:1[0-9]|20)[0-9]{2})"
)
_CAPITAL = deferred("[DSHGY](?![A-Za-z])")
_LETTER = deferred("[a-wyz_]|x(?![0-9])")
_NAME_AFTER = deferred(r"[a-wyz0-9_-][a-z0-9_-]*|x(?![0-9])[a-z0-9_-]*")


def tail(draft: Draft, low: str, text: str, decimals: int) -> None:
    """Scale, percent, unit, ordinal or multiplier after the figure; adds the readings."""
    value = draft.value
    assert value is not None
    end = draft.end
    follows = low[end : end + 2]
    mixed = _MIXED.match(low, end) if low[end + 2 : end + 3] == "/" or not follows.isascii() else None
    if mixed is not None and isinstance(value, int) and draft.role == "plain":
        part = VULGAR[mixed.group(3)] if mixed.group(3) else Fraction(int(mixed.group(1)), int(mixed.group(2)))
        if part < 1:
            value = draft.value = exact(value + part)
            draft.end = mixed.end()
    elif follows[1:] == "a" and _AND_A_HALF.match(low, end):
        value = draft.value = exact(value + Fraction(1, 2))
        draft.end += len(" and a half")
    suffix = (
        _SUFFIX.match(low, draft.end)
        if follows[:1] in _SUFFIX_FIRST and isinstance(value, int) and not decimals
        else None
    )
    if suffix is not None:
        draft.end = suffix.end()
        if year_of(draft, low, draft.end, int(value)):
            return
        century = CENTURY.match(low, draft.end)
        if century is not None and value <= 30:
            draft.add("century", value)
            draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
            before_christ(draft, low, text)
        ordinal(draft, low, value)
        return
    if _scale(draft, low, text):
        return
    measured = exact((draft.value or 0) * draft.scale)
    if not _CAPITAL.match(text, draft.end) and measure(draft, low, text, measured):
        return
    kind, unit = draft.tail
    if kind != "money":
        if draft.scale == 1 and draft.role != "label" and _LETTER.match(low, draft.end):
            _name(draft, low, decimals)
            return
        ratio = _RATIO.match(low, draft.end) if ":" in low[draft.end : draft.end + 2] else None
        if ratio is not None and draft.scale == 1:
            _ratio(draft, ratio)
            return
    draft.add(kind, measured, unit)


def ordinal(draft: Draft, low: str, value: Number) -> None:
    """Add the ordinal, with the unit of time that it counts: the ninth week, the 21st day."""
    counted = _COUNTED.match(low, draft.end)
    unit = ""
    if counted is not None and not draft.readings:
        draft.end, unit = counted.end(), _TIME_UNITS[counted.group(1)]
    draft.add("ordinal", value, unit)
    draft.tail = ("ordinal", unit)


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
    if low[draft.end : draft.end + 3].lstrip(" \u2009-")[:1] not in _SCALE_FIRST:
        return False
    scale = SCALE.match(low, draft.end)
    if scale is None or draft.value is None:
        return False
    word = scale.group(1)
    if word == "grand" and not _is_thousand(low, text, scale):
        return False
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
    half = _SCALE_AND.match(low, draft.end) if draft.scale >= 1000 else None
    if half is not None:
        draft.value = exact(draft.value + Fraction(1, 2 if half.group(1) == "half" else 4))
        draft.end = half.end()
    return False


def _is_thousand(low: str, text: str, grand: re.Match[str]) -> bool:
    """Whether grand after a numeral is a thousand: five grand, but not five grand pianos."""
    return text[grand.start(1)] == "g" and ends_phrase(low, grand.end())


def grand(draft: Draft, low: str, text: str) -> None:
    """Take grand after a number in words."""
    found = SCALE.match(low, draft.end)
    if found is not None and found.group(1) == "grand" and draft.value and _is_thousand(low, text, found):
        draft.value = exact(draft.value * 1000)
        draft.end = found.end()


def measure(draft: Draft, low: str, text: str, measured: Number) -> bool:
    """Percent, multiplier or unit after a number; True if there was one."""
    follows = low[draft.end : draft.end + 2].strip(" -\u2009")[:1]
    for pattern, factor in _PARTS_PER if follows in _SHARES else ():
        found = pattern.match(low, draft.end)
        if found is not None:
            draft.end = found.end()
            points = factor == Fraction(1, 100) or (pattern is _PERCENT and found["pt"])
            unit = "pt" if points else "off" if pattern is _PERCENT and _off(draft, low) else ""
            draft.tail = ("percent", unit)
            draft.add("percent", exact(measured * factor), unit)
            if factor == Fraction(1, 100) and "bp" in found.group():
                draft.add("measure", measured, "bps")
            elif factor == Fraction(1, 10000):
                draft.add("fraction", exact(Fraction(measured) / 10**6))
            if measured == 100:
                draft.strength = Strength.WEAK
            return True
    fold = _FOLD.match(low, draft.end) if follows in _FOLD_FIRST else None
    if fold is not None and draft.role == "plain":
        draft.end = fold.end()
        draft.add("multiplier", measured)
        draft.tail = ("multiplier", "")
        return True
    times = _TIMES.match(low, draft.end) if follows == "t" else None
    if times is not None:
        compares = _COMPARE.match(low, draft.end)
        draft.end = times.end()
        draft.tail = ("multiplier", "") if compares else ("measure", "times")
        draft.add("multiplier", measured) if compares else draft.add("measure", measured, "times")
        draft.add("measure" if compares else "multiplier", measured, "times" if compares else "")
        return True
    return _unit(draft, low, text, measured)


def _off(draft: Draft, low: str) -> bool:
    """Whether the percentage is taken off a price: 30% off, a discount of 20%, save 20%."""
    after = low[draft.end : draft.end + 9]
    if after.startswith((" off", "-off")):
        return not after[4:5].isalpha()
    if after[1:] == "discount":
        return True
    before = low[max(0, draft.start - 24) : draft.start]
    return ("discount" in before or "sav" in before) and _OFF_BEFORE.search(before) is not None


def _unit(draft: Draft, low: str, text: str, measured: Number) -> bool:
    """Take the unit or currency after the figure; True if there was one."""
    found = unit_at(low, text, draft.end, measured)
    if found is None or (draft.role == "label" and found[0] - draft.end < 3):
        return False
    end, code, money = found
    draft.end = end
    if draft.tail[0] == "money":
        draft.add("money", measured, draft.tail[1])
        return True
    if code == POUND:
        draft.add("measure", measured, "lb")
        draft.add("money", measured, "GBP")
        draft.tail = ("money", "GBP")
        return True
    kind: Kind = "money" if money else "measure"
    half = _HALF_AFTER.match(low, end) if low.startswith(" and a", end) else None
    if half is not None:
        measured = exact(measured + Fraction(1, 2 if half.group(1) == "half" else 4))
        draft.end = half.end()
    below = _BELOW_ZERO.match(low, end) if code in _DEGREES else None
    if below is not None:
        draft.negative, draft.end = True, below.end()
    draft.tail = (kind, code)
    draft.add(kind, measured, code)
    if code == "mo" and measured in (3, 6):
        _part_of_year(draft, low, int(measured))
    if code == "K" and isinstance(measured, int):
        draft.add("number", measured * 1000)
    return True


def _part_of_year(draft: Draft, low: str, months: int) -> None:
    """The first six months are the first half, the last three months of the year its last quarter."""
    unit = "half" if months == 6 else "qtr"
    before = low[max(0, draft.start - 6) : draft.start]
    if before == "first ":
        draft.add("term", 1, unit)
    elif before.endswith(("last ", "final ")) and _OF_YEAR.match(low, draft.end):
        draft.add("term", 12 // months, unit)


def _ratio(draft: Draft, ratio: re.Match[str]) -> None:
    second = Fraction(ratio.group(1).replace(",", ""))
    assert draft.value is not None
    if second:
        draft.add("ratio", exact(draft.value / second))
        draft.strength = Strength.FAIR
    else:
        draft.add("number", draft.value)
        return
    draft.end = ratio.end()


def and_a_half(draft: Draft, low: str) -> None:
    half = _AND_A_HALF.match(low, draft.end) if low[draft.end + 1 : draft.end + 2] == "a" else None
    if half is not None and draft.value is not None:
        draft.value = exact(draft.value + Fraction(1, 2))
        draft.end = half.end()
