"""What files were called before they were renamed, for many files at once; asks git, reads no file."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from typing import NamedTuple

from aligncheck.runner.history.raw import logged
from aligncheck.runner.history.repository import Repository


class Former(NamedTuple):
    """A file's path before a commit renamed it; ``commit`` is None where that is not committed yet."""

    commit: str | None
    path: str


def former_names(repository: Repository, paths: Collection[str]) -> dict[str, Former]:
    """The last name before the present one, of each file that has had another; paths are from the root.

    ``git log --follow`` follows one file. Here one log finds the commits that added the files, and one comparison in
    these commits what they were renamed from, which git judges by their content.
    """
    if not paths or not repository.has_commits():
        return {}
    head = repository.resolve("HEAD")
    present = repository.tree(head).files
    found: dict[str, Former] = {}
    if absent := sorted(path for path in set(paths) if path not in present):
        changes = repository.changes(head)
        found.update({path: Former(None, before) for path in absent if (before := changes.before(path)) is not None})
    return found | _committed(repository, sorted(set(paths) - set(found)))


def _committed(repository: Repository, paths: list[str]) -> dict[str, Former]:
    wanted, commits = set(paths), dict[str, None]()
    with closing(repository.log(paths, "--format=%H", "--diff-filter=A")) as log:
        for one in log:
            if added := {entry.new for entry in one.entries} & wanted:
                wanted -= added
                commits[one.about] = None
            if not wanted:
                break
    return _renames(repository, list(commits), set(paths))


def _renames(repository: Repository, commits: list[str], paths: set[str]) -> dict[str, Former]:
    options = ("--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--find-renames", "--diff-filter=R")
    found: dict[str, Former] = {}
    if commits:
        given = "".join(f"{commit}\n" for commit in commits).encode()
        for one in logged(repository.git.records("diff-tree", *options, stdin=given)):
            for entry in one.entries:
                if entry.new in paths:
                    found.setdefault(entry.new, Former(one.about, entry.old))
    return found
