"""Finds where two rows of items differ, and reads lost words back from their hashes. Judges nothing."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from aligncheck.drift.senses import closed, english_word, light_weights
from aligncheck.drift.tokens import cut, digest
from aligncheck.drift.traces import Item
from aligncheck.lang.en import edits as en
from aligncheck.lang.en import forms
from aligncheck.lang.en.lexis import OPENERS
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Lang

_BRIDGE = 2
"""Words of grammar between two replaced stretches that are told with them as one."""
_GUESSED = 3
"""Words of a stretch up to which misspellings of each are tried."""


class Hunk(NamedTuple):
    """Old items ``[a, b)`` in whose place new items ``[c, d)`` stand; one of the stretches may be empty."""

    a: int
    b: int
    c: int
    d: int


def hunks(old: Sequence[Item], new: Sequence[Item], text: str, old_text: str | None, lang: Lang) -> list[Hunk]:
    """Where the rows differ, from left to right; ``text`` and ``old_text`` are the sentences they stand in."""
    here, there = [i.key for i in old], [i.key for i in new]
    found = []
    # Words of grammar alone tie nothing, but within what differs they may be told apart.
    for a, b, c, d in _unlike(here, there, light_weights(lang, 0.0)):
        found += [Hunk(a + e, a + f, c + g, c + h) for e, f, g, h in _unlike(here[a:b], there[c:d], ())]
    if lang == "zh":
        return _merged([_whole_words(h, old, new) for h in found])
    return [_slid(h, old, new, text, old_text, found[n - 1] if n else Hunk(0, 0, 0, 0)) for n, h in enumerate(found)]


def _unlike(old: Sequence[str], new: Sequence[str], slight: Container[str]) -> list[Hunk]:
    """Where two rows of keys differ; ``slight`` ones tie nothing by themselves."""
    matcher = SequenceMatcher(slight.__contains__, old, new, autojunk=False)
    return [Hunk(a, b, c, d) for op, a, b, c, d in matcher.get_opcodes() if op != "equal"]


def _slid(hunk: Hunk, old: Sequence[Item], new: Sequence[Item], text: str, old_text: str | None, last: Hunk) -> Hunk:
    """The hunk at the place where it is a phrase, of the places it may have.

    *the* added before *the Django Forum or* in front of *Django* may as well be *Django Forum or the*.
    """
    come = hunk.a == hunk.b
    row, written = (new, text) if come else (old, old_text)
    first, end, limit = (hunk.c, hunk.d, last.d) if come else (hunk.a, hunk.b, last.b)
    if (not come and hunk.c < hunk.d) or written is None:
        return hunk
    other, at = (old, hunk.a) if come else (new, hunk.c)
    best, penalty = (_break(row, first, end, written), 0), 0
    for by in range(1, min(first - limit, end - first + 40) + 1):
        if row[first - by].key != row[end - by].key or at - by < 0:
            break
        # What was tied to the item in front is now tied to the one at the end.
        penalty += other[at - by].text != row[end - by].text
        penalty -= other[at - by].text != row[first - by].text
        best = max(best, (_break(row, first - by, end - by, written) - 2 * penalty, by), key=lambda b: (b[0], -b[1]))
    by = best[1]
    return Hunk(hunk.a - by, hunk.b - by, hunk.c - by, hunk.d - by)


def _break(row: Sequence[Item], first: int, end: int, text: str) -> int:
    """How well items ``first … end - 1`` stand apart from the rest as a phrase."""
    before = text[row[first - 1].end : row[first].start] if first else ". "
    after = text[row[end - 1].end : row[end].start] if end < len(row) else ". "
    score = sum(2 for gap in (before, after) if any(c in ".,;:()!?—–" for c in gap))
    score -= sum(3 for gap in (before, after) if gap and not any(c.isspace() for c in gap))
    return score + (row[first].low in OPENERS)


def _merged(found: list[Hunk]) -> list[Hunk]:
    """Hunks that grew into each other as one."""
    made: list[Hunk] = []
    for hunk in found:
        last = made[-1] if made else None
        if last is not None and (hunk.a <= last.b or hunk.c <= last.d):
            made[-1] = Hunk(last.a, max(last.b, hunk.b), last.c, max(last.d, hunk.d))
        else:
            made.append(hunk)
    return made


def is_slight(between: Sequence[Item], lang: Lang) -> bool:
    """Whether next to nothing stands between two changes, so that they are told as one."""
    if lang == "zh":
        return not between
    return len(between) <= _BRIDGE and all(i.low is not None and english_word(i.low)[0] == "light" for i in between)


def _whole_words(hunk: Hunk, old: Sequence[Item], new: Sequence[Item]) -> Hunk:
    """A Chinese hunk, grown to the edges of dictionary words where the same characters stand on both sides."""
    lexicon = Lexicon.load()
    before = after = 0
    for items, start, end in ((new, hunk.c, hunk.d), (old, hunk.a, hunk.b)):
        low, high = max(0, start - 4), min(len(items), end + 4)
        text = "".join(i.low if i.low and len(i.low) == 1 else "\x00" for i in items[low:high])
        for first, last in lexicon.chinese_words(text):
            if low + first < start < low + last:
                before = max(before, start - low - first)
            if low + first < end < low + last:
                after = max(after, low + last - end)
    before = min(before, hunk.a, hunk.c)
    after = min(after, len(old) - hunk.b, len(new) - hunk.d)
    return Hunk(hunk.a - before, hunk.b + after, hunk.c - before, hunk.d + after)


def read_back(old: Sequence[Item], vocabulary: Mapping[str, str], lang: Lang) -> list[Item]:
    """The old items with the words that are known: those of the page as it is now, and those of grammar."""
    if all(item.low is not None for item in old):
        return list(old)
    known = closed(lang)
    made = []
    for item in old:
        word = vocabulary.get(item.key) or known.get(item.key) if item.low is None else None
        made.append(item if word is None else item._replace(low=word, text=word))
    return made


def guessed(old: Sequence[Item], new: Sequence[Item], lang: Lang) -> list[Item]:
    """The old items of a hunk, with unknown words that are misspellings or other forms of the new ones."""
    wanted = {item.key for item in old if item.low is None}
    if not wanted or lang == "zh":
        return list(old)
    found: dict[str, str] = {}
    for candidate in _candidates(old, new):
        key = digest(candidate)
        if key in wanted:
            found.setdefault(key, candidate)
            if len(found) == len(wanted):
                break
    return [i._replace(low=found[i.key], text=found[i.key]) if i.key in found and i.low is None else i for i in old]


def _candidates(old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    for item in new:
        if item.kind == "code":
            yield from (token.key for token in cut((item.low or "").strip("`")))
    words = [w for i in new if i.low is not None and i.kind != "code" for w in i.low.split() if w.isalpha()]
    for word in words:
        yield from forms.forms(word)
        yield from (form for other in forms.synonyms(word) for form in forms.forms(other))
    for first, second in pairwise(words):
        yield first + second
        if second in en.ENDINGS:
            yield first + en.ENDINGS[second]
    if len(new) <= _GUESSED:
        for word in words:
            yield from (part for at in range(1, len(word)) for part in (word[:at], word[at:]))
    if len(old) == len(new) <= _GUESSED:
        for item, other in zip(old, new, strict=True):
            if item.low is None and other.low is not None and other.low in words:
                yield from forms.variants(other.low)
