"""Matches the values of two sentences as multisets: equal first, then equal in other terms. Judges nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from aligncheck.checks.numbers.compose import TOO_MANY, composed
from aligncheck.facts import Fact, Facts
from aligncheck.facts.compare import UNITS_DIFFER, Key, agreement, keys, loosely, says_again
from aligncheck.facts.units import DIMENSION
from aligncheck.lang.patterns import deferred

_CROWD = 24
"""More equal values than this on both sides are matched in order, which keeps long tables linear."""


_BRACKET = deferred(r"[(（]")
_LONG = 2000
"""Characters; in longer text, which is no sentence, a figure is not looked for outside the values."""

_OPEN_BRACKET = deferred(r"[^()（）]{0,6}[(（][^()（）]{0,16}")
_NAME_BEFORE = deferred(r"(?<![A-Za-z])([A-Z][A-Za-z.+#]*) ?$")


@dataclass(slots=True)
class Matching:
    """Who answers for whom. ``same`` are matched pairs, ``other_unit`` equal figures whose units differ.

    ``english`` and ``chinese`` are left over; ``english_again`` and ``chinese_again`` are left over too, but only say
    again what the other side states once.
    """

    same: list[tuple[Fact, Fact]] = field(default_factory=list)
    other_unit: list[tuple[Fact, Fact]] = field(default_factory=list)
    english: list[Fact] = field(default_factory=list)
    chinese: list[Fact] = field(default_factory=list)
    english_again: list[Fact] = field(default_factory=list)
    chinese_again: list[Fact] = field(default_factory=list)


@lru_cache(maxsize=8)
def match(english: Facts, chinese: Facts) -> Matching:
    """Match two sentences' values. The last few pairs are kept, since several rules ask; the result is not changed."""
    result = Matching()
    if len(english.facts) == len(chinese.facts) == 1 and english.facts[0].readings[0] == chinese.facts[0].readings[0]:
        result.same.append((english.facts[0], chinese.facts[0]))
        return result
    edges = list(_edges(english, chinese))
    edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
    done_en: set[int] = set()
    done_zh: set[int] = set()
    conflicts: list[tuple[int, int]] = []
    for score, i, j in edges:
        if i in done_en or j in done_zh:
            continue
        if score <= UNITS_DIFFER:
            conflicts.append((i, j))
            continue
        done_en.add(i)
        done_zh.add(j)
        result.same.append((english.facts[i], chinese.facts[j]))
    left_en = [f for i, f in enumerate(english.facts) if i not in done_en]
    left_zh = [f for j, f in enumerate(chinese.facts) if j not in done_zh]
    composed(left_en, left_zh)
    composed(left_zh, left_en)
    _loose_matches(result, left_en, left_zh)
    open_en, open_zh = {id(f) for f in left_en}, {id(f) for f in left_zh}
    for i, j in conflicts:
        e, z = english.facts[i], chinese.facts[j]
        if id(e) in open_en and id(z) in open_zh:
            open_en.remove(id(e))
            open_zh.remove(id(z))
            result.other_unit.append((e, z))
    left_en = [f for f in left_en if id(f) in open_en]
    left_zh = [f for f in left_zh if id(f) in open_zh]
    said_en, said_zh = [e for e, _ in result.same], [z for _, z in result.same]
    left_en = [f for f in left_en if not _stands_unread(f, chinese)]
    left_zh = [f for f in left_zh if not _stands_unread(f, english)]
    result.english = _without_echoes(left_en, said_zh, said_en, result.english_again)
    _restate(result, english, chinese)
    result.chinese = _without_echoes(left_zh, said_en, said_zh, result.chinese_again)
    return result


def _edges(english: Facts, chinese: Facts) -> Iterable[tuple[float, int, int]]:
    """Candidate pairs with how well they go together."""
    width_en, width_zh = max(len(english.text), 1), max(len(chinese.text), 1)
    for i, j in _candidates(english, chinese):
        e, z = english.facts[i], chinese.facts[j]
        score = agreement(e, z)
        if score > UNITS_DIFFER + 0.001:
            score += 0.02 * (e.strength + z.strength) - 0.1 * abs(e.start / width_en - z.start / width_zh)
            if e.bound and z.bound:
                # Of equal values, "under 40" goes with 40以下 and "over 40" with 超过40, wherever they stand.
                score += 0.1 if e.bound == z.bound else -0.1
            yield max(score, UNITS_DIFFER + 0.01), i, j
        elif score > 0:
            yield min(score, UNITS_DIFFER), i, j


