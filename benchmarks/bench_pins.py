"""How long it takes to find what pins name: 172 pages, each pinned to one of 100 commits, in a made-up repository.

Usage: python benchmarks/bench_pins.py [pages [pins [commits]]]

Printed are seconds to read the pins, to read the originals at their commits and to date what changed since; then the
same once more after all originals were moved to another directory and changed, so that each has to be followed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from repository import Page

from aligncheck.config import Config
from aligncheck.gate.lock import blob_of
from aligncheck.runner.drift.dates import Behind, ages
from aligncheck.runner.drift.past import past_sources
from aligncheck.runner.drift.pins import Pin, find_pin
from aligncheck.runner.history.repositories import Repositories

T = TypeVar("T")

_AUTHOR = "committer Ada <ada@example.org>"
_DAY = 86_400
_START = 1_767_225_600
"""The first of January 2026, UTC."""


def history(pages: int, commits: int) -> bytes:
    """Commits for ``git fast-import``; each adds a line to a few pages, and every page changes several times."""
    texts = [_text(number, pages) for number in range(pages)]
    out: list[bytes] = []
    for commit in range(commits):
        touched = range(pages) if commit == 0 else {(commit * 7 + step * 41) % pages for step in range(4)}
        out.append(f"commit refs/heads/main\nmark :{commit + 1}\n{_AUTHOR} {_START + commit * _DAY} +0000\n".encode())
        out.append(b"data 4\nmore\n")
        for page in touched:
            texts[page] += f"\nLine {commit} was added.\n"
            data = texts[page].encode()
            out.append(f"M 100644 inline docs/en/{page}.md\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(out)


def _text(number: int, pages: int) -> str:
    page = Page(number, 1, pages)
    return "\n\n".join(f"{page.sentence()[0]}" for _ in range(60)) + "\n"


def git(root: Path, *arguments: str, stdin: bytes = b"") -> str:
    identity = {f"GIT_{who}_{what}": "ada" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=True, env={**os.environ, **identity})
    return done.stdout.decode()


def measured(what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = work()
    print(f"{what:<40} {time.perf_counter() - start:>8.2f} s", flush=True)
    return result


def look(pages: int, folder: str) -> None:
    """Read pins, originals and dates of all pages; paths are relative to the current directory."""
    sources = [f"docs/{folder}/{page}.md" for page in range(pages)]
    texts = [Path(f"docs/zh/{page}.md").read_bytes() for page in range(pages)]

    def pins() -> list[Pin]:
        found = [find_pin(text, Config().drift.pins) for text in texts]
        return [pin for pin in found if pin is not None]

    pinned = list(zip(sources, measured("pins", pins), strict=True))
    past = measured("originals at their commits", lambda: past_sources(pinned, Repositories()))
    missing = sum(one.content is None for one in past)
    behind = [Behind(path, frozenset({blob_of(one.content or b"")})) for path, one in zip(sources, past, strict=True)]
    aged = measured("dates and commits", lambda: ages(behind, Repositories()))
    changes = sum(len(age.versions) for age in aged)
    oldest = min((age.since for age in aged if age.since), default="none")
    print(f"{len(past)} originals, {missing} not found, {changes} changes since, the oldest of {oldest}")


def main() -> None:
    pages, pins, commits = (*map(int, sys.argv[1:]), *(172, 100, 400)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        git(root, "init", "-q", "-b", "main")
        git(root, "fast-import", "--quiet", stdin=history(pages, commits))
        git(root, "reset", "-q", "--hard")
        hashes = git(root, "rev-list", "--reverse", "main").split()
        (root / "docs/zh").mkdir()
        for page in range(pages):
            pin = hashes[(page % pins) * (len(hashes) - 1) // pins]
            text = "\n\n".join(f"第{n}行。" for n in range(60))
            text = f"---\ndefault_lang_commit: {pin}\n---\n\n{text}\n"
            (root / f"docs/zh/{page}.md").write_text(text, encoding="utf-8")
        git(root, "add", "--all")
        git(root, "commit", "-q", "-m", "translations")
        os.chdir(root)
        print(f"{pages} pages, {pins} pins, {commits} commits")
        look(pages, "en")
        git(root, "mv", "docs/en", "docs/english")
        for page in range(pages):
            with (root / f"docs/english/{page}.md").open("a") as file:
                file.write("\nAnother line.\n")
        git(root, "commit", "-q", "-a", "-m", "moved")
        look(pages, "english")
        os.chdir("/")


if __name__ == "__main__":
    main()
