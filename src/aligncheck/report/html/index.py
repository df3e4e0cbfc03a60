"""What the overview shows, worked out from the reports: a matrix of documents and rules; writes no markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aligncheck.model.report import Report, Severity, Status
from aligncheck.report.conventions import SEVERITIES


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: its new findings by rule and severity, and how many are known already."""

    report: Report
    href: str | None
    rules: Counter[str]
    severities: Counter[Severity]
    known: int

    @property
    def order(self) -> tuple[int | float | str, ...]:
        """Worst first: errors, then warnings, then hints, then least aligned, then by name."""
        return (*(-self.severities[s] for s in SEVERITIES), self.report.stats.aligned, self.report.document.path)


@dataclass(frozen=True, slots=True)
class RuleColumn:
    """A rule that found something new somewhere."""

    code: str
    name: str
    shape: str
    count: int
    documents: int


@dataclass(slots=True)
class Index:
    """The matrix with its totals; ``most`` is the largest count in it."""

    rows: list[DocumentRow] = field(default_factory=list)
    columns: list[RuleColumn] = field(default_factory=list)
    severities: Counter[Severity] = field(default_factory=Counter)
    known: int = 0
    pairs: int = 0
    most: int = 0


def index_of(reports: Sequence[Report], hrefs: Sequence[str | None]) -> Index:
    """Rows worst first, columns in order of code. ``hrefs`` answer to ``reports`` one by one."""
    rows = [_row(report, href) for report, href in zip(reports, hrefs, strict=True)]
    rows.sort(key=lambda row: row.order)
    return Index(
        rows=rows,
        columns=_columns(reports),
        severities=sum((row.severities for row in rows), Counter[Severity]()),
        known=sum(row.known for row in rows),
        pairs=sum(row.report.stats.pairs for row in rows),
        most=max((n for row in rows for n in row.rules.values()), default=0),
    )


def _row(report: Report, href: str | None) -> DocumentRow:
    fresh = [f for f in report.findings if f.status is Status.NEW]
    return DocumentRow(
        report=report,
        href=href,
        rules=Counter(f.code for f in fresh),
        severities=Counter(f.severity for f in fresh),
        known=len(report.findings) - len(fresh),
    )


def _columns(reports: Sequence[Report]) -> list[RuleColumn]:
    names: dict[str, str] = {}
    worst: dict[str, Severity] = {}
    counts: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for report in reports:
        fresh = [f for f in report.findings if f.status is Status.NEW]
        counts.update(f.code for f in fresh)
        documents.update({f.code for f in fresh})
        for f in fresh:
            names[f.code] = f.name
            worst[f.code] = max(worst.get(f.code, f.severity), f.severity, key=lambda s: s.rank)
    return [RuleColumn(c, names[c], worst[c].value[0], counts[c], documents[c]) for c in sorted(counts)]
