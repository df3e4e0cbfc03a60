"""Takes down which nouns of a document are rendered by what, as numbers that are equal for one noun. Judges nothing.

A noun counts by itself, wherever it is the head of what a determiner or a preposition begins (*the site*, *the new
site*), and as a part of a phrase (*site title*, *code of conduct*): a phrase has one sense where its
words have several.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from aligncheck.checks._cover import covered
from aligncheck.checks._rule import DocumentContext
from aligncheck.checks.consistency.keys import SURE

ALONE, FIRST, LAST = 0, 1, 2
"""What is counted: the noun by itself, or as the first or last word of a phrase."""
_TYPES = "QBHIHBHB"
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
    """

    key: int
    kind: int
    beside: int
    pair: int
    start: int
    size: int
    at: int
    length: int


def noun_renderings(context: DocumentContext) -> bytes:
    """The places of all nouns that something renders for sure, packed; nothing where the source is Chinese."""
    if context.source_lang != "en":
        return b""
    from aligncheck.checks.consistency.noun_places import nouns  # loads numpy

    columns = [array(kind) for kind in _TYPES]
    seen = covered(context)
    for found in nouns(seen, context.lexicon, context.terms.words):
        pair = seen.pairs[found.text]
        small = max(found.size, found.length) <= _LONGEST_TERM and max(found.start, found.at) <= _LONGEST_TEXT
        if small and pair.pair.confidence >= SURE:
            for column, value in zip(columns, _place(found, pair.pair.id), strict=True):
                column.append(value)
    return len(columns[0]).to_bytes(4, "little") + b"".join(column.tobytes() for column in columns)


def unpacked(packed: bytes) -> Iterator[Place]:
    """What ``noun_renderings`` packed."""
    many, begin, columns = int.from_bytes(packed[:4], "little"), 4, []
    for kind in _TYPES:
        column = array(kind)
        end = begin + many * column.itemsize
        column.frombytes(packed[begin:end])
        columns.append(column)
        begin = end
    return map(Place._make, zip(*columns, strict=True))


def _place(found: Found, pair: int) -> Place:
    beside = crc32(found.beside.encode()) % _LONGEST_TEXT + 1 if found.beside else 0
    key = _number(found.term, found.kind)
    return Place(key, found.kind, beside, pair, found.start, found.size, found.at, found.length)


@lru_cache(maxsize=1 << 14)
def _number(term: str, kind: int) -> int:
    return int.from_bytes(blake2b(f"{kind}\x1f{term}".encode(), digest_size=8).digest(), "little")
