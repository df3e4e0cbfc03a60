"""The checks: one function each, a family of codes in a package or module of its own."""

from __future__ import annotations

from aligncheck.checks import (
    completeness,
    drift,
    leftovers,
    links,
    meaning,
    numbers,
    structure,
    suppressed,
    untranslated,
)
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule

MODULES = (completeness, drift, leftovers, links, meaning, numbers, structure, suppressed, untranslated)

RULES: tuple[Rule, ...] = tuple(sorted((rule for m in MODULES for rule in m.RULES), key=lambda rule: rule.code))
"""Every rule, by code."""

__all__ = ["RULES", "DocumentContext", "Evidence", "Example", "Hit", "PairContext", "Rule"]
