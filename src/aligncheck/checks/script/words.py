"""The dictionary of conversions, read when a document first needs it, and kept. Judges nothing."""

from __future__ import annotations

from functools import cache

from aligncheck.lang.zh.script_words import Headword, Words
from aligncheck.lexicon.source import data_bytes, headwords


@cache
def words() -> Words:
    """Words of OpenCC and CC-CEDICT as installed; half a second, once in a process."""
    return Words(Headword(*entry) for entry in headwords(data_bytes()))
