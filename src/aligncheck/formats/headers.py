"""Directives in front matter: the key ``aligncheck``, and comments; reads lines, no full YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.formats.frontmatter import closing_line
from aligncheck.formats.lines import Physical
from aligncheck.model.directive import Directive
from aligncheck.model.text import Span, blanked

_KEY = re.compile(r"\"?aligncheck\"?[ \t]*[:=][ \t]*(?P<value>.*?)[ \t]*$")
_REMARK = re.compile(r"[ \t]*#[ \t]*aligncheck(?P<says>(?:[ \t]*:|[ \t]+(?:ignore|disable|enable)\b).*)$")
_COMMENT = re.compile(r"(?:^|[ \t])#(?![^\[{]*[\]}]).*$")
_VALUE = r"\[[^\]]*\]|\"[^\"]*\"|'[^']*'|[^,}\n]*(?:,(?![ \t]*[\w-]+[ \t]*[:=])[^,}\n]*)*"
_ENTRY = re.compile(rf"[ \t]*(?P<key>[\w-]+)[ \t]*[:=][ \t]*(?P<value>{_VALUE})")


class Header(NamedTuple):
    """A text as long as the document with blanks for the directives of its front matter, these, and where that ends."""

    text: str
    directives: tuple[Directive, ...]
    end: int


def header_directives(text: str, lines: Sequence[Physical]) -> Header:
    """The directives of front matter; where nothing else stands in it, it is blanked as a whole."""
    last = closing_line(text, lines)
    if not last:
        return Header(text, (), 0)
    end, found = lines[last].end, list(_directives(text, lines, last))
    shown = text
    for directive in found:
        start, stop = directive.span
        shown = shown[:start] + blanked(shown[start:stop]) + shown[stop:]
    if found and not closing_line(shown, lines):
        shown = blanked(shown[:end]) + shown[end:]
    return Header(shown, tuple(found), end)


def _directives(text: str, lines: Sequence[Physical], last: int) -> Iterator[Directive]:
    at = 1
    while at < last:
        start, end = lines[at]
        after = at + 1
        key, remark = _KEY.match(text[start:end]), _REMARK.match(text[start:end])
        if key:
            while after < last and text[slice(*lines[after])][:1] in (" ", "\t", "-"):
                after += 1
            body = [text[slice(*line)] for line in lines[at + 1 : after]]
            yield Directive(_says(key["value"], body), Span(start, lines[after - 1].end), "front-matter")
        elif remark:
            begin = end - len(text[start:end].lstrip())
            yield Directive(" ".join(remark["says"].split()), Span(begin, end), "line")
        at = after


def _says(value: str, body: Sequence[str]) -> str:
    """What a key says, as a comment would say it; a mapping of ``ignore`` and ``reason`` is put into that form."""
    if value.startswith("{") or (not value and body):
        inner = value.strip("{} \t") if value else _folded(body)
        entries = {m["key"]: m["value"].strip() for m in _ENTRY.finditer(inner)}
        if "ignore" in entries and entries.keys() <= {"ignore", "reason"}:
            codes = ", ".join(re.findall(r"[\w-]+", entries["ignore"]))
            reason = _unquoted(entries.get("reason", ""))
            return f": ignore {codes}".rstrip() + (f" -- {reason}" if reason else "")
        return ": " + " ".join(inner.split())
    plain = value if value[:1] in ("'", '"') else _COMMENT.sub("", value)
    return ": " + " ".join([_unquoted(plain.strip()), *map(str.strip, body)]).strip()


def _folded(body: Sequence[str]) -> str:
    """The lines of a mapping, the items of a list behind its key: ``ignore: [NUM001, OMI]``."""
    rows: list[str] = []
    for line in body:
        row = _COMMENT.sub("", line).strip()
        if row.startswith("- ") and rows:
            rows[-1] += f" {row[2:].strip()}" if rows[-1].endswith(":") else f", {row[2:].strip()}"
        elif row:
            rows.append(row)
    return "\n".join(rows)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
