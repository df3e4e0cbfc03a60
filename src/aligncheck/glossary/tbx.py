"""Glossaries in TBX (ISO 30042), the second and the third edition, either style of markup. Knows XML and terms.

The parser is the standard library's expat: it is told to refuse every declaration of an entity, and loads nothing from
elsewhere, so that no file grows in memory or reads another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from aligncheck.errors import InputError
from aligncheck.formats.encoding import decode
from aligncheck.model.term import Term

_CONCEPT = frozenset(["termEntry", "conceptEntry"])
_LANGUAGE = frozenset(["langSet", "langSec"])
_ENTRY = frozenset(["tig", "ntig", "termSec"])
_NOTES = frozenset(["note", "definition"])
_STATUSES = frozenset(["administrativeStatus", "normativeAuthorization"])
_BAD = re.compile(r"deprecated|superseded|forbidden|notrecommended|obsolete|prohibited|rejected")
"""What an administrative status holds of a name that is not to be used (``deprecatedTerm-admn-sts``)."""
_DRAFT = re.compile(r"draft \(")
"""How the note of a concept begins that ``aligncheck terms`` drafted, and nobody has given a status."""
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_DEEPEST = 200


@dataclass
class _Name:
    """A name of a concept: its text, and whether it may be used."""

    language: str
    text: str = ""
    forbidden: bool = False


@dataclass
class _Concept:
    line: int
    names: list[_Name] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    decided: bool = False


class _Reader:
    """What expat calls; ``terms`` grows concept by concept."""

    def __init__(self, path: str) -> None:
        self.terms: list[Term] = []
        self.rooted = False
        self._path = path
        self._parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        self._stack: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._language = ""
        self._concept: _Concept | None = None
        self._name: _Name | None = None

    def read(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            message = f"is not XML: {expat.ErrorString(error.code)}"
            remedy = "export it as TBX once more"
            raise InputError(message, path=self._path, line=error.lineno, remedy=remedy) from None

    def _fail(self, message: str, remedy: str) -> NoReturn:
        raise InputError(message, path=self._path, line=self._parser.CurrentLineNumber, remedy=remedy)

    def _entity(self, name: str, *_: object) -> None:
        self._fail(f"declares the entity {name[:40]!r}", "take the declaration out: a glossary needs none")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = tag.rpartition(" ")[2]
        if not self._stack:
            if element not in ("martif", "tbx"):
                self._fail(f"no TBX: its root is {element[:40]!r}", "export it as TBX (ISO 30042), or as a table")
            self.rooted = True
        self._stack.append((element, attributes.get("type", element)))
        if len(self._stack) > _DEEPEST:
            self._fail("elements within elements without end", "export it as TBX once more")
        if element != "hi":  # emphasis inside a term
            self._text = []
        if element in _CONCEPT:
            self._concept = _Concept(self._parser.CurrentLineNumber)
        elif element in _LANGUAGE:
            self._language = attributes.get(_LANG, attributes.get("lang", "")).lower()[:2]
        elif element in _ENTRY:
            self._name = _Name(self._language)

    def _characters(self, text: str) -> None:
        self._text.append(text)

    def _end(self, _tag: str) -> None:
        element, kind = self._stack.pop()
        text = " ".join("".join(self._text).split())
        if element != "hi":
            self._text = []
        if self._name is not None and element == "term":
            self._name.text = text
        elif self._concept is not None and self._name is not None and kind in _STATUSES:
            self._concept.decided = True
            self._name.forbidden = bool(_BAD.match(text.lower().replace(" ", "")))
        elif self._concept is not None and kind in _NOTES and text:
            self._concept.notes.append(text)
        if element in _ENTRY and self._name is not None:
            if self._concept is not None and self._name.text:
                self._concept.names.append(self._name)
            self._name = None
        elif element in _CONCEPT and self._concept is not None:
            self._add(self._concept)
            self._concept = None

    def _add(self, concept: _Concept) -> None:
        """Keep a concept that has names in both languages; others are of no use here, and no fault."""

        def named(language: str, *, forbidden: bool) -> tuple[str, ...]:
            found = (n.text for n in concept.names if n.language == language and n.forbidden == forbidden)
            return tuple(dict.fromkeys(found))

        bad = *named("zh", forbidden=True), *named("en", forbidden=True)
        english, chinese = named("en", forbidden=False), named("zh", forbidden=False)
        if english and (chinese or named("zh", forbidden=True)):
            draft = not concept.decided and any(map(_DRAFT.match, concept.notes))
            kept = bool(chinese) and set(chinese) <= set(english)
            term = Term(
                en=english, zh=() if kept else chinese, forbidden=bad, keep=kept, note=" ".join(concept.notes),
                status="draft" if draft else "approved",
            )  # fmt: skip
            self.terms.append(term)


def read(data: bytes, path: str) -> list[Term]:
    """The concepts that have an English and a Chinese name. Names that are deprecated or superseded are forbidden.

    A concept with the English name on both sides is kept as it is; one that was drafted, and has no status yet, is a
    draft.

    Raises InputError with line and remedy: no TBX, an entity declared, no concept with both languages.
    """
    reader = _Reader(path)
    reader.read(decode(data, path).text.encode("utf-8", "replace"))
    if not reader.terms:
        remedy = "see that its langSet or langSec say xml:lang en and zh"
        raise InputError("no concept with an English and a Chinese name", path=path, line=1, remedy=remedy)
    return reader.terms
