"""The git repository around the documents: what changed since a commit, and what files held then. Only reads."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aligncheck.errors import ConfigError
from aligncheck.formats import is_supported
from aligncheck.runner.history import revisions
from aligncheck.runner.history.git import Git, reason
from aligncheck.runner.history.raw import SUBMODULE, Entry, Logged, entries, is_regular, logged, records

_PATHS = 8
"""Paths that a log is asked for, at most."""

_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True, slots=True)
class Tree:
    """What a commit holds, by path from the root.

    Attributes:
        files: blob of each regular file. Symbolic links are left out: they hold a path, no text.
        submodules: where another repository is mounted.
    """

    files: Mapping[str, str]
    submodules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """How the working tree (staged, unstaged and untracked files alike) differs from a commit.

    Paths are relative to the root, with ``/``.

    Attributes:
        commit: the commit compared with.
        old: changed and added files: what the file was called at the commit, None where it did not exist.
        deleted: files that are gone, or no regular files any more; a renamed one is not among them.
        submodules: submodules that are at another commit, or changed inside.
        tree: what the commit holds.
    """

    commit: str
    old: Mapping[str, str | None]
    deleted: frozenset[str]
    submodules: frozenset[str]
    tree: Tree

    def touched(self, path: str) -> bool:
        """Whether a file is not what it was, or was not there; one that git ignores was never there."""
        submodule = self.submodule_of(path)
        if submodule is not None:
            return submodule in self.submodules
        return path in self.old or path not in self.tree.files

    def before(self, path: str) -> str | None:
        """What a file was called at the commit; None where it did not exist, or stands in a submodule."""
        return self.old.get(path, path if path in self.tree.files else None)

    def submodule_of(self, path: str) -> str | None:
        """The submodule that a file belongs to, now or at the commit."""
        return next((s for s in self.tree.submodules | self.submodules if path.startswith(s + "/")), None)


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a working tree; ``root`` is its top directory, absolute and free of links."""

    root: str
    git: Git = field(repr=False)
    _trees: dict[str, Tree] = field(default_factory=dict, repr=False, compare=False)
    _directories: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def find(cls, start: str) -> Repository | None:
        """The repository whose working tree holds the directory ``start``; None where there is none.

        What the surroundings say wins over GIT_DIR, which git sets for its hooks; GIT_DIR together with
        GIT_WORK_TREE counts where the surroundings say nothing. Raises ConfigError where git is missing, does
        not trust the repository or finds it broken.
        """
        answer = Git.at(start).ask("rev-parse", "--show-toplevel")
        if answer.code and (told := Git.as_told(start)):
            answer = told.ask("rev-parse", "--show-toplevel")
            if not answer.code:
                return cls._of(Git(_path(answer.output), told.environment))
        if not answer.code:
            return cls._of(Git.at(_path(answer.output)))
        if "or any" in answer.error or "must be run in a work tree" in answer.error:
            return None
        raise ConfigError(f"git finds no repository: {reason(answer)}", path=start, remedy="mend it, or leave git out")

    @classmethod
    def _of(cls, git: Git) -> Repository:
        return cls(os.path.realpath(git.directory), git)

    def resolve(self, revision: str) -> str:
        """The commit that a revision stands for. Raises ConfigError with the nearest remedy."""
        return revisions.resolve(self.git, revision)

    def has_commits(self) -> bool:
        """Whether HEAD stands for a commit: in a new repository it does not yet."""
        return self.git.line("rev-parse", "--verify", "--quiet", "HEAD") is not None

    def merge_base(self, branch: str) -> str:
        """The newest commit that a branch and HEAD share. Raises ConfigError with the nearest remedy."""
        return revisions.merge_base(self.git, branch)

    def path_of(self, path: str) -> str | None:
        """A path as named from the current directory, seen from the root; None outside the repository.

        Links are followed: a linked document is the file that holds its text.
        """
        directory, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir) or Path(path).is_symlink():
            directory, name = os.path.split(os.path.realpath(path))
        where = str(Path.cwd()) + os.sep + directory
        if where not in self._directories:
            self._directories[where] = _below(os.path.realpath(directory), self.root)
        below = self._directories[where]
        return None if below is None else f"{below}{name}"

    def tree(self, commit: str) -> Tree:
        """What a commit holds; asked of git once."""
        if commit not in self._trees:
            files, submodules = {}, set()
            for entry in records(self.git.run("ls-tree", "-r", "-z", "--full-tree", commit)):
                description, path = entry.split("\t", 1)
                mode, _, blob = description.split(" ")
                if mode == SUBMODULE:
                    submodules.add(path)
                elif is_regular(mode):
                    files[path] = blob
            self._trees[commit] = Tree(files, frozenset(submodules))
        return self._trees[commit]

    def changes(self, commit: str) -> Changes:
        """Compare the working tree with a commit; renames are found as git finds them, in untracked files too."""
        tree, untracked = self.tree(commit), self._untracked()
        old: dict[str, str | None] = {path: path if path in tree.files else None for path in untracked}
        deleted, submodules = set(), set()
        for entry in self._differences(commit, untracked):
            if SUBMODULE in (entry.old_mode, entry.new_mode):
                submodules.add(entry.new)
            if is_regular(entry.new_mode):
                old[entry.new] = entry.old if entry.status != "A" and entry.old in tree.files else None
            elif entry.old in tree.files and self._is_file(entry.old):
                old[entry.old] = entry.old  # taken out of the index, but still there
            elif entry.old in tree.files:
                deleted.add(entry.old)
        return Changes(commit, dict(sorted(old.items())), frozenset(deleted), frozenset(submodules), tree)

    def read(self, commit: str, paths: Collection[str]) -> dict[str, bytes | None]:
        """What files held at a commit, as a checkout of it would put them into the working tree now.

        Line ends and encodings are converted as the settings and attributes of today say, so that a file that did not
        change gives the same bytes. None for what was no regular file. One process reads all. Raises ConfigError where
        a filter fails or an object is missing.
        """
        files = self.tree(commit).files
        wanted = sorted({path for path in paths if path in files})
        contents = self.contents([(files[path], path) for path in wanted])
        return {**dict.fromkeys(paths), **dict(zip(wanted, contents, strict=True))}

    def contents(self, blobs: Sequence[tuple[str, str]]) -> list[bytes]:
        """What a checkout makes of blobs, each with the path whose attributes say how (see ``read``); one process."""
        if not blobs:
            return []
        # The size that git prints is the blob's, not that of what its filters make of it: a mark that no file can
        # hold separates the contents instead.
        mark = secrets.token_hex(24)
        odd = any("\n" in path for _, path in blobs)
        end, options = ("\0", ["-z"]) if odd else ("\n", [])
        stdin = os.fsencode("".join(f"{blob} {path}{end}" for blob, path in blobs))
        answer = self.git.ask("cat-file", f"--batch={mark}", "--filters", "--buffer", *options, stdin=stdin)
        if answer.code:
            remedy = "mend the filter that .gitattributes names, or switch it off for these files"
            raise ConfigError(f"git cannot give back an earlier version: {reason(answer)}", remedy=remedy)
        parts = (b"\n" + answer.output).split(f"\n{mark}\n".encode())[1:]
        if len(parts) != len(blobs):
            remedy = "run `git fsck`; a partial clone has to fetch it first"
            raise ConfigError("git lacks an earlier version of a file", remedy=remedy)
        return [*parts[:-1], parts[-1].removesuffix(b"\n")]

    def log(self, paths: Collection[str], *options: str) -> Generator[Logged]:
        """The commits that led to HEAD and changed one of the files, newest first, with their changes.

        Other files that lie beside them may be among these. ``options`` name at least a format. Who closes the iterator
        ends the process.
        """
        fixed = ("-c", "log.showRoot=true", "-c", "core.quotePath=false", "log", "--raw", "-z", "--no-abbrev")
        off = ("--no-renames", "--no-ext-diff", "--no-color", "--no-show-signature", "--no-notes")
        with closing(self.git.records(*fixed, *off, *options, "HEAD", "--", *_around(paths))) as found:
            yield from logged(found)

    def _is_file(self, path: str) -> bool:
        try:
            return stat.S_ISREG(os.lstat(Path(self.root, path)).st_mode)
        except OSError:
            return False

    def _untracked(self) -> list[str]:
        """Files that are neither tracked nor ignored; other repositories in between stay closed."""
        listed = records(self.git.run("ls-files", "-z", "--others", "--exclude-standard"))
        return [path for path in listed if not path.endswith("/")]

    def _differences(self, commit: str, untracked: Sequence[str]) -> list[Entry]:
        """The differences as if untracked documents had been added: a file moved without ``git mv`` is a rename too.

        All of that happens in an index and an object store that go away: git would write to the repository's own.
        """
        index, objects = (self.git.line("rev-parse", "--git-path", what) for what in ("index", "objects"))
        options = ("--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-color")
        with tempfile.TemporaryDirectory() as scratch:
            environment = {
                "GIT_INDEX_FILE": str(Path(scratch, "index")),
                "GIT_OBJECT_DIRECTORY": scratch,
                "GIT_ALTERNATE_OBJECT_DIRECTORIES": _quoted(str(Path(self.root, objects or ""))),
            }
            with suppress(FileNotFoundError):  # without an index nothing is tracked
                # With its time: a file as old as the index may have changed since, and git looks into it.
                shutil.copy2(Path(self.root, index or ""), environment["GIT_INDEX_FILE"])
            if documents := [path for path in untracked if is_supported(path)]:
                add = ("add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul")
                self.git.ask(*add, stdin=os.fsencode("\0".join(documents)), environment=environment)
            refresh = ("-c", "diff.autoRefreshIndex=true")  # a file that was only touched is no difference
            command = (*refresh, "diff", *options, "--ignore-submodules=none", commit, "--")
            raw = self.git.run(*command, environment=environment)
        return list(entries(records(raw)))


def _around(paths: Collection[str]) -> list[str]:
    """Files, or a few directories that hold them; nothing for the whole tree.

    git compares every path that changed with every path it is asked for: 172 files take ten times as long as all.
    """
    named = set(paths)
    depth = max((path.count("/") for path in named), default=0)
    while len(named) > _PATHS and depth:
        named = {"/".join(path.split("/")[:depth]) for path in named}
        depth -= 1
    return sorted(named) if len(named) <= _PATHS else []


def _path(output: bytes) -> str:
    return os.fsdecode(output.removesuffix(b"\n"))


def _below(directory: str, root: str) -> str | None:
    """What stands before the names of a directory's files, seen from the root: ``docs/zh/``; None outside."""
    if directory == root:
        return ""
    above = root.rstrip(os.sep) + os.sep
    return directory.removeprefix(above).replace(os.sep, "/") + "/" if directory.startswith(above) else None


def _quoted(directory: str) -> str:
    """A directory in a list that colons separate (see the description of the variable in git's manual)."""
    escaped = directory.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_pointer(content: bytes) -> bool:
    """Whether this stands in a file's place where Git LFS holds the file and is not installed."""
    return content.startswith(_POINTER)
