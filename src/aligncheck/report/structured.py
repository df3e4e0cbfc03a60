"""Reports as JSON and JSON Lines, and back; the shape is that of docs/report.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from aligncheck.errors import InputError
from aligncheck.model.report import SCHEMA_VERSION, Report


def indented(value: object) -> bytes:
    """Anything made of JSON's types, or a report, as indented JSON: UTF-8, a line break at the end."""
    return msgspec.json.format(_encode(value), indent=2) + b"\n"


def json_object(report: Report) -> bytes:
    """One report as an indented JSON object; UTF-8, keys in the order of the contract, a line break at the end."""
    return indented(report)


def json_array(reports: Sequence[Report]) -> bytes:
    """Reports as one indented JSON array."""
    return msgspec.json.format(b"[" + b",".join(_encode(r) for r in reports) + b"]", indent=2) + b"\n"


def json_lines(reports: Sequence[Report]) -> bytes:
    """Reports as JSON Lines: one object a line, nothing for no reports."""
    return b"".join(_encode(r) + b"\n" for r in reports)


def read_json(data: bytes, path: str = "report") -> list[Report]:
    """Reports from an object, an array or JSON Lines, as written above.

    Raises InputError (``path`` names the file in it) where the bytes are no report of this version.
    """
    body = data.removeprefix(b"\xef\xbb\xbf").strip()
    if not body:
        return []
    try:
        if body.startswith(b"["):
            return [_decode(r, path, None) for r in msgspec.json.decode(body, type=list[msgspec.Raw])]
        try:
            return [_decode(msgspec.json.decode(body, type=msgspec.Raw), path, None)]
        except msgspec.DecodeError:
            # bytes.splitlines would also cut at bytes JSON allows inside a string; only a line feed ends a record.
            lines = enumerate(body.split(b"\n"), 1)
            return [_decode(msgspec.json.decode(line, type=msgspec.Raw), path, n) for n, line in lines if line.strip()]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a report: {error}", path=path, remedy="give JSON that aligncheck wrote") from error


def _decode(data: msgspec.Raw, path: str, line: int | None) -> Report:
    version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get("schema_version")
    if version is not None and bytes(version) != str(SCHEMA_VERSION).encode():
        message = f"report of schema version {bytes(version).decode(errors='replace')}, not {SCHEMA_VERSION}"
        raise InputError(message, path=path, line=line, remedy="run the check again with this aligncheck")
    return msgspec.json.decode(data, type=Report)


def _encode(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        # A file name that is not UTF-8 comes from the system with lone surrogates, which UTF-8 cannot hold.
        return msgspec.json.encode(_replace_surrogates(msgspec.to_builtins(value)))


def _replace_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not _encodable(value) else value
    if isinstance(value, dict):
        return {_replace_surrogates(k): _replace_surrogates(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_replace_surrogates(v) for v in value]
    return value


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
