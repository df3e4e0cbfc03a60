"""Findings as CSV and as a workbook, read back: one row each, text as text, the same bytes at any time."""

from __future__ import annotations

import csv
import io
import re
import time
import zipfile
from collections.abc import Callable

import lxml.etree  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from python_calamine import CalamineWorkbook
from report_builder import Fault, Line, build
from report_samples import clean, ferry, hostile, lighthouse
from report_strategies import many_runs, runs
from run_samples import FAILURES, every_run, with_statuses

from aligncheck.errors import ConfigError
from aligncheck.model.report import Report, Severity
from aligncheck.model.run import Run
from aligncheck.report import FORMATS
from aligncheck.report.spreadsheet import workbook
from aligncheck.report.spreadsheet.rows import COLUMNS, defused, shown

ALIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Rows = list[dict[str, str]]


def from_csv(run: Run) -> Rows:
    text = FORMATS["csv"](run).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet(written: bytes, name: str = "Findings") -> list[list[object]]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name(name).to_python()
    return [list(row) for row in rows]


def from_xlsx(run: Run) -> Rows:
    head, *rows = sheet(FORMATS["xlsx"](run))
    assert tuple(head) == COLUMNS
    return [{str(name): _as_text(cell) for name, cell in zip(head, row, strict=True)} for row in rows]


def _as_text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def with_message(text: str) -> Run:
    return Run((build("a.md", [Line("One.", "一。", (Fault("NUM001", "n", Severity.ERROR, text),))]),))


@pytest.mark.parametrize("read", [from_csv, from_xlsx])
def test_a_row_says_all_of_a_finding(read: Callable[[Run], Rows]) -> None:
    rows = read(Run((lighthouse(), clean(), ferry())))
    reports = (lighthouse(), ferry())
    assert [r["fingerprint"] for r in rows] == [f.fingerprint for report in reports for f in report.findings]
    (row,) = [r for r in rows if r["code"] == "DAT002"]
    assert (row["document"], row["report"]) == ("timetables/ferry.zh-Hant.md", ferry().id)
    assert (row["severity"], row["status"], row["confidence"]) == ("error", "new", "0.95")
    assert (row["source_evidence"], row["source_value"]) == ("9:15 p.m.", "21:15")
    assert (row["target_evidence"], row["target_value"]) == ("晚上8時15分", "20:15")
    assert row["target_text"] == "首班渡輪上午6時40分離港，末班晚上8時15分開出。"
    side = next(p.target for p in ferry().pairs if p.target and p.target.text == row["target_text"])
    assert row["target_line"] == str(side.line)
    assert row["target_column"] == str(side.text.index("晚上8時15分") + 1)
    assert (row["decision"], row["why"]) == ("", "")


def test_every_status_and_its_reason_is_told() -> None:
    found = {row["status"]: row["reason"] for row in from_csv(Run((with_statuses(),)))}
    assert found == {"new": "", "baselined": "old text", "suppressed": "a model's name"}


def test_csv_is_what_a_spreadsheet_expects() -> None:
    written = FORMATS["csv"](with_message('he said "ten", not twelve'))
    assert written.startswith(b"\xef\xbb\xbfdocument,report,")
    assert b'"he said ""ten"", not twelve"' in written
    assert written.count(b"\r\n") == written.count(b"\n") == 2


@many_runs
@given(run=runs)
def test_no_cell_of_the_csv_is_a_formula_or_breaks_its_row(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](run).decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == 1 + sum(len(report.findings) for report in run.reports)
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(ALIVE)
        assert not re.search(r"[\x00-\x1f\x7f\u202e\u2066\ud800-\udfff]", cell)


@given(st.sampled_from(ALIVE[:4] + ALIVE[6:]), st.sampled_from(["", " ", "\u3000", "\t"]), st.text(max_size=5))
def test_an_apostrophe_before_a_formula_is_all_that_changes(sign: str, before: str, rest: str) -> None:
    text = before + sign + rest
    assert defused(text) == f"'{text}"


def test_digests_are_no_numbers() -> None:
    assert defused("1234567890123456") == "'1234567890123456"
    assert defused("12345678e9012345") == "'12345678e9012345"
    assert defused("12345678f9012345") == "12345678f9012345"
    assert defused("2500000") == "2500000"
    assert defused(2500000) == 2500000


