"""One check, made on all sample runs and on runs at random."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from report_strategies import many_runs, runs
from run_samples import every_run

from aligncheck.model.run import Run


def on_every_run(check: Callable[[Run], None]) -> tuple[Callable[..., None], Callable[..., None]]:
    """Two tests: ``check`` holds for each of the sample runs, and for any run."""

    @pytest.mark.parametrize("name", every_run())
    def on_samples(name: str) -> None:
        check(every_run()[name])

    @many_runs
    @given(run=runs)
    def on_any(run: Run) -> None:
        check(run)

    return on_samples, on_any
