"""Text of documents as Markdown in which it stays text, and as much of it as there is room for; knows no report.

All that comes from a document stands in HTML blocks, in which no Markdown is read, with HTML escaped. A site would
still make mentions, links, commits or emoji of text in them, but not in ``<code>``: there goes what looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

LIMIT = 65_000
"""Characters of the whole at most; GitHub refuses a comment of more than 65,536."""

LONGEST = 300
"""Characters of a text that are shown."""

_ALIVE = re.compile(
    r"[^\s“”‘’()]*(?:[@#$`~^\\]|:[^\s”’)]|//|\w\.[a-z]{2})[^\s“”‘’()]*|\bGH-\d+\b|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)
"""Words of which a site may make more than text: a mention, an address, an issue, a formula, a commit, an emoji."""


def section(title: str, blocks: Sequence[str], room: int, what: str, whole: int | None = None) -> Iterator[str]:
    """A title and as many blocks as ``room`` characters hold; the rest of ``whole`` is counted."""
    whole = len(blocks) if whole is None else whole
    if not whole:
        return
    if title:
        yield from ("", title)
    room -= len(title) + len(what) + 100
    shown = 0
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            break
        yield from ("", block)
        shown += 1
    if shown < whole:
        yield from ("", f"{whole - shown} more {what} are not shown.")


def prose(text: str) -> str:
    """One line of text for an HTML block; what a site would make more of stands in ``<code>``."""
    out, at = [], 0
    for found in _ALIVE.finditer(text):
        out += [escape(text[at : found.start()]), code(found[0])]
        at = found.end()
    return "".join([*out, escape(text[at:])])


def code(text: str) -> str:
    """A text of which no site makes anything."""
    return f"<code>{escape(text)}</code>"


def clip(text: str, most: int = LONGEST) -> str:
    """The text's first ``most`` characters, the cut shown by an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"
