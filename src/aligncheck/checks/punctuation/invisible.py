"""Characters that nobody sees (PUN009). Knows Unicode, no words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.sheet import Sheet, sheet_of
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.punctuation import INVISIBLE, NUMBERED
from aligncheck.model.report import Severity

SEEN = 16
"""Characters before a place in which the number of a chapter is looked for."""
_OVERRIDE = frozenset("\u202d\u202e")
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_REMOVED = frozenset("\u200b\u2060\ufeff\u200e\u200f\u200c\u200d\u00ad\u180e")
"""Without these the text reads and looks the same, where the rule speaks of them."""
_RIGHT_TO_LEFT = deferred(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_NAMES = {"\ufeff": "byte order mark", "\u00ad": "soft hyphen", "\u00a0": "no-break space"}


@document_rule(
    "PUN009",
    "invisible-character",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("The ferry leaves at dawn.", "渡轮\u200b黎明出发。", "a zero width space"),
        Example("The ferry leaves at dawn.", "渡轮\u202e黎明出发。", "turns the direction of all that follows"),
        Example("The ferry leaves at dawn.", "渡轮\ufeff黎明出发。", "a byte order mark inside the text"),
    ],
    good=[
        Example(
            "The family \U0001f468\u200d\U0001f469\u200d\U0001f467 waves.",
            "一家人\U0001f468\u200d\U0001f469\u200d\U0001f467挥手。",
        ),
        Example("I \u2764\ufe0f tea.", "我\u2764\ufe0f茶。", "the coloured form of a sign"),
    ],
)
def invisible(document: DocumentContext) -> Iterator[Hit]:
    """The text holds characters that nobody sees: zero width, direction marks, stray variation selectors, controls.

    Why: they come with copied text, break searching and line breaks, and a direction override shows the text in
    another order than it is stored in. An override is a warning.

    One finding for every character. The fix is safe for zero width characters.

    Silent: in sequences of emoji; for variation selectors after a sign that has variants; for joiners in scripts that
    need them; for direction marks in a passage with right-to-left letters; for a zero width space beside markup,
    where it keeps emphasis apart from Chinese, or inside a long Latin word; for no-break spaces, unless between Han,
    and there after the number of a chapter or figure.
    """
    sheet = sheet_of(document)
    for run in INVISIBLE.finditer(sheet.text):
        for at in range(*run.span()):
            character = sheet.text[at]
            if _stray(sheet, at, character):
                yield _hit(sheet, at, character)


def _hit(sheet: Sheet, at: int, character: str) -> Hit:
    name = _NAMES.get(character) or unicodedata.name(character, "").lower() or _sort(character)
    code = f"U+{ord(character):04X} {name}"
    hit = sheet.hit(
        at,
        at + 1,
        f"U+{ord(character):04X}",
        f"Invisible {code}.",
        f"Invisible {code}, {{n}} places.",
        [sheet.change(at, at + 1, "")] if character in _REMOVED else [],
    )
    return replace(hit, severity=Severity.WARNING) if character in _OVERRIDE else hit


def _sort(character: str) -> str:
    return "private use character" if unicodedata.category(character) == "Co" else "control character"


def _stray(sheet: Sheet, at: int, character: str) -> bool:
    """Whether nothing around the character asks for it."""
    text = sheet.text
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if character in _OVERRIDE or character in _DIRECTION:
        return _RIGHT_TO_LEFT.search(sheet.near(at)) is None
    if character in _JOINERS:
        return _chinese(before) or _chinese(after) or not (before.strip() and after.strip())
    if character == "\u00a0":
        return _chinese(before) and _chinese(after) and not NUMBERED.search(text[max(0, at - SEEN) : at])
    if "\ufe00" <= character <= "\ufe02" and _chinese(before):
        return False  # a standardised variant of a Han character
    if "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0000":
        return _chinese(before) or not before or before.isspace() or (before.isascii() and before.isalpha())
    if "\ue000" <= character <= "\uf8ff":
        return _chinese(before) and _chinese(after)
    return not (_inside_word(before, after) or _beside_markup(sheet, at))


def _chinese(character: str) -> bool:
    return bool(character) and HAN.match(character) is not None


def _inside_word(before: str, after: str) -> bool:
    """Between Latin letters or the signs of an address: a place where a long word may be parted."""
    return all(one.isascii() and one.strip() and one.isprintable() for one in (before, after) if one) and bool(before)


_MARKUP = re.compile(r"[*_`~\[\]()<>|\\]")


def _beside_markup(sheet: Sheet, at: int) -> bool:
    passage = sheet.passage(at)
    place = at - passage.start + passage.at
    if any(edge in (place, place + 1) for mark in passage.block.marks for edge in (mark.start, mark.end)):
        return True
    span = sheet.span(at, at + 1)
    text = sheet.document.text
    return bool(_MARKUP.match(text[span.start - 1 : span.start]) or _MARKUP.match(text[span.end : span.end + 1]))
