"""What a sentence holds that must be kept in translation: links, e-mail addresses, code, file names, with their places.

Knows how these are written, not what answers them on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from aligncheck.checks._prose import is_marked
from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Mark, MarkKind, Side


class Item(NamedTuple):
    """Something to keep: ``key`` is what is compared, ``[start, end)`` where a reader sees it in the side's text."""

    key: str
    start: int
    end: int


Finder = Callable[[Side, Sequence[Mark]], list[Item]]
"""Finds the items of one kind in a side, given its marks."""

_EMAIL = deferred(
    r"(?<![A-Za-z0-9._%+/@-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}"
    r"(?![A-Za-z0-9@/:])"
)
_SUFFIXES = (
    "bash|bat|c|cc|cfg|conf|cpp|cs|css|csv|dll|docx?|env|exe|gif|go|gz|h|hpp|html?|ini|ipynb|jar|java|jpe?g|js|json|jsx|kt"
    "|lock|log|lua|md|mdx|mjs|mp3|mp4|pdf|php|png|ps1|pptx?|py|pyc|pyi|rb|rs|rst|scss|sh|so|sql|svg|swift|tar|toml|ts"
    "|tsx|tsv|txt|vue|whl|xlsx?|xml|ya?ml|zip"
)
_FILE = deferred(
    rf"(?<![A-Za-z0-9_./\\@:<-])(?:[~.]{{0,2}}[/\\])?(?:[A-Za-z0-9_.-]{{1,60}}[/\\]){{0,10}}[A-Za-z0-9_-][A-Za-z0-9_.-]{{0,60}}"
    rf"\.(?:{_SUFFIXES})(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9])"
)
_DOTTED = deferred(r"[A-Za-z0-9_-]\.[a-z]")
_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "link", "html", "placeholder", "math"})
_ROLE = deferred(r":(?:[a-z]{1,12}:)?([a-z]{2,20}):$")
_TITLED = deferred(r"[^<>]*<([^<>]+)>", re.DOTALL)
_WORDED = frozenset({"abbr", "dfn", "emphasis", "guilabel", "menuselection", "strong", "sub", "sup", "title"})
"""Roles of reStructuredText whose content is prose."""


def marks_of(side: Side) -> tuple[Mark, ...]:
    """The side's inline markup; cheaper than asking the side where it has none."""
    return side.marks if any(segment.block.marks for segment in side.segments) else ()


def links(_: Side, marks: Sequence[Mark]) -> list[Item]:
    """Links with a text to see, by address; those that send mail are e-mail addresses."""
    return [
        Item(mark.target.strip(), mark.start, mark.end)
        for mark in marks
        if mark.kind == "link" and mark.target and mark.end > mark.start and not _mail(mark.target)
    ]


def emails(side: Side, marks: Sequence[Mark]) -> list[Item]:
    """E-mail addresses that can be read, and those behind links."""
    found = []
    if "@" in side.text:
        found = [
            Item(m.group().lower(), m.start(), m.end())
            for m in _EMAIL.finditer(side.text)
            if not is_marked(m.start(), marks, "code")
        ]
    for mark in marks:
        if mark.kind == "link" and mark.target and mark.end > mark.start and _mail(mark.target):
            key = mark.target.lower().removeprefix("mailto:").partition("?")[0]
            if not any(item.start < mark.end and mark.start < item.end for item in found):
                found.append(Item(key, mark.start, mark.end))
    return found


def code(side: Side, marks: Sequence[Mark]) -> list[Item]:
    """Code spans by their content; of a reStructuredText role what it refers to."""
    text = side.text
    found = []
    for mark in marks:
        if mark.kind != "code":
            continue
        content = text[mark.start : mark.end]
        bare = content.strip("`").strip()
        if content.startswith("`") and not content.startswith("``"):
            kept = _reference(bare, text, mark)
            if kept is None:
                continue
            bare = kept
        # An odd apostrophe shows the old way to quote, `so', which a reader of back quotes takes for code.
        if bare and bare.count("'") % 2 == 0:
            found.append(Item(" ".join(bare.split()), mark.start, mark.end))
    return found


def files(side: Side, marks: Sequence[Mark]) -> list[Item]:
    """File names and paths in running text, outside code and links."""
    if not _DOTTED.search(side.text):
        return []
    found = [Item(m.group(), m.start(), m.end()) for m in _FILE.finditer(side.text)]
    return [item for item in found if not is_marked(item.start, marks, *_NO_PROSE)]


def _mail(target: str) -> bool:
    return target.lower().startswith("mailto:") or ("@" in target and "/" not in target)


def _reference(bare: str, text: str, mark: Mark) -> str | None:
    """What a role or a reference of reStructuredText names; None where its text is prose."""
    role = _ROLE.search(text, max(0, mark.start - 40), mark.start)
    if role and role.group(1) in _WORDED:
        return None
    titled = _TITLED.fullmatch(bare)
    if text.startswith("_", mark.end):
        return titled.group(1) if titled else None
    if role:
        return titled.group(1) if titled else bare.lstrip("~!").removesuffix("()")
    return bare
