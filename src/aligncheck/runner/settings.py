"""The settings of a run: the nearest configuration file under the command line's options, with every code known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import KeyPath, Settings, find, line_of, nearest, settings
from aligncheck.errors import ConfigError
from aligncheck.model.term import Term
from aligncheck.runner.documents.patterns import compile_pattern
from aligncheck.runner.files import read_bytes
from aligncheck.runner.output import destinations


def resolve(
    paths: Sequence[str],
    flags: Mapping[str, tuple[str, Any]],
    codes: Sequence[str],
    *,
    file: str | None = None,
    isolated: bool = False,
) -> Settings:
    """Settings for documents under ``paths``.

    The configuration file is the one nearest to the directory that holds all the paths. Without any, the repository's
    top is the root, else the current directory.

    Args:
        paths: as the command names them; none is the current directory.
        flags: setting → option and value.
        codes: of all rules.
        file: the configuration file to use instead.
        isolated: use none.

    Raises ConfigError: file, line, remedy.
    """
    made = unchecked(paths, flags, file=file, isolated=isolated)
    _check_codes(made, codes)
    _check_patterns(made)
    destinations(made.config.output, made.config.reports)
    return replace(made, config=_with_glossaries(made))


def unchecked(
    paths: Sequence[str], flags: Mapping[str, tuple[str, Any]], *, file: str | None = None, isolated: bool = False
) -> Settings:
    """The same without the glossary, and without a look at codes and patterns: where nothing is checked by them."""
    start = _common(paths)
    found = None if isolated else Path(file) if file is not None else find(start)
    shown = None if found is None else os.path.relpath(found).replace(os.sep, "/")
    return settings(found, _top(start) or Path.cwd(), flags, shown=shown)


def read_glossary(path: str) -> list[Term]:
    """The terms of a file. Raises InputError with line and remedy."""
    from aligncheck.glossary import read

    return read(read_bytes(path), path)


def _with_glossaries(made: Settings) -> Config:
    """The settings with the terms of the glossaries' files behind those set directly."""
    config = made.config
    if not config.glossaries:
        return config
    paths = {name: os.path.relpath(made.root / name).replace(os.sep, "/") for name in config.glossaries}
    read = {name: read_glossary(path) for name, path in paths.items()}

    def listed(terms: Sequence[Term], names: Sequence[str]) -> tuple[Term, ...]:
        return (*terms, *(term for name in names for term in read[name]))

    overrides = [msgspec.structs.replace(each, terms=listed(each.terms, each.glossary)) for each in config.overrides]
    terms = listed(config.terms, config.glossary)
    return msgspec.structs.replace(config, terms=terms, overrides=tuple(overrides))


def _common(paths: Sequence[str]) -> Path:
    """The directory that holds all the paths; of one that is missing, the nearest that exists."""
    folders = []
    for path in paths or (".",):
        folder = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links out of the project
        while not folder.is_dir():
            folder = folder.parent
        folders.append(folder)
    return Path(os.path.commonpath(folders))


def _top(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def _check_codes(made: Settings, codes: Sequence[str]) -> None:
    for key, code in _codes(made):
        if not any(known.startswith(code) for known in codes):
            families = sorted({known[:3] for known in codes})
            remedy = nearest(code, [*families, *codes], families)
            raise _wrong(made, key, f"no rule begins with {code!r}", remedy)


def _codes(made: Settings) -> Iterator[tuple[KeyPath, str]]:
    config = made.config
    yield from _listed("select", config.select)
    yield from _listed("ignore", config.ignore)
    yield from ((("severity", code), code) for code in config.severity)
    for number, override in enumerate(config.overrides):
        for name, listed in (("select", override.select or ()), ("ignore", override.ignore)):
            yield from (((("overrides", number, name)), code) for code in listed)
        yield from ((("overrides", number, "severity", code), code) for code in override.severity)


def _listed(name: str, codes: Iterable[str]) -> Iterator[tuple[KeyPath, str]]:
    return (((name,), code) for code in codes)


def _check_patterns(made: Settings) -> None:
    from pathspec import GitIgnoreSpec

    config = made.config
    for number, pattern in enumerate(config.pairs):
        try:
            compile_pattern(pattern, config.source)
        except ConfigError as error:
            raise _wrong(made, ("pairs", number), error.message, error.remedy) from None
    listed: list[tuple[KeyPath, Sequence[str]]] = [(("exclude",), config.exclude)]
    listed += [(("overrides", number, "files"), each.files) for number, each in enumerate(config.overrides)]
    listed += [(("terms", number, "files"), each.files) for number, each in enumerate(config.terms) if each.files]
    for key, patterns in listed:
        try:
            GitIgnoreSpec.from_lines(patterns)
        except ValueError as error:
            raise _wrong(made, key, f"bad pattern in {key[-1]}: {error}", "write it as in .gitignore") from None


def _wrong(made: Settings, key: KeyPath, message: str, remedy: str | None) -> ConfigError:
    """The error with the place where the setting stands: a line of the file, or an option."""
    origin = made.origin.get(str(key[0]), "")
    if made.file is None or not origin.startswith(f"{made.file}:"):
        return ConfigError(f"{origin}: {message}" if origin else message, remedy=remedy)
    return ConfigError(message, path=made.file, line=line_of(made.file, key), remedy=remedy)
