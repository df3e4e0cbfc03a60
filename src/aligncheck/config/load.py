"""Finds and reads configuration files, and says of each setting where it comes from. Knows no rule."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec

from aligncheck.config import LANGUAGES, Code, Config, Drift, FailOn, Links, Override, PairPattern
from aligncheck.config.addresses import FIELDS, fault_of
from aligncheck.errors import ConfigError
from aligncheck.model.report import Severity
from aligncheck.model.term import Term, spelled_out
from aligncheck.model.term import fault_of as term_fault_of

OWN = "aligncheck.toml"
SHARED = "pyproject.toml"
_TABLES: Mapping[str, type[msgspec.Struct]] = {"pairs": PairPattern, "overrides": Override, "terms": Term}
_SECTIONS: Mapping[str, type[msgspec.Struct]] = {"drift": Drift, "links": Links}
_PLACE = re.compile(r" - at (?:`key` in )?`\$(?P<path>[^`]*)`$")
_WORDS: Mapping[str, Sequence[str]] = {
    "source": LANGUAGES,
    "severity": [s.value for s in Severity],
    "fail-on": get_args(FailOn),
}
"""Of settings that are one of a few words, which."""
_CODE = "expected `str` matching regex"
_STEP = re.compile(r"\.(?P<name>[\w-]+)|\[(?P<index>\d+|\.\.\.)\]")
_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

_ADDED = frozenset({"exclude", "ignore", "keep", "severity"})
"""Settings that the command line adds to; of others it replaces what the file says."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run.

    Attributes:
        config: the values.
        origin: of each setting that is not a default, by its name in a file, where it was said: ``aligncheck.toml:3``
            or ``--select``.
        file: the configuration file, as the user would name it; None where there is none.
        root: the directory that paths in the settings and in fingerprints are relative to.
    """

    config: Config
    origin: Mapping[str, str]
    file: str | None
    root: Path


def find(start: Path) -> Path | None:
    """The nearest configuration file, from ``start`` (a directory) up to the repository's top or the file system's.

    In one directory ``aligncheck.toml`` outranks ``[tool.aligncheck]`` of ``pyproject.toml``.
    """
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN
        if (folder / SHARED).is_file() and _is_ours(folder / SHARED):
            return folder / SHARED
        if (folder / ".git").exists():
            return None
    return None


def settings(
    file: Path | None, root: Path, flags: Mapping[str, tuple[str, Any]], *, shown: str | None = None
) -> Settings:
    """Defaults, over them the file's values, over them the command line's (lists of what to leave out are added up).

    Args:
        file: the configuration file, None for none; paths are then relative to ``root``.
        flags: setting (named as in a file) → option and value.
        shown: the file's name in messages.

    Raises ConfigError, with file, line and remedy: unreadable, malformed, an unknown key, a value of the wrong kind.
    """
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    if file is not None:
        shown = shown or str(file)
        text = _text(file, shown)
        values = _with_terms(_table(text, shown, file.name == SHARED))
        within: KeyPath = ("tool", "aligncheck") if file.name == SHARED else ()
        _known(values, Config, (), text, shown, within)
        origin = {key: f"{shown}:{_line(text, (*within, key))}" for key in values}
        _convert(values, text, shown, within)
        root = file.parent
    for key, (option, value) in flags.items():
        if key in _ADDED and key in values:
            values[key] = {**values[key], **value} if isinstance(value, dict) else [*values[key], *value]
            origin[key] += f", {option}"
        else:
            values[key], origin[key] = value, option
    try:
        config = msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        path, what = _key_path(str(error))
        option = origin.get(str(path[0]) if path else "", "")
        raise ConfigError(f"{option}: {what}", remedy=_remedy(path, what)) from None
    return Settings(config, origin, shown if file is not None else None, root)


def nearest(word: str, known: Sequence[str], told: Sequence[str] = ()) -> str:
    """A remedy that names the likeliest of the known words, or all of them (those of ``told``, where it is given)."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(told or known)}"


def line_of(file: str, key: KeyPath) -> int:
    """The line, from 1, where a key of a configuration file is set."""
    within: KeyPath = ("tool", "aligncheck") if Path(file).name == SHARED else ()
    return _line(_text(Path(file), file), (*within, *key))


def _is_ours(file: Path) -> bool:
    try:
        text = file.read_text(encoding="utf-8")
        return "aligncheck" in text and "aligncheck" in tomllib.loads(text).get("tool", {})
    except (OSError, ValueError):
        return False  # not ours to complain of: whoever reads it for its own sake will


def _text(file: Path, shown: str) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path=shown, remedy="check --config") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"is not UTF-8: {error.reason}", path=shown, remedy="save it as UTF-8") from None


def _table(text: str, shown: str, shared: bool) -> dict[str, Any]:
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
        message = f"is not TOML: {_LINE.sub('', str(error))}"
        raise ConfigError(message, path=shown, line=line, remedy="mend the line; toml.io describes the form") from None
    if not shared:
        return parsed
    table = parsed.get("tool", {}).get("aligncheck", {})
    if not isinstance(table, dict):
        raise ConfigError("tool.aligncheck is no table", path=shown, remedy="write [tool.aligncheck]")
    return table


