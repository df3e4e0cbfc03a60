"""What holds a page together: footnotes, images, and anchors that links on it lead to. Knows whole documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.checks._layout import two_files
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.lang.addresses import bare, parse
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity
from aligncheck.model.text import Document

_FOOTNOTE = deferred(r"\[\^([^\]\s]{1,80})\](?P<colon>:)?")
_IMAGE = deferred(
    r"!\[(?P<alt>[^\[\]]{0,1000})\]\(\s{0,3}<?(?P<md>[^\s()<>]{1,1000})"
    r"|<(?:img|Image)\s[^<>]{0,600}?\bsrc=[\"'{]{1,2}(?P<html>[^\"'{}]{1,1000})"
)
_DECORATION = deferred(r"badge|shield|status|avatar|\.svg\?|src=\{")
_EXPLICIT = deferred(
    r"\{:?\s{0,3}#([^\s{}]{1,100})|\b(?:id|name)\s{0,3}=\s{0,3}[\"']([^\"']{1,100})[\"']|<a\s+id=([\w-]+)>"
)
_IN_PAGE = deferred(
    r"[\]h](?:(?<=\])\(\s{0,3}<?#(?P<md>[^\s()<>]{1,200})[)>\s]|(?<=\bh)ref=[\"']#(?P<html>[^\"']{1,200})[\"'])"
)
_MANY = 5
"""From so many dead anchors on, one finding shows them all."""


class _Found(NamedTuple):
    """Something in a document's text: its name and where it stands."""

    name: str
    start: int
    end: int


@document_rule(
    "LNK005",
    "footnote-missing",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The lamp is old.[^1] The horn is new.[^2]\n\n[^1]: Built in spring.\n[^2]: Built in autumn.",
            "灯是旧的。[^1]雾号是新的。\n\n[^1]: 建于春天。\n[^2]: 建于秋天。",
            "the second note is never called",
        ),
        Example(
            "The lamp is old.[^old]\n\n[^old]: Built in spring.",
            "灯是旧的。[^old]\n\n建于春天。",
            "the note itself is gone",
        ),
    ],
    good=[
        Example(
            "The lamp is old.[^1] The horn is new.[^2]\n\n[^1]: Built in spring.\n[^2]: Built in autumn.",
            "雾号是新的[^2]，灯是旧的[^1]。\n\n[^1]: 建于春天。\n[^2]: 建于秋天。",
            "in another order",
        ),
        Example(
            "The lamp is old.[^1]\n\n[^1]: Built in spring.", "灯是旧的。[^note]\n\n[^note]: 建于春天。", "another name"
        ),
    ],
)
def footnote_missing(document: DocumentContext) -> Iterator[Hit]:
    """The mark or the text of a footnote is missing, though the source has both.

    Why: a mark without its note shows as raw signs, and a note without its mark is never read.

    Silent: for other names and another order, as long as there are as many; where the translation has no footnotes at
    all, which was a decision; for what the source lacks too; for numbers in plain square brackets.
    """
    if not two_files(document) or "[^" not in document.target.text:
        return
    (calls, notes), (my_calls, my_notes) = _footnotes(document.source), _footnotes(document.target)
    for call in my_calls:
        if call.name not in {n.name for n in my_notes} and call.name in {n.name for n in notes}:
            yield Hit(
                f"The translation has no footnote “{call.name}”.",
                tuple(_evidence(n) for n in notes if n.name == call.name),
                (_evidence(call),),
                0.9,
                key=f"note {call.name}",
            )
    missing = {c.name for c in calls} - {c.name for c in my_calls}
    if len(missing) + len({c.name for c in my_calls}) == len({c.name for c in calls}):
        for call in {c.name: c for c in calls}.values():
            if call.name in missing and call.name in {n.name for n in notes}:
                there = tuple(_evidence(n) for n in my_notes if n.name == call.name)
                yield Hit(
                    f"Nothing in the translation refers to the footnote “{call.name}”.",
                    (_evidence(call),),
                    there,
                    0.8,
                    key=f"call {call.name}",
                )


@document_rule(
    "LNK006",
    "image-missing",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The lamp seen from the sea:\n\n![lamp at night](img/lamp-night.png)\n\nIt turns slowly.",
            "从海上看到的灯：\n\n灯转得很慢。",
            "the picture was left out",
        )
    ],
    good=[
        Example(
            "The lamp seen from the sea:\n\n![lamp at night](img/lamp-night.png)\n\nIt turns slowly.",
            "从海上看到的灯：\n\n![夜间的灯](../img/lamp-night.zh.png)\n\n灯转得很慢。",
            "a picture with Chinese labels",
        )
    ],
)
def image_missing(document: DocumentContext) -> Iterator[Hit]:
    """A picture of the source is not in the translation.

    Why: the text speaks of what readers do not see.

    A warning; where hardly any picture was kept, this is said once, as a hint.

    Silent: for pictures at other places, with other names or from other sites, as long as there are as many; for
    badges, which services draw, and portraits (``avatar``); in files that hold both languages.
    """
    if not two_files(document):
        return
    mine, yours = _images(document.source), _images(document.target)
    names = Counter(_basename(image.name) for image in yours)
    lost = []
    for image in mine:
        if names[_basename(image.name)] > 0:
            names[_basename(image.name)] -= 1
        elif image.name not in document.target.text:
            lost.append(image)
    replaced = sum(names.values())
    if not lost or replaced >= len(lost):
        return
    if len(lost) >= 4 and len(lost) >= 0.75 * len(mine):
        yield Hit(
            f"{len(lost)} of {len(mine)} pictures are missing from the translation.",
            tuple(map(_evidence, lost)),
            (),
            0.6,
            key="pictures dropped",
            severity=Severity.INFO,
            members=tuple(image.name for image in lost),
        )
        return
    for image in lost:
        yield Hit(
            f"The picture “{image.name}” is missing from the translation.",
            (_evidence(image),),
            (),
            0.75,
            key=image.name,
        )


