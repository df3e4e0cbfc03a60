"""Words that turn a statement round: negation, duty, bounds, opposites (MNG).

``rules`` says what the modules beside it find.
"""

from __future__ import annotations

from aligncheck.checks.meaning.rules import RULES

__all__ = ["RULES"]
