"""From reports to a verdict: what stops a change. Prints nothing and ends nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligncheck.config import Config
from aligncheck.model.report import Report, Status

CLEAN, FAILED, COULD_NOT_RUN = 0, 1, 2
"""Exit codes of the command line."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``failing`` findings reach the threshold; ``unread`` documents could not be checked at all."""

    failing: int
    unread: int

    def exit_code(self, *, exit_zero: bool = False) -> int:
        """2 where something could not be read, else 1 where findings fail (0 with ``exit_zero``), else 0."""
        if self.unread:
            return COULD_NOT_RUN
        return FAILED if self.failing and not exit_zero else CLEAN


def judge(reports: Iterable[Report], config: Config, unread: int = 0) -> Verdict:
    """Count the new findings at or above ``config.fail_on``."""
    threshold = config.fail_on
    failing = 0
    if threshold is not None:
        failing = sum(f.status is Status.NEW and f.severity.rank >= threshold.rank for r in reports for f in r.findings)
    return Verdict(failing, unread)
