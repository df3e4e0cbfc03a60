"""Signs that do not belong into English text, and English words that are never doubled. Judges no document."""

from __future__ import annotations

from aligncheck.lang.patterns import any_of, deferred
from aligncheck.lang.zh.sentences import HAN

HALF: dict[int, str] = {ord("。"): ".", ord("、"): ","}
"""What Unicode's compatibility forms leave as it is."""

FULL_IN_ENGLISH = deferred(rf"(?<![{HAN}》」』”])[，。、：；？！（）０-９Ａ-Ｚａ-ｚ](?![{HAN}《「『“])")
"""Characters in Chinese width with no Chinese beside them."""

_ONCE = ("the", "an", "of", "and", "or", "from", "for", "we", "are", "were", "be", "with", "our", "their", "its")

DOUBLED_WORDS = deferred(rf"(?<![\w'’-])(?:{any_of((*_ONCE, *map(str.title, _ONCE)))}) (?:{any_of(_ONCE)})(?![\w'’-])")
"""Two words of grammar, of which an equal two are a slip (had had and that that may be right)."""

ASKS_NOT = deferred(r"(?i)\b(?:whether|wonder\w*|ask(?:s|ed|ing)?|tell|please|question|why|how|what|who|where|if)\b")
"""What renders a question without a question mark."""
