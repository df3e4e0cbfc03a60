"""The lines of a lock, to bytes and back; knows nothing of files, and nothing of how traces are made.

The file is a set of accepted facts in JSON Lines, sorted by document. Every line says by itself what it belongs to, and
nothing is numbered, so that git may merge lines as it likes: its ``union`` driver puts the lines of one branch after
those of the other, for several documents at once where they stand close together, and all of them still count.

    {"aligncheck-lock": 1}                                          the layout of the lines, and how traces are made
    {"document": "docs/zh/a.md", "source": "docs/en/a.md"}          the same in every state of a document
    ["k3Jx_2aB","5d41402abc4b2a76"]                                 a sum: digest of the files of an accepted state
    ["k3Jx_2aB",[["9f86d081","a1b2c3d4",["v1.22"]]],["60303ae2"]]   a bead: source sentences, target sentences

``k3Jx_2aB`` is the document's key, a digest of its path. The line of a document never changes: where two branches
accept neighbouring documents, it parts what they changed.

A trace is its ``id`` alone, or ``[id, words, values, text]`` up to the last one there is. A bead that a document holds
more than once ends in a number from 2 on, ``…,2]``: two equal lines came from two branches and are one fact.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, TypeVar

import msgspec

from aligncheck.model.drift import Accepted, AcceptedBead, Trace

VERSION = 1
"""Raised when the layout changes, or when traces are made otherwise: those of two versions cannot be compared."""

HEAD = json.dumps({"aligncheck-lock": VERSION}).encode() + b"\n"


class HeadLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"version": "aligncheck-lock"}):
    """The line that names the version."""

    version: Annotated[int, msgspec.Meta(ge=VERSION, le=VERSION)]


class DocumentLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The line that names a document by its path from the root; no source where one file holds both languages."""

    document: str
    source: str | None = None

    @property
    def key(self) -> str:
        """By what the facts on the document name it."""
        path = self.document.encode("utf-8", "surrogatepass")
        return base64.urlsafe_b64encode(hashlib.sha256(path).digest()[:6]).decode()


class _Trace(msgspec.Struct, frozen=True, array_like=True, gc=False, forbid_unknown_fields=True):
    id: str
    words: str = ""
    values: tuple[str, ...] = ()
    text: str | None = None


class Fact(msgspec.Struct, frozen=True, array_like=True, gc=False, forbid_unknown_fields=True):
    """A line that belongs to a document: a sum where ``source`` is text and ``target`` None, otherwise a bead."""

    key: str
    source: str | tuple[str | _Trace, ...]
    target: tuple[str | _Trace, ...] | None = None
    repeat: Annotated[int, msgspec.Meta(ge=1)] = 1

    @property
    def whole(self) -> bool:
        """Whether it is one of the two."""
        return isinstance(self.source, str) == (self.target is None)


_DOCUMENTS = msgspec.json.Decoder(DocumentLine)
_FACTS = msgspec.json.Decoder(Fact)
_Line = TypeVar("_Line", HeadLine, DocumentLine, Fact)


def written(document: Accepted) -> bytes:
    """A document's lines, its own first."""
    named = DocumentLine(document.path, document.source)
    lines = [_json(named, spaced=True), *(_json([named.key, sum_]) for sum_ in dict.fromkeys(document.sums))]
    seen: Counter[bytes] = Counter()
    for bead in document.beads:
        parts = [named.key, list(map(_parts, bead.source)), list(map(_parts, bead.target))]
        line = _json(parts)
        seen[line] += 1
        lines.append(line if seen[line] == 1 else _json([*parts, seen[line]]))
    return joined(lines)


def joined(lines: Iterable[bytes]) -> bytes:
    """Lines with their ends."""
    return b"".join(b"%b\n" % line for line in lines)


def read_whole(lines: bytes) -> tuple[DocumentLine, list[Fact]] | None:
    """A document and its facts, of lines that are all right and in their place; None for any others."""
    first = lines.find(b"\n")
    try:
        named, facts = _DOCUMENTS.decode(lines[:first]), _FACTS.decode_lines(lines[first + 1 :])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    key = named.key
    for fact in facts:
        if fact.key != key or not fact.whole:
            return None
    return (named, facts) if lines.count(b"\n") == len(facts) + 1 else None


def read_line(line: bytes, shape: type[_Line]) -> _Line:
    """A line in a shape. Raises ValueError for any other.

    The name of a file need not be UTF-8. Python has surrogates in place of such bytes, and only its own JSON has them.
    """
    try:
        try:
            found = msgspec.json.decode(line, type=shape)
        except msgspec.DecodeError:
            if b"\\u" not in line:
                raise
            found = msgspec.convert(json.loads(line), shape)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if isinstance(found, Fact) and not found.whole:
        raise ValueError("neither a sum nor a bead")
    return found


def sums_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The sums among facts, each once."""
    return tuple(dict.fromkeys(fact.source for fact in facts if isinstance(fact.source, str)))


def beads_of(lines: bytes) -> tuple[AcceptedBead, ...]:
    """The beads in a document's lines, each once, in their order. The lines have been read before."""
    facts = lines[lines.index(b"\n") + 1 :]
    try:
        found = _FACTS.decode_lines(facts)
    except msgspec.DecodeError:
        found = [read_line(line, Fact) for line in facts.split(b"\n") if line]
    return tuple(
        AcceptedBead(tuple(map(_trace, fact.source)), tuple(map(_trace, fact.target)))
        for fact in dict.fromkeys(found)
        if fact.target is not None
    )


def _trace(found: str | _Trace) -> Trace:
    return Trace(found) if isinstance(found, str) else Trace(found.id, found.words, found.values, found.text)


def _parts(trace: Trace) -> object:
    """A trace up to the last part it has."""
    size = 4 if trace.text is not None else 3 if trace.values else 2 if trace.words else 1
    return trace.id if size == 1 else [trace.id, trace.words, trace.values, trace.text][:size]


def _json(value: object, *, spaced: bool = False) -> bytes:
    try:
        line = msgspec.json.encode(value)
    except UnicodeEncodeError:  # surrogates, as in read_line
        separators = (", ", ": ") if spaced else (",", ":")
        return json.dumps(msgspec.to_builtins(value), separators=separators).encode()
    return msgspec.json.format(line, indent=0) if spaced else line
