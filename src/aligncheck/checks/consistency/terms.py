"""A rule on a noun that one document renders in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligncheck.checks._cover import Covered, covered
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, document_rule
from aligncheck.checks.consistency.keys import SURE
from aligncheck.coverage.assign import OWN
from aligncheck.coverage.words import CONTENT, GROUPS, Words
from aligncheck.lang.en.lexis import DETERMINERS, LIGHT
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity

LEAST = 3
"""Places that have the usual rendering, at least."""
SHARE = 2 / 3
"""Of all places, which the usual rendering has at least."""
GLOSS = 0.85
"""Weight of a rendering that a dictionary gives as a whole."""
_BEFORE = DETERMINERS | frozenset("of in on for with from by between into about via per without".split())
"""Words behind which a noun begins, and no verb."""
_PHRASES = frozenset({"example", "instance"})
"""Nouns of set phrases (for example), which are rendered by what fits the sentence."""
GENERAL = 60
"""Translations in the dictionary beyond which a word is one of the general language (life, change) and no term."""
MOST = 20
"""Places that are shown at most."""


class _Place(NamedTuple):
    """Where a noun stands and what renders it, in characters of the two sides."""

    pair: PairContext
    english: tuple[int, int]
    chinese: tuple[int, int]

    @property
    def rendering(self) -> str:
        return self.pair.chinese.text[slice(*self.chinese)]

    @property
    def noun(self) -> str:
        return self.pair.english.text[slice(*self.english)]


@document_rule(
    "CON003",
    "term-rendered-differently",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "Open the channel. Clean the channel. Close the channel. Paint the channel.\n\nNone swims in the channel.",
            "打开信道。清洁信道。关闭信道。粉刷信道。\n\n没有人在通道里游泳。",
            "the last sentence seems to speak of another thing",
        )
    ],
    good=[
        Example(
            "Open the channel. Clean the channel. Close the channel. Paint the channel.\n\nNone swims in the channel.",
            "打开信道。清洁信道。关闭信道。粉刷信道。\n\n没有人在信道里游泳。",
            "one rendering",
        ),
        Example(
            "Paint the gate. Open the gate. Lock the gate. Wash the gate.\n\nShe leaned on the gate.",
            "粉刷大门。打开大门。锁上大门。清洗大门。\n\n她倚在门上。",
            "a short form",
        ),
    ],
)
def term_rendered_differently(document: DocumentContext) -> Iterator[Hit]:
    """A noun that a document renders in one way nearly everywhere has another rendering in a few places.

    Why: a term stands for one thing. With two names for it readers look for a second thing that is not there.

    Looked at are nouns that stand by themselves behind an article, a preposition or the like (*the channel*, but not
    *the channel buffer*), and what renders them by the dictionary. Reported is a rendering that shares a character with
    the usual one (信道, 通道), for then both have the same sense. One finding for a noun, with the places of rarer
    renderings; a hint, since a dictionary does not know every sense. ``aligncheck terms`` lists all competing
    renderings, those of phrases too.

    Silent: where the usual rendering stands in fewer than three places, or in fewer than two of three; about a
    short or long form of it (网络, 神经网络); where the usual rendering stands in the same sentence; about words of the
    user's glossary, words of little weight, verbs, names, and parts of longer terms; about a sentence that stands
    elsewhere with the usual rendering, of which CON001 speaks; about pairs that are not sure; where the source is
    Chinese.
    """
    if document.source_lang != "en":
        return
    seen = covered(document)
    known = document.terms.words
    for kind, places in _by_type(seen).items():
        noun = seen.cover.words.forms[kind]
        if len(places) <= LEAST or noun in known or noun in _PHRASES or noun in LIGHT:
            continue
        if len(document.lexicon.translations(noun)) <= GENERAL:
            yield from _told(places)


def _by_type(seen: Covered) -> dict[int, list[_Place]]:
    """Nouns that stand alone, by type, with what renders each; a sentence that comes again counts once."""
    words, places, candidates, given = seen.cover.words, seen.cover.places, seen.cover.candidates, seen.cover.assignment
    found: dict[int, list[_Place]] = defaultdict(list)
    seen_before: set[tuple[int, str, str]] = set()
    numbers = np.flatnonzero((given.state == OWN) & (words.group == GROUPS.index("known")) & _alone(words))
    best = given.best[numbers]
    good = (candidates.size[best] >= 2) & (candidates.weight[best] >= GLOSS)
    for n, candidate in zip(numbers[good].tolist(), best[good].tolist(), strict=True):
        text = int(words.text[n])
        pair = seen.pairs[text]
        at = int(candidates.at[candidate]) - int(places.heads[text])
        place = _Place(pair, (int(words.start[n]), int(words.end[n])), (at, at + int(candidates.size[candidate])))
        if place.noun.endswith(("ing", "ed")):
            continue  # rather a verb
        said = int(words.type[n]), pair.english.text, place.rendering
        if pair.pair.confidence >= SURE and HAN.match(place.rendering) and said not in seen_before:
            seen_before.add(said)
            found[said[0]].append(place)
    return found


def _alone(words: Words) -> NDArray[np.bool_]:
    """Of each word, whether it is a noun phrase: a determiner or preposition before it, no word of content behind."""
    alone = np.zeros(len(words.text), bool)
    if len(words.text) and len(words.forms):
        begins = np.array([form in _BEFORE for form in words.forms], bool)[words.type]
        same = (words.text[1:] == words.text[:-1]) & ~words.opens[1:]
        alone[1:] = begins[:-1] & same
        alone[:-1] &= ~same | (words.group[1:] < CONTENT)
    return alone


def _told(places: list[_Place]) -> Iterator[Hit]:
    by_rendering: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        by_rendering[fold(place.rendering)].append(place)
    usual = max(by_rendering, key=lambda text: len(by_rendering[text]))
    times = len(by_rendering[usual])
    if times < LEAST or times < SHARE * len(places):
        return
    own = {place.pair.english.text for place in by_rendering[usual]}  # of the same sentence CON001 speaks
    rarer = [
        place
        for text, some in by_rendering.items()
        if not set(text).isdisjoint(usual) and text not in usual and usual not in text
        for place in some
        if usual not in fold(place.pair.chinese.text) and place.pair.english.text not in own
    ]
    if rarer:
        yield _hit(by_rendering[usual], rarer)


def _hit(usual: list[_Place], rarer: list[_Place]) -> Hit:
    first = rarer[0]
    others = "”, “".join(dict.fromkeys(place.rendering for place in rarer))
    where = "in 1 place" if len(rarer) == 1 else f"in {len(rarer)} places"
    noun = first.noun.lower()
    return Hit(
        f"“{noun}” is “{usual[0].rendering}” in {len(usual)} places of this document, but “{others}” {where}.",
        tuple(Evidence(*p.pair.english.locate(*p.english)) for p in rarer[:MOST]),
        tuple(Evidence(*p.pair.chinese.locate(*p.chinese), usual[0].rendering) for p in rarer[:MOST]),
        0.6,
        members=tuple(sorted({f"{noun}\x1f{fold(place.rendering)}" for place in rarer})),
        pair=first.pair.pair.id,
    )
