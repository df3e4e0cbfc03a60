"""What a review serves and what was decided in it, for any number of windows. Knows nothing of HTTP or the checks.

Pages are made when they are asked for. Each has a version, the number of the run in which it last changed, so that a
window reloads only where something changed for it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from aligncheck import report as writers
from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.model.triage import Decision
from aligncheck.report.around import NO_LINKS, Around, LinkTemplates, Served
from aligncheck.runner.pages import around_document
from aligncheck.runner.review.saving import DecisionFile, Made, Places, places_of
from aligncheck.runner.review.streams import Message, Streams

INDEX = "index.html"

_KEPT = 24
"""Pages that are kept once they were made."""


class Gone(Exception):
    """A decision on a finding that no report has any more."""


class Content(NamedTuple):
    """A page or a report, as bytes, and its media type."""

    kind: str
    body: bytes


class Progress(NamedTuple):
    """How many of the findings were decided on."""

    decided: int
    findings: int


@dataclass(frozen=True)
class Shown:
    """One run of the checks as pages: ``names`` are those of the documents' pages, in the order of ``reports``."""

    names: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()
    failures: tuple[AligncheckError, ...] = ()
    links: LinkTemplates = NO_LINKS
    versions: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[str, int] = field(default_factory=dict)
    places: Places = field(default_factory=dict)

    def around(self, name: str) -> Around:
        """What surrounds a document's page, but for the decisions."""
        return around_document(self.names, self.at[name], self.links)


class Review:
    """The state all windows share. Every method may be called from any thread."""

    def __init__(self, file: DecisionFile) -> None:
        self.file = file
        self.streams = Streams()
        self._shown = Shown()
        self._decisions: Mapping[str, Decision] = {}
        self._trouble: str | None = None
        self._made: OrderedDict[str, tuple[object, Content]] = OrderedDict()
        self._saving = threading.Lock()
        self._making = threading.Lock()

    def show(
        self,
        documents: Sequence[tuple[str, Report]],
        failures: Sequence[AligncheckError] = (),
        links: LinkTemplates = NO_LINKS,
    ) -> None:
        """Serve another run: reports by the name of their page, without its ending. Tells the windows what changed.

        ``read_decisions`` is to follow, which lets decisions on findings that stand be about the new reports.
        """
        names = tuple(f"{name}.html" for name, _ in documents)
        reports = tuple(report for _, report in documents)
        at = {name: number for number, name in enumerate(names)}
        shown = Shown(names, reports, tuple(failures), links, {}, at, places_of(reports))
        before, versions = self._shown.versions, _versions(shown, self._shown)
        self._shown = replace(shown, versions=versions)
        self.streams.send(
            lambda name: None if versions.get(name) == before.get(name) else Message("version", versions.get(name))
        )

    def read_decisions(self) -> None:
        """Take over what the file of decisions says now. Raises InputError where it is damaged."""
        with self._saving:
            self._take_over(self.file.bring_up(self._shown.places))

    def decide(self, fingerprint: str, made: Made | None) -> None:
        """Save a decision, or take it back (None), and tell the windows.

        Raises Gone where no report has the finding, InputError where the file cannot be read or written.
        """
        with self._saving:
            places = self._shown.places
            if fingerprint not in places:
                raise Gone
            self._take_over(self.file.save(places, fingerprint, made))

    def _take_over(self, lines: Iterable[Decision]) -> None:
        """Decisions as the file has them; what is new in them goes to the windows."""
        places = self._shown.places
        new = {d.fingerprint: d for d in lines if d.fingerprint in places}
        old, self._decisions = self._decisions, new
        for fingerprint in [*new, *(f for f in old if f not in new and f in places)]:
            if new.get(fingerprint) != old.get(fingerprint):
                self.streams.send(_decision_message(fingerprint, new.get(fingerprint)))

    def say(self, trouble: str | None) -> bool:
        """Show a trouble with the last run on every window, or that there is none any more; whether that is news."""
        news = trouble != self._trouble
        if news:
            self._trouble = trouble
            self.streams.send(Message("trouble", trouble))
        return news

    @property
    def progress(self) -> Progress:
        return Progress(len(self._decisions), len(self._shown.places))

    def content(self, name: str) -> Content | None:
        """The overview, a document's page or a report as JSON, by name; None where there is nothing."""
        shown, decisions = self._shown, self._decisions
        if name.endswith(".json"):
            at = shown.at.get(name.removesuffix("json") + "html")
            return None if at is None else Content("application/json", writers.json_object(shown.reports[at]))
        if name not in shown.versions:
            return None
        mine = _of(decisions, None if name == INDEX else shown.reports[shown.at[name]])
        key = (shown.versions[name], mine)
        with self._making:
            kept = self._made.pop(name, None)
            made = kept if kept is not None and kept[0] == key else (key, _page(shown, name, mine))
            self._made[name] = made
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made[1]

    def state(self, name: str) -> Message:
        """All that a window has to know of the page it shows; its version is None where there is no such page."""
        shown, decisions = self._shown, self._decisions
        at = shown.at.get(name)
        mine = _of(decisions, None if at is None else shown.reports[at])
        value = {"version": shown.versions.get(name), "decisions": mine, "trouble": self._trouble}
        return Message("state", value)


def _of(decisions: Mapping[str, Decision], report: Report | None) -> dict[str, Decision]:
    """The decisions on a report's findings, None for those on all."""
    if report is None:
        return dict(decisions)
    return {f.fingerprint: decisions[f.fingerprint] for f in report.findings if f.fingerprint in decisions}


def _decision_message(fingerprint: str, decision: Decision | None) -> Message:
    return Message("decision", {"fingerprint": fingerprint, "record": decision})


def _versions(shown: Shown, before: Shown) -> dict[str, int]:
    """The version of every page: that of the run before, or a new one for what changed."""
    following = max(before.versions.values(), default=0) + 1
    versions = {}
    for name in shown.names:
        same = name in before.at and _made_of(shown, name) == _made_of(before, name)
        versions[name] = before.versions[name] if same else following
    of_run = [[str(f) for f in run.failures] for run in (shown, before)]
    same = bool(before.versions) and of_run[0] == of_run[1] and shown.names == before.names
    same = same and following not in versions.values()
    return {INDEX: before.versions[INDEX] if same else following, **versions}


def _made_of(shown: Shown, name: str) -> tuple[Report, Around]:
    return shown.reports[shown.at[name]], shown.around(name)


def _page(shown: Shown, name: str, decisions: Mapping[str, Decision]) -> Content:
    served = Served(decisions, shown.versions[name])
    if name == INDEX:
        around = Around(links=shown.links, served=served)
        page = writers.index_page(shown.reports, shown.names, shown.failures, around)
    else:
        around = replace(shown.around(name), served=served)
        page = writers.document_page(shown.reports[shown.at[name]], around)
    return Content("text/html; charset=utf-8", page.encode("utf-8", "replace"))
