"""HTML pages as text: complete, escaped, self-contained, deterministic, small. Browsers are in test_browser_report."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources

import lxml.html  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import HOSTILE, Fault, Line, build, clean, every_report, ferry, hostile, lighthouse, long_document

from aligncheck.errors import InputError
from aligncheck.model.report import EvidenceSpan, PairSide, Report, Severity
from aligncheck.report import document_page, index_page
from aligncheck.report.html.marking import locate, visible
from aligncheck.report.html.page import page_of
from aligncheck.report.html.picture import alignment_map, strip

PAGES = [document_page(r, "index.html") for r in every_report()]
INDEX = index_page(every_report(), [f"{n}.html" for n in range(len(every_report()))])


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def words_of(page: str) -> str:
    """What a reader sees, on one line."""
    body = parsed(page).find("body")
    for script in body.xpath(".//script"):
        script.drop_tree()
    return " ".join(body.text_content().split())


def pair_text(page: str, pair: int) -> list[str]:
    """The texts of a pair's sides without the numbers of its marks."""
    row = parsed(page).get_element_by_id(f"pair-{pair}")
    for badge in row.xpath(".//mark/a"):
        badge.drop_tree()
    return [side.text_content() for side in row.xpath("./*[@lang]")]


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
    tree = parsed(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (element,) = tree.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert (
        tree.xpath(
            "//link | //img | //iframe | //object | //base | //@src | //@style | //@*[starts-with(name(), 'on')]"
        )
        == []
    )
    for address in tree.xpath("//@href"):
        assert address.startswith(("#", "./")), address
    assert not re.search(r"https?://", page)


@pytest.mark.parametrize("page", [*PAGES, INDEX])
def test_references_lead_somewhere(page: str) -> None:
    tree = parsed(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a[1:] for a in tree.xpath("//@href") if a.startswith("#")} <= set(ids)


def test_hostile_text_stays_text() -> None:
    page = document_page(hostile(), "../index.html")
    tree = parsed(page)
    assert (
        len(tree.xpath("//script")) == len(tree.xpath("//style")) == len(tree.xpath("//title[not(ancestor::svg)]")) == 1
    )
    assert not tree.xpath("//img | //*[@onload] | //*[@onerror] | //*[@onmouseover]")
    assert not re.search(r"[\x00\x07\x1b\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page)
    for number, text in enumerate(HOSTILE[:3]):
        assert text in pair_text(page, number)[0]
    assert "7*7" in words_of(page)
    assert "RLO" in pair_text(page, 3)[0]
    assert "400 marks" in pair_text(page, 7)[0]


def test_addresses_are_quoted_and_never_a_scheme() -> None:
    page = document_page(clean(), "../a b#c?.html", next_href="javascript:alert(1)")
    assert '"../a%20b%23c%3F.html"' in page
    assert '"./javascript%3Aalert%281%29"' in page


def test_same_report_same_bytes() -> None:
    for report, page in zip(every_report(), PAGES, strict=True):
        assert document_page(report, "index.html") == page


def test_three_hundred_pairs_take_less_than_400_kb() -> None:
    assert len(document_page(long_document(300, every=6), "index.html").encode()) < 400_000


def test_a_document_without_findings_or_without_pairs() -> None:
    assert "Every check passed" in words_of(document_page(clean()))
    assert "No text in both languages" in words_of(document_page(build("empty.md", [])))


def test_words_exist_in_both_languages() -> None:
    data = json.loads(resources.files("aligncheck.report").joinpath("assets", "words.json").read_bytes())
    templates = "".join(
        resources.files("aligncheck.report").joinpath("assets", name).read_text(encoding="utf-8")
        for name in ("document.html", "index.html")
    )
    for key, (english, chinese) in data.items():
        assert english
        assert chinese
        assert re.findall(r"\{\d\}", english.split("|")[0]) == re.findall(r"\{\d\}", chinese), key
    for key in re.findall(r"\b(?:t|label|hint|placeholder|say)\(\"(\w+)\"[,)]", templates):
        assert key in data


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


def test_index_needs_no_pairs() -> None:
    def without(report: Report) -> Report:
        return replace(report, pairs=())

    reports = [lighthouse(), ferry()]
    assert index_page([without(r) for r in reports], ["a", "b"]) == index_page(reports, ["a", "b"])


def side_of(text: str, start: int, end: int) -> PairSide:
    return PairSide(text, 1, 1, 1, start, end)


def test_evidence_is_found_under_markup() -> None:
    raw = "The **lamp** cost [2.5 million](u) and the\n> lens *2.5 million*."
    side = side_of("The lamp cost 2.5 million and the lens 2.5 million.", 100, 100 + len(raw))

    def found(words: str, nth: int = 0) -> str | None:
        at = -1
        for _ in range(nth + 1):
            at = raw.index(words, at + 1)
        place = locate(side, EvidenceSpan(100 + at, 100 + at + len(words), 1, 1, words))
        return None if place is None else f"{place[0]}:{side.text[slice(*place)]}"

    assert found("2.5 million") == "14:2.5 million"
    assert found("2.5 million", 1) == "39:2.5 million"
    assert found("**lamp**") == "4:lamp"
    assert found("the\n> lens") == "30:the lens"
    assert found("[2.5 million](u)") == "14:2.5 million"
    assert found("(u)") is None


@given(
    st.lists(st.tuples(st.text("ab 1", min_size=1, max_size=6), st.text("*_`", max_size=3)), min_size=1, max_size=6),
    st.data(),
)
def test_evidence_whose_markup_is_outside_is_never_put_elsewhere(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Whatever markup is left out around it, the marked words are the evidence's words."""
    raw = "".join(words + markup for words, markup in parts)
    side = side_of("".join(words for words, _ in parts), 7, 7 + len(raw))
    which = data.draw(st.integers(0, len(parts) - 1))
    start = sum(len(w) + len(m) for w, m in parts[:which])
    words = parts[which][0]
    place = locate(side, EvidenceSpan(7 + start, 7 + start + len(words), 1, 1, words))
    if place is not None:
        assert side.text[slice(*place)] == words
    if words.strip():
        assert place is not None


@given(st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_visible_text_is_escaped(text: str) -> None:
    shown = str(visible(text))
    rest = re.sub(r'<span class="(?:ch|ws)"(?: title="[\w+ ]+")?>[^<]*</span>', "", shown)
    assert "<" not in rest
    assert ">" not in rest


def test_alignment_map_keeps_its_size_for_a_book() -> None:
    for count in (1, 3, 300, 6000):
        report = long_document(count)
        picture = alignment_map(report, page_of(report).cards)
        assert picture.height <= 730
        assert 1 <= len(picture.ribbons) <= min(count, 800)
        assert all(-1 <= y <= 740 for r in picture.ribbons for y in _ys(r.path))
        assert all(b.y - a.y >= 13 for a, b in zip(picture.headings, picture.headings[1:], strict=False))


def _ys(path: str) -> list[float]:
    return [float(y) for y in re.findall(r"[ V](-?\d+\.\d)", path)]


def test_alignment_map_shows_gaps_and_findings() -> None:
    picture = alignment_map(lighthouse(), page_of(lighthouse()).cards)
    shapes = [r.shape for r in picture.ribbons]
    assert "e gone" in shapes
    assert "w gone" in shapes
    assert "low" in shapes
    assert [n.text for n in picture.numbers] == ["2", "3", "4", "5", "6", "7"]
    assert [h.text for h in picture.headings] == ["The Lighthouse Museum…", "Visiting", "The lamp"]
    assert alignment_map(build("empty.md", []), []).ribbons == ()


def test_strip_counts_every_finding_on_a_pair() -> None:
    report = long_document(2000, every=7)
    bars = strip(report, page_of(report).cards)
    assert sum(int(b.title.split()[0]) for b in bars) == len(report.findings)
    assert all(0 <= b.y <= 48 and 0 <= b.x <= 640 and b.y + b.height <= 48.01 for b in bars)
    assert strip(clean(), []) == ()


def luminance(colour: str) -> float:
    digits = colour * 2 if len(colour) == 3 else colour
    channels = (int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(scheme: int) -> None:
    """4.5:1 for every colour that text has, on every ground that text stands on (WCAG 2.2, 1.4.3)."""
    css = resources.files("aligncheck.report").joinpath("assets", "base.css").read_text(encoding="utf-8")
    colours = {n: (a, b)[scheme] for n, a, b in re.findall(r"--([\w-]+): light-dark\(#(\w+), #(\w+)\)", css)}
    for text in ("ink", "soft", "e", "w", "i", "ok"):
        for ground in ("paper", "sheet", "faint"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
