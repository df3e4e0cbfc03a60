"""What the overview shows, worked out from the reports: a matrix of documents and rules; writes no markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.model.report import Finding, Report, Severity, Status
from aligncheck.report.conventions import SEVERITIES

RuleAddress = Callable[[Finding], str | None]
"""The address of the page on a finding's rule; None where there is none."""

SHARES = (1.0, 0.95, 0.8, 0.5, 0.0)
"""Least shares of text aligned by which documents are counted together: all of it, nearly all …"""


class Amount(NamedTuple):
    """Findings that are new, and those that the baseline or a suppression covers."""

    new: int = 0
    known: int = 0

    def __add__(self, other: object) -> Amount:
        if not isinstance(other, Amount):
            return NotImplemented
        return Amount(self.new + other.new, self.known + other.known)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that are told together; ``shape`` is the class of the worst new one, or of the worst known."""

    amount: Amount
    shape: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document and its findings by rule and by severity."""

    report: Report
    href: str | None
    rules: dict[str, Group]
    severities: dict[Severity, Amount]

    @property
    def order(self) -> tuple[int | float | str, ...]:
        """Worst first: new errors, then warnings, then hints, then least aligned, then by name."""
        return (*(-self.severities[s].new for s in SEVERITIES), self.report.stats.aligned, self.report.document.path)


@dataclass(frozen=True, slots=True)
class RuleColumn:
    """A rule that found something, in how many documents, and where its page is."""

    code: str
    name: str
    found: Group
    documents: int
    href: str | None


@dataclass(slots=True)
class Index:
    """The matrix with its totals.

    Attributes:
        rows: documents, worst first.
        columns: rules, those with most new findings first.
        severities, statuses: findings of all documents.
        pairs: of all documents.
        aligned: share of the text in two-sided pairs, documents weighed by their sentences; None without any.
        shares: how many documents have at least the share of text aligned at this place of ``SHARES``.
        most: the largest number of new findings of a rule in a document.
    """

    rows: list[DocumentRow] = field(default_factory=list)
    columns: list[RuleColumn] = field(default_factory=list)
    severities: dict[Severity, Amount] = field(default_factory=dict)
    statuses: Counter[Status] = field(default_factory=Counter)
    pairs: int = 0
    aligned: float | None = None
    shares: tuple[int, ...] = ()
    most: int = 0

    @property
    def known(self) -> int:
        """Findings that the baseline or a suppression covers."""
        return sum(amount.known for amount in self.severities.values())

    @property
    def new(self) -> dict[Severity, int]:
        """New findings by severity."""
        return {severity: amount.new for severity, amount in self.severities.items()}

    @property
    def covered(self) -> dict[Status, int]:
        """Known findings by what covers them."""
        return {status: self.statuses[status] for status in (Status.BASELINED, Status.SUPPRESSED)}


def index_of(
    reports: Sequence[Report], hrefs: Sequence[str | None], rule_address: RuleAddress = lambda _: None
) -> Index:
    """The overview of some reports; ``hrefs`` answer to them one by one."""
    rows = [_row(report, href) for report, href in zip(reports, hrefs, strict=True)]
    rows.sort(key=lambda row: row.order)
    return Index(
        rows=rows,
        columns=_columns(rows, rule_address),
        severities={s: sum((row.severities[s] for row in rows), Amount()) for s in SEVERITIES},
        statuses=Counter(f.status for report in reports for f in report.findings),
        pairs=sum(report.stats.pairs for report in reports),
        aligned=_aligned(reports),
        shares=_shares(reports),
        most=max((group.amount.new for row in rows for group in row.rules.values()), default=0),
    )


def _row(report: Report, href: str | None) -> DocumentRow:
    by_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_rule.setdefault(finding.code, []).append(finding)
    return DocumentRow(
        report=report,
        href=href,
        rules={code: _group(found) for code, found in by_rule.items()},
        severities={s: _amount(f for f in report.findings if f.severity is s) for s in SEVERITIES},
    )


def _amount(findings: Iterable[Finding]) -> Amount:
    counted = Counter(f.status is Status.NEW for f in findings)
    return Amount(counted[True], counted[False])


def _group(findings: Sequence[Finding]) -> Group:
    worst = max(findings, key=lambda f: (f.status is Status.NEW, f.severity.rank))
    return Group(_amount(findings), worst.severity.value[0])


def _columns(rows: Sequence[DocumentRow], rule_address: RuleAddress) -> list[RuleColumn]:
    found: dict[str, list[Group]] = {}
    samples: dict[str, Finding] = {}
    for row in rows:
        for code, group in row.rules.items():
            found.setdefault(code, []).append(group)
        for finding in row.report.findings:
            samples.setdefault(finding.code, finding)
    columns = []
    for code, groups in found.items():
        shape = min(groups, key=lambda g: (not g.amount.new, "ewi".index(g.shape))).shape
        whole = Group(sum((group.amount for group in groups), Amount()), shape)
        columns.append(RuleColumn(code, samples[code].name, whole, len(groups), rule_address(samples[code])))
    return sorted(columns, key=lambda c: (-c.found.amount.new, -c.found.amount.known, c.code))


def _aligned(reports: Sequence[Report]) -> float | None:
    weights = [report.stats.source_sentences + report.stats.target_sentences for report in reports]
    if not sum(weights):
        return None
    return sum(w * report.stats.aligned for w, report in zip(weights, reports, strict=True)) / sum(weights)


def _shares(reports: Sequence[Report]) -> tuple[int, ...]:
    counted = Counter(next((s for s in SHARES if r.stats.aligned >= s), SHARES[-1]) for r in reports)
    return tuple(counted[share] for share in SHARES)
