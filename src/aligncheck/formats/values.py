"""Placeholders, tags and addresses in strings that are kept as they are (locale files, tables of pairs)."""

from __future__ import annotations

import re

from aligncheck.formats.clean import Cleaned
from aligncheck.model.text import Mark, MarkKind

_MARKS = re.compile(
    r"(?P<link>https?://[A-Za-z0-9\-._~:/?#@!$&*+,;=%]+[A-Za-z0-9/#=&])"
    r"|(?P<placeholder>\{\{[^{}\n]{0,100}\}\}|[$%#]?\{[^{}\n]{0,100}\}|%\([A-Za-z_]\w{0,40}\)[a-z]"
    r"|%(?:\d{1,2}\$)?(?:\.\d{1,2})?[sdif@](?![A-Za-z])|\$t\([^()\n]{1,100}\)|(?<!\w):[a-z]\w{1,30}(?=[\s,.!?]|$))"
    r"|(?P<html></?[A-Za-z][A-Za-z0-9]{0,30}(?:\s[^<>\n]{0,300})?/?>)"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^\n]{1,300}?(?<!`)(?P=ticks)(?!`))"
)
_KINDS: tuple[MarkKind, ...] = ("link", "placeholder", "html", "code")


def with_marks(clean: Cleaned) -> Cleaned:
    """The same text with marks over what a translation must keep."""
    marks = tuple(
        Mark(kind, *found.span(), found.group() if kind == "link" else None)
        for found in _MARKS.finditer(clean.text)
        for kind in _KINDS
        if found[kind] is not None
    )
    return clean._replace(marks=marks)
