"""Which repository holds a file: documents may lie in submodules, or their originals in another checkout."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from aligncheck.runner.history.repository import Repository


class Place(NamedTuple):
    """A file in a repository: its path from the root."""

    repository: Repository
    path: str


@dataclass(frozen=True, slots=True)
class Repositories:
    """The repositories around files; git is asked once for each of them, not for each file."""

    _tops: dict[str, str | None] = field(default_factory=dict, repr=False)
    _found: dict[str | None, Repository | None] = field(default_factory=dict, repr=False)

    def place(self, path: str) -> Place | None:
        """Where a file is kept, named from the current directory; None outside of git.

        Links are followed, as ``Repository.path_of`` does. Raises ConfigError as ``Repository.find``.
        """
        directory = str(Path(os.path.realpath(path) if Path(path).is_symlink() else path).parent)
        real = os.path.realpath(directory)
        top = self._top(real)
        if top not in self._found:
            self._found[top] = Repository.find(_existing(top or real))
        repository = self._found[top]
        inside = None if repository is None else repository.path_of(path)
        return None if repository is None or inside is None else Place(repository, inside)

    def grouped(self, paths: Iterable[str]) -> dict[str, tuple[Repository, list[tuple[int, str]]]]:
        """By repository, the numbers of the files it holds with their paths in it; none for those outside of git."""
        found: dict[str, tuple[Repository, list[tuple[int, str]]]] = {}
        members: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, path in enumerate(paths):
            if place := self.place(path):
                root = place.repository.root
                members[root].append((number, place.path))
                found[root] = place.repository, members[root]
        return found

    def _top(self, directory: str) -> str | None:
        """The nearest directory above that has a ``.git``: where a repository begins, or a submodule."""
        if directory not in self._tops:
            if os.path.lexists(Path(directory, ".git")):
                self._tops[directory] = directory
            else:
                above = str(Path(directory).parent)
                self._tops[directory] = None if above == directory else self._top(above)
        return self._tops[directory]


def _existing(directory: str) -> str:
    """The nearest directory that is there: an original that is gone may have taken its directory along."""
    path = Path(directory)
    while not path.is_dir() and path != path.parent:
        path = path.parent
    return str(path)
