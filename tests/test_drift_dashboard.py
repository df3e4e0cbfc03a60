"""The dashboard as text: what stands on it, in what order, that it is self-contained, the same each time, and small."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import get_args

import pytest
from drift_builder import document, drifted, status
from drift_samples import every_status, harbour, hostile, tea, thousand
from drift_strategies import hostile_statuses
from hypothesis import given
from msgspec.structs import replace
from report_pages import check_policy, check_references, parsed, words_of
from report_strategies import many_runs

from aligncheck.model.drift import DriftStatus, SentenceState, WordingKind
from aligncheck.report.drift import DRIFT_FORMATS, dashboard_page

SIZE = 400_000
"""Bytes of a page at most."""


def page_of(made: DriftStatus) -> str:
    return DRIFT_FORMATS["html"](made).decode()


@pytest.mark.parametrize("name", every_status())
def test_samples_are_self_contained_and_small(name: str) -> None:
    page = page_of(every_status()[name])
    check_policy(page)
    check_references(page)
    assert name == "hostile" or not re.search(r"https?://", page)
    assert len(page.encode()) < SIZE
    assert page_of(every_status()[name]) == page


@many_runs
@given(made=hostile_statuses)
def test_any_status_is_self_contained(made: DriftStatus) -> None:
    page = page_of(made)
    check_policy(page)
    check_references(page)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page)
    tree = parsed(page)
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= ELEMENTS
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1


ELEMENTS = set(
    "html head meta title style body a header div h1 h2 p span nav main section details summary dl dt dd b bdi code "
    "svg rect path circle text tspan figure figcaption table thead tbody tr th td ul ol li input label output ins del "
    "footer script".split()
)


def test_documents_are_listed_worst_first_with_their_states() -> None:
    tree = parsed(page_of(harbour()))
    rows = tree.xpath("//table[@id='matrix']/tbody/tr")
    assert [row.find("th").text_content() for row in rows] == [
        "docs/zh/client/install.md",
        "docs/zh/mooring.md",
        "docs/zh/letters.md",
        "docs/en/storms.md",
        "docs/zh/old-fees.md",
        "docs/zh/knots.md",
    ]
    heads = [h.text_content() for h in tree.xpath("//table[@id='matrix']/thead//th")]
    assert heads == [
        "Document", "State", "Since", "To translate", "stale", "added", "left over", "re-translated",
        "translation changed", "moved", "Pairs current",
    ]  # fmt: skip
    assert [c.text_content() for c in rows[0].xpath("./td")] == [
        "stale", "2026-03-14", "4", "3", "1", "1", "", "", "1", "91%"
    ]  # fmt: skip
    assert rows[0].xpath(".//a/@href")[0][1:] == tree.xpath("//details[contains(@class, 'doc')]/div/@id")[0]
    assert rows[3].xpath(".//a") == []


def test_the_figure_counts_oldest_verdict_and_what_could_not_be_read() -> None:
    text = words_of(page_of(harbour()))
    assert "67% of the documents are current" in text
    assert "8 of 12 that have both files" in text
    assert "oldest change that nothing answers: 2026-03-14" in text
    assert "The gate fails" in text
    assert "4 material changes that no translation answers" in text
    assert "docs/zh/radio.md: not text (save it as UTF-8)" in text
    assert "docs/zh/letters.md 1 material change, 2 allowed" in text
    assert "The commit that the front matter names is not in this clone" in text
    assert "8 current documents" in text
    assert "docs/zh/pilots/tugs.md" in text
    assert "✓" in text
    assert "The gate passes" in words_of(page_of(tea()))


def test_sentences_show_what_went_and_came_beside_the_translation() -> None:
    tree = parsed(page_of(harbour()))
    first = tree.xpath("//details[contains(@class, 'doc')][1]//ol/li")
    assert [e.text_content() for e in first[1].xpath(".//del")] == ["30"]
    assert [e.text_content() for e in first[1].xpath(".//ins")] == ["45", "unless the tide is falling"]
    assert [e.text_content() for e in first[1].xpath(".//*[contains(@class, 'chip')][1]")] == [
        "number 30 → 45 condition added: ‘unless the tide is falling’".replace("45 condition", "45condition"),
        "number 30 → 45",
    ]
    source, target = first[1].xpath(".//div[@class='texts']/p")
    assert (source.get("lang"), target.get("lang")) == ("en", "zh-Hans")
    assert target.text_content() == "22请在30分钟内关闭水闸。"
    figures = first[1].xpath(".//span[@class='figures']/span")
    assert [(f.text_content(), f.get("title")) for f in figures] == [
        ("chrF 58", "likeness in letters, 100 is equal"),
        ("TER 67", "words edited in a hundred, 0 is equal"),
    ]
    assert "not translated yet" in first[2].text_content()
    assert first[3].xpath(".//del")[0].text_content() == "Overnight mooring is entered in the quay book."
    assert "slight" in first[4].xpath(".//span[starts-with(@class, 'chip')]/@class")[0]


def test_where_the_old_text_is_not_known_the_changes_are_underlined() -> None:
    (rope,) = parsed(page_of(harbour())).xpath("//li[.//*[contains(., 'spare rope')]]")
    assert [e.text_content() for e in rope.xpath(".//ins")] == ["must", "may not"]
    assert rope.xpath(".//del") == []


def test_from_chinese_into_english() -> None:
    tree = parsed(page_of(tea()))
    assert [p.get("lang") for p in tree.xpath("//div[@class='texts']/p")] == ["zh-Hant", "en"]
    assert [e.text_content() for e in tree.xpath("//del | //ins")] == ["八十", "九十", "，切勿久浸"]


def test_the_trend_has_words_figures_and_a_table() -> None:
    tree = parsed(page_of(harbour()))
    first, second = tree.xpath("//svg[@class='trend']")
    assert first.get("aria-label") == "Share of documents that are current: current: 75%."
    assert second.get("aria-label") == "Documents that are not current: stale: 3. missing: 1. orphaned: 1."
    assert [t.text_content() for t in second.xpath("./text[starts-with(@class, 'name')]")] == [
        "3 stale",
        "1 missing",
        "1 orphaned",
    ]
    rows = tree.xpath("//details[@class='figures']//tbody/tr")
    assert len(rows) == 14
    assert [c.text_content() for c in rows[0].xpath("./*")][:4] == ["2026-09-08", "001a223", "75", "9"]
    assert parsed(page_of(tea())).xpath("//svg[@class='trend']") == []


def test_a_thousand_documents_fit_and_what_is_left_out_is_counted() -> None:
    page = page_of(thousand())
    tree = parsed(page)
    assert len(tree.xpath("//table[@id='matrix']/tbody/tr")) == 100
    assert len(tree.xpath("//details[@class='names']//li")) == 900
    shown = tree.xpath("//details[contains(@class, 'doc')]//ol/li")
    folds = tree.xpath("//details[contains(@class, 'doc')]")
    assert len(folds) == 100
    assert all(fold.xpath(".//ol/li") for fold in folds)
    assert f"For want of room, {300 - len(shown)} sentences are not shown" in words_of(page)
    assert not tree.xpath("//details[@open]")


def test_however_much_has_drifted_the_page_stays_small() -> None:
    page = page_of(thousand(1000, 6))
    assert len(page.encode()) < SIZE
    text = words_of(page)
    rows = len(parsed(page).xpath("//table[@id='matrix']/tbody/tr"))
    assert f"{1000 - rows} more documents are not in the table." in text
    many = status([document(f"{'deep/' * 60}{n}.md", source="x", current=1) for n in range(3000)])
    assert len(page_of(many).encode()) < SIZE
    assert re.search(r"and \d+ more", words_of(page_of(many)))


def test_long_lists_are_cut_and_counted() -> None:
    made = replace(harbour(), failures=("cannot",) * 90, failing=("why",) * 90)
    assert words_of(page_of(made)).count("50 more") == 2


def test_hostile_text_stays_text() -> None:
    page = page_of(hostile())
    tree = parsed(page)
    assert len(tree.xpath("//script")) == len(tree.xpath("//title")) == 1
    assert not tree.xpath("//img | //*[@onload] | //*[@onerror] | //*[@onmouseover]")
    assert "RLO" in words_of(page)


def test_nothing_to_show() -> None:
    assert "No documents were compared." in words_of(page_of(status([])))
    assert "Every document is current." in words_of(page_of(every_status()["current"]))
    assert "no document has both files" in words_of(page_of(every_status()["missing"]))


def test_a_message_is_shown_where_no_change_is_named() -> None:
    found = drifted("target-changed", 3, "One.", "一。", message="Changed by itself.")
    assert "Changed by itself." in words_of(page_of(status([document("a.md", [found])])))


def test_it_can_lead_back_to_the_reports() -> None:
    assert parsed(dashboard_page(harbour(), "index.html")).xpath("//nav//a/@href") == ["./index.html"]
    (address,) = parsed(dashboard_page(harbour(), "javascript:x")).xpath("//nav//a/@href")
    assert address == "./javascript%3Ax"
    assert parsed(page_of(harbour())).xpath("//nav") == []


def test_words_exist_in_both_languages_and_on_no_other_page() -> None:
    assets = resources.files("aligncheck.report").joinpath("assets")
    data = json.loads(assets.joinpath("words_drift.json").read_bytes())
    for key, (english, chinese) in data.items():
        assert key.startswith("dr_")
        assert english
        assert chinese
        assert set(re.findall(r"\{\d\}", english.split("|")[0])) == set(re.findall(r"\{\d\}", chinese)), key
    assert not data.keys() & json.loads(assets.joinpath("words.json").read_bytes()).keys()
    modules = resources.files("aligncheck.report").joinpath("drift").iterdir()
    source = "".join(module.read_text(encoding="utf-8") for module in modules if module.name.endswith(".py"))
    named = re.compile(r"dr_([sk]_.*|chrf|ter|(stale|missing|orphaned|unlocked|is_current)(_means)?)")
    assert [key for key in data if not named.fullmatch(key) and key not in re.findall(r"\w+", source)] == []
    parts = (("dr_s_", SentenceState), ("dr_k_", WordingKind))
    assert {f"{head}{part}" for head, kind in parts for part in get_args(kind)} <= data.keys()
