"""Punctuation, width and spacing of the target text (PUN)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule

RULES: tuple[Rule, ...] = ()
