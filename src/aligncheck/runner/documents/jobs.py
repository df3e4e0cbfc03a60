"""What a run is to do: documents as jobs, and the names of their reports. Finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from aligncheck.errors import InputError
from aligncheck.runner.documents.walk import Skipped


@dataclass(frozen=True, slots=True)
class Job:
    """A document to check: one bilingual file, or a source file and a target file.

    Attributes:
        source: path of the source file, of the only file when ``target`` is None; relative to the current
            directory, with ``/``.
        target: path of the translation.
        name: where its reports go, under the reports directory; unique within the plan.
        identities: paths of its files from the project's root, the source's first; they stay the same wherever the
            command runs.
    """

    source: str
    target: str | None
    name: str
    identities: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The document's path in reports: a pair goes by its target."""
        return self.target or self.source

    @property
    def identity(self) -> str:
        """The document's path in fingerprints and in the baseline."""
        return self.identities[-1] if self.identities else self.path


@dataclass(frozen=True, slots=True)
class Alone:
    """A file whose counterpart is missing.

    Attributes:
        path: relative to the current directory.
        identity: from the project's root.
        missing: what there is none of.
        expected: the missing file's path, where a pattern says it.
    """

    path: str
    identity: str
    missing: Literal["source", "target"]
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do: jobs by name, files left out and why, what was named or found but cannot be read.

    ``alone`` are those of the files left out that a pattern wants a counterpart for. ``whole`` says that these are all
    documents of the project: of a part of them nobody can tell what stands in none.
    """

    jobs: tuple[Job, ...]
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[InputError, ...] = ()
    alone: tuple[Alone, ...] = ()
    whole: bool = False


def report_names(sides: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """A relative path for each document's reports that stays inside the reports directory.

    Two documents may want the same one: ``../x.md`` and ``x.md``, or one English translation of two Chinese files.
    """
    used: set[str] = set()
    for source, target in sides:
        parts = [part for part in (target or source).split("/") if part not in ("", "..")]
        wanted = name = "/".join(parts)
        count = 1
        while name in used:
            count += 1
            name = f"{wanted}~{count}"
        used.add(name)
        yield name
