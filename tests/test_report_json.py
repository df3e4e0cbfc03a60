"""JSON reports: the contract's shape, the schema that documents it, and that nothing is lost on the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from json_places import changed_at
from jsonschema import Draft202012Validator
from report_samples import clean, every_report, ferry, lighthouse
from report_strategies import reports

from aligncheck.errors import InputError
from aligncheck.model import report as model
from aligncheck.model.run import Run
from aligncheck.report import FORMATS, json_object, read_json

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "docs" / "report.schema.json").read_text(encoding="utf-8")
)


@given(st.lists(reports, max_size=3))
def test_every_form_reads_back(made: list[model.Report]) -> None:
    assert read_json(FORMATS["json"](Run(tuple(made)))) == made
    assert read_json(FORMATS["jsonl"](Run(tuple(made)))) == made
    for report in made:
        assert read_json(json_object(report)) == [report]


@pytest.mark.parametrize("report", every_report(), ids=lambda r: str(r.document.path)[:20])
def test_reports_are_valid_under_the_schema(report: model.Report) -> None:
    written = json.loads(json_object(report))
    # Codes are free text in the hostile sample alone.
    faults = [e for e in Draft202012Validator(SCHEMA).iter_errors(written) if "XSS" not in e.message]
    assert faults == []


def test_schema_is_a_schema_and_refuses_what_is_wrong() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    check = Draft202012Validator(SCHEMA)
    good = json.loads(json_object(lighthouse()))
    for path, value in (
        (("schema_version",), 2),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "code"), "num1"),
        (("pairs", 0, "source", "line"), 0),
        (("pairs", 0, "confidence"), 1.2),
        (("document", "target", "script"), "Latn"),
    ):
        assert not check.is_valid(changed_at(good, path, value)), path


@pytest.mark.parametrize("name", [n for n in SCHEMA["$defs"] if "properties" in SCHEMA["$defs"][n]])
def test_schema_has_the_fields_of_the_structs_in_their_order(name: str) -> None:
    fields = msgspec.structs.fields(getattr(model, name))
    assert list(SCHEMA["$defs"][name]["properties"]) == [f.encode_name for f in fields]
    assert SCHEMA["$defs"][name]["required"] == [f.encode_name for f in fields if f.required]


def test_schema_covers_every_struct() -> None:
    structs = {n for n, s in vars(model).items() if isinstance(s, type) and issubclass(s, msgspec.Struct)}
    assert structs - {"Struct"} <= set(SCHEMA["$defs"])


def test_keys_come_in_the_order_of_the_contract() -> None:
    written = json.loads(json_object(lighthouse()))
    assert list(written) == ["schema_version", "tool", "signature", "document", "pairs", "findings", "stats"]
    assert list(written["findings"][1]) == [
        "code",
        "name",
        "severity",
        "confidence",
        "message",
        "pair",
        "source_spans",
        "target_spans",
        "fingerprint",
        "status",
    ]
    assert list(written["findings"][1]["source_spans"][0]) == ["start", "end", "line", "column", "text", "value"]
    assert "value" not in written["findings"][3]["source_spans"][0]


def test_text_is_utf8_and_files_end_in_a_line_break() -> None:
    both = Run((ferry(), clean()))
    one, many, lines = json_object(ferry()), FORMATS["json"](both), FORMATS["jsonl"](both)
    for data in (one, many, lines):
        assert "離島渡輪".encode() in data
        assert data.endswith(b"\n")
        assert not data.endswith(b"\n\n")
    assert lines.count(b"\n") == 2
    assert isinstance(json.loads(many), list)


def test_nothing_to_report_is_an_empty_array_and_no_lines() -> None:
    assert json.loads(FORMATS["json"](Run(()))) == []
    assert FORMATS["jsonl"](Run(())) == b""
    assert read_json(b" \n") == []


def test_a_file_name_that_is_not_text_can_be_written() -> None:
    report = msgspec.structs.replace(
        clean(), document=msgspec.structs.replace(clean().document, path=b"a\xff.md".decode("utf-8", "surrogateescape"))
    )
    path = json.loads(json_object(report))["document"]["path"]
    assert path.startswith("a")
    assert path.endswith(".md")


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[1, 2]",
        b'"text"',
        b"\xff\xfe\x00",
        b'{"schema_version": 1}',
        b'{"schema_version": 7, "pairs": []}',
        b"x\ny",
    ],
)
def test_what_is_no_report_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_json(data, "old.json")
    assert caught.value.path == "old.json"
    assert caught.value.remedy


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read_json(b"\xef\xbb\xbf" + json_object(clean())) == [clean()]
