"""Finds what one side of a document keeps and the other does not: multisets per pair, then moves between pairs.

Knows items by their keys; what the keys mean is said by the function that compares two of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from aligncheck.checks._layout import pairs_given
from aligncheck.checks._rule import DocumentContext, PairContext
from aligncheck.checks.links.items import Finder, Item, marks_of
from aligncheck.model.text import Mark, Pair

Same = Callable[[str, str], bool]

NEAR = 6
"""So many pairs away a counterpart that is only similar may stand; an equal one may stand anywhere."""
HABIT = 4
"""So many items of a kind must be gone, and hardly any kept, before it is the document's policy."""


@dataclass(slots=True)
class Left:
    """What has no counterpart in a pair: of the source, and of the target."""

    lost: list[Item] = field(default_factory=list)
    gained: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Balance:
    """What a document kept of a kind.

    Attributes:
        left: by pair id, only pairs where something is left over and both sides are there.
        dropped: whether the translation leaves such things out as a habit.
        first: the id of the first pair where something was lost.
        target_keys: every key of the target; none where each pair stands alone.
    """

    left: dict[int, Left]
    dropped: bool
    first: int | None
    target_keys: frozenset[str]


def balance(context: DocumentContext, find: Finder, same: Same) -> Balance:
    """Compare what all pairs hold; in flowing text what moved to another pair is no loss."""
    left: dict[int, Left] = {}
    total = 0
    keys: set[str] = set()
    marked = context.once("marks", _marks)
    for pair in context.pairs:
        left_marks, right_marks = marked[pair.id]
        sources = find(pair.source, left_marks) if pair.source else []
        targets = find(pair.target, right_marks) if pair.target else []
        if not (sources or targets):
            continue
        keys.update(item.key for item in targets)
        found = _compare(sources, targets, same)
        if found.lost or found.gained:
            left[pair.id] = found
        total += len(sources) if pair.target else 0
    given = pairs_given(context)
    if left and not given:
        _settle(context.pairs, left, same)
    both = {p.id: left[p.id] for p in context.pairs if p.id in left and p.source and p.target}
    lost = sum(len(found.lost) for found in both.values())
    dropped = not given and lost >= HABIT and lost >= 0.75 * total
    first = next((number for number, found in both.items() if found.lost), None)
    return Balance(both, dropped, first, frozenset() if given else frozenset(keys))


def marks(pair: PairContext) -> tuple[Sequence[Mark], Sequence[Mark]]:
    """The marks of source and target, worked out once."""
    return pair.document.once("marks", _marks)[pair.pair.id]


def _marks(context: DocumentContext) -> dict[int, tuple[Sequence[Mark], Sequence[Mark]]]:
    return {
        pair.id: (marks_of(pair.source) if pair.source else (), marks_of(pair.target) if pair.target else ())
        for pair in context.pairs
    }


def _compare(sources: Sequence[Item], targets: Sequence[Item], same: Same) -> Left:
    free = list(targets)
    waiting = []
    for item in sources:
        equal = next((other for other in free if other.key == item.key), None)
        if equal is None:
            waiting.append(item)
        else:
            free.remove(equal)
    lost = []
    for item in waiting:
        alike = next((other for other in free if same(item.key, other.key)), None)
        if alike is None:
            lost.append(item)
        else:
            free.remove(alike)
    return Left(lost, free)


def _settle(pairs: Sequence[Pair], left: dict[int, Left], same: Same) -> None:
    """Strike out what is lost in one pair and gained in another: the nearest with the same key, then a similar one."""
    place = {pair.id: n for n, pair in enumerate(pairs)}
    order = [pair.id for pair in pairs if pair.id in left]
    homes: dict[str, list[int]] = defaultdict(list)
    for number in order:
        for item in left[number].gained:
            homes[item.key].append(number)
    for number in order:
        for item in list(left[number].lost):
            if homes[item.key]:
                home = min(homes[item.key], key=partial(_distance, place, number))
                homes[item.key].remove(home)
                _strike(left[number], left[home], item, item.key)
    for n, number in enumerate(order):
        near = [o for o in order[max(0, n - NEAR) : n + NEAR + 1] if _distance(place, number, o) <= NEAR]
        for item in list(left[number].lost):
            alike = ((home, g.key) for home in near for g in left[home].gained if same(item.key, g.key))
            if found := next(alike, None):
                _strike(left[number], left[found[0]], item, found[1])


def _distance(place: dict[int, int], one: int, other: int) -> int:
    return abs(place[one] - place[other])


def _strike(here: Left, home: Left, item: Item, key: str) -> None:
    here.lost.remove(item)
    home.gained.remove(next(other for other in home.gained if other.key == key))
