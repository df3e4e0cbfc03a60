"""What documents are compared with that no lock knows: a revision, or the originals that pins name. Compares nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from aligncheck.config import Config
from aligncheck.errors import AligncheckError
from aligncheck.gate.lock import blob_of
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.drift.past import past_sources
from aligncheck.runner.drift.pins import Pin, find_pin
from aligncheck.runner.history.earlier import in_words, were
from aligncheck.runner.history.repositories import Repositories
from aligncheck.runner.history.since import Since

Files: TypeAlias = tuple[bytes, bytes | None]
"""The bytes of a document's source and target; target None where one file holds both languages."""

SHORT = 12
"""Digits of a commit as it is shown."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document is compared with.

    Attributes:
        name: the commit, or ``""`` where there is nothing to compare with.
        files: what its files held; a target of None is that of now, or none.
        notes: why there is nothing, where that is not plain.
    """

    name: str
    files: Files | None = None
    notes: tuple[str, ...] = ()


Find: TypeAlias = Callable[[Mapping[Job, Files]], dict[Job, Reference]]
"""Finds references for documents, whose files hold this now; a document may have none."""


def by_revision(since: Since) -> Find:
    """Documents as they were at a commit; ``since`` names it."""
    name = since.changes.commit[:SHORT]

    def find(documents: Mapping[Job, Files]) -> dict[Job, Reference]:
        found = {}
        for (job, now), was in zip(
            documents.items(), were(list(documents), since.repository, since.changes), strict=True
        ):
            if was.untouched:
                found[job] = Reference(name, now)
            elif was.document is not None:
                found[job] = Reference(name, (was.document.source, was.document.target))
            else:
                found[job] = Reference("", None, (was.note or f"it did not exist at {name}",))
        return found

    return find


def by_pins(config: Config, repositories: Repositories) -> Find:
    """Originals as they were at the commits that their translations name; nothing where git cannot be asked."""

    def find(documents: Mapping[Job, Files]) -> dict[Job, Reference]:
        pinned = dict(_pinned(documents, config))
        try:
            pasts = past_sources([(job.source, pin) for job, pin in pinned.items()], repositories) if pinned else []
        except AligncheckError as error:
            return {job: Reference("", None, (in_words(error),)) for job in pinned}
        found = {}
        for job, past in zip(pinned, pasts, strict=True):
            if past.content is None:
                found[job] = Reference("", None, (past.note,) if past.note else ())
            else:
                found[job] = Reference((past.commit or "")[:SHORT], (past.content, None))
        return found

    return find


def is_same(job: Job, now: Files, reference: Reference) -> bool:
    """Whether the files are what they were; of a pin, whether the original is."""
    if reference.files is None or blob_of(now[0]) != blob_of(reference.files[0]):
        return False
    past, present = reference.files[1], now[1]
    return past is None or present is None or blob_of(past) == blob_of(present)


def _pinned(documents: Mapping[Job, Files], config: Config) -> Iterable[tuple[Job, Pin]]:
    for job, (source, target) in documents.items():
        if job.target is None or target is None:
            continue
        pin = find_pin(target, config.drift.pins, source=job.source, target=job.target, original=source)
        if pin is not None:
            yield job, pin
