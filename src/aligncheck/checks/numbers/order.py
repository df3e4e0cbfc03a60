"""Finds two values of one sentence that have changed places: what each counts is what the other should count.

Values alone cannot tell, because both are there. The words beside them can: "12 men and 30 women" against
30名男子和12名女子, "from 20 to 30" against 从30升至20. Values that stand in the other order are suspect; where the
words near each have their renderings nearer to the other value, they have changed places.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from aligncheck.checks.numbers.couple import family
from aligncheck.checks.numbers.judge import Verdict
from aligncheck.checks.numbers.match import match
from aligncheck.checks.numbers.sure import PLACES_CROSS, PLACES_DOUBT
from aligncheck.facts import Fact, Facts, Strength
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold

if TYPE_CHECKING:
    from aligncheck.lexicon import Lexicon

_REACH = 28
"""Characters beside a value that may hold the words that go with it."""

_FAR_ENGLISH, _FAR_CHINESE = 60, 24
"""Characters beyond which a word is no company of a value."""

_BEYOND = 0.35
"""What a word counts for each other value that stands between, and for a barrier."""

_COMMON = 4
"""A word whose renderings stand in more places than this tells nothing."""

_LIKELY, _SURE = 0.1, 0.25
"""Leads of the crossed places. In 15,000 clean pairs values of one sort stand side by side in another order five times,
and never lead; of 500 swaps made in the same pairs 230 lead by the one figure and 200 by the other."""

_Place = tuple[int, int, list[tuple[int, int]]]

_MOST = 8
"""More values than this in a sentence are a table, whose order is another rule's business."""

_SIDE_BY_SIDE = deferred(r"[,;:()]|\b(?:and|or|to|but|while|with|plus|versus|vs)\b")
_DETERMINERS = "the|its|their|his|her|our|your|all|every|more|than|over|about|nearly|some|those|these|a"
_PART_OF = deferred(rf"\s*(?:[a-z-]+ )?(?:out )?(?:of|per|in every)(?: (?:{_DETERMINERS})){{0,4}}\s?[$€£]?")
_BARRIER = deferred(r"[,;，；、]|\b(?:and|or|but|while)\b|[和与及或]")
"""What parts the company of one value from that of the next."""

_COMPARED = deferred(r"\b(?:compared|relative|in contrast)\b")
"""What stands between values of equal rank, and what does not: of 3 of the 4, and of 3.2 compared to 3.1, Chinese says
the second first."""

_WORD = deferred(r"[A-Za-z][A-Za-z'-]*")
_FROM = deferred(r"\bfrom (?:\w+ ){0,2}[$€£¥]?$", re.IGNORECASE)
_TO = deferred(r"\b(?:to|till|until) (?:\w+ ){0,2}[$€£¥]?$", re.IGNORECASE)
_ZH_FROM = deferred(r"[从由自從][^，。；]{0,6}$")
_ZH_TO = deferred(r"[到至为成為][了约近約]{0,2}$")


def swapped(english: Facts, chinese: Facts, lexicon: Lexicon) -> list[Verdict]:
    """The pairs of values that have changed places; ``lexicon`` says which words render which."""
    pairs = [
        (e, z)
        for e, z in match(english, chinese).same
        if Strength.WEAK not in (e.strength, z.strength)
        and "list" not in (e.role, z.role)
        and "reference" not in (e.role, z.role)
    ]
    if not 2 <= len(pairs) <= _MOST:
        return []
    found: list[Verdict] = []
    places: list[_Place] = []
    from_to = "from " in english.text.lower()
    taken: set[int] = set()
    for (i, (e, z)), (k, (f, y)) in itertools.combinations(enumerate(pairs), 2):
        if taken & {i, k} or not _alike(e, f) or not _alike(z, y):
            continue
        lead = 1.0
        if not from_to or not _ends_cross(english, chinese, (e, z), (f, y)):
            first, second = (e, f) if e.start < f.start else (f, e)
            if (e is first) == (z.start < y.start) or not _of_equal_rank(english.text, first, second):
                continue
            places = places or _places(english, chinese, lexicon)
            lead = _lead(english, chinese, (e, z), (f, y), places)
        if lead > _LIKELY:
            taken |= {i, k}
            found.append(Verdict("NUM008", e, z, PLACES_CROSS if lead > _SURE else PLACES_DOUBT, other=(f, y)))
    return found


