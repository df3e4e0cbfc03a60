"""Lines of decisions and filled-in spreadsheets: what is read, and that nothing is passed over."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.errors import InputError
from aligncheck.gate.decisions import LONGEST, counted, parse, shortened
from aligncheck.model.triage import Choice, Decision
from aligncheck.model.triaged import Said
from aligncheck.runner.triage.reading import read_decisions

HEAD = '{"aligncheck-decisions": 1}\n'
LINE = {"report": "ab" * 8, "document": "zh/a.md", "code": "NUM001", "fingerprint": "0f" * 8, "decision": "accepted"}


def line(**other: object) -> str:
    return json.dumps({**LINE, **other}, ensure_ascii=False) + "\n"


TEXT = st.text(max_size=20)
DECISIONS = st.fixed_dictionaries(
    {"fingerprint": st.sampled_from(["0" * 16, "1" * 16, "1" * 16 + "-2"]), "decision": st.sampled_from(list(Choice))},
    optional={"reason": TEXT},
)


@given(st.lists(DECISIONS, max_size=6))
def test_lines_read_back_in_order_and_the_later_one_counts(records: list[dict[str, str]]) -> None:
    said = parse(HEAD + "".join(line(**record) for record in records), "d.jsonl")
    assert [(s.decision.fingerprint, s.decision.decision) for s in said] == [
        (record["fingerprint"], record["decision"]) for record in records
    ]
    assert [s.line for s in said] == list(range(2, 2 + len(records)))
    assert all(shortened(s.decision.reason or "") == (s.decision.reason or "") for s in said)
    last = {record["fingerprint"]: record["decision"] for record in records}
    counting, overruled = counted(said)
    assert {s.decision.fingerprint: s.decision.decision for s in counting} == last
    assert all(o.earlier.line < o.later.line for o in overruled)
    assert counted(counting) == (counting, [])


@given(st.text())
def test_a_reason_is_one_line_of_characters_that_can_be_seen(text: str) -> None:
    said = shortened(text)
    assert len(said) <= LONGEST
    assert not said or said.isprintable()
    assert shortened(said) == said


def test_equal_decisions_are_one_and_files_may_stand_one_after_the_other() -> None:
    text = HEAD + line() + "\ufeff" + HEAD.replace("\n", "\r\n") + line(report="cd" * 8) + line(decision="later")
    said = parse(text, "d.jsonl")
    counting, overruled = counted(said)
    assert [s.decision.decision for s in counting] == [Choice.LATER]
    assert [(o.earlier.line, o.later.line) for o in overruled] == [(4, 5)]


BAD = [
    (line(), 1, "no line that names the version"),
    (HEAD.replace("1", "2"), 1, "decisions of version 2, not 1"),
    (HEAD.replace("1", '"x"'), 1, "not 1"),
    (HEAD + line() + "<<<<<<< HEAD\n", 3, "merge conflict"),
    (HEAD + "\n\n[]\n", 4, "not a decision"),
    (HEAD + "{" * 5000 + "\n", 2, "not a decision"),
    (HEAD + line(decision="false alarm"), 2, "one of true, false-alarm, accepted, later"),
    (HEAD + line(more=1), 2, "unknown field"),
    (HEAD + line(fingerprint="0f"), 2, "no fingerprint"),
    (HEAD + line(fingerprint="0f" * 8 + "-0"), 2, "no fingerprint"),
    (HEAD + line(report=""), 2, "no report's id"),
    (HEAD + line(code="num"), 2, "no rule's code"),
    (HEAD + line(code="SUP001"), 2, "nobody decides on SUP001"),
    (HEAD + line(document=""), 2, "names no document"),
    (HEAD + line(keep=["a", " \u200b "]), 2, "an empty word"),
    (HEAD + line(term=["lamp", ""]), 2, "an empty word"),
    (HEAD + line(term=["lamp"]), 2, "not a decision"),
    (HEAD + line(term=["#lamp", "灯"]), 2, "is a remark"),
    (HEAD + line(keep="lamp"), 2, "not a decision"),
    (HEAD + line().replace("zh/a.md", "\\ud800"), 2, "not a decision"),
]


@pytest.mark.parametrize(("text", "number", "message"), BAD)
def test_what_is_no_decision_is_an_error_with_its_line(text: str, number: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text, "d.jsonl")
    assert (caught.value.path, caught.value.line) == ("d.jsonl", number)
    assert message in str(caught.value)
    assert caught.value.remedy
    assert str(caught.value).isprintable()


NAMES = ("document", "report", "code", "name", "message", "fingerprint", "decision", "why", "note")
ROW = ("zh/a.md", "ab" * 8, "NUM001", "number-mismatch", 'a "quoted"; text,\nof two lines', "0f" * 8)


def table(*decisions: tuple[str, str], delimiter: str = ",", names: tuple[str, ...] = NAMES) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(names)
    for decision, why in decisions:
        cells = dict(zip(NAMES, (*ROW, decision, why, "x"), strict=True))
        writer.writerow([cells[name] for name in names])
    return out.getvalue()


def read(tmp_path: Path, data: bytes) -> list[Said]:
    (tmp_path / "sheet").write_bytes(data)
    return read_decisions([str(tmp_path / "sheet")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("names", [NAMES, tuple(reversed(NAMES))])
def test_tables_as_spreadsheets_save_them(
    tmp_path: Path, encoding: str, delimiter: str, names: tuple[str, ...]
) -> None:
    text = table(
        ("", "open"), ("FALSE_alarm", "按约定保留"), (" 4 ", ""), ("True", ""), delimiter=delimiter, names=names
    )
    said = read(tmp_path, text.encode(encoding))
    assert [(s.decision.decision, s.decision.reason or "", s.line) for s in said] == [
        (Choice.FALSE_ALARM, "按约定保留", 4), (Choice.LATER, "", 6), (Choice.TRUE, "", 8),
    ]  # fmt: skip
    assert said[0].decision == Decision("ab" * 8, "zh/a.md", "NUM001", "0f" * 8, Choice.FALSE_ALARM, "按约定保留")


def test_excels_own_ways(tmp_path: Path) -> None:
    digits = table(("accepted", "'=1+1")).replace("0f" * 8, "'" + "12" * 8).replace("zh/a.md", "'-a.md")
    (said,) = read(tmp_path, b"sep=;\r\n" + digits.replace(",\n", "\n").replace(",", ";").encode("cp1252"))
    assert (said.decision.fingerprint, said.decision.document, said.decision.reason) == ("12" * 8, "-a.md", "=1+1")
    assert said.line == 3
    assert read(tmp_path, (table() + ",,,\r\n\r\n").encode()) == []


BAD_TABLES = [
    (table(("false", "")), 2, "'false' is no decision"),
    (table(("5", "")), 2, "write one of true, false-alarm, accepted, later"),
    (table(("1", "")).replace("0f" * 8, "1.2E+15"), 2, "may have taken it for a number"),
    (table(("1", ""), names=NAMES[:5]), 1, "without the columns fingerprint, decision"),
    (table(("1", "")).replace("fingerprint", "print"), 1, "without the column fingerprint"),
    (table(("1", "")).replace("note", "decision"), 1, "two columns are called decision"),
    ("just,some,text\n", 1, "without the columns"),
]


@pytest.mark.parametrize(("text", "number", "message"), BAD_TABLES)
def test_rows_that_are_no_decisions_are_errors(tmp_path: Path, text: str, number: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text.encode())
    assert caught.value.line == number
    assert message in str(caught.value)
    assert caught.value.remedy


def test_long_cells_and_a_cell_that_never_ends(tmp_path: Path) -> None:
    text = table(("accepted", "")).replace("number-mismatch", "长" * 300_000)
    assert len(read(tmp_path, text.encode())) == 1
    with pytest.raises(InputError):
        read(tmp_path, table(("accepted", "")).replace("zh/a.md", '"never').encode())


def workbook(rows: list[list[object]], *, first: str = "") -> bytes:
    """The smallest workbook that holds rows of texts, numbers and truth values; ``first`` is a sheet before it."""
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"

    def cell(value: object) -> str:
        if isinstance(value, bool):
            return f'<c t="b"><v>{int(value)}</v></c>'
        if isinstance(value, int | float):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if value else "<c/>"

    def sheet(all_rows: list[list[object]]) -> str:
        body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in all_rows)
        return f"<worksheet {ns}><sheetData>{body}</sheetData></worksheet>"

    sheets: list[list[list[object]]] = [[[first]], rows] if first else [rows]
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    related = "".join(f'<Relationship Id="r{n}" Type="{relations}/worksheet" Target="s{n}.xml"/>' for n in numbers)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{packages}/content-types"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="b" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml", f'<workbook {ns} xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>'
        )
        links = f'<Relationships xmlns="{packages}/relationships">{related}</Relationships>'
        archive.writestr("xl/_rels/workbook.xml.rels", links)
        for n, content in zip(numbers, sheets, strict=True):
            archive.writestr(f"xl/s{n}.xml", sheet(content))
    return out.getvalue()


def test_a_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [list(NAMES), [*ROW, True, "why"], [*ROW, 3.0, ""], [*ROW, "", "x"], [], [*ROW, "Later"]]
    for first in ("", "Documents"):
        said = read(tmp_path, workbook(rows, first=first))
        assert [(s.decision.decision, s.line) for s in said] == [
            (Choice.TRUE, 2), (Choice.ACCEPTED, 3), (Choice.LATER, 6),
        ]  # fmt: skip
        assert said[0].decision.reason == "why"


def test_what_is_no_workbook(tmp_path: Path) -> None:
    for data in (b"PK\x03\x04 nonsense", workbook([["a"]]), workbook([])):
        with pytest.raises(InputError) as caught:
            read(tmp_path, data)
        assert caught.value.remedy
