"""``aligncheck check``: options in, reports and a verdict out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligncheck.cli.options import LANGUAGE, split_codes
from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from aligncheck.model.run import Run
    from aligncheck.runner.discovery import Plan
    from aligncheck.runner.run import Outcome

SEVERITIES = click.Choice(["error", "warning", "info", "never"])
SLOW = 8
"""Documents from which a run shows its progress."""


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--source", type=LANGUAGE, default="en", show_default=True, help="Language of the original text.")
@click.option("--select", multiple=True, callback=split_codes, help="Only rules with these code prefixes: NUM,OMI001.")
@click.option("--ignore", multiple=True, callback=split_codes, help="Leave out rules with these code prefixes.")
@click.option("--exclude", multiple=True, help="Pattern of files to leave out, as in .gitignore; repeatable.")
@click.option("--fail-on", type=SEVERITIES, default="error", show_default=True, help="Lowest severity that fails.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where the gate fails.")
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT[=PATH]", help="json, jsonl, html, text; repeatable."
)
@click.option("--reports", default="reports", show_default=True, metavar="DIR", help="Where HTML and JSON reports go.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked and paired, and stop.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--color/--no-color", default=None, help="Coloured summary; by default on a terminal only.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress.")
def check(
    paths: tuple[str, ...], source: str, select: tuple[str, ...], ignore: tuple[str, ...], exclude: tuple[str, ...],
    fail_on: str, exit_zero: bool, outputs: tuple[str, ...], reports: str, show_files: bool, jobs: int,
    color: bool | None, quiet: bool,
) -> None:  # fmt: skip
    """Check bilingual files, pairs of files, or directories of them.

    A.md B.md is one English and one Chinese file. A directory is walked and its files are paired by name; the rest
    are read as bilingual files.
    """
    from aligncheck.config import Config
    from aligncheck.gate import judge
    from aligncheck.model.report import Severity
    from aligncheck.model.run import Run
    from aligncheck.runner.discovery import discover
    from aligncheck.runner.output import destinations, write_outcomes
    from aligncheck.runner.run import run as outcomes_of

    _known_codes((*select, *ignore))
    threshold = None if fail_on == "never" else Severity(fail_on)
    config = Config(source=source, select=select, ignore=ignore, fail_on=threshold, exclude=exclude)
    wanted = destinations(outputs, reports)
    plan = discover(paths, config)
    if show_files:
        _show(plan)
        sys.exit(2 if plan.problems else 0)
    with _progress(outcomes_of(plan.jobs, config, jobs or None), len(plan.jobs), quiet=quiet) as outcomes:
        done = list(outcomes)
    failures = [*plan.problems, *(o.error for o in done if o.error is not None)]
    for error in failures:
        click.echo(f"aligncheck: {error}", err=True)
    found = tuple(o.report for o in done if o.report is not None)
    whole = Run(found, tuple(failures), verdict=judge(found, config, unread=len(failures)))
    click.echo(write_outcomes(done, whole, wanted), nl=False)
    if not quiet and not outputs:
        _summarise(plan, whole, reports, color)
    sys.exit(whole.verdict.exit_code(exit_zero=exit_zero))


def _known_codes(prefixes: Iterable[str]) -> None:
    """Raise ConfigError for a prefix that no rule has."""
    from aligncheck.checks import RULES

    for prefix in prefixes:
        if not any(r.code.startswith(prefix) for r in RULES):
            known = ", ".join(sorted({r.code[:3] for r in RULES}))
            raise ConfigError(f"no rule begins with {prefix!r}", remedy=f"families are {known}")


def _show(plan: Plan) -> None:
    for job in plan.jobs:
        click.echo(job.source if job.target is None else f"{job.source} -> {job.target}")
    for skip in plan.skipped:
        click.echo(f"# left out: {skip.path} ({skip.reason})")
    for problem in plan.problems:
        click.echo(f"aligncheck: {problem}", err=True)


@contextmanager
def _progress(outcomes: Iterator[Outcome], total: int, *, quiet: bool) -> Iterator[Iterable[Outcome]]:
    """A progress bar on standard error, where a person watches a longer run."""
    if quiet or total < SLOW or not sys.stderr.isatty():
        yield outcomes
        return
    with click.progressbar(outcomes, length=total, label="checking", file=sys.stderr) as bar:
        yield bar


def _summarise(plan: Plan, whole: Run, reports: str, color: bool | None) -> None:
    """The terminal summary: worst findings first, in columns as wide as the terminal."""
    import shutil

    from aligncheck.report import summary

    for skip in plan.skipped:
        click.echo(f"left out: {skip.path} ({skip.reason})", err=True)
    coloured = sys.stdout.isatty() if color is None else color
    width = shutil.get_terminal_size((100, 24)).columns
    page = Path(reports, "index.html").as_posix()
    text = summary(whole.reports, whole.failures, color=coloured, width=width, html=page)
    click.echo(text, nl=False, color=coloured)
