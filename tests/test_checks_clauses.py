"""Clauses that one side lacks: found with their words marked, and nothing said of sentences merely put shorter."""

from __future__ import annotations

from functools import cache

import opencc
import pytest
from clause_sentences import ADDED, BEFORE, LONGER, OMITTED, SHORTER
from gold.omission_scores import omission_pairs, omission_sets
from hypothesis import given, settings
from hypothesis import strategies as st
from pair_builder import context

from aligncheck.checks._rule import Hit
from aligncheck.checks.completeness import clauses
from aligncheck.checks.completeness.clause_model import DEVIATION, MEAN, scores
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity
from aligncheck.model.text import Lang

LEXICON = Lexicon.load()


def alone(lang: Lang, source: Lang) -> str:
    """The code for a clause that only one side has: omitted of the source, added to the target."""
    return "OMI004" if lang == source else "OMI005"


def hits(en: str, zh: str, source: Lang = "en") -> list[tuple[str, Hit]]:
    pair = context(en, zh, source=source)
    return [(rule.code, hit) for rule in clauses.RULES for hit in rule.on_pair(pair)]


def marked(en: str, zh: str, source: Lang = "en") -> list[tuple[str, Severity | None, str]]:
    """(code, severity, words marked) of each finding."""
    found = []
    for code, hit in hits(en, zh, source):
        english, chinese = (hit.source, hit.target) if source == "en" else (hit.target, hit.source)
        spans = [en[e.start : e.end] for e in english] + [zh[e.start : e.end] for e in chinese]
        assert len(english) == (code == alone("en", source))
        assert len(chinese) == (code == alone("zh", source))
        found.append((code, hit.severity, "".join(spans)))
    return found


@cache
def in_table(rows: tuple[tuple[str, str], ...], source: Lang = "en", select: str = "OMI") -> tuple[Finding, ...]:
    other = {"en": "zh", "zh": "en"}[source]
    lines = [f"{source}\t{other}", *(f"{en}\t{zh}" if source == "en" else f"{zh}\t{en}" for en, zh in rows)]
    document = read("\n".join([*lines, ""]).encode(), "pairs.tsv")
    return check_file(document, Config(select=tuple(select.split()), source=source), LEXICON).findings


WHOLE = [(row[0], row[1]) for row in OMITTED]
LACKING = [(row[0], row[2]) for row in OMITTED]


@pytest.mark.parametrize(("en", "whole", "zh", "severity", "lost"), OMITTED, ids=range(len(OMITTED)))
@pytest.mark.parametrize("source", ["en", "zh"])
def test_an_omitted_clause(en: str, whole: str, zh: str, severity: str, lost: str, source: Lang) -> None:
    assert marked(en, whole, source) == []
    [(code, found, words)] = marked(en, zh, source)
    gravest = Severity[severity] if source == "en" or severity == "INFO" else Severity.WARNING
    assert (code, found) == (alone("en", source), gravest)
    assert lost in words
    assert len(words) <= len(lost) + 30  # no more than what lies between lost words is marked besides


@pytest.mark.parametrize(("en", "zh"), [*WHOLE, *LACKING], ids=range(2 * len(OMITTED)))
def test_traditional_characters_change_nothing(en: str, zh: str) -> None:
    traditional = opencc.OpenCC("s2t").convert(zh)
    assert traditional != zh
    assert marked(en, traditional) == marked(en, zh)


@pytest.mark.parametrize(("en", "zh"), SHORTER, ids=range(len(SHORTER)))
def test_put_shorter_is_not_omitted(en: str, zh: str) -> None:
    assert marked(en, zh) == []


@pytest.mark.parametrize(("en", "zh", "extra", "severity"), ADDED, ids=range(len(ADDED)))
@pytest.mark.parametrize("source", ["en", "zh"])
def test_an_added_clause(en: str, zh: str, extra: str, severity: str, source: Lang) -> None:
    assert marked(en, zh.rstrip("，") + "。", source) == []
    assert marked(en, zh + extra, source) == [(alone("zh", source), Severity[severity], extra.rstrip("。"))]


@pytest.mark.parametrize(("en", "extra", "zh"), BEFORE)
def test_a_clause_added_before(en: str, extra: str, zh: str) -> None:
    assert marked(en, extra + zh) == [("OMI005", Severity.WARNING, extra)]


@pytest.mark.parametrize(("en", "zh"), LONGER, ids=range(len(LONGER)))
def test_put_at_greater_length_is_not_added(en: str, zh: str) -> None:
    assert marked(en, zh) == []


@pytest.mark.parametrize("source", ["en", "zh"])
@pytest.mark.parametrize("text", [row[0] for row in OMITTED[:4]])
def test_a_copied_text_is_no_omission(text: str, source: Lang) -> None:
    assert hits(text, text, source) == []
    assert hits(text, text.replace("the", "teh"), source) == []


