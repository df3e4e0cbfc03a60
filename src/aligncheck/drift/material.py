"""Judges a change by what it says: takes away what is said on both sides, and what says nothing. Names nothing.

What remains of the old and of the new words of a change is what a translator has to look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aligncheck.drift.hunks import Hunk
from aligncheck.drift.senses import SPECIAL, Sense, senses
from aligncheck.drift.spelling import Page, alike, chinese_mended, mended, name_mended
from aligncheck.drift.traces import Item
from aligncheck.lang.en import edits as en
from aligncheck.lang.en import forms
from aligncheck.lang.en.lexis import CLASSES
from aligncheck.lang.zh import edits as zh
from aligncheck.model.text import Lang

_CLAUSE = 3
"""Items that move together from which they are a phrase, so that even a condition in it may stand elsewhere."""


@dataclass
class Judged:
    """A hunk and what it leaves over on both sides once all is taken away that both say.

    ``typo`` says that words were merely spelt anew; ``after`` is the word behind the hunk.
    """

    hunk: Hunk
    old: list[Item]
    new: list[Item]
    old_left: list[Sense] = field(default_factory=list)
    new_left: list[Sense] = field(default_factory=list)
    typo: bool = False
    after: str | None = None

    @property
    def material(self) -> bool:
        return bool(self.old_left or self.new_left)


def judged(
    hunks: Sequence[tuple[Hunk, list[Item], list[Item]]], new: Sequence[Item], lang: Lang, page: Page
) -> list[Judged]:
    """What each change leaves over; ``new`` are the items of the whole."""
    made = []
    for hunk, here, there in hunks:
        after = new[hunk.d].low if hunk.d < len(new) else None
        made.append(_within(Judged(hunk, here, there, after=after), lang, page))
    for n, first in enumerate(made):
        for m in range(n + 1, len(made)):
            if first.material and made[m].material:
                _moved(first, made[m], new[first.hunk.d : made[m].hunk.c], lang)
    return made


def _within(result: Judged, lang: Lang, page: Page) -> Judged:
    """What a single change leaves over."""
    old, new = result.old, result.new
    if _written_together(old) == _written_together(new) != "":
        result.typo = True
        return result
    if _is_set_as_code(old, new):
        return result
    if lang == "zh" and chinese_mended(_written_together(old), _written_together(new)):
        result.typo = True
        return result
    here, there = senses(old, lang, result.after), senses(new, lang, result.after)
    left = _without(here, there, strict=False)
    right = _without(there, here, strict=False)
    if lang != "zh" and left and right:
        result.typo = _respelt(left, right, old, new, page)
    _measured(left, new)
    _measured(right, old)
    grammar = _turned(here, there)
    result.old_left = [s for s in left if s.kind != "light" or s in grammar]
    result.new_left = [s for s in right if s.kind != "light" or s in grammar]
    return result


def _written_together(items: Sequence[Item]) -> str:
    if any(i.low is None or i.kind == "code" for i in items):
        return ""
    return "".join("".join((i.low or "").split()) for i in items)


def _is_set_as_code(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Whether the same letters became code, or are it no more."""
    if any(i.low is None for i in (*old, *new)) or all(i.kind == "code" for i in (*old, *new)):
        return False
    here, there = ("".join(c for i in items for c in (i.low or "").lower() if c.isalnum()) for items in (old, new))
    return here == there != "" and any(i.kind == "code" for i in (*old, *new))


def _without(these: Sequence[Sense], those: Sequence[Sense], *, strict: bool) -> list[Sense]:
    """Those of ``these`` for which ``those`` has no equal left."""
    rest = list(those)
    left = []
    for sense in these:
        equal = next((n for n, other in enumerate(rest) if _equal(sense, other)), None)
        if equal is None:
            left.append(sense)
        elif strict or sense.kind != "light":
            del rest[equal]
    return left


def _equal(a: Sense, b: Sense) -> bool:
    if (a.kind == b.kind and a.key == b.key) or a.rows & b.rows:
        return True
    return a.kind == b.kind == "content" and a.key.isalpha() and b.key.isalpha() and alike(a.key, b.key)


