"""Directives in an original that has several translations: one that is idle for one of them may serve another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aligncheck.model.report import Finding, Report

CODE = "SUP001"


def without_those_used_elsewhere(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports less what they say of a directive in their original that another report has nothing to say of.

    Each document is checked by itself, so a directive in ``guide.md`` for ``guide.zh-TW.md`` covers nothing in the
    check of ``guide.zh-CN.md``. Reports of translations with an original of their own come back as they are.
    """
    translations = Counter(report.document.source.path for report in reports)
    said = Counter(mark for report in reports for mark in {_mark(report, f) for f in report.findings})

    def holds(report: Report, finding: Finding) -> bool:
        mark = _mark(report, finding)
        return mark is None or said[mark] == translations[report.document.source.path]

    left = [(report, [f for f in report.findings if holds(report, f)]) for report in reports]
    return tuple(report if len(kept) == len(report.findings) else report.having(kept) for report, kept in left)


def _mark(report: Report, finding: Finding) -> tuple[str, int] | None:
    """The directive of the original that a finding speaks of: its file and place."""
    if finding.code != CODE or not finding.source_spans:
        return None
    return report.document.source.path, finding.source_spans[0].start
