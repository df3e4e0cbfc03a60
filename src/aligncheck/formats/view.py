"""A Markdown text as the block parser shall see it: without tags, directives and comments, but with exact offsets.

CommonMark hands HTML and JSX through unread, yet prose stands inside ``<details>``, ``<Aside>`` and comments. The view
leaves the tags out, puts a blank line in their place, and remembers for each line where in the document it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.formats.clean import copied
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.inline import clean_lines
from aligncheck.formats.lines import Line, Physical
from aligncheck.formats.tags import RAW_TAGS, Tag, attributes, tag_at
from aligncheck.model.text import Span

_CONTAINER = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
_CLOSING_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_DIRECTIVE = re.compile(
    r"(?P<include>\{\*.*\*\}|\{%.*%\}|\{\{[<%].*[>%]\}\}|\[\[?toc\]?\]|\[\[_TOC_\]\]|\{:.*\}|\{#.*#\})[ \t]*$"
    r"|(?P<slashes>/{3,})(?:[ \t]+[\w-]+)?(?:[ \t]*\|[ \t]*(?P<title1>.*))?[ \t]*$"
    r"|(?P<colons>:{3,})[ \t]*[\w-]*(?:\[(?P<title2>.*)\]|[ \t]+(?P<title3>[^\s{].*?))?(?:[ \t]*\{.*\})?[ \t]*$"
    r"|(?P<marks>!!!|\?\?\?\+?|===[!+]?)(?:[ \t]+[\w-]+)*[ \t]*(?:\"(?P<title4>.*)\")?[ \t]*$",
    re.IGNORECASE,
)
_TITLES = ("title1", "title2", "title3", "title4")
_MODULE = re.compile(r"(?:import[ \t]+[\w{*\"']|export[ \t]+(?:const|default|function|let|var|\{|\*|async|type))")
_EXPRESSION = re.compile(r"\{[^{}]*\}[ \t]*$")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]:[ \t]*")
_LONGEST_DIRECTIVE = 1000
_PROSE_ATTRIBUTES = ("title", "description", "label", "text", "caption", "summary", "content")


class ViewLine(NamedTuple):
    """A line of the view; its last characters end at ``doc_end`` of the document, a prefix may be made up."""

    text: str
    doc_end: int


CommentReader = Callable[[Span], None]


@dataclass
class View:
    """Builds the view of consecutive lines.

    Attributes:
        text: the document.
        drafts: takes the blocks that are no Markdown: tags' titles, directives.
        on_comment: reads the content of a comment.
        mdx: whether import and export lines and ``{…}`` are code.
    """

    text: str
    drafts: Drafts
    on_comment: CommentReader
    mdx: bool
    lines: list[ViewLine] = field(default_factory=list)
    raw: str = ""
    html_indent: int | None = None
    fence: str = ""
    fence_quoted: bool = False
    dedent: list[int] = field(default_factory=list)
    skip_to: int = 0
    # Quote marks and list markers that stood before a comment and belong to the text after it.
    carried: str = ""

    def build(self, physical: Sequence[Physical]) -> list[ViewLine]:
        """The view of the given lines of the document."""
        at = 0
        while at < len(physical):
            at = self._line(physical, at)
        return self.lines

    def _blank(self, at: int) -> None:
        self.lines.append(ViewLine("", at))

    def _line(self, physical: Sequence[Physical], at: int) -> int:
        """Take in the line numbered ``at``; returns the next line to look at."""
        start, end = physical[at]
        if start < self.skip_to:
            # A tag or comment ran over several lines; what follows its end is still to be read.
            start = min(self.skip_to, end)
            if start == end:
                self._blank(end)
                return at + 1
        line = self._carried_on(self.text[start:end])
        if self.fence:
            self._inside_fence(line, end)
            return at + 1
        if not line.strip():
            self.html_indent = None
            self._blank(end)
            return at + 1
        line = self._dedented(line, start)
        prefix = _CONTAINER.match(line).end()  # type: ignore[union-attr]
        body = line[prefix:]
        if not body:
            self.lines.append(ViewLine(line, end))
            return at + 1
        if self._opens_fence(line, body, end):
            return at + 1
        opens = not self.lines or not self.lines[-1].text.strip()  # a statement stands in no paragraph
        if self.mdx and opens and start == physical[at].start and _MODULE.match(line):
            return self._module(physical, at)
        if self._directive(line, prefix, end):
            return at + 1
        if body.startswith(("<!--", "{/*")) and self._comment(line, prefix, end):
            return at if self.skip_to < end and self.text[self.skip_to : end].strip() else at + 1
        if "<" in body and (body[0] == "<" or self.html_indent is not None or self._ends_in_tag(body)):
            self._tags(line, prefix, end)
            return at + 1
        note = _FOOTNOTE.match(body)
        if note:
            self._blank(end)
            line = line[:prefix] + body[note.end() :]
        self.lines.append(ViewLine(self._out_of_html(line), end))
        return at + 1

    def _carried_on(self, line: str) -> str:
        """What follows a comment on its line, with the quote marks and list marker that stood before it."""
        head, self.carried = self.carried, ""
        return head + line.lstrip(" \t") if head else line

    def _dedented(self, line: str, start: int) -> str:
        """Lines of an admonition's body, which MkDocs wants indented by four, without that indentation."""
        depth = len(line) - len(line.lstrip(" "))
        while self.dedent and depth < self.dedent[-1]:
            self.dedent.pop()
            self._blank(start)
        return line[self.dedent[-1] :] if self.dedent else line

    def _out_of_html(self, line: str) -> str:
        """A line of an HTML block has no more indentation than the tag that opened it, or it would become code."""
        if self.html_indent is None:
            return line
        depth = len(line) - len(line.lstrip())
        return line[max(0, depth - self.html_indent) :]

    def _opens_fence(self, line: str, body: str, end: int) -> bool:
        found = _FENCE.match(body)
        if not found:
            return False
        self.fence = found.group(1) or found.group(2)
        self.fence_quoted = line.lstrip().startswith(">")
        self.lines.append(ViewLine(self._out_of_html(line), end))
        return True

    def _inside_fence(self, line: str, end: int) -> None:
        line = line[self.dedent[-1] :] if self.dedent and not line[: self.dedent[-1]].strip() else line
        found = _CLOSING_FENCE.match(line)
        closes = found is not None and found.group(1).startswith(self.fence)
        if self.fence_quoted and not line.lstrip().startswith(">"):
            # The quote ends here and its code with it; a bare closing fence must not open a new one.
            self.fence = ""
            self.lines.append(ViewLine("" if closes else line, end))
            return
        if closes:
            self.fence = ""
        self.lines.append(ViewLine(self._out_of_html(line), end))

    def _module(self, physical: Sequence[Physical], at: int) -> int:
        """An import or export statement, which ends at a blank line outside its braces."""
        last, depth = at, 0
        while last < len(physical):
            row = self.text[physical[last].start : physical[last].end]
            if not row.strip() and depth <= 0:
                break
            depth += row.count("{") + row.count("(") - row.count("}") - row.count(")")
            self._blank(physical[last].end)
            last += 1
            if depth <= 0 and not _continues(self.text, physical, last):
                break
        self.drafts.add_raw("directive", physical[at].start, physical[last - 1].end)
        return last

    def _directive(self, line: str, prefix: int, end: int) -> bool:
        """A line that only a site generator reads; its title is prose."""
        body = line[prefix:]
        begin = end - len(body)
        if body[0] not in "{/:!?=[" or len(body) > _LONGEST_DIRECTIVE:
            return False
        found = _DIRECTIVE.match(body) or (_EXPRESSION.match(body) if self.mdx else None)
        if not found:
            return False
        if found.re is _DIRECTIVE:
            group = next((g for g in _TITLES if found[g]), None)
            if group:
                clean = clean_lines([Line(found[group], begin + found.start(group))])
                self.drafts.add("value", clean, Span(begin, end), info="title")
            if found["marks"]:
                self.dedent.append(len(line) - len(line.lstrip(" ")) + 4 + (self.dedent[-1] if self.dedent else 0))
        if found.re is not _DIRECTIVE or not group:
            self.drafts.add_raw("directive", begin, end)
        self._blank(end)
        return True

    def _comment(self, line: str, prefix: int, end: int) -> bool:
        """A comment that begins a line; the rest of its last line is read on."""
        begin = end - (len(line) - prefix)
        close = "-->" if self.text[begin] == "<" else "*/}"
        size = 4 if close == "-->" else 3
        stop = self.text.find(close, begin + size)
        if stop < 0:
            return False
        self.on_comment(Span(begin + size, stop))
        self.skip_to = stop + len(close)
        head = line[:prefix] if line[:prefix].strip() else ""
        if self.text[self.skip_to : end].strip():
            self.carried, head = head, ""
        self.lines.append(ViewLine(head, begin))
        return True

    def _ends_in_tag(self, body: str) -> bool:
        """Whether a closing tag of a block ends the line: ``text</Aside>``."""
        at = body.rfind("</")
        tag = tag_at(body, at) if at >= 0 else None
        return tag is not None and tag.block and not body[tag.end :].strip()

    def _tags(self, line: str, prefix: int, end: int) -> None:
        """Cut the block-level tags out of a line; each stretch of text between them is a line of its own."""
        begin = end - (len(line) - prefix)
        head = line[:prefix]
        follow = re.sub(r"[^\s>]", " ", head)
        if self.html_indent is None and self.text[begin] == "<" and (tag := tag_at(self.text, begin)) and tag.block:
            self.html_indent = prefix if not head.strip() else 0
        at, pos, spans = begin, begin, code_spans(self.text, begin, end)
        pieces = 0
        while (pos := self.text.find("<", pos, end)) >= 0:
            tag = None if any(s <= pos < e for s, e in spans) else tag_at(self.text, pos)
            if tag is None or not self._cuts(tag, begin, end):
                pos = max(pos + 1, min(tag.end, end)) if tag else pos + 1
                continue
            pieces += self._text(at, pos, follow if pieces else head)
            self._blank(pos)
            self._attributes(tag)
            at = pos = self._raw_content(tag)
            if pos >= end:
                break
        self.skip_to = max(self.skip_to, at)
        if at < end:
            self._text(at, end, follow if pieces else head)

    def _cuts(self, tag: Tag, begin: int, end: int) -> bool:
        """Whether a tag parts paragraphs: block-level, and a component only at the edge of its line."""
        if not tag.block:
            # A lone inline tag such as <br> or <img> on its own line has no text; it is left to the inline scanner.
            return False
        if not tag.component or not tag.empty:
            return True
        return not self.text[begin : tag.start].strip() or tag.end > end or not self.text[tag.end : end].strip()

    def _text(self, start: int, stop: int, prefix: str) -> int:
        """Add text between tags as a line; returns 1 if there was any."""
        piece = self.text[start:stop]
        if not piece.strip():
            return 0
        if self.html_indent is not None or prefix.strip():
            piece = piece.lstrip()
        self.lines.append(ViewLine(self._out_of_html(prefix + piece), stop))
        return 1

    def _attributes(self, tag: Tag) -> None:
        """Prose in a component's attributes becomes blocks of its own; the rest of the tag is markup."""
        found = attributes(self.text, tag) if tag.component and not tag.closing else {}
        for name in _PROSE_ATTRIBUTES:
            if name in found and found[name].start < found[name].end:
                self.drafts.add("value", copied(self.text, *found[name]), found[name], info=name)

    def _raw_content(self, tag: Tag) -> int:
        """Where to read on after a tag: behind the content of ``<pre>``, ``<script>`` …, which becomes one block."""
        if tag.closing or tag.empty or tag.name.lower() not in RAW_TAGS:
            return tag.end
        closing = re.compile(f"</{tag.name}\\s*>", re.IGNORECASE).search(self.text, tag.end)
        stop = closing.end() if closing else tag.end
        if closing:
            self.drafts.add_raw("code" if tag.name.lower() == "pre" else "html", tag.start, stop)
        return stop


def _continues(text: str, physical: Sequence[Physical], at: int) -> bool:
    """Whether line ``at`` belongs to the module code before it: indented, or more of it."""
    if at >= len(physical):
        return False
    row = text[physical[at].start : physical[at].end]
    return bool(row.strip()) and not _MODULE.match(row) and (row[0] in " \t})];" or row.startswith("from "))


def code_spans(text: str, start: int, end: int) -> list[Span]:
    """Code spans of a line, where a ``<`` is no tag."""
    if text.find("`", start, end) < 0:
        return []
    runs = [(m.start(), m.end()) for m in re.compile("`+").finditer(text, start, end)]
    spans, open_run = [], None
    for s, e in runs:
        if open_run is None:
            open_run = (s, e)
        elif e - s == open_run[1] - open_run[0]:
            spans.append(Span(open_run[0], e))
            open_run = None
    return spans
