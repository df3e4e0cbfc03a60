"""A line on standard error that says how far a long run is. Knows no work."""

from __future__ import annotations

import sys
import time
from types import TracebackType

import click

SOON = 0.5
"""Seconds before the line appears: quick runs show nothing."""
OFTEN = 0.1
"""Seconds between two changes of the line."""


class Bar:
    """Shows ``label 42%`` while work goes on and takes it away at the end.

    ``shown`` True or False decides; None shows it where standard error is a terminal.
    """

    def __init__(self, label: str, *, shown: bool | None = None) -> None:
        self.label = label
        self.shown = sys.stderr.isatty() if shown is None else shown
        self._start = self._last = time.monotonic()
        self._width = 0

    def update(self, done: int, total: int) -> None:
        """``done`` of ``total`` parts are done."""
        now = time.monotonic()
        if self.shown and now - self._start >= SOON and now - self._last >= OFTEN:
            self._last = now
            line = f"{self.label} {100 * done // max(1, total)}%"
            self._width = max(self._width, len(line))
            click.echo("\r" + line, err=True, nl=False)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
