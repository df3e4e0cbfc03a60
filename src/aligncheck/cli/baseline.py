"""``aligncheck baseline``: the file of findings that a project knows already."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import opened_cache, prepared
from aligncheck.cli.options import with_settings
from aligncheck.errors import AligncheckError

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.runner.session import Checked

_SETTINGS = ("source", "select", "ignore", "severity", "min_confidence", "keep", "exclude", "baseline")


@click.group()
def baseline() -> None:
    """Keep a list of known findings, so that only new ones fail the gate.

    The file (aligncheck-baseline.jsonl) belongs into the repository. It has a line for each finding and no line
    numbers: text may move and be reflowed. A finding comes back when one of its sentences is edited.
    """


@baseline.command()
@click.argument("paths", nargs=-1)
@with_settings(*_SETTINGS)
def write(paths: tuple[str, ...], **options: Any) -> None:
    """Record the present findings of PATHS as known, and forget what these documents no longer have.

    Without PATHS the whole project: then a damaged file is made anew. Reasons that entries give are kept.
    """
    _change(paths, options, add=True, drop=True)


@baseline.command()
@click.argument("paths", nargs=-1)
@with_settings(*_SETTINGS)
def update(paths: tuple[str, ...], **options: Any) -> None:
    """Add the present findings of PATHS that are not known yet; nothing is taken out."""
    _change(paths, options, add=True, drop=False)


@baseline.command()
@click.argument("paths", nargs=-1)
@with_settings(*_SETTINGS)
def prune(paths: tuple[str, ...], **options: Any) -> None:
    """Take out entries of PATHS that no finding answers any more; nothing is added."""
    _change(paths, options, add=False, drop=True)


@baseline.command()
@click.argument("paths", nargs=-1)
@click.option("--statistics", is_flag=True, help="Count by rule instead.")
@with_settings("baseline")
def show(paths: tuple[str, ...], statistics: bool, **options: Any) -> None:
    """Print what the baseline knows, by document; nothing is checked."""
    from aligncheck.report.invisible import plain
    from aligncheck.runner.baselines import read_baseline
    from aligncheck.runner.recording import selector
    from aligncheck.runner.session import baseline_file

    settings, _ = prepared(paths or (".",), options)
    wanted = selector(paths, settings)
    entries = sorted((e for e in read_baseline(baseline_file(settings)) if wanted(e.path)), key=lambda e: e.key)
    if statistics:
        counts = Counter(dict.fromkeys(sorted({e.code for e in entries}), 0))
        for entry in entries:
            counts[entry.code] += entry.count
        for code, count in counts.items():
            click.echo(f"{count:7}  {code}")
        return
    path = None
    for entry in entries:
        if entry.path != path:
            click.echo(plain(entry.path))
            path = entry.path
        times = "" if entry.count == 1 else f" ({entry.count} times)"
        reason = f" -- {entry.reason}" if isinstance(entry.reason, str) else ""
        click.echo(f"  {entry.code}  {plain(entry.message)}{times}{plain(reason)}")
    click.echo(f"{sum(e.count for e in entries)} known findings in {len({e.path for e in entries})} documents")


def _change(paths: tuple[str, ...], options: dict[str, Any], *, add: bool, drop: bool) -> None:
    from aligncheck.runner.recording import record
    from aligncheck.runner.session import check_all, plan_of

    cache = opened_cache(options)
    settings, rules = prepared(paths, options, cache)
    checked = check_all(plan_of(paths, settings), settings, rules, baseline=False, cache=cache)
    for error in checked.whole.failures:
        click.echo(f"aligncheck: {error}", err=True)
    before, after = record(checked, settings, rules, add=add, drop=drop, anew=not paths and add and drop)
    _tell(checked, settings, before, after)
    if checked.whole.failures:
        raise AligncheckError(
            "entries of what could not be read stay as they were", remedy="mend it and run this again"
        )


def _tell(checked: Checked, settings: Settings, before: int, after: int) -> None:
    from aligncheck.runner.session import baseline_file

    click.echo(
        f"{baseline_file(settings).as_posix()}: {after} known findings (before: {before}), "
        f"{len(checked.whole.reports)} documents checked"
    )
