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
    whole["description"] = "Settings of aligncheck; see docs/configuration.md."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aligncheck.toml",
        **{key: value for key, value in whole.items() if key != "title"},
        "$defs": parts,
    }


def schema_text() -> str:
    """The schema as the file docs/aligncheck.schema.json holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
