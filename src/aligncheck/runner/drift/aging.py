"""Since when documents are behind, by git; where git knows nothing, nothing is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError
from aligncheck.model.drift import Trace
from aligncheck.runner.drift.comparing import Found
from aligncheck.runner.drift.dates import Behind, ages, behind_since
from aligncheck.runner.history.repositories import Repositories


def dated(found: Sequence[Found], settings: Settings) -> list[Found]:
    """The documents; those that are behind with the day of the oldest commit since which that is so.

    A commit that only touched its original up does not count. Where git fails, the days are missing.
    """
    stale = [one for one in found if one.document.state == "stale" and one.reference is not None]
    if not stale:
        return list(found)
    behind = [Behind(one.job.source, one.reference.blobs) for one in stale if one.reference]
    repositories = Repositories()
    try:
        aged = ages(behind, repositories)
        material = _Material(stale, settings)
        days = behind_since([(b.source, age) for b, age in zip(behind, aged, strict=True)], material, repositories)
    except AligncheckError:
        return list(found)
    told = {}
    for one, age, day in zip(stale, aged, days, strict=True):
        notes = (*one.document.notes, *([age.note] if age.note else []))
        told[one.job] = replace(one, document=msgspec.structs.replace(one.document, since=day, notes=notes))
    return [told.get(one.job, one) for one in found]


class _Material:
    """Whether a state of a stale document's original asks for another translation than the accepted one did."""

    def __init__(self, stale: Sequence[Found], settings: Settings) -> None:
        self._stale, self._settings = stale, settings
        self._accepted: dict[int, tuple[Trace, ...]] = {}

    def __call__(self, number: int, content: bytes) -> bool:
        from aligncheck.engine.drift import asks_for_more
        from aligncheck.formats import read

        one = self._stale[number]
        config = self._settings.config.at(*one.job.identities)
        if number not in self._accepted:
            self._accepted[number] = self._traces(one, config)
        try:
            return asks_for_more(self._accepted[number], read(content, one.job.source), config)
        except AligncheckError:  # a state that nobody can read tells nothing
            return True

    def _traces(self, one: Found, config: Config) -> tuple[Trace, ...]:
        """The accepted original."""
        from aligncheck.engine.drift import source_traces
        from aligncheck.formats import read

        assert one.reference is not None
        if one.reference.beads is not None:
            return tuple(trace for bead in one.reference.beads for trace in bead.source)
        assert one.reference.past is not None
        return source_traces(read(one.reference.past[0], one.job.source), config)
