"""How two renderings of one text differ, and how far they are apart. Knows no document."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from aligncheck.checks._rule import Evidence
from aligncheck.lang.form import folded
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.model.text import Lang

LONGEST = 600
"""Characters of a text up to which its differing characters are looked for."""
_NEAR = 1
"""Characters in common between two places that are shown as one."""
MOST = 12
"""Places that are shown at most."""

_PARTICLES = deferred("[的地得之了着吧呢啊嘛呀也都就便则]|[一这那]?[个種种]|一下")
"""What comes and goes in Chinese without changing what is said."""
_LINKS = deferred(
    "[的地得之了着吧呢啊嘛呀也都就便则将会要把被由以从自到至在于为是和与及或可能来去该此这那其中所个种]|您|你|我们"
)
"""The same with words that only join others, and by which one is addressed."""
_ENGLISH_LINKS = deferred(r"\b(?:the|an?|of|to|in|on|at|by|for|with|and|or|is|are|be|this|that|these|those|its?)\b")


def weight(a: str, b: str, lang: Lang) -> int:
    """How many characters that carry meaning two renderings do not share.

    -1 where they differ in form, in a particle, or by the original added in brackets; 0 where only words that join
    others differ, or how the reader is addressed.
    """
    if lang != "zh":
        left, right = (folded(_ENGLISH_LINKS.sub(" ", text.casefold())) for text in (a, b))
        return _unshared(left, right) if left != right else -1
    left, right = folded(a), folded(b)
    if _glossed(left, right) or _glossed(right, left) or _PARTICLES.sub("", left) == _PARTICLES.sub("", right):
        return -1
    return _unshared(_LINKS.sub("", left), _LINKS.sub("", right))


def differing(text: str, other: str) -> Iterator[Evidence]:
    """The characters of a text that another rendering has otherwise, with what stands there instead."""
    if max(len(text), len(other)) > LONGEST:
        yield Evidence(0, len(text), other)
        return
    joined: list[list[int]] = []
    for kind, start, end, first, last in SequenceMatcher(None, text, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if joined and start - joined[-1][1] <= _NEAR:
            joined[-1][1::2] = end, last
        else:
            joined.append([start, end, first, last])
    shown = [
        one for one in joined if one[0] < one[1] and folded(text[slice(*one[:2])]) != folded(other[slice(*one[2:])])
    ]
    for start, end, first, last in shown[:MOST]:
        yield Evidence(start, end, other[first:last] or None)


def chrf(text: str, other: str) -> float:
    """sacreBLEU's chrF of a rendering against another, 0–100."""
    from sacrebleu.metrics.chrf import CHRF  # takes long to import, and mostly nothing differs

    return float(CHRF().sentence_score(text, [other]).score)


def _glossed(longer: str, shorter: str) -> bool:
    """Whether one has the other's words and the original's beside them."""
    if len(longer) <= len(shorter) or shorter not in longer:
        return False
    return HAN.search(longer.replace(shorter, "", 1)) is None


def _unshared(a: str, b: str) -> int:
    """How many characters two texts do not share, by the one that has more of them."""
    if max(len(a), len(b)) > LONGEST:
        return LONGEST
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return max(len(a), len(b)) - same
