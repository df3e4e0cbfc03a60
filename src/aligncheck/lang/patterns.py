"""Builds fast regular expressions from word lists, and compiles expressions when they are first used. Knows no word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
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


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, compiled when it is first used: there are hundreds, and most runs need but some of them.

    What stands in for it until then has the methods of a pattern and ``pattern``; it is none for ``isinstance``.
    """
    return cast("re.Pattern[str]", _Deferred(pattern, flags))


DEFERRED: set[str] = set()
"""The expressions of all that is deferred: what may be compiled late, and does not depend on any document."""


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
