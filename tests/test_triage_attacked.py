"""``triage apply`` in bad company: killed at every write, two at once beside a review, spreadsheets that broke."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command_line import Shell
from report_samples import lighthouse
from triage_builder import ROWS, all_of, contents, dumped, export, lines, reports, write_pair, write_project

from aligncheck.errors import InputError
from aligncheck.gate.sheets import parse_workbook
from aligncheck.model.report import Finding
from aligncheck.model.run import Run
from aligncheck.report.spreadsheet import workbook
from aligncheck.runner.triage.reading import read_decisions

HEAD = "document,report,code,fingerprint,decision,why"
ROW = f"a.md,{'a' * 16},NUM001,{'1a' * 8},later,渡轮"
LEFT = ("The harbour festival opens in May.", "港口的 festival 在五月开幕。")
APPLY = ("triage", "apply", "--false-alarm", "comment")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "project").mkdir()
    made = Shell(tmp_path / "project", monkeypatch, capsys)
    write_project(made)
    write_pair(made, "k", [LEFT])
    return made


def everything(number: int, finding: Finding) -> dict[str, object]:
    """Words, a term, comments and entries, all in one file."""
    if finding.code.startswith("UNT"):
        return {"decision": "false-alarm", "keep": ["festival"], "term": ["the harbour", "港口"]}
    return {"decision": ("false-alarm", "accepted")[number % 2], "reason": f"reason {number}"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forks")
def test_killed_at_any_write_it_goes_on_where_it_was(shell: Shell, tmp_path: Path) -> None:
    file = export(shell, everything)
    shutil.copytree(shell.folder, tmp_path / "before")
    undisturbed = shell(*APPLY, file)
    assert undisturbed.code == 0, undisturbed.err
    wanted = contents(shell)
    kills = 0
    for moment in range(40):
        shutil.rmtree(shell.folder)
        shutil.copytree(tmp_path / "before", shell.folder)
        os.chdir(shell.folder)
        ended = killed(shell, file, moment)
        assert not [path for path, data in contents(shell).items() if not data and not path.endswith(".part")]
        again = shell(*APPLY, file)
        assert again.code == 0, (moment, again.err)
        assert {p: d for p, d in contents(shell).items() if not p.endswith(".part")} == wanted, moment
        if ended:
            break
        kills += 1
    assert kills >= 8, "comments, a glossary, settings and a baseline, each before and after"


def killed(shell: Shell, file: str, moment: int) -> bool:
    """Apply in a process that is gone at the n-th moment before or behind a write of the project; whether it ended."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status) == 0
    replaced, left = Path.replace, [moment]

    def replace(self: Path, target: str | Path) -> Path:
        if not Path(target).resolve().is_relative_to(shell.folder.resolve()):
            return replaced(self, target)
        if left[0] == 0:
            os._exit(9)
        done = replaced(self, target)
        if left[0] == 1:
            os._exit(9)
        left[0] -= 2
        return done

    Path.replace = replace  # type: ignore[method-assign, assignment] # in a process of its own
    try:
        os._exit(shell(*APPLY, file).code)
    finally:
        os._exit(3)


def test_a_glossary_of_other_terms_is_not_taken_for_ones_own(shell: Shell) -> None:
    file = export(shell, everything)
    shell.write("glossary.tsv", "the harbour\t港口\nthe lamp\t灯\n")
    before = contents(shell)
    done = shell(*APPLY, file)
    assert done.code == 2
    assert "do not call it a glossary" in done.err
    assert contents(shell) == before


def test_applied_beside_a_run_that_decides(shell: Shell) -> None:
    """Two runs that write comments and entries, and a file of decisions that grows meanwhile: nothing is lost."""
    write_pair(shell, "a", ROWS * 3)
    found = reports(shell)
    halves = [lines(found, lambda n, _, k=k: {"decision": "accepted"} if n % 2 == k else None) for k in (0, 1)]  # type: ignore[misc]
    files = [shell.write(f"{k}.jsonl", dumped(said)).name for k, said in enumerate(halves)]
    command = [sys.executable, "-m", "aligncheck", "triage", "apply"]
    running = [
        subprocess.Popen([*command, file], cwd=shell.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for file in files
    ]
    assert [process.wait() for process in running] == [0, 0]
    known = [f.status.value for report in reports(shell) for f in report.findings]
    assert known == ["baselined"] * len(known)


@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("parted", [",", ";", "\t"])
def test_whatever_saved_the_table_it_is_read(tmp_path: Path, ending: str, encoding: str, parted: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    text = f"{HEAD},,{ending}{ROW},,{ending},,,,{ending}".replace(",", parted)
    (tmp_path / "table").write_bytes(mark + text.encode(encoding))
    (said,) = read_decisions([str(tmp_path / "table")])
    assert (said.decision.decision.value, said.decision.reason) == ("later", "渡轮")


def test_a_sheet_may_begin_with_empty_rows(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(book([], [[], *[line.split(",") for line in (HEAD, ROW)]]))
    (said,) = read_decisions([str(tmp_path / "book.xlsx")])
    assert (said.line, said.decision.reason) == (3, "渡轮")


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_damaged_workbook_is_no_fault_of_the_program(packed: int) -> None:
    whole = repacked(workbook.write(Run((lighthouse(),))), packed)
    chance = random.Random(f"damage {packed}")
    refused = 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 2, 5])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        try:
            parse_workbook(bytes(data), "x.xlsx")
        except InputError:
            refused += 1
    assert refused > 50


def repacked(data: bytes, packed: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", packed) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return out.getvalue()


def book(*sheets: list[list[str]]) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out) as made:
        for rows in sheets:
            sheet = made.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()


def test_a_settings_file_that_is_a_link_stays_one(shell: Shell) -> None:
    settings = shell.folder / "aligncheck.toml"
    settings.rename(shell.folder / "real.toml")
    settings.symlink_to("real.toml")
    done = shell(*APPLY, export(shell, everything))
    assert done.code == 0, done.err
    assert settings.is_symlink()
    assert "festival" in (shell.folder / "real.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "word", ['a"b', "a\\b\\", "'''", '"""', "💡 lamp", "a]b # c", "{x}", "\u2028x", "a\tb\nc\x00", "=1+1"]
)
def test_a_word_of_any_characters_is_kept_as_one(shell: Shell, word: str) -> None:
    file = export(shell, lambda _, f: {"decision": "false-alarm", "keep": [word]} if f.code.startswith("UNT") else None)
    for _ in range(2):
        done = shell("triage", "apply", file)
        assert done.code == 0, done.err
    assert shell("check", "--exit-zero").code == 0
    assert (shell.folder / "aligncheck.toml").read_text("utf-8").count("Lumo") == 1


def test_equal_findings_are_decided_apart(shell: Shell) -> None:
    write_pair(shell, "a", [ROWS[0]] * 3)
    done = shell("triage", "apply", export(shell, all_of("accepted")))
    assert done.code == 0, done.err
    assert shell("check").code == 0
