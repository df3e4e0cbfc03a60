"""Characters that one Chinese script has and the other lacks, and what answers them there. Judges no word."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.script import MIXED, characters_of
from aligncheck.lang.zh.script_forms import SIMPLIFIED_LOOK_ALIKES, TRADITIONAL_BESIDES, TRADITIONAL_LOOK_ALIKES
from aligncheck.lang.zh.script_words import opencc_table

_TELL = 3
"""Characters that tell before a text is taken to be in one script."""

LANGUAGE_NAMES: re.Pattern[str] = deferred(
    r"(?:中文|漢語|汉语|華語|华语|中国|中國)?[（(]?\s?(?:简体|简化|簡體|繁体|繁體|正體|正体)(?:中文|字|版|漢字|汉字|华语)?\s?[)）]?|简中|繁中|日本語|简/繁|繁/简"
    r"|[（(](?:台灣|臺灣|香港|澳門|中国|中国大陆|新加坡|马来西亚)[)）]"
)
"""A language or its script by its own name, as menus of languages show it."""

APART: re.Pattern[str] = deferred(
    r"「[^「」\n]{1,120}」|『[^『』\n]{1,120}』|“[^“”\n]{1,120}”|‘[^‘’\n]{1,120}’|\"[^\"\n]{1,120}\"|《[^《》\n]{1,60}》"
    r"|〈[^〈〉\n]{1,60}〉|（[^（）\n]{1,120}）|\([^()\n]{1,120}\)|\[[^\[\]\n]{1,120}\]|【[^【】\n]{1,120}】"
)
"""Quoted and bracketed text, titles of works."""

KANA: re.Pattern[str] = deferred("[ぁ-ゖァ-ヺ]")


@cache
def telling() -> tuple[frozenset[str], frozenset[str]]:
    """Characters by which a text shows its script: Simplified only, Traditional only; variants of either left out."""
    simplified, traditional = characters_of()
    return simplified - SIMPLIFIED_LOOK_ALIKES - _variants(), (
        traditional - TRADITIONAL_LOOK_ALIKES
    ) | TRADITIONAL_BESIDES


def _variants() -> frozenset[str]:
    """Characters that Taiwan or Hong Kong prefers though OpenCC's own standard has another."""
    tables = (opencc_table("TWVariants.txt"), opencc_table("HKVariants.txt"))
    return frozenset(char for table in tables for key, values in table.items() for char in (key, *values))


def majority(counts: Counter[str]) -> str | None:
    """``"Hans"`` or ``"Hant"`` of a text with these characters, ``"mixed"``; None where too few of them tell."""
    simplified, traditional = telling()
    hans = sum(counts[char] for char in simplified.intersection(counts))
    hant = sum(counts[char] for char in traditional.intersection(counts))
    if hans + hant < _TELL:
        return None
    if min(hans, hant) > MIXED * (hans + hant):
        return "mixed"
    return "Hans" if hans > hant else "Hant"


@cache
def _standards() -> dict[str, dict[str, str]]:
    """Of OpenCC's own forms those that Taiwan and Hong Kong write otherwise; Hong Kong writes 裏 for Taiwan's 裡."""
    tables = {
        name: {key: values[0] for key, values in opencc_table(table).items()}
        for name, table in (("Hant-TW", "TWVariants.txt"), ("Hant-HK", "HKVariants.txt"))
    }
    tables["Hant-HK"]["裡"] = "裏"
    return tables


def traditional_of(char: str, standard: str) -> tuple[str, ...]:
    """What a Simplified character may be in text of Taiwan (``Hant-TW``) or Hong Kong, the likeliest first."""
    local = _standards()[standard]
    forms = opencc_table("STCharacters.txt").get(char, ())
    return tuple(dict.fromkeys(local.get(form, form) for form in forms if form != char))


def simplified_of(char: str) -> str:
    """What a Traditional character is in Simplified text; itself where nothing answers it."""
    forms = opencc_table("TSCharacters.txt").get(char, (char,))
    return next((form for form in forms if form != char and ord(form) < 0x10000), char)


def local_form(char: str, standard: str) -> str:
    """A Traditional character as Taiwan or Hong Kong writes it."""
    return _standards()[standard].get(char, char)
