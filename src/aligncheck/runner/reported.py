"""Reports that earlier runs wrote as JSON, read back to be written in other forms. Checks and judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aligncheck import report as writers
from aligncheck.errors import InputError
from aligncheck.model.report import Report
from aligncheck.model.run import RuleInfo, Run, Verdict
from aligncheck.runner.documents.jobs import Job, report_names
from aligncheck.runner.files import read_bytes
from aligncheck.runner.output import Destination
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.results.catalogue import rules as all_rules
from aligncheck.runner.run import Outcome
from aligncheck.runner.session import prefix

_SUFFIXES = (".json", ".jsonl")


@dataclass(slots=True)
class Reported:
    """What some files hold.

    Attributes:
        reports: of a directory in the order of a run, by the documents' paths; of a file in the file's order.
        failures: files that cannot be read, or are no reports of this version.
        passed_over: JSON files in a directory that hold something else.
    """

    reports: list[Report] = field(default_factory=list)
    failures: list[InputError] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """As a run has them; reports go where a run over the same documents would put them."""
        sides = [_sides(report) for report in self.reports]
        jobs = (Job(*side, name) for side, name in zip(sides, report_names(sides), strict=True))
        return tuple(Outcome(job, report) for job, report in zip(jobs, self.reports, strict=True))

    def run(self, rules: Sequence[RuleInfo] = ()) -> Run:
        """As writers see it; what failed may not be what failed when the documents were checked."""
        verdict = Verdict(unread=len(self.failures), judged=False)
        return Run(tuple(self.reports), tuple(self.failures), tuple(rules), verdict, prefix())


def read_reports(paths: Sequence[str]) -> Reported:
    """Reports from JSON files and from directories of them, in the order of ``paths``."""
    found = Reported()
    for path in paths:
        if Path(path).is_dir():
            _read_directory(path, found)
        else:
            _read_file(path, found)
    return found


def rules_for(wanted: Sequence[Destination]) -> tuple[RuleInfo, ...]:
    """The rules, where an output describes them; to import them takes a second that the others can save."""
    return all_rules(ResultCache.open()) if any(each.format == "sarif" for each in wanted) else ()


def _read_directory(path: str, found: Reported) -> None:
    within = Reported()
    for file in _files(Path(path)):
        try:
            data = read_bytes(file)
            if not writers.holds_reports(data, file):
                within.passed_over.append(file)
                continue
        except InputError as error:
            within.failures.append(error)
            continue
        _read_file(file, within, data)
    if not within.reports and not within.failures:
        remedy = "name a directory that aligncheck wrote reports into"
        within.failures.append(InputError("holds no report", path=path, remedy=remedy))
    found.reports += sorted(within.reports, key=lambda report: (report.document.path, report.document.source.path))
    found.failures += within.failures
    found.passed_over += within.passed_over


def _files(directory: Path) -> Iterator[str]:
    yield from sorted(file.as_posix() for file in directory.rglob("*") if file.suffix in _SUFFIXES and file.is_file())


def _read_file(path: str, found: Reported, data: bytes | None = None) -> None:
    try:
        found.reports += writers.read_json(read_bytes(path) if data is None else data, path)
    except InputError as error:
        found.failures.append(error)


def _sides(report: Report) -> tuple[str, str | None]:
    """The paths of a document's files, the second None where one file holds both languages."""
    source, target = report.document.source.path, report.document.target.path
    return source, None if source == target else target
