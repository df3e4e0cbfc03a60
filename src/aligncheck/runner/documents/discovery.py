"""Turns the paths of a command line into jobs: bilingual files and pairs of files. Knows no sentence and no format."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.errors import InputError
from aligncheck.formats import is_supported, suffix_of
from aligncheck.runner.documents.jobs import Alone, Job, Plan, report_names
from aligncheck.runner.documents.naming import Name, foreign_keys, read_name
from aligncheck.runner.documents.patterns import compile_pattern, match_files
from aligncheck.runner.documents.peek import looks_binary, peek_languages
from aligncheck.runner.documents.walk import Skipped, unreadable, walk

if TYPE_CHECKING:
    from aligncheck.lang.share import Languages

_ONLY_IN_PAIRS = frozenset({".json", ".yaml"})
"""Key-value files hold one language each; one without a counterpart is somebody's settings."""


def discover(paths: Sequence[str], config: Config, root: Path | None = None) -> Plan:
    """Find the documents under files and directories and pair the language versions of each.

    ``root`` is the project's: patterns and identities are relative to it (None: to the current directory).

    Exactly two files are one English and one Chinese file, in whichever order, when their prose says so. Otherwise
    names decide (see ``naming``), across all arguments; two directories may also be two checkouts of one project,
    with the same paths in both. What finds no partner is a bilingual file.

    With ``config.pairs`` those patterns decide instead; a counterpart they name need not be among the arguments.
    Problems do not stop the rest. Raises ConfigError for a malformed pattern.
    """
    collection = _Collection(config, root or Path.cwd())
    for path in paths:
        collection.add(path)
    pairs = _pairs(collection, paths)
    return _plan(collection, pairs, config)


class _Collection:
    """Files by shown path, each once, with what was skipped and what went wrong on the way."""

    def __init__(self, config: Config, root: Path) -> None:
        self.config = config
        self.root = root
        self.names: dict[str, Name] = {}
        self.skipped: dict[str, Skipped] = {}
        self.problems: list[InputError] = []
        self.named: set[str] = set()
        self._languages: dict[str, Languages | None] = {}
        self._glossaries = {os.path.normpath(name) for name in config.glossaries}

    def add(self, path: str) -> None:
        """Take in an argument: a file is read whatever its name, a directory is walked."""
        try:
            mode = Path(path).stat().st_mode
        except OSError as error:
            self.problems.append(unreadable(path, error))
            return
        if stat.S_ISDIR(mode):
            self._add_directory(path)
        elif not stat.S_ISREG(mode):
            self.problems.append(InputError("not a regular file", path=path, remedy="name a file or a directory"))
        elif not is_supported(path):
            self.problems.append(_unsupported(path))
        else:
            self._add_file(path, _shown(path))
            self.named.add(_shown(path))

    def languages(self, path: str) -> Languages | None:
        """The language of a file's prose, read once."""
        if path not in self._languages:
            self._languages[path] = peek_languages(path)
        return self._languages[path]

    def _add_directory(self, path: str) -> None:
        before, troubles = len(self.names), len(self.problems)
        shown = _shown_below(path)
        for found in walk(path, self.config.exclude, self.root):
            if isinstance(found, InputError):
                self.problems.append(found)
            elif isinstance(found, Skipped):
                self._skip(replace(found, path=shown(found.path)))
            elif not is_supported(found):
                what = f"unsupported suffix {suffix_of(found) or '(none)'}"
                self._skip(Skipped(shown(found), what, True))
            elif found.endswith(".json") and is_supported(found.removesuffix(".json")):
                self._skip(Skipped(shown(found), "a report of aligncheck", True))
            elif self._glossaries and os.path.normpath(from_root(self.root, found)) in self._glossaries:
                self._skip(Skipped(shown(found), "a glossary", True))
            elif looks_binary(found):
                self._skip(Skipped(shown(found), "binary"))
            else:
                self._add_file(found, shown(found))
        here = _shown(path)
        nothing = not any(_inside(name, here) for name in self.names)
        if len(self.names) == before and nothing and len(self.problems) == troubles:
            remedy = "name a file, or a directory that holds text or Markdown files"
            self.problems.append(InputError("no documents in this directory", path=path, remedy=remedy))

    def _add_file(self, path: str, shown: str) -> None:
        if not shown.isprintable():
            remedy = "rename the file"
            self.problems.append(InputError("the file's name is not printable text", path=ascii(shown), remedy=remedy))
        elif not os.access(path, os.R_OK):
            self.problems.append(unreadable(path, PermissionError()))
        else:
            self.names.setdefault(shown, read_name(shown))

    def _skip(self, skip: Skipped) -> None:
        self.skipped.setdefault(skip.path, skip)