def test_readings_tell_what_to_look_for() -> None:
    [(_, hit)] = hits(*LACKING[4])
    assert hit.source[0].value is not None
    readings = [reading.split(" ") for reading in hit.source[0].value.split("; ")]
    assert [form for form, _ in readings] == ["carpenter", "mountain", "village"]
    for form, words in readings:
        assert 1 <= len(words.split("、")) <= 3
        assert set(words.split("、")) <= set(LEXICON.translations(form))


def test_light_words_have_no_readings() -> None:
    [(_, hit)] = hits(
        "At the end of the day, it is what it is, and there is not much that any of us can do.", "事已至此。"
    )
    assert "what" not in (hit.source[0].value or "")


def test_the_key_outlives_other_spans_and_confidence_is_a_probability() -> None:
    for en, zh in LACKING:
        [(_, hit)] = hits(en, zh)
        assert hit.key == "omitted"  # the span may move when the document shows how free it is
        assert 0.5 < hit.confidence < 1.0
        assert hit.message.endswith("has no rendering.")


MARKED = [
    ("Run `repair the broken mirror and wash all the windows` before you start.", "启动之前请运行`repair`。"),
    ("Run `git commit --amend --no-edit --date=now` before you start the engine.", "启动发动机之前先运行。"),
    (
        "Read [the manual](https://example.org/how-to-repair-the-broken-mirror-and-wash-windows) before you start.",
        "开始之前请阅读[手册](https://example.org/m)。",
    ),
    (
        "See https://example.org/repair/broken/mirror/wash/windows/quickly before you start the engine.",
        "启动发动机之前请看该页。",
    ),
    (
        "Hello {customer_first_name_and_last_name}, your order {order_number_of_the_customer} has left our warehouse.",
        "您好，您的订单已经离开我们的仓库。",
    ),
    ("Write to broken.mirror.washing@windows.example.org before you start the engine.", "启动发动机之前请来信。"),
    ("Open src/broken/mirror/wash_the_windows.py before you start the engine.", "启动发动机之前先打开文件。"),
]


@pytest.mark.parametrize(("en", "zh"), MARKED, ids=range(len(MARKED)))
def test_code_links_and_placeholders_are_no_clauses(en: str, zh: str) -> None:
    files = read(f"{en}\n".encode(), "page.en.md"), read(f"{zh}\n".encode(), "page.zh.md")
    found = check_files(*files, Config(select=("OMI",)), LEXICON)
    assert found.stats.aligned_pairs == 1
    assert not found.findings
    assert not in_table(((en, zh),))


@pytest.mark.parametrize("initials", ["CDN", "cdn"])
def test_initials_render_their_words(initials: str) -> None:
    en = "The content delivery network of the library failed."
    assert hits(en, f"图书馆的{initials}出了故障。") == []
    assert [code for code, _ in hits(en, "图书馆出了故障。")] == ["OMI004"]


def test_initials_render_a_part_of_the_clause() -> None:
    en = "The content delivery network must be configured before anything else can be done."
    assert not [hit for _, hit in hits(en, "必须先配置CDN。") if hit.severity is Severity.ERROR]


def test_a_number_word_is_rendered_by_digits() -> None:
    found = marked(
        "It may take up to forty-eight hours before the money appears in your account.", "最多需要48小时到账。"
    )
    assert not any("forty" in words for _, _, words in found)


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("DO NOT OPEN THE FRONT DOOR WHILE THE MACHINE IS RUNNING", "机器运转时请勿打开前门"),
        pytest.param(
            "TERMS AND CONDITIONS OF SALE FOR PRIVATE CUSTOMERS",
            "个人客户销售条款",
            marks=pytest.mark.xfail(strict=True, reason="one word, 条款, for terms and conditions"),
        ),
    ],
)
def test_a_shouted_sentence_is_covered(en: str, zh: str) -> None:
    assert hits(en, zh) == []


AROUND = [("将于周六重新开放博物馆。 ", ""), ("博物馆将于周六重新开放（", "）")]


@pytest.mark.parametrize(("before", "after"), AROUND)
def test_blanks_and_brackets_are_not_marked(before: str, after: str) -> None:
    extra = "去年春天连续三周的洪水冲毁了大门、围墙和地下室的仓库"
    en = "The museum will open its doors again on Saturday."
    assert [words for _, _, words in marked(en, before + extra + after + "。")] == [extra]


def test_places_hold_behind_a_dotted_capital() -> None:
    en, zh, extra, _ = ADDED[1]
    assert [words for _, _, words in marked(en, f"İ{zh}{extra}")] == [extra.rstrip("。")]


NUMBERED = (
    "The ferry, which had been repaired 3 times since 1987, left the harbor at noon.",
    "渡船中午离开了港口。",
)


