"""A document's page as text: what is known apart from what is new, reasons, inline markup, pictures told in words."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace
from report_builder import Line, build
from report_manual_builder import REASON, manual
from report_pages import check_policy, check_references, pair_text, parsed, words_of
from report_samples import clean, lighthouse, long_document

from aligncheck.model.report import Report, Status
from aligncheck.report import document_page
from aligncheck.report.around import Around, LinkTemplates
from aligncheck.report.html.cards import rules_of
from aligncheck.report.html.page import page_of
from aligncheck.report.html.picture import alignment_map, strip


def all_known(report: Report) -> Report:
    return replace(report, findings=tuple(replace(f, status=Status.BASELINED) for f in report.findings))


def verdict_of(report: Report) -> str:
    (line,) = parsed(document_page(report)).xpath("//p[@class='verdict']")
    return " ".join(" ".join(span.text_content() for span in line).split())


def test_the_head_counts_what_is_new_and_tells_what_is_known_apart() -> None:
    assert verdict_of(manual()) == "new 1 error 1 warning 1 baselined · 1 suppressed"
    assert verdict_of(lighthouse()) == "new 3 errors 2 warnings 1 info 1 baselined"
    assert verdict_of(all_known(lighthouse())) == "No new findings 7 baselined"
    assert verdict_of(clean()) == "No findings"
    unknown = replace(lighthouse(), findings=lighthouse().findings[1:3])
    assert verdict_of(unknown) == "2 errors"


def test_known_findings_stand_behind_new_ones_and_are_quieter() -> None:
    tree = parsed(document_page(manual()))
    looks = {row.get("id"): row.get("class") for row in tree.xpath("//div[contains(@class, 'p has')]")}
    assert looks == {
        "pair-2": "p has e",
        "pair-3": "p has e old",
        "pair-4": "p has w",
        "pair-6": "p has e old omitted",
    }
    for name in ("article", "mark"):
        for element in tree.xpath(f"//{name}[ancestor::div[@id='pair-3']]"):
            assert element.get("class").endswith("e old")
    two = manual()
    both = [replace(f, pair=2) for f in two.findings[:2]]
    report = replace(two, findings=(both[1], both[0]))
    (row,) = parsed(document_page(report)).xpath("//div[@id='pair-2']")
    assert row.get("class") == "p has e"
    assert [card.get("data-status") for card in row.xpath("./article")] == ["new", "suppressed"]


def test_rules_with_news_come_first() -> None:
    rules = rules_of(page_of(manual()).cards)
    assert [(r.code, r.count, r.known) for r in rules] == [("NUM001", 2, 1), ("UNT002", 1, 0), ("OMI001", 1, 1)]
    listed = [" ".join(li.text_content().split()) for li in parsed(document_page(manual())).xpath("//ul//li[svg]")]
    assert listed == ["NUM001 number-mismatch11 known", "UNT002 words-untranslated1", "OMI001 sentence-omitted1 known"]


def test_a_card_tells_why_and_how_many() -> None:
    tree = parsed(document_page(manual()))
    (why,) = tree.xpath("//p[@class='why']")
    assert why.text_content() == f"Reason {REASON}"
    assert why.getparent().get("data-status") == "suppressed"
    tags = [(t.getparent().getparent().get("data-n"), t.text_content()) for t in tree.xpath("//span[@class='tag']")]
    assert tags == [("2", "suppressed"), ("3", "tells 2 faults"), ("4", "baselined")]


def test_inline_markup_is_shown_as_in_the_document() -> None:
    page = document_page(manual())
    tree = parsed(page)

    def inside(tag: str) -> list[str]:
        return [e.text_content() for e in tree.xpath(f"//main//*[@lang]//{tag}")]

    assert inside("code") == ["pump --prime"] * 2
    assert inside("strong") == ["safety notes", "Never open the lid", "holds 21200"]
    assert inside("em") == ["切勿开盖"]
    assert inside("span[@class='math']") == ["Q = Av"] * 2
    assert inside("span[@class='pic'][@title='v.png']") == ["diagram of the valve", "阀门示意图"]
    links = tree.xpath("//span[@class='to']")
    assert [link.get("title") for link in links] == ["https://pump.example/safety", "javascript:alert(1)"]
    assert not any("javascript" in href for href in tree.xpath("//@href"))
    for pair in manual().pairs:
        assert pair_text(page, pair.id) == [s.text for s in (pair.source, pair.target) if s]
    check_policy(page)
    check_references(page)


def test_every_row_tells_how_it_pairs_without_an_element_more() -> None:
    report = build("a.md", [Line("One.", "一。", confidence=0.98), Line("Two.", None), Line(None, "三。")])
    tree = parsed(document_page(report))
    assert [a.get("title") for a in tree.xpath("//a[@class='n']")] == ["1-1 · 98%", "1-0 · 96%", "0-1 · 96%"]
    assert [a.get("href") for a in tree.xpath("//a[@class='n']")] == ["#pair-0", "#pair-1", "#pair-2"]
    assert len(tree.xpath("//div[@id='pair-0']//*")) == 4


def test_the_footer_tells_what_the_page_is_of() -> None:
    report = lighthouse()
    footer = words_of(document_page(report, Around(links=LinkTemplates(commit="1f2e3d4")))).rpartition("Made by ")[2]
    assert footer == f"aligncheck 0.1.0 · Signature {report.signature} · Report {report.id} · Commit 1f2e3d4"
    assert "Commit" not in words_of(document_page(report))


def test_pictures_are_told_in_words() -> None:
    said = words_of(document_page(lighthouse()))
    assert (
        "From top to bottom 19 pairs: 5 with new findings, 1 with known ones only, 1 omitted, 1 added, 1 uncertain."
    ) in said
    assert "By quarters of the text: 1, 2, 2 and 1 findings." in said
    tree = parsed(document_page(lighthouse()))
    for picture in tree.xpath("//svg"):
        assert picture.get("aria-hidden") == "true" or picture.get("aria-label")


def test_known_findings_are_hollow_in_the_pictures() -> None:
    report = manual()
    cards = page_of(report).cards
    assert [r.shape for r in alignment_map(report, cards).ribbons if r.title] == ["e", "e old", "w", "e old gone"]
    assert [(b.shape, b.count) for b in strip(report, cards)] == [("e", 1), ("e old", 1), ("w", 1), ("e old", 1)]
    stacked = replace(report, findings=tuple(replace(f, pair=2) for f in report.findings))
    bars = strip(stacked, page_of(stacked).cards)
    assert [b.shape for b in bars] == ["e", "w", "e old"]
    assert all(a.y == b.y + b.height for a, b in pairwise(bars))


def test_each_severity_has_a_pattern_of_its_own() -> None:
    page = document_page(lighthouse())
    patterns = set(parsed(page).xpath("//pattern/@id"))
    assert patterns == set(re.findall(r"url\(#(\w+)\)", page)) == {"pw", "pi"}


def test_headings_beside_the_map_leave_room_for_a_finger() -> None:
    headings = alignment_map(long_document(3000), []).headings
    assert len(headings) > 5
    assert all(b.y - a.y >= 24 for a, b in pairwise(headings))
