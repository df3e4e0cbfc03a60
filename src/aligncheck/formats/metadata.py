"""Front matter as values by dotted key, in YAML, TOML or JSON; reads lines of YAML, and knows no key by name."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.formats.frontmatter import closing_line
from aligncheck.formats.lines import split_lines

_KEY = re.compile(
    r"""(?P<indent>[ ]*)(?P<list>-[ ]+)?(?P<key>"[^"]*"|'[^']*'|[A-Za-z_][\w.:-]*)[ \t]*:"""
    r"""(?:[ \t]+(?P<value>\S.*)|[ \t]*)$"""
)
_ITEM = re.compile(r"(?P<indent>[ ]*)-[ ]+(?P<value>[^:]+)$")
_DEEPER = re.compile(r"(?P<indent>[ ]*)[ ](?P<value>[^ ].*)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_FLOW = re.compile(
    r"""(?P<key>"[^"]*"|'[^']*'|[\w.-]+)[ \t]*:[ \t]*(?P<value>"[^"]*"|'[^']*'|\[[^\]]*\]|[^,{}\[\]]+)"""
)
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?$")


class Value(NamedTuple):
    """A value of front matter: ``l10n.sourceCommit``, its text without quotes and comments, its line from 1."""

    key: str
    text: str
    line: int


def metadata(text: str) -> list[Value]:
    """The single values of a page's front matter, in order; of a list its items, joined by a space.

    ``---`` opens YAML, ``+++`` TOML, ``{`` JSON. What is malformed holds nothing. Of YAML nested tables, lists, quotes,
    comments, values on following lines and ``{a: b}`` are understood, neither anchors nor tags.
    """
    if text.startswith("{"):
        return list(_tables(_json(text), text))
    lines = split_lines(text) if text.startswith(("---", "+++")) else []
    if not (last := closing_line(text, lines)):
        return []
    inside = [text[start:end] for start, end in lines[1:last]]
    if text.startswith("---"):
        return [Value(key, " ".join(parts), line) for key, parts, line in _yaml(inside) if parts]
    try:
        return list(_tables(tomllib.loads("\n".join(inside)), text))
    except tomllib.TOMLDecodeError:
        return []


def front_matter_end(text: str) -> int:
    """Where the text behind YAML or TOML front matter begins; 0 where there is none."""
    lines = split_lines(text) if text.startswith(("---", "+++")) else []
    return lines[last].end if (last := closing_line(text, lines)) else 0


def _json(text: str) -> object:
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _tables(value: object, text: str, key: str = "") -> Iterator[Value]:
    """Values of nested tables; the parsers say no lines, so that a value's line is the first that holds its text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _tables(inner, text, f"{key}.{name}" if key else str(name))
        return
    parts = [str(part) for part in (value if isinstance(value, list) else [value]) if isinstance(part, str | int)]
    if parts and key:
        at = max(text.find(parts[0]), 0)
        yield Value(key, " ".join(parts), text.count("\n", 0, at) + 1)


def _yaml(lines: list[str]) -> Iterator[tuple[str, list[str], int]]:
    """Each key with the parts of its value and its line in the file; lines deeper than a key belong to it."""
    above: list[tuple[int, str]] = []
    current: tuple[str, list[str], int] | None = None
    for number, line in enumerate(lines, start=2):
        found = _KEY.match(line)
        if not found:
            if current and (item := _ITEM.match(line) or _DEEPER.match(line)) and len(item["indent"]) >= above[-1][0]:
                current[1].extend(_parts(item["value"]))
            continue
        if current:
            yield current
        depth = len(found["indent"]) + len(found["list"] or "")
        while above and above[-1][0] >= depth:
            above.pop()
        above.append((depth, found["key"].strip("\"'")))
        key, value = ".".join(name for _, name in above), found["value"] or ""
        if value.startswith("{"):
            yield from ((f"{key}.{k}", v, number) for k, v in _flow(value))
        current = (key, _parts(value), number)
    if current:
        yield current


def _flow(value: str) -> Iterator[tuple[str, list[str]]]:
    for found in _FLOW.finditer(value):
        yield found["key"].strip("\"'"), _parts(found["value"].strip())


def _parts(value: str) -> list[str]:
    """The text of a scalar, or of the items of ``[a, b]``, without quotes and comment; nothing for a table."""
    if value[:1] in ('"', "'"):
        end = value.find(value[0], 1)
        return [value[1:end]] if end > 1 else []
    value = _COMMENT.sub("", value).strip()
    if value.startswith("["):
        return [part.strip(" \"'") for part in value.strip("[]").split(",") if part.strip(" \"'")]
    return [] if not value or value.startswith("{") or _BLOCK.match(value) else [value]
