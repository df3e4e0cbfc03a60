"""Names what changed between the old and the new wording of a sentence, what matters first. Knows single sentences."""

from __future__ import annotations

from collections.abc import Sequence

from aligncheck.drift.hunks import Hunk, guessed, hunks, is_slight, read_back
from aligncheck.drift.material import Judged, judged
from aligncheck.drift.senses import SPECIAL, Sense, SenseClass, senses
from aligncheck.drift.spelling import Page
from aligncheck.drift.traces import Item
from aligncheck.facts import Facts
from aligncheck.lang.patterns import deferred
from aligncheck.model.drift import Wording, WordingKind
from aligncheck.model.text import Lang

_DATED = frozenset({"date", "time", "decade", "century", "weekday", "term", "relative"})

_MEASURE = 3
"""Words that a value is told with."""
_UNKNOWN = "…"
"""Stands for words that are not known."""
_TELLING = SPECIAL | {"number", "code"}
_YEAR = deferred(r"1[5-9][0-9]{2}|20[0-9]{2}")


def changes(
    old: Sequence[Item], new: Sequence[Item], text: str, old_text: str | None, lang: Lang, page: Page
) -> tuple[Wording, ...]:
    """The changes from one row of items to another.

    Args:
        text: the new sentences, whose characters the new items count.
        old_text: the old ones, where known.
        page: the words of the document as it is now.
    """
    before = read_back(old, page.words, lang)
    found = hunks(before, new, text, old_text, lang)
    parts = [(h, guessed(before[h.a : h.b], new[h.c : h.d], lang), list(new[h.c : h.d])) for h in found]
    told = _told(judged(parts, new, lang, page), before, new, lang)
    swapped = _swapped(told, before, new)
    made = [Wording("number", a.text or "", b.text or "", True, b.start, b.end) for a, b in swapped]
    told = [change for change in told if not (swapped and _is_bare_value(change))]
    made += [w for change in told for w in _named(change, before, new, text, old_text, lang)]
    return tuple(sorted(made, key=lambda w: (not w.material, w.start, w.end)))


def _told(found: Sequence[Judged], before: Sequence[Item], new: Sequence[Item], lang: Lang) -> list[Judged]:
    """The changes, with replaced words that only a word of grammar keeps apart as one."""
    made: list[Judged] = []
    for change in found:
        last = made[-1] if made else None
        if last is None or not (
            _rewords(last) and _rewords(change) and is_slight(new[last.hunk.d : change.hunk.c], lang)
        ):
            made.append(change)
            continue
        hunk = Hunk(last.hunk.a, change.hunk.b, last.hunk.c, change.hunk.d)
        bridge = list(before[last.hunk.b : change.hunk.a])
        old = [*last.old, *bridge, *change.old]
        shift_old, shift_new = len(last.old) + len(bridge), change.hunk.c - hunk.c
        old_left = [*last.old_left, *(_shifted(s, shift_old) for s in change.old_left)]
        new_left = [*last.new_left, *(_shifted(s, shift_new) for s in change.new_left)]
        made[-1] = Judged(hunk, old, list(new[hunk.c : hunk.d]), old_left, new_left)
    return made


def _is_bare_value(change: Judged) -> bool:
    """Whether nothing but values came, or went."""
    left = [*change.old_left, *change.new_left]
    return bool(left) and not (change.old_left and change.new_left) and all(s.kind == "number" for s in left)


