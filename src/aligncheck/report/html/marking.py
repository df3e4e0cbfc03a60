"""Text as markup: hostile characters made visible, evidence and inline markup shown; knows nothing of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape
from msgspec import UNSET

from aligncheck.model.report import InlineMark
from aligncheck.report.invisible import is_seen, pieces, plain


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence of finding ``number`` over ``[start, end)`` of a text; ``shape`` is its class, ``href`` its card."""

    start: int
    end: int
    number: int
    shape: str
    href: str


_TAGS = {
    "link": ("span", "to"),
    "image": ("span", "pic"),
    "strong": ("strong", ""),
    "emphasis": ("em", ""),
    "footnote": ("span", "fn"),
    "code": ("code", ""),
    "math": ("span", "math"),
    "placeholder": ("span", "ph"),
    "html": ("span", "tag-in"),
}
"""Kind of inline markup → its element and class. Of two over the same words the earlier one holds the later."""

_LONGEST_ADDRESS = 300


class _Element(NamedTuple):
    """An element over ``[start, end)``; where it is cut, every part but the first opens with ``again``."""

    start: int
    end: int
    order: int
    first: str
    again: str
    close: str


def visible(text: str) -> Markup:
    """Escaped text in which every unseen or reordering character is a labelled box."""
    if is_seen(text):
        return escape(text)
    out = []
    for kind, part, label in pieces(text):
        if kind == "text":
            out.append(str(escape(part)))
        elif kind == "space":
            out.append(f'<span class="ws" title="{label}">{part}</span>')
        else:
            out.append(f'<span class="ch">{label}</span>')
    return Markup("".join(out))


def marked(text: str, marks: Sequence[Mark], inline: Sequence[InlineMark] = ()) -> Markup:
    """Text with its evidence and its inline markup, properly nested: of two that overlap, one is cut.

    Where several pieces of evidence overlap, the first in the list gives the looks and each keeps its number. Links
    lead nowhere: what a document says is shown, never followed.
    """
    if not marks and not inline:
        return visible(text)
    elements = [e for e in (*_evidence(text, marks), *_markup(text, inline)) if e.start < e.end]
    elements.sort(key=lambda e: (e.start, -e.end, e.order))
    cuts = sorted({0, len(text), *(e.start for e in elements), *(e.end for e in elements)})
    out: list[str] = []
    opened: list[_Element] = []
    coming = iter(elements)
    following = next(coming, None)
    for start, end in pairwise(cuts):
        _close(opened, start, out)
        while following is not None and following.start == start:
            out.append(following.first)
            opened.append(following)
            following = next(coming, None)
        out.append(str(visible(text[start:end])))
    out += [element.close for element in reversed(opened)]
    return Markup("".join(out))


def _close(opened: list[_Element], at: int, out: list[str]) -> None:
    """Close what ends at a place; what was opened within and goes on is closed with it and opened again."""
    ending = next((depth for depth, element in enumerate(opened) if element.end <= at), None)
    if ending is None:
        return
    within = opened[ending:]
    del opened[ending:]
    out += [element.close for element in reversed(within)]
    for element in within:
        if element.end > at:
            out.append(element.again)
            opened.append(element)


def _evidence(text: str, marks: Sequence[Mark]) -> Iterator[_Element]:
    """One element for each stretch under the same marks; a mark's number stands where the mark begins."""
    cuts = sorted({min(max(at, 0), len(text)) for m in marks for at in (m.start, m.end)})
    coming = sorted(enumerate(marks), key=lambda one: one[1].start, reverse=True)
    over: list[tuple[int, Mark]] = []
    for start, end in pairwise(cuts):
        over = [one for one in over if one[1].end > start]
        while coming and coming[-1][1].start <= start:
            over.append(coming.pop())
        over.sort(key=lambda one: one[0])
        here = [mark for _, mark in over if mark.end >= end]
        if here:
            numbers = " ".join(str(mark.number) for mark in here)
            again = f'<mark class="{escape(here[0].shape)}" data-f="{numbers}">'
            badges = "".join(_badge(mark) for mark in here if mark.start == start)
            yield _Element(start, end, -1, again + badges, again, "</mark>")


def _badge(mark: Mark) -> str:
    return f'<a class="b {escape(mark.shape)}" href="{escape(mark.href)}">{mark.number}</a>'


def _markup(text: str, inline: Sequence[InlineMark]) -> Iterator[_Element]:
    for mark in inline:
        if mark.kind in _TAGS:
            tag, looks = _TAGS[mark.kind]
            name = f'<{tag} class="{looks}">' if looks else f"<{tag}>"
            opened = _with_address(mark) if mark.kind in ("link", "image") else name
            order = tuple(_TAGS).index(mark.kind)
            yield _Element(max(mark.start, 0), min(mark.end, len(text)), order, opened, opened, f"</{tag}>")


def _with_address(mark: InlineMark) -> str:
    """A link or picture tells its address and does not lead there: ``javascript:`` must never become an ``href``."""
    address = "" if mark.target is UNSET else plain(mark.target)
    if len(address) > _LONGEST_ADDRESS:
        address = f"{address[:_LONGEST_ADDRESS]}…"
    title = f' title="{escape(address)}"' if address else ""
    if mark.kind == "image":
        return f'<span class="pic"{title}>'
    return f'<span class="to" role="link" aria-disabled="true" tabindex="0"{title}>'
