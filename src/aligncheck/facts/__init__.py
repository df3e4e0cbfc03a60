"""Values of a sentence with their places: numbers, dates, times, units, money. Knows no pair and no document.

>>> [f.readings[0].value for f in Facts.of("about 2.5 million people", "en")]
[2500000]
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligncheck.lang.digits import FOLD, MASK
from aligncheck.lang.en import quantities as en
from aligncheck.lang.stamps import day_first
from aligncheck.lang.zh import quantities as zh
from aligncheck.lang.zh.numbers import SCALED, fold_zh
from aligncheck.lang.zh.units import BARE_MEASURE
from aligncheck.model.fact import CalendarDate, Fact, Kind, Number, Reading, Strength
from aligncheck.model.text import Lang, Mark

__all__ = ["CalendarDate", "Fact", "Facts", "Kind", "Number", "Reading", "Strength", "day_first", "has_bare_measure"]

_OPAQUE = frozenset({"code", "math", "html", "image", "placeholder", "footnote"})
_NOT_PROSE = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        ("`", r"`{1,2}[^`]*`{1,2}"),
        ("://", r"(?:https?|ftp)://[^\s<>\u3000-\u9fff]+"),
        ("www.", r"www\.[^\s<>\u3000-\u9fff]+"),
        ("@", r"[\w.+-]+@[\w-]+\.[\w.]+"),
        ("<", r"</?[a-zA-Z][^<>]*>"),
        ("&", r"&#?\w+;"),
    )
)
"""Code, addresses, tags and entities, each with what a text without it lacks."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """The values found in one sentence, in order of place, without overlap."""

    text: str
    lang: Lang
    facts: tuple[Fact, ...] = ()

    @classmethod
    def of(cls, text: str, lang: Lang, marks: Sequence[Mark] = ()) -> Facts:
        """Find the values of ``text``. ``marks`` are its inline markup, in characters of ``text``.

        Nothing is found inside code, formulas, tags, placeholders and addresses. An unknown language has no values.
        """
        if lang not in ("en", "zh"):
            return cls(text, lang)
        folded = fold_zh(text) if lang == "zh" else text if text.isascii() else text.translate(FOLD)
        folded = _masked(folded, marks)
        scan = zh.scan if lang == "zh" else en.scan
        found = scan(folded, text)
        if lang == "en" and not text.isascii():
            found = _with_scaled(found, folded, text)
        if not found:
            return cls(text, lang)
        as_written = (f if f.text == text[f.start : f.end] else f._replace(text=text[f.start : f.end]) for f in found)
        return cls(text, lang, tuple(as_written))

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)


@lru_cache(maxsize=256)
def has_bare_measure(facts: Facts) -> bool:
    """Whether a Chinese sentence holds a measure word with neither numeral nor pronoun before it: 支持个参数.

    One has been left out, be it 一 or the number that the original states.
    """
    return facts.lang == "zh" and BARE_MEASURE.search(fold_zh(facts.text)) is not None


def _with_scaled(found: Sequence[Fact], folded: str, text: str) -> list[Fact]:
    """The values of an English text, with what it quotes in the Chinese manner (250万) read in that manner."""
    facts: list[Fact] = []
    rest = deque(found)
    for match in SCALED.finditer(folded):
        start, end = match.span()
        if read := zh.scan(fold_zh(text[start:end]), text[start:end]):
            while rest and rest[0].end <= start:
                facts.append(rest.popleft())
            while rest and rest[0].start < end:
                rest.popleft()
            facts += (f._replace(start=f.start + start, end=f.end + start) for f in read)
    return [*facts, *rest]


def _masked(text: str, marks: Sequence[Mark]) -> str:
    """The text with code, formulas, addresses and the like blotted out, at the same length."""
    for mark in marks:
        if mark.kind in _OPAQUE:
            text = text[: mark.start] + MASK * (mark.end - mark.start) + text[mark.end :]
    for sign, pattern in _NOT_PROSE:
        if sign in text:
            text = pattern.sub(_blotted, text)
    return text


def _blotted(found: re.Match[str]) -> str:
    return MASK * (found.end() - found.start())
