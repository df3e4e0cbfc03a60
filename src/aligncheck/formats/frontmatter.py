"""Front matter of a Markdown file: finds it and its prose values; a reader of lines, no full YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligncheck.formats.clean import Clean
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.lines import Physical
from aligncheck.model.text import Span

PROSE_KEYS = frozenset(
    """title description summary subtitle linktitle link_title tagline headline excerpt caption sidebar_label label
    text abstract lead intro shorttitle short_title hint question answer heading subheading content""".split()
)
"""Keys, in lower case, whose string values are prose that a translator renders."""

_KEY = re.compile(
    r"(?P<indent>[ \t]*(?:- +)*)(?P<key>\"?[A-Za-z][\w-]*\"?)[ \t]*(?P<sign>[:=])(?:[ \t]+(?P<value>\S.*)|[ \t]*)$"
)
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?$")
_ESCAPE = re.compile(r"\\(.)|''")


def read_front_matter(text: str, lines: Sequence[Physical], drafts: Drafts) -> int:
    """Add the blocks of front matter (``---`` or ``+++`` on the first line); returns the number of lines it takes."""
    last = closing_line(text, lines)
    if not last:
        return 0
    at = rest = 1
    while at < last:
        taken = _value(text, lines, at, last, drafts)
        if taken:
            _add_rest(lines, rest, at, drafts)
            rest = at + taken
        at += max(taken, 1)
    _add_rest(lines, rest, last, drafts)
    return last + 1


def closing_line(text: str, lines: Sequence[Physical]) -> int:
    """The number of the line that ends the front matter, from 0; 0 where there is none."""
    fence = text[lines[0].start : lines[0].end].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return 0
    ends = ("---", "...") if fence == "---" else ("+++",)
    last = next((i for i in range(1, len(lines)) if text[lines[i].start : lines[i].end].rstrip() in ends), 0)
    return last if any(_KEY.match(text[s:e]) for s, e in lines[1:last]) else 0


def _add_rest(lines: Sequence[Physical], first: int, last: int, drafts: Drafts) -> None:
    if first < last:
        drafts.add_raw("front-matter", lines[first].start, lines[last - 1].end)


def _value(text: str, lines: Sequence[Physical], at: int, last: int, drafts: Drafts) -> int:
    """Add the prose value whose key stands on line ``at``; returns the lines it takes, 0 for any other line."""
    found = _KEY.match(text[lines[at].start : lines[at].end])
    if not found or found["key"].strip('"').lower() not in PROSE_KEYS:
        return 0
    indent, value, begin = len(found["indent"]), found["value"] or "", lines[at].start
    after = at + 1
    while after < last and _belongs(text[lines[after].start : lines[after].end], indent):
        after += 1
    clean = Clean()
    quote = value[:1] if value[:1] in "\"'" else ""
    parts = [] if _BLOCK_SCALAR.match(value) else [Span(begin + found.start("value"), lines[at].end)] if value else []
    if quote and after - at > 1 and value.rstrip().endswith(quote) and len(value) > 1:
        after = at + 1
    if not value or value[0] in "[{&*!" or (not parts and after == at + 1):
        return 0
    parts += [Span(*lines[i]) for i in range(at + 1, after)]
    for i, part in enumerate(parts):
        if i:
            clean.join(" ", part.start)
        _scalar(text, part, quote, i == 0, i == len(parts) - 1, clean)
    last_line = lines[after - 1].end
    drafts.add("value", clean.finish(), Span(begin + indent, last_line), info=found["key"].strip('"'))
    return after - at


def _belongs(line: str, indent: int) -> bool:
    """Whether a line goes on with the scalar of a key indented so far: deeper, and no list item or key itself."""
    depth = len(line) - len(line.lstrip())
    return bool(line.strip()) and depth > indent and not line.lstrip().startswith(("- ", "#")) and not _KEY.match(line)


def _scalar(text: str, part: Span, quote: str, first: bool, last: bool, clean: Clean) -> None:
    """One line of a scalar: quotes off, escapes resolved, a trailing comment dropped."""
    line = text[part.start : part.end]
    start = part.start + len(line) - len(line.lstrip()) + (1 if quote and first else 0)
    end = part.start + len(line.rstrip())
    if quote:
        if last:
            close = text.rfind(quote, start, end)
            end = close if close >= start else end
    else:
        comment = re.compile(r"[ \t]#").search(text, start, end)
        end = comment.start() if comment else end
        clean.copy(text[start:end], start)
        return
    for found in _ESCAPE.finditer(text, start, end):
        if (found.group() == "''") != (quote == "'"):
            continue
        clean.copy(text[start : found.start()], start)
        clean.replace("'" if quote == "'" else found.group(1), *found.span())
        start = found.end()
    clean.copy(text[start:end], start)
