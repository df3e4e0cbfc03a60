"""What ``aligncheck check`` does besides checking files: revisions, suppressions, outputs, standard input, cache."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Shell

from aligncheck.cli.options import OUTPUTS
from aligncheck.report import BINARY, FORMATS

WRONG = "The library lends 2.5 million books a year.\n\n图书馆每年外借25万册图书。\n"
WORSE = "The bridge is 120 metres long.\n\n这座桥长210米。\n"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.setenv("ALIGNCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    (tmp_path / "work").mkdir()
    made = Shell(tmp_path / "work", monkeypatch, capsys)
    made.write("a.md", WRONG)
    return made


def git(shell: Shell, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], cwd=shell.folder, check=True, capture_output=True)


def commit(shell: Shell) -> None:
    git(shell, "init", ".")
    shell.write(".gitignore", "reports/\n")
    git(shell, "add", ".")
    git(shell, "commit", "-m", "all")


def statuses(shell: Shell, *arguments: str) -> list[tuple[str, str, str]]:
    reports = json.loads(shell("check", ".", "--output", "json", *arguments).out)
    return [(r["document"]["path"], f["code"], f["status"]) for r in reports for f in r["findings"]]


def test_only_what_a_revision_did_not_have_is_new(shell: Shell) -> None:
    shell.write("b.md", "The lamp turns.\n\n灯在转。\n")
    commit(shell)
    assert shell("check", ".").code == 1
    assert shell("check", ".", "--new-from", "HEAD").code == 0
    shell.write("b.md", WORSE)
    assert statuses(shell, "--new-from", "HEAD") == [("a.md", "NUM004", "baselined"), ("b.md", "NUM001", "new")]
    assert statuses(shell, "--changed", "--new-from", "HEAD") == [("b.md", "NUM001", "new")]
    assert shell("check", ".", "--changed", "--new-from", "HEAD").code == 1


def test_an_edit_of_the_original_makes_a_finding_on_an_untouched_line(shell: Shell) -> None:
    shell.write("docs/en/x.md", "The bridge is 210 metres long.\n")
    shell.write("docs/zh/x.md", "这座桥长210米。\n")
    commit(shell)
    shell.write("docs/en/x.md", "The bridge is 120 metres long.\n")
    done = shell("check", "docs", "--new-from", "HEAD", "--output", "concise")
    assert done.code == 1
    assert "docs/zh/x.md:1:" in done.out
    git(shell, "checkout", "-b", "work")
    git(shell, "commit", "-am", "shorter")
    assert shell("check", "docs", "--new-from", "HEAD").code == 0
    assert shell("check", "docs", "--new-from-merge-base", "main").code == 1


def test_changed_alone_compares_with_the_last_commit(shell: Shell) -> None:
    commit(shell)
    assert statuses(shell, "--changed") == []
    shell.write("new.md", WORSE)
    assert statuses(shell, "--changed") == [("new.md", "NUM001", "new")]


def test_before_the_first_commit_all_is_new(shell: Shell) -> None:
    git(shell, "init", ".")
    assert statuses(shell, "--changed", "--new-from", "HEAD") == [("a.md", "NUM004", "new")]


def test_revisions_that_cannot_be_had_are_told(shell: Shell) -> None:
    done = shell("check", ".", "--new-from", "HEAD")
    assert (done.code, "not inside a git working tree" in done.err) == (2, True)
    commit(shell)
    both = ("--new-from", "HEAD", "--new-from-merge-base", "main")
    for arguments in (("--new-from", "nowhere"), ("--new-from", "-x"), both):
        assert shell("check", ".", *arguments).code == 2


def test_a_suppression_is_kept_in_view_and_an_idle_one_reported(shell: Shell) -> None:
    shell.write("a.md", WRONG.replace("\n\n", "\n\n<!-- aligncheck: ignore NUM004 -- as the publisher has it -->\n"))
    (report,) = json.loads(shell("check", "a.md", "--output", "json").out)
    assert [(f["code"], f["status"], f.get("reason")) for f in report["findings"]] == [
        ("NUM004", "suppressed", "as the publisher has it")
    ]
    assert shell("check", "a.md").code == 0
    shell.write("a.md", WRONG + "\n<!-- aligncheck: ignore DAT -->\n\nOne.\n\n一。\n")
    assert ("a.md", "SUP001", "new") in statuses(shell)


def test_suppressions_are_written_into_files(shell: Shell) -> None:
    shell.write("en.json", '{"a": "There are 250 boats."}')
    shell.write("zh.json", '{"a": "有350艘船。"}')
    done = shell("check", "a.md", "--add-ignores", "as the publisher has it")
    assert done.code == 0
    assert "a.md: 1 finding suppressed" in done.out
    assert "aligncheck: ignore NUM004 -- as the publisher has it" in (shell.folder / "a.md").read_text(encoding="utf-8")
    assert shell("check", "a.md").code == 0
    done = shell("check", "en.json", "zh.json", "--add-ignores", "x")
    assert done.code == 2
    assert "JSON has no comments" in done.err


def test_help_names_every_output_there_is() -> None:
    assert set(OUTPUTS) == {"html", "text", *FORMATS}


@pytest.mark.parametrize("form", sorted({"text", *FORMATS} - BINARY))
def test_every_output_can_be_printed_and_written(shell: Shell, form: str) -> None:
    printed = shell("check", "a.md", "--output", form)
    written = shell("check", "a.md", "--output", f"{form}=out/x", "--output", "json=out/y.json")
    assert (printed.code, written.code) == (1, 1)
    assert (shell.folder / "out" / "x").stat().st_size > 0
    assert "NUM004" in printed.out
    assert not (shell.folder / "reports").exists()
    assert json.loads((shell.folder / "out" / "y.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", sorted(BINARY))
def test_what_is_no_text_goes_to_a_file(shell: Shell, form: str) -> None:
    printed = shell("check", "a.md", "--output", form)
    assert (printed.code, printed.out) == (2, "")
    assert f"name a file: {form}=findings.{form}" in printed.err
    assert shell("check", "a.md", "--output", f"{form}=out/x").code == 1
    assert (shell.folder / "out" / "x").read_bytes()[:2] == b"PK"


def test_why_the_gate_fails_is_said_once(shell: Shell) -> None:
    for arguments in ((), ("--output", "concise"), ("--output", "grouped"), ("--output", "json=x.json")):
        done = shell("check", "a.md", *arguments)
        assert (done.out + done.err).count("The gate fails") == 1, arguments


def test_statistics_count_by_rule(shell: Shell) -> None:
    lines = shell("check", "a.md", "--statistics").out.splitlines()
    assert any("NUM004" in line and "1" in line for line in lines[-3:])


def test_quiet_says_nothing(shell: Shell) -> None:
    done = shell("check", "a.md", "-q")
    assert (done.code, done.out, done.err) == (1, "", "")


def test_standard_input_is_a_bilingual_text(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(text: bytes, *arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        done = shell("check", "-", *arguments)
        return done.code, done.out + done.err

    code, said = piped(WRONG.encode(), "--stdin-filename", "draft.md")
    assert (code, "draft.md:3:" in said) == (1, True)
    assert not (shell.folder / "reports").exists()
    assert piped("en\tzh\nTwo lamps.\t两盏灯。\n".encode(), "--stdin-filename", "x.tsv")[0] == 0
    assert piped(b"")[0] == 2
    assert piped(b"x", "--stdin-filename", "x.pdf")[0] == 2


def test_results_are_kept_and_forgotten(shell: Shell) -> None:
    assert shell("check", "a.md", "--no-cache").code == 1
    assert "0 results" in shell("cache", "show").out
    first = shell("check", "a.md", "--output", "json").out
    assert "0 results" not in shell("cache", "show").out
    assert shell("check", "a.md", "--output", "json").out == first
    shell.write("a.md", WORSE)
    assert shell("check", "a.md", "--output", "json").out != first
    assert "empty" in shell("cache", "clear").out
    assert "0 results" in shell("cache", "show").out


def test_watching_checks_again(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def changes(*_: object, **__: object) -> object:
        yield ()
        shell.write("a.md", "The lamp turns.\n\n灯在转。\n")
        yield ("a.md",)
        shell.write("aligncheck.toml", "selct = []")
        yield ("aligncheck.toml",)
        raise KeyboardInterrupt

    monkeypatch.setattr("aligncheck.runner.watch.watch", changes)
    done = shell("check", "a.md", "--watch")
    assert "1 error" in done.out
    assert "no findings" in done.out
    assert "unknown key 'selct'" in done.err
    assert done.code == 2


def test_a_crash_is_no_verdict(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("aligncheck.runner.session.judge", broken)
    done = shell("check", "a.md")
    assert done.code == 2
    assert "a fault of ours" in done.err
    assert "Traceback" in done.err
