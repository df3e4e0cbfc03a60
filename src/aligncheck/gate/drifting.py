"""From documents that have drifted to a verdict: what is excused, what stops a change. Knows no clock and no git."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from aligncheck.config import Config, Drift
from aligncheck.model.drift import DocumentDrift, Lone
from aligncheck.model.report import Finding, Report, Severity
from aligncheck.model.report import Status as FindingStatus
from aligncheck.model.run import RuleInfo, Verdict

LONE = "DRF006"
"""The rule that speaks of files without counterpart."""

Mode = Literal["advise", "strict", "release"]
"""``advise``: a change of the original alone never fails. ``strict``: what is behind and not excused fails.
``release``: nothing is excused, and documents that nobody accepted fail as well."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How documents that are behind are judged on a day."""

    mode: Mode
    settings: Drift
    today: date

    def excuse(self, document: DocumentDrift) -> str:
        """Why a stale document does not count yet, ``""`` where it does. Where no day is known, days excuse nothing."""
        if document.state != "stale" or self.mode == "release":
            return ""
        allowed = self.settings.grace_changes
        if allowed is not None and document.material <= allowed:
            return f"{document.material} of {allowed} changes that may be open"
        if self.settings.grace_days is not None and document.since is not None:
            end = date.fromisoformat(document.since) + timedelta(days=self.settings.grace_days)
            if self.today <= end:
                return f"behind since {document.since}, may be until {end.isoformat()}"
        return ""

    def judge(
        self, documents: Sequence[DocumentDrift], reports: Sequence[Report], config: Config, unread: int
    ) -> Verdict:
        """What fails: findings that are errors by the settings, and in strict mode what is behind."""
        failing = [d for d in documents if self._fails(d)]
        reasons = []
        errors = sum(f.severity is Severity.ERROR for r in reports for f in r.findings)
        if config.fail_on != "never":
            if errors:
                reasons.append(f"{errors} {'error' if errors == 1 else 'errors'}")
            for state, what in _SAID.items():
                number = sum(d.state == state for d in failing)
                if number:
                    reasons.append(f"{number} {'document' if number == 1 else 'documents'} {what}")
        return Verdict(errors + len(failing) if reasons else 0, unread, tuple(reasons))

    def _fails(self, document: DocumentDrift) -> bool:
        if self.mode == "advise" or document.excused:
            return False
        return document.state in (
            ("stale", "orphaned", "unlocked") if self.mode == "release" else ("stale", "orphaned")
        )


def lone_finding(lone: Lone, rule: RuleInfo, severity: Severity, identity: str) -> Finding:
    """What DRF006 (``rule``, of this ``severity``) says of a file without counterpart; ``identity`` stands for it."""
    file = f": {lone.expected} is missing" if lone.expected else ""
    if lone.missing == "source":
        message = f"This translation has no original{' any more' if lone.was_paired else ''}{file}."
    else:
        known = "was translated, and is not any more" if lone.was_paired else "has no translation"
        message = f"This document {known}{file}."
    digest = hashlib.sha256("\x1f".join((LONE, identity, lone.missing)).encode("utf-8", "replace")).hexdigest()[:16]
    return Finding(LONE, rule.name, severity, 1.0, message, None, (), (), digest, FindingStatus.NEW)


def lone_severity(lone: Lone, declared: Severity) -> Severity:
    """A pair that was accepted and came apart is as grave as DRF006 declares; what never was one is a hint."""
    return declared if lone.was_paired else Severity.INFO


_SAID = {
    "stale": "behind the original",
    "orphaned": "without original",
    "unlocked": "that nobody accepted",
}
