"""Builds fast regular expressions from word lists, and compiles expressions when they are first used. Knows no word."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, cast


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the words; shared beginnings are tried once (a trie).

    ``any_of(["two", "ten", "twelve"])`` is ``t(?:w(?:elve|o)|en)``. An empty word makes the rest optional.
    """
    return _trie(sorted(set(words)))


def _trie(words: list[str]) -> str:
    if len(words) == 1:
        return re.escape(words[0])
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[:1]].append(word[1:])
    ends_here = groups.pop("", None) is not None
    branches = [re.escape(first) + _trie(rest) for first, rest in groups.items()]
    if len(branches) == 1 and not ends_here:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"


def first_at(
    begins: re.Pattern[str], pattern: re.Pattern[str], text: str, at: int, end: int = sys.maxsize
) -> re.Match[str] | None:
    """``pattern.search(text, at, end)``, many times as fast: ``begins`` is a set of all characters it may begin with.

    Only an expression that begins with a set is looked for by a loop over characters.
    """
    while (begin := begins.search(text, at, end)) is not None:
        at = begin.start()
        if (found := pattern.match(text, at, end)) is not None:
            return found
        at += 1
    return None


def each_at(begins: re.Pattern[str], pattern: re.Pattern[str], text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """``pattern.finditer(text, at, end)`` by ``first_at``, for an expression that matches no empty text."""
    while (found := first_at(begins, pattern, text, at, end)) is not None:
        yield found
        at = found.end()


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, compiled when it is first used: there are hundreds, and most runs need but some of them.

    What stands in for it until then has the methods of a pattern and ``pattern``; it is none for ``isinstance``.
    """
    return cast("re.Pattern[str]", _Deferred(pattern, flags))


DEFERRED: set[str] = set()
"""The expressions of all that is deferred: what may be compiled late, and does not depend on any document."""


class Caseless:
    """An expression in small letters that is found in letters of either size; what its matches hold is in small ones.

    It is looked for in the text made small, which is several times as fast as comparing without regard to case: of many
    words that an expression lists most are then passed over by their first letter.
    """

    def __init__(self, pattern: str) -> None:
        self._small, self._any = deferred(pattern), deferred(pattern, re.IGNORECASE)

    def _chosen(self, text: str) -> tuple[re.Pattern[str], str]:
        """The expression to use, and on what: a few letters are not those of equal case, or do not stay one letter."""
        if text.isascii() or _ODD_CASES.search(text) is None:
            return self._small, text.lower()
        return self._any, text

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        pattern, text = self._chosen(text)
        return pattern.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        pattern, text = self._chosen(text)
        return pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        pattern, text = self._chosen(text)
        return pattern.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        pattern, text = self._chosen(text)
        return pattern.finditer(text, start, end)


class _Deferred:
    """An expression that is compiled at the first question to it, and then answers by the methods of the compiled."""

    def __init__(self, pattern: str, flags: int) -> None:
        DEFERRED.add(pattern)
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_ODD_CASES = deferred("[\u0130\u0131\u017f]")
"""Turkish i with and without its dot, and the long s."""
