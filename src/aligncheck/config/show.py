"""Settings as TOML, each with the place it comes from. Reads no file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import Settings
from aligncheck.model.term import Term

MANY = 20
"""Terms that are shown one by one; a glossary may have thousands."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml(value: Any) -> str:
    """A value as TOML: strings, numbers, booleans, lists and inline tables."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for DEL, which TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, dict):
        entries = (f"{k if _BARE.fullmatch(k) else toml(k)} = {toml(v)}" for k, v in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    return str(value)


def lines(settings: Settings) -> Iterator[str]:
    """A line for every setting, and a remark that says where it was set; together they are a configuration file."""
    yield f"# {settings.file or 'no configuration file'}"
    values = msgspec.to_builtins(settings.config)
    values["terms"] = [*map(_term, settings.config.terms)] if len(settings.config.terms) <= MANY else values["terms"]
    for field in msgspec.structs.fields(Config):
        value = values[field.encode_name]
        origin = settings.origin.get(field.encode_name, "default")
        if value is None:
            yield f"# {field.encode_name} is not set"
        elif field.encode_name == "terms" and len(value) > MANY:
            yield f"# terms: {len(value)} of them, also of the glossary"
        else:
            yield f"{field.encode_name} = {toml(_told(value))}  # {origin}"


def _term(term: Term) -> Any:
    """A term as briefly as a file may write it."""
    if term == Term(en=term.en[:1], zh=term.zh[:1]):
        return [*term.en, *term.zh]
    told = msgspec.to_builtins(term)
    return {
        key: value[0] if isinstance(value, list | tuple) and len(value) == 1 else value for key, value in told.items()
    }


def _told(value: Any) -> Any:
    """A value without what is not set, which TOML cannot say."""
    if isinstance(value, dict):
        return {k: _told(v) for k, v in value.items() if v is not None}
    return [_told(v) for v in value] if isinstance(value, list | tuple) else value
