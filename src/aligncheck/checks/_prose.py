"""A side's text without what is no prose, blanked at the same offsets. Knows marks and addresses, no rule, no language.

``prose`` is what most rules want; ``without`` leaves out nothing but the marked kinds it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Mark, MarkKind, Side

VERBATIM: frozenset[MarkKind] = frozenset({"code", "math", "html", "placeholder", "image"})
"""Marks over text that stays as it is in any language."""

_ADDRESS = deferred(
    r"`(?:[^`'\n]|'[^`'\n]+'){1,80}`|(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+|[!-~]*[/\\_@#$=<>{}|][!-~]*"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|cn|md|js|py|json|html?)\b|(?<=[a-z])\(e?s\)",
    re.ASCII,
)
"""Code in back quotes that no mark covers (but not the old way to quote, `so'), addresses, identifiers, paths, file
names, and an ending in brackets: file(s)."""
_ADDRESS_SIGN = deferred(
    r"[`/\\_@#$=<>{}|(.w](?:(?<=[`/\\_@#$=<>{}|])|(?<=\()e?s\)|(?<=[\w-]\.)[a-z]|(?<=w)ww\.)", re.ASCII
)
"""What any of them has: a quick look, and quicker for beginning with a set of characters."""


def prose(side: Side, *, titles: bool = True) -> str:
    """The text without what is kept verbatim, code, addresses and identifiers; emphasis and links keep their words.

    Without ``titles`` the words of links to other sites are left out too: they may be the name of a page.
    """
    return without_addresses(_blanked(side, lambda m: m.kind in VERBATIM or (not titles and _abroad(m))))


def unmarked_prose(side: Side) -> str:
    """The text without addresses, identifiers and whatever is marked, be it a link or emphasis; bold print stays."""
    return without_addresses(_blanked(side, lambda m: m.kind != "strong"))


def without(side: Side, kinds: Collection[MarkKind]) -> str:
    """The text without marks of these kinds; addresses and all else stay."""
    return _blanked(side, lambda m: m.kind in kinds)


@lru_cache(maxsize=1 << 10)
def without_addresses(text: str, filling: str = " ") -> str:
    """A text without addresses and identifiers; kept for a while, since several rules ask."""
    return blank(_ADDRESS, text, filling) if _ADDRESS_SIGN.search(text) else text


def blank(pattern: re.Pattern[str], text: str, filling: str = " ") -> str:
    """A text with blanks, or another character, for all that a pattern matches."""
    return pattern.sub(lambda m: filling * len(m.group()), text)


def is_marked(at: int, marks: Iterable[Mark], *kinds: MarkKind) -> bool:
    """Whether a character stands in a mark of one of these kinds."""
    return any(m.kind in kinds and m.start <= at < m.end for m in marks)


def _abroad(mark: Mark) -> bool:
    return mark.kind == "link" and (mark.target or "").startswith(("http://", "https://"))


def _blanked(side: Side, left_out: Callable[[Mark], bool]) -> str:
    text = side.text
    for mark in side.marks:
        if left_out(mark):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text
