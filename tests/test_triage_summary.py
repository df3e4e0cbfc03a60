"""What is told of decisions: counts that add up, what is stale or to be mended, in words, Markdown and JSON."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from command_line import Shell
from triage_builder import FINE, ROWS, all_of, contents, dumped, export, lines, reports, write_pair, write_project

from aligncheck.cli.triage import FORMATS
from aligncheck.report.triage import WRITERS


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    write_project(made)
    return made


def test_formats_are_those_there_are() -> None:
    assert set(FORMATS) == set(WRITERS)


def test_counts_add_up(shell: Shell) -> None:
    shell("baseline", "write", "both")
    file = export(shell, lambda n, _: None if n == 0 else {"decision": ["true", "false-alarm", "later"][n % 3]})
    before = contents(shell)
    done = shell("triage", "summary", file, "--format", "json")
    assert done.code == 0, done.err
    assert contents(shell) == before
    found = json.loads(done.out)
    assert found["schema_version"] == 1
    assert found["count"] == {
        "findings": 6, "decided": 5, "known": 1, "undecided": 0,
        "decisions": {"true": 1, "false-alarm": 2, "accepted": 0, "later": 2},
    }  # fmt: skip
    expected = Counter({**found["count"]["decisions"], "findings": 6, "decided": 5, "known": 1, "undecided": 0})
    for part in ("rules", "documents"):
        summed: Counter[str] = Counter()
        for one in found[part]:
            count = one["count"]
            summed.update({**count.pop("decisions"), **count})
        assert summed == expected
    assert [(r["code"], r["false_alarms"]) for r in found["rules"]] == [("NUM001", 0.25), ("NUM004", 1.0)]
    assert [(one["path"], one["line"], one["code"]) for one in found["to_mend"]] == [("zh/a.md", 5, "NUM001")]
    assert shell("triage", "summary", file, "--format", "json").out == done.out


def test_what_is_stale_gone_elsewhere_or_decided_twice_is_told(shell: Shell) -> None:
    said = lines(reports(shell), all_of("true", "accepted"))
    elsewhere = {**said[1], "document": "zh/none.md", "report": "0" * 16, "fingerprint": "0" * 16}
    shell.write("d.jsonl", dumped([*said, elsewhere, {**said[3], "decision": "later"}]))
    write_pair(shell, "a", [ROWS[0], FINE, *ROWS[2:]])
    found = json.loads(shell("triage", "summary", "d.jsonl", "--format", "json").out)
    assert [document["path"] for document in found["documents"] if document["stale"]] == ["zh/a.md"]
    assert [(one["document"], one["line"], one["because"]) for one in found["gone"]] == [
        ("zh/a.md", 9, "no such finding any more"), ("zh/none.md", 8, "no document of this run"),
    ]  # fmt: skip
    twice = found["decided_twice"]
    assert [(one["earlier"], one["decision"], one["line"]) for one in twice] == [("true", "later", 9)]
    text = shell("triage", "summary", "d.jsonl").out
    for line in (
        "zh/a.md (stale)",
        "  zh/a.md  NUM001  later: no such finding any more (d.jsonl:9)",
        "  zh/a.md  NUM001  true, then later, which counts (d.jsonl:9)",
        "To mend:",
    ):
        assert line in text
    assert "<li>" in shell("triage", "summary", "d.jsonl", "--format", "markdown").out


def test_text_of_documents_stays_text(shell: Shell) -> None:
    shell.write("en/b.md", f"# @team <img src=x> \x1b[31m\n\n{ROWS[1][0]}\n")
    file = export(shell, all_of("true", reason="<script>alert(1)</script> @team #12 [a](b)"))
    page = shell("triage", "summary", file, "--format", "markdown").out
    assert "<script>" not in page
    assert "<code>@team</code>" in page
    assert "\x1b" not in shell("triage", "summary", file).out + page


def test_a_table_of_wide_names_stays_in_columns(shell: Shell) -> None:
    shell.write("both/灯塔.md", f"{ROWS[1][0]}\n\n{ROWS[1][1]}\n")
    text = shell("triage", "summary", export(shell, all_of("accepted"))).out
    head, *rows = text.split("\n\n")[2].splitlines()
    wide = next(row for row in rows if "灯塔" in row)
    assert len(wide) == len(head) - 2, "two cells for each of two characters"


def test_nothing_decided(shell: Shell) -> None:
    shell.write("d.jsonl", '{"aligncheck-decisions": 1}\n')
    assert shell("triage", "summary", "d.jsonl").out.startswith("0 of 6 findings decided\n")
    assert (
        shell("triage", "apply", "d.jsonl").out
        == "0 of 6 findings decided\nnothing to write\n6 findings not decided yet\n"
    )
    assert shell("triage", "summary", "none.jsonl").code == 2
