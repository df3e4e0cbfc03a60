"""The file of recorded runs, for the trend: read, and added to by one process at a time."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import msgspec

from aligncheck.config.load import Settings
from aligncheck.gate.trend import dump, parse, record
from aligncheck.model.drift import DriftStatus, Recorded
from aligncheck.runner.locked_file import change_file, read_if_there


def earlier_runs(settings: Settings) -> tuple[Recorded, ...]:
    """The runs that were recorded, oldest first. Raises InputError with the line for a damaged file."""
    file = _file(settings)
    return parse(read_if_there(file) or b"", file.as_posix())


def recorded(settings: Settings, status: DriftStatus, day: date) -> DriftStatus:
    """Add a run to the file; the status with it in its history. A second run of a day and commit replaces the first."""
    from aligncheck.runner.history.repository import Repository

    repository = Repository.find(str(settings.root))
    commit = repository.resolve("HEAD") if repository is not None and repository.has_commits() else None
    run = Recorded(day.isoformat(), commit, status.summary.documents)
    file = _file(settings)
    runs: tuple[Recorded, ...] = ()

    def content() -> bytes:
        nonlocal runs
        runs = record(parse(read_if_there(file) or b"", file.as_posix()), run)
        return dump(runs)

    change_file(file, content)
    return msgspec.structs.replace(status, history=runs)


def _file(settings: Settings) -> Path:
    path = settings.root / settings.config.drift.history
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path
