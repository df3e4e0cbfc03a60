"""Inline markup of Markdown: strips it from a run of lines and keeps exact offsets; knows nothing of blocks.

Departures from CommonMark, on purpose: an asterisk closes emphasis after any character that is not white space,
because ``**“强调。”**后面`` is left unbolded by the rules for flanking and is meant as bold by everyone who writes it.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aligncheck.formats.clean import Clean, Cleaned, verbatim
from aligncheck.formats.expressions import braced, formula
from aligncheck.formats.lines import Line, is_wide
from aligncheck.formats.links import autolink, bare_address, destination
from aligncheck.formats.tags import attributes, tag_at
from aligncheck.model.text import MarkKind

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
_NOTE_LINK = re.compile(
    r"<sup>\s{0,3}<a\s[^<>]{0,300}>\s{0,3}\[?([\d*†]{1,4})\]?\s{0,3}</a>\s{0,3}</sup>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPECIAL_MARKDOWN = re.compile(r"https?://|www\.|[\\`*_~\[\]!<&{$\n]")
_SPECIAL_TEXT = re.compile(r"https?://|www\.|[`*\[\]!\n]")
_OPENING = re.compile(r"[*_`~\[!]+")
_STYLED: dict[str, MarkKind] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "kbd": "code",
    "a": "link",
}


class _Opener(NamedTuple):
    """An open bracket or tag: its piece, where its content begins in the source, and what it opens."""

    piece: int
    at: int
    target: str | None = None


def clean_lines(
    lines: Sequence[Line], references: Mapping[str, str] | None = None, *, markdown: bool = True
) -> Cleaned:
    """Strip the inline markup of consecutive lines and join them.

    Args:
        lines: without their line ends; leading white space is dropped, two trailing spaces make a hard break.
        references: link addresses by normalised label (lower case, single spaces).
        markdown: False for plain text, where only code spans, links, and emphasis round words are markup.

    A space joins lines, but nothing does where both characters at the joint are wide (Chinese). A hard break becomes
    ``\\n`` in the clean text.
    """
    special = _SPECIAL_MARKDOWN if markdown else _SPECIAL_TEXT
    if len(lines) == 1 and not special.search(lines[0].text):
        return verbatim(lines[0].text, lines[0].doc_start)
    return _Scanner(lines, references or {}, markdown).run()


class _Scanner:
    """One pass over the joined lines; markup found only later (a link's bracket) is dropped from what was copied."""

    def __init__(self, lines: Sequence[Line], references: Mapping[str, str], markdown: bool) -> None:
        self.references, self.markdown = references, markdown
        texts, at = [], 0
        # Where each line begins in the source and in the document, and the line ends that are hard breaks.
        self.starts: list[tuple[int, int]] = []
        self.hard: set[int] = set()
        for line in lines:
            stripped = line.text.lstrip(" \t")
            body = stripped.rstrip(" \t")
            if markdown and stripped.endswith("  "):
                self.hard.add(at + len(body))
            self.starts.append((at, line.doc_start + len(line.text) - len(stripped)))
            texts.append(body)
            at += len(body) + 1
        self.source = "\n".join(texts)
        self.out = Clean()
        self.line = 0
        self.brackets: list[_Opener] = []
        self.delimiters: dict[str, list[int]] = {}
        self.elements: dict[str, list[_Opener]] = {}
        self.ticks: dict[int, list[int]] | None = None
        self.comment_end = True

    def doc(self, at: int) -> int:
        """Document offset of a source position; positions are asked for in rising order, give or take a line."""
        starts = self.starts
        while self.line + 1 < len(starts) and starts[self.line + 1][0] <= at:
            self.line += 1
        while starts[self.line][0] > at:
            self.line -= 1
        return starts[self.line][1] + at - starts[self.line][0]

    def run(self) -> Cleaned:
        source, pos, size = self.source, 0, len(self.source)
        special = _SPECIAL_MARKDOWN if self.markdown else _SPECIAL_TEXT
        while pos < size:
            found = special.search(source, pos)
            stop = found.start() if found else size
            if stop > pos:
                self.out.copy(source[pos:stop], self.doc(pos))
            if not found:
                break
            # A handler returns where to go on, or the same place when the character is just a character.
            pos = _HANDLERS[source[stop]](self, stop)
            if pos == stop:
                pos = found.end()
                self.out.copy(source[stop:pos], self.doc(stop))
        return self.out.finish()

    def copy(self, start: int, end: int) -> int:
        """Copy a source range that may run over line ends, which become joints; returns the first piece's number."""
        first = len(self.out.pieces)
        for part in self.source[start:end].split("\n"):
            if len(self.out.pieces) > first:
                self._joint(start - 1)
            self.out.copy(part, self.doc(start))
            start += len(part) + 1
        return first

    def _joint(self, at: int) -> None:
        """Join two lines; markup round the joint says nothing about the characters that meet there."""
        opening = _OPENING.match(self.source, at + 1)
        after = self.source[opening.end() if opening else at + 1 :][:1]
        before = next((p.text[-1] for p in reversed(self.out.pieces) if p.text.strip("*_")), "")
        if not (before and after and is_wide(before) and is_wide(after)):
            self.out.join(" ", self.doc(at))

    def newline(self, at: int) -> int:
        if at in self.hard:
            self.out.join("\n", self.doc(at))
        else:
            self._joint(at)
        return at + 1

    def escape(self, at: int) -> int:
        if self.source[at + 1 : at + 2] == "\n":
            self.hard.add(at + 1)
            return at + 1
        found = _ESCAPE.match(self.source, at)
        if not found:
            return at
        self.out.replace(found.group(1), self.doc(at), self.doc(at) + 2)
        return found.end()

    def code(self, at: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in _TICKS.finditer(self.source):
                self.ticks.setdefault(len(run.group()), []).append(run.start())
        size = len(_TICKS.match(self.source, at).group())  # type: ignore[union-attr]
        same = self.ticks.get(size, [])
        index = bisect_left(same, at + size)
        if index == len(same):
            self.out.copy("`" * size, self.doc(at))
            return at + size
        start, end = at + size, same[index]
        if self.source[start] == " " == self.source[end - 1] and self.source[start:end].strip():
            start, end = start + 1, end - 1
        first = self.copy(start, end)
        self.out.mark("code", first, len(self.out.pieces))
        return same[index] + size

    def url(self, at: int) -> int:
        address = bare_address(self.source, at)
        if address is None:
            return at
        first = self.copy(at, at + len(address))
        self.out.mark("link", first, first + 1, address)
        return at + len(address)

    def delimiter(self, at: int) -> int:
        source, char = self.source, self.source[at]
        end = at
        while source[end : end + 1] == char:
            end += 1
        size = end - at
        piece = self.out.copy(source[at:end], self.doc(at))
        if char == "~" and size != 2:
            return end
        before, after = source[at - 1 : at] if at else "", source[end : end + 1]
        opens, closes = bool(after) and not after.isspace(), bool(before) and not before.isspace()
        if char == "_" or not self.markdown:
            opens = opens and not (before.isascii() and before.isalnum())
            closes = closes and not (after.isascii() and after.isalnum())
        stack = self.delimiters.setdefault(char, [])
        while closes and stack and size:
            opener = stack[-1]
            left = len(self.out.pieces[opener].text)
            taken = min(left, size, 2)
            self.out.trim_right(opener, taken)
            self.out.trim_left(piece, taken)
            self.out.mark("emphasis" if taken == 1 else "strong", opener + 1, piece)
            size -= taken
            if left == taken:
                stack.pop()
        if opens and size:
            stack.append(piece)
        return end

    def image(self, at: int) -> int:
        if self.source[at + 1 : at + 2] != "[":
            return at
        self.brackets.append(_Opener(self.out.copy("![", self.doc(at)), at + 2, "image"))
        return at + 2

    def open(self, at: int) -> int:
        note = _FOOTNOTE.match(self.source, at) if self.markdown else None
        if note:
            here = len(self.out.pieces)
            self.out.mark("footnote", here, here, note.group()[2:-1])
            return note.end()
        self.brackets.append(_Opener(self.out.copy("[", self.doc(at)), at + 1))
        return at + 1

    def close(self, at: int) -> int:
        if not self.brackets:
            return at
        opener = self.brackets.pop()
        end, target = destination(self.source, opener.at, at + 1, self.references)
        if target is None:
            return at
        self.out.drop(opener.piece)
        self.out.mark("image" if opener.target else "link", opener.piece + 1, len(self.out.pieces), target)
        return end

    def tag(self, at: int) -> int:
        source, here = self.source, len(self.out.pieces)
        address = autolink(source, at)
        if address:
            self.copy(at + 1, at + 1 + len(address))
            self.out.mark("link", here, len(self.out.pieces), address)
            return at + len(address) + 2
        if source.startswith("<!--", at) and self.comment_end:
            end = source.find("-->", at + 4)
            self.comment_end = end >= 0
            return end + 3 if end >= 0 else at
        note = _NOTE_LINK.match(source, at)
        if note:
            self.out.mark("footnote", here, here, note.group(1))
            return note.end()
        tag = tag_at(source, at)
        if tag is None:
            return at
        name = tag.name.lower()
        if name == "br":
            self.out.replace("\n", self.doc(at), self.doc(tag.end - 1) + 1)
        elif name == "sup" and not tag.closing and source[tag.end : tag.end + 1].isdigit():
            # 10<sup>9</sup> is not 109.
            self.out.replace("^", self.doc(at), self.doc(tag.end - 1) + 1)
        elif name not in _STYLED:
            self.out.mark("html", here, here, name)
        elif tag.closing and self.elements.get(name):
            opener = self.elements[name].pop()
            self.out.mark(_STYLED[name], opener.piece, here, opener.target)
        elif not tag.closing and not tag.empty:
            span = attributes(source, tag).get("href")
            target = source[span.start : span.end] if span else None
            self.elements.setdefault(name, []).append(_Opener(here, tag.end, target))
        return tag.end

    def entity(self, at: int) -> int:
        found = _ENTITY.match(self.source, at)
        char = html.unescape(found.group()) if found else ""
        if not found or char == found.group():
            return at
        self.out.replace(char, self.doc(at), self.doc(at) + len(found.group()))
        return found.end()

    def braces(self, at: int) -> int:
        found, here = braced(self.source, at), len(self.out.pieces)
        if found is None:
            return at
        if found.shown is not None:
            self.copy(*found.shown)
        if found.kind == "space":
            self.out.join(" ", self.doc(at))
        elif found.kind == "placeholder":
            self.out.mark("placeholder", here, len(self.out.pieces))
        return found.end

    def dollar(self, at: int) -> int:
        if self.source[at + 1 : at + 2] == "{":
            return self.braces(at)
        found = formula(self.source, at)
        if found is None:
            return at
        first = self.copy(*found.shown)
        self.out.mark("math", first, len(self.out.pieces))
        return found.end


_HANDLERS = {
    "\\": _Scanner.escape,
    "`": _Scanner.code,
    "*": _Scanner.delimiter,
    "_": _Scanner.delimiter,
    "~": _Scanner.delimiter,
    "[": _Scanner.open,
    "]": _Scanner.close,
    "!": _Scanner.image,
    "<": _Scanner.tag,
    "&": _Scanner.entity,
    "{": _Scanner.braces,
    "$": _Scanner.dollar,
    "\n": _Scanner.newline,
    "h": _Scanner.url,
    "w": _Scanner.url,
}
