"""Holds decisions against what a check says now, and says which were made of other reports. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError, InputError
from aligncheck.formats import is_supported
from aligncheck.gate.decisions import counted
from aligncheck.gate.triage import held, without_words
from aligncheck.model.term import Term
from aligncheck.model.triaged import Said, Triage, TriagedDocument
from aligncheck.runner.across import renewed
from aligncheck.runner.documents.jobs import Plan
from aligncheck.runner.documents.naming import read_name
from aligncheck.runner.results.cache import ResultCache
from aligncheck.runner.run import Outcome, run
from aligncheck.runner.session import Checked, plan_of

_AGAIN = (
    "run aligncheck again, open the page, where decisions that still stand are kept, and export again; "
    "or --current applies those"
)
_ELSEWHERE = "name the documents as for the check, --in PATH; or --current leaves these decisions out"


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
        stale = [number for number, document in enumerate(documents) if document.stale]
        fresh = dict(zip(stale, run([outcomes[n].job for n in stale], bare, cache=cache), strict=True))
        now = renewed(outcomes, fresh, bare, whole=checked.plan.whole)
        for number in stale:
            documents[number] = without_words(documents[number], now[number].id if number in now else "")
        triage = replace(triage, documents=tuple(documents))
    return Held(triage, outcomes)


def within(held: Held) -> Held:
    """The same without decisions on documents that are not part of the run."""
    return Held(replace(held.triage, absent=()), held.outcomes)


def refusals(triage: Triage) -> list[AligncheckError]:
    """Why decisions may not be applied as they are, document by document, and last what to do; nothing where they may.

    A person has seen the findings of one report: with others beside them, the decisions might be others.
    """
    absent = _absent(triage.absent)
    remedy = _AGAIN if triage.stale else _ELSEWHERE
    last = AligncheckError("nothing is written: the documents are not what was decided on", remedy=remedy)
    return [*map(_stale, triage.stale), *absent, last] if triage.stale or absent else []


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
        folder = len(parts) > 1
        marked = folder and _is_marked(parts[0])
        for path in Path().iterdir():
            beside = _is_marked(path.name) if marked else path.name == parts[0]  # zh/a.md may go with en/a.md
            if (folder and beside and path.is_dir()) or (not folder and path.is_file() and is_supported(path.name)):
                found.add(path.name)
    return sorted(found)


def _is_marked(folder: str) -> bool:
    """Whether a directory's name says in which language its files are."""
    return read_name(f"{folder}/x.md").lang is not None


def _without_words(config: Config, said: Iterable[Said]) -> Config:
    """The settings without the words and terms that decisions ask for."""
    decisions = [one.decision for one in said]
    keep = {word for decision in decisions for word in decision.keep or ()}
    terms = {decision.term for decision in decisions if decision.term}
    return msgspec.structs.replace(
        config,
        keep=tuple(word for word in config.keep if word not in keep),
        terms=tuple(left for term in config.terms if (left := _without(term, terms)) is not None),
    )


def _without(term: Term, pairs: AbstractSet[tuple[str, str]]) -> Term | None:
    """A term without the Chinese names that one of these pairs gives it; None where it says nothing without them."""
    zh = tuple(name for name in term.zh if not any((english, name) in pairs for english in term.en))
    if zh == term.zh:
        return term
    return msgspec.structs.replace(term, zh=zh) if zh or term.forbidden or term.keep else None


def _stale(document: TriagedDocument) -> AligncheckError:
    standing, gone, fresh = len(document.decided), len(document.gone), len(document.undecided)
    changes = [
        f"{_count(gone, 'decision is', 'decisions are')} on findings that are gone" if gone else "",
        f"{_count(fresh, 'finding is', 'findings are')} undecided" if fresh else "",
    ]
    what = ", ".join(["it was checked otherwise or changed since", *filter(None, changes)])
    message = f"{standing} of {_count(standing + gone, 'decision', 'decisions')} on it still stand: {what}"
    return InputError(message, path=document.report.document.path)


def _absent(said: Iterable[Said]) -> list[InputError]:
    by_path: dict[str, list[Said]] = {}
    for one in said:
        by_path.setdefault(one.decision.document, []).append(one)
    return [
        InputError(
            f"{_count(len(mine), 'decision', 'decisions')} on {path}, which is no document of this run",
            path=mine[0].path,
            line=mine[0].line,
        )
        for path, mine in by_path.items()
    ]


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
