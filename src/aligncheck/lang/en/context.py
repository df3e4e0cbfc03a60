"""Says what English words round a value make of it: about, at least, at most, a change by it or to it. Finds none."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Bound, Change, Strength

_ABOUT = frozenset(
    "about around roughly approximately approx approx. nearly almost some circa c. ca. estimated another close".split()
)
_FILLERS = _ABOUT | frozenset("a an the as many much only just nearly well average further".split())
_FLIP: dict[Bound, Bound] = {"min": "max", "max": "min", "": ""}
_SIMPLE: dict[str, Bound] = {
    "above": "min", "exceeding": "min", "exceed": "min", "exceeds": "min", "exceeded": "min", "surpassing": "min",
    "surpassed": "min", "minimum": "min", "over": "min", "under": "max", "below": "max", "maximum": "max",
    "within": "max",
}  # fmt: skip
_EXCEEDS = frozenset({"exceed", "exceeding", "exceeds", "exceeded", "surpassing", "surpassed"})
_LARGER = "more greater higher larger longer older bigger taller heavier faster later wider deeper".split()
_THAN: dict[str, Bound] = dict.fromkeys(_LARGER, "min")
_THAN |= dict.fromkeys("less fewer lower smaller shorter younger lighter slower sooner earlier".split(), "max")
_OF: dict[str, Bound] = {"minimum": "min", "upwards": "min", "excess": "min", "maximum": "max"}
_SIGNS: dict[str, Bound] = {">": "min", "≥": "min", "<": "max", "≤": "max", ">=": "min", "<=": "max"}
_NEGATORS = frozenset({"no", "not", "never", "cannot", "without", "nor"})
_BETWEEN = frozenset(
    "be been being fall falls go goes drop drops get gets rise rises ever any much set a far sink dip".split()
)
"""What may stand between not and a comparison that it turns round: must not be lower than."""
_COMPARED = frozenset({"times", "percent", "twice", "points", "cent"})
_LASTING = frozenset(
    "for after aged well just little of is was are were takes took take lasts lasted lasting spanning spent".split()
)
_DURATIONS = frozenset({"s", "min", "h", "d", "wk", "mo", "y", "dec", "ctry", "qtr"})
_CHOICE = deferred(
    r"(?: old)?(?:[ -](?!or\b|and\b)[a-z]+){0,3} (?:or (?:(?P<more>more|above|over|older|greater|higher|longer|larger|"
    r"later|newer|upwards?|better)|(?P<less>less|fewer|below|under|younger|lower|shorter|smaller|earlier))"
    r"|and (?:(?P<up>above|over|older|up|upwards?|later|newer)|(?P<down>under|below|younger|lower|earlier)))"
    r"(?![a-z])(?! (?:than|the|a|an|[0-9]))"
)
_LIMIT = deferred(
    r"[ -](?:(?P<least>minimum|at least)|(?P<most>maximum|max|at most|at the most|tops))(?![a-z]| ?[0-9])"
)
_WORDS_BEFORE = 48
"""Characters before a value that are looked at."""

_MOVED = """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb
    climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soared soaring gain gains gained
    gaining expand expands expanded fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing slip slips slipped slump slumped plunge plunged plunging tumble
    tumbled shrink shrank shrunk shrinking dip dipped sank contracted advance advanced rebounded skyrocketed plummeted
    up down""".split()
_SET = """reduce reduces reduced reducing cut cuts cutting raise raises raised raising lower lowers lowered lowering
    boost boosts boosted boosting slash slashed slashing trim trimmed lift lifted hike hiked shorten shortened
    shortening extend extends extended extending lengthen lengthened widen widened widening narrow narrowed improve
    improved improves doubled tripled halved quadrupled brought adjusted accelerated slowed eased went going""".split()
_NOUNS = """increase rise growth drop decline decrease reduction cut gain fall jump surge hike expansion improvement
    slump plunge contraction reductions gains cuts increases""".split()
_BARE = frozenset(_MOVED)
_MOVES = frozenset({*_MOVED, *_SET, *_NOUNS})
_CHANGES = frozenset(_NOUNS)
_CUES = _MOVES | {"by", "to", "of"}
_MORE = frozenset("higher lower more less fewer faster slower larger smaller bigger cheaper".split())
_AFTER = deferred(r"[ -]([a-z]+)(?![a-z])(?! (?:rates?|targets?|figures?)(?![a-z]))")
_LEVELS = (["below"], ["above"], ["under"])
_CHANGED_KINDS = frozenset({"percent", "number", "money", "measure", "multiplier", "fraction"})


def qualify(draft: Draft, low: str) -> None:
    """Set ``approx``, ``bound`` and ``change`` of a value from the words next to it."""
    words = low[max(0, draft.start - _WORDS_BEFORE) : draft.start].split()
    kind = draft.readings[0].kind
    at = len(words) - 1
    if at >= 0:
        words[at] = words[at].lstrip("(\"'[").rstrip("-")
        sign = words[at][-2:] if words[at][-2:] in _SIGNS else words[at][-1:]
        if sign in _SIGNS and words[at][-2:] not in {"->", "=>"}:
            draft.bound, draft.approx = _SIGNS[sign], True
        elif sign in ("~", "≈", "±"):
            draft.approx = True
        while at >= 0 and words[at] in _FILLERS:
            draft.approx = draft.approx or words[at] in _ABOUT
            if words[at] == "as" and at and words[at - 1] in ("many", "much"):
                draft.approx = True
            at -= 1
        if at >= 0 and not draft.bound:
            at = _bound(draft, low, words, at)
    if not draft.bound:
        _bound_after(draft, low)
    if kind in _CHANGED_KINDS and draft.role != "list":
        while at >= 0 and words[at] in _FILLERS:
            at -= 1
        draft.change = _change(draft, low, words, at)
        if draft.change == "by" and kind == "fraction":
            draft.strength = max(draft.strength, Strength.FAIR)


def _bound(draft: Draft, low: str, words: list[str], at: int) -> int:
    """Read a limit that ends at ``words[at]``; the index of the word before it, or ``at`` where there is none."""
    word, first = words[at], at
    bound: Bound = ""
    before = words[at - 1] if at else ""
    if word == "than" and before in _THAN:
        bound, first = _THAN[before], at - 1
        if first and (words[first - 1][-1] in "%0123456789" or words[first - 1] in _COMPARED):
            return at
    elif word in ("least", "most") and before in ("at", "the"):
        draft.bound, draft.approx = "min" if word == "least" else "max", True
        return at - 2
    elif word == "of" and before in _OF:
        bound, first = _OF[before], at - 1
    elif word == "to" and before in ("up", "close"):
        draft.bound, draft.approx = "max" if before == "up" else "", True
        return at - 2
    elif word in _SIMPLE:
        bound = _SIMPLE[word]
        if not _is_limit(draft, low, word, before):
            draft.approx = word != "within"
            return at - 1
    if not bound:
        return at
    draft.bound, draft.approx = _negated(bound, words, first), True
    return first - 1


def _is_limit(draft: Draft, low: str, word: str, before: str) -> bool:
    """Whether over and within limit the value: over 20 years may be during them, within 5% is near."""
    reading = draft.readings[0]
    lasts = reading.kind == "measure" and reading.unit in _DURATIONS
    aged = low.startswith((" old", "-old", " of age"), draft.end)
    if word == "within":
        return reading.kind == "measure"
    return word != "over" or not lasts or before in _LASTING or aged


def _negated(bound: Bound, words: list[str], first: int) -> Bound:
    """The limit where ``words[first]`` begins it, turned round after not; nothing where a not is farther away."""
    ahead = words[max(0, first - 3) : first]
    while ahead and (ahead[-1] in _BETWEEN or (ahead[-1].endswith("ed") and ahead[-2:-1] == ["be"])):
        ahead.pop()
    near = [w in _NEGATORS or w.endswith("n't") for w in ahead]
    if near and near[-1]:
        return _FLIP[bound]
    if any(near):
        return _FLIP[bound] if words[first] in _EXCEEDS else ""
    return bound


def _bound_after(draft: Draft, low: str) -> None:
    """A limit behind the value: 50+, 5 or more, 60 years and over, 5 at most."""
    end = draft.end
    follows = low[end : end + 1]
    if follows == "+" and not low[end + 1 : end + 2].isdigit():
        draft.bound, draft.approx = "min", True
        return
    if follows not in (" ", "-"):
        return
    if low.find(" or ", end, end + 36) >= 0 or low.find(" and ", end, end + 36) >= 0:
        found = _CHOICE.match(low, end)
        if found is not None:
            draft.bound = "min" if found["more"] or found["up"] else "max"
            if found["more"] == "older" or found["up"] == "older":
                # People of 18 and older, but version 3.9 and older.
                draft.bound = "max" if "." in low[draft.start : end] or draft.role == "label" else "min"
            return
    if low.startswith(("at ", "m", "tops"), end + 1):
        found = _LIMIT.match(low, end)
        if found is not None:
            draft.bound = "min" if found["least"] else "max"


def _change(draft: Draft, low: str, words: list[str], at: int) -> Change:
    """Whether something changes by the value or to it, from the words up to ``words[at]`` and the one behind."""
    word = words[at] if at >= 0 else ""
    reading = draft.readings[0]
    if word in _CUES:
        if word == "of" and at and words[at - 1] in _CHANGES:
            return "by"
        if word in ("by", "to"):
            return word if _moved(reading.kind, words, at) else ""  # type: ignore[return-value]
        if word in _BARE and reading.kind != "multiplier" and words[at + 1 : at + 2] not in _LEVELS:
            shown = reading.kind in ("percent", "fraction") or (
                reading.kind in ("money", "measure") and reading.unit not in _DURATIONS
            )
            return "by" if shown or low.startswith(" points", draft.end) else ""
    points = low.startswith("-point ", draft.end)
    if (points or reading.kind in ("percent", "money", "measure")) and low[draft.end : draft.end + 1] in (" ", "-"):
        after = _AFTER.match(low, draft.end + 6 if points else draft.end)
        if after is not None and (
            after.group(1) in _CHANGES or (reading.kind == "percent" and after.group(1) in _MORE)
        ):
            return "by"
    return ""


def _moved(kind: str, words: list[str], at: int) -> bool:
    """Whether a verb or noun of change stands before by or to, in its clause: raised the fee to 5."""
    before = words[at - 1] if at else " "
    # Rose 3% to 5% is a range; rose 3% to $5 is none.
    ranges = before[-1] in "0123456789" or (before[-1] == "%" and kind == "percent")
    if words[at] == "to" and ranges and "from" not in words[max(0, at - 4) : at]:
        return False
    for word in reversed(words[max(0, at - 6) : at]):
        if word[-1] in ",;:)":
            return False
        if word in _MOVES:
            return True
    return False