@dataclass(slots=True)
class _Pairs:
    """English and Chinese paths that belong together, and files left out because of what the others are."""

    found: set[tuple[str, str]] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    alone: list[Alone] = field(default_factory=list)

    @property
    def paired(self) -> set[str]:
        return {path for pair in self.found for path in pair}


def _pairs(collection: _Collection, arguments: Sequence[str]) -> _Pairs:
    names = list(collection.names.values())
    two_files = len(arguments) == 2 and {_shown(a) for a in arguments} == set(collection.names)
    if two_files and len(names) == 2 and (pair := _by_prose(collection, *collection.names)):
        return _Pairs({pair})
    if collection.config.pairs:
        return _by_patterns(collection)
    groups: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        groups.setdefault(name.key, []).append(name)
    pairs = _Pairs({pair for group in groups.values() for pair in _by_name(collection, group)})
    if len(arguments) == 2 and all(Path(a).is_dir() for a in arguments):
        first, second = (_shown(a) for a in arguments)
        _add_checkouts(collection, pairs, first, second)
    _leave_out(collection, pairs, groups)
    return pairs


def _by_prose(collection: _Collection, first: str, second: str) -> tuple[str, str] | None:
    """The two files as (English, Chinese), when exactly one of them is plain English and the other is not."""
    languages = collection.languages(first), collection.languages(second)
    if None in languages or languages.count("en") != 1:
        return None
    return (first, second) if languages[0] == "en" else (second, first)


def _by_patterns(collection: _Collection) -> _Pairs:
    """Pair files as ``config.pairs`` says; what no pattern knows is a document only where the user named it."""
    config, root = collection.config, collection.root
    patterns = [compile_pattern(written, config.source) for written in config.pairs]
    shown = {from_root(root, path): path for path in collection.names}
    matched = match_files(patterns, shown, root)
    pairs = _Pairs()
    for source, target in matched.pairs:
        if target is not None:
            pair = _shown(str(root / source)), _shown(str(root / target))
            pairs.found.add(pair if config.source == "en" else pair[::-1])
    for path, sought in matched.lonely.items():
        expected = _shown(str(root / sought.path))
        pairs.skipped.append(Skipped(shown[path], f"its counterpart {expected} is missing"))
        pairs.alone.append(Alone(shown[path], path, sought.side, expected))
    for path in matched.others:
        if shown[path] not in collection.named:
            pairs.skipped.append(Skipped(shown[path], "no pattern of [[pairs]] is meant for it"))
    return pairs


