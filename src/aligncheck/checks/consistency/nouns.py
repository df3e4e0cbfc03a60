"""Takes down which nouns of a document are rendered by what, as numbers that are equal for one noun. Judges nothing.

A noun counts by itself, wherever it is the head of what a determiner or a preposition begins (*the site*, *the new
site*), and as a part of a phrase (*site title*, *code of conduct*): a phrase has one sense where its
words have several.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from aligncheck.checks._cover import covered
from aligncheck.checks._rule import DocumentContext
from aligncheck.checks.consistency.keys import SURE
from aligncheck.lang.zh.lexis import fold

ALONE, FIRST, LAST = 0, 1, 2
"""What is counted: the noun by itself, or as the first or last word of a phrase."""
FIELDS = "QBHIHBHBI"
"""Sizes of the fields of a ``Place``, as ``struct`` and numpy name them; packed one after the other, little-endian."""
_PACKED = Struct(f"<{FIELDS}")
_LONGEST_TEXT, _LONGEST_TERM = (1 << 16) - 1, (1 << 8) - 1
"""What fits into two bytes and into one; what is longer is no sentence, and no term."""


class Found(NamedTuple):
    """A noun in a text: the term it counts for, the word that says which one is meant (``""``), the characters of the
    term, and those of the other text that render the noun."""

    term: str
    kind: int
    beside: str
    text: int
    start: int
    size: int
    at: int
    length: int


class Place(NamedTuple):
    """Where a noun stands, and what renders it.

    Attributes:
        key: of the noun, or of the phrase and the noun's place in it.
        kind: ``ALONE``, ``FIRST`` or ``LAST``.
        beside: a number for the word before the noun that says which one is meant; 0 where there is none.
        pair: the pair's id.
        start, size: the noun's or phrase's characters in the English text.
        at, length: the characters of the Chinese text that render the noun.
        rendering: a number for these, the same whatever the script.
    """

    key: int
    kind: int
    beside: int
    pair: int
    start: int
    size: int
    at: int
    length: int
    rendering: int


def noun_renderings(context: DocumentContext) -> bytes:
    """The places of all nouns that something renders for sure, packed; nothing where the source is Chinese."""
    if context.source_lang != "en":
        return b""
    from aligncheck.checks.consistency.noun_places import nouns  # loads numpy

    places = []
    seen = covered(context)
    for found in nouns(seen, context.lexicon, context.terms.words):
        pair = seen.pairs[found.text]
        small = max(found.size, found.length) <= _LONGEST_TERM and max(found.start, found.at) <= _LONGEST_TEXT
        if small and pair.pair.confidence >= SURE:
            rendering = pair.target.text[found.at : found.at + found.length]
            places.append(_PACKED.pack(*_place(found, pair.pair.id, rendering)))
    return b"".join(places)


def _place(found: Found, pair: int, rendering: str) -> Place:
    beside = crc32(found.beside.encode()) % _LONGEST_TEXT + 1 if found.beside else 0
    key, written = _number(found.term, found.kind), crc32(fold(rendering).encode())
    return Place(key, found.kind, beside, pair, found.start, found.size, found.at, found.length, written)


@lru_cache(maxsize=1 << 14)
def _number(term: str, kind: int) -> int:
    return int.from_bytes(blake2b(f"{kind}\x1f{term}".encode(), digest_size=8).digest(), "little")
