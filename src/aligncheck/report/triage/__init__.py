"""What people decided about findings, as a terminal, a page of Markdown or another program reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aligncheck.model.triaged import Triage
from aligncheck.report.structured import indented
from aligncheck.report.triage.figures import figures
from aligncheck.report.triage.summary import markdown, text

WRITERS: Mapping[str, Callable[[Triage], bytes]] = {
    "text": lambda triage: text(figures(triage)).encode(),
    "markdown": lambda triage: markdown(figures(triage)).encode(),
    "json": lambda triage: indented(figures(triage)),
}
"""Format → what writes it."""
