"""Writes into the baseline what a run has found. Checks nothing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from aligncheck.config.load import Settings
from aligncheck.gate.baseline import Entry, added, entries_of, mark, without
from aligncheck.model.run import RuleInfo
from aligncheck.runner.baselines import change_baseline
from aligncheck.runner.documents.discovery import from_root
from aligncheck.runner.run import Outcome
from aligncheck.runner.session import Checked, baseline_file, judged_rules, lost_documents


def record(
    checked: Checked, settings: Settings, rules: Sequence[RuleInfo], *, add: bool, drop: bool, anew: bool
) -> tuple[int, int]:
    """Bring the baseline up to what a run (made without it) found; counts of known findings before and after.

    Args:
        checked: the run.
        settings: its settings; entries of rules that are switched off for a document are left alone.
        rules: all rules; entries of those that compare documents stay where only a part of the project was checked.
        add: take in findings that are not known.
        drop: take out what nothing answers: of documents that were checked, and of those that are gone.
        anew: begin with an empty file where the old one is damaged.

    Entries of documents that were not part of the run, or could not be read, stay. Raises InputError.
    """
    before = after = 0
    judging = judged_rules(rules, whole=checked.plan.whole)

    def make(old: Sequence[Entry]) -> Sequence[Entry]:
        nonlocal before, after
        by_path: dict[str, list[Entry]] = defaultdict(list)
        for entry in old:
            by_path[entry.path].append(entry)
        for outcome in checked.outcomes:
            if outcome.report is not None:
                path = outcome.job.identity
                by_path[path] = _brought_up(outcome, by_path[path], settings, judging, add=add, drop=drop)
        if drop:
            for path in lost_documents(by_path, checked.plan, settings):
                del by_path[path]
        new = [entry for entries in by_path.values() for entry in entries]
        before, after = sum(e.count for e in old), sum(e.count for e in new)
        return new

    change_baseline(baseline_file(settings), make, anew=anew)
    return before, after


def selector(paths: Sequence[str], settings: Settings) -> Callable[[str], bool]:
    """Whether a document of the baseline is one of the paths or lies under one of them; without paths, any is."""
    roots = [from_root(settings.root, path) for path in paths]
    return lambda path: not roots or any(root in (".", path) or path.startswith(root + "/") for root in roots)


def _brought_up(
    outcome: Outcome, old: Sequence[Entry], settings: Settings, rules: Sequence[RuleInfo], *, add: bool, drop: bool
) -> list[Entry]:
    """The entries of one document after the run."""
    assert outcome.report is not None
    config = settings.config.at(*outcome.job.identities)
    judged = [rule.code for rule in rules if config.enables(rule.code)]
    kept = list(old)
    if drop:
        stale = mark(outcome.report, old, judged).stale
        kept = without(old, {entry.key: count for entry, count in stale})
    if add:
        kept = added(kept, entries_of(outcome.job.identity, outcome.report.findings, old))
    return kept
