"""What is left of a text when form does not count: spaces, punctuation, width, case, script. Knows no word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold

_GROUPED = deferred(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_MARKS = deferred(
    r"[\s.,:;!?'\"`…·、。“”‘’«»‹›「」『』《》〈〉【】〔〕()\[\]{}‐‑‒–—―−~_/\\*|\u200b-\u200f\u2060\ufeff\u00ad-]+"
)
"""Punctuation and spaces; what stands in a figure (2.5, 10:30, -4) is kept."""

_KEPT = frozenset(".:/-")
_RANGE = deferred(r"(?<=[0-9%])\s*[‐‑‒–—―−~～〜]\s*(?=[0-9])")
_OTHER_NUMBERS = deferred(
    r"[²³¹¼-¾\u09f4-\u19da\u2070-\u2089\u2150-\u218b\u2460-\u2793\u2cfd\u3192-\u32bf\ua830-\ua835\U00010000-\U0010ffff]"
)
"""All characters of the category of ``①`` and ``½`` stand among these."""
_DIGIT = deferred("[0-9%]")
_ASCII_MARKS = {
    code: None for code in range(128) if chr(code) in " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f.,:;!?'\"`()[]{}~_/\\*|-"
}
"""Those of ``_MARKS`` that are ASCII: deleting them so is several times as fast."""
_FIGURE_MARK = deferred(r"[.:/-][0-9]")


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """A text without spaces and punctuation, in one width, case and script.

    Figures keep their point, colon and sign, and symbols (%, €, #) stay: these mean something.
    """
    return folding(text)


def folding(text: str) -> str:
    """The same, for texts that are asked about once."""
    if text.isascii():
        plain = text
    elif _OTHER_NUMBERS.search(text) is None:
        plain = unicodedata.normalize("NFKC", text)
    else:  # ½ is one figure, and not 1⁄2
        plain = "".join(c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKC", c) for c in text)
    if _DIGIT.search(plain) is not None:
        plain = _GROUPED.sub("", _RANGE.sub("-", plain))
        if _FIGURE_MARK.search(plain) is not None:
            return fold(_MARKS.sub(_kept, plain).casefold())
    if plain.isascii():
        return plain.translate(_ASCII_MARKS).lower()
    return fold("".join(_MARKS.split(plain)).casefold())


def _kept(found: re.Match[str]) -> str:
    """The last of some marks if it belongs to a figure: a digit follows, and a digit or, before a sign, no letter
    precedes it."""
    text, at = found.string, found.end() - 1
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    mark = text[at]
    if mark not in _KEPT or not "0" <= after <= "9":
        return ""
    signed = mark == "-" and not (before.isascii() and before.isalnum())
    return mark if signed or "0" <= before <= "9" else ""
