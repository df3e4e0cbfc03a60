"""What an engine tells once: faults of one kind gathered, and fixes that never run over markup."""

from __future__ import annotations

import pytest
from fixing_builder import COMMA, SPACE, replacing, use
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from suppression_builder import check, check_one

from aligncheck.checks import Change, Hit
from aligncheck.config import Config
from aligncheck.engine.placed import SHOWN, Found, Placed, told_together
from aligncheck.engine.records import fixes_of
from aligncheck.formats import read
from aligncheck.model.report import Finding, Fix, Severity, Status
from aligncheck.model.text import Segment, Side

LINES = ["灯,亮了。", "船,到了。", "塔,很高。"]
TOGETHER = "\n\n".join(LINES)
SAID = "The lamp, lit.\n\nThe boat, here.\n\nThe tower, high.\n"


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, COMMA, SPACE)


def found(chinese: str, config: Config | None = None) -> list[Finding]:
    return list(check(SAID, chinese, config).findings)


def places(finding: Finding) -> list[tuple[int, str, str]]:
    return [(fix.line, fix.text, fix.replacement) for fix in finding.fixes or ()]


def test_one_kind_is_one_finding_with_all_places() -> None:
    [finding] = found(TOGETHER)
    assert (finding.message, finding.pair, finding.severity) == ("3 stand here.", None, Severity.INFO)
    assert [(span.line, span.text) for span in finding.target_spans] == [(1, ","), (3, ","), (5, ",")]
    assert places(finding) == [(1, ",", "，"), (3, ",", "，"), (5, ",", "，")]
    assert finding.source_spans == ()


def test_one_place_is_told_as_it_is_and_on_its_pair() -> None:
    [finding] = found(TOGETHER.replace("船,", "船，").replace("塔,", "塔，"))
    assert (finding.message, finding.pair) == ("',' stands here.", 0)


def test_places_of_one_pair_stay_on_it() -> None:
    [finding] = found("灯,亮,了。\n\n船到了。\n\n塔很高。\n")
    assert (finding.message, finding.pair) == ("2 stand here.", 0)


def test_other_kinds_are_other_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, COMMA, replacing("TST001", "灯", "燈", kind="lamp"), replacing("TST004", "塔", "搭"))
    assert [(f.code, f.message) for f in found(TOGETHER)] == [
        ("TST001", "3 stand here."),
        ("TST001", "'灯' stands here."),
        ("TST004", "'塔' stands here."),
    ]


def test_in_detail_each_place_is_a_finding() -> None:
    findings = found(TOGETHER, Config(detail=True))
    assert [(f.pair, places(f)) for f in findings] == [(n, [(1 + 2 * n, ",", "，")]) for n in range(3)]
    assert len({f.fingerprint for f in findings}) == 3


def test_evidence_is_of_the_first_places_and_fixes_of_all() -> None:
    [finding] = found("灯" + ",灯" * 50)
    assert (len(finding.target_spans), len(finding.fixes or ())) == (SHOWN, 50)
    starts = [span.start for span in finding.target_spans]
    assert starts == sorted(starts)


def test_every_wording_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, COMMA, replacing("TST001", "灯", "燈", kind="k"))
    [finding] = found("船" + ",船" * 50 + "，灯亮。")
    shown = [span.text for span in finding.target_spans]
    assert (len(shown), shown[-1], set(shown)) == (SHOWN, "灯", {",", "灯"})
    assert finding.places == 51


def test_it_is_known_by_its_kind_however_many_are_mended() -> None:
    [before] = found(TOGETHER)
    [after] = found(TOGETHER.replace("船,", "船，"))
    [alone] = found(TOGETHER.replace("船,", "船，").replace("灯,", "灯，"))
    [moved] = found("新的一段。\n\n" + TOGETHER)
    assert before.fingerprint == after.fingerprint == moved.fingerprint
    assert before.fingerprint == alone.fingerprint


def test_what_is_suppressed_stays_apart() -> None:
    one, two, three = LINES
    findings = found(f"{one}\n\n<!-- aligncheck: ignore TST001 -- agreed -->\n{two}\n\n{three}")
    assert {(f.status, f.message) for f in findings} == {
        (Status.NEW, "2 stand here."),
        (Status.SUPPRESSED, "',' stands here."),
    }
    kept = next(f for f in findings if f.status is Status.NEW)
    assert [line for line, _, _ in places(kept)] == [1, 6]
    whole = found("<!-- aligncheck: ignore-file TST001 -- agreed -->\n" + TOGETHER)
    assert [(f.status, f.message, f.reason) for f in whole] == [(Status.SUPPRESSED, "3 stand here.", "agreed")]


