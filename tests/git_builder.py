"""Real git repositories in a test's directory, apart from the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligncheck.runner.history.repository import Repository

_IDENTITY = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"), ("DATE", "2026-01-02T03:04:05Z"))
}


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the user or the machine, no repository that the environment points to, one identity."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {**_IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, value)


@dataclass(frozen=True)
class Checkout:
    """A working tree: write files, commit, look at it through Repository."""

    root: Path

    @classmethod
    def isolated(cls, root: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
        """An empty repository, and a process that knows no other."""
        isolate(monkeypatch)
        return cls.new(root)

    @classmethod
    def new(cls, root: Path) -> Checkout:
        root.mkdir(parents=True, exist_ok=True)
        made = cls(root)
        made.git("init", "-q", "-b", "main")
        return made

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(self.root), *arguments], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return os.fsdecode(done.stdout).strip()

    def write(self, files: dict[str, str | bytes]) -> None:
        for path, content in files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: dict[str, str | bytes] | None = None, message: str = "more") -> str:
        """Write files, commit everything, and name the commit."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    @property
    def repository(self) -> Repository:
        found = Repository.find(str(self.root))
        assert found is not None
        return found
