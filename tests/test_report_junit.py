"""JUnit XML: valid, counted right, no two cases alike, and no character that XML cannot hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import pytest
from msgspec.structs import replace
from report_every_run import on_every_run
from report_samples import clean, lighthouse
from run_samples import FAILURES, with_statuses

from aligncheck.model.report import Severity, Status
from aligncheck.model.run import Run, Verdict
from aligncheck.report import FORMATS


@cache
def schema() -> Any:
    return lxml.etree.XMLSchema(lxml.etree.parse(Path(__file__).with_name("junit.xsd")))


def tree_of(run: Run) -> Any:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    tree = lxml.etree.fromstring(FORMATS["junit"](run), parser)
    schema().assertValid(tree)
    return tree


def check(run: Run) -> None:
    tree = tree_of(run)
    assert {e.tag for e in tree.iter()} <= {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped"
    }  # fmt: skip
    assert len(tree) == len(run.reports) + len(run.failures)
    for suite in tree:
        names = [case.get("name") for case in suite.findall("testcase")]
        assert len(names) == len(set(names))
        for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(suite.get(attribute)) == len(list(suite.iter(tag)))
    for attribute in ("tests", "failures", "errors"):
        assert int(tree.get(attribute)) == sum(int(suite.get(attribute)) for suite in tree)


test_samples_are_valid, test_any_run_is_valid = on_every_run(check)


def test_a_finding_is_a_case_with_both_sentences() -> None:
    tree = tree_of(Run((lighthouse(),), prefix="site"))
    (case,) = (c for c in tree.iter("testcase") if c.get("name").startswith("NUM001 "))
    assert case.get("classname") == case.get("file") == "site/leaflets/lighthouse.md"
    (failure,) = case
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert failure.get("message") == "2.4 million is 2,400,000, but 24万 is 240,000: ten times too small."
    assert failure.text.split("\n") == [
        "leaflets/lighthouse.md:14:4: error NUM001 " + failure.get("message"),
        "en: Some 2.4 million visitors have climbed the 168 steps to the lantern room.",
        "zh: 已有约24万名游客登上通往灯室的168级台阶。",
        "99% sure; aligncheck rule NUM001",
    ]


def test_a_case_keeps_its_name_where_its_line_changes() -> None:
    report = lighthouse()
    found = report.findings
    lower = [replace(f, target_spans=tuple(replace(s, line=s.line + 40) for s in f.target_spans)) for f in found]
    moved = replace(report, findings=tuple(lower))
    names = [[case.get("name") for case in tree_of(Run((r,))).iter("testcase")] for r in (report, moved)]
    assert names[0] == names[1]


def test_a_clean_document_is_a_passing_case() -> None:
    (case,) = tree_of(Run((clean(),))).iter("testcase")
    assert (case.get("name"), len(case)) == ("no new findings", 0)


def test_known_findings_are_counted_as_properties() -> None:
    suite = tree_of(Run((with_statuses(),)))[0]
    assert {p.get("name"): p.get("value") for p in suite.iter("property")} == {
        "new": "1", "baselined": "1", "suppressed": "1"
    }  # fmt: skip
    assert suite.get("tests") == "1"


@pytest.mark.parametrize(
    ("failing", "tags"),
    [
        (0, {Severity.ERROR: "failure", Severity.WARNING: "skipped", Severity.INFO: "skipped"}),
        (3, {Severity.ERROR: "failure", Severity.WARNING: "skipped", Severity.INFO: "skipped"}),
        (5, {Severity.ERROR: "failure", Severity.WARNING: "failure", Severity.INFO: "skipped"}),
        (6, {Severity.ERROR: "failure", Severity.WARNING: "failure", Severity.INFO: "failure"}),
    ],
)
def test_failures_are_what_stops_the_gate(failing: int, tags: dict[Severity, str]) -> None:
    report = lighthouse()
    tree = tree_of(Run((report,), verdict=Verdict(failing)))
    found = {outcome.get("type"): outcome.tag for case in tree.iter("testcase") for outcome in case}
    assert found == {severity.value: tag for severity, tag in tags.items()}
    assert sum(f.status is Status.NEW for f in report.findings) == 6


def test_what_could_not_be_read_is_an_error() -> None:
    tree = tree_of(Run((), FAILURES))
    assert [(e.get("type"), e.get("message")) for e in tree.iter("error")] == [
        ("InputError", "not text"), ("ConfigError", "unknown key"), ("InputError", "no such file")
    ]  # fmt: skip
    assert [suite.get("name") for suite in tree] == ["photo.md", "aligncheck", "../else/where.md"]
