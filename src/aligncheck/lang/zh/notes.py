"""How Chinese texts mark a note of the translator or editor; nothing of what it says."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

NOTE = deferred(r"[\s（(【\[〔*_]*(?:(?:译|譯|校)(?:者|对|對)?|编者?|編者?|翻译|翻譯)(?:注|註|按|后记|後記)")
"""``译注``, ``（译者注：…``, ``校对注``, ``编者按`` at the beginning of a sentence."""
