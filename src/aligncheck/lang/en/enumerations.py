"""Enumerations in English sentences: "a hammer, a saw and a plane". Knows no Chinese and no cover."""

from __future__ import annotations

import re

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Span

_PART = deferred(r"(?:[^,;:.!?()\[\]“”\"—–\n]|(?<=\d)[,.:](?=\d))+|[,;:.!?()\[\]“”\"—–\n]")
_LAST = deferred(r"\s*(?:and|or|nor|as well as|&)\s+", re.I)
_JOINT = deferred(r"\s(?:and|or|nor|as well as|&)\s")
_WORD = deferred(r"[^\W_]+(?:['’-][^\W_]+)*")
_VERB = deferred(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)\b", re.I
)
"""A part with such a word is a clause: the list begins in it at the earliest."""
MOST_WORDS = 6
"""Longer parts between commas are clauses, not items."""
FIRST_WORDS, LAST_WORDS = 1, 3
"""So many words of the first and the last part are taken for the item; the rest is the sentence around the list."""


def english_lists(text: str) -> list[list[Span]]:
    """The items of each enumeration of three or more that ends in *and* or *or*.

    Of the first item only the last word is given, and of the last item the first ones: where a list begins and ends
    is not marked.
    """
    lists: list[list[Span]] = []
    parts: list[Span] = []
    for match in _PART.finditer(text + "\n"):
        if match.group() == ",":
            continue
        if match.group()[0] in ';:.!?()[]“”"—–\n':
            lists += [items for items in _lists(text, parts) if len(items) > 1 and all(b > a for a, b in items)]
            parts = []
        else:
            parts.append(Span(match.start(), min(match.end(), len(text))))
    return lists


def _lists(text: str, parts: list[Span]) -> list[list[Span]]:
    """Lists among the parts between commas: short parts in succession, the last of which brings *and* or *or*."""
    found: list[list[Span]] = []
    first = 0
    for number, part in enumerate(parts):
        closing = _LAST.match(text, part.start, part.end)
        joint = None if closing else _JOINT.search(text, part.start, part.end)
        short = len(_WORD.findall(text, part.start, part.end)) <= MOST_WORDS
        if closing and number - first >= 2:
            found.append(_items(text, parts[first:number], Span(closing.end(), part.end)))
            first = number + 1
        elif joint and number - first >= 1 and len(_WORD.findall(text, part.start, joint.start())) <= MOST_WORDS:
            before = [*parts[first:number], Span(part.start, joint.start())]
            found.append(_items(text, before, Span(joint.end(), part.end)))
            first = number + 1
        elif number > first and (not short or _VERB.search(text, part.start, part.end)):
            first = number
    return found


def _items(text: str, before: list[Span], last: Span) -> list[Span]:
    head = list(_WORD.finditer(text, before[0].start, before[0].end))[-FIRST_WORDS:]
    tail = list(_WORD.finditer(text, last.start, last.end))[:LAST_WORDS]
    middle = [_trimmed(text, span) for span in before[1:]]
    if not head or not tail:
        return []
    return [Span(head[0].start(), head[-1].end()), *middle, Span(tail[0].start(), tail[-1].end())]


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
