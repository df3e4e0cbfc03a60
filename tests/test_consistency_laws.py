"""What all documents of a run show together does not depend on their order, their neighbours or when they were read."""

from __future__ import annotations

from random import Random

import pytest
from consistency_builder import (
    ANEW,
    FILLER,
    LEXICON,
    OTHER,
    USUAL,
    VALVE,
    WARNING,
    by_path,
    consistency,
    part,
    together,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.engine import Part, across
from aligncheck.model.report import Finding, Severity, Status

DOCUMENTS = (
    part("a.tsv", [(WARNING, USUAL), *FILLER[:3]]),
    part("b.tsv", [FILLER[3], (WARNING, USUAL), (VALVE[0], ANEW[0])]),
    part("c.tsv", [FILLER[4], (WARNING, OTHER)]),
    part("d.tsv", [VALVE, (WARNING, USUAL)]),
)
STRANGERS = (
    part("0.tsv", [("The ferry leaves the old harbour at noon.", "渡轮中午离开旧港口。")]),
    part("bb.tsv", [("Nobody has seen the keeper since the storm.", "暴风雨过后，没有人见过看守人。")]),
    part("z.tsv", [("The ferry leaves the old harbour at noon.", "渡轮中午离开旧港口。")]),
)
ALONE = by_path(together(DOCUMENTS))


def test_the_rarer_rendering_is_found_across_documents() -> None:
    assert list(ALONE) == ["c.tsv", "d.tsv"]
    ((rare),) = ALONE["c.tsv"]
    assert "3 times" in rare.message
    assert "(first at a.tsv:2; chrF" in rare.message
    assert (rare.severity, rare.pair) == (Severity.WARNING, 1)
    ((later),) = ALONE["d.tsv"]
    assert "b.tsv:4" in later.message


@given(st.permutations(DOCUMENTS), st.sets(st.sampled_from(range(3))), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_order_and_strangers_change_nothing(order: list[Part], strangers: set[int], random: Random) -> None:
    parts = [*order, *(STRANGERS[n] for n in sorted(strangers))]
    random.shuffle(parts)
    found = by_path(together(parts))
    assert {path: found[path] for path in sorted(found)} == ALONE


def test_what_was_found_before_is_found_again_once() -> None:
    again = [Part(report, p.extract, p.config, p.identity, p.edition) for report, p in zip(
        together(DOCUMENTS), DOCUMENTS, strict=True)]  # fmt: skip
    assert together(again) == together(DOCUMENTS)


def test_only_what_is_wanted_is_made() -> None:
    assert across(DOCUMENTS, LEXICON, wanted=[2]) == {2: together(DOCUMENTS)[2]}


def test_figures_are_worked_out_once() -> None:
    figures: dict[str, float] = {}
    first = across(DOCUMENTS, LEXICON, figures=figures)
    assert len([name for name in figures if name.startswith("chrf")]) == 2
    known = dict.fromkeys(figures, 12.0)
    assert "chrF 12" in consistency(across(DOCUMENTS, LEXICON, known=known)[2].findings)[0].message
    assert across(DOCUMENTS, LEXICON, known=figures) == first


def test_the_lines_of_others_are_in_no_fingerprint() -> None:
    moved = part("a.tsv", [*FILLER[:3], (WARNING, USUAL)])
    found = by_path(together([moved, *DOCUMENTS[1:]]))
    assert "a.tsv:5" in found["c.tsv"][0].message
    assert marks(found["c.tsv"]) == marks(ALONE["c.tsv"])


def marks(findings: list[Finding]) -> list[str]:
    return [finding.fingerprint for finding in findings]


def test_editions_are_not_held_against_each_other() -> None:
    other = part("c.tsv", [FILLER[4], (WARNING, OTHER)], edition="tw")
    assert list(by_path(together([*DOCUMENTS[:2], other]))) == []


@pytest.mark.parametrize(
    ("config", "severities"),
    [
        (Config(ignore=("CON001",)), []),
        (Config(select=("NUM",)), []),
        (Config(min_confidence=0.95), []),
        (Config(severity={"CON": Severity.ERROR}), [Severity.ERROR]),
    ],
)
def test_settings_of_the_document_hold(config: Config, severities: list[Severity]) -> None:
    mine = part("c.tsv", [FILLER[4], (WARNING, OTHER)], config)
    found = by_path(together([DOCUMENTS[0], DOCUMENTS[1], mine]))
    assert [finding.severity for finding in found.get("c.tsv", [])] == severities


def test_counts_of_the_report_follow() -> None:
    report = together(DOCUMENTS)[2]
    assert report.stats.findings["CON001"] == 1
    assert [f.status for f in consistency(report.findings)] == [Status.NEW]
