"""Gives every occurrence of a phrase, and every string, to one link: the best candidates first. Knows no language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from aligncheck.terminology.grams import Ints


class Candidate(NamedTuple):
    """A phrase kind that a string kind may render; ``score`` puts the best first, equal ones by their ``names``.

    ``needs``: in how many texts both must be free.
    """

    score: float
    names: tuple[str, str]
    phrase: int
    string: int
    needs: int
    prior: float


class Found(NamedTuple):
    """Occurrences that render each other, by their numbers, in a text."""

    text: int
    phrase: int
    string: int


class Occurrences:
    """Where kinds occur: spans of units within texts, each text's as bits of one number."""

    def __init__(self, text: Ints, kind: Ints, start: Ints, end: Ints, wanted: set[int]) -> None:
        self.spans: dict[int, dict[int, list[tuple[int, int, int]]]] = defaultdict(lambda: defaultdict(list))
        chosen = np.flatnonzero(np.isin(kind, np.fromiter(wanted, np.int64, len(wanted))))
        columns = (column[chosen].tolist() for column in (text, kind, start, end))
        for number, t, k, a, b in zip(chosen.tolist(), *columns, strict=True):
            self.spans[k][t].append((number, a, b))
        self.taken: dict[int, int] = defaultdict(int)

    def free(self, kind: int, text: int) -> list[tuple[int, int, int]]:
        """Occurrences of a kind in a text none of whose units is taken: number, start and end."""
        taken = self.taken[text]
        return [span for span in self.spans[kind][text] if not taken & _bits(span[1], span[2])]

    def take(self, text: int, start: int, end: int) -> None:
        self.taken[text] |= _bits(start, end)


def _bits(start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << start


def link(
    candidates: Sequence[Candidate], phrases: Occurrences, strings: Occurrences, sizes: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[Candidate, list[Found]]]:
    """What each candidate links in fact, in order of score (competitive linking, Melamed 2000).

    A candidate that finds fewer occurrences free than it needs links none: others explain them.
    ``sizes``: of each text, how many units its two sides have; occurrences at like places are linked first.
    """
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.names)):
        own, other = phrases.spans[candidate.phrase], strings.spans[candidate.string]
        found: list[Found] = []
        places: list[tuple[int, int, int, int, int]] = []
        texts = 0
        for text in sorted(own.keys() & other.keys()):
            here = phrases.free(candidate.phrase, text)
            there = strings.free(candidate.string, text) if here else []
            texts += bool(there)
            width, length = sizes[text]
            for number, start, end in here:
                if not there:
                    break
                place = start / width
                best = min(there, key=lambda span: (abs(span[1] / length - place), span[1]))
                there = [span for span in there if span[1] >= best[2] or span[2] <= best[1]]
                found.append(Found(text, number, best[0]))
                places.append((text, start, end, best[1], best[2]))
        if texts < candidate.needs:
            continue
        for text, start, end, begin, stop in places:
            phrases.take(text, start, end)
            strings.take(text, begin, stop)
        yield candidate, found
