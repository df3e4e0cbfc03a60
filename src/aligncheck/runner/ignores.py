"""Writes suppressions into files for what a run found, and makes sure that they do what they should and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config import Config
from aligncheck.engine.across import ON_RUN
from aligncheck.errors import AligncheckError, ConfigError, InputError
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Report, Status
from aligncheck.runner.across import renewed
from aligncheck.runner.checking import check_documents
from aligncheck.runner.files import write_over
from aligncheck.runner.locked_file import alone
from aligncheck.runner.rewriting import Held, held, rewritten
from aligncheck.runner.run import Outcome
from aligncheck.suppressions.writing import Wish, by_directive, with_ignores

_BASELINE = "accept the finding in the baseline"
_REMEDY = f"write a directive by hand, or {_BASELINE}"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of findings of one document.

    Attributes:
        path: the document, as reports name it.
        files: the files that were written.
        marks: the fingerprints of the findings; they are suppressed now, or with an ``error`` still as they were.
        error: why no directive suppresses them; None where one does.
    """

    path: str
    files: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    error: AligncheckError | None = None


class _Checking:
    """Checks documents of a run as they would be."""

    def __init__(self, outcomes: Sequence[Outcome], config: Config) -> None:
        self._outcomes, self._config, self._lexicon = outcomes, config, Lexicon.load()
        self._numbers = {outcome.job: number for number, outcome in enumerate(outcomes)}
        self._figures: dict[str, float] = {}

    def report(self, outcome: Outcome, files: Sequence[Held]) -> Report:
        """The report on a document; it is held against the others where that has shown something."""
        job, (source, *target) = outcome.job, [file.document for file in files]
        made = check_documents(job, source, target[0] if target else None, self._config, self._lexicon)
        if outcome.report is None or not any(finding.code in ON_RUN for finding in outcome.report.findings):
            return made.report
        number = self._numbers[job]
        fresh = {number: Outcome(job, made.report, extract=made.extract)}
        return renewed(self._outcomes, fresh, self._config, whole=False, figures=self._figures)[number]


def add_ignores(outcomes: Sequence[Outcome], reason: str, config: Config) -> list[Change]:
    """Suppress every new finding, those on suppressions themselves excepted, for one reason; see ``suppress``.

    Raises ConfigError for a reason that no comment can hold.
    """
    if remark(reason) != " ".join(reason.split()) or not reason.strip():
        raise ConfigError(f"{reason!r} is no reason for a comment", remedy="say in some plain words why")
    new = [(o, dict.fromkeys(_new_ones(o.report), reason)) for o in outcomes if o.report is not None]
    return suppress([(outcome, reasons) for outcome, reasons in new if reasons], outcomes, config)


def suppress(
    wanted: Sequence[tuple[Outcome, Mapping[str, str]]],
    outcomes: Sequence[Outcome],
    config: Config,
    *,
    dry: bool = False,
) -> list[Change]:
    """Suppress findings by directives in the translation, or in the source where they have no place there.

    Args:
        wanted: outcomes of a run, with the fingerprints of findings that are new and the reason for each.
        outcomes: all of the run; documents are held against each other.
        config: as of the run.
        dry: write nothing, and say what would be.

    Each document is checked again as it would be, before anything is written. Where a finding would not be suppressed,
    or another one would come or go, its directive is left out, and a Change has the error. Files keep their encoding,
    byte order mark and line ends.
    """
    check = _Checking(outcomes, config)
    changes: list[Change] = []
    for outcome, reasons in wanted:
        paths = [path for path in (outcome.job.source, outcome.job.target) if path is not None]
        with ExitStack() as locks:
            try:
                for path in sorted({Path(path).resolve() for path in paths}):
                    locks.enter_context(alone(path))
                changes += _change(outcome, paths, reasons, check, dry=dry)
            except AligncheckError as error:
                changes.append(Change(outcome.job.path, marks=tuple(reasons), error=error))
    return changes


def remark(reason: str) -> str:
    """A reason as a comment of any format can hold it: on one line, without what would end the comment."""
    said = " ".join("".join(sign if sign.isprintable() else " " for sign in reason).split())
    return re.sub(r"-{2,}", "—", said).replace("*/", "* /")


def _new_ones(report: Report) -> list[str]:
    found = report.findings
    return [f.fingerprint for f in found if f.status is Status.NEW and f.decidable]


