"""Reads decisions from files, whatever they are: JSON Lines, CSV or Excel workbooks. Holds them against no document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from aligncheck.config.load import Settings, line_of
from aligncheck.errors import ConfigError, InputError
from aligncheck.formats.encoding import decode
from aligncheck.gate.decisions import parse
from aligncheck.gate.sheets import WORKBOOK, parse_csv, parse_workbook
from aligncheck.model.triaged import Said
from aligncheck.runner.files import read_bytes

STANDARD_INPUT = "-"


def read_decisions(files: Sequence[str], piped: bytes = b"") -> list[Said]:
    """The decisions of several files, in the order given.

    Args:
        files: paths; ``-`` stands for ``piped``.
        piped: what standard input held.

    Raises InputError with path, line and remedy for whatever is no decision.
    """
    return [
        said
        for file in files
        for said in _decisions(piped if file == STANDARD_INPUT else read_bytes(file), _shown(file))
    ]


def own_file(settings: Settings) -> str:
    """The project's file of decisions, as seen from the current directory.

    Raises ConfigError for one that does not lie beside the configuration file or below, wherever links lead: settings
    come with a repository, and must not say that a review reads and writes anywhere else.
    """
    place = settings.root / settings.config.decisions
    try:
        inside = place.resolve().is_relative_to(settings.root.resolve())
        place.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise _misplaced(settings, f"no file can be there: {error}") from None
    if not inside:
        raise _misplaced(settings, "it leads out of the project")
    return os.path.relpath(place).replace(os.sep, "/")


def _misplaced(settings: Settings, why: str) -> ConfigError:
    file = settings.file
    line = None if file is None else line_of(file, ("decisions",))
    remedy = "name a file beside the configuration file, or below"
    return ConfigError(f"decisions: {why}", path=file, line=line, remedy=remedy)


def read_own(settings: Settings) -> list[Said]:
    """The decisions that the project keeps. Raises InputError, also where it keeps none."""
    file = own_file(settings)
    if not Path(file).exists():
        remedy = "name the file that you exported from the report, or decide in aligncheck review"
        raise InputError("no decisions here", path=file, remedy=remedy)
    return read_decisions([file])


def _decisions(data: bytes, path: str) -> list[Said]:
    if data.startswith(WORKBOOK):
        return parse_workbook(data, path)
    text = decode(data, path).text
    first = text.lstrip("\ufeff \t\r\n")[:1]
    return parse(text, path) if first in ("", "{", "[", "<", "=", ">", "|") else parse_csv(text, path)


def _shown(file: str) -> str:
    return "<stdin>" if file == STANDARD_INPUT else file
