"""Finds what renders the same source in two renderings: two texts, with or without their source, or one document.

Takes sentences and pairs as they are; how a rendering is paired with its source is decided above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from aligncheck.drift.monolingual import Match, likeness, pair_sentences
from aligncheck.drift.parts import beside_stretch, by_place, twice_rendered
from aligncheck.lang.form import folded
from aligncheck.model.text import Document, Pair, Segment, Side

SURE = 0.3
"""Likeness from which two sentences that no source ties together are renderings of the same thing."""

_NEARLY = 0.6
"""Likeness from which two source sentences are the same one, in two versions."""

Pairs: TypeAlias = Sequence[Pair]


class Group(NamedTuple):
    """Sentences that render the same source in A and in B; ``source`` is None where it is not known."""

    source: Side | None
    a: Side | None
    b: Side | None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text in one language: its document and sentences, in order."""

    document: Document
    segments: Sequence[Segment]


def between_files(a: Rendering, b: Rendering, pairs: tuple[Pairs, Pairs] | None = None) -> list[Group]:
    """What of A answers what of B, in order.

    Args:
        a, b: two renderings in one language. Where every sentence belongs to a unit (a key of a locale file), the
            units say what answers what.
        pairs: A and B paired with the source they share, its sentences on the source side. Without them, sentences
            are paired by likeness, in order.

    Each sentence of A and B is in exactly one group.
    """
    if pairs is not None:
        return by_source(*pairs)
    if all(s.block.unit is not None for s in (*a.segments, *b.segments)):
        return list(_by_unit(a, b))
    matches = pair_sentences([folded(s.text) for s in a.segments], [folded(s.text) for s in b.segments])
    return [
        Group(None, _side(a.document, [a.segments[i] for i in m.a]), _side(b.document, [b.segments[j] for j in m.b]))
        for m in matches
    ]


def within_document(pairs: Pairs) -> list[Group]:
    """What renders the same source twice in one document; A is what stands first.

    Where the source stands there twice, each time with a rendering (a whole translation beside an interleaved text),
    or stands once, beside a whole translation that nothing answers, the two renderings are compared whole. Elsewhere
    each later rendering of an equal source sentence is compared with the first.
    """
    if (parts := twice_rendered(pairs)) is not None:
        return by_source(*parts)
    if (beside := beside_stretch(pairs)) is not None:
        return _against_stretch(*beside)
    return list(_repeated(pairs))


def by_source(a: Pairs, b: Pairs) -> list[Group]:
    """Group two pairings by the source they share, in its order; the source may stand in two copies.

    What has no source stays beside its neighbours. Two sides that are alike, with none but one-sided groups between
    them, are one group.
    """
    joined = _Joined(len(a) + len(b))
    place = _tied(a, b, joined)
    members: dict[int, list[int]] = {}
    for node in range(len(a) + len(b)):
        members.setdefault(joined.root(node), []).append(node)
    ordered = sorted(members.values(), key=lambda nodes: min(place[n] for n in nodes))
    groups = []
    for nodes in ordered:
        left, right = [a[n] for n in nodes if n < len(a)], [b[n - len(a)] for n in nodes if n >= len(a)]
        source = _whole(p.source for p in left) or _whole(p.source for p in right)
        group = Group(source, _whole(p.target for p in left), _whole(p.target for p in right))
        if group.a or group.b:
            groups.append(group)
    return list(_mended(groups))


