"""Simplified in Traditional text and the reverse, wrong conversions, words of the other standard (SCR)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule

RULES: tuple[Rule, ...] = ()
