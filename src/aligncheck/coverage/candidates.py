"""Which places of a Chinese text may render which English words: by dictionary, family, spelling, sound or practice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.assign import NONE, Assignment, Candidates
from aligncheck.coverage.links import expand, extents
from aligncheck.coverage.places import Places, alike
from aligncheck.coverage.sounds import Sounds
from aligncheck.coverage.words import CONTENT, GROUPS, Words
from aligncheck.lang.en.lexis import MONTHS, NUMBERS
from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

KIN = 0.4
"""Share of a gloss that a word of the same family has (``govern`` for ``government``)."""
LEARNED = 0.7
"""Weight of a pair of words that only the texts themselves teach."""
_ABBREVIATION = deferred(r"(?<![a-z0-9])[a-z]{2,6}(?![a-z0-9])")
SHORTEST, LIKELY = 3, 0.5
"""Letters of the shortest name looked for by its sound; likelihood from which such a match counts."""
MOST = 24
"""Places of one rendering that are considered for a word."""
LONGEST_TEXT = 2000
"""Characters of a text beyond which names are not looked for by sound: that takes its length for every name."""
FEWEST = 2
"""Characters that must be left over in a text to look for a name in it."""
LEAST = 0.2
"""A gloss of more content words than five says too little about one of them."""


class TypeLinks(NamedTuple):
    """English type, Chinese word (a number in ``Places.words``), weight in 0–1."""

    type: Ints
    word: Ints
    weight: Floats


def dictionary_links(words: Words, places: Places, lexicon: Lexicon) -> TypeLinks:
    """Types and the words of these texts that the dictionary gives for them, or for others of their family."""
    own = np.array([lemma for ids in words.lemmas for lemma in ids], np.int64)
    owner = np.repeat(np.arange(len(words.lemmas)), [len(ids) for ids in words.lemmas])
    family = lexicon.arrays["family"][own].astype(np.int64)
    rows, members = expand(*extents(lexicon.arrays["family_at"], family))
    relative = lexicon.arrays["family_ids"][members].astype(np.int64)
    other = relative != own[rows]
    share = np.repeat([1.0, KIN], [len(own), int(other.sum())])
    owner, lemma = np.concatenate((owner, owner[rows][other])), np.concatenate((own, relative[other]))
    rows, entries = expand(*extents(lexicon.arrays["zh_at"], lemma))
    weight = lexicon.arrays["zh_weights"][entries] * share[rows]
    local = np.full(len(lexicon.arrays["word_keys"]), -1, np.int32)
    local[places.words] = np.where(places.functional, -1, np.arange(len(places.words)))
    word = local[lexicon.arrays["zh_ids"][entries]].astype(np.int64)
    kept = (word >= 0) & (weight >= LEAST)
    return TypeLinks(owner[rows][kept], word[kept], weight[kept])


def by_links(words: Words, places: Places, links: TypeLinks) -> Candidates:
    """The places in each word's own text of what its type is linked to."""
    order = np.argsort(links.type, kind="stable")
    first = np.searchsorted(links.type[order], np.arange(len(words.forms) + 1))
    content = np.flatnonzero(words.group >= CONTENT)
    kind = words.type[content]
    rows, entries = expand(first[kind], first[kind + 1] - first[kind])
    entries = order[entries]
    width = max(1, len(places.words))
    wanted = words.text[content][rows] * width + links.word[entries]
    keys, begin, times = np.unique(places.text * width + places.word, return_index=True, return_counts=True)
    found = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
    here = np.flatnonzero(keys[found] == wanted) if len(keys) else np.zeros(0, np.int64)
    low = begin[found[here]]
    low, high = _nearest(low, low + times[found[here]], _relative(words)[content][rows[here]])
    which, found = expand(low, high - low)
    row = here[which]
    return Candidates(content[rows[row]], places.at[found], places.size[found], links.weight[entries[row]])


def _relative(words: Words) -> Floats:
    """Where in its text each word stands, from 0 to 1."""
    begin, end = words.bounds[words.text], words.bounds[words.text + 1]
    place: Floats = (np.arange(len(words.text)) - begin) / np.maximum(1, end - begin)
    return place


