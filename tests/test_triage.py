"""Decisions brought back into the gate: the laws of the round trip, on a project as a team has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Shell
from triage_builder import (
    FINE,
    ROWS,
    SETTINGS,
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

CHOICES = ("false-alarm", "accepted", "later", "true")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    write_project(made)
    return made


def entries(shell: Shell) -> list[dict[str, object]]:
    file = shell.folder / "aligncheck-baseline.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()[1:]]


def test_after_deciding_everything_only_what_is_true_fails(shell: Shell) -> None:
    file = export(shell, all_of(*CHOICES, reason="looked at"))
    done = shell("triage", "apply", file)
    assert done.code == 0, done.err
    assert "6 of 6 findings decided: 1 true, 2 false alarms, 2 accepted, 1 to fix later" in done.out
    assert "aligncheck-baseline.jsonl: 5 known findings more" in done.out
    assert "To mend:\n  zh/a.md:5:7  NUM001" in done.out
    after = [status for _, _, status in statuses(shell)]
    assert (after.count("new"), after.count("baselined")) == (1, 5)
    assert shell("check").code == 1
    prefixes = sorted(str(entry["reason"]) for entry in entries(shell))
    said = ["accepted", "accepted", "false alarm", "false alarm", "fix later"]
    assert prefixes == [f"{prefix}: looked at" for prefix in said]


@pytest.mark.parametrize("place", ["baseline", "comment"])
def test_with_true_faults_in_the_baseline_the_check_is_clean(shell: Shell, place: str) -> None:
    file = export(shell, all_of(*CHOICES))
    places = [f"--{choice}={place}" for choice in CHOICES[:3]]
    assert shell("triage", "apply", file, *places, "--true", "baseline").code == 0
    assert shell("check").code == 0
    assert {status for _, _, status in statuses(shell)} == {"baselined", *(["suppressed"] if place == "comment" else [])}


@pytest.mark.parametrize("place", ["baseline", "comment"])
def test_an_edited_sentence_brings_back_its_findings_only(shell: Shell, place: str) -> None:
    shell("triage", "apply", export(shell, all_of("accepted")), "--accepted", place)
    assert shell("check").code == 0
    file = shell.folder / "zh/a.md"
    file.write_text(file.read_text(encoding="utf-8").replace("幅画", "幅油画"), encoding="utf-8")
    new = [(path, code) for path, code, status in statuses(shell) if status == "new"]
    assert new == ([("zh/a.md", "NUM001"), ("zh/a.md", "SUP002")] if place == "baseline" else [])


def test_applying_twice_changes_nothing(shell: Shell) -> None:
    record = {"reason": "as agreed", "keep": ["Harbour Lights"], "term": ["lamp", "灯"]}
    file = export(shell, all_of(*CHOICES, **record))
    assert shell("triage", "apply", file, "--accepted", "comment").code == 0
    before = contents(shell)
    again = shell("triage", "apply", file, "--accepted", "comment")
    assert again.code == 0, again.err
    assert "nothing to write" in again.out
    assert "5 decided findings known already" in again.out
    assert contents(shell) == before


def test_a_dry_run_says_the_same_and_writes_nothing(shell: Shell) -> None:
    file = export(shell, all_of(*CHOICES, keep=["Harbour Lights"], term=["lamp", "灯"]))
    before = contents(shell)
    dry = shell("triage", "apply", file, "--accepted", "comment", "--dry-run")
    assert dry.code == 0
    assert contents(shell) == before
    assert shell("triage", "apply", file, "--accepted", "comment").out == dry.out.replace("would have ", "")
