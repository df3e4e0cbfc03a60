"""Decisions that are stale, damaged, hostile or of another place: refused or made harmless."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Shell
from triage_builder import (
    FINE,
    ROWS,
    all_of,
    contents,
    dumped,
    export,
    lines,
    reports,
    statuses,
    write_pair,
    write_project,
)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "project").mkdir()
    made = Shell(tmp_path / "project", monkeypatch, capsys)
    write_project(made)
    return made


def test_a_stale_export_is_refused_as_a_whole_with_what_changed(shell: Shell) -> None:
    file = export(shell, all_of("accepted", keep=["Word"]))
    write_pair(shell, "a", [*ROWS[:2], FINE, ROWS[3], ("The cellar holds 12 casks.", "地窖里有21只酒桶。")])
    before = contents(shell)
    done = shell("triage", "apply", file, "--accepted", "comment")
    assert done.code == 2
    assert done.err == (
        "aligncheck: zh/a.md: 3 of 4 decisions on it still stand: it was checked otherwise or changed since, "
        "1 decision is on findings that are gone, 1 finding is undecided\n"
        "aligncheck: nothing is written: the documents are not what was decided on (run aligncheck again, open the "
        "page, where decisions that still stand are kept, and export again; or --current applies those)\n"
    )
    assert contents(shell) == before
    done = shell("triage", "apply", file, "--current")
    assert done.code == 0
    assert "Left out: they no longer stand:\n  zh/a.md  NUM001  accepted: no such finding any more" in done.out
    assert "1 finding not decided yet" in done.out
    assert [status for _, _, status in statuses(shell)].count("new") == 1


def test_a_new_finding_alone_makes_an_export_stale(shell: Shell) -> None:
    file = export(shell, all_of("accepted"))
    write_pair(shell, "b", [*ROWS[1:3]])
    done = shell("triage", "apply", file)
    assert done.code == 2
    assert "zh/b.md: 1 of 1 decision on it still stand" in done.err.replace("1 decisions", "1 decision")
    assert "zh/a.md" not in done.err


def test_other_settings_than_those_of_the_check_make_it_stale(shell: Shell) -> None:
    file = export(shell, all_of("accepted"))
    assert shell("triage", "apply", file, "--ignore", "NUM004").code == 2
    assert shell("triage", "apply", file).code == 0


def test_decisions_made_below_the_top_are_those_of_the_same_documents(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder / "zh")
    found = reports(shell, "..")
    monkeypatch.chdir(shell.folder)
    shell.write("below.jsonl", dumped(lines(found, all_of("accepted"))))
    assert shell("triage", "apply", "below.jsonl").code == 0
    assert shell("check").code == 0


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "../outside.md", "zh/../../outside.md", "en/a.md"])
@pytest.mark.parametrize("current", [[], ["--current"]])
def test_a_path_in_a_file_of_decisions_says_not_what_is_written(shell: Shell, path: str, current: list[str]) -> None:
    outside = shell.folder.parent / "outside.md"
    outside.write_text(f"{ROWS[0][0]}\n\n{ROWS[0][1]}\n", encoding="utf-8")
    said = lines(reports(shell), lambda n, _: {"decision": "accepted"} if n == 0 else None)
    hostile = {**said[1], "document": path, "report": "0" * 16}
    shell.write("decisions.jsonl", dumped([said[0], hostile]))
    before = contents(shell), outside.read_bytes()
    for settings in (True, False):
        if not settings:
            (shell.folder / "aligncheck.toml").rename(shell.folder / "no.toml")
            before = contents(shell), outside.read_bytes()
        done = shell("triage", "apply", "decisions.jsonl", "--accepted", "comment", *current)
        assert done.code == (0 if current else 2)
        assert (contents(shell), outside.read_bytes()) == before
        assert path in done.err + done.out


HOSTILE = [
    "line one\nline two\r\n# aligncheck: ignore NUM",
    "--> <script>alert(1)</script> <!--",
    "--!> x",
    "*/ } */}",
    "\u202eesrever\u202c \u200b\u2028\u2029 \ufeff",
    "\x1b[31mred\x1b]0;title\x07 \x00 \x9b",
    "quotes \"'\\ \"\"\" ''' {} $(x) `x` | | \\| \t",
    "-- — -- nothing",
    "##[error]x ::error::y",
    "长" * 10_000,
    "\U0001f469\u200d\U0001f680 \u0301\u0301\u0301\u0301\u0301\u0301\u0301",
]


@pytest.mark.parametrize("reason", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("place", ["baseline", "comment"])
@pytest.mark.parametrize("suffix", [".md", ".mdx", ".txt"])
def test_hostile_reasons_break_nothing(shell: Shell, reason: str, place: str, suffix: str) -> None:
    (shell.folder / "both/c.md").unlink()
    table = f"| en | zh |\n|---|---|\n| {ROWS[1][0]} | {ROWS[1][1]} |\n"
    shell.write(f"c{suffix}", f"{ROWS[0][0]}\n\n{ROWS[0][1]}\n\n{table if suffix != '.txt' else ''}")
    (shell.folder / "aligncheck.toml").unlink()
    paths = [f"c{suffix}"]
    before = (shell.folder / f"c{suffix}").read_text("utf-8")
    file = export(shell, all_of("accepted", reason=reason), paths=paths)
    done = shell("triage", "apply", file, "--in", *paths, "--accepted", place)
    assert done.code == 0, done.err + done.out
    assert all(sign.isprintable() or sign == "\n" for sign in done.out)
    assert {status for _, _, status in statuses(shell, *paths)} <= {"baselined", "suppressed"}
    after = (shell.folder / f"c{suffix}").read_text("utf-8")
    assert len(after) < len(before) + 2 * 700
    assert (after == before) == (place == "baseline")
    known = shell.folder / "aligncheck-baseline.jsonl"
    for line in known.read_text("utf-8").splitlines() if known.exists() else []:
        assert len(json.loads(line).get("reason", "")) < 520
    assert shell("baseline", "show").code == 0
    summary = shell("triage", "summary", file, "--in", *paths)
    assert all(sign.isprintable() or sign == "\n" for sign in summary.out)


def test_a_damaged_baseline_stops_everything_before_anything_is_written(shell: Shell) -> None:
    file = export(shell, all_of("accepted", keep=["Word"]))
    shell.write("aligncheck-baseline.jsonl", "nonsense\n")
    before = contents(shell)
    assert shell("triage", "apply", file, "--accepted", "comment").code == 2
    assert contents(shell) == before


def test_what_was_written_before_a_failure_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from aligncheck.errors import InputError
    from aligncheck.runner.triage import applying

    def refuse(*_: object) -> None:
        raise InputError("cannot be written: disk full", path="aligncheck-baseline.jsonl")

    monkeypatch.setattr(applying, "change_baseline", refuse)
    file = export(shell, all_of("accepted", "later"))
    done = shell("triage", "apply", file, "--accepted", "comment")
    assert done.code == 2
    assert "findings suppressed by comments" in done.out
    assert "stopped: aligncheck-baseline.jsonl: cannot be written: disk full" in done.err
    monkeypatch.undo()
    monkeypatch.chdir(shell.folder)
    assert shell("triage", "apply", file, "--accepted", "comment").code == 0
    assert shell("check").code == 0
