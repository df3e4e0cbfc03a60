"""Matches the values of two sentences as multisets: equal first, then equal in other terms. Judges nothing."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from aligncheck.facts import Fact, Facts, Number, Reading
from aligncheck.facts.compare import UNITS_DIFFER, Key, agreement, keys, loosely, says_again
from aligncheck.facts.units import DIMENSION, to_base

_CROWD = 24
"""More equal values than this on both sides are matched in order, which keeps long tables linear."""

_TOO_MANY = 20_000
"""More combinations than this are not tried; a sentence with hundreds of left-over values is no sentence."""


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


def match(english: Facts, chinese: Facts) -> Matching:
    """Match two sentences' values."""
    result = Matching()
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
    _composites(left_en, left_zh)
    _composites(left_zh, left_en)
    _loose_matches(result, left_en, left_zh)
    for i, j in conflicts:
        e, z = english.facts[i], chinese.facts[j]
        if e in left_en and z in left_zh:
            left_en.remove(e)
            left_zh.remove(z)
            result.other_unit.append((e, z))
    said_en, said_zh = [e for e, _ in result.same], [z for _, z in result.same]
    result.english = _without_echoes(left_en, said_zh, said_en, result.english_again)
    result.chinese = _without_echoes(left_zh, said_en, said_zh, result.chinese_again)
    return result


def _edges(english: Facts, chinese: Facts) -> Iterable[tuple[float, int, int]]:
    """Candidate pairs with their agreement, less the further apart they stand in their sentences."""
    buckets: dict[Key, list[int]] = defaultdict(list)
    for j, fact in enumerate(chinese.facts):
        for key in keys(fact):
            buckets[key].append(j)
    width_en, width_zh = max(len(english.text), 1), max(len(chinese.text), 1)
    crowd: dict[Key, list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for i, fact in enumerate(english.facts):
        for key in keys(fact):
            if key in buckets:
                crowd[key].append(i)
    for key, members in crowd.items():
        others = buckets[key]
        crowded = len(members) > _CROWD and len(others) > _CROWD
        for n, i in enumerate(members):
            for j in others[max(0, n - 2) : n + 3] if crowded else others:
                if (i, j) in seen:
                    continue
                seen.add((i, j))
                e, z = english.facts[i], chinese.facts[j]
                score = agreement(e, z)
                if score > UNITS_DIFFER:
                    score += 0.02 * (e.strength + z.strength)
                if score > 0:
                    score = min(score, UNITS_DIFFER) if score <= UNITS_DIFFER + 0.001 else score
                    apart = abs(e.start / width_en - z.start / width_zh)
                    yield (score if score <= UNITS_DIFFER else max(score - 0.1 * apart, UNITS_DIFFER + 0.01)), i, j


def _loose_matches(result: Matching, left_en: list[Fact], left_zh: list[Fact]) -> None:
    if not left_en or not left_zh or len(left_en) * len(left_zh) > _TOO_MANY:
        return
    for e in list(left_en):
        for z in left_zh:
            if loosely(e, z):
                left_en.remove(e)
                left_zh.remove(z)
                result.same.append((e, z))
                break


def _composites(left: list[Fact], others: list[Fact]) -> None:
    """A value one side gives whole and the other in two parts: 2 of 3 and 2/3, 5 ft 6 in and 168 cm."""
    if len(others) < 2 or len(left) * len(others) > _TOO_MANY:
        return
    for fact in list(left):
        parts = _parts_of(fact, others)
        if parts is not None:
            left.remove(fact)
            for part in parts:
                others.remove(part)


def _parts_of(fact: Fact, others: list[Fact]) -> tuple[Fact, Fact] | None:
    wanted = fact.readings[0]
    for first, second in itertools.pairwise(others):
        if _composes(wanted.kind, wanted.value, wanted.unit, first, second):
            return first, second
    if wanted.high is not None:
        ends = [f for f in others if any(r.value in (wanted.value, wanted.high) for r in f.readings)]
        if len(ends) >= 2:
            return ends[0], ends[1]
    return None


def _composes(kind: str, value: Number, unit: str, first: Fact, second: Fact) -> bool:
    if kind in ("fraction", "ratio", "percent"):
        target = Fraction(value) / (100 if kind == "percent" else 1)
        return any(_divides(target, x, y) for x in first.readings for y in second.readings)
    x, y = first.readings[0], second.readings[0]
    if x.kind in ("number", "measure") and x.value + y.value == value and x.value > y.value:
        # threescore years and ten
        return kind in ("number", "measure") and y.kind == "number" and x.value % 10 == 0
    if kind != "measure" or len({DIMENSION.get(u) for u in (unit, x.unit, y.unit)}) != 1:
        return False
    whole, a, b = to_base(value, unit), to_base(x.value, x.unit), to_base(y.value, y.unit)
    return whole is not None and a is not None and b is not None and abs(a + b - whole) <= whole / 40


def _divides(target: Fraction, x: Reading, y: Reading) -> bool:
    if x.date is not None or y.date is not None or not x.value or not y.value:
        return False
    return target in (Fraction(x.value) / y.value, Fraction(y.value) / x.value)


def _without_echoes(left: list[Fact], stated: list[Fact], own: list[Fact], again: list[Fact]) -> list[Fact]:
    """Move values that the other side states once for both to ``again``, and drop conversions of a matched value.

    A repeated mention is no fault, nor is 27 °C added in brackets to 80 °F.
    """
    if len(left) * len(stated) > _TOO_MANY:
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


def _spans(fact: Fact) -> bool:
    """Whether a fact states a range in one expression, which answers for both its ends."""
    return any(r.high is not None for r in fact.readings)
