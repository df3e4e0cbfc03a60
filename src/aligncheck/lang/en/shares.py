"""Reads English shares (one in ten, two out of three) and lets the ends of a range share: $5-10 million."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.en.numbers import SMALL, spelled
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Reading, Strength

_SMALL = {word: value for word, value in SMALL.items() if 1 <= value <= 10}
_FIRST = deferred(
    rf"(?P<n>[1-9](?![0-9.])|(?:{any_of(_SMALL)})(?![a-z-]))"
    rf"(?: (?:or|to) (?P<o>[1-9](?![0-9.])|(?:{any_of(_SMALL)})(?![a-z-]))(?= out of))?"
    r"(?: (?:person|people|man|men|woman|women|child|children|adults?|parts?))?"
    r" (?P<way>in(?: every)?|out of(?: every)?|of every) (?:an? )?"
    r"(?P<m>[1-9][0-9]{0,2}(?:,?000)*(?![0-9:/%]|[.,][0-9]|-[0-9])|[a-z])"
)
_NO_SHARE = deferred(
    r"[ -]?(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|decades?|centuries|places?|steps?|"
    r"parts?|million|billion|thousand|m|km|cm|mm|ft|feet|miles?|inch|inches|st|nd|rd|th|games|matches|starts|"
    r"meetings|attempts|[a-z]+ ago|of|%)(?![a-z])"
)
_SCALES = (10**12, 10**9, 10**6, 1000, 100)
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 90, 100, 200, 250, 500, 1000})
RANGE = deferred(r"\s?(?:-|~|to|and|or|/|,|through|±|\+/-|by|[x×](?=\s?[0-9]))\s?(?:[$€£¥]|us\$)?|\s?%?-\s?")
"""What may stand between two ends that share a scale, unit or currency."""


def share_of(low: str, start: int) -> list[Draft]:
    """``one in ten``, ``3 out of 5`` at ``start``; empty where there is none, as in one in two years."""
    found = _FIRST.match(low, start)
    if found is None:
        return []
    few = _SMALL.get(found["n"]) or int(found["n"])
    if found["m"].isalpha():
        read = spelled(low, found.start("m"))
        if read is None or read.form != "cardinal" or not isinstance(read.value, int):
            return []
        many, end = read.value, read.end
    else:
        many, end = int(found["m"].replace(",", "")), found.end()
    foreign = _NO_SHARE.match(low, end)
    if not few < many or (foreign is not None and not (found["way"] != "in" and foreign.group() == " of")):
        return []
    if found["way"] == "in" and many not in _ROUND and many % 1000:
        return []
    draft = Draft(start, end, strength=Strength.FAIR, digits=low[start].isdigit())
    more = (_SMALL.get(found["o"]) or int(found["o"])) if found["o"] else 0
    if few < more < many:
        draft.add("fraction", exact(Fraction(few, many)), "", exact(Fraction(more, many)))
        draft.add("fraction", exact(Fraction(more, many)))
    draft.add("fraction", exact(Fraction(few, many)))
    draft.add("ratio", exact(Fraction(few, many)))
    draft.tail = ("fraction", "")
    return [draft]


def share_ends(drafts: list[Draft], low: str) -> None:
    """Give the far end of a range the currency of the near one, and a number in words its scale to share."""
    for left, right in pairwise(drafts):
        if left.value is None or right.value is None or right.start - left.end > 8:
            continue
        if RANGE.fullmatch(low, left.end, right.start) is None:
            continue
        if left.role == "reference" and low[left.end : right.start] == "-":
            _lengthen(left, right, low)
        joint = low[left.end : right.start].strip()
        bare = right.tail[0] == "number" and right.readings[0].kind == "number"
        if left.tail[0] == "money" and bare and joint != "by":
            right.readings.insert(0, Reading("money", right.readings[0].value, left.tail[1]))
            right.tail = left.tail
        if not left.digits and not right.digits and right.scale == 1:
            _unscale(left, right)


def _lengthen(left: Draft, right: Draft, low: str) -> None:
    """The last page of a range written short: pp. 114-16 ends at 116."""
    missing = len(low[left.start : left.end]) - len(low[right.start : right.end])
    if missing <= 0 or not (isinstance(left.value, int) and isinstance(right.value, int)):
        return
    step = 10 ** len(low[right.start : right.end])
    if left.value % step < right.value:
        right.readings.insert(0, Reading("number", left.value // step * step + right.value))
        right.role, right.strength, right.negative = "reference", left.strength, False


def _unscale(left: Draft, right: Draft) -> None:
    """``two to three million``: the scale of a number in words, where the number before is smaller than its figure."""
    if not (isinstance(left.value, int) and isinstance(right.value, int)) or left.value >= 1000:
        return
    scale = next((s for s in _SCALES if right.value % s == 0), 1)
    if scale > 1 and left.value < right.value // scale < 1000:
        right.scale, right.value = scale, right.value // scale
