"""The record of how a translation stood, run by run, as lines of a file; reads and writes no file itself.

The file holds JSON Lines in order of the day, one for each day and commit: two branches that each record a run merge
line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from aligncheck.errors import InputError
from aligncheck.model.drift import Recorded

FILE = "aligncheck-drift-history.jsonl"
"""What the file is called where nobody says otherwise."""

_REPAIR = "mend the line or take it out; of a merge conflict, keep the lines of both sides"


def dump(runs: Iterable[Recorded]) -> bytes:
    """The file's bytes: the runs in order, a line each, nothing for no runs."""
    return b"".join(msgspec.json.encode(run, order="deterministic") + b"\n" for run in _in_order(runs))


def parse(data: bytes, path: str) -> tuple[Recorded, ...]:
    """The runs of a file in order, each day and commit once: what stands last in the file counts.

    Raises InputError with path, line and remedy for a line that is no recorded run: nothing is passed over.
    """
    found = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            run = msgspec.json.decode(line, type=Recorded)
            if run.day != date.fromisoformat(run.day).isoformat():
                raise ValueError(f"the day {run.day!r} is not like 2026-05-01")
            if any(counted < 0 for counted in run.documents.values()):
                raise ValueError("a count is below 0")
        except (msgspec.DecodeError, ValueError) as error:
            raise InputError(f"not a recorded run: {error}", path=path, line=number, remedy=_REPAIR) from None
        found.append(run)
    return _in_order(found)


def record(runs: Iterable[Recorded], run: Recorded) -> tuple[Recorded, ...]:
    """The runs with one more; it takes the place of an earlier run of the same day and commit."""
    return _in_order((*runs, run))


def _in_order(runs: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """By day; runs of one day in the order in which their commits were first recorded, the last word on each."""
    kept: dict[tuple[str, str | None], Recorded] = {}
    for run in runs:
        kept[run.day, run.commit] = run
    return tuple(sorted(kept.values(), key=lambda run: run.day))
