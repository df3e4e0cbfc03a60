"""Reads a written page back as a tree and as the words a reader sees, and holds what is true of every page."""

from __future__ import annotations

import base64
import hashlib

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


def check_policy(page: str) -> None:
    """The page loads nothing, and of styles and scripts only its own run."""
    tree = parsed(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (element,) = tree.xpath(f"//{tag}[not(@type)]")
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert (
        tree.xpath(
            "//link | //img | //iframe | //object | //base | //@src | //@style | //@*[starts-with(name(), 'on')]"
        )
        == []
    )
    for address in tree.xpath("//@href"):
        assert address.startswith(("#", "./")), address


def check_references(page: str) -> None:
    """Every address within the page leads somewhere, and no two places have one name."""
    tree = parsed(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a[1:] for a in tree.xpath("//@href") if a.startswith("#")} <= set(ids)
