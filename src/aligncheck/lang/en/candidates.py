"""Finds where in an English sentence a value may begin: figures and the words of number, date, unit and currency."""

from __future__ import annotations

from aligncheck.lang.digits import VULGAR
from aligncheck.lang.en.dates import DECADE_WORDS, MONTHS, WEEKDAYS
from aligncheck.lang.en.eras import ERAS
from aligncheck.lang.en.numbers import WORDS
from aligncheck.lang.en.relative import RELATIVE
from aligncheck.lang.en.terms import TERMS
from aligncheck.lang.en.vague import VAGUE
from aligncheck.lang.en.words import LEXICAL
from aligncheck.lang.patterns import deferred

NUMBER_WORDS: frozenset[str] = frozenset({*WORDS, *MONTHS, *WEEKDAYS, *LEXICAL, *DECADE_WORDS})
"""Words that a number, date or time in words may begin with."""

_ROMAN_ONES = ["", *"i ii iii iv v vi vii viii ix".split()]
ROMANS: frozenset[str] = frozenset(tens + ones for tens in ("", "x", "xx", "xxx") for ones in _ROMAN_ONES) - {""}
_BEFORE_I = frozenset("war chapter volume phase type part act".split())
_BEGINNINGS = (NUMBER_WORDS | ROMANS | RELATIVE | TERMS | VAGUE | ERAS | _BEFORE_I) - {"i"}
_FIGURE = deferred(f"[0-9{''.join(VULGAR)}ⅰ-ⅻ]+")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_LETTER = deferred("(?:^|[^a-z])([hqvx])(?![a-z])")
_ONE = deferred(r" i(?![a-z'’])")
"""A roman one is looked for after a few words alone; any other I is the pronoun."""

_DIGITS = deferred("[0-9]+")
"""As _FIGURE for plain text, and faster."""

_FOLDED = bytes(
    48 if 48 <= code < 58 else code | 32 if 97 <= code | 32 < 123 and code < 123 else 32 for code in range(256)
)
"""Letters to small ones, figures to 0, all else to a blank: what most sentences need to be told to hold no value."""

_BYTES = frozenset(word.encode() for word in _BEGINNINGS)


def bare(text: str) -> bool:
    """Whether a text surely holds no value: neither a figure nor a word that one may begin with."""
    folded = text.encode("utf-8", "replace").translate(_FOLDED)
    if b"0" in folded or not _BYTES.isdisjoint(folded.split()):
        return False
    return text.isascii() or _FIGURE.search(text.lower()) is None


def candidates(low: str) -> list[tuple[int, str]]:
    """Where a value may begin in lower-cased text, in order, each with the word or the figures that are there."""
    folded = low.encode("utf-8", "replace").translate(_FOLDED)
    has_figures = b"0" in folded
    if has_figures:
        folded = folded.replace(b"0", b" ")
    words = [word.decode() for word in _BYTES.intersection(folded.split())]
    figures = _DIGITS if low.isascii() else _FIGURE
    if has_figures or figures is _FIGURE:
        found = [(match.start(), match.group()) for match in figures.finditer(low)]
    elif words:
        found = []
    else:
        return []
    letters = False
    for word in words:
        size = len(word)
        if size == 1:
            letters = True
            continue
        at = low.find(word)
        while at >= 0:
            if word in _BEFORE_I:
                if _ONE.match(low, at + size) is not None:
                    found.append((at + size + 1, "i"))
            elif (not at or low[at - 1] not in _LETTERS) and low[at + size : at + size + 1] not in _LETTERS:
                found.append((at, word))
            at = low.find(word, at + size)
    if letters:
        found += [(match.start(1), match.group(1)) for match in _LETTER.finditer(low)]
    if words:
        found.sort()
    return found
