"""English phrases that may be terms: words side by side, each with what speaks for a noun. Knows no Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from aligncheck.coverage.words import CONTENT, GROUPS, Words, english_words
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.en.phrases import INSIDE, NO_EDGE, NOUN_AFTER, OBJECT, SUBJECTS, VERB_AFTER
from aligncheck.lexicon import Lexicon
from aligncheck.terminology.grams import Bools, Codes, Ints, Keys, mixed, then

LONGEST = 4
"""Words of the longest phrase."""
_CONTENT = np.array([name not in ("pronoun", "digits") for name in GROUPS]) & (np.arange(len(GROUPS)) >= CONTENT)
_JOINTS = np.array([ord(sign) for sign in " -‐‑"], np.uint32)
_HYPHENS = _JOINTS[1:]


@dataclass(frozen=True)
class Phrases:
    """Occurrences of phrases, by size, then by place.

    Attributes:
        texts: what they stand in.
        words: the words of the texts.
        first, size: of each occurrence: its first word (a number in ``words``) and how many words it has.
        key: of each occurrence: equal for phrases of the same dictionary forms.
        noun, verb: of each occurrence, whether the words around it speak for a noun phrase, or for a verb.
    """

    texts: Sequence[str]
    words: Words
    first: Ints
    size: Ints
    key: Keys
    noun: Bools
    verb: Bools

    def text(self) -> Ints:
        """Of each occurrence the text it stands in."""
        return self.words.text[self.first]

    def span(self, number: int) -> tuple[int, int]:
        """Where an occurrence stands in its text."""
        first, size = int(self.first[number]), int(self.size[number])
        return int(self.words.start[first]), int(self.words.end[first + size - 1])

    def surface(self, number: int) -> str:
        """How an occurrence is written."""
        start, end = self.span(number)
        return self.texts[int(self.words.text[self.first[number]])][start:end]


def english_phrases(texts: Sequence[str], lexicon: Lexicon) -> Phrases:
    """All phrases of one to four words, neither beginning nor ending with a word that carries no content."""
    words = english_words(texts, lexicon)
    codes = np.frombuffer("".join(text.replace("\n", " ") + "\n" for text in texts).encode("utf-32-le"), np.uint32)
    heads = np.concatenate(([0], np.cumsum([len(text) + 1 for text in texts]))).astype(np.int64)
    at = heads[words.text]
    begin, end = at + words.start, at + words.end
    count = len(begin)
    joined = np.zeros(count + LONGEST, bool)  # whether a word follows the one before it with nothing but a joint
    tied = np.zeros(count + LONGEST, bool)  # whether the joint is a hyphen
    if count > 1:
        near = (words.text[1:] == words.text[:-1]) & (begin[1:] - end[:-1] == 1)
        joint = codes[np.minimum(end[:-1], len(codes) - 1)]
        joined[1:count] = near & np.isin(joint, _JOINTS)
        tied[1:count] = near & np.isin(joint, _HYPHENS)
    roles = _Roles.of(words, tied)
    edge = roles.edge
    before_noun = np.concatenate(([False], roles.noun[:-1]))[:count] & joined[:count]
    before_verb = np.concatenate(([False], roles.verb[:-1]))[:count] & joined[:count]
    before_object = np.concatenate((roles.thing[1:], [False]))[:count] & joined[1 : count + 1]
    acting = _inflected(words, codes[end - 1], tied)  # plurals seldom begin a compound: "accepts", "overrides"
    key, alive = mixed(_singular(words)[words.type] + 1), np.ones(count, bool)
    keys, starts = key, np.arange(count)
    found: list[tuple[Ints, Ints, Keys, Bools, Bools]] = []
    for size in range(1, LONGEST + 1):
        least = 0 if size == 1 else 1
        starts = starts[: max(0, count - size + 1)]
        last = starts + size - 1
        if size > 1:
            key = then(key[: len(starts)], keys[last])
            inner = roles.inside[last] | (edge[last] > 0) | (tied[last] & tied[last + 1])
            alive = alive[: len(starts)] & joined[last] & inner
        good = alive & (edge[starts] > least) & (edge[last] > least) & ~tied[starts] & ~tied[last + 1]
        which = starts[good]
        object_follows = before_object[which + size - 1]
        verb = before_verb[which] | object_follows
        if size > 1:
            verb = verb | acting[which]
        found.append((which, np.full(len(which), size), key[good], before_noun[which] & ~object_follows, verb))
    return Phrases(texts, words, *(np.concatenate(column) for column in zip(*found, strict=True)))


def _singular(words: Words) -> Ints:
    """Of each type the one to count it as: the dictionary knows no plurals of words it lacks (*plugins*, *LLMs*)."""
    numbers = {form: number for number, form in enumerate(words.forms)}
    shouted = set(words.type[words.group == GROUPS.index("acronym")].tolist())  # HTTPS is no plural
    table = [
        numbers.get(form[:-1], number)
        if len(form) > 3 and form[-1] == "s" and not words.lemmas[number] and number not in shouted
        else number
        for number, form in enumerate(words.forms)
    ]
    return np.array(table, np.int64)


class _Roles(NamedTuple):
    """What each word may be: an edge (2; alone only 1; not 0), inside, before a noun or a verb, an object's head."""

    edge: Ints
    inside: Bools
    noun: Bools
    verb: Bools
    thing: Bools

    @classmethod
    def of(cls, words: Words, tied: Bools) -> _Roles:
        """Stop words are their own dictionary forms, so types tell all."""
        sets = (NO_EDGE, STOP, INSIDE, NOUN_AFTER, VERB_AFTER, OBJECT)
        tables = [np.array([form in group for form in words.forms], bool)[words.type] for group in sets]
        no_edge, stop, inside, noun, verb, thing = tables
        pronoun = np.array([form in SUBJECTS for form in words.forms], bool)[words.type]
        plain = words.end - words.start == np.array([len(form) for form in words.forms], np.int64)[words.type]
        verb, noun, thing = verb | (pronoun & plain), noun | (pronoun & ~plain), thing | (pronoun & ~plain)
        edge = np.where(_CONTENT[words.group], np.where(no_edge, 1, 2), 0)
        edge = np.where(stop, 0, edge)
        count = len(edge)
        edge = np.where(tied[:count] | tied[1 : count + 1], 2, edge)  # few-shot, third-party, GPT-4
        return cls(edge, inside, noun, verb, thing)


def _inflected(words: Words, last: Codes, tied: Bools) -> Bools:
    """Which words end with an s that their dictionary form lacks; ``last``: the last character of each."""
    bare = np.array([not form.endswith("s") for form in words.forms], bool)[words.type]
    size = np.array([len(form) for form in words.forms], np.int64)[words.type]
    longer = words.end - words.start > size
    inflected: Bools = (last == ord("s")) & bare & longer & ~tied[1 : len(last) + 1]
    return inflected
