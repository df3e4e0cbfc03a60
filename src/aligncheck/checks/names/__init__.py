"""People, places and organisations: named in two ways, left out, confused (TRM010 and after)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.names import alike, latin, missing, pinyin, variants

RULES: tuple[Rule, ...] = (*variants.RULES, *alike.RULES, *missing.RULES, *pinyin.RULES, *latin.RULES)