def test_the_least_confidence_counts_for_each_place() -> None:
    assert found(TOGETHER, Config(min_confidence=0.95)) == []
    hits = [Hit(f"{sure}", confidence=sure, kind="k", together="{n} of them") for sure in (0.5, 0.99)]
    judged = [(Placed(Found(COMMA, hit, None), (), ()), None) for hit in hits]
    [(told, _)] = told_together(judged)
    assert (told.found.hit.confidence, told.found.hit.message) == (0.99, "2 of them")


def test_findings_without_a_kind_are_left_as_they_are() -> None:
    judged = [(Placed(Found(COMMA, Hit(str(n), key="k"), None), (), ()), None) for n in range(3)]
    assert told_together(judged) == judged


def test_a_gathered_finding_is_as_grave_as_the_gravest() -> None:
    hits = [Hit("a", kind="k", severity=severity) for severity in (Severity.INFO, Severity.WARNING)]
    [(told, _)] = told_together([(Placed(Found(COMMA, hit, None), (), ()), None) for hit in hits])
    assert told.found.severity is Severity.WARNING


def test_changes_of_one_place_are_a_group() -> None:
    [finding] = found("这个GPS好。\n\n那个LED坏。\n\n塔很高。")
    assert [(fix.text, fix.group) for fix in finding.fixes or ()] == [("个G", 0), ("S好", 0), ("个L", 1), ("D坏", 1)]
    [comma] = found(TOGETHER)
    assert {fix.group for fix in comma.fixes or ()} == {Fix(0, 1, 1, 1, "", "", safe=True).group}


def side_of(text: str, path: str = "a.md") -> Side:
    document = read(text.encode(), path)
    block = next(b for b in document.blocks if b.kind in ("paragraph", "value"))
    return Side.of(document, (Segment("zh", block, 0, len(block.text)),))


def offered(text: str, old: str, new: str, path: str = "a.md") -> list[tuple[str, str]]:
    side = side_of(text, path)
    at = side.text.index(old)
    changes = [Change(at, at + len(old), old, new)]
    return [(fix.text, fix.replacement) for fix in fixes_of(side.document, side, changes)]


@pytest.mark.parametrize(
    ("text", "old", "expected"),
    [
        ("灯,亮了。", "灯,亮", [("灯,亮", "新")]),
        ("**灯**,亮了。", "灯", [("灯", "新")]),
        ("**灯**,亮了。", "灯,", []),
        ("[灯](x),亮了。", "灯,", []),
        ("灯`,`亮了。", "灯,", []),
        ("灯&amp;塔。", "&", []),
        ("灯\\*塔。", "*塔", []),
        ("灯\n塔。", "灯塔", []),
        ("灯<br>塔。", "灯\n塔", []),
    ],
)
def test_a_fix_never_runs_over_markup(text: str, old: str, expected: list[tuple[str, str]]) -> None:
    assert offered(text, old, "新") == expected


def test_of_several_changes_none_is_offered_where_one_is_not() -> None:
    side = side_of("灯,**塔**,船。")
    changes = [Change(1, 2, ",", "，"), Change(2, 4, "塔,", "塔，")]
    assert fixes_of(side.document, side, changes) == ()
    assert fixes_of(side.document, side, [Change(0, 0, "", "x")]) == ()


def test_a_fix_is_what_is_to_be_written() -> None:
    assert offered('{"a": "灯,塔"}', ",", '"', "a.json") == [(",", '\\"')]
    assert offered('{"a": "灯\\"塔"}', '"', "“", "a.json") == []


def test_fixes_are_in_order() -> None:
    side = side_of("灯,塔,船。")
    made = fixes_of(side.document, side, [Change(3, 4, ",", "b"), Change(1, 2, ",", "a")])
    assert [(fix.start, fix.column, fix.replacement, fix.group) for fix in made] == [(1, 2, "a", 0), (3, 4, "b", 0)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["灯,亮了。", "船到了。", "A,b。", "塔,**高**。", "`灯,亮`", "- 灯,亮"]), max_size=12))
def test_gathered_or_not_the_same_is_mended(lines: list[str]) -> None:
    page = "\n\n".join(lines) + "\n塔"
    whole, each = check_one(page), check_one(page, config=Config(detail=True))
    assert [fix for f in whole.findings for fix in f.fixes or ()] == sorted(
        (fix for f in each.findings for fix in f.fixes or ()), key=lambda fix: fix.start
    )
    for finding in whole.findings:
        for fix in finding.fixes or ():
            assert page[fix.start : fix.end] == fix.text
