"""What the user's glossary says of terms, and what a translation says (TRM001 to TRM009).

``uses`` finds terms on both sides of a pair, ``renderings`` what stands in a name's place, ``judge`` names the fault.
"""

from __future__ import annotations

from aligncheck.checks.terms import rules

RULES = rules.RULES

__all__ = ["RULES"]
