"""Puts the documents of a run together: what the rules on the whole run find, in the report of the document it is in.

Every document has been checked by itself (``engine.check``); what its directives cover, and what is said of idle ones,
is brought up to what is found here. Knows no files and no cache.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from msgspec import UNSET

from aligncheck.checks import RULES, Hit, Rule, RunContext, RunDocument
from aligncheck.checks._run import FORM
from aligncheck.checks.identity import Marks
from aligncheck.checks.suppressed import Written
from aligncheck.config import Config
from aligncheck.engine.records import spans_in
from aligncheck.lexicon import Lexicon
from aligncheck.model.extract import Extract
from aligncheck.model.report import Finding, PairRecord, Report, Severity, Status
from aligncheck.suppressions import Located, settle_more

_RULES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.scope == "run")
ON_RUN = frozenset(rule.code for rule in _RULES)
"""Codes of the rules on the whole run."""
_ON_DIRECTIVES = next(rule for rule in RULES if rule.scope == "suppressions")


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a run.

    Attributes:
        report, extract: what ``examine_file`` or ``examine_files`` made; findings of rules on the run that the report
            may have from before do not count.
        config: the settings for this document.
        identity: its path in fingerprints.
        edition: which translation it belongs to; documents of different editions are not compared.
    """

    report: Report
    extract: Extract
    config: Config
    identity: str
    edition: str = ""


def across(
    parts: Sequence[Part],
    lexicon: Lexicon,
    *,
    whole: bool = True,
    wanted: Collection[int] | None = None,
    known: Mapping[str, float] | None = None,
    figures: dict[str, float] | None = None,
) -> dict[int, Report]:
    """The reports of a run's documents with what all of them together show, by number.

    Args:
        parts: all documents; their order does not matter for what is found in each.
        whole: whether these are all documents of the project. Of a part of them, nobody can tell that a directive for
            rules on the run is idle.
        wanted: numbers of the documents whose reports are asked for; None means all.
        known: figures that an earlier call worked out.
        figures: takes those that this one uses.
    """
    hits: dict[int, list[tuple[Rule, Hit]]] = defaultdict(list)
    seen = [_seen(part) for part in parts] if any(p.extract.gathered for p in parts) else []
    for rule in _RULES if seen else ():
        numbers = [n for n, part in enumerate(parts) if part.config.enables(rule.code)]
        context = RunContext([seen[n] for n in numbers], lexicon, known or {}, {} if figures is None else figures)
        for hit in rule.check(context):
            hits[numbers[hit.document]].append((rule, hit))
    asked = range(len(parts)) if wanted is None else sorted(wanted)
    return {number: _completed(parts[number], hits.get(number, ()), whole=whole) for number in asked}


def _seen(part: Part) -> RunDocument:
    report = part.report
    worded = (f for f in report.findings if f.code not in ON_RUN and not f.code.startswith(FORM))
    document = report.document
    return RunDocument(
        document.path,
        part.identity,
        part.edition,
        (document.source.lang, document.target.lang),
        report.pairs,
        part.extract.gathered,
        frozenset(heading.pair for heading in report.stats.headings),
        frozenset(f.pair for f in worded if f.pair is not None and f.severity is not Severity.INFO),
    )


def _completed(part: Part, hits: Sequence[tuple[Rule, Hit]], *, whole: bool) -> Report:
    """A document's report with what was found in it, each finding at its place."""
    report, kept = part.report, part.extract.directives
    said = tuple(f for f in report.findings if f.code not in ON_RUN)
    if not hits and not kept:
        return report if len(said) == len(report.findings) else report.having(said)
    marks = Marks(part.identity)
    made = sorted((_finding(report, rule, hit, marks, part.config) for rule, hit in hits), key=_order)
    if kept:
        single = report.document.source.path == report.document.target.path
        settled = settle_more(kept, [_located(f, report.pairs) for f in made], part.config, single=single)
        made = [_covered(f, settled.covered.get(number)) for number, f in enumerate(made)]
        said = _said_of_directives(said, settled.directives, whole=whole)
    made = [f for f in made if f.confidence >= part.config.min_confidence]
    findings = tuple(sorted((*said, *made), key=_order)) if made else said
    return report if findings == report.findings else report.having(findings)


def _finding(report: Report, rule: Rule, hit: Hit, marks: Marks, config: Config) -> Finding:
    assert hit.pair is not None
    pair = report.pairs[hit.pair]
    fingerprint, *parts = marks.of(rule, hit, None)
    return Finding(
        rule.code,
        rule.name,
        config.severity_of(rule.code, hit.severity or rule.severity),
        round(hit.confidence, 3),
        hit.message,
        hit.pair,
        spans_in(pair.source, hit.source),
        spans_in(pair.target, hit.target),
        fingerprint,
        Status.NEW,
        parts=tuple(parts) or UNSET,
    )


def _order(finding: Finding) -> tuple[int, str, int, int]:
    """What findings are sorted by in a report, as ``engine.placed`` does."""
    left, right = finding.source_spans, finding.target_spans
    number = -1 if finding.pair is None else finding.pair
    return number, finding.code, left[0].start if left else -1, right[0].start if right else -1


def _located(finding: Finding, pairs: Sequence[PairRecord]) -> Located:
    pair = None if finding.pair is None else pairs[finding.pair]
    sides = (pair.source, pair.target) if pair else (None, None)
    places = [
        tuple(span.start for span in spans) or ((side.start,) if side else ())
        for spans, side in zip((finding.source_spans, finding.target_spans), sides, strict=True)
    ]
    return Located(finding.code, *places)


def _covered(finding: Finding, reason: str | None) -> Finding:
    if reason is None:
        return finding
    return msgspec.structs.replace(finding, status=Status.SUPPRESSED, reason=reason or UNSET)


def _said_of_directives(
    findings: Sequence[Finding], directives: Sequence[Written], *, whole: bool
) -> tuple[Finding, ...]:
    """The findings, those on directives as they are now: fewer directives are idle than by the document alone."""
    by_place = {(one.in_target, one.span.start): one for one in directives}
    kept = []
    for finding in findings:
        if finding.code == _ON_DIRECTIVES.code:
            spans = finding.target_spans or finding.source_spans
            one = by_place.get((bool(finding.target_spans), spans[0].start))
            messages = [] if one is None else [hit.message for hit in _ON_DIRECTIVES.check([_judged(one, whole)])]
            if one is not None and not messages:
                continue
            finding = msgspec.structs.replace(finding, message=messages[0]) if messages else finding
        kept.append(finding)
    return tuple(kept)


def _judged(one: Written, whole: bool) -> Written:
    """Without codes of rules on the run where only a part of the project is seen."""
    if whole:
        return one
    return replace(one, unused=tuple(code for code in one.unused if not _on_run_alone(code)))


def _on_run_alone(prefix: str) -> bool:
    return all(rule.code in ON_RUN for rule in RULES if rule.code.startswith(prefix))
