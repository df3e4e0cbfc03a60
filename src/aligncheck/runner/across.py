"""What the documents of a run show together, put into their outcomes; kept from run to run. Judges nothing itself."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.config import Config
from aligncheck.lang.language_tags import standard_of
from aligncheck.model.extract import Extract
from aligncheck.model.report import Finding, Report
from aligncheck.runner.results.cache import ResultCache, encoded
from aligncheck.runner.run import Outcome

if TYPE_CHECKING:
    from aligncheck.engine import Part

_KIND = "across"


class _Noted(NamedTuple):
    """What a run came to: of what it was made, the findings of the documents it changed, and what took long to find."""

    made_of: bytes
    findings: dict[int, tuple[Finding, ...]]
    figures: dict[str, float]


def put_together(
    outcomes: Sequence[Outcome], config: Config, *, whole: bool, cache: ResultCache | None = None
) -> tuple[Outcome, ...]:
    """Outcomes of ``run`` with what all their documents show together.

    Args:
        outcomes: of all documents of the run.
        config: its settings; those for each document apply to what is found in it.
        whole: whether these are all documents of the project.
        cache: where the last run's findings are; if nothing changed, nothing is compared again.
    """
    numbers = [n for n, outcome in enumerate(outcomes) if outcome.report is not None and outcome.extract is not None]
    if not numbers:
        return tuple(outcomes)
    here = [outcomes[n] for n in numbers]
    name = _hash(*(outcome.job.identity.encode("utf-8", "surrogatepass") for outcome in here)).hex()
    made_of = _made_of(here, whole=whole)
    noted = None if cache is None else cache.note(_KIND, name, _Noted)
    if noted is None or not made_of or noted.made_of != made_of:
        known, figures = {} if noted is None else noted.figures, dict[str, float]()
        reports = together(here, config, whole=whole, known=known, figures=figures)
        changed = {n: report.findings for n, report in reports.items() if report is not here[n].report}
        noted = _Noted(made_of, changed, figures)
        if cache is not None and made_of:
            cache.keep_note(_KIND, name, noted)
    made = list(outcomes)
    for n, findings in noted.findings.items():
        made[numbers[n]] = _with(here[n], findings)
    return tuple(made)


def together(
    outcomes: Sequence[Outcome],
    config: Config,
    *,
    whole: bool,
    wanted: Collection[int] | None = None,
    known: Mapping[str, float] | None = None,
    figures: dict[str, float] | None = None,
) -> dict[int, Report]:
    """Reports with what all documents show together, by number; see ``engine.across``. Each outcome has an extract."""
    from aligncheck.engine import across  # takes long to import, and often nothing is to be compared
    from aligncheck.lexicon import Lexicon

    parts = [_part(outcome, config) for outcome in outcomes]
    return across(parts, Lexicon.load(), whole=whole, wanted=wanted, known=known, figures=figures)


def renewed(
    outcomes: Sequence[Outcome],
    fresh: Mapping[int, Outcome],
    config: Config,
    *,
    whole: bool,
    figures: dict[str, float] | None = None,
) -> dict[int, Report]:
    """The reports of documents that were checked again, with what they show together with the others as these were.

    Args:
        outcomes: of the run.
        fresh: by number, those that were checked again, by themselves.
        config, whole: as for ``put_together``.
        figures: what takes long to find; taken from there and put there.
    """
    world = {number: fresh.get(number, outcome) for number, outcome in enumerate(outcomes)}
    numbers = [n for n, one in world.items() if one.report is not None and one.extract is not None]
    wanted = {at for at, number in enumerate(numbers) if number in fresh}
    here = [world[n] for n in numbers]
    found = together(here, config, whole=whole, wanted=wanted, known=figures, figures=figures) if wanted else {}
    return {numbers[at]: report for at, report in found.items()}


def edition(path: str, script: str | None) -> str:
    """Which translation into Chinese a document belongs to, by the tag in its path, or else by its script."""
    return standard_of(path) or ("Hant" if script == "Hant" else "Hans")


def _part(outcome: Outcome, config: Config) -> Part:
    from aligncheck.engine import Part

    report, job = outcome.report, outcome.job
    assert report is not None
    target = report.document.target
    of = edition(job.identity, target.script) if target.lang == "zh" else ""
    return Part(report, outcome.extract or Extract(), config.at(*job.identities), job.identity, of)


def _with(outcome: Outcome, findings: tuple[Finding, ...]) -> Outcome:
    """The outcome with these findings in place of its own."""
    report = outcome.report
    assert report is not None
    added = None if outcome.content is None else encoded(findings)
    content = None if outcome.content is None or added is None else _hash(outcome.content, added)
    return replace(outcome, report=report.having(findings), content=content)


def _made_of(outcomes: Sequence[Outcome], *, whole: bool) -> bytes:
    """A digest of all that is compared, settings included; empty where that is not known."""
    parts = [b"whole" if whole else b"part"]
    for outcome in outcomes:
        if outcome.content is None:
            return b""
        parts.append(outcome.content)
    return _hash(*parts)


def _hash(*parts: bytes) -> bytes:
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()
