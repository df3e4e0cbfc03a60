"""Takes down what each pair of a document says, as numbers that are equal where two say the same. Judges nothing."""

from __future__ import annotations

from array import array
from hashlib import blake2b
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext
from aligncheck.lang.form import folding
from aligncheck.lang.text import HAN
from aligncheck.model.text import Side

SURE = 0.8
"""Confidence of a pairing below which a sentence may be somebody else's rendering."""


class Keys(NamedTuple):
    """Of the pairs that may be compared, in order: the id, and what source and target say."""

    pairs: array[int]
    sources: array[int]
    targets: array[int]


def sentences(context: DocumentContext) -> bytes:
    """The keys of all pairs that answer each other sentence by sentence, packed."""
    pairs, sources, targets = array("I"), bytearray(), bytearray()
    for pair in context.pairs:
        source, target = pair.source, pair.target
        if source is None or target is None or source.lang == target.lang or pair.confidence < SURE:
            continue
        if len(source.segments) != len(target.segments):
            continue
        said, rendered = said_by(source.text), folding(target.text)
        if said and rendered and (target.lang != "zh" or HAN.search(rendered)):
            pairs.append(pair.id)
            sources += _key(said, _place(source))
            targets += _key(rendered)
    return len(pairs).to_bytes(4, "little") + pairs.tobytes() + sources + targets


def unpacked(packed: bytes) -> Keys:
    """What ``sentences`` packed."""
    many = int.from_bytes(packed[:4], "little")
    pairs, sources, targets = array("I"), array("Q"), array("Q")
    pairs.frombytes(packed[4 : 4 + 4 * many])
    sources.frombytes(packed[4 + 4 * many : 4 + 12 * many])
    targets.frombytes(packed[4 + 12 * many :])
    return Keys(pairs, sources, targets)


def said_by(text: str) -> str:
    """A source sentence without what does not ask for another rendering; a question is not what states the same."""
    bare = folding(text)
    return f"{bare}?" if bare and text.rstrip("\"'”’)）」』 ").endswith(("?", "？")) else bare


def _place(side: Side) -> str:
    """Headings are worded otherwise than sentences."""
    return "heading" if side.segments[0].block.kind == "heading" else "text"


def _key(text: str, kind: str = "") -> bytes:
    """Eight bytes, a number as ``unpacked`` reads it."""
    return blake2b(f"{kind}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
