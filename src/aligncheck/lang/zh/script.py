"""Tells Simplified from Traditional Chinese by characters that exist in one of them only; judges no single word."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files

MIXED = 0.2
"""Share of the rarer script from which a text counts as mixed; wrong conversions in one script stay below."""


@cache
def characters_of() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that are only Simplified, and only Traditional, by OpenCC's character tables."""

    def only(name: str) -> frozenset[str]:
        found = set()
        for line in files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8").splitlines():
            key, _, values = line.partition("\t")
            if len(key) == 1 and key not in values.split():
                found.add(key)
        return frozenset(found)

    return only("STCharacters.txt"), only("TSCharacters.txt")


def script_of(text: str) -> str | None:
    """``"Hans"``, ``"Hant"`` or ``"mixed"``; None where fewer than three characters tell."""
    simplified, traditional = characters_of()
    counts = Counter(text)
    hans = sum(counts[char] for char in simplified.intersection(counts))
    hant = sum(counts[char] for char in traditional.intersection(counts))
    if hans + hant < 3:
        return None
    if min(hans, hant) > MIXED * (hans + hant):
        return "mixed"
    return "Hans" if hans > hant else "Hant"
