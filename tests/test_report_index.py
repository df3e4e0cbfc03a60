"""The overview page as text: the matrix, its order, totals, what could not be read."""

from __future__ import annotations

import json

import pytest
from index_samples import many
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_pages import parsed, words_of
from report_samples import clean, ferry, hostile, lighthouse

from aligncheck.errors import InputError
from aligncheck.model.report import Report, Severity, Status
from aligncheck.report import index_page
from aligncheck.report.html.index import Amount, index_of
from aligncheck.report.html.matrix import FIRST


def texts(page: str, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in parsed(page).xpath(path)]


def of_statuses(*statuses: Status, severity: Severity = Severity.ERROR, code: str = "NUM001") -> Report:
    faults = tuple(Fault(code, "number-mismatch", severity, f"m{n}", status=s) for n, s in enumerate(statuses))
    return build("known.md", [Line("One.", "一。", faults)])


def test_worst_documents_come_first_and_so_do_the_rules_that_find_most() -> None:
    page = index_page([clean(), lighthouse(), ferry()], ["c.html", "l.html", None])
    rows = parsed(page).xpath("//table[@id='matrix']/tbody/tr")
    assert [r.find("th").text_content().strip() for r in rows] == [
        "leaflets/lighthouse.md",
        "timetables/ferry.zh-Hant.md",
        "notes/garden.md",
    ]
    heads = texts(page, "//table[@id='matrix']/thead/tr[1]/th")
    assert heads[:6] == ["Document", "Pairs", "Aligned", "Errors", "Warnings", "Info"]
    assert heads[6:9] == ["DAT001 date-mismatch", "DAT002 time-mismatch", "NUM001 number-mismatch"]
    assert heads[-1] == "PUN002 half-width-punctuation"
    assert texts(page, "//table[@id='matrix']/tbody/tr[1]/td") == [
        "19", "91%", "3", "2", "1 +1", "1", "", "1", "1", "1", "1", "1", "+1"
    ]  # fmt: skip
    assert texts(page, "//tr[@class='sum']/*")[:9] == ["All documents", "33", "95%", "4", "2", "1 +1", "1", "1", "1"]
    assert rows[0].xpath("./th/a/@href") == ["./l.html"]
    assert rows[0].xpath("./td/a/@href")[:2] == ["./l.html#?rule=DAT001", "./l.html#?rule=NUM001"]
    assert rows[1].xpath(".//a") == []


def test_every_row_is_as_wide_as_the_head() -> None:
    page = index_page(many(60, 30), [None] * 60)
    rows = parsed(page).xpath("//table[@id='matrix']//tr")
    widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in rows}
    assert widths == {6 + len(parsed(page).xpath("//th[contains(@class,'rule')]"))}


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [
        ((Status.NEW, Status.NEW), "2"),
        ((Status.NEW, Status.BASELINED, Status.SUPPRESSED), "1 +2"),
        ((Status.BASELINED,), "+1"),
    ],
)
def test_what_is_known_is_told_beside_what_is_new(statuses: tuple[Status, ...], shown: str) -> None:
    page = index_page([of_statuses(*statuses)], ["k.html"])
    assert texts(page, "//tbody/tr/td[contains(@class,'cell')]") == [shown]
    assert texts(page, "//tr[@class='sum']/td[@class='cell']") == [shown]
    assert texts(page, "//table[@class='rules']//td[@class='num']") == [shown]
    assert texts(page, "//dl[@class='severities']//dd") == [shown, "0", "0"]
    known = len(statuses) - statuses.count(Status.NEW)
    assert (f"{known} known" in words_of(page)) is (known > 0)


def test_known_findings_of_another_severity_do_not_colour_new_ones() -> None:
    new = of_statuses(Status.NEW, severity=Severity.INFO)
    old = of_statuses(Status.BASELINED, severity=Severity.ERROR)
    both = replace(new, findings=new.findings + old.findings)
    index = index_of([both], [None])
    assert index.rows[0].rules["NUM001"].shape == index.columns[0].found.shape == "i"
    assert index.severities[Severity.ERROR] == Amount(0, 1)
    assert index_of([old], [None]).columns[0].found.shape == "e"


