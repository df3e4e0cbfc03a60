"""Braces and dollar signs in Markdown: shortcodes, expressions, attribute lists, formulas; evaluates none of them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from aligncheck.model.text import Span

_BRACES = re.compile(
    r"(?P<shortcode>\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\})|(?P<comment>\{/\*.{0,4000}?\*/\})"
    r"|(?P<space>\{[\"'] [\"']\})|(?P<held>\$?\{\{[^{}\n]{0,200}\}\}|\$?\{[^{}\n]{1,200}\})",
    re.DOTALL,
)
_SHORTCODE_TEXT = re.compile(r"\b(?:text|title)=\"([^\"]*)\"")
_ATTRIBUTE_LIST = re.compile(r"\{:?\s{0,9}[#.:][^{}\n]{0,200}\}")
_MATH = re.compile(r"\$\$([^$]{1,2000})\$\$|\$(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\$(?!\d)")
_FORMULA = re.compile(r"[\\^_=<>+{}]|^\s*[A-Za-z](?:\([A-Za-z]\))?\s*$")


class Braced(NamedTuple):
    """An expression that ends at ``end``; of it a reader sees ``shown``, where it is not None."""

    kind: Literal["placeholder", "shown", "space", "hidden"]
    end: int
    shown: Span | None = None


class Formula(NamedTuple):
    """A formula that ends at ``end``; ``shown`` is what stands between the dollar signs."""

    end: int
    shown: Span


def braced(source: str, at: int) -> Braced | None:
    """The shortcode, expression or attribute list (``{#id}``) that begins at ``at``.

    Of a shortcode only its ``text`` or ``title`` is seen; a plain expression (``{name}``) stands for itself.
    """
    listed = _ATTRIBUTE_LIST.match(source, at)
    if listed and (source[at - 1 : at] in ")]`*_" or source[listed.end() : listed.end() + 1] in ("", "\n")):
        return Braced("hidden", listed.end())
    found = _BRACES.match(source, at)
    if not found:
        return None
    if found["held"] is not None:
        return Braced("placeholder", found.end(), Span(*found.span()))
    if found["shortcode"] is not None:
        text = _SHORTCODE_TEXT.search(source, at, found.end())
        return Braced("shown", found.end(), Span(*text.span(1))) if text else Braced("placeholder", found.end())
    return Braced("space" if found["space"] is not None else "hidden", found.end())


def formula(source: str, at: int) -> Formula | None:
    """The formula whose first dollar sign is at ``at``; sums of money (from $5 to $10) are none."""
    found = _MATH.match(source, at)
    if not found:
        return None
    group = 1 if found.group(1) is not None else 2
    if group == 2 and not _FORMULA.search(found.group(2)):
        return None
    return Formula(found.end(), Span(*found.span(group)))
