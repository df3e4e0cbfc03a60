"""Writers of what ``aligncheck drift`` found, one per format; they know the status and nothing of how it was made.

Writers are imported when they are first used, as those of reports are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from aligncheck.model.drift import DriftStatus

DriftWriter = Callable[[DriftStatus], bytes]
"""A status as the bytes of one file."""


def _lazily(name: str) -> DriftWriter:
    """The writer of the module ``name``."""

    def write(status: DriftStatus) -> bytes:
        written: bytes = import_module(f"aligncheck.report.drift.{name}").write(status)
        return written

    return write


DRIFT_FORMATS: Mapping[str, DriftWriter] = {
    "concise": _lazily("concise"),
    "full": _lazily("full"),
    "json": _lazily("structured"),
    "markdown": _lazily("markdown"),
    "html": _lazily("dashboard"),
    "badge": _lazily("badge"),
}
"""What ``aligncheck drift --output NAME=FILE`` can write into one file."""

DRIFT_FOR_PEOPLE = frozenset({"concise", "full"})
"""Formats made for a terminal."""


def drift_on_terminal(form: str, status: DriftStatus, *, color: bool, width: int) -> str:
    """A format of ``DRIFT_FOR_PEOPLE`` as a terminal of ``width`` cells shows it."""
    from aligncheck.report.drift import concise, full

    return concise.text(status, color=color) if form == "concise" else full.text(status, color=color, width=width)


def dashboard_page(status: DriftStatus, index_href: str | None = None) -> str:
    """The dashboard as a page; ``index_href`` is the overview of the reports, relative to it."""
    from aligncheck.report.drift import dashboard

    return dashboard.page_of(status, index_href)
