"""``aligncheck check``: options in, reports and a verdict out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.options import flags_of, with_settings
from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.model.run import RuleInfo
    from aligncheck.runner.jobs import Plan
    from aligncheck.runner.run import Outcome
    from aligncheck.runner.session import Checked

FEW = 3
"""Files left out for one reason that are named one by one."""
SLOW = 8
"""Documents from which a run shows its progress."""


@click.command()
@click.argument("paths", nargs=-1)
@with_settings()
@click.option("--no-baseline", is_flag=True, help="Report findings that the baseline knows as new ones.")
@click.option("--statistics", is_flag=True, help="Count findings by rule, after everything else.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked and paired, and stop.")
@click.option("--show-settings", is_flag=True, help="Print every setting and where it was set, and stop.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where the gate fails.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--color/--no-color", default=None, help="Coloured summary; by default on a terminal only.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress.")
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check bilingual files, pairs of files, or directories of them.

    A.md B.md is one English and one Chinese file. A directory is walked and its files are paired as the configuration
    says, else by name; the rest are read as bilingual files. Without PATHS, all that the configuration file's
    directory holds.
    """
    from aligncheck.runner.output import destinations, write_outcomes
    from aligncheck.runner.session import plan_of

    settings, rules = prepared(paths, options)
    if options["show_settings"]:
        _show_settings(settings)
        return
    plan = plan_of(paths, settings)
    if options["show_files"]:
        _show_files(plan)
        sys.exit(2 if plan.problems else 0)
    checked = _checked(plan, settings, rules, options)
    for error in checked.whole.failures:
        click.echo(f"aligncheck: {error}", err=True)
    config = settings.config
    wanted = destinations(config.output, config.reports)
    click.echo(write_outcomes(checked.outcomes, checked.whole, wanted), nl=False)
    if not options["quiet"]:
        _tell(checked, settings, options)
    sys.exit(checked.whole.verdict.exit_code(exit_zero=options["exit_zero"]))


def prepared(paths: tuple[str, ...], options: Mapping[str, Any]) -> tuple[Settings, tuple[RuleInfo, ...]]:
    """The settings for some paths and all rules. Raises ConfigError where neither paths nor a file say what to do."""
    from aligncheck.runner.catalogue import rules as all_rules
    from aligncheck.runner.settings import resolve

    rules = all_rules()
    settings = resolve(
        paths,
        flags_of(options),
        [rule.code for rule in rules],
        file=options["config_file"],
        isolated=options["isolated"],
    )
    if not paths and settings.file is None:
        raise ConfigError("nothing to check", remedy="name files or a directory, or run aligncheck init")
    return settings, rules


def _checked(plan: Plan, settings: Settings, rules: tuple[RuleInfo, ...], options: Mapping[str, Any]) -> Checked:
    from aligncheck.runner.session import check_all

    def watched(outcomes: Iterator[Outcome], total: int) -> Iterable[Outcome]:
        with _progress(outcomes, total, quiet=options["quiet"]) as shown:
            yield from shown

    return check_all(
        plan,
        settings,
        rules,
        baseline=not options["no_baseline"],
        workers=options["jobs"] or None,
        watched=watched,
    )


def _show_settings(settings: Settings) -> None:
    from aligncheck.config.show import lines

    for line in lines(settings):
        click.echo(line)


def _show_files(plan: Plan) -> None:
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


def _tell(checked: Checked, settings: Settings, options: Mapping[str, Any]) -> None:
    """The terminal summary where no output was asked for, what the baseline has lost, counts by rule."""
    import shutil

    from aligncheck.report import summary

    color, whole = options["color"], checked.whole
    if not settings.config.output:
        _tell_skipped(checked.plan)
        coloured = sys.stdout.isatty() if color is None else color
        width = shutil.get_terminal_size((100, 24)).columns
        page = Path(settings.config.reports, "index.html").as_posix()
        text = summary(whole.reports, whole.failures, color=coloured, width=width, html=page)
        click.echo(text, nl=False, color=coloured)
    if checked.stale:
        entries = "entries" if len(checked.stale) > 1 else "entry"
        click.echo(f"{len(checked.stale)} stale {entries} in the baseline: aligncheck baseline prune", err=True)
    for reason in whole.verdict.reasons:
        click.echo(f"The gate fails: {reason}.", err=True)
    if options["statistics"]:
        from aligncheck.report import statistics

        click.echo(statistics(whole), nl=False)


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
