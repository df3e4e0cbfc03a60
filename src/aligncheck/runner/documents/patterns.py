"""Pairs files by the patterns a project has set. Looks for counterparts on the disk; never opens a file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from aligncheck.config import PairPattern
from aligncheck.errors import ConfigError
from aligncheck.lang.language_tags import CHINESE, ENGLISH

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ANY = {"path": r".+", "name": r"[^/]+"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pair of path patterns, compiled: what the sides stand for is found by ``source`` and ``target``."""

    written: PairPattern
    source: re.Pattern[str]
    target: re.Pattern[str] | None


class Sought(NamedTuple):
    """A counterpart that is missing: its path by the pattern, and which side it would be."""

    path: str
    side: Literal["source", "target"]


@dataclass(slots=True)
class Matched:
    """What patterns make of files, all paths from the project's root.

    Attributes:
        pairs: (source, target); target None for a file that holds both languages.
        lonely: files that match one side while the other is missing, with what was looked for.
        others: files no pattern matches.
    """

    pairs: set[tuple[str, str | None]] = field(default_factory=set)
    lonely: dict[str, Sought] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)


def compile_pattern(written: PairPattern, source_lang: str) -> Pattern:
    """A pattern ready to match. Raises ConfigError (without a place) for one that cannot work."""
    tag = CHINESE if source_lang == "en" else ENGLISH
    names = set(_PLACEHOLDER.findall(written.source))
    if unknown := names - _ANY.keys():
        raise ConfigError(
            f"{{{min(unknown)}}} in source {written.source!r}",
            remedy="source may hold {path} and {name}; {lang} is for target",
        )
    source = re.compile(_regex(written.source, _ANY))
    if written.target is None:
        return Pattern(written, source, None)
    held = set(_PLACEHOLDER.findall(written.target))
    if unknown := held - {*_ANY, "lang"}:
        raise ConfigError(
            f"{{{min(unknown)}}} in target {written.target!r}", remedy="target may hold {path}, {name} and {lang}"
        )
    if names ^ (held - {"lang"}):
        raise ConfigError(
            f"source {written.source!r} and target {written.target!r} do not hold the same",
            remedy="give both sides the same of {path} and {name}",
        )
    return Pattern(written, source, re.compile(_regex(written.target, {**_ANY, "lang": f"(?i:{tag})"})))


def match_files(patterns: Iterable[Pattern], files: Iterable[str], root: Path) -> Matched:
    """Pair files by the first pattern that finds a counterpart; it need not be among ``files``, but must exist."""
    compiled = list(patterns)
    matched = Matched()
    for file in files:
        found = next((pairs for pattern in compiled if (pairs := _pairs(pattern, file, root))), None)
        sought = next((path for pattern in compiled if (path := _sought(pattern, file)) is not None), None)
        if found:
            matched.pairs.update(found)
        elif sought is not None:
            matched.lonely[file] = sought
        else:
            matched.others.append(file)
    # A directory's original may be named as the counterpart of another file than the one that asked for it.
    paired = {path for pair in matched.pairs for path in pair}
    matched.lonely = {file: sought for file, sought in matched.lonely.items() if file not in paired}
    return matched


def _pairs(pattern: Pattern, file: str, root: Path) -> list[tuple[str, str | None]]:
    """Pairs the file belongs to by one pattern, as its target or as its source."""
    # A target may match the pattern of sources, too: docs/{path}.md also stands for docs/zh/{path}.md.
    if pattern.target is not None and (found := pattern.target.fullmatch(file)):
        source = _filled(pattern.written.source, found)
        return [(source, file)] if source != file and (root / source).is_file() else []
    if not (found := pattern.source.fullmatch(file)):
        return []
    if pattern.written.target is None:
        return [(file, None)]
    return [(file, target) for target in _targets(pattern, found, root)]


def _sought(pattern: Pattern, file: str) -> Sought | None:
    """The counterpart a pattern would have for the file; None where it does not speak of it."""
    written = pattern.written
    if pattern.target is not None and (found := pattern.target.fullmatch(file)):
        return Sought(_filled(written.source, found), "source")
    if written.target is not None and (found := pattern.source.fullmatch(file)):
        return Sought(_filled(written.target, found), "target")
    return None


def _targets(pattern: Pattern, found: re.Match[str], root: Path) -> Iterator[str]:
    """Translations of a source that exist, one for each tag of the language."""
    assert pattern.written.target is not None
    assert pattern.target is not None
    wanted = _filled(pattern.written.target, found)
    if "{lang}" not in wanted:
        if (root / wanted).is_file():
            yield wanted
        return
    before, _, after = wanted.partition("{lang}")
    folder, start = os.path.split(before)
    names = sorted(entry.name for entry in (root / folder).iterdir()) if (root / folder).is_dir() else []
    rest, slash, below = after.partition("/")
    for name in names:
        if name.startswith(start) and name.endswith(rest):
            lang = name[len(start) : len(name) - len(rest)]
            path = f"{folder}/{name}".lstrip("/") + slash + below.replace("{lang}", lang)
            if pattern.target.fullmatch(path) and (root / path).is_file():
                yield path


def _filled(written: str, found: re.Match[str]) -> str:
    """A path pattern with what another side's placeholders stand for; ``{lang}`` stays where it is not known."""
    values = found.groupdict()
    return _PLACEHOLDER.sub(lambda m: values.get(m[1]) or m[0], written)


def _regex(written: str, forms: dict[str, str]) -> str:
    """A regular expression for a path pattern; a placeholder that comes again stands for the same."""
    seen: set[str] = set()
    parts = []
    for number, part in enumerate(_PLACEHOLDER.split(written)):
        if number % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            parts.append(f"(?P<{part}>{forms[part]})")
    return "".join(parts)
