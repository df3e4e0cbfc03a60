"""What a run says in the terminal besides its outputs: the summary, what was left out, why the gate fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.runner.documents.jobs import Plan
    from aligncheck.runner.output import Terminal
    from aligncheck.runner.session import Checked

FEW = 3
"""Files left out for one reason that are named one by one."""


def tell(checked: Checked, settings: Settings, terminal: Terminal, *, statistics: bool) -> None:
    """The terminal summary where no output was asked for; else why the gate fails, if no output says it."""
    from aligncheck.report import FOR_PEOPLE, summary
    from aligncheck.report import statistics as counted

    whole, outputs = checked.whole, settings.config.output
    if not outputs:
        _tell_skipped(checked.plan)
        page = Path(settings.config.reports, "index.html")
        text = summary(
            whole.reports,
            whole.failures,
            color=terminal.color,
            width=terminal.width,
            html=page.as_posix() if page.exists() else None,
            verdict=whole.verdict,
        )
        click.echo(text, nl=False, color=terminal.color)
    elif not FOR_PEOPLE.intersection(outputs):
        for reason in whole.verdict.reasons:
            click.echo(f"The gate fails: {reason}.", err=True)
    if checked.stale:
        entries = "entries" if len(checked.stale) > 1 else "entry"
        click.echo(f"{len(checked.stale)} stale {entries} in the baseline: aligncheck baseline prune", err=True)
    if statistics:
        click.echo(counted(whole), nl=False)


def _tell_skipped(plan: Plan) -> None:
    """What was left out: by name where it is little; kinds of files that are never documents only with --show-files."""
    by_reason: dict[str, list[str]] = {}
    for skip in plan.skipped:
        if not skip.foreign:
            by_reason.setdefault(skip.reason, []).append(skip.path)
    for reason, paths in by_reason.items():
        if len(paths) > FEW:
            click.echo(f"left out: {len(paths)} files ({reason}); --show-files lists them", err=True)
        for path in paths if len(paths) <= FEW else ():
            click.echo(f"left out: {path} ({reason})", err=True)
