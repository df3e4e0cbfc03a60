"""What documents that no lock knows are compared with: a revision, or the originals that pins name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from aligncheck.config import Config
from aligncheck.errors import AligncheckError
from aligncheck.gate.lock import blob_of
from aligncheck.runner.documents.jobs import Job

if TYPE_CHECKING:  # git is asked only for documents that the lock does not know
    from aligncheck.runner.drift.pins import Pin
    from aligncheck.runner.history.since import Since

Files: TypeAlias = tuple[bytes, bytes | None]
"""The bytes of a document's source and target; target None where one file holds both languages."""

SHORT = 12
"""Digits of a commit as it is shown."""


@dataclass(frozen=True, slots=True)
class Given:
    """What git has to compare a document with.

    Attributes:
        name: the commit, or ``""`` where there is nothing to compare with.
        files: what its files held; a target of None is that of now, or none.
        notes: why there is nothing, where that is not plain.
    """

    name: str
    files: Files | None = None
    notes: tuple[str, ...] = ()


Find: TypeAlias = Callable[[Mapping[Job, Files]], dict[Job, Given]]
"""Finds references for documents, whose files hold this now; a document may have none."""


def by_revision(since: Since) -> Find:
    """Documents as they were at a commit; ``since`` names it."""
    from aligncheck.runner.history.earlier import were

    name = since.changes.commit[:SHORT]

    def find(documents: Mapping[Job, Files]) -> dict[Job, Given]:
        found = {}
        for (job, now), was in zip(
            documents.items(), were(list(documents), since.repository, since.changes), strict=True
        ):
            if was.untouched:
                found[job] = Given(name, now)
            elif was.document is not None:
                found[job] = Given(name, (was.document.source, was.document.target))
            else:
                found[job] = Given("", None, (was.note or f"it did not exist at {name}",))
        return found

    return find


def by_pins(config: Config) -> Find:
    """Originals as they were at the commits that their translations name; nothing where git cannot be asked."""

    def find(documents: Mapping[Job, Files]) -> dict[Job, Given]:
        from aligncheck.runner.drift.past import past_sources
        from aligncheck.runner.history.earlier import in_words
        from aligncheck.runner.history.repositories import Repositories

        pinned = dict(_pinned(documents, config))
        try:
            pasts = past_sources([(job.source, pin) for job, pin in pinned.items()], Repositories()) if pinned else []
        except AligncheckError as error:
            return {job: Given("", None, (in_words(error),)) for job in pinned}
        found = {}
        for job, past in zip(pinned, pasts, strict=True):
            if past.content is None:
                found[job] = Given("", None, (past.note,) if past.note else ())
            else:
                found[job] = Given((past.commit or "")[:SHORT], (past.content, None))
        return found

    return find


def is_same(now: Files, past: Files) -> bool:
    """Whether files are what they were; where the past has no target, whether the source is."""
    targets = [blob_of(target) for target in (now[1], past[1]) if target is not None]
    return blob_of(now[0]) == blob_of(past[0]) and (len(targets) < 2 or targets[0] == targets[1])


def _pinned(documents: Mapping[Job, Files], config: Config) -> Iterable[tuple[Job, Pin]]:
    from aligncheck.runner.drift.pins import find_pin

    for job, (source, target) in documents.items():
        if job.target is None or target is None:
            continue
        pin = find_pin(target, config.drift.pins, source=job.identities[0], target=job.identities[-1], original=source)
        if pin is not None:
            yield job, pin