class _Joined:
    """Which of so many things belong together (disjoint sets)."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def root(self, one: int) -> int:
        while self._up[one] != one:
            self._up[one] = self._up[self._up[one]]
            one = self._up[one]
        return one

    def put(self, one: int, other: int) -> None:
        self._up[self.root(other)] = self.root(one)


def _tied(a: Pairs, b: Pairs, joined: _Joined) -> list[tuple[int, int]]:
    """Join the pairs that share source sentences; returns where each pair belongs: its source, then its own order."""
    sides = by_place(a), by_place(b)
    one, other = ([folded(s.text) for s, _ in side] for side in sides)
    rank: dict[int, int] = {}
    for number, match in enumerate(pair_sentences(one, other)):
        owners = [[sides[0][i][1] for i in match.a], [sides[1][j][1] + len(a) for j in match.b]]
        for node in (*owners[0], *owners[1]):
            rank.setdefault(node, number)
        texts = match.texts(one, other)
        if owners[0] and owners[1] and (texts[0] == texts[1] or likeness(*texts) > _NEARLY):
            for node in (*owners[0], *owners[1]):
                joined.put(owners[0][0], node)
    place, last = [], -1
    for node in range(len(a) + len(b)):
        if node == len(a):
            last = -1
        last = rank.get(node, last)
        place.append((last, 0 if node in rank else 1 + node))
    return place


def _mended(groups: Iterable[Group]) -> Iterator[Group]:
    """Make one group of two that no source ties together, where their sides are alike."""
    for alone, run in groupby(groups, key=lambda g: g.a is None or g.b is None):
        members = list(run)
        left, right = [g for g in members if g.a], [g for g in members if g.b]
        if not alone or not left or not right:
            yield from members
            continue
        texts = [folded(g.a.text) for g in left if g.a], [folded(g.b.text) for g in right if g.b]
        for match in pair_sentences(*texts):
            yield from _merged(match, left, right, texts)


def _merged(
    match: Match, left: Sequence[Group], right: Sequence[Group], texts: tuple[Sequence[str], Sequence[str]]
) -> Iterator[Group]:
    mine, theirs = [left[i] for i in match.a], [right[j] for j in match.b]
    if mine and theirs and likeness(*match.texts(*texts)) > SURE:
        source = _whole(g.source for g in mine) or _whole(g.source for g in theirs)
        yield Group(source, _whole(g.a for g in mine), _whole(g.b for g in theirs))
    else:
        yield from (*mine, *theirs)


def _against_stretch(stretch: Pairs, paired: Pairs) -> list[Group]:
    """Compare the sentences of a stretch with renderings that have their source; A is what stands first."""
    sides = [[(p.target, p.source) for p in pairs if p.target] for pairs in (stretch, paired)]
    sides.sort(key=lambda side: side[0][0].span.start)
    matches = pair_sentences(*([folded(target.text) for target, _ in side] for side in sides))
    groups = []
    for match in matches:
        mine, theirs = [sides[0][i] for i in match.a], [sides[1][j] for j in match.b]
        source = _whole(source for _, source in (*mine, *theirs))
        groups.append(Group(source, _whole(t for t, _ in mine), _whole(t for t, _ in theirs)))
    return groups


def _repeated(pairs: Pairs) -> Iterator[Group]:
    """Later renderings of a source sentence against its first."""
    first: dict[str, Side] = {}
    for pair in pairs:
        if pair.source is None or pair.target is None or pair.source.lang == pair.target.lang:
            continue
        key = folded(pair.source.text)
        if key in first:
            yield Group(pair.source, first[key], pair.target)
        else:
            first[key] = pair.target


def _by_unit(a: Rendering, b: Rendering) -> Iterator[Group]:
    """Sentences of the same unit, in the order of A; units of B alone stand last."""
    sides = [
        {unit: list(group) for unit, group in groupby(text.segments, key=lambda s: s.block.unit)} for text in (a, b)
    ]
    for unit in (*sides[0], *(unit for unit in sides[1] if unit not in sides[0])):
        yield Group(None, _side(a.document, sides[0].get(unit, [])), _side(b.document, sides[1].get(unit, [])))


def _whole(sides: Iterable[Side | None]) -> Side | None:
    """Several sides of one document as one, in order."""
    present = [side for side in sides if side is not None]
    if len(present) < 2:
        return present[0] if present else None
    return _side(present[0].document, sorted((s for side in present for s in side.segments), key=lambda s: s.span))


def _side(document: Document, segments: Sequence[Segment]) -> Side | None:
    return Side.of(document, tuple(segments)) if segments else None