@pytest.mark.parametrize("source", ["en", "zh"])
def test_a_number_lost_with_its_clause_is_one_finding(source: Lang) -> None:
    rows = (NUMBERED,)
    code = alone("en", source)
    clause = in_table(rows, source, code)
    numbers = in_table(rows, source, "NUM DAT")
    assert [f.code for f in clause] == [code]
    assert numbers
    [both] = in_table(rows, source, "NUM DAT OMI")
    assert both.code == code
    assert both.severity.rank == max(f.severity.rank for f in (*clause, *numbers))
    assert both.confidence == max(f.confidence for f in (*clause, *numbers))
    assert both.fingerprint == clause[0].fingerprint


def test_a_wrong_number_elsewhere_is_a_finding_of_its_own() -> None:
    en = "The ferry, which had been repaired twice since the winter, left pier 17 at noon."
    found = in_table(((en, "渡船中午离开了19号码头。"),), "en", "NUM OMI")
    assert {f.code[:3] for f in found} == {"NUM", "OMI"}


UNRELATED = (
    ("The kettle is on the stove.", "水壶在炉子上。"),
    ("Nobody closed the window.", "没有人关窗。"),
    ("My uncle collects stamps and old coins.", "我叔叔收集邮票和旧硬币。"),
    ("The parrot learned four words in a week.", "鹦鹉一周学会了四个词。"),
    ("Blue paint costs more than white paint.", "蓝漆比白漆贵。"),
)


@given(st.lists(st.sampled_from(UNRELATED), max_size=6), st.sampled_from(LACKING), st.data())
@settings(deadline=None, max_examples=25)
def test_unrelated_text_changes_no_finding(
    others: list[tuple[str, str]], pair: tuple[str, str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(others)))
    [before] = in_table((pair,))
    [after] = in_table((*others[:at], pair, *others[at:]))
    assert after.fingerprint == before.fingerprint
    assert [s.text for s in after.source_spans] == [s.text for s in before.source_spans]


@given(st.permutations(range(24)))
@settings(deadline=None, max_examples=8)
def test_the_order_of_pairs_does_not_matter(order: list[int]) -> None:
    rows = (*LACKING[:9], *WHOLE[10:20], *UNRELATED)
    one, other = in_table(rows), in_table(tuple(rows[n] for n in order))
    assert len(one) == 9
    assert {(f.fingerprint, f.severity) for f in one} == {(f.fingerprint, f.severity) for f in other}


def levels(rows: list[tuple[str, str]]) -> list[str]:
    return [f.severity.value for f in in_table(tuple(rows), "en", "OMI004")]


def test_whole_pairs_around_hide_no_omission() -> None:
    assert levels(WHOLE) == []
    found = levels([*WHOLE * 3, *LACKING])
    assert len(found) == len(LACKING)
    assert found.count("error") >= levels(LACKING).count("error") >= 5


def test_where_all_is_short_it_is_the_manner() -> None:
    found = levels(LACKING * 4)
    assert 0 < found.count("error") / len(found) < 0.5 * levels(LACKING).count("error") / len(LACKING)


def test_scores_of_a_document_without_pairs() -> None:
    document = context("The same language.", "On both sides.").document
    document.pairs = []
    found = scores(document)
    assert (found.index, len(found.omission), len(found.addition)) == ({}, 0, 0)
    assert (found.mean, found.deviation) == (MEAN, DEVIATION)


def test_much_unrelated_text_changes_no_fingerprint() -> None:
    others = [(p.en, p.zh) for path in omission_sets() for p in omission_pairs(path) if p.expect == "ok"]
    before, after = in_table(tuple(LACKING)), in_table((*others, *LACKING))
    assert {f.fingerprint for f in before} <= {f.fingerprint for f in after}


def test_every_span_is_exact_in_the_file() -> None:
    text = "# Log\n\n" + "\n\n".join(en for en, _ in LACKING) + "\n"
    chinese = "# 日志\n\n" + "\n\n".join(zh for _, zh in LACKING) + "\n"
    files = read(text.encode(), "page.en.md"), read(chinese.encode(), "page.zh.md")
    found = check_files(*files, Config(select=("OMI004",)), LEXICON).findings
    assert len(found) >= 5
    for finding in found:
        assert all(text[s.start : s.end] == s.text for s in finding.source_spans)
        assert not finding.target_spans


NOISE = st.text("abTHE museum which was ,.'’1２ 博物馆于周六的，。（）(İ)\n𠮷é×ｃ十月", min_size=1, max_size=80)


@given(NOISE, NOISE, st.sampled_from(["en", "zh"]))
@settings(deadline=None)
def test_any_pair_has_spans_within_its_texts(en: str, zh: str, source: Lang) -> None:
    for _, hit in hits(en, zh, source):
        sides = (en, zh) if source == "en" else (zh, en)
        for text, spans in zip(sides, (hit.source, hit.target), strict=True):
            assert all(0 <= e.start < e.end <= len(text) for e in spans)
        assert 0.0 < hit.confidence < 1.0