def _change(
    outcome: Outcome, paths: Sequence[str], reasons: Mapping[str, str], check: _Checking, *, dry: bool
) -> Iterator[Change]:
    files = [held(path) for path in paths]
    # The files are read anew: another document of this run may have had its directives written into one of them.
    before = check.report(outcome, files)
    meant = [f for f in before.findings if f.fingerprint in reasons and f.status is Status.NEW]
    wishes = [_wish(finding, before, len(files) - 1, remark(reasons[finding.fingerprint])) for finding in meant]

    def tried(numbers: Sequence[int]) -> list[Held]:
        """The files with directives for these of the findings meant. Raises InputError where they do other things."""
        mine = [[wishes[n][1] for n in numbers if wishes[n][0] == where] for where in range(len(files))]
        changed = [_written(file, wished) if wished else file for file, wished in zip(files, mine, strict=True)]
        after = check.report(outcome, changed)
        _verify(before, after, {meant[n].fingerprint for n in numbers}, outcome.job.path)
        return changed

    done, changed, failed = _as_many_as_possible(files, wishes, tried)
    new = [file for file, old in zip(changed, files, strict=True) if file is not old]
    for file in () if dry else new:
        write_over(Path(file.path), file.data)
    if done or not failed:
        yield Change(outcome.job.path, tuple(f.path for f in new), tuple(meant[n].fingerprint for n in done))
    for numbers, error in failed:
        yield Change(outcome.job.path, marks=tuple(meant[n].fingerprint for n in numbers), error=error)


def _as_many_as_possible(
    files: list[Held], wishes: Sequence[tuple[int, Wish]], tried: Callable[[Sequence[int]], list[Held]]
) -> tuple[list[int], list[Held], list[tuple[list[int], InputError]]]:
    """All wishes at once or, where that fails, directive by directive.

    Numbers of those fulfilled, the files with them, and the numbers of the others with the reason.
    """
    every = list(range(len(wishes)))
    try:
        return every, tried(every), []
    except InputError as error:
        groups = list(_by_directive(files, wishes))
        if len(groups) < 2:
            return [], files, [(every, error)]
    done: list[int] = []
    failed: dict[str, tuple[list[int], InputError]] = {}
    changed = files
    for group in groups:
        try:
            changed = tried(sorted([*done, *group]))
            done = sorted([*done, *group])
        except InputError as error:
            failed.setdefault(str(error), ([], error))[0].extend(group)
    return done, changed, list(failed.values())


def _by_directive(files: Sequence[Held], wishes: Sequence[tuple[int, Wish]]) -> Iterator[list[int]]:
    """The numbers of the wishes, those together that one directive would fulfil."""
    for where, file in enumerate(files):
        here = [n for n, (there, _) in enumerate(wishes) if there == where]
        for group in by_directive(file.document, [wishes[n][1] for n in here]):
            yield [n for n in here if wishes[n][1] in group]


def _wish(finding: Finding, report: Report, last: int, reason: str) -> tuple[int, Wish]:
    """The file that a finding is suppressed in, 0 for the source, and where: at its evidence or its sentence.

    What is told once for many places is suppressed for the document.
    """
    if finding.places and finding.pair is None:
        return (last if finding.target_spans else 0), Wish(finding.code, None, reason)
    pair = None if finding.pair is None else report.pairs[finding.pair]
    for where, spans, sentence in (
        (last, finding.target_spans, pair and pair.target),
        (0, finding.source_spans, pair and pair.source),
    ):
        if spans or sentence:
            return where, Wish(finding.code, spans[0].start if spans else sentence.start if sentence else None, reason)
    return last, Wish(finding.code, None, reason)


def _written(file: Held, wishes: Sequence[Wish]) -> Held:
    """The file with directives, in its own encoding. Raises InputError where it cannot have any."""
    document = file.document
    if document.format == "json":
        raise InputError("JSON has no comments to suppress findings in", path=file.path, remedy=_BASELINE)
    return rewritten(file, with_ignores(document, wishes), "of the directive")


def _verify(before: Report, after: Report, marks: set[str], path: str) -> None:
    """Raise InputError unless exactly the findings meant changed, and they are suppressed now."""
    now = {f.fingerprint: f for f in after.findings}
    for old in before.findings:
        new = now.get(old.fingerprint)
        if old.fingerprint in marks and (new is None or new.status is not Status.SUPPRESSED):
            raise InputError(f"no directive suppresses {old.code}", path=path, line=_line(old), remedy=_REMEDY)
        if old.fingerprint not in marks and old.decidable and (new is None or new.status != old.status):
            raise InputError(f"a directive would change {old.code}", path=path, line=_line(old), remedy=_REMEDY)
    known = {f.fingerprint for f in before.findings}
    for new in after.findings:
        if new.fingerprint not in known and new.decidable:
            raise InputError(f"a directive would bring up {new.code}", path=path, line=_line(new), remedy=_REMEDY)
    if len(_own(after)) > len(_own(before)):
        line = _line(_own(after)[0])
        raise InputError("a directive would be reported itself", path=path, line=line, remedy=_REMEDY)


def _own(report: Report) -> list[Finding]:
    return [f for f in report.findings if not f.decidable]


def _line(finding: Finding) -> int | None:
    return next((span.line for span in (*finding.target_spans, *finding.source_spans)), None)
