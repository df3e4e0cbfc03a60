"""Tags that name English or Chinese in paths, addresses and settings: en, en-GB, zh_CN, zh-Hant, cn. Knows no language.

Patterns for lower-case text, without groups; whoever uses one says what may stand around it.
"""

from __future__ import annotations

ENGLISH_TAG = r"en(?:[-_](?:us|gb|au|ca))?"
CHINESE_TAG = r"zh(?:[-_](?:hans|hant))?(?:[-_](?:cn|tw|hk|mo|sg))?"
"""The languages by their ISO codes, with script and region."""

ENGLISH = rf"{ENGLISH_TAG}|eng|english"
CHINESE = rf"{CHINESE_TAG}|cn|chs|cht|chinese"
"""The same with other names they go by. As alternatives, the longest is not always the first."""