def _by_name(collection: _Collection, group: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Pair the language versions of one document, as (English, Chinese).

    A mark in the name is believed, for a page not yet translated is still in English. A file without a mark is what
    its prose is; a bilingual one stands alone.
    """
    if len(group) < 2:
        return
    spoken = {name: name.lang or collection.languages(name.path) for name in group}
    english = [name for name in group if spoken[name] == "en"]
    chinese = [name for name in group if spoken[name] == "zh"]
    if not english:
        return
    translated = any(name.lang for name in chinese)
    for target in chinese:
        source = max(english, key=lambda candidate: (*_closeness(candidate, target), candidate.path))
        # docs/en/index.md, docs/zh/index.md: a Chinese docs/index.md is the way in, not a third version.
        if target.lang or not translated or PurePosixPath(source.path).parent == PurePosixPath(target.path).parent:
            yield source.path, target.path


def _closeness(source: Name, target: Name) -> tuple[bool, bool, bool]:
    return source.lang == "en", source.stem == target.stem, source.suffix == target.suffix


def _add_checkouts(collection: _Collection, pairs: _Pairs, first: str, second: str) -> None:
    """Pair equal paths under two directories, when the files that tell say which directory is English.

    A page that is the same in both was not translated yet: it is left out with a note.
    """
    taken = pairs.paired
    tails = {_inside(shown, first): shown for shown in collection.names} if first != second else {}
    common = [
        (tails[tail], shown)
        for shown in collection.names
        if (tail := _inside(shown, second)) and tail in tails and shown not in taken
    ]
    votes = [_by_prose(collection, *pair) for pair in common]
    forward = sum(vote == pair for vote, pair in zip(votes, common, strict=True))
    backward = sum(vote is not None for vote in votes) - forward
    if forward == backward:
        return
    for left, right in common:
        english, chinese = (left, right) if forward > backward else (right, left)
        if collection.languages(english) not in ("en", None):
            continue
        if Path(english).read_bytes() == Path(chinese).read_bytes():
            pairs.skipped += [Skipped(path, "the same in both directories") for path in (english, chinese)]
        else:
            pairs.found.add((english, chinese))


def _leave_out(collection: _Collection, pairs: _Pairs, groups: dict[tuple[str, ...], list[Name]]) -> None:
    """Skip what is no document of these two languages: settings, and translations into a third language."""
    paired = pairs.paired
    for name in collection.names.values():
        if name.path in paired or name.path in collection.named:
            continue
        if name.key[-1] in _ONLY_IN_PAIRS:
            pairs.skipped.append(Skipped(name.path, "a key-value file without a counterpart"))
        elif not name.lang and any(key != name.key and key in groups for key in foreign_keys(name.path)):
            pairs.skipped.append(Skipped(name.path, "a translation into another language"))


def _plan(collection: _Collection, pairs: _Pairs, config: Config) -> Plan:
    skipped = {**collection.skipped, **{skip.path: skip for skip in pairs.skipped}}
    done = pairs.paired | skipped.keys()
    sides: list[tuple[str, str | None]] = [(path, None) for path in collection.names if path not in done]
    sides += [pair if config.source == "en" else pair[::-1] for pair in pairs.found]
    sides.sort(key=lambda side: (side[1] or side[0], side[0]))
    jobs = tuple(
        Job(*side, name, tuple(from_root(collection.root, path) for path in side if path is not None))
        for side, name in zip(sides, report_names(sides), strict=True)
    )
    left_out = tuple(skipped[path] for path in sorted(skipped))
    return Plan(jobs, left_out, tuple(collection.problems), tuple(sorted(pairs.alone, key=lambda a: a.path)))


def _shown(path: str) -> str:
    """A path as reports show it: relative to the current directory, with ``/``."""
    return os.path.relpath(path).replace(os.sep, "/")


def _shown_below(root: str) -> Callable[[str], str]:
    """``_shown`` for the paths a walk of ``root`` finds, without working out the same beginning for each."""
    here, cut = _shown(root), len(root) + (not root.endswith("/"))
    if here.startswith(".."):
        return _shown  # the way up may lead down again, to where the command runs
    start = "" if here == "." else f"{here}/"
    return lambda path: start + path[cut:].replace(os.sep, "/")


def from_root(root: Path, path: str) -> str:
    """A path as seen from the project's root, with ``/``."""
    return os.path.relpath(path, root).replace(os.sep, "/")


def _inside(shown: str, directory: str) -> str | None:
    """The rest of a path under a directory; None when it lies elsewhere."""
    if directory == ".":
        return None if shown.startswith("../") else shown
    return shown[len(directory) + 1 :] if shown.startswith(directory + "/") else None


def _unsupported(path: str) -> InputError:
    suffix = suffix_of(path)
    what = f"files ending in {suffix} are not supported" if suffix else "a file without suffix is not supported"
    return InputError(what, path=path, remedy="convert it to Markdown, text or TSV")
