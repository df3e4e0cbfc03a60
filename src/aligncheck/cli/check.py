"""``aligncheck check``: options in, reports and a verdict out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.options import flags_of, terminal_of, with_settings
from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.model.run import RuleInfo
    from aligncheck.runner.documents.jobs import Plan
    from aligncheck.runner.results.cache import ResultCache
    from aligncheck.runner.run import Outcome
    from aligncheck.runner.session import Checked

SLOW = 8
"""Documents from which a run shows its progress."""


@click.command()
@click.argument("paths", nargs=-1)
@with_settings()
@click.option("--no-baseline", is_flag=True, help="Report findings that the baseline knows as new ones.")
@click.option("--new-from", metavar="REV", help="Only findings that this revision did not have are new.")
@click.option("--new-from-merge-base", metavar="BRANCH", help="The same, from where the work left this branch.")
@click.option("--changed", is_flag=True, help="Only documents that differ from that revision, or the last commit.")
@click.option("--add-ignores", metavar="REASON", help="Suppress every new finding by a comment in its file, and stop.")
@click.option("--statistics", is_flag=True, help="Count findings by rule, after everything else.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked and paired, and stop.")
@click.option("--show-settings", is_flag=True, help="Print every setting and where it was set, and stop.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where the gate fails.")
@click.option("--watch", is_flag=True, help="Check again whenever a document or a setting changes.")
@click.option("--stdin-filename", metavar="NAME", help="What the text of - is called; its suffix says how to read it.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--no-cache", is_flag=True, help="Use no results of earlier runs, and keep none.")
@click.option("--color/--no-color", default=None, help="Coloured summary; by default on a terminal only.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress.")
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check bilingual files, pairs of files, or directories of them.

    A.md B.md is one English and one Chinese file. A directory is walked and its files are paired as the configuration
    says, else by name; the rest are read as bilingual files. Without PATHS, all that the configuration file's
    directory holds. A single - reads one bilingual text from standard input.
    """
    if options["watch"]:
        _watch(paths, options)
    sys.exit(_once(paths, options))


def prepared(
    paths: tuple[str, ...], options: Mapping[str, Any], cache: ResultCache | None = None
) -> tuple[Settings, tuple[RuleInfo, ...]]:
    """The settings for some paths and all rules. Raises ConfigError where neither paths nor a file say what to do."""
    from aligncheck.runner.results.catalogue import rules as all_rules
    from aligncheck.runner.settings import resolve

    rules = all_rules(cache)
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


def opened_cache(options: Mapping[str, Any]) -> ResultCache | None:
    """The results of earlier runs, unless they are not wanted."""
    from aligncheck.runner.results.cache import ResultCache

    return None if options.get("no_cache") else ResultCache.open()


def _once(paths: tuple[str, ...], options: Mapping[str, Any]) -> int:
    """One run; returns the exit code."""
    from aligncheck.runner.session import plan_of

    piped = paths == ("-",)
    cache = opened_cache(options)
    settings, rules = prepared((".",) if piped else paths, options, cache)
    if options["show_settings"]:
        _show_settings(settings)
        return 0
    if piped:
        return _finish(_checked_input(settings, rules, options), settings, options, None, pages=False)
    plan = plan_of(paths, settings)
    if options["show_files"]:
        _show_files(plan)
        return 2 if plan.problems else 0
    checked = checked_plan(plan, settings, rules, options, cache)
    if options["add_ignores"] is not None:
        return _add_ignores(checked, settings, options["add_ignores"])
    return _finish(checked, settings, options, cache)


