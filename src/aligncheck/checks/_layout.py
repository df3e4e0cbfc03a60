"""How the two languages share files, and what kind of files these are, as far as rules ask. Knows no text."""

from __future__ import annotations

from aligncheck.checks._rule import DocumentContext
from aligncheck.model.text import Document


def two_files(document: DocumentContext) -> bool:
    """Whether original and translation are files of their own."""
    return document.source is not document.target


def pairs_given(document: DocumentContext) -> bool:
    """Whether the format holds pairs (rows, keys), so that each stands alone and none has to be looked for."""
    return document.layout in ("pairs", "units")


def is_locale(document: Document) -> bool:
    """Whether a file holds the strings of a program, each under a key."""
    return document.format == "json"
