"""``aligncheck render``: what JSON holds, in every form, without a check; the same bytes as the run that wrote it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Shell
from report_samples import every_report, ferry, lighthouse

from aligncheck.model.run import Run
from aligncheck.report import FORMATS, json_object

BOOK = "The pier has 24 lamps.\n\n码头有26盏灯。\n\nIt is 80 m long.\n\n它长80米。\n"
INN = "Rooms cost 40 kroner.\n\n房费为50克朗。\n"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    made.write("docs/pier.md", BOOK)
    made.write("docs/a/inn.md", INN)
    made.write("docs/site.en.md", "# Fares\n\nA ticket costs $12.\n")
    made.write("docs/site.zh.md", "# 票价\n\n单程票13元。\n")
    return made


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_pages_are_those_of_the_run(shell: Shell, form: str) -> None:
    shell.write("aligncheck.toml", '[links]\neditor = "vscode://file/{root}/{path}:{line}"\n')
    assert shell("check", "docs", "--output", "html=A", "--output", f"{form}=r.{form}").code == 1
    done = shell("render", f"r.{form}", "--output", "html=B")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert tree(shell.folder / "A") == tree(shell.folder / "B")
    assert len(tree(shell.folder / "A")) == 7


def test_a_directory_of_reports_gives_the_same_pages_again(shell: Shell) -> None:
    shell("check", "docs", "-q")
    shell.write("reports/drift.json", '{"schema_version": 1, "documents": []}')
    shell.write("reports/decisions.jsonl", '{"aligncheck-decisions": 1}\n')
    before = tree(shell.folder / "reports")
    done = shell("render", "reports")
    assert done.code == 0
    assert done.err.splitlines() == [
        "passed over: reports/decisions.jsonl (no report)",
        "passed over: reports/drift.json (no report)",
    ]
    assert tree(shell.folder / "reports") == before
    assert shell("render", "reports", "-q").err == ""


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_is_that_of_the_run_but_for_the_verdict(shell: Shell, form: str) -> None:
    shell("check", "docs", "--output", "json=r.json", "--output", f"{form}=A")
    done = shell("render", "r.json", "--output", f"{form}=B")
    assert done.code == 0, done.err
    made, again = ((shell.folder / name).read_bytes() for name in "AB")
    if form in ("concise", "full", "grouped", "markdown"):
        assert b"The gate was not asked." in again
        made, again = (re.sub(rb"(The gate|## aligncheck:)[^\n<]*", b"", text) for text in (made, again))
    assert made == again


def test_hostile_reports_come_back_whole(shell: Shell) -> None:
    reports = tuple(every_report())
    (shell.folder / "r.json").write_bytes(FORMATS["json"](Run(reports)))
    assert shell("render", "r.json", "--output", "json=again.json", "--output", "html=pages").code == 0
    assert (shell.folder / "again.json").read_bytes() == (shell.folder / "r.json").read_bytes()
    kept = tree(shell.folder / "pages")
    assert len(kept) == 1 + 2 * len(reports)


def test_no_report_leaves_its_directory(shell: Shell) -> None:
    document = json.loads(json_object(lighthouse()))
    for path in ("../../up.md", "/top.md", "a/../../b.md"):
        document["document"] |= {"path": path, "source": {"path": path, "lang": "en"}}
        document["document"]["target"]["path"] = path
        shell.write("r.json", json.dumps(document))
        assert shell("render", "r.json", "--output", "html=pages/in").code == 0
    outside = [name for name in tree(shell.folder) if not name.startswith(("pages/in/", "docs/", "r.json"))]
    assert outside == []


def test_what_is_no_report_is_told_with_its_line_and_stops_no_other(shell: Shell) -> None:
    good = json_object(ferry())
    (shell.folder / "good.json").write_bytes(good)
    cases = {
        "cut.json": (good[: len(good) // 2], r"cut\.json: not a report: Input data was truncated"),
        "bad.json": (b'{\n "document": {},\n oops\n}\n', r"bad\.json:3: not a report: JSON is malformed"),
        "lines.jsonl": (FORMATS["jsonl"](Run((ferry(),))) + b"{}\n", r"lines\.jsonl:2: not a report: Object missing"),
        "old.json": (good.replace(b'"schema_version": 1', b'"schema_version": 0'), r"old\.json: report of schema ver"),
        "none.json": (b"{}", r"none\.json: not a report: Object missing required field"),
        "deep.json": (b"[" * 200_000, r"deep\.json: not a report: "),
        "page.html": (b"<!doctype html>", r"page\.html:1: not a report: JSON is malformed"),
    }
    for name, (content, said) in cases.items():
        (shell.folder / name).write_bytes(content)
        done = shell("render", name, "good.json", "--output", "concise")
        assert done.code == 2
        assert re.match(f"aligncheck: {said}", done.err), done.err
        assert "(give JSON that aligncheck wrote)" in done.err or "run the check again" in done.err
        assert "DAT002" in done.out
    assert "does not exist (check the path)" in shell("render", "gone.json").err
    (shell.folder / "empty").mkdir()
    done = shell("render", "empty")
    assert done.code == 2
    assert "empty: holds no report (name a directory that aligncheck wrote reports into)" in done.err
    assert shell("render").code == 2


def test_nothing_that_checks_is_loaded(shell: Shell) -> None:
    (shell.folder / "r.json").write_bytes(json_object(ferry()))
    program = """
import sys
from aligncheck.cli import cli
try:
    cli(["render", "r.json", "--output", "html=B", "--output", "csv=x.csv"])
finally:
    told = ("aligncheck.engine", "aligncheck.checks", "aligncheck.lexicon", "aligncheck.alignment", "numpy")
    print([name for name in sys.modules if name.startswith(told)])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
