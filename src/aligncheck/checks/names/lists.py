"""Rows of three names of which the Chinese has two. Knows lists of names, no other list and no forms of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.checks.names.mentions import Names
from aligncheck.lang.en.capitals import THREE_NAMES
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.sounds import SELDOM, WEAK, evidence

JOINTS = frozenset("和 与 及 跟 同 以及 还有".split())
"""What stands between the last two names of a row."""
MORE = frozenset("、和与及跟同·・•")
"""A mark or word beside the two names that may join a third one to them."""


class Lack(NamedTuple):
    """A row of names: the pair's number, the characters of the one missing and of the row, those of the Chinese row."""

    text: int
    missing: tuple[int, int]
    row: tuple[int, int]
    chinese: tuple[int, int]


def lacking(names: Names) -> Iterator[Lack]:
    """Rows of three names where two stand in the Chinese, joined to each other, and nothing renders the third."""
    for text in names.crowded(3):
        for match in THREE_NAMES.finditer(names.english[text]):
            places = [_place(match.group(n), text, names) for n in (1, 2, 3)]
            missing = [n for n, place in enumerate(places, start=1) if place is None]
            if len(missing) == 1 and not _is_told(match.group(missing[0]), text, names):
                row = _joined([place for place in places if place is not None], names.chinese(text))
                if row is not None:
                    yield Lack(text, match.span(missing[0]), (match.start(1), match.end(3)), row)


def _place(name: str, text: int, names: Names) -> tuple[int, int] | None:
    heard = names.heard(name, names.chinese(text))
    return None if heard is None else heard[:2]


def _is_told(name: str, text: int, names: Names) -> bool:
    """Whether the Chinese has the name in Latin letters, or what the dictionary gives for it."""
    chinese = names.chinese(text)
    return name.lower() in chinese or any(word in chinese for word in names.lexicon.translations(name))


def _joined(places: Sequence[tuple[int, int]], chinese: str) -> tuple[int, int] | None:
    """The characters of two names, if they are joined to each other and to no third."""
    first, second = sorted(places)
    if chinese[first[1] : second[0]].strip() not in JOINTS:
        return None
    beside = chinese[max(0, first[0] - 1) : first[0]] + chinese[second[1] : second[1] + 1]
    known = evidence()
    if any(char in MORE or (HAN.match(char) and known.get(char, SELDOM) > WEAK) for char in beside):
        return None
    return first[0], second[1]