def _nearest(low: Ints, high: Ints, place: Floats) -> tuple[Ints, Ints]:
    """Ranges of entries in order of place, cut to the ``MOST`` about a relative place: long texts repeat themselves."""
    start = low + np.round(place * (high - low)).astype(np.int64) - MOST // 2
    start = np.maximum(low, np.minimum(start, high - MOST))
    return start, np.minimum(high, start + MOST)


def by_spelling(words: Words, places: Places) -> Candidates:
    """Words and numbers that both languages write alike, number words and months."""
    types = {form: (number,) for number, form in enumerate(words.forms)}
    for spelling, form in _also_written():
        if form in types:
            types[spelling] = (*types.get(spelling, ()), *types[form])
    found = [(kind, at, end - at) for string, at, end in alike(places) for kind in types.get(string, ())]
    kind, at, size = np.array(found, np.int64).reshape(-1, 3).T
    text = np.searchsorted(places.heads, at, "right") - 1
    width = max(1, len(words.forms))
    own = words.text * width + words.type
    order = np.argsort(own, kind="stable")
    low, high = (np.searchsorted(own[order], text * width + kind, side) for side in ("left", "right"))
    head = places.heads[text]
    low, high = _nearest(low, high, (at - head) / np.maximum(1, places.heads[text + 1] - head))
    rows, entries = expand(low, high - low)
    word = order[entries]
    content = words.group[word] >= CONTENT
    return Candidates(word[content], at[rows[content]], size[rows[content]], np.ones(int(content.sum())))


@cache
def _also_written() -> tuple[tuple[str, str], ...]:
    """Strings of Chinese texts that answer an English word in another spelling: numbers and months."""
    months = ((f"{number}月", month) for number, month in enumerate(MONTHS, start=1))
    return *((str(value), word) for word, value in NUMBERS.items()), *months


def by_initials(words: Words, places: Places) -> Candidates:
    """Words in succession whose initials stand in the Chinese: CDN for a content delivery network, letter by letter."""
    content = np.flatnonzero(words.group >= CONTENT)
    firsts = [form[0] for form in words.forms]
    initials = "".join([firsts[kind] for kind in words.type[content].tolist()])
    bounds = np.searchsorted(content, words.bounds).tolist()
    matches = list(_ABBREVIATION.finditer(places.folded))
    texts = np.searchsorted(places.heads, [match.start() for match in matches], "right") - 1
    found: list[tuple[int, int]] = []
    for match, text in zip(matches, texts.tolist(), strict=True):
        at = initials.find(match.group(), bounds[text], bounds[text + 1])
        if at >= 0:
            found += [(int(content[at + k]), match.start() + k) for k in range(len(match.group()))]
    word, place = np.array(found, np.int64).reshape(-1, 2).T
    return Candidates(word, place, np.ones(len(word), np.int64), np.ones(len(word)))


def by_sound(words: Words, places: Places, given: Assignment, texts: Sequence[str], sounds: Sounds) -> Candidates:
    """Characters that write the sounds of a name that nothing else renders; ``texts`` are the English ones."""
    name = (words.group == GROUPS.index("name")) | ((words.group == GROUPS.index("known")) & ~words.opens)
    found: list[tuple[int, int, int]] = []
    free = np.concatenate(([0], np.cumsum(places.content & ~given.used)))
    room = free[places.heads[words.text + 1]] - free[places.heads[words.text]] >= FEWEST
    for number in np.flatnonzero(name & room & (given.state == NONE)).tolist():
        text = int(words.text[number])
        spelling = texts[text][words.start[number] : words.end[number]]
        if len(spelling) < SHORTEST or not spelling[0].isupper():
            continue
        head, end = int(places.heads[text]), int(places.heads[text + 1]) - 1
        if end - head > LONGEST_TEXT:
            continue
        match = sounds.find(spelling, places.folded[head:end], (~given.used[head:end]).tolist())
        if match is not None and match[2] >= LIKELY:
            found.append((number, head + match[0], match[1] - match[0]))
    word, at, size = np.array(found, np.int64).reshape(-1, 3).T
    return Candidates(word, at, size, np.ones(len(word)))


def joined(*parts: Candidates) -> Candidates:
    """All candidates of several sources."""
    return Candidates(*(np.concatenate(column) for column in zip(*parts, strict=True)))
