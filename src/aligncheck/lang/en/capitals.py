"""Capitalised words in running English that may be names. Knows no Chinese and no document."""

from __future__ import annotations

import re

from aligncheck.lang.en.lexis import MONTHS
from aligncheck.lang.patterns import deferred

CAPITALS = frozenset(map(chr, (*range(0x41, 0x5B), *range(0xC0, 0xDF))))
SMALL_LETTERS = frozenset(map(chr, (*range(0x61, 0x7B), *range(0xDF, 0x250))))
LETTERS = CAPITALS | SMALL_LETTERS
JOINED_BEFORE, JOINED_BEHIND = frozenset("'’.@#&-_/"), frozenset("@&_/")
"""Characters before and behind a capitalised word that make it a part of something else: a handle, an address."""

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

PEOPLES = ("ese", "ian", "ish", "ans", "ean", "ites", "ite", "ists", "ist", "ism", "man", "men", "ch")
"""Endings of words for peoples, languages and teachings, which Chinese derives from a place's name or not."""
DERIVED = ("s", "es", "n", "an", "ian", "ese", "ish", "ic", "y", "ns", "ans", "i")
"""Endings by which a word differs from a name that it is derived from."""
SHORTENED = ("er", "ie", "ey", "o", "a", "e", "ry", "el")
"""Endings by which a name differs from its short form: Walter, Walt."""

_GIVEN = r"([A-Z][a-z]+(?:-[A-Za-z][a-z]+|['’][aeo][a-z]*)?)"
GIVEN_BEHIND = deferred(rf" {_GIVEN}(?![A-Za-z-])")
GIVEN_BEFORE = deferred(rf"(?<![A-Za-z'’.-]){_GIVEN} \Z")
"""A word behind and before a surname that may be a Chinese person's given name."""
THIRD_PERSON = deferred(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|theirs?|(?:him|her|it)self|themselves|who(?:m|se)?|both|one|ones"
    r"|each|another|this|that|these|those|former|latter)\b",
    re.I,
)
"""Words that point at somebody or something named before."""

THREE_NAMES = deferred(
    r"([A-ZÀ-Þ](?<![A-Za-z'’.-].)(?<!, .)[a-zß-ɏ]{2,}), ([A-ZÀ-Þ][a-zß-ɏ]{2,}),?"
    r" and ([A-ZÀ-Þ][a-zß-ɏ]{2,})(?![A-Za-z'’-]| [A-Z])"
)
"""A row of three names of one word each."""