def _known(
    values: Mapping[str, Any], kind: type[msgspec.Struct], path: KeyPath, text: str, shown: str, within: KeyPath
) -> None:
    """Raise ConfigError for a key that the table does not have."""
    names = [field.encode_name for field in msgspec.structs.fields(kind)]
    for key, value in values.items():
        if key not in names:
            where = "" if not path else f" in [[{path[0]}]]" if len(path) > 1 else f" in [{path[0]}]"
            line = _line(text, (*within, *path, key))
            raise ConfigError(f"unknown key {key!r}{where}", path=shown, line=line, remedy=nearest(key, names))
        if key in _SECTIONS and not path and isinstance(value, dict):
            _known(value, _SECTIONS[key], (key,), text, shown, within)
        elif key in _TABLES and not path and isinstance(value, list):
            for number, row in enumerate(value):
                if isinstance(row, dict):
                    _known(row, _TABLES[key], (key, number), text, shown, within)


def _with_terms(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a file, with terms in full that it writes in short."""
    found = (
        {**values, "terms": [*map(spelled_out, values["terms"])]} if isinstance(values.get("terms"), list) else values
    )
    if isinstance(overrides := values.get("overrides"), list):
        found = {**found, "overrides": [_with_terms(each) if isinstance(each, dict) else each for each in overrides]}
    return found


def _check_terms(config: Config, text: str, shown: str, within: KeyPath) -> None:
    """Raise ConfigError for a term that says nothing."""
    listed: list[tuple[KeyPath, Sequence[Term]]] = [(("terms",), config.terms)]
    listed += [(("overrides", number, "terms"), each.terms) for number, each in enumerate(config.overrides)]
    for key, terms in listed:
        for number, term in enumerate(terms):
            if fault := term_fault_of(term):
                line = _line(text, (*within, *key, number))
                raise ConfigError(f"terms: {fault[0]}", path=shown, line=line, remedy=fault[1])


def _convert(values: Mapping[str, Any], text: str, shown: str, within: KeyPath) -> None:
    try:
        config = msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        key, what = _key_path(str(error))
        key = _narrowed(values, key)
        name = ".".join(str(step) for step in key if isinstance(step, str))
        message = f"{name}: {what}" if name else what
        raise ConfigError(message, path=shown, line=_line(text, (*within, *key)), remedy=_remedy(key, what)) from None
    _check_terms(config, text, shown, within)
    for name, (schemes, fields) in FIELDS.items():
        template = getattr(config.links, name)
        if template is not None and (fault := fault_of(template, schemes, fields)):
            what, remedy = fault
            line = _line(text, (*within, "links", name))
            raise ConfigError(f"links.{name}: {what}", path=shown, line=line, remedy=remedy)


def _narrowed(values: Mapping[str, Any], key: KeyPath) -> KeyPath:
    """The key of the first severity that is wrong, where the message names the table only."""
    whole: Any = values
    for step in key:
        whole = whole[step]
    if not key or key[-1] != "severity" or not isinstance(whole, dict):
        return key
    for name, value in whole.items():
        try:
            msgspec.convert({name: value}, dict[Code, Severity])
        except msgspec.ValidationError:
            return (*key, name)
    return key


def _remedy(key: KeyPath, what: str) -> str:
    setting = next((step for step in reversed(key) if step in _WORDS), None)
    if setting is not None and not what.startswith(_CODE + " '^[A-Z]"):
        found = re.search(r"value '(.*)'$", what)
        return nearest(found[1] if found else "", _WORDS[str(setting)])
    if what.startswith(_CODE):
        return "a code is NUM001, or NUM for all of its family; aligncheck rule lists them"
    if "terms" in key:
        return 'write ["agent", "智能体"], or {en = "agent", zh = ["智能体"]} and what docs/glossary.md lists'
    return "docs/configuration.md lists keys and values"


def _key_path(message: str) -> tuple[KeyPath, str]:
    """The keys that lead to a wrong value, and what is wrong, from msgspec's message."""
    found = _PLACE.search(message)
    if not found:
        return (), message[:1].lower() + message[1:]
    what = message[: found.start()]
    steps: list[str | int] = []
    for step in _STEP.finditer(found["path"]):
        if step["name"]:
            steps.append(step["name"])
        elif step["index"] != "...":
            steps.append(int(step["index"]))
        else:
            break
    return tuple(steps), what[:1].lower() + what[1:]


def _line(text: str, key: KeyPath) -> int:
    """The line, from 1, on which a key is set; of a missing one the line of the table that lacks it.

    The shortest beginning of the file that is valid and has the key ends with its value; the longest valid one before
    that ends just before its key.
    """
    lines = text.splitlines()
    before = 0
    for end in range(1, len(lines) + 1):
        try:
            parsed = tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        if _has(parsed, key):
            return before + 1
        before = end
    return _line(text, key[:-1]) if key else 1


def _has(parsed: Any, key: KeyPath) -> bool:
    for step in key:
        if isinstance(step, int):
            if not isinstance(parsed, list) or len(parsed) <= step:
                return False
        elif not isinstance(parsed, dict) or step not in parsed:
            return False
        parsed = parsed[step]
    return True
