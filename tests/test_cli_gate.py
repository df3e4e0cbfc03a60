"""The gate as a team meets it: settings, baseline, thresholds, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Shell

CLEAN = "The lamp turns once every ten seconds.\n\n灯每十秒转一圈。\n"
WRONG = "The library lends 2.5 million books a year.\n\n图书馆每年外借25万册图书。\n"
WORSE = "The bridge is 120 metres long.\n\n这座桥长210米。\n"
SETTINGS = """\
keep = ["Lumo"]

[[pairs]]
source = "en/{path}.md"
target = "zh/{path}.md"

[[pairs]]
source = "both/{path}.md"
"""


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    made.write("aligncheck.toml", SETTINGS)
    for name, english, chinese in (("a", CLEAN, CLEAN), ("b", WRONG, WRONG)):
        made.write(f"en/{name}.md", english.split("\n\n")[0] + "\n")
        made.write(f"zh/{name}.md", chinese.split("\n\n")[1])
    made.write("both/c.md", WRONG)
    return made


def found(shell: Shell, *arguments: str) -> list[tuple[str, str, str]]:
    """(document, code, status) of everything found."""
    done = shell("check", "--output", "json", *arguments)
    assert done.code in (0, 1), done.err
    reports = json.loads(done.out)
    return [(r["document"]["path"], f["code"], f["status"]) for r in reports for f in r["findings"]]


def test_without_paths_the_project_is_checked(shell: Shell) -> None:
    done = shell("check")
    assert done.code == 1
    assert "3 documents" in done.out
    assert "The gate fails: 2 new errors." in done.out
    assert "The gate fails" in shell("check", "--output", "json=all.json").err


def test_without_paths_and_settings_there_is_nothing_to_check(shell: Shell) -> None:
    done = shell("check", "--isolated")
    assert done.code == 2
    assert "aligncheck init" in done.err


def test_a_baseline_lets_known_findings_pass_and_new_ones_fail(shell: Shell) -> None:
    assert shell("baseline", "write").code == 0
    assert shell("check").code == 0
    shell.write("both/c.md", WRONG + "\n" + WORSE)
    assert found(shell) == [("both/c.md", "NUM004", "baselined"), ("both/c.md", "NUM001", "new"),
                            ("zh/b.md", "NUM004", "baselined")]  # fmt: skip
    assert shell("check").code == 1
    assert shell("check", "--no-baseline").code == 1
    assert shell("baseline", "update", "both").code == 0
    assert shell("check").code == 0


def test_what_moves_stays_known_and_what_is_edited_comes_back(shell: Shell) -> None:
    shell("baseline", "write")
    english, chinese = WRONG.strip().split("\n\n")
    more = "A paragraph came in between.\n\n中间加了一段。\n"
    shell.write(
        "both/c.md",
        f"# A new heading\n\n# 新的标题\n\n{more}\n{english.replace(' lends', chr(10) + 'lends')}\n\n{chinese}\n",
    )
    assert shell("check").code == 0
    shell.write("both/c.md", WRONG.replace("books", "fine books").replace("图书。", "好书。"))
    assert shell("check").code == 1


def test_stale_entries_are_reported_and_may_fail(shell: Shell) -> None:
    shell("baseline", "write")
    shell.write("both/c.md", CLEAN)
    assert found(shell) == [("both/c.md", "SUP002", "new"), ("zh/b.md", "NUM004", "baselined")]
    done = shell("check")
    assert done.code == 0
    assert "aligncheck baseline prune" in done.err
    assert shell("check", "--strict-baseline").code == 1
    assert shell("check", "--max-warnings", "0").code == 1
    assert found(shell, "--select", "NUM") == [("zh/b.md", "NUM004", "baselined")]
    assert shell("check", "--strict-baseline", "--select", "OMI,SUP").code == 0, "its rule did not run"
    shell("baseline", "prune")
    assert shell("check", "--strict-baseline").code == 0


def test_entries_of_a_document_that_is_gone_are_stale(shell: Shell) -> None:
    shell("baseline", "write")
    (shell.folder / "both" / "c.md").unlink()
    assert shell("check").code == 0
    assert shell("check", "--strict-baseline").code == 1
    assert "before: 2" in shell("baseline", "prune").out
    assert shell("check", "--strict-baseline").code == 0


def test_the_baseline_answers_from_any_directory(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell("baseline", "write")
    monkeypatch.chdir(shell.folder / "zh")
    assert shell("check", "b.md").code == 0
    assert shell("check", "..").code == 0
    monkeypatch.chdir(shell.folder)
    assert found(shell, "zh/b.md") == [("zh/b.md", "NUM004", "baselined")]


def test_a_part_of_the_project_is_recorded_by_itself(shell: Shell) -> None:
    shell("baseline", "write", "both")
    assert found(shell) == [("both/c.md", "NUM004", "baselined"), ("zh/b.md", "NUM004", "new")]
    shell("baseline", "write", "zh")
    assert [status for *_, status in found(shell)] == ["baselined", "baselined"]
    shown = shell("baseline", "show", "zh").out
    assert "zh/b.md" in shown
    assert "both/c.md" not in shown
    assert shell("baseline", "show", "--statistics").out.split() == ["2", "NUM004"]


def test_rules_that_did_not_run_keep_their_entries(shell: Shell) -> None:
    shell("baseline", "write")
    shell("baseline", "write", "--select", "OMI")
    assert shell("check").code == 0


def test_a_damaged_baseline_stops_everything_but_its_repair(shell: Shell) -> None:
    file = shell.write("aligncheck-baseline.jsonl", "nonsense\n")
    for command in (
        ("check",),
        ("baseline", "update"),
        ("baseline", "prune"),
        ("baseline", "show"),
        ("baseline", "write", "zh"),
    ):
        done = shell(*command)
        assert done.code == 2, command
        assert "aligncheck-baseline.jsonl:1: not an entry" in done.err
        assert "aligncheck baseline write" in done.err
    assert file.read_text(encoding="utf-8") == "nonsense\n"
    assert shell("baseline", "write").code == 0
    assert shell("check").code == 0


def test_a_document_that_cannot_be_read_keeps_its_entries(shell: Shell) -> None:
    shell("baseline", "write")
    (shell.folder / "both" / "c.md").write_bytes(b"")
    done = shell("baseline", "write")
    assert done.code == 2
    shell.write("both/c.md", WRONG)
    assert shell("check").code == 0


def test_severities_and_thresholds_come_from_settings_and_options(shell: Shell) -> None:
    assert shell("check", "--severity", "NUM=warning").code == 0
    assert shell("check", "--severity", "NUM=warning", "--fail-on", "warning").code == 1
    assert shell("check", "--severity", "NUM=warning", "--max-warnings", "1").code == 1
    assert shell("check", "--severity", "NUM=warning", "--max-warnings", "2").code == 0
    assert shell("check", "--min-confidence", "1").code == 0
    assert shell("check", "--severity", "NUM=loud").code == 2
    shell.write("aligncheck.toml", SETTINGS + '\n[[overrides]]\nfiles = ["both/**"]\nignore = ["NUM"]\n')
    assert found(shell) == [("zh/b.md", "NUM004", "new")]


def test_words_to_keep_may_stay_in_latin_letters(shell: Shell) -> None:
    pair = ("The keeper cleans the lantern with a soft cloth every morning.", "看守人每天早上用软布擦拭lantern。")
    shell.write("both/c.md", "\n\n".join(pair) + "\n")
    assert [code for path, code, _ in found(shell) if path == "both/c.md"] == ["UNT002"]
    assert not [code for path, code, _ in found(shell, "--keep", "Lantern") if path == "both/c.md"]


def test_settings_are_shown_with_their_origin(shell: Shell) -> None:
    shown = shell("check", "--show-settings", "--select", "num").out
    assert 'keep = ["Lumo"]  # aligncheck.toml:1' in shown
    assert 'select = ["NUM"]  # --select' in shown
    assert 'source = "en"  # default' in shown


def test_init_writes_a_file_that_checks_the_same_documents(shell: Shell) -> None:
    (shell.folder / "aligncheck.toml").unlink()
    before = shell("check", ".", "--show-files").out
    assert shell("init").code == 0
    assert [line for line in shell("check", "--show-files").out.splitlines() if not line.startswith("#")] == [
        line for line in before.splitlines() if not line.startswith("#")
    ]
    assert shell("init").code == 2
    assert shell("init", "--force").code == 0
