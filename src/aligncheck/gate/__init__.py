"""From reports to a verdict: what stops a change. Prints nothing and ends nothing."""

from __future__ import annotations

from collections.abc import Sequence

from aligncheck.config import Config
from aligncheck.model.report import Report, Severity, Status
from aligncheck.model.run import Verdict

IDLE = "SUP001"
"""The rule that speaks of directives which cover nothing."""
STALE = "SUP002"
"""The rule that speaks of entries of the baseline that nothing answers any more."""


def judge(reports: Sequence[Report], config: Config, unread: int = 0, lost: int = 0) -> Verdict:
    """What fails: new findings at or above ``fail_on``, more new warnings than allowed, a stale baseline if strict.

    ``unread`` documents could not be checked; ``lost`` entries of the baseline belong to documents that are gone.
    """
    new = [f for r in reports for f in r.findings if f.status is Status.NEW]
    reasons = []
    failing = 0
    if config.fail_on != "never":
        threshold = Severity(config.fail_on)
        failing = sum(f.severity.rank >= threshold.rank for f in new)
        if failing:
            above = "" if threshold is Severity.ERROR else f" of severity {threshold.value} or above"
            noun = "error" if threshold is Severity.ERROR else "finding"
            reasons.append(f"{_count(failing, f'new {noun}')}{above}")
    warnings = sum(f.severity is Severity.WARNING for f in new)
    if config.max_warnings is not None and warnings > config.max_warnings:
        reasons.append(f"{_count(warnings, 'new warning')}, {config.max_warnings} allowed")
    stale = lost + sum(f.code == STALE for f in new)
    if config.strict_baseline and stale:
        reasons.append(f"{_count(stale, 'stale entry', 'stale entries')} in the baseline")
    return Verdict(failing, unread, tuple(reasons))


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
