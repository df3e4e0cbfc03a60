"""``aligncheck drift`` from the command line: accept, edit, compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from accepted_builder import CHINESE, ENGLISH
from command_line import Shell
from drift_project import CONFIG, codes, edit, project, states, status

from aligncheck.cli.drift import OUTPUTS
from aligncheck.runner.drift.output import FORMATS


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return project(Shell(tmp_path, monkeypatch, capsys))


@pytest.fixture
def accepted(shell: Shell) -> Shell:
    assert shell("drift", "accept").code == 0
    return shell


def test_what_is_accepted_is_current(accepted: Shell) -> None:
    assert states(accepted) == {"docs/zh/box.md": "current"}
    done = accepted("drift")
    assert done.code == 0
    assert "1 current, 100% current" in done.out
    assert {p.name for p in Path("reports").iterdir()} == {"drift.html", "drift.json", "drift.svg"}


def test_accepting_twice_changes_nothing(accepted: Shell) -> None:
    before = Path("aligncheck.lock").read_bytes()
    done = accepted("drift", "accept")
    assert done.out == "aligncheck.lock: 0 added, 0 changed, 1 as they were\n"
    assert Path("aligncheck.lock").read_bytes() == before


def test_a_change_of_the_original_warns_and_does_not_block(accepted: Shell) -> None:
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    done = accepted("drift")
    assert done.code == 0
    assert "docs/zh/box.md:7:1: warning DRF001 The source changed, the translation did not: 24 → 26." in done.out
    strict = accepted("drift", "--strict")
    assert strict.code == 1
    assert "1 document behind the original" in strict.out
    assert accepted("drift", "--strict", "--exit-zero").code == 0


def test_accepting_again_settles_it(accepted: Shell) -> None:
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    assert accepted("drift", "accept", "docs/zh/box.md").out == "aligncheck.lock: 0 added, 1 changed, 0 as they were\n"
    assert states(accepted, "--strict") == {"docs/zh/box.md": "current"}


def test_a_reflowed_original_is_current(accepted: Shell) -> None:
    edit(accepted, "docs/en/box.md", "station. Two people", "station.\nTwo *people*")
    assert states(accepted) == {"docs/zh/box.md": "current"}
    assert codes(accepted) == []


def test_a_document_nobody_accepted_fails_a_release_only(shell: Shell) -> None:
    assert states(shell, "--strict") == {"docs/zh/box.md": "unlocked"}
    assert shell("drift", "--strict").code == 0
    assert shell("drift", "--release").code == 1


def test_files_without_counterpart(accepted: Shell) -> None:
    accepted.write("docs/en/new.md", "# New\n\nNobody translated this page yet.\n")
    accepted.write("docs/zh/alone.md", "# 独自\n\n这一页没有原文。\n")
    found = status(accepted, "--strict")
    assert {d["path"]: d["state"] for d in found["documents"]} == {
        "docs/en/new.md": "missing",
        "docs/zh/alone.md": "orphaned",
        "docs/zh/box.md": "current",
    }
    findings = json.loads(accepted("drift", "--output", "sarif").out)["runs"][0]["results"]
    assert [(f["ruleId"], f["level"]) for f in findings] == [("DRF006", "note"), ("DRF006", "note")]


def test_an_accepted_pair_that_came_apart_is_a_warning(accepted: Shell) -> None:
    (accepted.folder / "docs/en/box.md").unlink()
    assert states(accepted) == {"docs/zh/box.md": "orphaned"}
    done = accepted("drift", "--strict")
    assert done.code == 1
    assert "1 document without original" in done.out
    assert "::warning file=docs/zh/box.md" in accepted("drift", "--output", "github").out


def test_a_translation_that_was_deleted_is_missing_again(accepted: Shell) -> None:
    (accepted.folder / "docs/zh/box.md").unlink()
    assert states(accepted) == {"docs/en/box.md": "missing"}
    accepted("drift", "accept")
    assert "docs/zh/box.md" not in Path("aligncheck.lock").read_text(encoding="utf-8")


def test_kept_text_is_shown(shell: Shell) -> None:
    shell.write("aligncheck.toml", CONFIG + "[drift]\nkeep-text = true\n")
    shell("drift", "accept")
    edit(shell, "docs/en/box.md", "24 levers", "26 levers")
    (sentence,) = status(shell)["documents"][0]["drifted"]
    assert sentence["old"] == "There are 24 levers in the frame."
    assert sentence["chrf"] > 50
    assert "<del>24</del>" in shell("drift", "--output", "html=x.html").out + Path("x.html").read_text(encoding="utf-8")


def test_a_lock_may_be_repaired_by_accepting_everything(accepted: Shell) -> None:
    lock = Path("aligncheck.lock")
    lock.write_text(lock.read_text(encoding="utf-8").replace("]\n", "]]\n", 1), encoding="utf-8")
    done = accepted("drift")
    assert done.code == 2
    assert "aligncheck.lock:3: " in done.err
    assert accepted("drift", "accept", "docs").code == 2
    assert accepted("drift", "--force").code == 2
    assert accepted("drift", "accept").code == 0
    assert states(accepted) == {"docs/zh/box.md": "current"}


def test_a_lock_of_a_newer_version_is_refused(accepted: Shell) -> None:
    lock = Path("aligncheck.lock")
    newer = lock.read_text(encoding="utf-8").replace('"aligncheck-lock": 1', '"aligncheck-lock": 2')
    lock.write_text(newer, encoding="utf-8")
    for arguments in (("drift",), ("drift", "--force"), ("drift", "accept")):
        done = accepted(*arguments)
        assert done.code == 2
        assert "upgrade aligncheck" in done.err
    assert lock.read_text(encoding="utf-8") == newer


def test_another_file_is_never_written_over(shell: Shell) -> None:
    shell.write("aligncheck.toml", CONFIG + '[drift]\nlock = "docs/en/box.md"\n')
    done = shell("drift", "accept")
    assert done.code == 2
    assert Path("docs/en/box.md").read_text(encoding="utf-8") == ENGLISH


def test_recorded_runs_make_a_trend(accepted: Shell) -> None:
    accepted("drift", "--record", "--today", "2026-05-01")
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    accepted("drift", "--record", "--today", "2026-05-02")
    accepted("drift", "--record", "--today", "2026-05-02")
    runs = [
        json.loads(line) for line in Path("aligncheck-drift-history.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(run["day"], run["documents"]["stale"]) for run in runs] == [("2026-05-01", 0), ("2026-05-02", 1)]
    assert [run["documents"] for run in status(accepted)["history"]] == [{"current": 1}, {"stale": 1}]


def test_findings_go_into_every_format(accepted: Shell) -> None:
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    for form in OUTPUTS:
        done = accepted("drift", "--output", {"html": "html=page.html", "xlsx": "xlsx=out.xlsx"}.get(form, form))
        assert done.code == 0, done.err
        if form == "xlsx":
            assert Path("out.xlsx").stat().st_size > 0
            continue
        told = Path("page.html").read_text(encoding="utf-8") if form == "html" else done.out
        assert ("24 → 26" in told or "24 \\u2192 26" in told) is (form != "badge"), form
    assert set(OUTPUTS) == set(FORMATS)
    assert accepted("drift", "--output", "pdf").code == 2


def test_severities_are_the_users(accepted: Shell) -> None:
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    assert accepted("drift", "--severity", "DRF001=error").code == 1
    assert accepted("drift", "--severity", "DRF001=error", "--fail-on", "never").code == 0
    assert codes(accepted, "--ignore", "DRF001") == []


def test_options_that_contradict_each_other(accepted: Shell) -> None:
    assert accepted("drift", "--strict", "--release").code == 2
    assert accepted("drift", "--merge-base", "main").code == 2


def test_one_bad_document_stops_no_other(accepted: Shell) -> None:
    for name in ("en", "zh"):
        accepted.write(f"docs/{name}/bad.md", ENGLISH if name == "en" else CHINESE)
    accepted("drift", "accept")
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    (accepted.folder / "docs/en/bad.md").write_bytes(b"one\x00two\n")
    done = accepted("drift", "docs", "docs/en/bad.md", "--output", "concise")
    assert done.code == 2
    assert "DRF001" in done.out
    assert "docs/en/bad.md" in done.err


def test_the_overview_and_the_dashboard_lead_to_each_other(accepted: Shell) -> None:
    accepted("check", "docs")
    assert "drift.html" not in Path("reports/index.html").read_text(encoding="utf-8")
    accepted("drift")
    assert 'href="./index.html"' in Path("reports/drift.html").read_text(encoding="utf-8")
    accepted("check", "docs")
    assert 'href="./drift.html"' in Path("reports/index.html").read_text(encoding="utf-8")


def test_init_writes_the_settings_of_drift_to_be_uncommented(shell: Shell) -> None:
    Path("aligncheck.toml").unlink()
    shell("init")
    text = Path("aligncheck.toml").read_text(encoding="utf-8")
    shell.write("aligncheck.toml", text.replace("# [drift]", "[drift]").replace("# grace-days = 0", "grace-days = 0"))
    assert "grace-days = 0" in shell("check", "--show-settings").out
