"""Signs that do not belong into English text, and English words that are never doubled. Judges no document."""

from __future__ import annotations

from aligncheck.lang.patterns import any_of, deferred
from aligncheck.lang.zh.sentences import HAN

HALF: dict[int, str] = {ord("。"): ".", ord("、"): ","}
"""What Unicode's compatibility forms leave as it is."""

FULL_IN_ENGLISH = deferred(
    rf"(?:[，。、：；？！（）](?<![{HAN}》」』”].)|[０-９Ａ-Ｚａ-ｚ]+(?<![{HAN}].))(?![{HAN}《「『“])"
)
"""Characters in Chinese width with no Chinese beside them."""

_ONCE = ("the", "an", "of", "and", "or", "from", "for", "we", "are", "were", "be", "with", "our", "their", "its")

DOUBLED_WORDS = deferred(rf"(?<![\w'’-])(?:{any_of((*_ONCE, *map(str.title, _ONCE)))}) (?:{any_of(_ONCE)})(?![\w'’-])")
"""Two words of grammar, of which an equal two are a slip (had had and that that may be right)."""

_SUBJECT = "(?:you|he|she|it|they|we|I|the|this|that|there|anyone|anybody)"
_HELPS = "(?:do|does|did|is|are|was|were|can|has|have)"
_ASKING = "(?:do|does|did|is|are|was|were|can|could|will|would|should|have|has)"

QUESTION = deferred(rf"(?i)[“\"'‘(]*(?:(?:why|how|what|where|when|who) {_ASKING}|{_HELPS} {_SUBJECT})\b")
"""How a direct question begins. (*Could you* and *why not* begin requests, *should you* and *had he* conditions.)"""
