"""Decisions brought back into the gate: the laws of the round trip, on a project as a team has it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command_line import Shell
from triage_builder import (
    FINE,
    ROWS,
    SETTINGS,
    Decide,
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
    assert {status for _, _, status in statuses(shell)} == {
        "baselined",
        *(["suppressed"] if place == "comment" else []),
    }


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


def test_places_are_as_asked(shell: Shell) -> None:
    file = export(shell, all_of("false-alarm", "accepted", "later"))
    done = shell("triage", "apply", file, "--false-alarm", "comment", "--later", "nothing")
    assert done.code == 0, done.err
    assert "To fix later, left as they are:\n  zh/a.md:3:5  NUM001" in done.out
    kinds = {status for _, _, status in statuses(shell)}
    assert kinds == {"new", "baselined", "suppressed"}
    assert "<!-- aligncheck: ignore NUM004 -- false alarm -->" in (shell.folder / "both/c.md").read_text("utf-8")


def test_findings_of_one_block_share_a_comment_with_all_their_reasons(shell: Shell) -> None:
    shell.write("en/b.md", "It has 250 lenses in May 2019.\n")
    shell.write("zh/b.md", "它在2018年5月有350片透镜。\n")
    reasons = iter(["first", "second"])
    both = ["zh/b.md", "en/b.md"]
    file = export(shell, lambda *_: {"decision": "accepted", "reason": next(reasons)}, paths=both)
    assert shell("triage", "apply", file, "--accepted", "comment", "--current").code == 0
    line = (shell.folder / "zh/b.md").read_text("utf-8").splitlines()[0]
    assert line == "<!-- aligncheck: ignore DAT001, NUM001 -- accepted: first; accepted: second -->"


def test_what_cannot_be_a_comment_is_said_and_goes_to_the_baseline_if_asked(shell: Shell) -> None:
    shell.write("en/d.json", '{"a": "One lamp has 250 lenses."}')
    shell.write("zh/d.json", '{"a": "一盏灯有350片透镜。"}')
    shell.write("aligncheck.toml", SETTINGS.replace(".md", ".{path}").replace("/{path}.{path}", "/{name}.{path}"))
    file = export(shell, all_of("accepted"))
    before = (shell.folder / "zh/d.json").read_bytes()
    done = shell("triage", "apply", file, "--accepted", "comment")
    assert done.code == 2
    assert "zh/d.json: JSON has no comments" in done.out
    assert not (shell.folder / "aligncheck-baseline.jsonl").exists()
    done = shell("triage", "apply", file, "--accepted", "comment", "--fallback", "baseline")
    assert done.code == 0
    assert [entry["path"] for entry in entries(shell)] == ["zh/d.json"]
    assert shell("check").code == 0
    assert (shell.folder / "zh/d.json").read_bytes() == before


def test_a_comment_that_would_cover_a_true_fault_is_left_out_and_others_are_written(shell: Shell) -> None:
    shell.write("en/b.md", f"{ROWS[1][0]} {ROWS[2][0]}\n\n{ROWS[3][0]}\n")
    shell.write("zh/b.md", f"{ROWS[1][1]}{ROWS[2][1]}\n\n{ROWS[3][1]}\n")
    file = export(shell, lambda _, f: {"decision": "true" if "90" in f.message else "accepted"})
    done = shell("triage", "apply", file, "--accepted", "comment")
    assert done.code == 2
    assert "a directive would change NUM001" in done.out
    assert (shell.folder / "zh/b.md").read_text("utf-8").count("aligncheck:") == 1
    assert shell("triage", "apply", file, "--accepted", "comment", "--fallback", "baseline").code == 0
    assert [status for path, _, status in statuses(shell) if path == "zh/b.md"] == ["baselined", "new", "suppressed"]


def test_equal_findings_are_known_as_far_as_they_were_decided(shell: Shell) -> None:
    row = ROWS[1]
    write_pair(shell, "b", [row, FINE, row, FINE, row])
    shell("baseline", "write", "zh/a.md", "en/a.md", "both")

    def state() -> list[str]:
        return [status for path, _, status in statuses(shell) if path == "zh/b.md"]

    second = export(shell, lambda _, f: {"decision": "accepted"} if f.fingerprint.endswith("-2") else None)
    for _ in range(2):
        assert shell("triage", "apply", second).code == 0
        assert state() == ["baselined", "baselined", "new"]
    conflict = export(
        shell, lambda _, f: {"decision": "true" if f.fingerprint.endswith("-2") else "accepted"}
    )  # fmt: skip
    (shell.folder / "aligncheck-baseline.jsonl").unlink()
    done = shell("triage", "apply", conflict)
    assert "the baseline cannot tell them from an equal finding" in done.out
    assert state() == ["baselined", "new", "new"]


def test_findings_that_tell_several_faults_are_known_with_their_parts(shell: Shell) -> None:
    rows = [(f"Sentence {n} of the keeper's diary stays in English here.", "") for n in range(4)]
    shell.write("en/b.md", "\n\n".join([ROWS[1][0], *(en for en, _ in rows)]) + "\n")
    shell.write("zh/b.md", "\n\n".join(["这座桥长120米。", *(en for en, _ in rows)]) + "\n")
    assert shell("triage", "apply", export(shell, all_of("accepted"))).code == 0
    assert shell("check").code == 0


def test_two_at_once_lose_nothing(shell: Shell) -> None:
    found = reports(shell)

    def half(k: int) -> Decide:
        return lambda n, _: {"decision": "accepted", "keep": [f"Word{k}"]} if n % 2 == k else None

    own = [lines(found, half(k)) for k in (0, 1)]
    files = [shell.write(f"{k}.jsonl", dumped(said)).name for k, said in enumerate(own)]
    command = [sys.executable, "-m", "aligncheck", "triage", "apply", "--accepted", "comment"]
    running = [
        subprocess.Popen([*command, file, "--current"], cwd=shell.folder, stdout=subprocess.DEVNULL) for file in files
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert {status for _, _, status in statuses(shell)} == {"suppressed"}
    assert sorted(tomllib.loads((shell.folder / "aligncheck.toml").read_text("utf-8"))["keep"]) == [
        "Lumo",
        "Word0",
        "Word1",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_files_keep_their_bytes_around_a_comment(shell: Shell, encoding: str) -> None:
    text = "\r\n\r\n".join(row[1] for row in ROWS) + "\r\n"
    (shell.folder / "zh/a.md").write_bytes(text.encode(encoding))
    file = export(shell, all_of("accepted", reason="按约定保留"))
    assert shell("triage", "apply", file, "--accepted", "comment").code == 0
    data = (shell.folder / "zh/a.md").read_bytes()
    comment = "<!-- aligncheck: ignore NUM00{} -- accepted: 按约定保留 -->\r\n"
    expected = "\r\n\r\n".join(comment.format(4 if row is ROWS[0] else 1) + row[1] for row in ROWS) + "\r\n"
    assert data == expected.encode(encoding)
    assert shell("check").code == 0


def test_without_a_file_the_projects_own_decisions_count_as_far_as_they_stand(shell: Shell) -> None:
    assert shell("triage", "apply").code == 2
    export(shell, all_of("accepted"), name="aligncheck-decisions.jsonl")
    write_pair(shell, "a", [*ROWS[:2], FINE, ROWS[3]])
    done = shell("triage", "apply")
    assert done.code == 0, done.err
    assert "Left out: they no longer stand:\n  zh/a.md  NUM001  accepted: no such finding any more" in done.out
    assert shell("check").code == 0


def test_without_settings_the_documents_are_those_decided_on(shell: Shell) -> None:
    (shell.folder / "aligncheck.toml").unlink()
    shell.write("other/x.md", f"{ROWS[0][0]}\n\n{ROWS[0][1]}\n")
    file = export(shell, all_of("accepted"), paths=["both", "en/a.md", "zh/a.md"])
    done = shell("triage", "apply", file)
    assert done.code == 0, done.err
    assert "5 of 5 findings decided" in done.out
    assert [status for _, _, status in statuses(shell, "both", "other")] == ["baselined", "new"]
    shell.write("odd.md", ROWS[1][0])
    shell.write("strange.md", ROWS[1][1])
    shell.write("third.md", FINE[0])
    file = export(shell, all_of("accepted"), paths=["odd.md", "strange.md"])
    assert shell("triage", "apply", file).code == 2  # which two of the three files belong together, no name says
    assert shell("triage", "apply", file, "--in", "odd.md", "--in", "strange.md").code == 0


def test_the_projects_own_decisions_can_be_applied_to_a_part(shell: Shell) -> None:
    export(shell, all_of("accepted"), name="aligncheck-decisions.jsonl")
    done = shell("triage", "apply", "--in", "zh/b.md", "--in", "en/b.md")
    assert done.code == 0, done.err
    assert "Left out" not in done.out
    assert [entry["path"] for entry in entries(shell)] == ["zh/b.md"]
