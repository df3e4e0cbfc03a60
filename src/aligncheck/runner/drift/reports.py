"""Reports that hold nothing but drift, for writers that know only reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aligncheck import __version__
from aligncheck.config import Config
from aligncheck.gate.drifting import LONE, lone_finding, lone_severity
from aligncheck.model.drift import Lone
from aligncheck.model.report import (
    SCHEMA_VERSION,
    DocumentInfo,
    Finding,
    PairRecord,
    Report,
    SourceInfo,
    Stats,
    TargetInfo,
    ToolInfo,
)
from aligncheck.model.run import RuleInfo


def drift_report(
    paths: tuple[str, str], layout: str, pairs: Sequence[PairRecord], findings: Sequence[Finding], config: Config
) -> Report:
    """The report on a document with these source and target paths; its pairs are those that findings speak of."""
    source, target = paths
    sides = sum(p.source is not None for p in pairs), sum(p.target is not None for p in pairs)
    both = sum(p.source is not None and p.target is not None for p in pairs)
    counts = dict(sorted(Counter(f.code for f in findings).items()))
    return Report(
        SCHEMA_VERSION,
        ToolInfo("aligncheck", __version__),
        config.digest,
        DocumentInfo(target, SourceInfo(source, config.source), TargetInfo(target, config.target, None), layout),
        tuple(pairs),
        tuple(findings),
        Stats(len(pairs), both, *sides, 1.0, counts, (), (), ()),
    )


def lone_report(lone: Lone, rules: Sequence[RuleInfo], config: Config, identity: str) -> Report:
    """The report on a file without counterpart; ``identity`` stands for it, ``config`` is that of its path."""
    rule = next(rule for rule in rules if rule.code == LONE)
    severity = config.severity_of(LONE, lone_severity(lone, rule.severity))
    findings = [lone_finding(lone, rule, severity, identity)] if config.enables(LONE) else []
    return drift_report((lone.path, lone.path), "one-language", (), findings, config)
