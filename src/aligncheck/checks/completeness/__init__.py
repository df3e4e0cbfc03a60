"""What only one side has: sentences (OMI001–OMI003), clauses of a pair (OMI004, OMI005), items of a list (OMI006).

``gaps`` finds lone sentences and ``say`` words them; ``odds`` and ``clause_model`` tell how likely a clause is missing.
"""

from __future__ import annotations

from aligncheck.checks.completeness import clauses, items, sentences

RULES = (*sentences.RULES, *clauses.RULES, *items.RULES)

__all__ = ["RULES"]
