"""Reads a written page back as a tree and as the words a reader sees."""

from __future__ import annotations

import lxml.html  # type: ignore[import-untyped]


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def words_of(page: str) -> str:
    """What a reader sees, on one line."""
    body = parsed(page).find("body")
    for script in body.xpath(".//script"):
        script.drop_tree()
    return " ".join(body.text_content().split())


def pair_text(page: str, pair: int) -> list[str]:
    """The texts of a pair's sides without the numbers of its marks."""
    row = parsed(page).get_element_by_id(f"pair-{pair}")
    for badge in row.xpath(".//mark/a"):
        badge.drop_tree()
    return [side.text_content() for side in row.xpath("./*[@lang]")]