def _candidates(english: Facts, chinese: Facts) -> Iterable[tuple[int, int]]:
    """Pairs of facts that share a key, each once."""
    buckets: dict[Key, list[int]] = defaultdict(list)
    for j, fact in enumerate(chinese.facts):
        for key in keys(fact):
            buckets[key].append(j)
    crowd: dict[Key, list[int]] = defaultdict(list)
    for i, fact in enumerate(english.facts):
        for key in keys(fact):
            if key in buckets:
                crowd[key].append(i)
    found: dict[tuple[int, int], None] = {}
    for key, members in crowd.items():
        others = buckets[key]
        crowded = len(members) > _CROWD and len(others) > _CROWD
        for n, i in enumerate(members):
            for j in others[max(0, n - 2) : n + 3] if crowded else others:
                found[i, j] = None
    return found


def _loose_matches(result: Matching, left_en: list[Fact], left_zh: list[Fact]) -> None:
    if not left_en or not left_zh or len(left_en) * len(left_zh) > TOO_MANY:
        return
    for e in list(left_en):
        for z in left_zh:
            if loosely(e, z):
                left_en.remove(e)
                left_zh.remove(z)
                result.same.append((e, z))
                break


def _without_echoes(left: list[Fact], stated: list[Fact], own: list[Fact], again: list[Fact]) -> list[Fact]:
    """Move values that the other side states once for both to ``again``, and drop conversions of a matched value.

    A repeated mention is no fault, nor is 27 °C added in brackets to 80 °F.
    """
    if len(left) * len(stated) > TOO_MANY:
        again += left
        return []
    kept = []
    for fact in left:
        converted = fact.kind == "measure" and any(f.kind == "measure" and loosely(fact, f) for f in (*stated, *own))
        if converted or any(says_again(fact, f) or (_spans(f) and loosely(fact, f)) for f in stated):
            again.append(fact)
        else:
            kept.append(fact)
    return kept


def converts_in_brackets(sentence: Facts, fact: Fact) -> bool:
    """Whether the value stands in brackets behind another of its sort: €100 million (about ¥780 million).

    It says for one reader what the other value says already, and either side may have it alone.
    """
    if fact.kind not in ("measure", "money", "time") or not _BRACKET.search(
        sentence.text, max(0, fact.start - 24), fact.start
    ):
        return False
    before = [f for f in sentence if f.end <= fact.start and f.kind == fact.kind]
    if not before or _OPEN_BRACKET.fullmatch(sentence.text, before[-1].end, fact.start) is None:
        return False
    return fact.kind != "measure" or DIMENSION.get(before[-1].unit) == DIMENSION.get(fact.unit)


def _stands_unread(fact: Fact, other: Facts) -> bool:
    """Whether the same figures stand in the other sentence where no value is read: one side writes [27] as code."""
    if not fact.digits or len(other.text) > _LONG or fact.text not in other.text:
        return False
    places = re.finditer(rf"(?<![0-9.,]){re.escape(fact.text)}(?![0-9]|[.,][0-9])", other.text)
    return any(all(f.end <= place.start() or place.end() <= f.start for f in other) for place in places)


def named(sentence: Facts, fact: Fact) -> str:
    """The capitalised word that the number belongs to: Python in "Python 3.9", Table in "Table 2"; "" for none."""
    found = _NAME_BEFORE.search(sentence.text, max(0, fact.start - 24), fact.start)
    return found.group(1) if found else ""


def _restate(result: Matching, english: Facts, chinese: Facts) -> None:
    """Take back repeated values that are no repetition: Table 1.1 beside Figure 1.1, Python 3.9 where a bare Python is.

    The Chinese states such a number once because it lost it once.
    """
    again = [(f, named(english, f) if f.digits and f.kind in ("number", "label") else "") for f in result.english_again]
    if not any(name for _, name in again):
        return
    said = {(f.readings[0], named(english, f)) for f, _ in result.same}
    bare = {name: _stands_bare(name, english, chinese) for fact, name in again if name and fact.role != "reference"}
    lost = [
        (fact.role == "reference" and bool(name) and (fact.readings[0], name) not in said) or bare.get(name, False)
        for fact, name in again
    ]
    result.english_again = [fact for (fact, _), gone in zip(again, lost, strict=True) if not gone]
    result.english += [fact for (fact, _), gone in zip(again, lost, strict=True) if gone]


def _stands_bare(name: str, english: Facts, chinese: Facts) -> bool:
    """Whether the name stands oftener without a number in the Chinese than in the English."""
    bare = re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z]|[ -]?[0-9])")
    return len(bare.findall(chinese.text)) > len(bare.findall(english.text))


def _spans(fact: Fact) -> bool:
    """Whether a fact states a range in one expression, which answers for both its ends."""
    return any(r.high is not None for r in fact.readings)
