"""Bad input gets a message that names file, line and remedy; nothing is lost and other documents are reported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "The lamp turns once every ten seconds.\n\n灯每十秒转一圈。\n"


def run(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aligncheck", *arguments]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, timeout=120, check=False)


def could_not_run(directory: Path, *arguments: str) -> str:
    """The message of a run that ends with exit code 2, in one line and without a traceback."""
    done = run(directory, *arguments)
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("aligncheck: ")
    return done.stderr


def test_missing_path(tmp_path: Path) -> None:
    message = could_not_run(tmp_path, "nowhere.md")
    assert "nowhere.md" in message
    assert "no such file" in message


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"")
    assert "a.md" in (message := could_not_run(tmp_path, "a.md"))
    assert "empty" in message


def test_directory_without_documents(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    assert "void" in could_not_run(tmp_path, "void")


def test_nul_bytes_name_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntwo\nth\0ree\n" * 3)
    message = could_not_run(tmp_path, "a.txt")
    assert "a.txt:3" in message
    assert "NUL" in message


def test_undecodable_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff" + bytes(range(128, 256)) * 5 + b"\x81")
    assert "a.txt" in could_not_run(tmp_path, "a.txt")


def test_table_without_a_usable_row(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("only one column\nand here too\n", encoding="utf-8")
    assert "a.tsv" in could_not_run(tmp_path, "a.tsv")


def test_row_with_one_column_is_noted_and_the_rest_checked(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("en\tzh\nOne lamp.\t一盏灯。\nalone\nTwo lamps.\t两盏灯。\n", encoding="utf-8")
    done = run(tmp_path, "a.tsv", "--output", "json=out.json")
    assert done.returncode == 0, done
    (report,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [p["source"]["line"] for p in report["pairs"]] == [2, 4]
    assert any(":3:" in note for note in report["stats"]["notes"])


def test_broken_symlink(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("gone.md")
    assert "a.md" in could_not_run(tmp_path, "a.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.md").chmod(0)
    assert "permission" in could_not_run(tmp_path, "a.md")


def test_other_documents_are_still_reported(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "bad.txt").write_bytes(b"one\nt\0o\nthree\n")
    (tmp_path / "docs" / "good.md").write_text(GOOD, encoding="utf-8")
    done = run(tmp_path, "docs/bad.txt", "docs/good.md")
    assert done.returncode == 2
    assert "bad.txt:2" in done.stderr
    assert (tmp_path / "reports" / "docs" / "good.md.html").exists()
    assert json.loads((tmp_path / "reports" / "docs" / "good.md.json").read_text(encoding="utf-8"))["pairs"]
    assert "bad.txt" in (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")


def test_long_single_line(tmp_path: Path) -> None:
    line = ("The lamp turns once every ten seconds. " * 60 + "灯每十秒转一圈。" * 60) * 10
    (tmp_path / "a.txt").write_text(line, encoding="utf-8")
    assert run(tmp_path, "a.txt", "--exit-zero").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.md", "--select", "XYZ"), "no rule begins with 'XYZ'"),
        (("a.md", "--output", "pdf=x"), "unknown output format 'pdf'"),
        (("rule", "NUM999"), "no rule 'NUM999'"),
        (("align", "a.md", "a.md", "--format", "bead"), "unknown format 'bead'"),
        (("a.md", "--reports", "a.md/inside"), "cannot be written"),
    ],
)
def test_bad_options(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    assert words in could_not_run(tmp_path, *arguments)


def test_unknown_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.docm").write_text(GOOD, encoding="utf-8")
    assert "a.docm" in could_not_run(tmp_path, "a.docm")
