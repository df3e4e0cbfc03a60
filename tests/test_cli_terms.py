"""``aligncheck terms``: from documents to a draft glossary, and back again after somebody has decided."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from command_line import Shell
from manual_builder import table


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "manual.tsv").write_text(table(), encoding="utf-8")
    return Shell(tmp_path, monkeypatch, capsys)


def test_a_table_on_the_terminal_writes_no_file(shell: Shell) -> None:
    done = shell("terms", "manual.tsv")
    assert done.code == 0
    assert done.out.splitlines()[0].split() == ["English", "Chinese", "count", "share", "others"]
    assert "prompt template  提示模板" in done.out
    assert "(keep)" in done.out
    assert "--output terms.csv drafts a glossary" in done.out
    assert [path.name for path in shell.folder.iterdir()] == ["manual.tsv"]


def test_json_has_counts_and_competing_renderings(shell: Shell) -> None:
    done = shell("terms", "manual.tsv", "--json", "--min-score", "0")
    told = json.loads(done.out)
    agent = next(term for term in told["terms"] if term["en"] == "agent")
    assert (told["documents"], told["pairs"]) == (1, 22)
    assert (agent["zh"], agent["count"], agent["seen"]) == ("智能体", 6, 8)
    assert agent["others"] == [{"zh": "代理", "count": 2}]
    assert agent["example"]["path"] == "manual.tsv"
    assert "terms from 22 sure pairs of 1 document" in done.err


def test_a_draft_is_reviewed_and_merged(shell: Shell) -> None:
    first = shell("terms", "manual.tsv", "--output", "terms.csv")
    draft = shell.folder / "terms.csv"
    assert "Set status to approved" in first.out
    data = draft.read_bytes()
    assert shell("terms", "manual.tsv", "--output", "terms.csv").code == 0
    assert draft.read_bytes() == data
    decided = data.replace("提示模板,,no,no,,,draft".encode(), "提示词模板,,no,no,,,rejected".encode())
    assert decided != data
    draft.write_bytes(decided)
    again = shell("terms", "manual.tsv", "--output", "terms.csv")
    assert draft.read_bytes() == decided
    assert "1 decided" in again.out


def test_tbx_is_written_too(shell: Shell) -> None:
    assert shell("terms", "manual.tsv", "--output", "out/terms.tbx", "-q").out == ""
    root = ElementTree.parse(shell.folder / "out" / "terms.tbx").getroot()
    assert root.get("style") == "dca"


def test_either_language_may_be_the_source(shell: Shell) -> None:
    forth = shell("terms", "manual.tsv", "--json").out
    back = shell("terms", "manual.tsv", "--json", "--source", "zh").out
    assert [t["en"] for t in json.loads(forth)["terms"]] == [t["en"] for t in json.loads(back)["terms"]]


def test_fewer_terms_are_told_when_asked_for(shell: Shell) -> None:
    assert len(json.loads(shell("terms", "manual.tsv", "--json", "--most", "1").out)["terms"]) == 1
    kinds = {t["kind"] for t in json.loads(shell("terms", "manual.tsv", "--json", "--no-keep").out)["terms"]}
    assert kinds == {"term"}
    assert json.loads(shell("terms", "manual.tsv", "--json", "--min-count", "9").out)["terms"] == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("terms.txt", None, "end its name in .csv, .tsv, .tbx"),
        ("terms.csv", "a,b\n1,2\n", "terms.csv:1: is no draft"),
        ("terms.tbx", "<html/>", "third edition"),
    ],
)
def test_something_else_is_never_overwritten(shell: Shell, name: str, content: str | None, said: str) -> None:
    if content is not None:
        (shell.folder / name).write_text(content, encoding="utf-8")
    done = shell("terms", "manual.tsv", "--output", name)
    assert done.code == 2
    assert said in done.err
    assert content is None or (shell.folder / name).read_text(encoding="utf-8") == content


def test_a_missing_document_is_an_error(shell: Shell) -> None:
    assert shell("terms", "absent.md").code == 2


def test_nothing_found_says_so(shell: Shell) -> None:
    (shell.folder / "few.tsv").write_text("en\tzh\nA hat.\t一顶帽子。\n", encoding="utf-8")
    done = shell("terms", "few.tsv")
    assert done.code == 0
    assert "0 terms" in done.out
