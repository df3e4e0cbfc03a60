"""Reports whose findings have fixes, made without reader, aligner or checks."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET
from msgspec.structs import replace
from report_builder import Fault, Line, build

from aligncheck.model.report import EvidenceSpan, Fix, Report, Severity

PLACES = Fault("SCR001", "wrong-conversion", Severity.INFO, "后 stands in 3 places for 後.")
ON_PAIR = Fault("TRM001", "term", Severity.WARNING, "智能体 is 代理 here.", (), (("代理", None),))
LINES = [
    Line("After rain.", "雨后。"),
    Line("Behind <it>.", "其后<b>后</b>。"),
    Line("An agent.", "一个代理。", (ON_PAIR,)),
]


@dataclass(frozen=True)
class Wanted:
    """A change that is wanted: of which words in which pair."""

    pair: int
    old: str
    new: str
    nth: int = 0
    safe: bool = True
    group: int | None = None


def with_fixes(report: Report, number: int, wanted: list[Wanted]) -> Report:
    """The report, one of its findings with fixes and evidence at these places."""
    fixes = []
    for one in wanted:
        side = report.pairs[one.pair].target
        assert side is not None
        at = -1
        for _ in range(one.nth + 1):
            at = side.text.index(one.old, at + 1)
        start, group = side.start + at, UNSET if one.group is None else one.group
        fixes.append(Fix(start, start + len(one.old), side.line, at + 1, one.old, one.new, one.safe, group))
    finding = report.findings[number]
    spans = tuple(EvidenceSpan(f.start, f.end, f.line, f.column, f.text) for f in fixes)
    mended = replace(finding, fixes=tuple(fixes), target_spans=finding.target_spans or spans)
    return replace(report, findings=tuple(mended if f is finding else f for f in report.findings))


def sample() -> Report:
    report = build("a.md", LINES, on_document=(PLACES,))
    report = with_fixes(report, 0, [Wanted(0, "后", "後"), Wanted(1, "后", "後"), Wanted(1, "后", "後", 1)])
    return with_fixes(report, 1, [Wanted(2, "代理", "智能体", safe=False)])
