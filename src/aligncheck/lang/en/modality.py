"""English words of duty and permission, and of bounds and amounts without a number. Knows no Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from aligncheck.lang.patterns import deferred

Duty: TypeAlias = Literal["must not", "need not", "must", "should", "may not", "may", "can", "guess"]
"""What a modal demands or allows; ``guess`` for *must be* and *must have*, which demand nothing."""

_DUTIES: dict[Duty, str] = {
    "must not": r"must(?:\s+\w+ly)?\s+not|mustn['’]t|(?:is|are) (?:not allowed|not permitted|forbidden|prohibited)",
    "need not": r"need\s+not|needn['’]t|(?:do|does)(?:\s+not|n['’]t)\s+(?:have|need)\s+to"
    r"|(?:is|are)(?:\s+not|n['’]t)\s+(?:required|obliged|necessary)",
    "must": r"must|(?:has|have|had) to|(?:is|are) (?:required|obliged) to",
    "should": r"should(?:\s+not|n['’]t)?|ought to|shall(?:\s+not)?|had better|(?:is|are) supposed to"
    r"|(?:has|have) got to",
    "may not": r"(?:may|can|could|might)(?:\s+\w+ly)?\s+not|cannot|(?:ca|could)n['’]t",
    "may": r"may|(?:is|are) (?:allowed|permitted) to",
    "can": r"can|might|could|(?:is|are) able to",
}
"""Where two match, the first counts."""
_DUTY = deferred(r"\b(?:" + "|".join(f"({p})" for p in _DUTIES.values()) + r")\b(?!['’]t)", re.IGNORECASE)
_KINDS = tuple(_DUTIES)
_GUESS = deferred(r"\s+(?:\w+ly\s+)?(?:have\b|be\b(?!\s+\w+(?:ed|en|n|t)\b)|seem|feel|look)", re.IGNORECASE)

_AT = deferred(
    r"\b(?:(?P<least>at (?:the very )?least)|(?P<most>at (?:the very )?most|no more than|not more than))\b", re.I
)
_FIGURE = deferred(
    r"[^.,;]{0,14}(?:\d|\b(?:once|twice|one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|part|hundred"
    r"|thousand|million)\b)",
    re.IGNORECASE,
)


DEMANDS = deferred(
    r"\b(?:essential|necess\w+|vital|crucial|requir\w+|needs?|needed|mandatory|obligat\w+|only)\b", re.IGNORECASE
)
"""Words that demand without being modals."""


class Modal(NamedTuple):
    """A modal at ``[start, end)``; ``loud`` where it is a keyword in capitals as in RFC 2119."""

    duty: Duty
    start: int
    end: int
    loud: bool


def modals(text: str) -> Iterator[Modal]:
    """Modals from left to right."""
    for found in _DUTY.finditer(text):
        duty = _KINDS[(found.lastindex or 1) - 1]
        loud = found.group().isupper() and duty != "guess"
        if duty == "must" and not loud and _GUESS.match(text, found.end()):
            duty = "guess"
        yield Modal(duty, found.start(), found.end(), loud)


class Bound(NamedTuple):
    """*At least* or *at most* at ``[start, end)``."""

    least: bool
    start: int
    end: int


def bounds(text: str) -> list[Bound]:
    """Bounds that stand before no number."""
    return [
        Bound(found["least"] is not None, *found.span())
        for found in _AT.finditer(text)
        if not _FIGURE.match(text, found.end())
    ]
