"""Compares what both sides demand or allow, and bounds that limit no number. Knows kinds, not words."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.lang.en import modality as en
from aligncheck.lang.en.polarity import DENIES
from aligncheck.lang.zh import modality as zh
from aligncheck.model.text import Span

LONG = 260
"""Characters of English; in longer sentences several duties stand in several words."""
AROUND = 24
"""Characters around an English modal in which another negation may turn it round."""

_CONTRARY: dict[tuple[str, str], bool] = {
    ("must", "must not"): True,
    ("must", "need not"): True,
    ("must", "may"): False,
    ("must not", "need not"): True,
    ("must not", "may"): True,
    ("need not", "must not"): True,
    ("need not", "must"): True,
    ("may", "must"): False,
}
"""English and Chinese duty that cannot be meant by one another; True where it is surely a fault."""

_LIKE: dict[str, frozenset[str]] = {
    "must": frozenset({"must", "should"}),
    "must not": frozenset({"must not", "may not"}),
    "need not": frozenset({"need not"}),
    "may": frozenset({"may"}),
}
"""English duty → Chinese ones that render it."""

_KEYWORDS = {
    ("must", "should"),
    ("must", "may"),
    ("should", "must"),
    ("should", "may"),
    ("may", "must"),
    ("may", "should"),
}
"""The same for keywords in capitals, whose degree is fixed (RFC 2119)."""


class Shift(NamedTuple):
    """A duty or a bound of the English, and the other one that stands in the Chinese."""

    english: Span
    chinese: Span
    said: str
    rendered: str
    sure: bool


def duty(english: str, chinese: str) -> Shift | None:
    """The one duty each side states, where they differ in kind."""
    if len(english) > LONG or not zh.may_demand(chinese):
        return None
    here = list(en.modals(english))
    if not here or len({m.duty for m in here}) > 1:
        return None
    there = list(zh.modals(chinese))
    plain = [m for m in there if m.plain]
    if len(here) > 1 or len(plain) != 1:
        return None
    kinds = (here[0].duty, plain[0].duty)
    loud = here[0].loud and kinds in _KEYWORDS
    if not loud and (kinds not in _CONTRARY or any(m.duty in _LIKE[kinds[0]] for m in there)):
        return None
    if kinds[1] == "must" and en.DEMANDS.search(_without(english, here[0])):
        return None
    first, last = max(0, here[0].start - AROUND), here[0].end + AROUND
    if DENIES.search(_without(english, here[0]), first, last):
        return None
    sure = not loud and _CONTRARY[kinds] and " to" not in english[here[0].start : here[0].end]
    return Shift(Span(*here[0][1:3]), Span(*plain[0][1:3]), *kinds, sure)


def _without(text: str, modal: en.Modal) -> str:
    return text[: modal.start] + " " * (modal.end - modal.start) + text[modal.end :]


def bound(english: str, chinese: str) -> Shift | None:
    """*At least* for *at most* where no number is limited; numbers have a rule of their own."""
    here = en.bounds(english) if " least" in english or " most" in english or " more than" in english else []
    if len(here) != 1:
        return None
    there = zh.bounds(chinese)
    if len(there) != 1 or there[0].least == here[0].least or there[0].figure:
        return None
    names = ("at least", "at most") if here[0].least else ("at most", "at least")
    return Shift(Span(*here[0][1:]), Span(*there[0][1:3]), *names, True)
