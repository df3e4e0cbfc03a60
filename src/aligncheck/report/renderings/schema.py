"""The JSON Schema of a comparison of two renderings, made from its shape."""

from __future__ import annotations

import json

import msgspec

from aligncheck.model.renderings import Renderings


def schema_text() -> str:
    """The schema as the file docs/renderings.schema.json holds it; JSON Schema draft 2020-12."""
    (_,), parts = msgspec.json.schema_components([Renderings], ref_template="#/$defs/{name}")
    whole = parts.pop("Renderings")
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What aligncheck renderings --output json writes",
        **{key: value for key, value in whole.items() if key != "title"},
        "$defs": parts,
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
