"""The checks: one function each, a family of codes in a package or module of its own."""

from __future__ import annotations

from aligncheck.checks import (
    completeness,
    consistency,
    drift,
    leftovers,
    links,
    meaning,
    names,
    numbers,
    punctuation,
    script,
    structure,
    suppressed,
    terms,
    untranslated,
)
from aligncheck.checks._rule import Change, DocumentContext, Evidence, Example, Hit, PairContext, Rule
from aligncheck.checks._run import RunContext, RunDocument

MODULES = (
    completeness,
    consistency,
    drift,
    leftovers,
    links,
    meaning,
    names,
    numbers,
    punctuation,
    script,
    structure,
    suppressed,
    terms,
    untranslated,
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for m in MODULES for rule in m.RULES), key=lambda rule: rule.code))
"""Every rule, by code."""

__all__ = [
    "RULES",
    "Change",
    "DocumentContext",
    "Evidence",
    "Example",
    "Hit",
    "PairContext",
    "Rule",
    "RunContext",
    "RunDocument",
]
