"""Which strings may render which phrases, the best first: association, prior and whole units. Knows no documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.phrases import SUFFIXES
from aligncheck.lexicon import Lexicon
from aligncheck.terminology.association import Floats, Kinds, Ties, ties
from aligncheck.terminology.chinese import Strings
from aligncheck.terminology.english import LONGEST, Phrases
from aligncheck.terminology.grams import Ints, numbered
from aligncheck.terminology.linking import Candidate
from aligncheck.terminology.prior import Prior

KNOWN = 0.5
"""Prior from which a rendering is known, so that a single occurrence will do."""
HINTED = 0.25
"""Prior from which two sentences will do; else it takes three."""
GLOSS = 0.3
"""Weight from which a gloss accounts for a string."""
PER_WORD = 0.12
"""What a phrase gains by each word more: a phrase is linked before its parts."""
WHOLE, TOGETHER = 0.25, 0.55
"""What a phrase gains further where it and a string go together at least so closely: its parts are no terms there."""
CLAUSE = 0.34
"""Share of occurrences with a verb's neighbours from which words are a clause and no term."""
RENDERED = 0.85
"""Prior from which a string renders each word of a phrase; then a word before it (of two characters) is none of its."""
WITHIN = 0.75
"""Share of occurrences that stand in one and the same longer phrase, from which words are no phrase by themselves."""
PART = 0.3
"""Share of a string's occurrences beside the phrase that a longer one makes up, to be a rendering by itself."""
LEAST = 0.42
"""Least score of a candidate."""
LAST = 0.1
"""Score of a gloss that nothing but the dictionary ties to a word: it gets what the others leave."""
ASKED = 5
"""Sentences that are asked for words that account for a part of a string."""
MOST = 8
"""Strings that are considered for a phrase."""


_NAMING = deferred(r"[㐀-鿿]{1,4}(?<![的了和与或及在是一个])")
"""What may be added to a rendering and still name the same thing."""


@dataclass(frozen=True)
class Numbered:
    """Occurrences by kind.

    Attributes:
        kind: of each occurrence.
        example: of each kind, its first occurrence.
        kinds: which texts hold which.
    """

    kind: Ints
    example: Ints
    kinds: Kinds

    @classmethod
    def of(cls, key: np.ndarray, text: Ints) -> Numbered:
        kind, count = numbered(key)
        example = np.full(count, len(kind), np.int64)
        np.minimum.at(example, kind, np.arange(len(kind)))
        return cls(kind, example, Kinds.of(text, kind, count))


