"""Reads English quantities known by their size alone: dozens of, a few hundred, tens of thousands. Knows no figure."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Strength

_SIZES: dict[str, tuple[int, int]] = {
    "dozens": (24, 99), "scores": (40, 99), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 99999),
    "millions": (2 * 10**6, 10**8 - 1), "billions": (2 * 10**9, 10**11 - 1), "trillions": (2 * 10**12, 10**14 - 1),
}  # fmt: skip
_FEW: dict[str, tuple[int, int]] = {
    "dozen": (24, 99), "score": (40, 99), "hundred": (200, 999), "thousand": (2000, 9999),
    "million": (2 * 10**6, 10**7 - 1),
    "billion": (2 * 10**9, 10**10 - 1), "trillion": (2 * 10**12, 10**13 - 1),
}  # fmt: skip
VAGUE: frozenset[str] = frozenset(_SIZES)
"""Words ``vague`` reads."""

_TIMES = {"tens": 10, "dozens": 10, "hundreds": 100, "scores": 10, "thousands": 1000}
_OF_SCALE = deferred(r"(?: and (?:hundreds|thousands|tens))? of (thousand|million|billion|trillion)s?(?![a-z])")
_POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_OF = deferred(r" of(?![a-z])")
_SCALE_AFTER = deferred(r" (thousand|million|billion|trillion)(?![a-z])")
_FEW_BEFORE = deferred(r"\b(?:few|several|many|multiple|couple|couple of|multi)[ -]$")
_FIGURES_OF = deferred(r"(10|100|1,?000|10,000|100,000)'?s of(?: (thousand|million|billion|trillion)s)?(?![a-z])")


def vague(low: str, start: int, word: str) -> list[Draft]:
    """The quantity of one of ``VAGUE`` at ``start`` of lower-cased text."""
    scale = _OF_SCALE.match(low, start + len(word))
    if scale is not None and word in _TIMES:
        least = _TIMES[word] * _POWERS[scale.group(1)]
        return _sized(start, scale.end(), (2 * least if word != "dozens" else 24 * least // 10), 10 * least - 1)
    if word in ("scores", "tens") and _OF.match(low, start + len(word)) is None:
        return []
    return _sized(start, start + len(word), *_SIZES[word])


def few(low: str, start: int, word: str) -> list[Draft]:
    """``few hundred``, ``several thousand`` whose scale word is at ``start``; empty for none."""
    before = _FEW_BEFORE.search(low, max(0, start - 16), start)
    if before is None or word not in _FEW:
        return []
    least, most = _FEW[word]
    end = start + len(word)
    while (more := _SCALE_AFTER.match(low, end)) is not None:
        least, most, end = least * _POWERS[more.group(1)], (most + 1) * _POWERS[more.group(1)] - 1, more.end()
    return _sized(start, end, least, most)


def figures_of(low: str, start: int) -> list[Draft]:
    """``100s of``, ``10s of thousands`` at ``start``."""
    found = _FIGURES_OF.match(low, start)
    if found is None:
        return []
    least = int(found.group(1).replace(",", "")) * _POWERS.get(found.group(2) or "", 1)
    return _sized(start, found.end(), 2 * least, 10 * least - 1)


def _sized(start: int, end: int, least: int, most: int) -> list[Draft]:
    draft = Draft(start, end, strength=Strength.WEAK, digits=False)
    draft.add("vague", least, "", most)
    return [draft]
