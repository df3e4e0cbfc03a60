"""Reads Chinese quantities known by their size alone: 数十, 几百, 上千, 成千上万, 数以万计."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.numbers import POWERS
from aligncheck.model.fact import Strength

VAGUE = (
    r"好?[几数][十百千万亿]+|成百上千|成千[上累]万|千千万万|数以[十百千万亿]+计"
    r"|(?<![以])[上成](?:[百千](?![米克货科分])|万|亿)[万亿]*"
)
"""Pattern of a vague quantity; English has "dozens of" and the like for it."""

_WHOLE = {"成百上千": (100, 9999), "成千上万": (1000, 99999), "成千累万": (1000, 99999), "千千万万": (10000, 10**8)}


def vague(text: str, start: int, end: int) -> Draft:
    """The quantity between ``start`` and ``end``; 数百 is from 200 to 999, 上百 from 100."""
    word = text[start:end]
    draft = Draft(start, end, strength=Strength.WEAK, digits=False)
    if word in _WHOLE:
        low, high = _WHOLE[word]
    else:
        power = 1
        for char in word:
            power *= POWERS.get(char, 1)
        low, high = power if word[0] in "上成" else 2 * power, 10 * power - 1
    draft.add("vague", low, "", high)
    return draft


VAGUE_WORD = deferred(VAGUE)
