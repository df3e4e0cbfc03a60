"""English words that state a number without being one: half, twice, both, tripled, decade. Weak unless they measure."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.draft import Draft
from aligncheck.lang.en.parts import BY_PART, part_of_unit
from aligncheck.lang.en.unit_names import UNIT_NAMES
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Kind, Number, Strength

_GROWTH: dict[str, int] = {
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twofold": 2, "triple": 3, "triples": 3, "tripled": 3,
    "tripling": 3, "treble": 3, "trebled": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4,
    "quintupled": 5, "quintuple": 5, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
    "tenfold": 10, "hundredfold": 100, "thousandfold": 1000, "sevenfolds": 7, "thrice": 3, "twice": 2,
}  # fmt: skip
_WORDS: tuple[tuple[str, tuple[Kind, Number, str]], ...] = (
    ("both couple pair twin twins dual twain duo bilateral binary", ("number", 2, "")),
    ("trio trilogy triangle triangles trivalent trilateral threesome", ("number", 3, "")),
    ("triplets", ("number", 3, "")),
    ("once", ("measure", 1, "times")),
    ("unity", ("number", 1, "")),
    ("nil", ("number", 0, "")),
    ("decade", ("measure", 10, "y")),
    ("century", ("measure", 100, "y")),
    ("fortnight", ("measure", 14, "d")),
    ("midnight", ("time", 0, "")),
    ("noon midday", ("time", 720, "")),
    ("daily", ("measure", 1, "d")),
    ("weekly", ("measure", 1, "wk")),
    ("monthly", ("measure", 1, "mo")),
    ("annual yearly", ("measure", 1, "y")),
    ("secondly", ("ordinal", 2, "")),
    ("firstly", ("ordinal", 1, "")),
    ("thirdly", ("ordinal", 3, "")),
    ("fourthly", ("ordinal", 4, "")),
    ("quartet quadrivalent foursome foursquare", ("number", 4, "")),
    ("quarterly", ("measure", 1, "qtr")),
    ("biennial", ("measure", 2, "y")),
    ("biannual", ("measure", 2, "times")),
    ("hexadecimal", ("number", 16, "")),
    ("octal octagon", ("number", 8, "")),
    ("hexagon", ("number", 6, "")),
    ("pentagon", ("number", 5, "")),
    ("tenths tithe tithes", ("fraction", Fraction(1, 10), "")),
)
_VALUES: dict[str, tuple[Kind, Number, str]] = {word: reading for words, reading in _WORDS for word in words.split()}
_HALVES = frozenset({"half", "halves", "halved", "halving", "halve", "midway"})
_HALVING = frozenset({"halve", "halved", "halving"})
LEXICAL: frozenset[str] = frozenset({*_GROWTH, *_VALUES, *_HALVES, "quarter", "quarters", "clock"})
"""Words ``lexical`` reads."""

_SAYINGS = (
    r"two and two(?: together)?|nineteen to the dozen|(?:seven|7) days a week|(?:twenty-four|24) hours (?:a|per) day",
    r"sixes and sevens|cloud nine|one in a million|to the nines|whole nine yards|second to none|square one",
    r"six feet under|all fours|ten to one|thousand times no|fifty-fifty|50-50|catch-22|seventh heaven",
    r"third degree|two[- ]way|two-faced|nine times out of ten|ten out of ten|in two minds|four-letter",
    r"five o'clock shadow|fourth estate|third[- ]part(?:y|ies)|third person|third world",
    r"four corners|forty winks|high[- ]fives?",
    r"nine lives|sixth sense|(?:fifth|third) (?:column|wheel|rate)|third[- ]rate|tenth[- ]rate|eleventh hour|"
    r"fourth wall|nine[- ]to[- ]five|nine[- ]days?['s]* wonder|saves nine|two a penny|ten a penny|two left feet|"
    r"two-bit|eight ball|take five|third time lucky|third time's the charm|two peas|20/20|twenty-twenty|"
    r"two birds with one stone|million[- ]dollar question|five[- ]a[- ]side|two heads are better|six[- ]packs?|"
    r"six of one|two cents|three cheers|seven seas|one-to-one|two-thirds? majority|first-rate",
)
IDIOM = deferred(rf"\b(?:{'|'.join(_SAYINGS)})(?![a-z])")
"""Sayings whose numbers are not counted."""

SAID: frozenset[str] = frozenset(re.findall("[a-z]+|[0-9]+", " ".join(_SAYINGS)))
"""Words of the sayings, and parts of words: where a value begins with none of them, no saying need be looked for."""

_OF_SCALE = deferred(
    r"(?:-| (?:a |of an? |an ))"
    r"(hundred|thousand|million|billion|trillion|dozen|century|decade|year|hour|day|mile|month)(?![a-z])"
)
_HALF_UNITS: dict[str, tuple[Kind, Number, str]] = {
    "century": ("measure", 50, "y"), "decade": ("measure", 5, "y"), "year": ("measure", 6, "mo"),
    "hour": ("measure", 30, "min"),
    "day": ("measure", 12, "h"), "mile": ("measure", Fraction(1, 2), "mi"), "month": ("measure", 15, "d"),
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_ONE_AND = deferred(r"\b(?:an?|one) (hour|day|week|month|year|mile|minute|inch|acre|ton|tonne|litre) and a $")
_POINT_OF = deferred(r"[ -](?:(?:of )?(?:an?|one|1) )?(?:per|point)")
_ROUND_THE = deferred(r"(?<![a-z])a?round[ -]the[ -]$")
_ATTRIBUTE = deferred(r"\b(?:a|the|of|with|each|some|your|these|those|[0-9]+) $")
_SLICED = deferred(
    r"(?: the)?(?: [a-z]+)? (?:lengthwise|lengthways|crosswise|and (?:pitted|cored|stoned|sliced|peeled))"
)
_QUARTER_OF = deferred(r" of (?:the |all |its |their |an? )?")


def lexical(low: str, start: int, word: str) -> list[Draft]:
    """The value of one of ``LEXICAL`` at ``start`` of lower-cased text; empty where clock is only a clock."""
    if word == "clock":
        return _all_day(low, start)
    draft = Draft(
        start, start + len(word), strength=Strength.WEAK, digits=False, role="plain" if word in _GROWTH else "word"
    )
    if word in _GROWTH:
        readings: list[tuple[Kind, str]] = [("multiplier", ""), ("measure", "times")]
        for kind, unit in reversed(readings) if word in ("twice", "thrice") else readings:
            draft.add(kind, _GROWTH[word], unit)
        strong = word not in ("twice", "thrice", "double", "triple", "doubles", "treble")
        draft.strength = Strength.FAIR if strong else Strength.WEAK
    elif word in _VALUES:
        kind, value, unit = _VALUES[word]
        draft.add(kind, value, unit)
    else:
        _part(draft, low, word)
    return [draft]


def _all_day(low: str, start: int) -> list[Draft]:
    """Round the clock, whose last word is at ``start``, is 24 hours."""
    before = _ROUND_THE.search(low, max(0, start - 12), start)
    if before is None:
        return []
    draft = Draft(before.start(), start + 5, strength=Strength.WEAK, digits=False, role="word")
    draft.add("measure", 24, "h")
    return [draft]


def _part(draft: Draft, low: str, word: str) -> None:
    part = Fraction(1, 4) if word.startswith("quarter") else Fraction(1, 2)
    if word == "quarter" and part_of_unit(draft, low, part):
        draft.add("fraction", part)
        return
    if word == "half" and _POINT_OF.match(low, draft.end) and part_of_unit(draft, low, part):
        draft.add("fraction", part)
        return
    scale = _OF_SCALE.match(low, draft.end)
    if scale is not None and scale.group(1) in _SCALES:
        value = part * _SCALES[scale.group(1)]
        draft.end = scale.end()
        draft.strength, draft.role = Strength.FAIR, "plain"
        draft.add("number", value.numerator if value.denominator == 1 else value)
        return
    if scale is not None and word == "half":
        draft.end = scale.end()
        draft.add(*_HALF_UNITS[scale.group(1)])
        if scale.group(1) == "year":
            draft.add("fraction", Fraction(1, 2))
        return
    ahead = _ONE_AND.search(low, max(0, draft.start - 24), draft.start)
    if ahead is not None:
        draft.start, draft.role, draft.strength = ahead.start(), "plain", Strength.FAIR
        draft.add("measure", 1 + part, UNIT_NAMES[ahead.group(1)])
        return
    draft.add("fraction", part)
    if word in _HALVING:
        draft.add("multiplier", part)
        fruit = _ATTRIBUTE.search(low, max(0, draft.start - 7), draft.start) or _SLICED.match(low, draft.end)
        if not fruit:
            draft.role, draft.strength = "plain", Strength.FAIR
    elif word in ("half", "quarter") and BY_PART.search(low, max(0, draft.start - 24), draft.start):
        draft.role = "plain"
    if word.startswith("quarter"):
        draft.add("measure", 1, "qtr")
        draft.add("measure", 15, "min")
        draft.add("number", 4)
        if _QUARTER_OF.match(low, draft.end):
            draft.strength = Strength.FAIR
