"""Counts what both languages share: letters, words, Han characters. No language's own rules."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

HAN = deferred(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U000323af々〇]")
LATIN_WORD = deferred(r"[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ]*(?:['’\-‑][A-Za-zÀ-ÖØ-öø-ɏ]+)*")


def letters(text: str) -> int:
    """How many letters or Han characters a text has."""
    return sum(map(str.isalpha, text))


def han(text: str) -> int:
    """How many Han characters a text has."""
    return len(HAN.findall(text))


def latin_words(text: str) -> list[str]:
    """The words in Latin letters; ``don't`` and ``well-known`` are one word each."""
    return LATIN_WORD.findall(text)
