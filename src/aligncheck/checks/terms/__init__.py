"""What the user's glossary says of terms, and what a translation says (TRM001 to TRM009)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule

RULES: tuple[Rule, ...] = ()
