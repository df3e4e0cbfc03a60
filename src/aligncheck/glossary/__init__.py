"""Glossaries in files: terms read from tables, TBX, workbooks and TOML. Knows bytes and terms, no text."""

from __future__ import annotations

from pathlib import PurePath

from aligncheck.errors import InputError
from aligncheck.model.term import Term

SUFFIXES = (".csv", ".tsv", ".tbx", ".xlsx", ".toml", ".txt")
"""What names of glossaries end in."""


def read(data: bytes, path: str) -> list[Term]:
    """The terms of a file in its order; its suffix says how it is written.

    Raises InputError, with file, line (row of a workbook) and remedy, for what is no glossary.
    """
    match PurePath(path).suffix.lower():
        case ".csv" | ".tsv" | ".txt":
            from aligncheck.glossary import tables

            return tables.read(data, path)
        case ".tbx":
            from aligncheck.glossary import tbx

            return tbx.read(data, path)
        case ".xlsx":
            from aligncheck.glossary import workbooks

            return workbooks.read(data, path)
        case ".toml":
            from aligncheck.glossary import term_tables

            return term_tables.read(data, path)
        case other:
            known = ", ".join(SUFFIXES)
            raise InputError(f"a glossary that ends in {other or 'nothing'}", path=path, remedy=f"save it as {known}")


__all__ = ["SUFFIXES", "read"]
