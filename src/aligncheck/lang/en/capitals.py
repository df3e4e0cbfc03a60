"""Capitalised words in running English that may be names. Knows no Chinese and no document."""

from __future__ import annotations

from aligncheck.lang.en.lexis import MONTHS
from aligncheck.lang.patterns import deferred

NAME = deferred(r"(?<![A-Za-zÀ-ɏ'’.@#&-])[A-ZÀ-Þ][a-zß-ɏ]+(?:[A-Z][a-z]+)?(?![A-Za-zÀ-ɏ@&])(?!\.[A-Za-z])")
"""A word with a capital, Mc and De before another one among them; not inside of acronyms, addresses and handles."""

BEFORE = deferred(r"(?<![^\s(“‘\"'—-])([A-ZÀ-Þ][a-zß-ɏ]+|[A-Z]\.)(?: [A-Z]\.)? \Z")
"""The capitalised word before a name, where the text is cut off at the name."""
BEHIND = deferred(r" (?:[A-Z]\. |(?:von|van|de|der|bin|al|la) )*([A-ZÀ-Þ][a-zß-ɏ]+)")
"""The capitalised word behind a name."""

SHORTEST = 4
"""Letters of the shortest name that is looked at: chance suits the sounds of shorter ones too easily."""

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
NO_NAMES = frozenset(
    f"{_DAYS} {' '.join(month.capitalize() for month in MONTHS)} Sept Internet Christmas Easter God Lord Bible".split()
)
"""Words that have their capital by rule and name nobody."""

PEOPLES = ("ese", "ian", "ish", "ans", "ean", "ites", "ite", "ists", "ist", "ism")
"""Endings of words for peoples, languages and teachings, which Chinese derives from a place's name or not."""
DERIVED = ("s", "es", "n", "an", "ian", "ese", "ish", "ic", "y", "ns", "ans", "i")
"""Endings by which a word differs from a name that it is derived from."""

CHINESE_PERSON = deferred(
    r"(?<![A-Za-z'’.-])(?<![A-Z][a-z] )([A-Z][a-z]+) ([A-Z][a-z]+(?:-[A-Za-z][a-z]+|['’][aeo][a-z]*)?)(?![A-Za-z-])"
)
"""Two capitalised words that may be a Chinese person's surname and given name, or the reverse."""
