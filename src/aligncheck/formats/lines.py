"""Lines of a text with their offsets, and how wide characters are; knows no markup."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_END = re.compile(r"\r\n?|\n")


class Physical(NamedTuple):
    """A line at ``[start, end)`` of the text, without its line end."""

    start: int
    end: int


class Line(NamedTuple):
    """One line of a block's inline content: its text and where it begins in the document."""

    text: str
    doc_start: int


def split_lines(text: str) -> list[Physical]:
    """The lines of a text; a line ends at ``\\n``, ``\\r\\n`` or ``\\r``, as in ``Document.place``."""
    found, start = [], 0
    for end in _END.finditer(text):
        found.append(Physical(start, end.start()))
        start = end.end()
    if start < len(text):
        found.append(Physical(start, len(text)))
    return found


def columns(text: str) -> int:
    """Terminal columns a line fills: two for a wide character, one for any other."""
    return len(text) if text.isascii() else sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def is_wide(char: str) -> bool:
    """Whether a character is of full width (Han, kana, their punctuation), so that no space belongs next to it."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—"
