"""A comment in a document that speaks to this program. Knows nothing of what it asks for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from aligncheck.model.text import Span


class Directive(NamedTuple):
    """A comment that speaks to this program (``aligncheck: ignore NUM001 -- reason``); it is part of no block.

    Attributes:
        text: what it says after the program's name, white space single, the colon with it.
        span: the comment with its delimiters; in front matter the key with its value.
        place: ``line`` where nothing else stands on its lines, ``beside`` text, or ``front-matter`` for a key there.
    """

    text: str
    span: Span
    place: Literal["line", "beside", "front-matter"]
