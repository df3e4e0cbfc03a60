"""Which findings say again what another one says. Knows codes and places, nothing of what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligncheck.model.text import Span

STRETCH = 1024
"""Characters of a stretch of text, by which findings are looked up."""


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as far as precedence sees it: its rule's declarations, its pair, and where it points on both sides."""

    code: str
    speaks_for: tuple[str, ...]
    explains: tuple[str, ...]
    pair: int | None
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def spoken_for(said: Sequence[Said]) -> dict[int, int]:
    """Findings that say nothing new, each with the one that says it already (indices into ``said``).

    One speaks for another where its rule declares so (``Rule.speaks_for``) and everything the other points at lies
    within what it points at; it explains another (``Rule.explains``) on the same pair, or where it points at a part of
    what the other points at in the target. The first that does is named; one that is spoken for speaks for nobody.
    """
    index = _Index(said)
    speakers = {
        number: [other for other in index.near(one) if other != number and _says(said[other], one)]
        for number, one in enumerate(said)
        if one.source or one.target
    }
    loud = _loud(len(said), speakers)
    return {
        number: next(other for other in speakers[number] if other in loud)
        for number in range(len(said))
        if number not in loud
    }


def _loud(count: int, speakers: Mapping[int, Sequence[int]]) -> set[int]:
    """Findings that nobody speaks for who is not spoken for in turn; of some that speak for each other the first."""
    loud = {number for number in range(count) if not speakers.get(number)}
    silent: set[int] = set()
    waiting = [number for number in range(count) if number not in loud]
    while waiting:
        for number in waiting:
            if not loud.isdisjoint(speakers[number]):
                silent.add(number)
            elif silent.issuperset(speakers[number]):
                loud.add(number)
        left = [number for number in waiting if number not in loud and number not in silent]
        if len(left) == len(waiting):
            above = {number: _above(number, speakers, set(left)) for number in left}
            first = min((number for number in left if number in above[number]), key=lambda number: len(above[number]))
            loud.add(first)
            left.remove(first)
        waiting = left
    return loud


def _above(number: int, speakers: Mapping[int, Sequence[int]], among: set[int]) -> set[int]:
    """Those that may speak for a finding, or for one that may, and so on."""
    found: set[int] = set()
    here = {number}
    while here:
        here = {other for one in here for other in speakers[one] if other in among} - found
        found |= here
    return found


class _Index:
    """Findings whose rules may speak for others, by pair and by the stretches of text they point at."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._pairs: dict[int, set[int]] = {}
        self._places: dict[tuple[bool, int], set[int]] = {}
        for number, one in enumerate(said):
            if one.speaks_for or one.explains:
                if one.pair is not None:
                    self._pairs.setdefault(one.pair, set()).add(number)
                for place in _places(one):
                    self._places.setdefault(place, set()).add(number)

    def near(self, one: Said) -> list[int]:
        """Those on the same pair, or that point at the same stretches, in order."""
        found = set() if one.pair is None else set(self._pairs.get(one.pair, ()))
        return sorted(found.union(*(self._places.get(place, ()) for place in _places(one))))


def _places(one: Said) -> Iterator[tuple[bool, int]]:
    """The side and the number of each stretch of text that a finding points at."""
    for target, spans in ((False, one.source), (True, one.target)):
        for span in spans:
            for stretch in range(span.start // STRETCH, max(span.start, span.end - 1) // STRETCH + 1):
                yield target, stretch


def _says(speaker: Said, one: Said) -> bool:
    if one.code.startswith(speaker.speaks_for):
        return _inside(one.source, speaker.source) and _inside(one.target, speaker.target)
    if not one.code.startswith(speaker.explains):
        return False
    around = bool(speaker.target) and bool(one.target) and _inside(speaker.target, one.target)
    return around or (one.pair is not None and one.pair == speaker.pair)


def _inside(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return all(any(o.start <= s.start and s.end <= o.end for o in others) for s in spans)
