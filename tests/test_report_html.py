"""HTML pages as text: complete, escaped, self-contained, deterministic, small. Browsers are in test_browser_report."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_pages import check_policy, check_references, pair_text, parsed, words_of
from report_samples import HOSTILE, clean, every_report, ferry, hostile, lighthouse, long_document

from aligncheck.model.report import EvidenceSpan, Severity
from aligncheck.report import document_page, index_page
from aligncheck.report.around import Around
from aligncheck.report.html.words import FILES, words

PAGES = [document_page(r, Around("index.html")) for r in every_report()]
INDEX = index_page(every_report(), [f"{n}.html" for n in range(len(every_report()))])


def test_every_sentence_stands_beside_its_counterpart_in_order() -> None:
    for report in (lighthouse(), ferry(), long_document(300)):
        page = document_page(report)
        ids = [e.get("id") for e in parsed(page).xpath("//*[starts-with(@id, 'pair-')]")]
        assert ids == [f"pair-{p.id}" for p in report.pairs]
        for pair in report.pairs[:40]:
            assert pair_text(page, pair.id) == [s.text for s in (pair.source, pair.target) if s]


def test_languages_are_declared_with_their_script() -> None:
    langs = {e.get("lang") for e in parsed(document_page(ferry())).xpath("//main//*[@lang]")}
    assert langs == {"en", "zh-Hant"}
    assert "zh-Hans" in document_page(lighthouse())
    mixed = document_page(build("a.md", [Line("One.", "一。")], script="mixed"))
    assert 'lang="zh"' in mixed


def test_marks_on_both_sides_carry_the_number_of_the_card() -> None:
    tree = parsed(document_page(lighthouse()))
    for card in tree.xpath("//article[@data-code='NUM001']"):
        marks = tree.xpath(f"//mark[@data-f='{card.get('data-n')}']")
        assert [m.text_content() for m in marks] == [f"{card.get('data-n')}2.4 million", f"{card.get('data-n')}24万"]
        assert {m.find("a").get("href") for m in marks} == {f"#{card.get('id')}"}


def test_values_are_spelled_out_where_they_say_more_than_the_words() -> None:
    text = words_of(document_page(lighthouse()))
    assert "2.4 million = 2,400,000≠24万 = 240,000" in text
    assert "October 14, 1871 = 1871-10-14≠1871年11月14日 = 1871-11-14" in text
    assert "keeper|" not in text
    assert "8 = 8" not in words_of(document_page(long_document(60)))


def test_omission_is_a_gap_and_addition_is_filled() -> None:
    tree = parsed(document_page(lighthouse()))
    (omitted,) = tree.xpath("//div[contains(@class, 'omitted')]")
    assert "no rendering" in omitted.xpath(".//p[contains(@class, 'gap')]")[0].text_content()
    (added,) = tree.xpath("//div[contains(@class, ' added')]")
    assert "not in the source" in added.xpath(".//p[contains(@class, 'gap')]")[0].text_content()


def test_unusual_pairings_and_low_confidence_are_told() -> None:
    tree = parsed(document_page(lighthouse()))
    told = [(i.getparent().getparent().get("id"), i.text_content()) for i in tree.xpath("//span[@class='n']/i")]
    assert told == [("pair-8", "2-1"), ("pair-13", "52%")]


def test_stretch_is_one_fold_with_its_findings_outside() -> None:
    hint = Fault("OMI003", "one-language", Severity.INFO, "Four sentences in Chinese only.")
    report = build(
        "a.md",
        [Line("One.", "一。"), *(Line(None, f"第{n}句。", (hint,) if not n else (), stretch=True) for n in range(4))],
    )
    (fold,) = parsed(document_page(report)).xpath("//div[contains(@class, 'fold')]")
    assert fold.xpath(".//summary")[0].text_content().startswith("4 sentences in Chinese only")
    assert [e.get("id") for e in fold.xpath("./details//*[@id]")] == ["pair-1", "pair-2", "pair-3", "pair-4"]
    assert [e.get("data-code") for e in fold.xpath("./article")] == ["OMI003"]


def test_a_finding_on_a_stretch_stands_with_its_fold() -> None:
    made = build("a.md", [Line("One.", "一。"), *(Line(None, f"第{n}句。", stretch=True) for n in range(3))])
    side = made.pairs[1].target
    assert side is not None
    last = made.pairs[3].target
    assert last is not None
    span = EvidenceSpan(side.start, last.end, side.line, 1, "第0句。 第1句。 第2句。")
    (hint,) = build(
        "a.md", [Line("x", "x")], on_document=[Fault("OMI003", "one-language", Severity.INFO, "Three.")]
    ).findings
    page = document_page(replace(made, findings=(replace(hint, target_spans=(span,)),)))
    (fold,) = parsed(page).xpath("//div[contains(@class, 'fold')]")
    (card,) = fold.xpath("./article")
    assert "第0句" not in card.text_content()
    assert "a.md:3:1" in card.text_content()
    assert parsed(page).xpath("//mark | //section[@class='whole']") == []


def test_a_document_in_one_language_is_open_and_has_no_map() -> None:
    tree = parsed(document_page(build("a.md", [Line(None, f"第{n}句。", stretch=True) for n in range(3)])))
    assert len(tree.xpath("//details[@open]")) == 1
    assert tree.xpath("//nav[@class='map']") == []


def test_headings_form_an_outline_without_jumps() -> None:
    levels = [2, 4, 4, 1, 6]
    page = document_page(build("a.md", [Line(f"H{n}", f"题{n}", level=n) for n in levels]))
    found = [e.tag for e in parsed(page).xpath("//*[@id='text']//*[self::h2 or self::h3 or self::h4 or self::h5]")]
    assert found == ["h2", "h3", "h3", "h2", "h3"]
    assert [e.tag for e in parsed(page).xpath("//h1")] == ["h1"]


def test_findings_on_the_document_come_first() -> None:
    tree = parsed(document_page(lighthouse()))
    cards = tree.xpath("//article")
    assert cards[0].get("data-code") == "STR003"
    assert [int(c.get("data-n")) for c in cards] == list(range(1, 8))
    assert all(c.get("id").startswith("f-") for c in cards)


def test_known_findings_say_so() -> None:
    (card,) = parsed(document_page(lighthouse())).xpath("//article[@data-status='baselined']")
    assert "baselined" in card.text_content()


@pytest.mark.parametrize("page", [*PAGES, INDEX])
def test_pages_load_nothing_and_run_only_their_own(page: str) -> None:
    check_policy(page)
    assert not re.search(r"https?://", page)


@pytest.mark.parametrize("page", [*PAGES, INDEX])
def test_references_lead_somewhere(page: str) -> None:
    check_references(page)


def test_hostile_text_stays_text() -> None:
    page = document_page(hostile(), Around("../index.html"))
    tree = parsed(page)
    assert (
        len(tree.xpath("//script[not(@type)]"))
        == len(tree.xpath("//style"))
        == len(tree.xpath("//title[not(ancestor::svg)]"))
        == 1
    )
    assert not tree.xpath("//img | //*[@onload] | //*[@onerror] | //*[@onmouseover]")
    assert not re.search(r"[\x00\x07\x1b\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page)
    for number, text in enumerate(HOSTILE[:3]):
        assert text in pair_text(page, number)[0]
    assert "7*7" in words_of(page)
    assert "RLO" in pair_text(page, 3)[0]
    assert "400 marks" in pair_text(page, 7)[0]


def test_addresses_are_quoted_and_never_a_scheme() -> None:
    page = document_page(clean(), Around("../a b#c?.html", following="javascript:alert(1)"))
    assert '"../a%20b%23c%3F.html"' in page
    assert '"./javascript%3Aalert%281%29"' in page


def test_same_report_same_bytes() -> None:
    for report, page in zip(every_report(), PAGES, strict=True):
        assert document_page(report, Around("index.html")) == page


def test_three_hundred_pairs_take_less_than_400_kb() -> None:
    assert len(document_page(long_document(300, every=6), Around("index.html")).encode()) < 400_000


def test_a_document_without_findings_or_without_pairs() -> None:
    assert "Every check passed" in words_of(document_page(clean()))
    assert "No text in both languages" in words_of(document_page(build("empty.md", [])))


def test_words_exist_in_both_languages() -> None:
    folder = resources.files("aligncheck.report")
    asked: dict[str, str] = {}
    for part, page in (("html", "document"), ("html", "index"), ("drift", "drift"), ("renderings", "renderings")):
        source = "".join(m.read_text("utf-8") for m in folder.joinpath(part).iterdir() if m.name.endswith(".py"))
        found = re.findall(r"\b(?:phrase|label|hint|placeholder|say)\([\"'](\w+)[\"'][,)]", source)
        asked |= dict.fromkeys(found, page)
    assert len(asked) > 60
    assert words().keys() >= asked.keys()
    for key, (english, chinese) in words().items():
        assert english
        assert chinese
        assert set(re.findall(r"\{\d\}", english.split("|")[0])) == set(re.findall(r"\{\d\}", chinese)), key


def test_no_two_files_have_one_word() -> None:
    files = sorted({file for page in FILES.values() for file in page})
    assert sum(len(words(file)) for file in files) == len(words())
