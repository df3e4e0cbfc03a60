"""From reports to a verdict: what stops a change. Prints nothing and ends nothing."""

from __future__ import annotations

from collections.abc import Sequence

from aligncheck.config import Config
from aligncheck.model.report import Report, Status
from aligncheck.model.run import Verdict


def judge(reports: Sequence[Report], config: Config, unread: int = 0) -> Verdict:
    """Count the new findings at or above ``config.fail_on``."""
    threshold = config.fail_on
    failing = 0
    if threshold is not None:
        failing = sum(f.status is Status.NEW and f.severity.rank >= threshold.rank for r in reports for f in r.findings)
    reasons = (
        (f"{failing} new finding{'s' if failing != 1 else ''} of severity {threshold} or above",) if failing else ()
    )
    return Verdict(failing, unread, reasons)
