"""``aligncheck fix`` as a command: files, exit codes, diffs, what it says, what it leaves alone."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from command_line import Shell
from fixing_builder import CHINESE, ENGLISH, GOOD, replacing, use

from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.fixing import passes, session
from aligncheck.runner.fixing.changes import unified

MENDED = "这盏灯，很旧，转两圈。船上的GPS,也，恢复了。\n"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    use(monkeypatch, *GOOD)
    made = Shell(tmp_path, monkeypatch, capsys)
    made.write("docs/a.en.md", ENGLISH)
    made.write("docs/a.zh.md", CHINESE)
    return made


def fix(shell: Shell, *arguments: str) -> tuple[int, str, str]:
    done = shell("fix", *(arguments or ("docs",)), "--no-cache", "--isolated")
    return done.code, done.out, done.err


def text(shell: Shell, name: str = "docs/a.zh.md") -> str:
    return (shell.folder / name).read_bytes().decode()


def test_fixes_are_made_and_a_second_run_finds_nothing(shell: Shell) -> None:
    left = "Left for a person to judge: 1 fix (TST003 ×1); --unsafe makes them.\n"
    assert fix(shell) == (0, f"docs/a.zh.md: 3 fixes (TST001 ×3)\n{left}", "")
    assert text(shell) == MENDED
    assert text(shell, "docs/a.en.md") == ENGLISH
    assert fix(shell) == (0, f"Nothing to fix.\n{left}", "")
    assert fix(shell, "docs", "--unsafe") == (0, "docs/a.zh.md: 1 fix (TST003 ×1)\n", "")
    assert text(shell) == MENDED.replace("船", "舟")
    assert fix(shell, "docs", "--unsafe", "-q") == (0, "", "")


def test_a_diff_changes_nothing_and_can_be_applied(shell: Shell) -> None:
    shell.write("docs/b.en.md", "# Lamp\n\n" + ENGLISH)
    shell.write("docs/b.zh.md", "# 灯\r\n\r\n" + CHINESE.rstrip())
    code, out, err = fix(shell, "docs", "--diff")
    assert code == 1
    assert "2 files would be fixed: 6 fixes (TST001 ×6).\n" in err
    assert text(shell) == CHINESE
    assert f"--- a/docs/a.zh.md\n+++ b/docs/a.zh.md\n@@ -1 +1 @@\n-{CHINESE}+{MENDED}" in out
    patch = shell.folder / "p.diff"
    patch.write_bytes(out.encode())
    subprocess.run(["git", "apply", "p.diff"], cwd=shell.folder, check=True)
    assert text(shell) == MENDED
    assert text(shell, "docs/b.zh.md") == "# 灯\r\n\r\n" + MENDED.rstrip()
    assert fix(shell, "docs", "--diff")[:2] == (0, "")


def test_check_says_whether_something_would_change(shell: Shell) -> None:
    assert fix(shell, "docs", "--check")[0] == 1
    assert fix(shell, "docs", "--check", "--exit-zero")[0] == 0
    assert text(shell) == CHINESE
    fix(shell)
    assert fix(shell, "docs", "--check")[0] == 0


def test_a_coloured_diff_gives_a_terminal_no_orders(shell: Shell) -> None:
    shell.write("docs/a.zh.md", CHINESE.replace("灯,", "\x1b[2J灯,"))
    out = shell("fix", "docs", "--no-cache", "--isolated", "--diff", "--color").out
    assert "\x1b[2J" not in out
    assert "\x1b[31m-这盏<U+001B>[2J灯,很旧,转两圈。船上的GPS,也,恢复了。\x1b[0m\n" in out


def test_what_is_suppressed_or_known_stays(shell: Shell) -> None:
    shell.write("docs/a.zh.md", "<!-- aligncheck: ignore TST001 -- old -->\n" + CHINESE)
    assert fix(shell)[1].startswith("Nothing to fix.")
    shell.write("docs/a.zh.md", CHINESE)
    shell("baseline", "write", "docs", "--isolated")
    assert fix(shell) == (0, "Nothing to fix.\n", "")
    assert fix(shell, "docs", "--no-baseline", "-q")[0] == 0
    assert text(shell) == MENDED


def test_only_what_a_revision_did_not_have(shell: Shell) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "."], ["add", "."], ["commit", "-m", "all"]):
        subprocess.run(["git", *identity, *command], cwd=shell.folder, check=True, capture_output=True)
    shell.write("docs/b.en.md", ENGLISH)
    shell.write("docs/b.zh.md", CHINESE)
    assert fix(shell, "docs", "--new-from", "HEAD")[1].startswith("docs/b.zh.md: 3 fixes")
    assert text(shell) == CHINESE


def piped(shell: Shell, monkeypatch: pytest.MonkeyPatch, data: bytes, *more: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return fix(shell, "-", *more)


def test_standard_input_is_mended_to_standard_output(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "The lamp, old.\n\n灯,旧了。\n\nThe boat, new.\n\n船,新了。"
    code, out, err = piped(shell, monkeypatch, page.encode(), "--stdin-filename", "x.md")
    assert (code, out) == (0, page.replace("灯,", "灯，").replace("船,", "船，"))
    assert err.startswith("1 file fixed: 2 fixes (TST001 ×2).\n")
    code, out, _ = piped(shell, monkeypatch, page.encode(), "--diff")
    assert (code, out.splitlines()[0]) == (1, "--- a/stdin.md")
    code, out, err = piped(shell, monkeypatch, b"\x00\x01\xff")
    assert (code, out, "NUL" in err) == (2, "", True)


def test_links_permissions_and_read_only_files(shell: Shell) -> None:
    real = shell.write("store/a.txt", CHINESE)
    real.chmod(0o640)
    link = shell.folder / "docs/a.zh.md"
    link.unlink()
    link.symlink_to("../store/a.txt")
    assert fix(shell)[0] == 0
    assert link.is_symlink()
    assert (real.read_text(encoding="utf-8"), real.stat().st_mode & 0o777) == (MENDED, 0o640)
    real.write_text(CHINESE, encoding="utf-8")
    real.chmod(0o440)
    code, out, err = fix(shell)
    assert (code, real.read_text(encoding="utf-8")) == (2, CHINESE)
    assert err == "aligncheck: docs/a.zh.md: is read-only (give yourself permission to write it)\n"
    assert "Nothing to fix" not in out


def test_a_file_that_cannot_be_read_does_not_stop_the_others(shell: Shell) -> None:
    (shell.folder / "docs/b.md").write_bytes(b"\x00\x01")
    code, _, err = fix(shell, "docs/b.md", "docs/a.en.md", "docs/a.zh.md")
    assert (code, text(shell)) == (2, MENDED)
    assert "docs/b.md" in err


def test_a_file_changed_since_it_was_checked_is_checked_anew(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = session.digests
    later = "这是新的第一行,是吗。\n\n" + CHINESE

    def digests(jobs: Sequence[Job]) -> session.Digests:
        found = taken(jobs)
        shell.write("docs/a.zh.md", later)
        return found

    monkeypatch.setattr(session, "digests", digests)
    fix(shell)
    assert text(shell) == "这是新的第一行，是吗。\n\n" + MENDED


def test_a_file_changed_while_it_is_fixed_is_left_alone(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:

    def slow(*arguments: object, **options: object) -> object:
        found = passes.settle(*arguments, **options)  # type: ignore[arg-type]
        shell.write("docs/a.zh.md", "别人的话。\n")
        return found

    monkeypatch.setattr(session, "settle", slow)
    code, _, err = fix(shell)
    assert (code, text(shell)) == (2, "别人的话。\n")
    assert "was changed while it was being fixed (run this again)" in err


def test_what_is_not_made_is_told(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, replacing("TST001", "[灯旧圈]", "\n"))
    assert fix(shell)[1] == "Nothing to fix.\ndocs/a.zh.md:1: TST001 left alone: it would change a line break\n"
    shell.write("docs/a.zh.md", "灯,旧的。\n" * 20)
    assert "docs/a.zh.md: TST001 left alone on 20 lines: it would change a line break\n" in fix(shell)[1]


@pytest.mark.parametrize("data", ["a\nb\n", "a\nb", "a\r\nb\r\n\r\n", "a"])
def test_a_diff_of_equal_texts_is_empty(data: str) -> None:
    assert list(unified("x", data, data)) == []


def test_hunks_as_git_has_them(tmp_path: Path) -> None:
    old = "".join(f"{n}\n" for n in range(40))
    new = old.replace("\n5\n", "\nfive\n").replace("\n13\n", "\n十三\n").replace("\n30\n", "\nthirty\n") + "x"
    made = list(unified("x", old + "y", new))
    hunks = ["@@ -3,7 +3,7 @@\n", "@@ -11,7 +11,7 @@\n", "@@ -28,7 +28,7 @@\n", "@@ -38,4 +38,4 @@\n"]
    assert [line for line in made if line[0] == "@"] == hunks
    (tmp_path / "x").write_text(old + "y", encoding="utf-8")
    (tmp_path / "p").write_text("".join(made), encoding="utf-8")
    subprocess.run(["git", "apply", "p"], cwd=tmp_path, check=True, env={**os.environ, "GIT_DIR": str(tmp_path / "no")})
    assert (tmp_path / "x").read_text(encoding="utf-8") == new
