"""The JSON Schema of a configuration file, for editors. Made from the declaration of the settings."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from aligncheck.config import Config


def schema() -> dict[str, Any]:
    """The schema of ``aligncheck.toml`` and of ``[tool.aligncheck]``, JSON Schema draft 2020-12."""
    (_,), parts = msgspec.json.schema_components([Config], ref_template="#/$defs/{name}")
    whole = parts.pop("Config")
    _shorten(whole, parts)
    whole["description"] = "Settings of aligncheck; see docs/configuration.md."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aligncheck.toml",
        **{key: value for key, value in whole.items() if key != "title"},
        "$defs": parts,
    }


def _shorten(whole: dict[str, Any], parts: dict[str, Any]) -> None:
    """Allow what files may write in short: a pair of texts for a term, a text for a list of one (``spelled_out``)."""
    text = {"type": "string"}
    pair = {"type": "array", "items": text, "minItems": 2, "maxItems": 2}
    for owner in (whole, parts["Override"]):
        terms = owner["properties"]["terms"]
        terms["items"] = {"anyOf": [pair, terms["items"]]}
    for name, field in parts["Term"]["properties"].items():
        if field.get("type") == "array":
            kept = {key: field.pop(key) for key in ("type", "items")}
            parts["Term"]["properties"][name] = {"anyOf": [kept, text], **field}


def schema_text() -> str:
    """The schema as the file docs/aligncheck.schema.json holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
