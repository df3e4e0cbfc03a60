"""Enumerations in Chinese sentences: 锤子、锯子和凿子. Knows no English and no cover."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Span

_LIST = deferred(r"[^，。；：！？、,;:!?\n]+(?:、[^，。；：！？、,;:!?\n]+)+")
_CUT = deferred(r"、|以及|还有|或者|而且|并且|[和与及或而且并兼]")


class ChineseList(NamedTuple):
    """An enumeration with the enumeration comma, and its parts, which 和 and its like cut as well.

    It has ``least`` items at least: what 和 cuts may be one item, and 和 a part of a word.
    """

    span: Span
    parts: tuple[Span, ...]
    least: int

    @property
    def most(self) -> int:
        return len(self.parts)


def chinese_lists(text: str) -> list[ChineseList]:
    """Every enumeration of a sentence. 等 at its end says that it may be longer, but not what the items are."""
    found = []
    for match in _LIST.finditer(text):
        cuts = [match.start(), match.end()]
        for cut in _CUT.finditer(text, *match.span()):
            cuts += cut.span()
        cuts.sort()
        parts = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a)
        found.append(ChineseList(Span(*match.span()), parts, match.group().count("、") + 1))
    return found
