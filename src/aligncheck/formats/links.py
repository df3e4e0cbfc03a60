"""Links of Markdown: bare addresses, autolinks, destinations and labels; knows nothing of the text around them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>")
_BARE = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]{1,2000}")
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,2000}))"
    r"(?:\s{1,9}(?:\"(?:[^\"\\]|\\.){0,1000}\"|'(?:[^'\\]|\\.){0,1000}'|\([^()]{0,1000}\)))?\s{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,300})\]")
_TRAILING = ".,;:!?'\"*_~"
_SHORTEST = 8


def normalise(label: str) -> str:
    """A link label as CommonMark compares it: case folded, white space single."""
    return " ".join(label.split()).casefold()


def autolink(source: str, at: int) -> str | None:
    """The address of ``<https://…>`` or ``<name@host>`` at ``at``, without the angle brackets."""
    found = _AUTOLINK.match(source, at)
    return found.group(1) if found else None


def bare_address(source: str, at: int) -> str | None:
    """An address written without markup, less the punctuation that ends its sentence."""
    before = source[at - 1 : at]
    found = _BARE.match(source, at)
    if not found or (before.isascii() and before.isalnum()):
        return None
    address = found.group().rstrip(_TRAILING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_TRAILING)
    return address if len(address) >= _SHORTEST else None


def destination(source: str, begin: int, at: int, references: Mapping[str, str]) -> tuple[int, str | None]:
    """Where a link ends whose text is ``source[begin : at - 1]``, and its address; None when it is no link.

    ``references`` holds the addresses of defined labels.
    """
    inline = _DESTINATION.match(source, at)
    if inline:
        return inline.end(), inline.group(1) if inline.group(1) is not None else inline.group(2)
    label = _LABEL.match(source, at)
    key = normalise((label.group(1) if label else "") or source[begin : at - 1][:300])
    if key in references:
        return label.end() if label else at, references[key]
    return at, None
