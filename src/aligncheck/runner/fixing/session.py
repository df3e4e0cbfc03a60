"""A run of fixes: what was checked, mended in its files or only in mind. Prints nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError, InputError
from aligncheck.formats import read
from aligncheck.gate.baseline import Entry
from aligncheck.model.run import RuleInfo
from aligncheck.runner.checking import check_bytes
from aligncheck.runner.documents.jobs import Job, Plan
from aligncheck.runner.files import read_bytes, write_over
from aligncheck.runner.fixing.applying import Refusal, repairs_of
from aligncheck.runner.fixing.passes import Check, Contents, Settled, settle, sharing, target_of
from aligncheck.runner.locked_file import alone
from aligncheck.runner.run import Outcome
from aligncheck.runner.session import Checked, judged

if TYPE_CHECKING:
    from aligncheck.runner.history.since import Since

Digests = Mapping[Path, bytes]
"""Of the files of a plan before it was checked, by resolved path."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file that changes: its name, its bytes and text before and after, how many repairs of which rule."""

    path: str
    before: tuple[bytes, str]
    after: tuple[bytes, str]
    made: Counter[str]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a run of fixes came to.

    Attributes:
        files: those that changed, or would.
        unsafe: repairs that are left since a person has to judge, by rule.
        refused: repairs that were not made, with the file's name.
        failures: documents that could not be checked, files that could not be written.
    """

    files: tuple[FixedFile, ...]
    unsafe: Counter[str]
    refused: tuple[tuple[str, Refusal], ...]
    failures: tuple[AligncheckError, ...]


@dataclass(frozen=True)
class Fixing:
    """What fixes are judged by: settings, all rules, the baseline's entries, a commit to compare with, a will."""

    settings: Settings
    rules: Sequence[RuleInfo]
    entries: Sequence[Entry] = ()
    compared: Since | None = None
    unsafe: bool = False

    def check(self, jobs: Sequence[Job], contents: Contents) -> Sequence[Outcome]:
        """Outcomes of jobs as if their files held this, with what is known marked."""
        from aligncheck.lexicon import Lexicon

        config, lexicon, outcomes = self.settings.config, Lexicon.load(), list[Outcome]()
        for job in jobs:
            target = None if job.target is None else contents[Path(job.target).resolve()]
            report, extract = check_bytes(job, contents[Path(job.source).resolve()], target, config, lexicon)
            outcomes.append(Outcome(job, report, extract=extract))
        plan = Plan(tuple(jobs))
        return judged(plan, outcomes, self.settings, self.rules, self.entries, self.compared).outcomes


def digests(jobs: Sequence[Job]) -> Digests:
    """Taken before a run, they tell afterwards which files are no longer what was checked."""
    found = {}
    for name in {name for job in jobs for name in (job.source, job.target) if name is not None}:
        try:
            found[Path(name).resolve()] = sha256(read_bytes(name)).digest()
        except InputError:
            continue  # the run says it
    return found


def fix_files(checked: Checked, fixing: Fixing, known: Digests, *, dry: bool) -> Fixed:
    """Mend the files of what was checked, or with ``dry`` say what they would be.

    A file is read anew under its lock, and what was changed meanwhile is checked anew. It is written whole, and only
    where nobody else wrote to it in the meantime.
    """
    files, refused, failures, unsafe = [], [], list(checked.whole.failures), Counter[str]()
    mended: dict[str, Outcome] = {}
    for outcomes in sharing(checked.outcomes):
        with ExitStack() as locks:
            try:
                for path in () if dry else sorted({target_of(outcome.job) for outcome in outcomes}):
                    locks.enter_context(alone(path))
                contents = _contents(outcomes)
                found = _as_they_are(outcomes, contents, known, fixing.check)
                settled = settle(found, contents, fixing.check, unsafe=fixing.unsafe)
                changed = list(_changed(settled, contents))
                for file in () if dry else changed:
                    _write(file)
            except AligncheckError as error:
                failures.append(error)
                continue
        files += changed
        names = {target_of(outcome.job): outcome.job.path for outcome in reversed(settled.outcomes)}
        refused += [(names[path], refusal) for path, found in settled.refused.items() for refusal in found]
        mended |= {outcome.job.name: outcome for outcome in settled.outcomes}
    for outcome in mended.values():
        unsafe += _unsafe(outcome)
    return Fixed(tuple(files), Counter() if fixing.unsafe else unsafe, tuple(refused), tuple(failures))


def fix_text(data: bytes, checked: Checked, fixing: Fixing) -> tuple[bytes, Fixed]:
    """Mend a text that is no file, the only one that was checked; what it is then, and what was done."""
    failures = checked.whole.failures
    if failures:
        return data, Fixed((), Counter(), (), failures)
    outcome = checked.outcomes[0]
    contents = {target_of(outcome.job): data}
    settled = settle([outcome], contents, fixing.check, unsafe=fixing.unsafe)
    refused = tuple((outcome.job.path, one) for found in settled.refused.values() for one in found)
    left = Counter[str]() if fixing.unsafe else _unsafe(settled.outcomes[0])
    [after] = settled.contents.values()
    return after, Fixed(tuple(_changed(settled, contents)), left, refused, ())


def _contents(outcomes: Sequence[Outcome]) -> Contents:
    names = {name for o in outcomes for name in (o.job.source, o.job.target) if name is not None}
    return {Path(name).resolve(): read_bytes(name) for name in sorted(names)}


def _as_they_are(outcomes: Sequence[Outcome], contents: Contents, known: Digests, check: Check) -> Sequence[Outcome]:
    """The outcomes, anew where a file is not what was checked."""
    if all(sha256(data).digest() == known.get(path) for path, data in contents.items()):
        return outcomes
    return check([outcome.job for outcome in outcomes], contents)


def _changed(settled: Settled, contents: Contents) -> Iterator[FixedFile]:
    for path, name in {target_of(o.job): o.job.path for o in reversed(settled.outcomes)}.items():
        old, new = contents[path], settled.contents[path]
        if old != new:
            texts = read(old, name).text, read(new, name).text
            yield FixedFile(name, (old, texts[0]), (new, texts[1]), settled.made[path])


def _unsafe(outcome: Outcome) -> Counter[str]:
    repairs = repairs_of(outcome.report) if outcome.report is not None else ()
    return Counter(repair.code for repair in repairs if not repair.safe)


def _write(file: FixedFile) -> None:
    """Raises InputError for a file that may not be written, and for one that somebody else has changed."""
    path = Path(file.path)
    place = path.resolve()
    if not place.stat().st_mode & 0o222 or not os.access(place, os.W_OK):
        raise InputError("is read-only", path=file.path, remedy="give yourself permission to write it")
    if read_bytes(file.path) != file.before[0]:
        raise InputError("was changed while it was being fixed", path=file.path, remedy="run this again")
    write_over(path, file.after[0])