def test_totals_are_those_of_all_documents() -> None:
    index = index_of([clean(), lighthouse(), ferry()], [None] * 3)
    assert (sum(index.new.values()), index.known, index.pairs) == (7, 1, 33)
    assert index.shares == (2, 0, 1, 0, 0)
    assert index.aligned is not None
    assert lighthouse().stats.aligned < index.aligned < 1
    nothing = index_of([build("empty.md", [])], [None])
    assert (nothing.aligned, nothing.shares) == (None, (0, 0, 0, 0, 1))


def test_a_rule_leads_to_its_page_where_there_is_one() -> None:
    index = index_of([ferry()], [None], lambda finding: f"https://example.com/{finding.name}")
    assert [column.href for column in index.columns] == ["https://example.com/time-mismatch"]
    assert index_of([ferry()], [None]).columns[0].href is None


def test_what_could_not_be_read_comes_first() -> None:
    failure = InputError("not <text>", path="photo.md", line=3, remedy="save it as UTF-8")
    text = words_of(index_page([], [], [failure]))
    assert "photo.md:3 not <text> Remedy: save it as UTF-8" in text
    page = index_page([ferry()], ["f.html"], [failure])
    assert parsed(page).xpath("//main/*[1]/@class") == ["failures"]


def test_nothing_is_said_to_be_wrong_where_nothing_is() -> None:
    assert "No documents were checked." in words_of(index_page([], []))
    assert "Nothing to report" in words_of(index_page([clean()], ["c.html"]))
    known = replace(ferry(), findings=tuple(replace(f, status=Status.BASELINED) for f in ferry().findings))
    assert f"Nothing new: {len(known.findings)} known already." in words_of(index_page([known], ["f.html"]))


def test_pairs_are_not_needed() -> None:
    def without(report: Report) -> Report:
        return replace(report, pairs=())

    reports = [lighthouse(), ferry()]
    assert index_page([without(r) for r in reports], ["a", "b"]) == index_page(reports, ["a", "b"])


def test_documents_beyond_the_first_are_listed_with_their_totals() -> None:
    reports = many(FIRST + 20, 8)
    page = index_page(reports, [f"{n}.html" for n in range(len(reports))])
    assert len(parsed(page).xpath("//table[@id='matrix']/tbody/tr")) == FIRST
    listed = parsed(page).xpath("//details[@id='rest']//li")
    assert len(listed) == 20
    named = {a.text_content() for a in parsed(page).xpath("//tbody/tr/th/a | //details[@id='rest']//li/a")}
    assert named == {report.document.path for report in reports}
    rows = index_of(reports, [None] * len(reports)).rows[FIRST:]
    for item, row in zip(listed, rows, strict=True):
        assert item.get("data-p") == str(row.report.stats.pairs)
        errors = row.severities[Severity.ERROR].new
        assert (f"{errors} error" in item.text_content()) is (errors > 0)


def test_what_is_said_of_suppressions_is_counted() -> None:
    page = index_page([of_statuses(Status.NEW, code="SUP001")], ["k.html"])
    (row,) = parsed(page).xpath("//table[@id='matrix']/tbody/tr")
    assert json.loads(row.get("data-more")) == [["SUP001", "error", "new"]]
    assert texts(page, "//tbody/tr/td[contains(@class,'cell')]") == ["1"]


def test_hostile_names_stay_in_their_cells() -> None:
    report = hostile()
    page = index_page([report], ["a\"b'<script>.html"])
    assert len(parsed(page).xpath("//script")) == 2
    assert not parsed(page).xpath("//*[@onload or @onerror or @onmouseover]")
    codes = {f.code for f in report.findings}
    assert set(parsed(page).xpath("//th[contains(@class,'rule')]/@data-key")) == codes
    assert all(href.startswith("./a%22b%27%3Cscript%3E.html") for href in parsed(page).xpath("//tbody//a/@href"))
