"""One source rendered in several ways, several sources rendered alike (CON)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.consistency.inverse import different_sources
from aligncheck.checks.consistency.rules import same_source
from aligncheck.checks.consistency.terms import term_rendered_differently

RULES: tuple[Rule, ...] = (same_source, different_sources, term_rendered_differently)
