"""Laws of a report: every sentence stands once and in order, places are true, fingerprints survive unrelated edits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.alignment.layout import Pairing, pair_file
from aligncheck.config import Config
from aligncheck.engine import check as engine
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import PairSide, Report, Severity

ENGLISH = (
    "The lighthouse has stood on the rock since 1871.",
    "Its lamp turns once every twelve seconds.",
    "Three keepers shared the watch until the lamp was automated.",
    "A path of white stones leads from the harbour to the door.",
    "In winter the spray freezes on the windows.",
    "Visitors may climb the tower on Sunday afternoons.",
    "The library on the ground floor holds 2.5 million letters.",
)
CHINESE = (
    "这座灯塔自1871年起便矗立在礁石上。",
    "塔灯每十二秒转动一圈。",
    "在塔灯实现自动化之前，三名看守人轮流值班。",
    "一条白石小路从港口通向大门。",
    "冬天，浪花会在窗户上结冰。",
    "星期日下午，游客可以登塔。",
    "一楼的图书馆收藏着25万封信件。",
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


LEXICON = Lexicon.load()


def interleaved(order: list[int]) -> str:
    return "".join(f"{ENGLISH[n]}\n\n{CHINESE[n]}\n\n" for n in order)


def sides(report: Report) -> tuple[list[PairSide], list[PairSide]]:
    return [p.source for p in report.pairs if p.source], [p.target for p in report.pairs if p.target]


orders = st.lists(st.integers(0, len(ENGLISH) - 1), min_size=1, max_size=6, unique=True)


@settings(max_examples=40, deadline=None)
@given(orders, st.booleans())
def test_sentences_stand_once_and_in_order_with_true_places(order: list[int], carriage: bool) -> None:
    text = interleaved(order)
    text = text.replace("\n", "\r\n") if carriage else text
    report = check_file(read(text.encode("utf-8"), "doc.md"), Config(), LEXICON)
    left, right = sides(report)
    assert "".join(s.text for s in left).split() == " ".join(ENGLISH[n] for n in order).replace(". ", ".").split()
    assert "".join(s.text for s in right) == "".join(CHINESE[n] for n in order)
    for side in (*left, *right):
        if "\n" not in text[side.start : side.end]:
            assert text[side.start : side.end] == side.text
        lines = text[: side.start].split("\n")
        assert (side.line, side.column) == (len(lines), len(lines[-1]) + 1)


@settings(max_examples=25, deadline=None)
@given(orders, st.integers(0, 6), st.integers(0, 6))
def test_unrelated_text_changes_no_fingerprint(order: list[int], at: int, extra: int) -> None:
    if 6 in order:
        order.remove(6)
    order.append(6)
    before = check_file(read(interleaved(order).encode("utf-8"), "doc.md"), Config(), LEXICON)
    rest = [n for n in range(len(ENGLISH)) if n not in order]
    more = order[: at % len(order)] + ([rest[extra % len(rest)]] if rest else []) + order[at % len(order) :]
    after = check_file(
        read(("# 灯塔 / Lighthouse\n\n" + interleaved(more)).encode("utf-8"), "doc.md"), Config(), LEXICON
    )
    wrong = [f.fingerprint for f in before.findings if f.code.startswith("NUM")]
    assert len(wrong) == 1
    assert wrong == [f.fingerprint for f in after.findings if f.code.startswith("NUM")]


def test_fingerprints_of_repeated_faults_differ(lexicon: Lexicon) -> None:
    report = check_file(read(interleaved([6, 0, 6, 1, 6]).encode("utf-8"), "doc.md"), Config(), lexicon)
    wrong = [f.fingerprint for f in report.findings if f.code.startswith("NUM")]
    assert len(wrong) == 3
    assert len(set(wrong)) == 3


@pytest.mark.parametrize(("confidence", "severity"), [(0.95, Severity.ERROR), (0.6, Severity.WARNING)])
def test_a_doubtful_pair_has_no_errors(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, confidence: float, severity: Severity
) -> None:
    def doubted(*args: Any) -> Pairing:
        pairing = pair_file(*args)
        return replace(pairing, pairs=tuple(replace(pair, confidence=confidence) for pair in pairing.pairs))

    monkeypatch.setattr(engine, "pair_file", doubted)
    report = check_file(read(interleaved([6]).encode("utf-8"), "doc.md"), Config(), lexicon)
    assert [f.severity for f in report.findings if f.code.startswith("NUM")] == [severity]


@pytest.mark.parametrize("source", ["en", "zh"])
def test_direction_is_configuration(lexicon: Lexicon, source: str) -> None:
    english = read("\n\n".join(ENGLISH).encode("utf-8"), "doc.en.md")
    chinese = read("\n\n".join(CHINESE[:3] + CHINESE[4:]).encode("utf-8"), "doc.zh.md")
    files = (english, chinese) if source == "en" else (chinese, english)
    report = check_files(*files, Config(source=source), lexicon)
    missing = [f for f in report.findings if f.code.startswith("OMI")]
    assert [f.code for f in missing] == ["OMI001" if source == "en" else "OMI002"]
    spans = missing[0].source_spans if source == "en" else missing[0].target_spans
    assert [s.text for s in spans] == [ENGLISH[3]]
    assert report.document.source.lang == source


def test_whole_then_whole_and_three_parts(lexicon: Lexicon) -> None:
    whole = "\n\n".join(ENGLISH) + "\n\n" + "\n\n".join(CHINESE) + "\n"
    report = check_file(read(whole.encode("utf-8"), "doc.md"), Config(), lexicon)
    assert [(p.source.text, p.target.text) for p in report.pairs if p.source and p.target] == list(
        zip(ENGLISH, CHINESE, strict=True)
    )


def test_one_language_only_is_one_note(lexicon: Lexicon) -> None:
    report = check_file(read("\n\n".join(CHINESE).encode("utf-8"), "doc.md"), Config(), lexicon)
    assert [(f.code, f.severity.value, f.pair) for f in report.findings] == [("OMI003", "info", None)]
    assert report.document.layout == "one-language"


def test_commented_source(lexicon: Lexicon) -> None:
    """English kept in HTML comments above each Chinese block, as in the Kubernetes documentation."""
    text = "".join(f"<!--\n{e}\n-->\n{z}\n\n" for e, z in zip(ENGLISH, CHINESE, strict=True))
    report = check_file(read(text.encode("utf-8"), "doc.md"), Config(), lexicon)
    assert [p.type for p in report.pairs] == ["1-1"] * len(ENGLISH)


def test_table_with_a_column_for_each_language(lexicon: Lexicon) -> None:
    rows = "".join(f"| {e} | {z} |\n" for e, z in zip(ENGLISH, CHINESE, strict=True))
    report = check_file(read(f"| English | 中文 |\n|---|---|\n{rows}".encode(), "doc.md"), Config(), lexicon)
    texts = [(p.source.text, p.target.text) for p in report.pairs if p.source and p.target]
    assert set(zip(ENGLISH, CHINESE, strict=True)) <= set(texts)


def test_public_library(tmp_path: Path) -> None:
    import aligncheck

    (tmp_path / "a.md").write_text("\n\n".join(ENGLISH), encoding="utf-8")
    (tmp_path / "b.md").write_text("\n\n".join(CHINESE), encoding="utf-8")
    report = aligncheck.check(str(tmp_path / "a.md"), str(tmp_path / "b.md"))
    assert [f.severity for f in report.findings] == [aligncheck.Severity.ERROR]
    beads = aligncheck.align(ENGLISH, CHINESE)
    assert [(b.source, b.target) for b in beads] == [((n,), (n,)) for n in range(len(ENGLISH))]
    assert aligncheck.read(str(tmp_path / "a.md")).blocks[0].text == ENGLISH[0]
