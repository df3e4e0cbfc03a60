"""Documents held against each other on the command line: cache, workers, comments, baseline, history, triage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Shell
from consistency_builder import FILLER, OTHER, USUAL, WARNING
from git_builder import Checkout

from aligncheck.report.structured import read_json
from aligncheck.runner.across import edition

PAGES = {
    "a": [(WARNING, USUAL), *FILLER[:2]],
    "b": [*FILLER[2:4], (WARNING, USUAL)],
    "c": [FILLER[4], (WARNING, OTHER), FILLER[5]],
    "d": [FILLER[5], FILLER[3], (WARNING, USUAL)],
}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    made.write("aligncheck.toml", 'select = ["CON", "NUM", "SUP"]\n')
    for name, rows in PAGES.items():
        for side, lang in enumerate(("en", "zh")):
            made.write(f"{lang}/{name}.md", "\n\n".join(row[side] for row in rows) + "\n")
    return made


def found(shell: Shell, *arguments: str) -> list[tuple[str, str, str]]:
    """Document, code and status of what a run says of consistency and of suppressions."""
    shell("check", *arguments, "--output", "json=out.json", "--exit-zero", "-q")
    return [
        (Path(report["document"]["path"]).name, finding["code"], finding["status"])
        for report in reports(shell)
        for finding in report["findings"]
        if finding["code"].startswith(("CON", "SUP"))
    ]


def reports(shell: Shell) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads((shell.folder / "out.json").read_text(encoding="utf-8"))
    return made


NEW = [("c.md", "CON001", "new")]


def test_cached_runs_fresh_ones_and_several_workers_say_the_same(shell: Shell) -> None:
    said = []
    for arguments in (("--no-cache", "-j", "1"), ("-j", "2"), (), (), ("--no-cache", "-j", "2")):
        assert found(shell, *arguments) == NEW
        said.append((shell.folder / "out.json").read_bytes())
    assert len(set(said)) == 1


def test_an_edit_elsewhere_is_seen_in_a_document_that_comes_from_the_cache(shell: Shell) -> None:
    assert found(shell) == NEW
    shell.write("zh/c.md", (shell.folder / "zh/c.md").read_text(encoding="utf-8").replace(OTHER, USUAL))
    assert found(shell) == []
    shell.write("zh/a.md", (shell.folder / "zh/a.md").read_text(encoding="utf-8").replace(USUAL, OTHER))
    assert found(shell) == [("a.md", "CON001", "new")]


def test_a_part_of_the_project_is_held_against_itself_alone(shell: Shell) -> None:
    assert found(shell, "en/c.md", "zh/c.md") == []
    assert found(shell, "en/c.md", "zh/c.md", "en/a.md", "zh/a.md") == [("c.md", "CON001", "new")]


def comment(shell: Shell, text: str) -> None:
    page = shell.folder / "zh/c.md"
    shell.write("zh/c.md", page.read_text(encoding="utf-8").replace(OTHER, f"<!-- aligncheck: {text} -->\n{OTHER}"))


@pytest.mark.parametrize("order", ["ignore CON001 -- 标语", "ignore CON -- 标语", "ignore", "ignore-file CON001"])
def test_a_comment_covers_it_and_is_not_idle(shell: Shell, order: str) -> None:
    comment(shell, order)
    assert found(shell) == [("c.md", "CON001", "suppressed")]
    assert found(shell) == [("c.md", "CON001", "suppressed")]


def test_a_comment_is_idle_only_where_the_whole_project_was_seen(shell: Shell) -> None:
    comment(shell, "ignore CON001 -- 标语")
    assert found(shell, "en/c.md", "zh/c.md") == []
    for name in "abd":
        shell.write(f"zh/{name}.md", (shell.folder / f"zh/{name}.md").read_text(encoding="utf-8").replace(USUAL, OTHER))
    assert found(shell) == [("c.md", "SUP001", "new")]
    assert found(shell, "en/c.md", "zh/c.md") == []


def test_of_several_codes_only_the_idle_one_is_named(shell: Shell) -> None:
    comment(shell, "ignore CON001, NUM001 -- 标语")
    assert found(shell) == [("c.md", "SUP001", "new"), ("c.md", "CON001", "suppressed")]
    messages = [f["message"] for r in reports(shell) for f in r["findings"] if f["code"] == "SUP001"]
    assert messages == ["This directive covers no finding of NUM001."]


def test_the_baseline_knows_it_whatever_part_is_checked(shell: Shell) -> None:
    shell("baseline", "write")
    assert found(shell) == [("c.md", "CON001", "baselined")]
    assert found(shell, "en/c.md", "zh/c.md") == []  # no entry is called stale
    before = (shell.folder / "aligncheck-baseline.jsonl").read_bytes()
    shell("baseline", "prune", "en/c.md", "zh/c.md")
    assert (shell.folder / "aligncheck-baseline.jsonl").read_bytes() == before
    shell.write("zh/c.md", (shell.folder / "zh/c.md").read_text(encoding="utf-8").replace(OTHER, USUAL))
    assert found(shell) == [("c.md", "SUP002", "new")]
    shell("baseline", "prune")
    assert found(shell) == []


def test_comments_are_written_for_it(shell: Shell) -> None:
    done = shell("check", "--add-ignores", "标语")
    assert done.code == 0, done.err
    assert "aligncheck: ignore CON001 -- 标语" in (shell.folder / "zh/c.md").read_text(encoding="utf-8")
    assert found(shell) == [("c.md", "CON001", "suppressed")]


def test_decisions_on_it_are_applied(shell: Shell) -> None:
    found(shell)
    ((report, finding),) = [(r, f) for r in reports(shell) for f in r["findings"] if f["code"] == "CON001"]
    shown = next(r for r in read_json((shell.folder / "out.json").read_bytes()) if r.document.path.endswith("c.md"))
    decision = {
        "report": shown.id,
        "document": report["document"]["path"], "fingerprint": finding["fingerprint"], "code": "CON001",
        "decision": "accepted", "reason": "标语",
    }  # fmt: skip
    shell.write("aligncheck-decisions.jsonl", f'{{"aligncheck-decisions": 1}}\n{json.dumps(decision)}\n')
    done = shell("triage", "apply", "--current", "--accepted", "comment")
    assert done.code == 0, done.err
    assert found(shell) == [("c.md", "CON001", "suppressed")]


def test_what_a_commit_had_is_no_news(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = Checkout.isolated(shell.folder, monkeypatch)
    shell.write(".gitignore", "out.json\nreports\n")
    checkout.commit()
    old = [("c.md", "CON001", "baselined")]
    assert found(shell, "--new-from", "HEAD") == old
    for name, row in (("a", FILLER[4]), ("c", FILLER[2])):  # touched, and no worse
        for side, lang in enumerate(("en", "zh")):
            page = shell.folder / lang / f"{name}.md"
            page.write_text(page.read_text(encoding="utf-8") + f"\n{row[side]}\n", encoding="utf-8")
    assert found(shell, "--new-from", "HEAD") == old
    page = shell.folder / "zh/d.md"
    page.write_text(page.read_text(encoding="utf-8").replace(USUAL, OTHER), encoding="utf-8")
    assert [one for one in found(shell, "--new-from", "HEAD") if one[2] == "new"] == [("d.md", "CON001", "new")]


def test_piped_text_is_held_against_itself(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper

    rows = [(WARNING, USUAL), *FILLER, (WARNING, OTHER)]
    table = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(table.encode())))
    shell("check", "-", "--stdin-filename", "x.tsv", "--output", "json=out.json", "--exit-zero", "-q")
    assert "CON001" in {f["code"] for r in reports(shell) for f in r["findings"]}


@pytest.mark.parametrize(
    ("path", "script", "named"),
    [
        ("docs/zh-TW/a.md", "Hant", "Hant-TW"),
        ("docs/zh_HK/a.md", "Hant", "Hant-HK"),
        ("a.zh-Hant.md", None, "Hant"),
        ("docs/zh/a.md", "Hant", "Hant"),
        ("docs/zh/a.md", None, "Hans"),
        ("docs/zh-cn/a.md", "Hans", "Hans"),
        ("a.tsv", "mixed", "Hans"),
    ],
)
def test_edition(path: str, script: str | None, named: str) -> None:
    assert edition(path, script) == named
