"""Where notes, tips and warnings that are set off from the text begin, in the notations of common site generators."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Block, Document, Span

_KINDS = {
    "note": "note",
    "notice": "note",
    "info": "note",
    "information": "note",
    "tip": "tip",
    "hint": "tip",
    "important": "important",
    "warning": "warning",
    "warn": "warning",
    "caution": "warning",
    "attention": "warning",
    "danger": "danger",
    "error": "danger",
    "alert": "danger",
    "success": "check",
    "check": "check",
    "question": "question",
    "example": "example",
}
"""Words that name an aside, and what they come to; what else is set off (tabs, details) is none."""
_NAME = "|".join(sorted(_KINDS, key=len, reverse=True))
_OPENING = deferred(
    rf"""^[ \t>*+-]*(?:
      \[!(?P<alert>{_NAME})\]
    | :{{3,}}[ \t]*\{{?(?P<colons>{_NAME})\b
    | /{{3,}}[ \t]+(?P<slashes>{_NAME})\b
    | (?:!!!|\?\?\?\+?)[ \t]+["']?(?P<marks>{_NAME})\b
    | <(?:Aside|Callout|Admonition|Alert)\b[^>]*?\b(?:type|kind|variant|severity)=["'{{]+(?P<typed>{_NAME})\b
    | <(?P<tag>Note|Tip|Warning|Caution|Danger|Info|Important|Hint)\b[^>]*>
    | \{{[%{{][<%]?[ \t]*(?P<shortcode>{_NAME})\b[^}}]*\}}
    | \{{%[ \t]*hint[ \t]+style=["'](?P<hint>{_NAME})\b
    )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)


class Aside(NamedTuple):
    """An aside: its opening in characters of the document, the word that names it, and its first block of text.

    ``kind`` is what the word comes to, so that ``info`` and ``note`` are one.
    """

    opening: Span
    word: str
    kind: str
    first: Block


def asides(document: Document) -> list[Aside]:
    """The asides of a document that hold text, in order. Examples in code blocks are none."""
    text = document.text
    if not any(sign in text for sign in ("[!", ":::", "///", "!!!", "???", "<", "{%", "{{")):
        return []
    return list(_find(document))


def _find(document: Document) -> Iterator[Aside]:
    quoted = [b.span for b in document.blocks if b.kind in {"code", "html", "comment", "front-matter"}]
    starts = [s.start for s in quoted]
    blocks = [b for b in document.blocks if b.kind in {"paragraph", "item", "heading", "cell", "code"}]
    begins = [b.span.start for b in blocks]
    for found in _OPENING.finditer(document.text):
        name = found.lastgroup
        assert name is not None
        at = found.start(name)
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < quoted[before].end:
            continue
        following = bisect_left(begins, found.end())
        if following == len(blocks):
            continue
        word = found[name]
        yield Aside(Span(*found.span(name)), word, _KINDS[word.lower()], blocks[following])
