"""A draft glossary's file: written anew or merged, one process at a time. Knows formats by their suffix only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligncheck.errors import ConfigError
from aligncheck.glossary import write_table, write_tbx
from aligncheck.glossary.drafts import Draft, Tally
from aligncheck.report.spreadsheet.rows import defused
from aligncheck.runner.locked_file import change_file, read_if_there

SUFFIXES = (".csv", ".tsv", ".tbx")


def checked_path(output: str) -> Path:
    """The place of a draft glossary. Raises ConfigError for a suffix that says nothing of its format."""
    path = Path(output)
    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError(f"--output {output}: unknown format", remedy=f"end its name in {', '.join(SUFFIXES)}")
    return path


def write_drafts(path: Path, drafts: Sequence[Draft], lang: str) -> Tally:
    """Write drafts to a file, or merge them into it. Raises InputError where it holds something else."""
    tallies: list[Tally] = []

    def make() -> bytes:
        data = read_if_there(path)
        if path.suffix.lower() == ".tbx":
            content, tally = write_tbx.write(data, drafts, str(path), lang)
        else:
            content, tally = write_table.write(data, drafts, str(path), _guarded)
        tallies.append(tally)
        return content

    change_file(path, make)
    return tallies[-1]


def _guarded(cell: str) -> str:
    return str(defused(cell))
