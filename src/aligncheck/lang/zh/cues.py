"""Marks in Chinese text that a translation keeps: where speech begins and ends. Knows no English."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

QUOTE_OPENS = deferred(r"""[“「『]|(?<![^\s，。：；！？、—…])["'](?=\S)""")
"""An opening quotation mark."""

QUOTE_CLOSES = deferred(r"""[”」』]|(?<=[^\s：])["'](?!\w)""")
"""A closing quotation mark."""

QUOTES = frozenset("“”「」『』\"'")
"""Every character that one of the two may begin with: a text without them has neither."""
