"""A whole run: documents found, checked, and compared with what is known. Prints nothing and ends nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.errors import InputError
from aligncheck.gate import IDLE, STALE, judge
from aligncheck.gate.baseline import Entry, mark, stale_finding
from aligncheck.model.report import Finding
from aligncheck.model.run import RuleInfo, Run
from aligncheck.runner.across import put_together
from aligncheck.runner.baselines import read_baseline
from aligncheck.runner.documents.discovery import discover, from_root
from aligncheck.runner.documents.jobs import Job, Plan
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.run import Outcome, run

if TYPE_CHECKING:
    from aligncheck.runner.history.since import Since

Watched = Callable[[Iterator[Outcome], int], Iterable[Outcome]]
"""Passes outcomes on as they come; their number is known."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a run.

    Attributes:
        plan: documents and what was left out.
        outcomes: by job, with findings marked as known where they are.
        whole: the same as writers see it, with the verdict.
        stale: entries of the baseline that nothing answers, with how often; of documents that were checked, and of
            documents that are gone.
    """

    plan: Plan
    outcomes: tuple[Outcome, ...]
    whole: Run
    stale: tuple[tuple[Entry, int], ...] = ()


def check_all(
    plan: Plan,
    settings: Settings,
    rules: Sequence[RuleInfo],
    *,
    baseline: bool = True,
    compared: Since | None = None,
    workers: int | None = None,
    cache: ResultCache | None = None,
    watched: Watched | None = None,
) -> Checked:
    """Check a plan's jobs and judge what was found.

    Args:
        plan: of ``plan_of``.
        settings: of ``runner.settings.resolve``.
        rules: all rules.
        baseline: whether findings that the baseline knows are marked.
        compared: a commit; see ``runner.history.since``.
        workers: processes; None as many as the work needs.
        cache: results of earlier runs.
        watched: sees outcomes as they come, for a progress bar.

    Raises InputError for a damaged baseline, before anything is checked.
    """
    entries = read_baseline(baseline_file(settings)) if baseline else []
    if compared is not None:
        plan = compared.planned(plan)
    fresh = run(plan.jobs, settings.config, workers, cache=cache)
    outcomes = tuple(watched(fresh, len(plan.jobs)) if watched else fresh)
    return judged(plan, outcomes, settings, rules, entries, compared, cache)


def check_text(data: bytes, name: str, settings: Settings, rules: Sequence[RuleInfo], *, baseline: bool) -> Checked:
    """Check one bilingual text that is no file; ``name`` stands for its path, and its suffix says how to read it."""
    from aligncheck.lexicon import Lexicon
    from aligncheck.runner.checking import check_bytes

    job = Job(name, None, name, (from_root(settings.root, name),))
    try:
        report, extract = check_bytes(job, data, None, settings.config, Lexicon.load())
        outcome = Outcome(job, report, extract=extract)
    except InputError as error:
        outcome = Outcome(job, None, error)
    entries = read_baseline(baseline_file(settings)) if baseline else []
    return judged(Plan((job,)), (outcome,), settings, rules, entries)


def judged(
    plan: Plan,
    outcomes: Sequence[Outcome],
    settings: Settings,
    rules: Sequence[RuleInfo],
    entries: Sequence[Entry],
    compared: Since | None = None,
    cache: ResultCache | None = None,
) -> Checked:
    """Outcomes with what all of them together show, what is known marked, and the verdict on the rest."""
    failures = (*plan.problems, *(o.error for o in outcomes if o.error is not None))
    stale: list[tuple[Entry, int]] = []
    outcomes = _shared(put_together(outcomes, settings.config, whole=plan.whole, cache=cache))
    if entries:
        outcomes, stale = _marked(outcomes, entries, settings, judged_rules(rules, whole=plan.whole))
    if compared is not None:
        outcomes = compared.marked(outcomes, settings.config, whole=plan.whole)
    gone = lost_documents({e.path for e in entries}, plan, settings) if settings.config.enables(STALE) else frozenset()
    lost = [(e, e.count) for e in entries if e.path in gone]
    reports = tuple(o.report for o in outcomes if o.report is not None)
    verdict = judge(reports, settings.config, unread=len(failures), lost=len(lost))
    whole = Run(reports, failures, tuple(rules), verdict, prefix())
    return Checked(plan, tuple(outcomes), whole, (*stale, *lost))


def plan_of(paths: Sequence[str], settings: Settings) -> Plan:
    """The documents under paths; without paths those of the project. Raises ConfigError for a bad pattern."""
    plan = discover(paths or [os.path.relpath(settings.root)], settings.config, settings.root)
    return replace(plan, whole=not paths or any(from_root(settings.root, path) == "." for path in paths))


def judged_rules(rules: Sequence[RuleInfo], *, whole: bool) -> Sequence[RuleInfo]:
    """Those whose findings a run of the whole project, or of a part of it, would all have made."""
    return [rule for rule in rules if whole or not rule.across]


def baseline_file(settings: Settings) -> Path:
    """The baseline's path, as seen from the current directory where it lies below it."""
    path = settings.root / settings.config.baseline
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path


def prefix() -> str:
    """The current directory as seen from the repository's top, ``""`` at the top or outside of any repository."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            inside = here.relative_to(folder).as_posix()
            return "" if inside == "." else inside
    return ""


def lost_documents(paths: Iterable[str], plan: Plan, settings: Settings) -> frozenset[str]:
    """Those documents of the baseline that are no longer there."""
    planned = {job.identity for job in plan.jobs}
    return frozenset(path for path in paths if path not in planned and not (settings.root / path).exists())


def _shared(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes, without what they say of directives that serve another translation of the same original."""
    found = [o.report for o in outcomes if o.report is not None]
    if not any(IDLE in report.stats.findings for report in found):
        return outcomes
    from aligncheck.suppressions.shared import without_those_used_elsewhere  # imports the checks, which takes long

    settled = iter(without_those_used_elsewhere(found))
    reports = [None if o.report is None else next(settled) for o in outcomes]
    return [
        o if report is o.report else replace(o, report=report, content=None)
        for o, report in zip(outcomes, reports, strict=True)
    ]


def _marked(
    outcomes: Sequence[Outcome], entries: Sequence[Entry], settings: Settings, rules: Sequence[RuleInfo]
) -> tuple[list[Outcome], list[tuple[Entry, int]]]:
    """Outcomes with known findings marked, and SUP002 for entries of their documents that nothing answers."""
    known: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        known[entry.path].append(entry)
    marked: list[Outcome] = []
    stale: list[tuple[Entry, int]] = []
    for outcome in outcomes:
        mine = known.get(outcome.job.identity)
        if outcome.report is None or not mine:
            marked.append(outcome)
            continue
        config = settings.config.at(*outcome.job.identities)
        report, left = mark(outcome.report, mine, (r.code for r in rules if config.enables(r.code)))
        stale += left
        if idle := _stale(left, config, rules):
            report = report.having((*report.findings, *idle))
        marked.append(replace(outcome, report=report, content=None))
    return marked, stale


def _stale(left: Sequence[tuple[Entry, int]], config: Config, rules: Sequence[RuleInfo]) -> list[Finding]:
    rule = next((r for r in rules if r.code == STALE), None)
    if rule is None or not config.enables(STALE):
        return []
    severity = config.severity_of(STALE, rule.severity)
    return [stale_finding(entry, count, rule.name, severity) for entry, count in left]
