"""Finds where a text's sentences lie in the other text, roughly, from strings that both write alike.

Names, numbers, links and code terms that stand equally often on both sides, and seldom, are anchors. They keep the
band of the first pass on the right track where one text lacks a third of the other. Knows no words and no scores.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_STRING = re.compile(r"[A-Za-z][A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*|[0-9]{2,}(?:[.,][0-9]+)*")
SELDOM = 4
"""An anchor string stands in at most so many sentences of each side."""
NEAR, DRIFT = 12, 6
"""An anchor counts only beside another one, at most so many sentences away, whose offset differs by at most this."""


def track(source: Sequence[str], target: Sequence[str]) -> NDArray[np.float64]:
    """For each boundary of the source (n + 1 of them) the target boundary it lies near, never decreasing.

    Without anchors this is the diagonal.
    """
    n, m = len(source), len(target)
    points = [(-1, -1), *_supported(_chain(_candidates(source, target))), (n, m)]
    x = np.array([p[0] for p in points], float) + 0.5
    y = np.array([p[1] for p in points], float) + 0.5
    x[0] = y[0] = 0.0
    x[-1], y[-1] = n, m
    return np.interp(np.arange(n + 1), x, y)


def _candidates(source: Sequence[str], target: Sequence[str]) -> list[tuple[int, int]]:
    places = [_places(source), _places(target)]
    found = set()
    for string, left in places[0].items():
        right = places[1].get(string, [])
        if len(left) == len(right) <= SELDOM:
            found.update(zip(left, right, strict=True))
    return sorted(found)


def _places(sentences: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(sentences):
        for string in dict.fromkeys(_STRING.findall(text)):
            places[string.lower()].append(number)
    return places


def _chain(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points that rises on both sides (patience sorting)."""
    points = sorted(points, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for number, (_, y) in enumerate(points):
        k = bisect_left(tails, y)
        back.append(at[k - 1] if k else -1)
        tails[k : k + 1] = [y]
        at[k : k + 1] = [number]
    chain = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(points[number])
        number = back[number]
    return chain[::-1]


def _supported(chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those points that a neighbour in the chain confirms: a single coincidence must not bend the track."""
    kept = []
    for k, (x, y) in enumerate(chain):
        beside = chain[max(0, k - 2) : k] + chain[k + 1 : k + 3]
        if any(abs(x - a) <= NEAR and abs((y - x) - (b - a)) <= DRIFT for a, b in beside):
            kept.append((x, y))
    return kept
