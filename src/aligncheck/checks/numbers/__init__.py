"""Values that differ: numbers (NUM) and dates (DAT).

Both share one judgement of a pair: ``match`` puts equal values together, ``couple`` what is left over, ``order`` finds
values that changed places, ``judge`` names the fault, ``sure`` says on what grounds, ``say`` words it.
"""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.numbers import dates, rules

RULES: tuple[Rule, ...] = (*dates.RULES, *rules.RULES)
