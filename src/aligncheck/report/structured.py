"""Reports as JSON and JSON Lines, and back; the shape is that of docs/report.schema.json."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from aligncheck.errors import InputError
from aligncheck.model.report import SCHEMA_VERSION, Report

T = TypeVar("T")

_REMEDY = "give JSON that aligncheck wrote"


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

    Raises InputError (``path`` names the file in it, where it can the line) where the bytes are no report of this
    version.
    """
    return [_decode(record, path, line) for record, line in _records(data, path)]


def holds_reports(data: bytes, path: str = "report") -> bool:
    """Whether JSON looks like reports, of whatever version, rather than like something else. Raises InputError."""
    for record, _ in _records(data, path):
        try:
            return msgspec.json.decode(record, type=dict[str, msgspec.Raw]).keys() >= {"document", "findings"}
        except msgspec.DecodeError:
            return False
    return False


def _records(data: bytes, path: str) -> Iterator[tuple[msgspec.Raw, int | None]]:
    """The values that an array, JSON Lines or a single value consist of; of JSON Lines with the line's number."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    # bytes.splitlines would also cut at bytes JSON allows inside a string; only a line feed ends a record.
    lines = [(line, n) for n, line in enumerate(body.split(b"\n"), 1) if line.strip()]
    if not lines:
        return
    if len(lines) > 1 and _is_json(lines[0][0]):
        yield from ((_parsed(line, path, n, msgspec.Raw), n) for line, n in lines)
    elif body.lstrip().startswith(b"["):
        yield from ((record, None) for record in _parsed(body, path, None, list[msgspec.Raw]))
    else:
        yield _parsed(body, path, None, msgspec.Raw), None


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _parsed(data: bytes, path: str, line: int | None, shape: type[T]) -> T:
    """JSON of a shape; what is malformed is told with its line, counted in ``data`` where ``line`` is None."""
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if line is None and not isinstance(error, msgspec.ValidationError):
            place = re.search(r"\(byte (\d+)\)$", str(error))
            line = data.count(b"\n", 0, int(place[1])) + 1 if place else None
        raise InputError(f"not a report: {error}", path=path, line=line, remedy=_REMEDY) from error


def _decode(data: msgspec.Raw, path: str, line: int | None) -> Report:
    version = _parsed(data, path, line, dict[str, msgspec.Raw]).get("schema_version")
    if version is not None and bytes(version) != str(SCHEMA_VERSION).encode():
        message = f"report of schema version {bytes(version).decode(errors='replace')}, not {SCHEMA_VERSION}"
        raise InputError(message, path=path, line=line, remedy="run the check again with this aligncheck")
    return _parsed(data, path, line, Report)


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
