"""One source rendered in several ways, several sources rendered alike (CON)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule

RULES: tuple[Rule, ...] = ()
