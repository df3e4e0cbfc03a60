"""Glossaries in TOML: tables ``[[term]]``. Knows the shape of a term, no setting."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import msgspec

from aligncheck.errors import InputError
from aligncheck.formats.encoding import decode
from aligncheck.model.term import Term, fault_of, spelled_out

_KEYS = ("term", "terms")
_REMEDY = "write [[term]], and under it en, zh, forbidden, case, keep, note, files, status"
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*terms?[ \t]*\]\]", re.M)
_PLACE = re.compile(r" \(at line (?P<line>\d+), column \d+\)$")


def read(data: bytes, path: str) -> list[Term]:
    """The terms of a file. Raises InputError with line and remedy for what is no TOML, and for what is no term."""
    text = decode(data, path).text.replace("\r\n", "\n")
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found["line"]) if found else text.count("\n") + 1
        remedy = "mend the line; toml.io describes the form"
        raise InputError(f"is not TOML: {_PLACE.sub('', str(error))}", path=path, line=line, remedy=remedy) from None
    unknown = [key for key in parsed if key not in _KEYS]
    if unknown or not all(isinstance(value, list) for value in parsed.values()):
        raise InputError(f"no terms: {(unknown or [*parsed])[0]!r}", path=path, line=1, remedy=_REMEDY)
    values = [value for key in _KEYS for value in parsed.get(key, ())]
    heads = [text.count("\n", 0, head.start()) + 1 for head in _HEAD.finditer(text)]
    lines = heads if len(heads) == len(values) else [1] * len(values)
    return [_term(value, path, line) for value, line in zip(values, lines, strict=True)]


def _term(value: Any, path: str, line: int) -> Term:
    try:
        term = msgspec.convert(spelled_out(value), Term)
    except msgspec.ValidationError as error:
        message = str(error)
        raise InputError(f"no term: {message[:1].lower()}{message[1:]}", path=path, line=line, remedy=_REMEDY) from None
    if fault := fault_of(term):
        raise InputError(f"no term: {fault[0]}", path=path, line=line, remedy=fault[1])
    return term
