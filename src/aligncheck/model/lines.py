"""Finds where the lines of a text begin. Knows no document."""

from __future__ import annotations


def line_starts(text: str) -> list[int]:
    """The first character of every line, the first one's too; a line ends at ``\\n``, ``\\r\\n`` or ``\\r``."""
    starts, found = [0], -1
    while (found := text.find("\n", found + 1)) >= 0:
        starts.append(found + 1)
    if "\r" in text:
        lone = [i + 1 for i, c in enumerate(text) if c == "\r" and text[i + 1 : i + 2] != "\n"]
        starts = sorted({*starts, *lone})
    return starts
