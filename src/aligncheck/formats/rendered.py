"""What CommonMark makes of a stretch of Markdown besides its words: emphasis, links, code, tags, hard line breaks.

The readers are more lenient: they take ``**强调。**后面`` for emphasis, which a renderer shows as asterisks. Whether a
change to a text breaks its emphasis, only a renderer's own rules can tell.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

_WORDS = frozenset({"text", "text_special", "softbreak"})

Shown = list[tuple[str, str, str]]
"""Kind of element, address, content that is no prose; in order."""


def elements(markdown: str) -> Shown:
    """The inline elements of a stretch of Markdown."""
    found: Shown = []
    for child in (child for token in _parser().parseInline(markdown) for child in token.children or ()):
        if child.type not in _WORDS:
            address = str(child.attrs.get("href", child.attrs.get("src", "")))
            found.append((child.type, address, "" if child.children else child.content))
    return found


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 100})
