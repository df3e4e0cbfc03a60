"""Reads English heights and lengths in feet and inches as one measure: 6 ft 2 in, 5'10", five foot nine."""

from __future__ import annotations

from aligncheck.lang.digits import exact, figure
from aligncheck.lang.draft import Draft
from aligncheck.lang.en.numbers import SMALL
from aligncheck.lang.patterns import any_of, deferred

_SMALL = {word: value for word, value in SMALL.items() if 1 <= value <= 11}
_SIGNS = deferred(r"'\s?(?P<i>1[01]|[0-9])(?:\"|'')")
_NAMED = deferred(
    rf"[ -]?(?:foot|feet|ft\.?)(?:,? and|,)?[ -]?(?P<i>(?:1[01]|[0-9])(?:\.[0-9])?|(?:{any_of(_SMALL)})(?![a-z]))"
    r"(?P<in>[ -]?(?:inch(?:es)?|ins?\.?(?! (?!tall|high|long|wide|deep|thick|and)[a-z]))(?![a-z0-9-]))?"
)
_AS_TALL = deferred(r"[.,;)]|$| (?:tall|high|in height|and|but|with)(?![a-z])")


def height(draft: Draft, low: str) -> bool:
    """Take the inches after ``draft``, a number of feet; True if it is one measure now, in inches."""
    follows = low[draft.end : draft.end + 2].lstrip(" -")[:1]
    if follows not in ("'", "f") or draft.value is None or not 1 <= draft.value <= 99:
        return False
    found = (_SIGNS if follows == "'" else _NAMED).match(low, draft.end)
    if found is None:
        return False
    if (
        follows == "f"
        and not found["in"]
        and not (3 <= draft.value <= 8 and _AS_TALL.match(low, found.end()) and "ee" not in found.group()[:6])
    ):
        # Five foot nine is a height; ten feet 2 men apart is none.
        return False
    read = figure(low, found.start("i"))
    inches = read.value if read is not None else _SMALL[found["i"]]
    draft.end = found.end()
    draft.value = exact(draft.value * 12 + inches)
    draft.tail = ("measure", "in")
    draft.add("measure", draft.value, "in")
    return True