def _swapped(told: Sequence[Judged], before: Sequence[Item], new: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Values that changed places, by the places: where 10 stood stands 20. None where values came or went."""
    here, there = ([i for i in items if i.kind == "value"] for items in (before, new))
    if sum(map(_is_bare_value, told)) < 2 or sorted(i.key for i in here) != sorted(i.key for i in there):
        return []
    return [(a, b) for a, b in zip(here, there, strict=True) if a.key != b.key]


def _rewords(change: Judged) -> bool:
    """Whether words of content were replaced, and no value with them."""
    kinds = {s.kind for s in (*change.old_left, *change.new_left)}
    return bool(change.old and change.new and kinds) and kinds <= {"content", "unknown"}


def _shifted(sense: Sense, by: int) -> Sense:
    return sense._replace(first=sense.first + by, last=sense.last + by)


def _named(
    change: Judged, before: Sequence[Item], new: Sequence[Item], text: str, old_text: str | None, lang: Lang
) -> list[Wording]:
    teller = _Teller(change, before, new, text, old_text, lang)
    if not change.material:
        return [teller.phrase("typo" if change.typo else _came(change), material=False)]
    left = [*change.old_left, *change.new_left]
    if not (change.old and change.new):
        kinds = {s.kind for s in left}
        kind: WordingKind = _kind(change)
        if kinds <= {"number", "code"}:
            kind = teller.sort(left) if len(kinds) == 1 else kind
        return [teller.phrase(kind, material=True)]
    values = [s.kind for s in left]
    if values in (["number"], ["number", "number"]) and max(len(change.old), len(change.new)) <= _MEASURE:
        return [teller.phrase(teller.sort(left), material=True)]
    made = teller.paired("code") + teller.paired("number")
    if any(s.kind not in ("code", "number") for s in left):
        made.append(teller.phrase(_kind(change), material=True))
    return made or [teller.phrase(_came(change), material=True)]


def _came(change: Judged) -> WordingKind:
    return "replaced" if change.old and change.new else "added" if change.new else "removed"


def _kind(change: Judged) -> WordingKind:
    """What sort of change the words make that are left over."""
    here, there = _classes(change.old_left), _classes(change.new_left)
    if here.count("negation") != there.count("negation") and (len(here) + len(there) <= 3 or (here and there)):
        return "negation"
    if {s.key for s in (*change.old_left, *change.new_left)} == {"least", "most"}:
        return "condition"
    if "duty" in here + there and "content" not in here + there:
        return "duty"
    if (here[:1] == ["condition"] and not there) or (there[:1] == ["condition"] and not here):
        return "condition"
    if "condition" in here + there and "content" not in here + there and "unknown" not in here:
        return "condition"
    return _came(change)


def _classes(left: Sequence[Sense]) -> list[SenseClass]:
    return [s.kind for s in left if s.kind not in ("number", "code")]


class _Teller:
    """Puts one change into words."""

    def __init__(
        self,
        change: Judged,
        before: Sequence[Item],
        new: Sequence[Item],
        text: str,
        old_text: str | None,
        lang: Lang,
    ) -> None:
        self._change, self._before, self._new = change, before, new
        self._text, self._old_text, self._lang = text, old_text, lang

    def phrase(self, kind: WordingKind, *, material: bool) -> Wording:
        """The whole of the change, as it reads."""
        hunk = self._change.hunk
        start, end = self._span(hunk)
        old, new = self._old_words(self._change.old), self._text[start:end]
        if self._change.old and not old and new:
            old = _UNKNOWN
        if kind in ("negation", "duty") and not (old and new) and hunk.d < len(self._new):
            # What is negated or demanded says more than the bare word.
            after = self._new[hunk.d]
            was = self._before[hunk.b].text if self._old_text is not None else after.low
            gap = "" if self._lang == "zh" else " "
            old = f"{old}{gap}{was}" if old else was or ""
            start, end = (start if new else after.start), after.end
            new = self._text[start:end]
        return Wording(kind, old, new, material, start, end)

    def paired(self, kind: SenseClass) -> list[Wording]:
        """Values or code of both sides, in order; those of one side alone only where nothing else changed."""
        change = self._change
        here = [change.old[s.first] for s in change.old_left if s.kind == kind]
        there = [change.new[s.first] for s in change.new_left if s.kind == kind]
        made = [self._value(a, b, kind) for a, b in zip(here, there, strict=False)]
        rest_old, rest_new = here[len(there) :], there[len(here) :]
        alone = all(s.kind in ("number", "code") for s in (*change.old_left, *change.new_left))
        if alone:
            made += [self._value(a, None, kind) for a in rest_old] + [self._value(None, b, kind) for b in rest_new]
        return made

    def _value(self, old: Item | None, new: Item | None, kind: SenseClass) -> Wording:
        named: WordingKind = "code" if kind == "code" else self._number([i for i in (old, new) if i is not None])
        start, end = (new.start, new.end) if new is not None else self._span(self._change.hunk)
        shown = "" if new is None else new.low if kind == "code" else self._text[start:end]
        return Wording(named, "" if old is None else old.text or "", shown or "", True, start, end)

    def sort(self, left: Sequence[Sense]) -> WordingKind:
        """What a change of values alone is."""
        if left[0].kind == "code":
            return "code"
        items = self._change.old if self._change.old_left else self._change.new
        return self._number([items[s.first] for s in left])

    def _number(self, items: Sequence[Item]) -> WordingKind:
        return "date" if any(_is_date(i.text or "", self._lang) for i in items) else "number"

    def _old_words(self, items: Sequence[Item]) -> str:
        """The old words as they read, an ellipsis for those that are not known; ``""`` where none that tells is."""
        if not items:
            return ""
        if self._old_text is not None:
            start, end = items[0].start, items[-1].end
            return self._old_text[start : _closed(self._old_text, start, end)]
        if any(i.text is None for i in items) and not any(s.kind in _TELLING for s in senses(items, self._lang)):
            return ""
        words = [_UNKNOWN if i.text is None else i.text for i in items]
        shown = [w for n, w in enumerate(words) if w != _UNKNOWN or n == 0 or words[n - 1] != _UNKNOWN]
        return ("" if self._lang == "zh" else " ").join(shown)

    def _span(self, hunk: Hunk) -> tuple[int, int]:
        if hunk.c < hunk.d:
            start, end = self._new[hunk.c].start, self._new[hunk.d - 1].end
            return start, _closed(self._text, start, end)
        at = self._new[hunk.c - 1].end if hunk.c else 0
        return at, at


def _closed(text: str, start: int, end: int) -> int:
    """The end of a phrase, with the brackets behind it that are opened in it."""
    for opening, closing in ("()", "[]", "（）"):
        while text.count(opening, start, end) > text.count(closing, start, end) and text[end : end + 1] == closing:
            end += 1
    return end


def _is_date(text: str, lang: Lang) -> bool:
    facts = list(Facts.of(text, lang))
    if _YEAR.fullmatch(text):
        return True
    return bool(facts) and facts[0].readings[0].kind in _DATED