@document_rule(
    "LNK011",
    "anchor-dead",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "See [how to trim the wick](#trimming-the-wick).\n\n## Trimming the wick\n\nUse the small scissors.",
            "参见[如何修剪灯芯](#trimming-the-wick)。\n\n## 修剪灯芯\n\n请用小剪刀。",
            "the heading was translated, the link was not",
        )
    ],
    good=[
        Example(
            "See [how to trim the wick](#trimming-the-wick).\n\n## Trimming the wick\n\nUse the small scissors.",
            "参见[如何修剪灯芯](#修剪灯芯)。\n\n## 修剪灯芯\n\n请用小剪刀。",
        ),
        Example(
            "See [how to trim the wick](#trimming-the-wick).\n\n## Trimming the wick\n\nUse the small scissors.",
            "参见[如何修剪灯芯](#trimming-the-wick)。\n\n## 修剪灯芯 {#trimming-the-wick}\n\n请用小剪刀。",
            "the heading says its anchor",
        ),
    ],
)
def anchor_dead(document: DocumentContext) -> Iterator[Hit]:
    """A link leads to a heading that its page does not have.

    Why: the heading was translated and the link was not, or the other way round; readers who follow it stay where they
    are.

    A warning; from five such links on they are one finding.

    Silent: where more than a fifth of the source's own links to its headings do not work either by the usual rules
    (letters and digits of the heading, or an anchor that is written out); for a dead anchor that the source has too;
    for links to other pages; in files that hold both languages.
    """
    if not two_files(document) or "#" not in document.target.text:
        return
    dead = _dead(document.target)
    if not dead:
        return
    odd = {link.name for link in _dead(document.source)}
    if 5 * len(odd) > sum(1 for _ in _outside_code(document.source, _IN_PAGE, ("md", "html"))):
        return
    dead = [link for link in dead if link.name not in odd]
    if not dead:
        return
    if len(dead) >= _MANY:
        yield Hit(
            f"{len(dead)} links lead to headings that are not on the page, the first to “#{dead[0].name}”.",
            (),
            tuple(map(_evidence, dead)),
            0.85,
            members=tuple(link.name for link in dead),
        )
        return
    for link in dead:
        yield Hit(f"No heading of the page answers to “#{link.name}”.", (), (_evidence(link),), 0.85, key=link.name)


def _dead(document: Document) -> list[_Found]:
    """Links to anchors of the document itself that it does not have."""
    links = list(_outside_code(document, _IN_PAGE, ("md", "html")))
    if not links:
        return []
    anchors = {bare(block.text) for block in document.blocks if block.kind == "heading"}
    anchors |= {bare(next(filter(None, m.groups()))) for m in _EXPLICIT.finditer(document.text)}
    anchors |= {bare(block.text) for block in document.blocks if block.kind == "front-matter"} | {"", "top"}
    numbered = re.compile(r"\d+$")
    return [
        link for link in links if bare(link.name) not in anchors and numbered.sub("", bare(link.name)) not in anchors
    ]


def _outside_code(document: Document, pattern: re.Pattern[str], groups: tuple[str, ...]) -> Iterator[_Found]:
    code = [b.span for b in document.blocks if b.kind == "code"]
    code += [b.locate(m.start, m.end) for b in document.blocks for m in b.marks if m.kind == "code"]
    code.sort()
    at = 0
    for found in pattern.finditer(document.text):
        while at < len(code) and code[at].end <= found.start():
            at += 1
        if at < len(code) and code[at].start <= found.start():
            continue
        group = next(g for g in groups if found[g] is not None)
        yield _Found(found[group], *found.span(group))


def _footnotes(document: Document) -> tuple[list[_Found], list[_Found]]:
    """Calls and notes of a document."""
    calls: list[_Found] = []
    notes: list[_Found] = []
    for found in _FOOTNOTE.finditer(document.text):
        start = document.text.rfind("\n", 0, found.start()) + 1
        note = found["colon"] and not document.text[start : found.start()].strip(" >")
        (notes if note else calls).append(
            _Found(found.group(1), found.start(), found.start() + len(found.group(1)) + 3)
        )
    return calls, notes


def _images(document: Document) -> list[_Found]:
    """Pictures that show something; badges, which services draw, and portraits beside a name do not."""
    lines = ((image, _around(document, image)) for image in _outside_code(document, _IMAGE, ("md", "html")))
    return [image for image, around in lines if not _DECORATION.search(around)]


def _around(document: Document, image: _Found) -> str:
    """A picture's address and, of an HTML tag, its attributes."""
    start = document.text.rfind("<", max(0, image.start - 300), image.start)
    end = document.text.find(">", image.end, image.end + 300)
    html = start >= 0 and end >= 0 and document.text[image.start - 1] in "\"'{"
    return document.text[start:end] if html else image.name


def _basename(address: str) -> str:
    return parse(address).path.rpartition("/")[2].rpartition(".")[0] or parse(address).path


def _evidence(found: _Found) -> Evidence:
    return Evidence(found.start, found.end)


RULES: tuple[Rule, ...] = (footnote_missing, image_missing, anchor_dead)