def _alike(a: Fact, b: Fact) -> bool:
    """Whether two values of one sentence could be taken for one another; the second may leave out the unit."""
    if a.readings[0].value == b.readings[0].value and a.readings[0].date == b.readings[0].date:
        return False
    if a.role == b.role == "label":
        return False
    first, second = (a, b) if a.start < b.start else (b, a)
    if a.kind == b.kind and a.unit == b.unit:
        return True
    return family(a) == family(b) and second.kind == "number" and bool(first.unit)


def _of_equal_rank(text: str, first: Fact, second: Fact) -> bool:
    if _PART_OF.fullmatch(text, first.end, second.start) or _COMPARED.search(text, first.end, second.start):
        return False
    return _SIDE_BY_SIDE.search(text, first.end, second.start) is not None


def _before(sentence: Facts, fact: Fact) -> str:
    """The text between the value and what ends before it: another value or the reach."""
    edge = max((f.end for f in sentence if f.end <= fact.start), default=0)
    return sentence.text[max(edge, fact.start - _REACH) : fact.start]


def _ends_cross(english: Facts, chinese: Facts, one: tuple[Fact, Fact], two: tuple[Fact, Fact]) -> bool:
    """从30升至20 for "from 20 to 30"."""
    for first, second in ((one, two), (two, one)):
        if "," in english.text[min(first[0].end, second[0].end) : max(first[0].start, second[0].start)]:
            continue
        if not (_FROM.search(_before(english, first[0])) and _TO.search(_before(english, second[0]))):
            continue
        z_first, z_second = _before(chinese, first[1]), _before(chinese, second[1])
        if _ZH_TO.search(z_first) and _ZH_FROM.search(z_second) and not _ZH_FROM.search(z_first):
            return True
    return False


def _lead(
    english: Facts, chinese: Facts, one: tuple[Fact, Fact], two: tuple[Fact, Fact], places: list[_Place]
) -> float:
    """How much better each value's company fits the place where the other stands than its own; negative if worse."""
    own = sum(_company(english, chinese, e, z, places) for e, z in (one, two))
    other = _company(english, chinese, one[0], two[1], places) + _company(english, chinese, two[0], one[1], places)
    return other - own


def _company(english: Facts, chinese: Facts, e: Fact, z: Fact, places: list[_Place]) -> float:
    """How many words near ``e`` have their renderings near ``z``; the further away, the less each counts."""
    total = 0.0
    for start, end, renderings in places:
        near = _nearness(english, e, start, end, _FAR_ENGLISH)
        if near:
            total += near * max(_nearness(chinese, z, s, t, _FAR_CHINESE) for s, t in renderings)
    return total


def _nearness(sentence: Facts, fact: Fact, start: int, end: int, far: int) -> float:
    """From 1 beside the value down to 0; less for a word beyond another value or beyond "and"."""
    apart = start - fact.end if start >= fact.end else fact.start - end if end <= fact.start else 0
    if apart > far:
        return 0.0
    left, right = min(fact.end, end), max(fact.start, start)
    between = sum(1 for f in sentence if f is not fact and left <= f.start and f.end <= right)
    between += _BARRIER.search(sentence.text, left, right) is not None
    return _BEYOND**between / (1 + 5 * apart / far)


def _places(english: Facts, chinese: Facts, lexicon: Lexicon) -> list[_Place]:
    """The content words beside the English values that have a rendering in the Chinese, and where those stand."""
    folded = fold(chinese.text).lower()
    places = []
    for found in _WORD.finditer(english.text):
        word = found.group().lower()
        if word in STOP or len(word) < 2 or any(f.start <= found.start() < f.end for f in english):
            continue
        likely = {option for option, weight in lexicon.translations(word).items() if weight >= 0.5 and option in folded}
        if word in folded:
            likely.add(word)
        places.append((*found.span(), [m.span() for option in likely for m in re.finditer(re.escape(option), folded)]))
    # 麦 inside 黑麦 is rye, not wheat.
    spans = {span for _, _, renderings in places for span in renderings}
    whole = {(s, t) for s, t in spans if not any(a <= s and t <= b and (a, b) != (s, t) for a, b in spans)}
    kept = [(start, end, [span for span in renderings if span in whole]) for start, end, renderings in places]
    return [place for place in kept if 0 < len(place[2]) <= _COMMON]
