"""Marks in English text that a translation keeps: where speech begins and ends. Knows no Chinese."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

QUOTE_OPENS = deferred(r"""“|(?<![\w.,!?…’'"])["‘'](?=[\w(¿.…—‘'“])""")
"""An opening quotation mark; straight and single ones are told from apostrophes and closing marks by their
neighbours."""

QUOTE_CLOSES = deferred(r"""”|(?<=[^\s(])"(?!\w)|(?<=[.,!?…—;:])['’](?!\w)""")
"""A closing quotation mark."""

QUOTES = frozenset("“”‘’\"'")
"""Every character that one of the two may begin with: a text without them has neither."""
