"""Fixes in every output: what would change, how often, where, whether it is safe; pages without any say nothing."""

from __future__ import annotations

import csv
import io
import json

import pytest
from fixes_builder import LINES, PLACES, Wanted, sample, with_fixes
from msgspec import UNSET
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_samples import HOSTILE, clean, lighthouse

from aligncheck.model.report import Fix, Report, Severity
from aligncheck.model.run import Run
from aligncheck.report import FORMATS, document_page, summary
from aligncheck.report.fixes import kinds_of, places, told, with_fix


def test_changes_are_told_by_kind() -> None:
    first, second = sample().findings
    assert told(first) == "safe fix: 后 → 後 ×3"
    assert with_fix(second) == "智能体 is 代理 here. [fix to be judged: 代理 → 智能体]"
    assert with_fix(replace(second, fixes=UNSET)) == second.message
    assert with_fix(replace(first, message="Wrong: 后→後 ×3.")) == "Wrong: 后→後 ×3. [safe fix]"


def test_spaces_are_one_kind_and_groups_one_place() -> None:
    pairs = [("用P", "用 P"), ("看J", "看 J"), ("a,", "a，"), ("的的", "的"), ("旧", "x"), ("塔", "")]
    fixes = [Fix(9 * n, 9 * n + len(old), 1, 1, old, new, True) for n, (old, new) in enumerate(pairs)]
    assert [(k.gone, k.come, len(k.fixes)) for k in kinds_of(fixes)][:3] == [
        ("", " ", 2),
        (",", "，", 1),
        ("的", "", 1),
    ]
    assert told(replace(sample().findings[0], fixes=tuple(fixes))) == (
        "safe fix: 用P → 用 P ×2, a, → a，, 的的 → 的, 2 more"
    )
    assert told(replace(sample().findings[0], fixes=tuple(fixes[-1:]))) == "safe fix: 塔 taken out"
    assert places(fixes) == 6
    assert places([replace(fix, group=n // 2) for n, fix in enumerate(fixes)]) == 3


@pytest.mark.parametrize("name", ["concise", "full", "grouped", "github", "gitlab", "markdown", "junit", "csv"])
def test_every_text_says_what_would_change(name: str) -> None:
    text = FORMATS[name](Run((sample(),))).decode()
    assert "safe fix: 后 → 後 ×3" in text
    assert "fix to be judged: 代理 → 智能体" in text
    without = FORMATS[name](Run((lighthouse(),))).decode()
    assert "fix:" not in without


def test_the_summary_says_it() -> None:
    text = summary((sample(),), width=100)
    assert "[safe fix: 后 → 後 ×3]" in text
    assert "1 finding can be mended safely: aligncheck fix\n" in text
    assert "aligncheck fix" not in summary((lighthouse(),))
    for name in ("concise", "full", "grouped"):
        assert "1 finding can be mended safely: aligncheck fix\n" in FORMATS[name](Run((sample(),))).decode()


def test_a_sheet_has_a_column_for_it() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](Run((sample(),))).decode("utf-8-sig"))))
    assert [row["fix"] for row in rows] == ["safe fix: 后 → 後 ×3", "fix to be judged: 代理 → 智能体"]


def test_sarif_has_one_fix_with_all_changes() -> None:
    made = json.loads(FORMATS["sarif"](Run((sample(),), prefix="docs")))["runs"][0]["results"]
    [fix] = made[0]["fixes"]
    assert fix["description"] == {"text": "safe fix: 后 → 後 ×3"}
    [change] = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "docs/a.md"
    side = sample().pairs[0].target
    assert side is not None
    assert change["replacements"][0] == {
        "deletedRegion": {
            "startLine": side.line,
            "startColumn": 2,
            "endLine": side.line,
            "endColumn": 3,
            "charOffset": side.start + 1,
            "charLength": 1,
        },
        "insertedContent": {"text": "後"},
    }
    assert len(change["replacements"]) == 3
    assert all("fixes" not in result for result in _results(lighthouse()))


def _results(report: Report) -> list[dict[str, object]]:
    made: list[dict[str, object]] = json.loads(FORMATS["sarif"](Run((report,))))["runs"][0]["results"]
    return made


def test_reviewdog_gets_one_suggestion_for_the_line() -> None:
    report = with_fixes(
        build("a.md", LINES, on_document=(PLACES,)), 0, [Wanted(1, "后", "後"), Wanted(1, "后", "後", 1)]
    )
    [first, _] = json.loads(FORMATS["rdjson"](Run((report,))))["diagnostics"]
    line = report.findings[0].target_spans[0].line
    assert first["suggestions"] == [
        {
            "range": {"start": {"line": line, "column": 4}, "end": {"line": line, "column": 13}},
            "text": "後<b>後",
        }
    ]
    side = report.pairs[1].target
    assert side is not None
    within = replace(report.pairs[1], target=replace(side, column=3))
    moved = replace(report, pairs=(report.pairs[0], within, report.pairs[2]))
    assert all("suggestions" not in d for d in json.loads(FORMATS["rdjson"](Run((moved,))))["diagnostics"])


def test_a_page_shows_what_would_go_and_come_and_where() -> None:
    page = document_page(sample())
    assert '<bdi lang="zh-Hans">雨<del>后</del><ins>後</ins>。</bdi>' in page
    assert '<span class="times">×3</span>' in page
    assert '<a href="#pair-0">2</a> <a href="#pair-1">4</a>' in page
    assert page.count('data-f="1"><a class="b i" href="#f-') == 3
    assert "<del>代理</del><ins>智能体</ins>" in page
    assert '<span data-t="f_unsafe">needs judgement</span>' in page


def test_places_without_fixes_are_led_to_as_well() -> None:
    report = sample()
    bare = replace(report, findings=tuple(replace(f, fixes=UNSET) for f in report.findings))
    page = document_page(bare)
    assert '<bdi lang="zh-Hans">雨<b>后</b>。</bdi>' in page
    assert '<a href="#pair-1">4</a>' in page
    assert "<del>" not in page


def test_pages_without_places_have_none_of_it() -> None:
    for report in (lighthouse(), clean()):
        page = document_page(report)
        assert ".mend" not in page
        assert "f_safe" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_fixes_stay_text(text: str) -> None:
    report = build("a.md", [Line("a", f"甲{text}乙")], on_document=(PLACES,))
    page = document_page(with_fixes(report, 0, [Wanted(0, text, text[::-1] + text)]))
    for bad in ("<script>document", "<img src", "<svg onload", "\u202e", "\u2028", "\x1b", "javascript:alert(1)'"):
        assert bad not in page
    for name in FORMATS:
        assert FORMATS[name](Run((with_fixes(report, 0, [Wanted(0, text, f"{text}x")]),)))


def test_a_page_of_many_places_stays_small() -> None:
    lines = [Line(f"Sentence {n} of the text.", f"第{n}句,有很多,逗号,的话。") for n in range(300)]
    wanted = [Wanted(n, ",", "，", k) for n in range(300) for k in range(3)]
    faults = tuple(Fault(f"PUN{n:03}", "width", Severity.INFO, f"{n}.") for n in range(8))
    report = build("a.md", lines, on_document=faults)
    for number in range(8):
        report = with_fixes(report, number, wanted)
        first = report.findings[number]
        cut = replace(first, target_spans=first.target_spans[:20])
        report = replace(report, findings=tuple(cut if f is first else f for f in report.findings))
    page = document_page(report)
    assert len(page.encode()) < 400_000
    assert page.count('href="#pair-') < 300 * 2 + 8 * 30