def test_what_cannot_be_seen_is_labelled() -> None:
    assert shown("a\u202eb\x00c\nd\te  f\u3000g") == "a<RLO>b<NUL>c d e  f\u3000g".replace("<NUL>", "<U+0000>")


def parts(written: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", every_run())
def test_the_workbook_holds_text_only(name: str) -> None:
    found = parts(FORMATS["xlsx"](every_run()[name]))
    for content in found.values():
        lxml.etree.fromstring(content)
    sheets = b"".join(content for part, content in found.items() if part.startswith("xl/worksheets/"))
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets
    assert not [part for part in found if "vba" in part.lower() or part.startswith("xl/externalLinks")]


def test_hostile_text_comes_back_as_it_is_shown() -> None:
    report = hostile()
    assert [row["message"] for row in from_xlsx(Run((report,)))] == [shown(f.message) for f in report.findings]
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "https://example.com", "007", "1e5", "_x0041_"):
        assert [row["message"] for row in from_xlsx(with_message(text))] == [text]
    assert [row["message"] for row in from_xlsx(with_message("a\ufffeb"))] == ["a<U+FFFE>b"]


@pytest.mark.parametrize("letter", ["W", "字", "😀"])
def test_what_no_cell_can_hold_is_cut_with_a_remark(letter: str) -> None:
    (row,) = from_xlsx(with_message(letter * 40_000))
    units = len(row["message"].encode("utf-16-le")) // 2
    assert workbook.MOST_CHARACTERS - 1 <= units <= workbook.MOST_CHARACTERS
    assert row["message"].startswith(letter * 100)
    assert row["message"].endswith("[cut: a cell holds no more]")
    (row,) = from_xlsx(with_message("W" * workbook.MOST_CHARACTERS))
    assert row["message"] == "W" * workbook.MOST_CHARACTERS


def test_too_many_findings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", len(lighthouse().findings))
    assert FORMATS["xlsx"](Run((lighthouse(),)))
    with pytest.raises(ConfigError, match="findings, and a sheet has") as caught:
        FORMATS["xlsx"](Run((lighthouse(), ferry())))
    assert caught.value.remedy == "take csv=FILE, or leave rules out with --ignore"


def test_a_decision_is_chosen_from_a_list_but_not_on_what_is_said_of_suppressions() -> None:
    def offered(report: Report) -> list[str]:
        content = parts(FORMATS["xlsx"](Run((report,))))["xl/worksheets/sheet1.xml"]
        tree = lxml.etree.fromstring(content)
        lists = tree.findall(".//{*}dataValidation")
        assert {each.findtext("{*}formula1") for each in lists} <= {'"true,false-alarm,accepted,later"'}
        return [each.get("sqref") or "" for each in lists]

    report = lighthouse()
    last = len(report.findings) + 1
    assert offered(report) == [f"X2:X{last}"]
    first, second, third, *rest = report.findings
    said = (first, replace(second, code="SUP002"), third, *rest)
    assert offered(replace(report, findings=said)) == ["X2", f"X4:X{last}"]
    assert offered(clean()) == []


def test_documents_have_a_sheet_with_counts_and_what_was_not_read() -> None:
    head, *rows = sheet(FORMATS["xlsx"](Run((lighthouse(), clean()), FAILURES)), "Documents")
    first = dict(zip(head, rows[0], strict=True))
    assert first["document"] == "leaflets/lighthouse.md"
    assert (first["new_errors"], first["new_warnings"], first["new_infos"], first["baselined"]) == (3, 2, 1, 1)
    assert [row[-1] for row in rows[2:]] == ["not text (save it as UTF-8)", "unknown key", "no such file"]
    assert [row[0] for row in rows[2:]] == ["photo.md", "", "../else/where.md"]


def test_the_workbook_knows_no_time() -> None:
    run = Run((lighthouse(),))
    written = FORMATS["xlsx"](run)
    time.sleep(2.1)  # a zip archive counts time in steps of two seconds
    assert FORMATS["xlsx"](run) == written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
