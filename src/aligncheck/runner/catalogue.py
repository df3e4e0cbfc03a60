"""All rules as outputs describe them."""

from __future__ import annotations

from aligncheck.model.run import RuleInfo


def rules() -> tuple[RuleInfo, ...]:
    """Every rule, by code."""
    from aligncheck.checks import RULES

    return tuple(RuleInfo(r.code, r.name, r.severity, r.since, "", r.page) for r in RULES)
