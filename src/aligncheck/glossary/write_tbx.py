"""Draft glossaries in TBX, third edition (ISO 30042:2019), dialect TBX-Basic, DCA style. Touches no file.

A draft is a concept without an administrative status, whose note begins with the word draft; whoever gives a term of it
a status (``preferredTerm-admn-sts``, ``deprecatedTerm-admn-sts`` …) has decided, and the concept stays as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from aligncheck.errors import InputError
from aligncheck.formats.encoding import decode
from aligncheck.glossary.drafts import Draft, Entry, Tally, key, keys, merged

_REMEDY = "name another file for the drafts"
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Drafts by aligncheck terms, mined from paired sentences; to be reviewed.</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = """    </body>
  </text>
</tbx>
"""
_CONCEPT = """      <conceptEntry id="{id}">
        <note>{note}</note>
        <langSec xml:lang="en">
          <termSec>
            <term>{en}</term>
            <descrip type="context">{example_en}</descrip>
          </termSec>
        </langSec>
        <langSec xml:lang="{lang}">
          <termSec>
            <term>{zh}</term>
            <descrip type="context">{example_zh}</descrip>
          </termSec>
        </langSec>
      </conceptEntry>
"""


@dataclass
class _Concept:
    """A concept in a file: its bytes, and what they say."""

    id: str
    start: int
    end: int = 0
    names: list[str] = field(default_factory=list)
    decided: bool = False


def write(data: bytes | None, drafts: Sequence[Draft], path: str, lang: str = "zh") -> tuple[bytes, Tally]:
    """Concepts of drafts, merged into ``data``, the file's bytes, where there is a file.

    ``lang`` is the tag of the Chinese names (``zh-Hans``). Concepts that are not changed stay byte for byte. Raises
    InputError with path, line and remedy where the file is no TBX of the third edition in UTF-8.
    """
    if data is None or not data.strip():
        merge = merged((), drafts)
        text = _HEAD + "".join(_concept(draft, lang) for draft in merge.new) + _TAIL
        return text.encode("utf-8"), Tally.of(merge)
    reader = _Reader(path)
    reader.read(data)
    concepts = reader.concepts
    ours = {_id(draft): _concept(draft, lang) for draft in drafts}
    entries = [Entry(keys(each.names), _is_draft(each, data)) for each in concepts]
    merge = merged(entries, drafts)
    pieces, at = [], 0
    for concept, each in zip(concepts, merge.entries, strict=True):
        start, end = _line_span(data, concept.start, concept.end)
        pieces.append(data[at:start])
        if isinstance(each, Draft):
            pieces.append(ours[_id(each)].encode("utf-8"))
        elif each is not None:
            pieces.append(data[start:end])
        at = end
    close, _ = _line_span(data, reader.close, reader.close)
    pieces.append(data[at:close])
    pieces += [ours[_id(draft)].encode("utf-8") for draft in merge.new]
    pieces.append(data[close:])
    return b"".join(pieces), Tally.of(merge)


def _concept(draft: Draft, lang: str) -> str:
    others = f"; others: {draft.others}" if draft.others else ""
    note = f"draft ({draft.kind}): {draft.count} sentences, share {draft.share:.2f}{others}; {draft.place}"
    return _CONCEPT.format(
        id=_id(draft), note=_text(note), en=_text(draft.en), example_en=_text(draft.example_en), lang=lang,
        zh=_text(draft.zh or draft.en), example_zh=_text(draft.example_zh),
    )  # fmt: skip


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", " ".join(text.split())))


def _id(draft: Draft) -> str:
    """The concept's id: it stays while the English name does."""
    return "aligncheck-" + hashlib.sha256(key(draft.en).encode()).hexdigest()[:12]


def _is_draft(concept: _Concept, data: bytes) -> bool:
    """Whether a concept is as a run wrote it: nothing in it but what a draft has, its Chinese name in its example."""
    if not concept.id.startswith("aligncheck-") or concept.decided:
        return False
    found = _SHAPE.fullmatch(data[slice(*_line_span(data, concept.start, concept.end))].decode("utf-8"))
    if found is None:
        return False
    name, example = ("".join(found[part].split()).casefold() for part in ("zh", "example_zh"))
    return name in example


_SHAPE = re.compile(
    re.escape(_CONCEPT.replace("draft", ""))
    .replace(r"\{id\}", "aligncheck-[0-9a-f]{12}")
    .replace(r"\{note\}", r"draft \([a-z]+\): [^<]*")
    .replace(r"\{lang\}", "zh[A-Za-z-]*")
    .replace(r"\{en\}", "[^<]*")
    .replace(r"\{example_en\}", "[^<]*")
    .replace(r"\{zh\}", "(?P<zh>[^<]*)")
    .replace(r"\{example_zh\}", "(?P<example_zh>[^<]*)")
    .replace("\\\n", "\r?\n")
)


def _line_span(data: bytes, start: int, end: int) -> tuple[int, int]:
    """A span with the blanks before it on its line, and the line's end."""
    while start and data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    while data[end : end + 1] in (b" ", b"\t", b"\r") and start != end:
        end += 1
    return start, end + (data[end : end + 1] == b"\n" and end > start)


class _Reader:
    """Where concepts begin and end, and the English names in them."""

    def __init__(self, path: str) -> None:
        self.concepts: list[_Concept] = []
        self.close = -1
        self._path = path
        self._data = b""
        self._stack: list[str] = []
        self._lang = ""
        self._text: list[str] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text.append
        parser.EntityDeclHandler = self._entity

    def read(self, data: bytes) -> None:
        if decode(data, self._path).encoding != "utf-8":
            raise InputError("is not in UTF-8", path=self._path, remedy=f"save it as UTF-8, or {_REMEDY}")
        self._data = data
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            message = f"is not XML: {expat.ErrorString(error.code)}"
            raise InputError(message, path=self._path, line=error.lineno, remedy=_REMEDY) from None
        if self.close < 0:
            raise InputError("has no body", path=self._path, line=1, remedy=_REMEDY)

    def _entity(self, name: str, *_: object) -> None:
        self._fail(f"declares the entity {name[:40]!r}")

    def _fail(self, message: str) -> None:
        raise InputError(message, path=self._path, line=self._parser.CurrentLineNumber, remedy=_REMEDY)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = tag.rpartition(" ")[2]
        if not self._stack and element != "tbx":
            self._fail(f"is no TBX of the third edition: its root is {element[:40]!r}")
        self._stack.append(element)
        self._text.clear()
        if element == "conceptEntry":
            self.concepts.append(_Concept(attributes.get("id", ""), self._parser.CurrentByteIndex))
        elif element == "langSec":
            self._lang = attributes.get("http://www.w3.org/XML/1998/namespace lang", "").lower()[:2]
        elif self.concepts and (attributes.get("type") == "administrativeStatus" or element == "administrativeStatus"):
            self.concepts[-1].decided = True

    def _end(self, _tag: str) -> None:
        element = self._stack.pop()
        at = self._parser.CurrentByteIndex
        if element == "conceptEntry":
            self.concepts[-1].end = self._data.index(b">", at) + 1
        elif element == "body":
            self.close = at
        elif element == "term" and self._lang == "en" and self.concepts:
            self.concepts[-1].names.append("".join(self._text))