def checked_plan(
    plan: Plan, settings: Settings, rules: tuple[RuleInfo, ...], options: Mapping[str, Any], cache: ResultCache | None
) -> Checked:
    """A run of ``check`` or ``review``, with progress; each knows its own of the options."""
    from aligncheck.runner.session import check_all

    def watched(outcomes: Iterator[Outcome], total: int) -> Iterable[Outcome]:
        with shown_progress(outcomes, total, quiet=options["quiet"]) as shown:
            yield from shown

    compared = None
    if options.get("new_from") is not None or options.get("new_from_merge_base") is not None or options.get("changed"):
        from aligncheck.runner.history.since import since

        compared = since(
            settings.root,
            new_from=options["new_from"],
            merge_base=options["new_from_merge_base"],
            changed=options["changed"],
        )
    return check_all(
        plan,
        settings,
        rules,
        baseline=not options["no_baseline"],
        compared=compared,
        workers=options["jobs"] or None,
        cache=cache,
        watched=watched,
    )


def _checked_input(settings: Settings, rules: tuple[RuleInfo, ...], options: Mapping[str, Any]) -> Checked:
    from aligncheck.runner.session import check_text

    name = options["stdin_filename"] or "stdin.md"
    data = sys.stdin.buffer.read()
    return check_text(data, name, settings, rules, baseline=not options["no_baseline"])


def _finish(
    checked: Checked, settings: Settings, options: Mapping[str, Any], cache: ResultCache | None, *, pages: bool = True
) -> int:
    """Write and print what was asked for, and ``pages`` where nothing was; returns the exit code."""
    from aligncheck.cli.summary import tell
    from aligncheck.runner.linking import templates
    from aligncheck.runner.output import destinations, write_outcomes

    for error in checked.whole.failures:
        click.echo(f"aligncheck: {error}", err=True)
    terminal = terminal_of(options["color"])
    config = settings.config
    if pages or config.output:  # a text that is no file gets no pages unless they are asked for
        wanted = destinations(config.output, config.reports)
        printed = write_outcomes(
            checked.outcomes,
            checked.whole,
            wanted,
            cache=cache,
            workers=options["jobs"] or None,
            terminal=terminal,
            links=templates(settings),
        )
        click.echo(printed, nl=False, color=terminal.color)
    if not options["quiet"]:
        tell(checked, settings, terminal, statistics=options["statistics"])
    return checked.whole.verdict.exit_code(exit_zero=options["exit_zero"])


def _add_ignores(checked: Checked, settings: Settings, reason: str) -> int:
    from aligncheck.runner.ignores import add_ignores

    changes = add_ignores(checked.outcomes, reason, settings.config)
    errors = [*checked.whole.failures, *(change.error for change in changes if change.error is not None)]
    for change in changes:
        if change.error is None:
            noun = "finding" if len(change.marks) == 1 else "findings"
            click.echo(f"{', '.join(change.files)}: {len(change.marks)} {noun} suppressed")
    for error in errors:
        click.echo(f"aligncheck: {error}", err=True)
    return 2 if errors else 0


def _watch(paths: tuple[str, ...], options: Mapping[str, Any]) -> None:
    """Runs again and again until it is interrupted."""
    import os

    from aligncheck.runner.session import baseline_file
    from aligncheck.runner.watch import watch

    settings, _ = prepared(paths, options, opened_cache(options))
    also = [str(baseline_file(settings)), *([settings.file] if settings.file else [])]
    code = 0
    try:
        for _ in watch(
            paths or [os.path.relpath(settings.root)],
            exclude=settings.config.exclude,
            also=also,
            reports=settings.config.reports,
        ):
            click.clear()
            try:
                code = _once(paths, options)
            except ConfigError as error:
                code = 2
                click.echo(f"aligncheck: {error}", err=True)
            click.echo("Watching; Ctrl-C ends it.", err=True)
    except KeyboardInterrupt:
        sys.exit(code)


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
def shown_progress(outcomes: Iterator[Outcome], total: int, *, quiet: bool) -> Iterator[Iterable[Outcome]]:
    """A progress bar on standard error, where a person watches a longer run."""
    if quiet or total < SLOW or not sys.stderr.isatty():
        yield outcomes
        return
    with click.progressbar(outcomes, length=total, label="checking", file=sys.stderr) as bar:
        yield bar
