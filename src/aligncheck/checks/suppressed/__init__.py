"""SUP: what was accepted and no longer should be: directives without effect, baseline entries without a finding."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.suppressed.rules import Written, stale_baseline_entry, unused_suppression

RULES: tuple[Rule, ...] = (unused_suppression, stale_baseline_entry)

__all__ = ["RULES", "Written"]
