"""Drift as JSON: the schema that documents it, the order of its keys, and that nothing is lost on the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from drift_samples import every_status, harbour, hostile
from drift_strategies import statuses
from hypothesis import given
from json_places import changed_at
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from aligncheck.model import drift as model
from aligncheck.model import report
from aligncheck.report.drift import DRIFT_FORMATS

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "docs" / "drift.schema.json").read_text(encoding="utf-8")
)
STATED = {"Trace", "AcceptedBead", "Accepted", "Step"}
"""Structs that do not stand in the status."""
write = DRIFT_FORMATS["json"]


def without_zeros(status: model.DriftStatus) -> model.DriftStatus:
    """The same status, states that nothing is in left out of its counts."""

    def counts(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: counts(v) for k, v in value.items() if v != 0 or k not in STATES}
        return [counts(v) for v in value] if isinstance(value, list | tuple) else value

    return msgspec.convert(counts(msgspec.to_builtins(status)), model.DriftStatus)


STATES = {*get_args(model.DocumentState), *get_args(model.SentenceState)}


@given(statuses)
def test_any_status_is_valid_and_reads_back(status: model.DriftStatus) -> None:
    data = write(status)
    Draft202012Validator(SCHEMA).validate(json.loads(data))
    assert msgspec.json.decode(data, type=model.DriftStatus) == without_zeros(status)


@pytest.mark.parametrize("name", every_status())
def test_samples_are_valid_under_the_schema(name: str) -> None:
    written = json.loads(write(every_status()[name]))
    # Days are free text in the hostile sample alone.
    faults = [
        e for e in Draft202012Validator(SCHEMA).iter_errors(written) if name != "hostile" or e.validator == "type"
    ]
    assert faults == []


def test_schema_is_a_schema_and_refuses_what_is_wrong() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    check = Draft202012Validator(SCHEMA)
    good = json.loads(write(harbour()))
    assert check.is_valid(good)
    for path, value in (
        (("schema_version",), 2),
        (("summary", "share_current"), 1.5),
        (("summary", "documents", "lost"), 1),
        (("summary", "oldest"), "yesterday"),
        (("documents", 0, "state"), "fine"),
        (("documents", 0, "sentences", "stale"), -1),
        (("documents", 0, "drifted", 0, "code"), "drf1"),
        (("documents", 0, "drifted", 0, "severity"), "fatal"),
        (("documents", 0, "drifted", 0, "changes", 0, "kind"), "colour"),
        (("history", 0, "day"), "1 May"),
    ):
        assert not check.is_valid(changed_at(good, path, value)), path


@pytest.mark.parametrize("name", [n for n in SCHEMA["$defs"] if "properties" in SCHEMA["$defs"][n]])
def test_schema_has_the_fields_of_the_structs_in_their_order(name: str) -> None:
    fields = msgspec.structs.fields(getattr(model, name, None) or getattr(report, name))
    assert list(SCHEMA["$defs"][name]["properties"]) == [f.encode_name for f in fields]
    assert SCHEMA["$defs"][name]["required"] == [f.encode_name for f in fields if f.required]


def test_schema_covers_every_struct_and_every_state() -> None:
    structs = {n for n, s in vars(model).items() if isinstance(s, type) and issubclass(s, msgspec.Struct)}
    assert structs - {"Struct"} - STATED <= set(SCHEMA["$defs"])
    parts = SCHEMA["$defs"]
    assert parts["DocumentState"]["enum"] == list(get_args(model.DocumentState))
    assert parts["SentenceState"]["enum"] == list(get_args(model.SentenceState))
    assert parts["Wording"]["properties"]["kind"]["enum"] == list(get_args(model.WordingKind))


def test_keys_come_in_one_order_whatever_the_order_of_counting() -> None:
    status = harbour()
    turned = replace(
        status,
        summary=replace(status.summary, sentences=dict(reversed(status.summary.sentences.items()))),
        documents=tuple(replace(d, sentences=dict(reversed(d.sentences.items()))) for d in status.documents),
    )
    assert write(turned) == write(status)
    written = json.loads(write(status))
    assert list(written) == list(SCHEMA["$defs"]["DriftStatus"]["properties"])
    assert list(written["summary"]["documents"]) == ["current", "stale", "missing", "orphaned", "unlocked"]
    assert "untranslated" not in written["documents"][0]["sentences"]


def test_text_is_utf8_and_the_file_ends_in_a_line_break() -> None:
    data = write(harbour())
    assert "请在30分钟内关闭水闸。".encode() in data
    assert data.endswith(b"}\n")
    assert json.loads(write(hostile()))["documents"]
