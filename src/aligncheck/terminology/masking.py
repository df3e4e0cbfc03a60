"""A side's text with breaks in place of what is no prose: code, addresses, identifiers. Knows marks, no language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

BREAK = "\x1f"
"""Stands for what was taken out, character by character: no word and no term runs across it."""
_VERBATIM = frozenset(["code", "math", "html", "placeholder", "image", "footnote"])
_SIGN = re.compile(r"[/\\_@#$=<>{}|(.`]")
_RUN = re.compile(r"[!-~]+")
_IDENTIFIER = re.compile(
    r"[\\_@#$=<>{}|`]|[\w)]/[\w(]|://|www\.|\w\(\)|\(e?s\)|(?<![A-Z])\b[a-z][\w-]*\.[a-z]", re.ASCII
)
"""What an address, a path, a file's name or a piece of code has somewhere, and no word of a sentence."""


_QUOTED = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?:[ ,:;&]{1,2}[A-Za-z][A-Za-z'’.-]*){3,40}")
"""Four Latin words and more in a row: no term, but a title or a sentence that was left as it is."""


class Marked(Protocol):
    """Inline markup over ``[start, end)`` of a text."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def masked(text: str, marks: Iterable[Marked]) -> str:
    """The text at the same offsets with ``BREAK`` for each character that is no prose."""
    for mark in marks:
        if mark.kind in _VERBATIM:
            text = text[: mark.start] + BREAK * (mark.end - mark.start) + text[mark.end :]
    return _RUN.sub(_kept, text) if _SIGN.search(text) else text


def _kept(run: re.Match[str]) -> str:
    """A run of characters without a blank, or breaks where it is no word."""
    return BREAK * len(run.group()) if _IDENTIFIER.search(run.group()) else run.group()


def without_quoted(english: str, chinese: str) -> tuple[str, str]:
    """Both texts without what the Chinese one quotes in English, at the same offsets."""
    for match in _QUOTED.finditer(chinese):
        quoted = match.group()
        chinese = chinese[: match.start()] + BREAK * len(quoted) + chinese[match.end() :]
        at = english.find(quoted)
        if at >= 0:
            english = english[:at] + BREAK * len(quoted) + english[at + len(quoted) :]
    return english, chinese
