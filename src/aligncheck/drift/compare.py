"""Compares sentences of one language with what they were: steps with named changes. Knows no translation, no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from aligncheck.drift.grading import grades
from aligncheck.drift.matching import LIGHT, Match, Matcher, bag
from aligncheck.drift.senses import light_weights
from aligncheck.drift.spelling import Page
from aligncheck.drift.tokens import Sentence, Token, cut, digest, identity, joint
from aligncheck.drift.traces import Item, hashes_of, items, items_of
from aligncheck.drift.wording import changes
from aligncheck.model.drift import Step, Trace
from aligncheck.model.text import Lang


class _Cut(NamedTuple):
    sentence: Sentence
    tokens: list[Token]


class _Compared:
    """Old and new sentences of one document in one language."""

    def __init__(self, old: Sequence[Trace], new: Sequence[Sentence], lang: Lang) -> None:
        self._old, self._lang = old, lang
        self._new = [_Cut(sentence, cut(sentence.text, sentence.marks)) for sentence in new]

    def steps(self) -> tuple[Step, ...]:
        light = light_weights(self._lang, LIGHT)
        found = Matcher([t.id for t in self._old], [identity(c.tokens) for c in self._new], light)
        matches = found.matches(
            {i: bag(hashes_of(self._old[i]), light) for i in found.old_left},
            {j: bag([digest(t.key) for t in self._new[j].tokens], light) for j in found.new_left},
        )
        return tuple(map(self._step, _ordered(matches)))

    def _step(self, match: Match) -> Step:
        if match.same or not (match.old and match.new):
            return Step(match.old, match.new, match.same, match.moved)
        old = [self._old[i] for i in match.old]
        new = [self._new[j].sentence for j in match.new]
        before = [h for t in old for h in hashes_of(t)]
        if before and before == [digest(t.key) for j in match.new for t in self._new[j].tokens]:
            return Step(match.old, match.new, same=True, moved=match.moved)
        if not before:
            return Step(match.old, match.new, moved=match.moved)
        text = joint(self._lang).join(s.text for s in new)
        old_text = None
        if all(t.text is not None for t in old):
            old_text = joint(self._lang).join(t.text or "" for t in old)
        here = self._joined([items_of(t, self._lang) for t in old], [len(t.text or "") for t in old])
        there = self._joined([items(s.text, self._lang, s.marks) for s in new], [len(s.text) for s in new])
        named = changes(here, there, text, old_text, self._lang, self._page)
        chrf, ter = grades(old_text, text, self._lang) if old_text is not None else (None, None)
        return Step(match.old, match.new, moved=match.moved, changes=named, chrf=chrf, ter=ter)

    def _joined(self, rows: Sequence[list[Item]], lengths: Sequence[int]) -> list[Item]:
        """The items of sentences that are joined, in characters of the whole."""
        made: list[Item] = []
        at = 0
        for row, length in zip(rows, lengths, strict=True):
            made += [i._replace(start=i.start + at, end=i.end + at) for i in row] if at else row
            at += length + len(joint(self._lang))
        return made

    @cached_property
    def _page(self) -> Page:
        """The words of the page as it is."""
        used = Counter(word for c in self._new for word in {t.key for t in c.tokens if t.kind != "code"})
        return Page({digest(word): word for word in used}, frozenset(word for word, n in used.items() if n > 1))


def _ordered(matches: Sequence[Match]) -> list[Match]:
    """In order of the new text; what was removed comes behind what it stood behind."""
    place: dict[int, int] = {}
    for match in matches:
        if match.new and not match.moved:
            place.update(dict.fromkeys(match.old, match.new[-1]))
    spots: list[tuple[int, int, int]] = []
    for match in matches:
        if match.new:
            spots.append((match.new[0], 0, 0))
            continue
        spots.append((-1, 1, match.old[0]))
    at, after = -1, {}
    for i in range(max((m.old[-1] for m in matches if m.old), default=-1) + 1):
        at = place.get(i, at)
        after[i] = at
    keys = [s if s[1] == 0 else (after[s[2]], 1, s[2]) for s in spots]
    return [match for _, match in sorted(zip(keys, matches, strict=True), key=lambda pair: pair[0])]


def compare(old: Sequence[Trace], new: Sequence[Sentence], lang: Lang) -> tuple[Step, ...]:
    """How sentences became others: every old and every new one in exactly one step.

    Args:
        old: what is known of the sentences that were, in order.
        new: the sentences that are, in order.
        lang: the language of both.

    The steps are in the order of the new sentences; what was removed stands where it was. Equal sentences tie first;
    the rest is matched by the words it shares, also where sentences were split or joined. Changes are named where the
    old sentences' words are known at least by their hashes, that is for the source.
    """
    return _Compared(old, new, lang).steps()
