"""One source rendered in several ways, several sources rendered alike (CON)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.consistency.inverse import different_sources
from aligncheck.checks.consistency.rules import same_source

RULES: tuple[Rule, ...] = (same_source, different_sources)
