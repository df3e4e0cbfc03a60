"""English words that announce a foreign word which is spoken of, not used. Knows no foreign word."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

MENTION = deferred(
    r"(?i)\b(?:chinese|mandarin|cantonese|japanese|kanji|hanzi|pinyin|characters?|words?|terms?|phrases?|idioms?"
    r"|called|calls?|named|names?|titled|entitled|known as|means?|meaning|means|literally|pronounced|pronunciation"
    r"|spelled|spelt|written|reads?|translated?|translation|surname|radical|sinograph|syllables?|stands for)\b"
)
"""A sentence with such a word may hold Chinese on purpose."""
