"""Reads a Markdown summary as a site does, and holds that the text of documents is no more than text in it."""

from __future__ import annotations

import re
from typing import Any

import lxml.html  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

ELEMENTS = {"div", "h2", "h3", "p", "b", "code", "table", "tr", "th", "td", "details", "summary", "tbody", "br"}

# Of plain text GitHub makes mentions, references to issues and commits, links, formulas and emoji.
ALIVE = re.compile(r"[@#$`]\w|://|www\.|:\w+:|\bGH-\d|\b(?=\d*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)


def rendered(text: str) -> Any:
    """The page that CommonMark with tables, as GitHub reads it, makes of a text."""
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    return lxml.html.fragment_fromstring(page, create_parent="div", parser=lxml.html.HTMLParser(huge_tree=True))


def check_comment(text: str, marker: str) -> None:
    """The summary begins with its marker, is short enough for a comment, and nothing in it is alive."""
    assert text.startswith(f"{marker}\n")
    assert len(text) < 65_536
    page = rendered(text)
    elements = [e for e in page.iter() if isinstance(e.tag, str)]
    assert {e.tag for e in elements} <= ELEMENTS
    assert not [e for e in elements if e.attrib]
    for element in elements:
        for part, within in ((element.text, element), (element.tail, element.getparent())):
            inert = within is not None and any(e.tag == "code" for e in (within, *within.iterancestors()))
            assert inert or not ALIVE.search(part or ""), part
