"""Finds the nouns of covered English texts, alone and in phrases of two, with what renders each. Knows no document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligncheck.checks._cover import Covered
from aligncheck.checks.consistency.nouns import ALONE, FIRST, LAST, Found
from aligncheck.coverage.assign import OWN
from aligncheck.coverage.words import CONTENT, GROUPS, Words
from aligncheck.lang.en.lexis import DETERMINERS
from aligncheck.lang.en.phrases import (
    BARE_VERBS,
    GENERIC,
    NO_EDGE,
    NOUN_AFTER,
    OBJECT,
    SUBJECTS,
    UNLIKELY,
    VERB_AFTER,
)
from aligncheck.lexicon import Lexicon

Bools = NDArray[np.bool_]

CERTAIN = 0.45
"""Weight of a rendering that is one: by a dictionary's gloss as a whole, or because the texts teach it."""
GENERAL = 60
"""Translations in the dictionary beyond which a word is one of the general language (life, change) and no term."""
_LOOSE = frozenset(
    """example instance addition contrast default
    aim answer chance choice decision detail goal opinion opportunity option purpose question reaction reason
    response""".split()
)
"""Nouns of set phrases (for example), and those of everyday reasoning: what renders them depends on the sentence."""
_SETS = (
    (NOUN_AFTER | DETERMINERS) - {"as", "no"},
    OBJECT | {"it", "them", "you", "us"},
    UNLIKELY | _LOOSE,
    NO_EDGE | SUBJECTS,
    BARE_VERBS | GENERIC,
    VERB_AFTER | SUBJECTS,
    frozenset({"of"}),
)
"""Words that begin a noun phrase, begin an object, are no term, edge no phrase, lead a noun, precede a verb; *of*."""
_BITS = {form: sum(1 << n for n, group in enumerate(_SETS) if form in group) for form in frozenset().union(*_SETS)}
_NOUNS = np.array([name in ("known", "unknown", "acronym") for name in GROUPS])
_WORDS = np.array([name not in ("pronoun", "digits") for name in GROUPS]) & (np.arange(len(GROUPS)) >= CONTENT)


class _Masks(NamedTuple):
    """Of each word: whether it is a noun by itself, whether one with a word before that says which, and whether it ends
    a phrase of two words side by side, or of two with *of* between them."""

    head: Bools
    described: Bools
    two: Bools
    of: Bools


def nouns(seen: Covered, lexicon: Lexicon, known: Collection[str]) -> Iterator[Found]:
    """Nouns with a rendering; those of the user's glossary (``known``) are left out."""
    words = seen.cover.words
    if not len(words.text):
        return
    masks, rendered = _masks(words), _rendered(seen)
    forms = [words.forms[kind] for kind in words.type.tolist()] if rendered.any() else []
    for n in np.flatnonzero(masks.head & rendered).tolist():
        if _is_term(forms[n], lexicon, known) and not _verbal(seen, n):
            yield _found(seen, n, n, n, ALONE, forms[n], _beside(masks, forms, n))
    for mask, back, joint in ((masks.two, 1, " "), (masks.of, 2, " of ")):
        for last in np.flatnonzero(mask & (rendered | _moved(rendered, back))).tolist():
            first = last - back
            term = forms[first] + joint + forms[last]
            for n, kind in ((first, FIRST), (last, LAST)):
                if rendered[n] and _is_term(forms[n], lexicon, known):
                    yield _found(seen, n, first, last, kind, term, "")


def _beside(masks: _Masks, forms: Sequence[str], n: int) -> str:
    """What says which one is meant: the noun behind *of* (*proof of work*), or the word before."""
    if n + 2 < len(forms) and masks.of[n + 2]:
        return "of " + forms[n + 2]
    return forms[n - 1] if masks.described[n] else ""


def _is_term(form: str, lexicon: Lexicon, known: Collection[str]) -> bool:
    return form not in known and len(lexicon.translations(form)) <= GENERAL


def _found(seen: Covered, noun: int, first: int, last: int, kind: int, term: str, beside: str) -> Found:
    words, cover = seen.cover.words, seen.cover
    text, best = int(words.text[noun]), int(cover.assignment.best[noun])
    start, at = int(words.start[first]), int(cover.candidates.at[best]) - int(cover.places.heads[text])
    return Found(term, kind, beside, text, start, int(words.end[last]) - start, at, int(cover.candidates.size[best]))


def _verbal(seen: Covered, n: int) -> bool:
    words = seen.cover.words
    text = seen.english[words.text[n]]
    word: str = text[words.start[n] : words.end[n]]
    return word.lower().endswith(("ing", "ed"))


def _rendered(seen: Covered) -> Bools:
    """Which words have Chinese of two characters or more for them, for sure."""
    given, candidates, places = seen.cover.assignment, seen.cover.candidates, seen.cover.places
    rendered: Bools = given.state == OWN
    best = given.best[rendered]
    sure = (candidates.size[best] >= 2) & (candidates.weight[best] >= CERTAIN)
    rendered[rendered] = sure & places.han[candidates.at[best]]
    return rendered


def _masks(words: Words) -> _Masks:
    table = np.array([_BITS.get(form, 0) for form in words.forms], np.int64)
    bits = table[words.type]
    begins, object_, unlikely, no_edge, led, verb_after, of = ((bits & (1 << n)) > 0 for n in range(len(_SETS)))
    same = np.zeros(len(bits), bool)
    same[1:] = (words.text[1:] == words.text[:-1]) & ~words.opens[1:]
    near = same.copy()
    near[1:] &= words.start[1:] - words.end[:-1] == 1
    content = words.group >= CONTENT
    noun = _NOUNS[words.group] & ~unlikely
    last = noun & ~_moved(same & content & ~no_edge, -1)  # before, when and the like end a noun phrase
    begun = _moved(begins, 1) & same
    once = _moved(begun & content, 1) & near
    described = (once | (_moved(once & content, 1) & near)) & ~_moved(same & object_, -1)
    size = np.array([len(form) for form in words.forms], np.int64)[words.type]
    bare = np.array([form[-1] != "s" for form in words.forms], bool)[words.type]
    plural = (words.end - words.start > size) & bare & ~_moved(same & object_, -1)
    plural &= ~same | (_moved(~content | led, 1) & ~_moved(verb_after, 1))
    free = ~(_moved(content, 1) & same)
    two = last & near & _moved(_WORDS[words.group] & ~no_edge & ~led & free, 1)
    joined = _moved(of & near & _moved(noun & free, 1), 1) & near
    return _Masks(last & (begun | described | plural), described & ~begun, two, last & joined)


def _moved(mask: Bools, by: int) -> Bools:
    """The mask for the word that stands so many places before each word, or behind it where ``by`` is negative."""
    moved = np.zeros(len(mask), bool)
    if 0 < abs(by) < len(mask):
        if by > 0:
            moved[by:] = mask[:-by]
        else:
            moved[:by] = mask[-by:]
    return moved
