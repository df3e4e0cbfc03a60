"""Annotations for GitHub, Code Quality for GitLab, diagnostics for reviewdog: what each reads, and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from report_every_run import on_every_run
from report_samples import clean, lighthouse, long_document
from run_samples import FAILURES, at, two_files

from aligncheck.model.report import Status
from aligncheck.model.run import Run
from aligncheck.report import FORMATS

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./).+"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The members that GitLab's documentation names."""

REVIEWDOG = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"$ref": "#/$defs/source"},
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
    },
    "$defs": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"const": "aligncheck"}}},
        "position": {
            "type": "object",
            "required": ["line"],
            "additionalProperties": False,
            "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
        },
        "location": {
            "type": "object",
            "required": ["path"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string", "minLength": 1},
                "range": {
                    "type": "object",
                    "required": ["start"],
                    "additionalProperties": False,
                    "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
                },
            },
        },
        "diagnostic": {
            "type": "object",
            "required": ["message", "location", "severity", "source", "code"],
            "additionalProperties": False,
            "properties": {
                "message": {"type": "string"},
                "location": {"$ref": "#/$defs/location"},
                "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "source": {"$ref": "#/$defs/source"},
                "code": {
                    "type": "object",
                    "required": ["value"],
                    "additionalProperties": False,
                    "properties": {"value": {"type": "string"}},
                },
                "suggestions": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["range", "text"],
                        "additionalProperties": False,
                        "properties": {
                            "range": {"$ref": "#/$defs/location/properties/range"},
                            "text": {"type": "string"},
                        },
                    },
                },
                "related_locations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["message", "location"],
                        "additionalProperties": False,
                        "properties": {"message": {"type": "string"}, "location": {"$ref": "#/$defs/location"}},
                    },
                },
            },
        },
    },
}
"""The messages of reviewdog.proto that we use; lines alone, since its columns count bytes."""


def json_of(form: str, run: Run) -> Any:
    return json.loads(FORMATS[form](run))


def expected(run: Run) -> int:
    return len(run.failures) + sum(f.status is Status.NEW for r in run.reports for f in r.findings)


def obeyed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner takes it apart: at the first ``::``, at commas, at the first ``=``."""
    assert line.startswith("::")
    head, data = line[2:].split("::", 1)
    name, _, told = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in told.split(",") if pair]
    return name, {key: unescape(value) for key, value in pairs}, unescape(data)


def unescape(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def check(run: Run) -> None:
    issues, result = json_of("gitlab", run), json_of("rdjson", run)
    assert [e.message for e in Draft202012Validator(GITLAB).iter_errors(issues)] == []
    assert [e.message for e in Draft202012Validator(REVIEWDOG).iter_errors(result)] == []
    marks = [issue["fingerprint"] for issue in issues]
    assert len(marks) == len(set(marks)) == len(result["diagnostics"]) == expected(run)
    written = FORMATS["github"](run).decode()
    lines = written.split("\n")[:-1]
    assert len(lines) == expected(run)
    assert "\r" not in written
    for line in lines:
        name, told, _ = obeyed(line)
        assert name in ("error", "warning", "notice")
        assert set(told) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert all(re.fullmatch(r"[1-9]\d*", told[key]) for key in told if key not in ("file", "title"))
        assert ("col" in told) == ("endColumn" in told)
        assert "col" not in told or told["line"] == told["endLine"]


test_samples_are_valid, test_any_run_is_valid = on_every_run(check)


def test_annotations_have_place_title_and_both_sentences() -> None:
    lines = FORMATS["github"](Run((lighthouse(),), prefix="site")).decode().splitlines()
    number = next(line for line in lines if "NUM001" in line)
    assert obeyed(number) == (
        "error",
        {
            "file": "site/leaflets/lighthouse.md", "line": "14", "endLine": "14", "col": "4", "endColumn": "7",
            "title": "NUM001 number-mismatch",
        },
        "2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.\n"
        "en: Some 2.4 million visitors have climbed the 168 steps to the lantern room.\n"
        "zh: 已有约24万名游客登上通往灯室的168级台阶。",
    )  # fmt: skip


def test_the_worst_annotations_come_first_since_the_rest_is_dropped() -> None:
    lines = FORMATS["github"](Run((long_document(300), lighthouse()), FAILURES)).decode().splitlines()
    names = [obeyed(line)[0] for line in lines]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert [obeyed(line)[1].get("title") for line in lines[:3]] == ["aligncheck cannot read this"] * 3
    assert obeyed(lines[0])[1]["line"] == "3"


@pytest.mark.parametrize("path", ["a,b:c.md", "100%.md", "%3A.md", "two  spaces.md", "灯塔.md", "back\\slash.md"])
def test_a_path_reaches_github_letter_by_letter(path: str) -> None:
    line = FORMATS["github"](Run((at(path, lighthouse()),))).decode().splitlines()[0]
    assert obeyed(line)[1]["file"] == path


def test_an_issue_for_gitlab() -> None:
    issues = json_of("gitlab", Run((lighthouse(),), FAILURES[:1], prefix="site"))
    assert issues[0]["severity"] == "blocker"
    assert issues[0]["location"] == {"path": "site/photo.md", "lines": {"begin": 3}}
    number = next(i for i in issues if i["check_name"] == "NUM001")
    (finding,) = (f for f in lighthouse().findings if f.code == "NUM001")
    assert number == {
        "description": "NUM001: 2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.",
        "check_name": "NUM001",
        "fingerprint": finding.fingerprint,
        "severity": "major",
        "location": {"path": "site/leaflets/lighthouse.md", "lines": {"begin": 14}},
    }


def test_one_text_checked_twice_has_two_fingerprints() -> None:
    report = lighthouse()
    odd = replace(report.findings[0], fingerprint=f"{report.findings[1].fingerprint}.2")
    twice = replace(report, findings=(odd, report.findings[1], report.findings[1]))
    marks = [issue["fingerprint"] for issue in json_of("gitlab", Run((twice,)))]
    assert len(set(marks)) == 3


def test_a_diagnostic_for_reviewdog() -> None:
    number, omitted = json_of("rdjson", Run((two_files(),), prefix="docs"))["diagnostics"]
    assert number == {
        "message": "7 is not 8.",
        "location": {"path": "docs/zh/bell.md", "range": {"start": {"line": 2}, "end": {"line": 2}}},
        "severity": "ERROR",
        "source": {"name": "aligncheck"},
        "code": {"value": "NUM001"},
        "related_locations": [
            {
                "message": "Lamp 7 is out.",
                "location": {"path": "docs/en/bell.md", "range": {"start": {"line": 1}, "end": {"line": 1}}},
            }
        ],
    }
    assert "related_locations" not in omitted


def test_nothing_found_is_nothing_told() -> None:
    run = Run((clean(),))
    assert FORMATS["github"](run) == b""
    assert json_of("gitlab", run) == []
    assert json_of("rdjson", run) == {"source": {"name": "aligncheck"}, "diagnostics": []}
