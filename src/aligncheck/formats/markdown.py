"""Reads Markdown and MDX: blocks from markdown-it-py's line maps, inline text from our own scanner with offsets.

What CommonMark (https://spec.commonmark.org/0.31.2/) leaves unread, tags and comments, ``view`` takes out beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aligncheck.formats.clean import Clean
from aligncheck.formats.directives import markdown_directives
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.frontmatter import read_front_matter
from aligncheck.formats.inline import clean_lines
from aligncheck.formats.lines import Line, Physical, split_lines
from aligncheck.formats.links import normalise
from aligncheck.formats.view import View, ViewLine
from aligncheck.model.text import Block, BlockKind, Cell, Document, Span

_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_ATX = re.compile(r"[ \t]*#{1,6}[ \t]+")
_ALERT = re.compile(r"[ \t]*\[![\w-]+\][+-]?[ \t]*$")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_ANCHOR = re.compile(r"\{:?[ \t]{0,9}[#.][^{}]*\}$")
_MACHINE = re.compile(
    r"\s*(?:[\w.:-]+|[\w.:/-]*(?:lint|prettier|ignore|disable|enable|spell|toc|truncate|vale|all-contributors|aligncheck"
    r"|include|license|copyright|https?)[\w.:/-]*\b[^。！？]*)\s*$",
    re.IGNORECASE,
)


def read(text: str, path: str) -> Document:
    """Read Markdown, or MDX by the path's suffix; ``Document.format`` is ``markdown``."""
    mdx = path.lower().endswith(".mdx")
    blocks, directives = markdown_directives(text, lambda shown: _blocks(shown, mdx))
    return Document(path, text, blocks, "markdown", directives=directives)


def _blocks(text: str, mdx: bool) -> tuple[Block, ...]:
    drafts = Drafts(text)
    lines = split_lines(text)
    skipped = read_front_matter(text, lines, drafts)
    _Reader(text, drafts, mdx).read(lines[skipped:])
    return drafts.finish()


