"""The checks: one function each, listed here explicitly."""

from __future__ import annotations

from aligncheck.checks import completeness, dates, numbers, untranslated
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(completeness.RULES + numbers.RULES + dates.RULES + untranslated.RULES, key=lambda rule: rule.code)
)
"""Every rule, by code."""

__all__ = ["RULES", "DocumentContext", "Evidence", "Example", "Hit", "PairContext", "Rule"]