def _respelt(left: list[Sense], right: list[Sense], old: Sequence[Item], new: Sequence[Item], page: Page) -> bool:
    """Take away words that are the same word, misspelt on the old side; whether there are any."""
    found = False
    for sense in list(left):
        word = old[sense.first].low
        if sense.kind not in ("content", "light") or word is None:
            continue
        for other in right:
            better = new[other.first].low
            if "content" not in (sense.kind, other.kind) or other.kind in ("number", "code"):
                continue
            if better is not None and (mended(word, better) or name_mended(word, better, page)):
                left.remove(sense)
                right.remove(other)
                found = True
                break
    return found


def _measured(left: list[Sense], others: Sequence[Item]) -> None:
    """Take away words of a value of the other side: the hour of *one hour*, where *two hours* are one value."""
    words = {forms.lemma(w) for i in others if i.kind == "value" for w in (i.low or "").split()}
    left[:] = [s for s in left if s.key not in words]


def _turned(here: Sequence[Sense], there: Sequence[Sense]) -> list[Sense]:
    """Words of grammar that say the opposite of those in their place: to, from."""
    found: list[Sense] = []
    for first, second in en.OPPOSITE_LIGHT:
        for a, b in ((first, second), (second, first)):
            olds = [s for s in here if s.key in a]
            news = [s for s in there if s.key in b]
            if olds and news and not any(s.key in b for s in here) and not any(s.key in a for s in there):
                found += olds + news
    return found


def _moved(first: Judged, second: Judged, between: Sequence[Item], lang: Lang) -> None:
    """Take away what the one lost and the other gained, where it was merely moved."""
    for giver, taker in ((first, second), (second, first)):
        gone, come = giver.old_left, taker.new_left
        shared = [s for s in gone if any(_equal(s, o) for o in come)]
        if not shared:
            continue
        exchanged = any(_equal(s, o) for s in taker.old_left for o in giver.new_left)
        if exchanged and not _is_list(between, lang):
            continue
        if [s.key for s in shared] != [o.key for o in come if any(_equal(s, o) for s in shared)]:
            continue
        if _roles(giver.old, taker.new, lang) != _roles(taker.new, giver.old, lang) and not (giver.new or taker.old):
            continue
        whole = len(shared) >= _CLAUSE or (_is_phrase(giver, lang) and _has_content(between, lang))
        loose = [s for s in shared if whole or s.rows or (s.kind not in SPECIAL and (s.kind != "number" or exchanged))]
        keep_new = _without(come, loose, strict=True)
        keep_old = _without(gone, [o for o in come if o not in keep_new], strict=True)
        if exchanged:
            back = [s for s in taker.old_left if any(_equal(s, o) for o in giver.new_left)]
            giver.new_left = _without(giver.new_left, back, strict=True)
            taker.old_left = [s for s in taker.old_left if s not in back]
        giver.old_left, taker.new_left = keep_old, keep_new


def _roles(items: Sequence[Item], others: Sequence[Item], lang: Lang) -> list[str]:
    """Words of content and the prepositions that give them their roles, in order: *to the town*, *town to the*.

    An *of* does not count where the other place has the genitive instead: *the box's lid*, *the lid of the box*.
    """
    found = senses(items, lang)
    owned = any((i.low or "").endswith(("'s", "s'")) for i in (*items, *others))
    roles = [s.key for s in found if s.kind != "light" or _gives_role(s.key, lang)]
    return [key for key in roles if not (owned and key == "of")]


def _gives_role(word: str, lang: Lang) -> bool:
    return word in zh.PREPOSITIONS if lang == "zh" else CLASSES.get(word) == "preposition"


def _is_phrase(change: Judged, lang: Lang) -> bool:
    """Whether what moved is more than a bare word: *in 2019*."""
    return any(s.kind == "light" for s in senses(change.old, lang))


def _has_content(between: Sequence[Item], lang: Lang) -> bool:
    return any(s.kind == "content" for s in senses(between, lang))


def _is_list(between: Sequence[Item], lang: Lang) -> bool:
    """Whether the words between two that changed places do no more than list."""
    joining = {"、", "和", "与", "或", "及"} if lang == "zh" else {"and", "or", "nor", "the", "a", "an", "both", "your"}
    return all(i.low in joining for i in between)
