"""Text as markup: hostile characters made visible, evidence marked where it stands; knows nothing of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from aligncheck.report.invisible import is_seen, pieces


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence of finding ``number`` over ``[start, end)`` of a text; ``shape`` is its class, ``href`` its card."""

    start: int
    end: int
    number: int
    shape: str
    href: str


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


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """Text with its marks; where several overlap, the first in the list gives the looks and each keeps its number."""
    if not marks:
        return visible(text)
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    out = []
    for start, end in pairwise(cuts):
        over = [m for m in marks if m.start <= start and end <= m.end]
        inner = visible(text[start:end])
        if over:
            numbers = " ".join(str(m.number) for m in over)
            badges = "".join(_badge(m) for m in over if m.start == start)
            inner = Markup('<mark class="{}" data-f="{}">{}{}</mark>').format(
                over[0].shape, numbers, Markup(badges), inner
            )
        out.append(inner)
    return Markup("").join(out)


def _badge(mark: Mark) -> str:
    return Markup('<a class="b {}" href="{}">{}</a>').format(mark.shape, mark.href, mark.number)
