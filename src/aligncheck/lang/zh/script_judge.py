"""Finds wrong conversions in a whole text of one script. Knows characters and words, no document and no rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.script_contexts import HABITS, SURE
from aligncheck.lang.zh.script_forms import CONFUSED
from aligncheck.lang.zh.script_words import Verdict, Words, folded

_ENOUGH = 2
"""Sure cases of a wrong character before the text's habit says what the others are."""
_VARIANTS = {"裡": "裡裏", "並": "並併"}


def may_be_wrong(present: Container[str]) -> bool:
    """A quick look: whether a text has any character that conversion puts in the place of another."""
    return any(wrong in present for wrong, _ in CONFUSED)


def wrong_in_traditional(text: str, words: Words) -> list[Verdict]:
    """The characters of a Traditional text that a conversion got wrong, in order of place."""
    present = set(text)
    found = {verdict.at: verdict for verdict in words.wrong(text)}
    for wrong, right, pattern in SURE:
        if wrong in present:
            for match in pattern.finditer(text):
                if match.start() not in found and not words.allows(text, match.start()):
                    found[match.start()] = Verdict(match.start(), right, "")
    counts = Counter((text[at], verdict.right) for at, verdict in found.items())
    for wrong, right, pattern in HABITS:
        if counts[wrong, right] < _ENOUGH or present & set(_VARIANTS.get(right, right)):
            continue
        for match in pattern.finditer(text):
            at = match.start()
            if at not in found and not words.allows(text, at) and (wrong != "里" or _after_noun(text, at, words)):
                found[at] = Verdict(at, right, "")
    return [found[at] for at in sorted(found)]


def _after_noun(text: str, at: int, words: Words) -> bool:
    return folded(text[at - 2 : at]) in words.nouns


_LEFTOVERS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "於": ("于", deferred(r"(?<![樊商])於(?![菟陵戏戲乎])")),
    "著": (
        "着",
        deferred(
            r"(?<=[接随跟沿朝向意味看听说想笑走跑站坐躺拿带抱拉推试活对靠指挂等望忍藏穿含伴凭趁围绕盯顺冒握举跪睡哭握]"
            r")(?<!味)著(?![名作称者述有书录于《\d]|文)|(?<=意味|存在|标志|象征|接踵)著"
        ),
    ),
    "乾": ("干", deferred(r"(?<![康])乾(?=[净燥脆杯旱枯涸粮果草洗酪咳])|(?<=[饼晒烘风肉晾擦烤])乾(?![隆坤陵])")),
    "瞭": ("了", deferred(r"瞭(?=解)|(?<=明)瞭|(?<=一目)瞭")),
    "徵": ("征", deferred(r"(?<=[特象表])徵|徵(?=[求收集税兆候信])")),
    "夥": ("伙", deferred(r"夥(?=[伴计食])|(?<=[大同合团一])夥")),
    "祇": ("只", deferred(r"祇(?=[有是能要会不好])")),
    "彷": ("仿", deferred("彷(?=佛)")),
    "麽": ("么", deferred("麽")),
    "後": ("后", deferred("後")),
}
"""Characters that Simplified has in a few words or names only: what is right elsewhere, and where that is."""


def wrong_in_simplified(text: str) -> Iterator[Verdict]:
    """The characters of a Simplified text that were left as Traditional though Simplified has them elsewhere."""
    for wrong, (right, pattern) in _LEFTOVERS.items():
        if wrong in text:
            for match in pattern.finditer(text):
                yield Verdict(match.start(), right, "")
