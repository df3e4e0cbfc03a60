"""Regular expressions as an earlier process compiled them: without, compiling is half of what loading the engine takes.

Python cannot store a compiled pattern, but what its compiler hands to the matching engine are plain numbers. They are
taken from there and handed over again; the engine verifies them as it does the compiler's. Where Python's library does
not have the expected parts, patterns are compiled as always.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

from aligncheck.runner.results.cache import ResultCache

_KIND = "patterns"
_MEANT_FOR = ((3, 11), (3, 14))
"""First and last version of Python whose compiler is known to work as this module assumes."""


class _Compiled(NamedTuple):
    """What the matching engine makes a pattern of: ``pattern`` and ``given`` flags are the key, the rest its input."""

    pattern: str
    given: int
    flags: int
    code: list[int]
    groups: int
    names: dict[str, int]
    numbers: tuple[str | None, ...]


class Patterns:
    """What earlier processes compiled, and what this one compiles meanwhile. Without a cache all is as ever."""

    def __init__(self, cache: ResultCache | None) -> None:
        compiler: ModuleType | None = getattr(re, "_compiler", None)
        known = compiler is not None and _MEANT_FOR[0] <= sys.version_info[:2] <= _MEANT_FOR[1]
        self._cache = cache if known else None
        self._noted = self._cache.note(_KIND, sys.version, list[_Compiled]) or [] if self._cache else []
        self._memory = _Memory(compiler, self._noted) if compiler is not None else None

    @contextmanager
    def used(self, only: Collection[str] | None = None) -> Iterator[None]:
        """Meanwhile, known patterns are not compiled again, and new ones are noted: all, or ``only`` these."""
        memory = self._memory
        if self._cache is None or memory is None:
            yield
            return
        compiler, memory.only = memory.compiler, only
        original, engine = compiler.compile, compiler._sre
        compiler.compile, compiler._sre = memory.compile, memory  # type: ignore[attr-defined]
        try:
            yield
        finally:
            compiler.compile, compiler._sre = original, engine  # type: ignore[attr-defined]

    def keep(self) -> None:
        """Put what is new into the cache."""
        if self._cache is not None and self._memory is not None and self._memory.new:
            self._noted += self._memory.new
            self._memory.new = []
            self._cache.keep_note(_KIND, sys.version, self._noted)


class _Memory:
    """Stands before the compiler, to answer what is known, and before the matching engine, to note what is not."""

    def __init__(self, compiler: ModuleType, noted: list[_Compiled]) -> None:
        self.compiler = compiler
        self.only: Collection[str] | None = None
        self._compile: Callable[..., re.Pattern[Any]] = compiler.compile
        self._engine = compiler._sre
        self._known = {(one.pattern, one.given): one for one in noted}
        self._asked: tuple[str, int] | None = None
        self.new: list[_Compiled] = []

    def compile(self, pattern: Any, flags: Any = 0, *rest: Any) -> re.Pattern[Any]:
        """In place of the compiler's ``compile`` with a pattern, and of the engine's, which takes more."""
        if rest:
            return self._made(pattern, flags, *rest)
        self._asked = (pattern, int(flags)) if isinstance(pattern, str) else None
        known = self._known.get(self._asked) if self._asked else None
        if known is not None:
            made: re.Pattern[Any] = self._engine.compile(pattern, *known[2:])
            return made
        return self._compile(pattern, flags)

    def _made(self, pattern: Any, flags: int, code: list[int], *rest: Any) -> re.Pattern[Any]:
        made: re.Pattern[Any] = self._engine.compile(pattern, flags, code, *rest)
        if self._asked is not None and self._asked[0] == pattern and (self.only is None or pattern in self.only):
            self.new.append(_Compiled(*self._asked, int(flags), [int(number) for number in code], *rest))
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)
