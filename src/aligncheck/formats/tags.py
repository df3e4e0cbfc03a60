"""HTML and JSX tags in a text: where one ends and what attributes it has; builds no tree and knows no rendering."""

from __future__ import annotations

import re
from typing import NamedTuple

from aligncheck.model.text import Span

_OPEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*(?:[-.:][A-Za-z0-9]+)*)(?=[\s/>])")
_INSIDE = re.compile(r"[\"'{}<>]")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
LONGEST_TAG = 4000
"""Characters after which a tag that does not end is taken for none."""

# CommonMark 0.31, section 4.6, start condition 6, with elements that web pages use like them.
BLOCK_TAGS = frozenset(
    """address article aside base basefont blockquote body button caption center col colgroup dd details dialog dir div
    dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe input
    label legend li link main menu menuitem nav noframes ol optgroup option p param picture search section source
    summary table tbody td tfoot th thead title tr track ul video""".split()
)
RAW_TAGS = frozenset({"pre", "script", "style", "textarea", "svg"})
"""Elements whose content is not prose."""


class Tag(NamedTuple):
    """A tag at ``[start, end)`` of the text it was found in."""

    name: str
    start: int
    end: int
    closing: bool
    empty: bool

    @property
    def component(self) -> bool:
        """Whether it is a JSX component (``<Tabs>``, ``<Tabs.Tab>``) rather than an HTML element."""
        return self.name[:1].isupper()

    @property
    def block(self) -> bool:
        """Whether text on either side of it stands in different paragraphs."""
        return self.component or self.name.lower() in BLOCK_TAGS or self.name.lower() in RAW_TAGS


def tag_at(text: str, at: int) -> Tag | None:
    """The tag that begins at ``at``, or None. Quotes and JSX braces inside a tag are respected."""
    opening = _OPEN.match(text, at)
    if opening is None:
        return None
    pos, depth, quote, limit = opening.end(), 0, "", opening.end() + LONGEST_TAG
    while found := _INSIDE.search(text, pos, limit):
        sign, pos = found.group(), found.end()
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            # An apostrophe inside braces is JavaScript; a quotation mark opens a string everywhere.
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == ">" and depth <= 0:
            empty = text[pos - 2] == "/"
            return Tag(opening.group(2), at, pos, bool(opening.group(1)), empty)
        elif sign == "<" and depth <= 0:
            return None
    return None


def attributes(text: str, tag: Tag) -> dict[str, Span]:
    """Attributes with a quoted value, by name in lower case, as ranges of ``text`` without the quotes."""
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(text, tag.start, tag.end):
        group = 2 if match.group(2) is not None else 3
        found.setdefault(match.group(1).lower(), Span(*match.span(group)))
    return found