class Proposals:
    """Candidates for linking."""

    def __init__(
        self, phrases: Phrases, strings: Strings, texts: int, lexicon: Lexicon, prior: Prior, least: int = 2
    ) -> None:
        self.phrases, self.strings, self.lexicon, self.prior = phrases, strings, lexicon, prior
        self.english = Numbered.of(phrases.key, phrases.text())
        self.chinese = Numbered.of(strings.key, strings.text)
        self._asked: dict[tuple[int, str], bool] = {}
        self.ties: Ties = ties(self.english.kinds, self.chinese.kinds, texts, least)
        kinds = len(self.english.example)
        times = np.maximum(1, np.bincount(self.english.kind, minlength=kinds))
        self.verb = np.bincount(self.english.kind, weights=phrases.verb, minlength=kinds) / times
        self.noun = np.bincount(self.english.kind, weights=phrases.noun, minlength=kinds) / times
        self.size = phrases.size[self.english.example]
        self.within = _within(phrases, self.english)
        self.surfaces = {k: phrases.surface(i) for k, i in self._examples(self.english, self.ties.phrase)}
        self.normals = {k: strings.normal(i) for k, i in self._examples(self.chinese, self.ties.string)}

    @staticmethod
    def _examples(side: Numbered, kinds: Ints) -> Iterator[tuple[int, int]]:
        chosen = np.unique(kinds)
        return zip(chosen.tolist(), side.example[chosen].tolist(), strict=True)

    def candidates(self) -> list[Candidate]:
        """All that may be linked."""
        groups: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
        columns = (self.ties.phrase, self.ties.dice, self.ties.string, self.ties.together)
        for e, dice, z, together in zip(*(column.tolist() for column in columns), strict=True):
            groups[e].append((dice, z, together))
        found: list[Candidate] = []
        for e, options in groups.items():
            if self.size[e] > 1 and (self.verb[e] > CLAUSE or self.within[e] > WITHIN):
                continue
            options.sort(key=lambda o: (-o[0], self.normals[o[1]]))
            found += self._scored(e, options[:MOST])
        return [*found, *self._known(groups)]

    def _known(self, groups: Mapping[int, Sequence[tuple[float, int, int]]]) -> Iterator[Candidate]:
        """What the dictionary gives for words of the texts, however seldom it stands there: competing renderings."""
        words = np.flatnonzero(self.strings.pieces[self.chinese.example] == 1)
        numbers = {self.strings.normal(self.chinese.example[z]): int(z) for z in words}
        for e, options in groups.items():
            if self.size[e] > 1:
                continue
            surface, tied = self.surfaces[e], {z for _, z, _ in options}
            for string, weight in self.lexicon.translations(surface).items():
                z = numbers.get(string)
                if z is not None and z not in tied and weight >= GLOSS:
                    yield Candidate(LAST * weight, (surface, string), e, z, 1 if weight >= KNOWN else 2, weight)

    def _scored(self, e: int, options: list[tuple[float, int, int]]) -> Iterator[Candidate]:
        surface, size = self.surfaces[e], int(self.size[e])
        priors = {z: self.prior.of(surface, self.normals[z]) for _, z, _ in options}
        scores = {
            z: dice
            + 0.35 * priors[z]
            + PER_WORD * (size - 1)
            - _misfit(size, self.normals[z])
            + WHOLE * (size > 1 and dice >= TOGETHER)
            for dice, z, _ in options
        }
        shared = {z: together for _, z, together in options}
        for z in sorted(scores, key=lambda z: (len(self.normals[z]), self.normals[z])):
            for longer in scores:
                if longer != z and self.normals[z] in self.normals[longer] and priors[longer] >= 0:
                    whole = size > 1 and priors[z] >= RENDERED
                    self._compare(e, z, longer, shared, scores, whole=whole)
        for z, score in scores.items():
            if score >= LEAST:
                needs = 1 if priors[z] >= KNOWN else max(3 - (priors[z] >= HINTED), (shared[z] + 1) // 2)
                yield Candidate(score, (surface, self.normals[z]), e, z, needs, priors[z])

    def _compare(
        self, e: int, z: int, longer: int, shared: dict[int, int], scores: dict[int, float], *, whole: bool
    ) -> None:
        """Let the longer of two strings go first where nothing but the phrase accounts for what it has more.

        ``whole``: the shorter one renders each word of the phrase by itself.
        """
        together = shared[longer]
        if together < max(2, PART * shared[z]) or (together < 3 and together < 0.6 * shared[z]):
            return
        if scores[z] < LEAST or scores[longer] > scores[z]:
            return
        more = self.normals[longer].replace(self.normals[z], "", 1)
        if whole and self.normals[longer].find(self.normals[z]) > 1:
            return  # in front it is a verb or something else; behind it may be the head of the whole
        if _NAMING.fullmatch(more) and not self._explained(e, z, longer):
            scores[longer] = max(scores[longer], scores[z] + 0.01)

    def _explained(self, e: int, z: int, longer: int) -> bool:
        """Whether other English words of the sentences account for what the longer string has more."""
        before, _, after = self.normals[longer].partition(self.normals[z])
        more = [part for part in (before, after) if part and part not in SUFFIXES]
        own = self.words_of(e)
        texts = np.intersect1d(self.english.kinds.texts_of(e), self.chinese.kinds.texts_of(longer))[:ASKED]
        explained = 0
        for text in texts.tolist():
            first, last = self.phrases.words.bounds[text : text + 2].tolist()
            types = {int(kind) for kind in self.phrases.words.type[first:last]} - own
            explained += any(self._renders(kind, part) for kind in types for part in more)
        return 3 * explained >= len(texts)

    def words_of(self, e: int) -> set[int]:
        """The word types of a phrase kind."""
        first = int(self.phrases.first[self.english.example[e]])
        return set(self.phrases.words.type[first : first + int(self.size[e])].tolist())

    def _renders(self, kind: int, part: str) -> bool:
        """Whether a type of English words may be rendered by a string, by its dictionary word or by use."""
        known = self._asked.get((kind, part))
        if known is None:
            form = self.phrases.words.forms[kind]
            tables = self.lexicon.translations(form)
            parts = (part[a:b] for a in range(len(part)) for b in range(a + 2, len(part) + 1))
            known = tables.get(part, 0.0) >= GLOSS or part in self.used.get(form, ())
            known = known or any(tables.get(each, 0.0) >= GLOSS for each in parts)
            self._asked[kind, part] = known
        return known

    @cached_property
    def used(self) -> dict[str, set[str]]:
        """What single words are closely tied to: their forms, and the strings."""
        found: dict[str, set[str]] = defaultdict(set)
        for e, z, dice in zip(*(c.tolist() for c in (self.ties.phrase, self.ties.string, self.ties.dice)), strict=True):
            if self.size[e] == 1 and dice > 0.4:
                word = int(self.phrases.first[self.english.example[e]])
                found[self.phrases.words.forms[self.phrases.words.type[word]]].add(self.normals[z])
        return found


def _within(phrases: Phrases, english: Numbered) -> Floats:
    """Of each phrase kind the share of its occurrences that stand in the longer phrase it most often stands in."""
    kinds = len(english.example)
    most = np.zeros(kinds)
    times = np.bincount(english.kind, minlength=kinds)
    place: dict[int, Ints] = {}
    count = len(phrases.words.text)
    for size in range(1, LONGEST + 1):
        own = np.flatnonzero(phrases.size == size)
        place[size] = np.full(count + 1, -1, np.int64)
        place[size][phrases.first[own]] = english.kind[own]
    for size in range(1, LONGEST):
        for longer in range(size + 1, LONGEST + 1):
            for shift in range(longer - size + 1):
                outer = place[longer]
                first = np.flatnonzero(outer >= 0)
                inner = place[size][np.minimum(first + shift, count)]
                good = inner >= 0
                pairs, together = np.unique(inner[good] * kinds + outer[first[good]], return_counts=True)
                kind = pairs // kinds
                np.maximum.at(most, kind, together / times[kind])
    return most


def _misfit(words: int, string: str) -> float:
    """How unlikely it is that so many words become so many characters."""
    han = sum(char > "㐀" for char in string)
    if not han:
        return 0.0
    length = len(string) if han == len(string) else han + 2
    return 0.12 * max(0.0, length - 3.2 * words - 0.8) + 0.1 * max(0.0, 1.4 * words - length) + 0.2 * ("的" in string)
