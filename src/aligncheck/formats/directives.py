"""Finds the comments that speak to this program (``aligncheck: ignore …``) and takes them out of what a reader sees.

Knows the forms that comments have, not what is asked for. A comment in code is text: a page may show how it is done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Literal, NamedTuple

from aligncheck.formats.headers import header_directives
from aligncheck.formats.lines import Physical, split_lines
from aligncheck.model.text import Block, Directive, Span, blanked

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
_LINE_END, _SIGN = re.compile(r"[\r\n]"), re.compile(r"\S")
_FIRST_WORD = re.compile(r"[ \t]*:?[ \t]*([A-Za-z-]*)")
_CODE = frozenset({"code", "math", "html", "directive", "front-matter", "value"})


class Remarks(NamedTuple):
    """A text as long as the document, in which nothing is left of its directives, and these."""

    text: str
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


def markdown_directives(text: str, read: Callable[[str], Sequence[Block]]) -> Remarks:
    """The directives of a Markdown text. ``read`` turns a text into blocks, which says what of it is code."""
    if "aligncheck" not in text:
        return Remarks(text, ())
    lines = split_lines(text)
    head = header_directives(text, lines)
    shown, begin = head.text, head.end
    found = [m for m in _COMMENT.finditer(text, begin) if text[m.start() - 1 : m.start()] != "\\"]
    found = [m for m in found if text[m.start()] != "[" or not _before(text, lines, m.start()).strip(" \t>")]
    if found:
        code = _code(read(_standing_in(shown, found)))
        starts = [span.start for span in code]
        found = [m for m in found if not _inside(m.start(), code, starts)]
    directives, patches = list(head.directives), []
    for match in found:
        says = next(group for group in match.groups() if group is not None)
        place, mask = _masked(text, lines, Span(*match.span()))
        patches.append((match.start(), mask))
        directives.append(Directive(" ".join(says.split()), Span(*match.span()), place))
    return Remarks(_patched(shown, patches), tuple(directives))


def _standing_in(text: str, found: Sequence[re.Match[str]]) -> str:
    """The text with a word in place of each comment, so that it is read as part of the text or of the code it is in."""
    return _patched(text, [(match.start(), blanked(match.group(), "x")) for match in found])


def _patched(text: str, patches: Sequence[tuple[int, str]]) -> str:
    """The text with other characters from some places on, as many as there were."""
    pieces, at = [], 0
    for start, patch in patches:
        pieces += [text[at:start], patch]
        at = start + len(patch)
    return "".join(pieces) + text[at:]


def _code(blocks: Sequence[Block]) -> list[Span]:
    """What of a document is code or formula, blocks and spans within blocks, in order."""
    found = [block.span for block in blocks if block.kind in _CODE]
    for block in blocks:
        found += [block.locate(m.start, m.end) for m in block.marks if m.kind in ("code", "math") and m.start < m.end]
    return sorted(found)


def _inside(at: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_right(starts, at) - 1
    return number >= 0 and at < spans[number].end


def _before(text: str, lines: Sequence[Physical], at: int) -> str:
    """What stands before ``at`` on its line."""
    return text[lines[bisect_right(lines, at, key=lambda line: line.start) - 1].start : at]


def _masked(text: str, lines: Sequence[Physical], span: Span) -> tuple[Literal["line", "beside"], str]:
    """Where a comment stands, and what takes its place.

    At the end of a line tabs do, which no reader minds. Elsewhere an empty comment; between words it takes one of the
    two spaces round it along, and over several lines it keeps words, lest a blank line end the paragraph.
    """
    before = _before(text, lines, span.start)
    last = lines[bisect_right(lines, span.end - 1, key=lambda line: line.start) - 1]
    after, comment = text[span.end : last.end], text[span.start : span.end]
    alone, single = _CONTAINERS.fullmatch(before) is not None, not _LINE_END.search(comment)
    if not after.strip():
        if alone:
            return "line", f"<!--{blanked(comment[4:-3])}-->"
        if single:
            return "beside", "\t" * len(comment)
    elif alone or before[-1:].isspace():
        comment += after[: len(after) - len(after.lstrip(" \t"))]
    within = comment[4:-3]
    return "beside", f"<!--{blanked(within) if alone or single else _SIGN.sub('x', within)}-->"
