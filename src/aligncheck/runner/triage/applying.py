"""Writes decisions into comments, settings, the glossary and the baseline, and says what it did. Decides on nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError, InputError
from aligncheck.gate.baseline import Entry, added
from aligncheck.gate.triage import entries_for, reason_of
from aligncheck.model.report import Report, Status
from aligncheck.model.triage import Choice
from aligncheck.runner.across import renewed
from aligncheck.runner.baselines import change_baseline, read_baseline
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.run import Outcome, run
from aligncheck.runner.session import baseline_file
from aligncheck.runner.triage.holding import Held
from aligncheck.runner.triage.words import Words, add, see_whether_writable, words_of

if TYPE_CHECKING:
    from aligncheck.runner.ignores import Change

Where = Literal["baseline", "comment", "nothing"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with decisions.

    Attributes:
        places: where findings of each choice go.
        keep: whether words go into the settings.
        glossary: whether terms go into the glossary.
        fallback: whether what cannot be a comment goes into the baseline.
        dry: whether nothing is written.
    """

    places: Mapping[Choice, Where]
    keep: bool = True
    glossary: bool = True
    fallback: bool = False
    dry: bool = False


@dataclass(slots=True)
class Applied:
    """What was done, or would be.

    Attributes:
        changes: comments, and why there are none.
        words: what was added to the settings and the glossary.
        vanished: fingerprints of findings that are gone since then.
        entries: how many findings the baseline knows more.
        already: how many findings were known before, to the baseline or by a comment.
        left_out: fingerprints of findings that the baseline cannot tell from an equal one that is to be mended.
        written: the files that were written.
        error: what stopped it after these files.
    """

    changes: list[Change] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    vanished: set[str] = field(default_factory=set)
    entries: int = 0
    already: int = 0
    left_out: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    error: AligncheckError | None = None

    @property
    def not_commented(self) -> list[Change]:
        return [change for change in self.changes if change.error is not None]


@dataclass(slots=True)
class _Task:
    """What is to be done about one document: why findings may stay, by fingerprint, and which may not."""

    outcome: Outcome
    comments: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    @property
    def report(self) -> Report:
        assert self.outcome.report is not None
        return self.outcome.report


def apply(held: Held, asked: Asked, settings: Settings, cache: ResultCache | None) -> Applied:
    """Do with decisions what is asked: comments, then words and terms, then to the baseline what is left.

    What the words and terms do away with needs neither comment nor entry. Findings that are known already change
    nothing, so that decisions may be applied twice. Raises AligncheckError where it can be foreseen that something
    cannot be written, and before anything is.
    """
    standing = [said.decision for document in held.triage.documents for said in document.decided.values()]
    words = words_of(standing, settings, keep=asked.keep, glossary=asked.glossary)
    see_whether_writable(words)
    read_baseline(baseline_file(settings))
    done = Applied()
    tasks = _tasks(held, asked, done)
    settings = words.over(settings)
    if words:
        _check_again(tasks, held.outcomes, settings.config, cache, done)
    try:
        _comment(tasks, held.outcomes, asked, settings.config, done)
        for file in add(words) if not asked.dry else ():
            done.written.append(file)
        done.words = words
        _record(tasks, settings, done, dry=asked.dry)
    except AligncheckError as error:
        done.error = error
    return done


def _tasks(held: Held, asked: Asked, done: Applied) -> list[_Task]:
    tasks = []
    for document, outcome in zip(held.triage.documents, held.outcomes, strict=True):
        task = _Task(outcome)
        for finding, said in document.judged():
            where = asked.places[said.decision.decision]
            if where == "nothing":
                task.refused.add(finding.fingerprint)
            elif finding.status is not Status.NEW:
                done.already += 1
            else:
                place = task.comments if where == "comment" else task.entries
                place[finding.fingerprint] = reason_of(said.decision)
        if task.comments or task.entries or task.refused:
            tasks.append(task)
    return tasks


def _check_again(
    tasks: Sequence[_Task], outcomes: Sequence[Outcome], config: Config, cache: ResultCache | None, done: Applied
) -> None:
    """Check the documents with more words, and forget about what is no longer found."""
    numbers = {outcome.job: number for number, outcome in enumerate(outcomes)}
    fresh = {numbers[o.job]: o for o in run([task.outcome.job for task in tasks], config, cache=cache)}
    reports = renewed(outcomes, fresh, config, whole=False)
    for task in tasks:
        number = numbers[task.outcome.job]
        outcome = fresh[number]
        if outcome.report is None:
            raise outcome.error or InputError("could not be checked", path=outcome.job.path)
        task.outcome = replace(outcome, report=reports[number])
        gone = {*task.comments, *task.entries, *task.refused} - {f.fingerprint for f in task.report.findings}
        task.comments = {f: reason for f, reason in task.comments.items() if f not in gone}
        task.entries = {f: reason for f, reason in task.entries.items() if f not in gone}
        task.refused -= gone
        done.vanished |= gone


def _comment(tasks: Sequence[_Task], outcomes: Sequence[Outcome], asked: Asked, config: Config, done: Applied) -> None:
    wanted = [(task.outcome, task.comments) for task in tasks if task.comments]
    if not wanted:
        return
    from aligncheck.runner.ignores import suppress  # loads the engine, which takes long

    done.changes = suppress(wanted, outcomes, config, dry=asked.dry)
    done.written += [file for change in done.changes for file in change.files if not asked.dry]
    if asked.fallback:
        failed = {fingerprint for change in done.not_commented for fingerprint in change.marks}
        for task in tasks:
            task.entries.update((f, reason) for f, reason in task.comments.items() if f in failed)


def _record(tasks: Sequence[_Task], settings: Settings, done: Applied, *, dry: bool) -> None:
    """Let the baseline know what it is to know; it is left alone where that is nothing."""
    if not any(task.entries for task in tasks):
        return
    file = baseline_file(settings)
    more = 0

    def after(old: Sequence[Entry]) -> list[Entry]:
        nonlocal more
        by_path: dict[str, list[Entry]] = defaultdict(list)
        for entry in old:
            by_path[entry.path].append(entry)
        new: list[Entry] = []
        done.left_out = []
        for task in tasks:
            path = task.outcome.job.identity
            entries, impossible = entries_for(path, task.report, by_path[path], task.entries, task.refused)
            new += entries
            done.left_out += impossible
        made = added(old, new)
        more = sum(e.count for e in made) - sum(e.count for e in old)
        return made

    if dry:
        after(read_baseline(file))
    else:
        change_baseline(file, after)
        done.written.append(file.as_posix())
    done.entries = more
