"""The project's file of decisions, as a review reads and changes it. Knows nothing of pages or of HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from aligncheck.errors import InputError
from aligncheck.gate.decisions import counted, dump, parse
from aligncheck.model.report import Report
from aligncheck.model.triage import Choice, Decision
from aligncheck.runner.locked_file import change_file, read_if_there


class Place(NamedTuple):
    """Where a finding stands: the report's id, the document's path in it, the rule."""

    report: str
    document: str
    code: str


class Made(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person said of a finding; ``Decision`` without the finding's place."""

    decision: Choice
    reason: str | UnsetType = UNSET
    keep: tuple[str, ...] | UnsetType = UNSET
    term: tuple[str, str] | UnsetType = UNSET


Places = Mapping[str, tuple[Place, ...]]
"""Fingerprint → where the finding stands: once, except where one translation answers two originals."""


def places_of(reports: Iterable[Report]) -> dict[str, tuple[Place, ...]]:
    """The findings somebody may decide on; what is said of suppressions is none."""
    places: dict[str, tuple[Place, ...]] = {}
    for report in reports:
        if not report.findings:
            continue
        own = report.id
        for f in report.findings:
            if f.decidable:
                place = Place(own, report.document.path, f.code)
                places[f.fingerprint] = (*places.get(f.fingerprint, ()), place)
    return places


class DecisionFile:
    """The file, which other programs and other reviews may change as well: it is read anew before each change.

    Lines on findings that no report of this review has are kept: they belong to other documents, or to sentences that
    may come back.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> list[Decision]:
        """All decisions, none where there is no file. Raises InputError with the line of a damaged file."""
        data, path = read_if_there(self.path) or b"", str(self.path)
        try:
            said, _ = counted(parse(data.decode("utf-8"), path))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError("is not UTF-8", path=path, line=line, remedy="save it as UTF-8") from None
        return [one.decision for one in said]

    def bring_up(self, places: Places) -> list[Decision]:
        """All decisions, with today's reports where their findings stand; written only where that changes one."""
        old = self.read()
        if set(_placed(old, places)) == set(old):
            return old
        return self._change(places, {})

    def save(self, places: Places, fingerprint: str, made: Made | None) -> list[Decision]:
        """Write a decision on a finding of ``places``, or take it back (None); all decisions afterwards.

        Raises InputError for a damaged file, which is left as it is, and for a place that cannot be written.
        """
        return self._change(places, {fingerprint: made})

    def _change(self, places: Places, made: Mapping[str, Made | None]) -> list[Decision]:
        new: list[Decision] = []

        def content() -> bytes:
            kept = [d for d in self.read() if d.fingerprint not in made]
            fresh = (_line(place, f, m) for f, m in made.items() if m is not None for place in places[f])
            new[:] = [*_placed(kept, places), *fresh]
            return dump(new)

        change_file(self.path, content)
        return new


def _placed(decisions: Iterable[Decision], places: Places) -> Iterator[Decision]:
    """The decisions as today's reports would tell them; the later one counts where a finding has two."""
    standing: dict[str, Decision] = {}
    for decision in decisions:
        if decision.fingerprint in places:
            standing[decision.fingerprint] = decision
        else:
            yield decision
    for fingerprint, decision in standing.items():
        for report, document, code in places[fingerprint]:
            yield msgspec.structs.replace(decision, report=report, document=document, code=code)


def _line(place: Place, fingerprint: str, made: Made) -> Decision:
    return Decision(*place, fingerprint, made.decision, made.reason, made.keep, made.term)
