"""Characters a reader cannot see, or that reorder what is seen, and a label for each; knows no output format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

Kind = Literal["text", "hidden", "space"]


class Piece(NamedTuple):
    """A stretch of text: shown as it is, or (``hidden``, ``space``) to be shown by ``label``."""

    kind: Kind
    text: str
    label: str = ""


_NAMES = {
    0x00AD: "SHY", 0x061C: "ALM", 0x180E: "MVS", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM",
    0x200F: "RLM", 0x2028: "LSEP", 0x2029: "PSEP", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x3164: "HF",
    0xFEFF: "BOM", 0x00A0: "NBSP", 0x202F: "NNBSP", 0x3000: "IDSP",
}  # fmt: skip

# A joiner between two emoji builds one picture and is no secret; a variation selector changes a glyph that is seen.
# Six combining marks in a row are more than any script stacks: they would paint over the neighbouring lines.
_UNSEEN = regex.compile(
    r"(?P<emoji>(?<=[\p{Extended_Pictographic}\uFE0F\U0001F3FB-\U0001F3FF])\u200D(?=\p{Extended_Pictographic}))"
    r"|(?P<space>[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])"
    r"|(?P<marks>\p{M}{6,})"
    r"|(?P<hidden>[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u3164\uFFA0--[\t\n\r]])",
    regex.VERSION1,
)

# Build servers (Azure Pipelines, GitHub's runner) take ``##[command]`` and ``##vso[command]`` for orders to
# them, wherever they stand in a line of a log.
_ORDER = regex.compile(r"##(?=\w*\[)")
_ORDER_LINE = regex.compile(r"^(\s*:)(?=:)", regex.MULTILINE)


_SEEN = re.compile(r"[\t\n\r -~\u00c0-\u024f\u2010-\u2027\u3001-\u3029\u3041-\u3096\u3400-\u9fff\uff01-\uff5e]*")
"""What nearly every text consists of, none of which needs a label."""


def is_seen(text: str) -> bool:
    """Whether a text is sure to need no label at all; most do not."""
    return _SEEN.fullmatch(text) is not None


def pieces(text: str) -> Iterator[Piece]:
    """Cut text into what can be shown as it is and what needs a label; the pieces join to ``text``.

    Tabs and line breaks are ordinary text. Adjacent ordinary text is one piece.
    """
    if is_seen(text):
        yield from (Piece("text", text),) if text else ()
        return
    at = 0
    for found in _UNSEEN.finditer(text):
        if found.lastgroup == "emoji":
            continue
        if found.start() > at:
            yield Piece("text", text[at : found.start()])
        at = found.end()
        yield Piece("space" if found.lastgroup == "space" else "hidden", found[0], _label(found[0]))
    if at < len(text):
        yield Piece("text", text[at:])


def plain(text: str) -> str:
    """The text on one line for a terminal, a log or a title: nothing in it is an order to what shows it.

    Labels in angle brackets stand for what is unseen, single spaces for white space; ``##[`` is broken by a space.
    """
    shown = (p.text if p.kind == "text" else " " if p.kind == "space" else f"<{p.label}>" for p in pieces(text))
    return _ORDER.sub("# #", " ".join("".join(shown).split()))


def plain_with_places(text: str) -> tuple[str, list[int]]:
    """The text as ``plain`` shows it, but with all its spaces, and where each of its characters stands there.

    The list has one entry more than the text: the end.
    """
    broken = {found.start() + 1 for found in _ORDER.finditer(text)}
    out: list[str] = []
    places: list[int] = []
    at, length = 0, 0
    for kind, part, label in pieces(text):
        for number, character in enumerate(part):
            if kind == "hidden":
                shown = "" if number else f"<{label}>"
            else:
                shown = " " if kind == "space" or character.isspace() else character
                if at in broken:
                    shown = f" {shown}"
            places.append(length + (at in broken))
            out.append(shown)
            length += len(shown)
            at += 1
    return "".join(out), [*places, length]


def log(text: str) -> str:
    """Lines none of which is an order to GitHub's runner: two colons that begin a line are set apart."""
    return _ORDER_LINE.sub(r"\1 ", text)


def _label(text: str) -> str:
    if len(text) > 1:
        return f"{len(text)} marks"
    return _NAMES.get(ord(text), f"U+{ord(text):04X}")
