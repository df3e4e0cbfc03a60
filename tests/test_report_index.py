"""The overview page as text: the matrix, its order, what could not be read."""

from __future__ import annotations

from msgspec.structs import replace
from report_pages import parsed, words_of
from report_samples import clean, ferry, lighthouse

from aligncheck.errors import InputError
from aligncheck.model.report import Report, Status
from aligncheck.report import index_page


def test_index_lists_worst_first_with_counts() -> None:
    page = index_page([clean(), lighthouse(), ferry()], ["c.html", "l.html", None])
    rows = parsed(page).xpath("//table[@id='matrix']/tbody/tr")
    assert [r.find("th").text_content() for r in rows] == [
        "leaflets/lighthouse.md",
        "timetables/ferry.zh-Hant.md",
        "notes/garden.md",
    ]
    heads = [h.text_content() for h in parsed(page).xpath("//table[@id='matrix']/thead//th")]
    assert heads[:7] == ["Document", "Pairs", "Aligned", "Errors", "Warnings", "Info", "Known"]
    assert heads[7:] == ["DAT001", "DAT002", "NUM001", "OMI001", "OMI002", "STR003", "UNT002"]
    first = [c.text_content() for c in rows[0].xpath("./td")]
    assert first == ["19", "91%", "3", "2", "1", "1", "1", "·", "1", "1", "1", "1", "1"]
    total = [c.text_content() for c in parsed(page).xpath("//tfoot//td")]
    assert total == ["33", "", "4", "2", "1", "1", "1", "1", "1", "1", "1", "1", "1"]
    assert rows[0].xpath(".//a/@href") == ["./l.html"]
    assert rows[1].xpath(".//a") == []


def test_index_names_what_could_not_be_read_and_greets_when_empty() -> None:
    failure = InputError("not <text>", path="photo.md", line=3, remedy="save it as UTF-8")
    text = words_of(index_page([], [], [failure]))
    assert "photo.md:3 not <text> Remedy: save it as UTF-8" in text
    assert "No documents were checked." in words_of(index_page([], []))
    assert "Nothing to report" in words_of(index_page([clean()], ["c.html"]))
    known = replace(ferry(), findings=tuple(replace(f, status=Status.BASELINED) for f in ferry().findings))
    assert f"Nothing new: {len(known.findings)} known already." in words_of(index_page([known], ["f.html"]))


def test_index_needs_no_pairs() -> None:
    def without(report: Report) -> Report:
        return replace(report, pairs=())

    reports = [lighthouse(), ferry()]
    assert index_page([without(r) for r in reports], ["a", "b"]) == index_page(reports, ["a", "b"])
