"""How a translation says in Chinese from which state of which text it was made; simplified and traditional."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

PIN_LABELS = frozenset(
    """源提交 原文提交 原始提交 上游提交 同步提交 源版本 原文版本 英文版本 原文commit 源commit 英文commit 上游commit
    译自 譯自 翻译自 翻譯自 翻译版本 翻譯版本 对应提交 對應提交 对应原文 對應原文""".split()
)
"""What stands before a colon and a commit, without spaces, hyphens and underscores."""

ORIGINAL = deferred(
    "译自|譯自|翻译自|翻譯自|原文|源文|原始(?:文档|文檔|文件|页面|頁面|版本)|英文(?:原版|版本|版)|翻译(?:版本|基于)|翻譯(?:版本|基於)"
)
"""Words that say a link leads to what was translated."""

FROM_COMMIT = deferred("(?:译自|譯自|翻译自|翻譯自|翻译基于|翻譯基於|同步[自至到])[^。\n]{0,40}(?:提交|commit|版本)")
"""What stands in a sentence before the commit that was translated."""

PERHAPS_ORIGINAL = deferred("原始|上游|来源|來源|基于|基於")
"""Words that are also said of what a text merely cites."""
