"""What is left of a text when form does not count: spaces, punctuation, width, case, script. Knows no word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold

_GROUPED = deferred(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
_SIGNS = r"\s.,:;!?'\"`…·、。“”‘’«»‹›「」『』《》〈〉【】〔〕()\[\]{}‐‑‒–—―−~_/\\*|\u200b-\u200f\u2060\ufeff\u00ad\-"
_MARKS = deferred(f"[{_SIGNS}]+")
"""Punctuation and spaces; what stands in a figure (2.5, 10:30, -4) is kept."""
_MARKS_OUTSIDE_FIGURES = deferred(rf"[{_SIGNS}](?:(?<![.:/-])|(?![0-9])|(?<=[^0-9][.:/])|(?<=\A[.:/])|(?<=[A-Za-z]-))")
"""All but a point, colon or slash between digits, and a hyphen before a digit and behind anything but a letter."""
_MARKS_OF_ANY_WIDTH = deferred(f"[{_SIGNS}，．：；！？＂＇（）［］｛｝＿～／＼＊｜－]+")
"""``_MARKS`` with the wide forms of them: to leave these out is quicker than to make them narrow before."""
_RANGE = deferred(r"(?<=[0-9%])\s*[‐‑‒–—―−~～〜]\s*(?=[0-9])")
_RANGE_SIGN = deferred(r"[‐‑‒–—―−~～〜]\s*[0-9]")
"""What every range has: a quick look, and quicker for beginning with a set of characters."""
_OTHER_NUMBERS = deferred(
    r"[²³¹¼-¾\u09f4-\u19da\u2070-\u2089\u2150-\u218b\u2460-\u2793\u2cfd\u3192-\u32bf\ua830-\ua835\U00010000-\U0010ffff]"
)
"""All characters of the category of ``①`` and ``½`` stand among these."""
_DIGIT = deferred("[0-9%]")
_DIGIT_OF_ANY_WIDTH = deferred("[0-9%０-９％]")
_ASCII_MARKS = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f.,:;!?'\"`()[]{}~_/\\*|-"
"""Those of ``_MARKS`` that are ASCII: deleting them from bytes is many times as fast."""
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
    else:
        if _DIGIT_OF_ANY_WIDTH.search(text) is None:  # no sign can belong to a figure
            bare = "".join(_MARKS_OF_ANY_WIDTH.split(text))
            if unicodedata.is_normalized("NFKC", bare):
                return fold(bare.casefold())
        plain = _of_one_width(text)
    if _DIGIT.search(plain) is not None:
        if _RANGE_SIGN.search(plain) is not None:
            plain = _RANGE.sub("-", plain)
        plain = _GROUPED.sub("", plain)
        if _FIGURE_MARK.search(plain) is not None:
            return fold("".join(_MARKS_OUTSIDE_FIGURES.split(plain)).casefold())
    if plain.isascii():
        return plain.encode("ascii").translate(None, _ASCII_MARKS).lower().decode("ascii")
    return fold("".join(_MARKS.split(plain)).casefold())


def _of_one_width(text: str) -> str:
    if _OTHER_NUMBERS.search(text) is None:
        return unicodedata.normalize("NFKC", text)
    # ½ is one figure, and not 1⁄2
    return "".join(c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKC", c) for c in text)
