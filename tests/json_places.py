"""A JSON document with one place in it changed, to try a schema on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def changed_at(document: Any, path: Sequence[str | int], value: object) -> Any:
    """A copy of a document in which ``value`` stands at ``path``."""
    copy = json.loads(json.dumps(document))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return copy
