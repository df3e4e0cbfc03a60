"""Adds texts to lists of a configuration file, whose remarks and layout stay. Knows no setting's meaning."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from aligncheck.errors import ConfigError

_MARK = "\ufeff"
_LONE = re.compile(r"(?<!\r)\n")


def with_listed(text: str, more: Mapping[str, Sequence[str]], path: str, *, shared: bool) -> str:
    """The text of a configuration file with texts added to lists; a list that is not there is made.

    Args:
        text: TOML, with its byte order mark and line ends, which stay.
        more: setting → texts; what its list holds already is not added again.
        path: the file's, for errors.
        shared: whether the settings are those of ``[tool.aligncheck]``.

    Raises ConfigError for a file that cannot be changed so that nothing else changes.
    """
    more = {key: texts for key, texts in more.items() if texts}
    body = text.removeprefix(_MARK)
    changed = body
    for key, texts in more.items():
        changed = _with_key(changed, key, texts, path, shared=shared)
    if "\r\n" in body and not _LONE.search(body):
        changed = _LONE.sub("\r\n", changed)
    wanted = tomllib.loads(body)
    table = _table(wanted, shared=shared)
    for key, texts in more.items():
        table[key] = list(dict.fromkeys([*table.get(key, []), *texts]))
    if tomllib.loads(changed) != wanted:
        raise _by_hand(path, more)
    return text[: len(text) - len(body)] + changed


def _with_key(text: str, key: str, texts: Sequence[str], path: str, *, shared: bool) -> str:
    try:
        parsed = tomlkit.parse(text)
        table = _table(parsed, shared=shared)
        old = table.get(key)
        new = [each for each in dict.fromkeys(texts) if old is None or each not in old]
        if not new:
            return text
        if isinstance(old, Array):
            for each in new:
                old.append(each)
        elif not shared:
            line = f"{key} = {tomlkit.item(new).as_string()}"
            return _with_line(text, line)
        else:
            table[key] = new
        return parsed.as_string()
    except (TOMLKitError, AttributeError, KeyError, TypeError, ValueError):
        raise _by_hand(path, {key: texts}) from None


def _table(parsed: Any, *, shared: bool) -> Any:
    return parsed["tool"]["aligncheck"] if shared else parsed


def _with_line(text: str, line: str) -> str:
    """The text with a line behind the last key that belongs to no table, else behind the remarks it begins with."""
    lines = text.splitlines(keepends=True)
    headers = (n for n, each in enumerate(lines) if each.lstrip().startswith("["))
    tables = next((n for n in headers if _parsed(lines[:n]) is not None), len(lines))
    keys = _parsed(lines[:tables])
    if keys:
        at = next(n for n in range(tables + 1) if _parsed(lines[:n]) == keys)
        before, after = "".join(lines[:at]), "".join(lines[at:])
        return f"{before}{'' if before.endswith(chr(10)) else chr(10)}{line}\n{after}"
    remarks = next((n for n, each in enumerate(lines) if not each.startswith("#")), len(lines))
    if remarks < len(lines) and lines[remarks].strip():
        remarks = 0  # they speak of what comes behind them
    before, after = "".join(lines[:remarks]).rstrip("\r\n"), "".join(lines[remarks:]).lstrip("\r\n")
    return "\n\n".join(filter(None, (before, line, after))) + ("" if after else "\n")


def _parsed(lines: Sequence[str]) -> dict[str, Any] | None:
    try:
        return tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _by_hand(path: str, more: Mapping[str, Sequence[str]]) -> ConfigError:
    said = "; ".join(f"{key}: {', '.join(texts)}" for key, texts in more.items())
    return ConfigError("cannot be changed without changing more", path=path, remedy=f"add by hand to {said}")
