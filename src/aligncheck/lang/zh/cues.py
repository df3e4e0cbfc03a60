"""Marks in Chinese text that a translation keeps: where speech begins and ends. Knows no English."""

from __future__ import annotations

import re

QUOTE_OPENS = re.compile(r"""[“「『]|(?<![^\s，。：；！？、—…])["'](?=\S)""")
"""An opening quotation mark."""

QUOTE_CLOSES = re.compile(r"""[”」』]|(?<=[^\s：])["'](?!\w)""")
"""A closing quotation mark."""

QUOTES = frozenset("“”「」『』\"'")
"""Every character that one of the two may begin with: a text without them has neither."""
