"""Paths from the command line to the paths of jobs: many spellings, one result."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.formats import suffix_of
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.documents.jobs import Plan


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str, text: str = "The kiln is fired at night. 窑火在夜晚点燃。\n") -> None:
    """Write files of one text; parents are made."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def jobs(plan: Plan) -> list[tuple[str, str | None]]:
    return [(job.source, job.target) for job in plan.jobs]


@pytest.mark.parametrize(
    "spelling", ["docs", "docs/", "./docs", "docs/../docs", "../{here}/docs", "{cwd}/docs", "docs//"]
)
def test_the_spelling_of_a_directory_changes_nothing(spelling: str) -> None:
    write("docs/en/a.md", "docs/zh/a.md", "docs/zh/b.draft.md", "docs/zh/kept.draft.md", "docs/out/c.md")
    write("docs/local/d.md", "docs/old/e.md", "docs/picture.png", ".git/HEAD")
    write(".gitignore", text="docs/out/\n*.draft.md\n")
    write("docs/.gitignore", text="/local\n!kept.draft.md\n")
    path = spelling.format(here=Path.cwd().name, cwd=Path.cwd())
    plan = discover([path], Config(exclude=("docs/old/",)))
    assert jobs(plan) == [("docs/en/a.md", "docs/zh/a.md"), ("docs/zh/kept.draft.md", None)]
    assert [(s.path, s.reason) for s in plan.skipped] == [("docs/picture.png", "unsupported suffix .png")]


def test_a_directory_above_the_current_one(monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/en/a.md", "docs/zh/a.md", "docs/zh/below/b.md")
    monkeypatch.chdir("docs/zh")
    up = discover([".."], Config())
    assert sorted(jobs(up)) == [("../en/a.md", None), ("a.md", None), ("below/b.md", None)]
    assert jobs(discover(["."], Config())) == [("a.md", None), ("below/b.md", None)]


@given(st.sampled_from(["", "a.b/", "../", "/é/"]), st.text(alphabet="a.é", min_size=2, max_size=8))
def test_suffixes_are_those_of_pathlib(directory: str, name: str) -> None:
    assert suffix_of(directory + name) == PurePosixPath(directory, name).suffix
