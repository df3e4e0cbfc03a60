"""A project with one accepted document, edits of it, and what ``aligncheck drift`` says, for tests of the command."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from accepted_builder import CHINESE, ENGLISH
from command_line import Shell

CONFIG = '[[pairs]]\nsource = "docs/en/{path}.md"\ntarget = "docs/zh/{path}.md"\n'
DAY = "2026-05-20"


def project(shell: Shell) -> Shell:
    """The settings and both texts of the document."""
    shell.write("aligncheck.toml", CONFIG)
    shell.write("docs/en/box.md", ENGLISH)
    shell.write("docs/zh/box.md", CHINESE)
    return shell


def git(*arguments: str, day: str = "2026-05-01") -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    environment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    command = ["env", *(f"{k}={v}" for k, v in environment.items()), "git", *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def committed(day: str = "2026-05-01") -> str:
    git("add", ".")
    git("commit", "-m", "a state", day=day)
    return git("rev-parse", "HEAD")


def edit(shell: Shell, path: str, old: str, new: str) -> None:
    text = (shell.folder / path).read_text(encoding="utf-8")
    assert old in text
    shell.write(path, text.replace(old, new))


def status(shell: Shell, *options: str) -> Any:
    done = shell("drift", "--today", DAY, "--output", "json", *options)
    assert done.code in (0, 1), done.err
    return json.loads(done.out)


def states(shell: Shell, *options: str) -> dict[str, str]:
    return {document["path"]: document["state"] for document in status(shell, *options)["documents"]}


def codes(shell: Shell, *options: str) -> list[str]:
    return [s["code"] for d in status(shell, *options)["documents"] for s in d["drifted"] if s["code"]]
