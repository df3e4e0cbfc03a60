"""Gathers from all documents the pairs that say the same on one side and not on the other. Judges no wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from aligncheck.checks._run import RunContext
from aligncheck.checks.consistency.keys import Keys, sentences, unpacked
from aligncheck.model.report import PairRecord, PairSide

SHARED = 8
"""Sentences that two documents must have in common before it is asked whether they were translated apart."""
APART = 0.6
"""Share of them that differ from which they were: nobody tried to word them alike."""
_FEW = 8
"""A sentence that stands in more documents is a formula and shows nothing about two of them."""


class Member(NamedTuple):
    """A pair of a group: its document's number, its id, and what it says on the other side."""

    document: int
    pair: int
    other: int


def differing(context: RunContext, *, by_target: bool = False) -> list[list[Member]]:
    """Pairs of one source with different targets, or the inverse, per edition; each group by path and place.

    Pairs that another rule speaks of are left out: what is wrong with them is said already.
    """
    found: list[list[Member]] = []
    editions: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, document in enumerate(context.documents):
        editions[document.edition, document.languages[0]].append(number)
    for numbers in editions.values():
        keys = [(n, _keys(context, n)) for n in sorted(numbers, key=lambda n: context.documents[n].identity)]
        found += _groups(context, keys, by_target)
    return found


def sides(context: RunContext, member: Member) -> tuple[PairSide, PairSide]:
    """Source and target of a member."""
    pair: PairRecord = context.documents[member.document].pairs[member.pair]
    assert pair.source is not None
    assert pair.target is not None
    return pair.source, pair.target


def place(context: RunContext, member: Member) -> str:
    """Where a member's target stands, as messages name it."""
    return f"{context.documents[member.document].path}:{sides(context, member)[1].line}"


def translated_apart(context: RunContext, groups: Sequence[Sequence[Member]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Documents that share many sentences and render most of them otherwise, with how many differ of how many.

    Such are two versions of one text, translated anew. A document may hold both: then it is paired with itself.
    The first of a pair has the earlier path.
    """
    differ: Counter[tuple[int, int]] = Counter()
    for group in groups:
        said: dict[int, set[int]] = defaultdict(set)
        for member in group:
            said[member.document].add(member.other)
        if len(said) <= _FEW:
            differ.update((n, n) for n, others in said.items() if len(others) > 1)
            differ.update((a, b) for a, b in combinations(said, 2) if said[a].isdisjoint(said[b]))
    likely = {two for two, many in differ.items() if many >= SHARED * APART}
    if not likely:
        return {}
    known = {n: Counter(_sound_sources(context, n)) for n in {n for two in likely for n in two}}
    found = {}
    for a, b in likely:
        shared = sum(many > 1 for many in known[a].values()) if a == b else len(known[a].keys() & known[b].keys())
        if shared >= SHARED and differ[a, b] >= APART * shared:
            found[a, b] = differ[a, b], shared
    return found


def _keys(context: RunContext, number: int) -> Keys:
    return unpacked(context.documents[number].gathered.get(sentences.__name__, b""))


def _sound_sources(context: RunContext, number: int) -> Iterator[int]:
    """The sources of a document's pairs of which no other rule speaks."""
    keys, faulty = _keys(context, number), context.documents[number].faulty
    return (source for pair, source in zip(keys.pairs, keys.sources, strict=True) if pair not in faulty)


def _groups(context: RunContext, keys: Sequence[tuple[int, Keys]], by_target: bool) -> list[list[Member]]:
    """Pairs that are equal on one side and not on the other, of several documents."""
    columns = [
        (number, one.pairs, *((one.targets, one.sources) if by_target else (one.sources, one.targets)))
        for number, one in keys
    ]
    first: dict[int, int] = {}
    different: set[int] = set()
    for number, pairs, same, other in columns:
        faulty = context.documents[number].faulty
        for pair, key, said in zip(pairs, same, other, strict=True):
            if pair not in faulty and first.setdefault(key, said) != said:
                different.add(key)
    groups: dict[int, list[Member]] = defaultdict(list)
    for number, pairs, same, other in columns if different else ():
        faulty = context.documents[number].faulty
        for pair, key, said in zip(pairs, same, other, strict=True):
            if key in different and pair not in faulty:
                groups[key].append(Member(number, pair, said))
    return list(groups.values())
