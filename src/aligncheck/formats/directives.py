"""Finds the comments that speak to this program (``aligncheck: ignore …``) and takes them out of what a reader sees.

Knows the forms that comments have, not what is asked for. A comment in code is text: a page may show how it is done.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from itertools import accumulate
from typing import Literal, NamedTuple

from aligncheck.formats.headers import header_directives
from aligncheck.formats.lines import Physical, split_lines
from aligncheck.model.directive import Directive
from aligncheck.model.text import Block, Span, blanked

VERBS = ("ignore", "ignore-file", "disable", "enable")

_NAME = r"aligncheck(?=[ \t]*:|\s+(?:ignore|disable|enable)\b)"
_COMMENT = re.compile(
    rf"<!--\s*{_NAME}(?P<html>(?:(?!-->).){{0,1000}})-->"
    rf"|\{{/\*\s*{_NAME}(?P<mdx>(?:(?!\*/).){{0,1000}})\*/\}}"
    rf"|\[//\]:[ \t]*#[ \t]*\({_NAME}(?P<round>[^\r\n]{{0,1000}})\)(?=[ \t]*(?:[\r\n]|\Z))"
    rf"|\[//\]:[ \t]*#[ \t]*\"{_NAME}(?P<quoted>[^\"\r\n]{{0,1000}})\"(?=[ \t]*(?:[\r\n]|\Z))",
    re.DOTALL,
)
_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_LINE = re.compile(
    rf"[ \t\u3000]*(?:(?:#|//)[ \t]*{_NAME}(?P<sign>[^\t]*)|<!--[ \t]*{_NAME}(?P<html>(?:(?!-->).)*)-->[ \t\u3000]*)$"
)
_LINE_END = re.compile(r"[\r\n]")
_FIRST_WORD = re.compile(r"[ \t]*:?[ \t]*([A-Za-z-]*)")
_CODE = frozenset({"code", "math", "html", "directive", "front-matter", "value"})


class Remarks(NamedTuple):
    """The blocks of a document, with nothing of its directives in them, and these."""

    blocks: tuple[Block, ...]
    directives: tuple[Directive, ...]


def line_directives(text: str, lines: Sequence[Physical]) -> dict[int, Directive]:
    """Lines that are nothing but a directive, by number: ``# aligncheck: …``, ``// …`` or an HTML comment.

    A number sign or slashes may begin any line of a text, so there the first word has to be much like a verb.
    """
    if "aligncheck" not in text:
        return {}
    found = {}
    for number, (start, end) in enumerate(lines):
        match = _LINE.match(text, start, end) if text.find("aligncheck", start, end) >= 0 else None
        if match is None:
            continue
        word = _FIRST_WORD.match(match["sign"] or "")
        if match["sign"] is None or (word and get_close_matches(word[1].lower(), VERBS, 1)):
            begin = match.end() - len(match.group().lstrip())
            says = match["html"] if match["sign"] is None else match["sign"]
            found[number] = Directive(" ".join(says.split()), Span(begin, end), "line")
    return found


def markdown_directives(text: str, read: Callable[[str], tuple[Block, ...]]) -> Remarks:
    """The blocks of a Markdown text and its directives. ``read`` turns a text into blocks."""
    if "aligncheck" not in text:
        return Remarks(read(text), ())
    lines = split_lines(text)
    head = header_directives(text, lines)
    found = [m for m in _COMMENT.finditer(text, head.end) if _speaks(m, _before(text, lines, m.start()))]
    if found:
        standing_in = [(match.start(), blanked(match.group(), "x")) for match in found]
        found = _outside(found, _code(read(_patched(head.text, standing_in))))
    while True:
        masks = [_masked(text, lines, Span(*match.span())) for match in found]
        blocks = read(_patched(head.text, [(m.start(), mask) for m, (_, mask) in zip(found, masks, strict=True)]))
        # What the reader took for text all the same (a comment between dollar signs) stays text.
        apart = _outside(found, [Span(a.doc_start, a.doc_end) for block in blocks for a in block.anchors])
        if len(apart) == len(found):
            break
        found = apart
    directives = [
        Directive(" ".join(next(filter(None, match.groups())).split()), Span(*match.span()), place)
        for match, (place, _) in zip(found, masks, strict=True)
    ]
    return Remarks(blocks, (*head.directives, *directives))


def _speaks(match: re.Match[str], before: str) -> bool:
    """Whether a comment may be a directive: not escaped, a link definition at the edge, several lines alone on them."""
    if match.group().startswith("["):
        return not before.strip(" \t>")
    return not before.endswith("\\") and (_alone(before) or not _LINE_END.search(match.group()))


def _patched(text: str, patches: Sequence[tuple[int, str]]) -> str:
    """The text with other characters from some places on, as many as there were."""
    pieces, at = [], 0
    for start, patch in patches:
        pieces += [text[at:start], patch]
        at = start + len(patch)
    return "".join(pieces) + text[at:]


def _code(blocks: Sequence[Block]) -> list[Span]:
    """What of a document is code or formula, blocks and spans within blocks."""
    found = [block.span for block in blocks if block.kind in _CODE]
    for block in blocks:
        found += [block.locate(m.start, m.end) for m in block.marks if m.kind in ("code", "math") and m.start < m.end]
    return found


def _outside(found: Sequence[re.Match[str]], spans: Iterable[Span]) -> list[re.Match[str]]:
    """The comments that no span reaches into."""
    ordered = sorted(spans)
    reach = [0, *accumulate((span.end for span in ordered), max)]
    return [m for m in found if reach[bisect_left(ordered, m.end(), key=lambda span: span.start)] <= m.start()]


def _before(text: str, lines: Sequence[Physical], at: int) -> str:
    """What stands before ``at`` on its line."""
    return text[lines[bisect_right(lines, at, key=lambda line: line.start) - 1].start : at]


def _alone(before: str) -> bool:
    """Whether nothing but quote marks and list markers stands before a comment on its line."""
    return _CONTAINERS.fullmatch(before) is not None


def _masked(text: str, lines: Sequence[Physical], span: Span) -> tuple[Literal["line", "beside"], str]:
    """Where a comment stands, and what takes its place.

    At the end of a line tabs do, which no reader minds. Elsewhere an empty comment; between words it takes one of the
    two spaces round it along.
    """
    before = _before(text, lines, span.start)
    last = lines[bisect_right(lines, span.end - 1, key=lambda line: line.start) - 1]
    after, comment, alone = text[span.end : last.end], text[span.start : span.end], _alone(before)
    if not after.strip() and not alone:
        return "beside", "\t" * len(comment)
    if after.strip() and (alone or before[-1:].isspace()):
        comment += after[: len(after) - len(after.lstrip(" \t"))]
    return ("beside" if after.strip() else "line"), f"<!--{blanked(comment[4:-3])}-->"