@cache
def _parser(mdx: bool) -> MarkdownIt:
    """Blocks only; MDX has no indented code, and HTML is taken out by the view."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable(["inline", "html_block"])
    return parser.disable("code") if mdx else parser


@dataclass
class _Reader:
    """Turns lines of the document into blocks; comments are read by a reader of their own."""

    text: str
    drafts: Drafts
    mdx: bool
    comment: bool = False
    view: list[ViewLine] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)
    tables: int = -1
    quote: int = 0
    # For each open list item: its marker, or None once its first paragraph has been read.
    items: list[str | None] = field(default_factory=list)

    def read(self, physical: Sequence[Physical]) -> None:
        self.view = View(self.text, self.drafts, self._comment, self.mdx).build(physical)
        environment: dict[str, dict[str, dict[str, str]]] = {}
        tokens = _parser(self.mdx).parse("\n".join(line.text for line in self.view), environment)
        self.references = {
            normalise(label): entry["href"] for label, entry in environment.get("references", {}).items()
        }
        stream = iter(tokens)
        for token in stream:
            self._token(token, stream)

    def _comment(self, span: Span) -> None:
        """The content of a comment: a tool's directive, or prose in blocks of kind comment."""
        if self.text[span.start : span.end].isspace():
            return
        if self.comment or _MACHINE.match(self.text[span.start : span.end][:2000]):
            self.drafts.add_raw("directive", *span, info="comment")
            return
        lines = split_lines(self.text[span.start : span.end])
        inner = [Physical(span.start + start, span.start + end) for start, end in lines]
        while inner and not self.text[inner[0].start : inner[0].end].strip():
            del inner[0]
        header = Drafts(self.text)
        skipped = read_front_matter(self.text, inner, header)
        self.drafts.drafts += [d._replace(kind="comment") for d in header.drafts if d.kind == "value"]
        _Reader(self.text, self.drafts, self.mdx, comment=True).read(inner[skipped:])

    def _token(self, token: Token, stream: Iterator[Token]) -> None:
        kind = token.type
        if kind == "blockquote_open":
            self.quote += 1
        elif kind == "blockquote_close":
            self.quote -= 1
        elif kind == "list_item_open":
            self.items.append(token.info + token.markup)
        elif kind == "list_item_close":
            self.items.pop()
        elif kind in ("paragraph_open", "heading_open"):
            self._paragraph(token, next(stream))
        elif kind == "table_open":
            self._table(stream)
        elif kind in ("fence", "code_block"):
            self._code(token)

    def _rows(self, inline: Token) -> list[Line]:
        """Where each line of an inline token's content stands: it is the end of its line in the view."""
        first, last = inline.map or (0, 1)
        contents = inline.content.split("\n")
        while first < last - 1 and not self.view[first].text.rstrip().endswith(contents[0].strip()):
            # The parser drops a first line that holds nothing but exotic white space.
            first += 1
        rows = []
        for k, content in enumerate(contents):
            source = self.view[first + k]
            shown = source.text.rstrip()
            # Trailing spaces of a line are kept, since two of them make a hard break.
            tail = source.text[len(shown) :] if k < len(contents) - 1 else ""
            body = content.strip()
            begin = source.doc_end - len(source.text) + len(shown) - len(body)
            rows.append(Line(body + tail, begin))
        return rows

    def _paragraph(self, opening: Token, inline: Token) -> None:
        heading = opening.type == "heading_open"
        rows = self._rows(inline)
        if heading and opening.markup.startswith("#"):
            rows = self._atx(inline)
        elif self.quote and _ALERT.match(rows[0].text):
            rows = rows[1:]
        kind: BlockKind = "heading" if heading else "paragraph"
        level, info = (int(opening.tag[1]), "") if heading else (0, "")
        if self.items and self.items[-1] is not None:
            info, self.items[-1] = self.items[-1], None
            task = _TASK.match(rows[0].text) if rows else None
            if task:
                rows[0] = Line(rows[0].text[task.end() :], rows[0].doc_start + task.end())
            if not heading:
                kind, level = "item", len(self.items)
        if rows:
            self._add(kind, rows, level, info)

    def _atx(self, inline: Token) -> list[Line]:
        """An ATX heading's content: closing number signs and an anchor (``{#id}``) are not text."""
        source = self.view[inline.map[0] if inline.map else 0]
        opening = _ATX.match(source.text, _CONTAINERS.match(source.text).end())  # type: ignore[union-attr]
        begin = source.text.find(inline.content, opening.end() if opening else 0)
        content = inline.content
        anchor = _ANCHOR.search(content)
        body = content[: anchor.start()].rstrip() if anchor else content
        return [Line(body, source.doc_end - len(source.text) + begin)] if body else []

    def _add(self, kind: BlockKind, rows: Sequence[Line], level: int, info: str, cell: Cell | None = None) -> None:
        clean = clean_lines(rows, self.references)
        span = Span(rows[0].doc_start, rows[-1].doc_start + len(rows[-1].text.rstrip()))
        if self.comment:
            kind, info = "comment", info or kind
        self.drafts.add(kind, clean, span, level=level, quote=self.quote, info=info, cell=cell)

    def _code(self, token: Token) -> None:
        if self.comment or not token.map:
            return
        first, last = token.map
        while last > first + 1 and not self.view[last - 1].text.strip():
            last -= 1
        span = Span(self.view[first].doc_end - len(self.view[first].text.lstrip()), self.view[last - 1].doc_end)
        first += token.type == "fence"
        clean = Clean()
        for content, line in zip(token.content.rstrip("\n").split("\n"), self.view[first:last], strict=False):
            # A line of code is the end of its line in the view; what stands before it is indentation and quote marks.
            if not self.text.endswith(content, 0, line.doc_end):
                content = content.lstrip()  # The parser turns a tab that a quote mark cuts into spaces.
            if clean.pieces:
                clean.join("\n", line.doc_end - len(content))
            if self.text.endswith(content, 0, line.doc_end):
                clean.copy(content, line.doc_end - len(content))
        self.drafts.add("code", clean.finish(), span, quote=self.quote, info=token.info.strip())

    def _table(self, stream: Iterator[Token]) -> None:
        """Cells of a table, split anew at unescaped bars as GFM does, since tokens do not say where they stand."""
        self.tables += 1
        row, column, parts = -1, -1, list[Line]()
        for token in stream:
            if token.type == "table_close":
                return
            if token.type == "tr_open":
                row, column = row + 1, -1
                parts = self._cells(self.view[token.map[0]]) if token.map else []
            elif token.type == "inline":
                column += 1
                if column < len(parts) and parts[column].text:
                    self._add("cell", [parts[column]], 0, "", Cell(self.tables, row, column))

    def _cells(self, line: ViewLine) -> list[Line]:
        base = line.doc_end - len(line.text)
        at = _CONTAINERS.match(line.text).end()  # type: ignore[union-attr]
        bars = [m.start() for m in re.compile(r"(?<!\\)\|").finditer(line.text, at)]
        if bars and bars[0] == at:
            at, bars = at + 1, bars[1:]
        cells = []
        for bar in [*bars, len(line.text)]:
            piece = line.text[at:bar]
            cells.append(Line(piece.strip(), base + at + len(piece) - len(piece.lstrip())))
            at = bar + 1
        return cells
