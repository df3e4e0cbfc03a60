"""Holds decisions against what a check says now, and says which were made of other reports. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.errors import InputError
from aligncheck.formats import is_supported
from aligncheck.gate.decisions import counted
from aligncheck.gate.triage import held, without_words
from aligncheck.model.triaged import Said, Triage, TriagedDocument
from aligncheck.runner.documents.jobs import Plan
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.run import Outcome, run
from aligncheck.runner.session import Checked, plan_of

_AGAIN = (
    "run aligncheck again, open the page, where decisions that still stand are kept, and export again; "
    "or --current applies what still stands"
)
_ELSEWHERE = "name its files as for the check: --in PATH; or --current leaves these decisions out"


@dataclass(frozen=True, slots=True)
class Held:
    """Decisions against a run: outcomes that have a report, in the order of ``triage.documents``."""

    triage: Triage
    outcomes: tuple[Outcome, ...]


def hold(said: Sequence[Said], checked: Checked, settings: Settings, cache: ResultCache | None) -> Held:
    """Which decisions stand.

    A document's report changes when words are kept that a decision on it asked to keep. So that decisions may be
    applied twice, those made of its report without these words are not stale.
    """
    counting, overruled = counted(said)
    outcomes = tuple(o for o in checked.outcomes if o.report is not None)
    reports = [o.report for o in outcomes if o.report is not None]
    triage = held(reports, [o.job.identity for o in outcomes], counting, overruled)
    if triage.stale and (bare := _without_words(settings.config, counting)) != settings.config:
        documents = list(triage.documents)
        for number, document in enumerate(documents):
            if document.stale:
                (before,) = run([outcomes[number].job], bare, 1, cache=cache)
                documents[number] = without_words(document, before.report.id if before.report else "")
        triage = replace(triage, documents=tuple(documents))
    return Held(triage, outcomes)


def refusals(triage: Triage) -> list[InputError]:
    """Why decisions may not be applied as they are: an error for each document that is not what they were made of."""
    return [*map(_stale, triage.stale), *_absent(triage.absent)]


def plan_for(said: Sequence[Said], paths: Sequence[str], settings: Settings) -> Plan:
    """The documents to hold decisions against: those under paths, else the project's, else those decisions are on."""
    if paths or settings.file is not None:
        return plan_of(paths, settings)
    places = _named_places(said)
    named = {one.decision.document for one in said}
    jobs = plan_of(places, settings).jobs if places else ()
    return Plan(tuple(job for job in jobs if named & {job.path, job.identity}))


def _named_places(said: Iterable[Said]) -> list[str]:
    """Directories, and files of the current one, among which the documents of decisions are to be found.

    Nothing outside of the current directory: a file from elsewhere must not say what is read.
    """
    found: set[str] = set()
    for one in said:
        parts = PurePosixPath(one.decision.document).parts
        if not parts or parts[0] == "/" or ".." in parts:
            continue
        if len(parts) > 1:
            found.update([parts[0]] if Path(parts[0]).is_dir() else [])
        else:
            found.update(p.name for p in Path().iterdir() if p.is_file() and is_supported(p.name))
    return sorted(found)


def _without_words(config: Config, said: Iterable[Said]) -> Config:
    """The settings without the words and terms that decisions ask for."""
    decisions = [one.decision for one in said]
    keep = {word for decision in decisions for word in decision.keep or ()}
    terms = {decision.term for decision in decisions if decision.term}
    return msgspec.structs.replace(
        config,
        keep=tuple(word for word in config.keep if word not in keep),
        terms=tuple(term for term in config.terms if term not in terms),
    )


def _stale(document: TriagedDocument) -> InputError:
    standing, gone = len(document.decided), len(document.gone)
    fresh = len(document.undecided)
    changed = [
        f"{_count(gone, 'finding')} of them {'is' if gone == 1 else 'are'} gone" if gone else "",
        f"{_count(fresh, 'finding')} not decided on" if fresh else "",
    ]
    what = ", ".join(filter(None, changed)) or "the findings are others"
    message = (
        f"the decisions were made on another report of this document: {standing} of {standing + gone} still stand; "
        f"{what}. Nothing is written"
    )
    return InputError(message, path=document.report.document.path, remedy=_AGAIN)


def _absent(said: Iterable[Said]) -> list[InputError]:
    by_path: dict[str, list[Said]] = {}
    for one in said:
        by_path.setdefault(one.decision.document, []).append(one)
    return [
        InputError(
            f"{_count(len(mine), 'decision')} on {path}, which is no document of this run. Nothing is written",
            path=mine[0].path,
            line=mine[0].line,
            remedy=_ELSEWHERE,
        )
        for path, mine in by_path.items()
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"
