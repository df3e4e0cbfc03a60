"""What counts as a change, and that one save is one change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aligncheck.runner.watch import watch

PAUSE = 0.2


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    for name in ("a.md", "b.md"):
        Path("docs", name).write_text("one", encoding="utf-8")
    Path("settings.toml").write_text("", encoding="utf-8")


@pytest.fixture
def changes() -> Iterator[tuple[str, ...]]:
    watching = watch(["docs"], also=["settings.toml", "later.toml"], reports="docs/reports", pause=PAUSE)
    assert next(watching) == ()
    return watching


def after(act: Callable[[], object], changes: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    """What is told when something is done a little later."""
    timer = threading.Timer(3 * PAUSE, act)
    timer.start()
    found = next(changes)
    timer.join()
    return found


def test_an_edit_a_new_file_and_a_deletion_are_told(changes: Iterator[tuple[str, ...]]) -> None:
    assert after(lambda: Path("docs/a.md").write_text("two two", encoding="utf-8"), changes) == ("docs/a.md",)
    assert after(lambda: Path("docs/new.md").write_text("three", encoding="utf-8"), changes) == ("docs/new.md",)
    assert after(lambda: Path("docs/b.md").unlink(), changes) == ("docs/b.md",)


def test_what_changes_while_the_caller_works_is_told_next(changes: Iterator[tuple[str, ...]]) -> None:
    Path("docs/a.md").write_text("while at work", encoding="utf-8")
    assert next(changes) == ("docs/a.md",)


def test_settings_count_even_where_they_appear_later(changes: Iterator[tuple[str, ...]]) -> None:
    assert after(lambda: Path("later.toml").write_text("x", encoding="utf-8"), changes) == ("later.toml",)


def test_a_file_replaced_by_renaming_is_one_change(changes: Iterator[tuple[str, ...]]) -> None:
    def save() -> None:
        Path("docs/.a.md.swp").write_text("six", encoding="utf-8")
        Path("docs/a.md").rename("docs/a.md~")
        time.sleep(PAUSE / 4)
        Path("docs/.a.md.swp").rename("docs/a.md")
        Path("docs/a.md~").unlink()

    assert after(save, changes) == ("docs/a.md",)


def test_several_files_saved_together_are_one_change(changes: Iterator[tuple[str, ...]]) -> None:
    def save() -> None:
        for name in ("a.md", "b.md"):
            Path("docs", name).write_text("all of them", encoding="utf-8")

    assert after(save, changes) == ("docs/a.md", "docs/b.md")


def test_reports_other_files_and_ignored_ones_do_not_count(changes: Iterator[tuple[str, ...]]) -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n", encoding="utf-8")

    def work() -> None:
        for place in ("docs/reports", "docs/build", "docs"):
            Path(place).mkdir(exist_ok=True)
            Path(place, "page.json" if place != "docs" else "picture.png").write_text("{}", encoding="utf-8")
        time.sleep(5 * PAUSE)
        Path("docs/b.md").write_text("at last", encoding="utf-8")

    assert after(work, changes) == ("docs/b.md",)
