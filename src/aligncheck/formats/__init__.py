"""Readers: bytes of a file to a Document, by suffix. One module per format; each stands alone."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from typing import cast

from aligncheck.errors import InputError
from aligncheck.formats.encoding import decode
from aligncheck.model.text import Document

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "jsonfile",
}
"""Suffix, in lower case, to the module of this package whose ``read(text, path)`` reads such files."""


def is_supported(path: str) -> bool:
    """Whether a file's suffix has a reader."""
    return suffix_of(path).lower() in SUFFIXES


def written(text: str, form: str) -> str:
    """How a document of a format (``Document.format``) writes a text that stands in it; most write it as it is."""
    return json.dumps(text, ensure_ascii=False)[1:-1] if form == "json" else text


def meant(text: str, form: str) -> str:
    """The text that something written by ``written`` stands for. Raises ValueError where it is nothing such."""
    return str(json.loads(f'"{text}"')) if form == "json" else text


def suffix_of(path: str) -> str:
    """The suffix of a path with ``/``, as pathlib has it, whose objects take longer to make than a file to open."""
    name = path.rstrip("/").rpartition("/")[2]
    at = name.rfind(".")
    return name[at:] if 0 < at < len(name) - 1 else ""


def read(data: bytes, path: str) -> Document:
    """Read a file's bytes; ``path`` is as the user named it and decides the format.

    Raises InputError, with path, line and remedy: unknown suffix, not text, undecodable, malformed, empty.
    """
    suffix = suffix_of(path).lower()
    if suffix not in SUFFIXES:
        known = " ".join(sorted(SUFFIXES))
        raise InputError(f"no reader for {suffix or 'a file without suffix'}", path=path, remedy=f"known are {known}")
    text, encoding, guessed = decode(data, path)
    if not text.strip():
        raise InputError("is empty", path=path, remedy="leave it out, or put text in it")
    reader = import_module(f"{__name__}.{SUFFIXES[suffix]}")
    document = cast(Document, reader.read(text, path))
    notes = (
        ((1, f"read as {encoding}, which its bytes suggest but do not prove"), *document.notes)
        if guessed
        else document.notes
    )
    return replace(document, encoding=encoding, notes=notes)
