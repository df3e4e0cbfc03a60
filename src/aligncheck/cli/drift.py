"""``aligncheck drift``: which translations are behind their originals, and what is accepted as right."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import opened_cache, prepared
from aligncheck.cli.groups import DefaultGroup
from aligncheck.cli.options import terminal_of, with_settings
from aligncheck.errors import AligncheckError, ConfigError

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.gate.drifting import Mode

_SETTINGS = ("source", "select", "ignore", "severity", "exclude", "fail_on", "reports")


OUTPUTS = (
    "concise", "full", "json", "markdown", "html", "badge", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson",
    "csv", "xlsx",
)  # fmt: skip
"""What ``--output`` may name, as its help says it; a test compares it with what there is."""


class CompareByDefault(DefaultGroup):
    """``aligncheck drift PATH…`` is ``aligncheck drift status PATH…``."""

    default = "status"
    own = frozenset({"--help", "-h"})


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    """The day an option names; by default that of the clock, at Greenwich."""
    if value is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ConfigError(f"--today: {value!r} is no day", remedy="write it like 2026-05-01") from None


@click.group(cls=CompareByDefault, no_args_is_help=False)
def drift() -> None:
    """Find translations that are behind their originals, sentence by sentence.

    `aligncheck drift PATH…` is `aligncheck drift status PATH…`. What counts as right is what somebody accepted with
    `aligncheck drift accept`; it is kept in the lock (aligncheck.lock), which belongs into the repository.
    """


@drift.command()
@click.argument("paths", nargs=-1)
@with_settings(*_SETTINGS)
@click.option("--output", "outputs", multiple=True, metavar="FORMAT[=PATH]", help=f"{', '.join(OUTPUTS)}; repeatable.")
@click.option("--since", metavar="REV", help="Compare with this revision of git instead of the lock.")
@click.option("--changed", is_flag=True, help="Only documents that differ from that revision, or the last commit.")
@click.option("--merge-base", metavar="BRANCH", help="With --changed: since the work left this branch.")
@click.option("--strict", is_flag=True, help="Fail where a translation is behind and no grace is left.")
@click.option("--release", is_flag=True, help="Fail where anything is behind or was never accepted; no grace.")
@click.option("--record", is_flag=True, help="Add this run to the trend that the dashboard shows.")
@click.option("--today", callback=_day, metavar="DATE", help="The day on which days of grace are counted.")
@click.option("--force", is_flag=True, help="Use what can be read of a damaged lock.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where the gate fails.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--color/--no-color", default=None, help="Coloured summary; by default on a terminal only.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on the terminal but outputs that were asked for.")
def status(paths: tuple[str, ...], **options: Any) -> None:
    """Compare documents with what was accepted. Only what is material counts: a reflowed paragraph is current.

    Without a lock, a translation that names the commit of its original (sourceCommit, default_lang_commit) is compared
    with that. A change of the original alone does not fail, unless --strict or --release says so.
    """
    from aligncheck.runner.drift.history import earlier_runs, recorded
    from aligncheck.runner.drift.output import destinations, write_compared
    from aligncheck.runner.drift.session import Asked, compare

    if options["strict"] and options["release"]:
        raise ConfigError("--strict and --release together", remedy="give one of them")
    settings, rules = prepared(paths, options, opened_cache(options))
    wanted = destinations(options["outputs"], settings.config.reports)
    asked = Asked(
        _mode(options, settings),
        options["today"],
        options["since"],
        options["changed"],
        options["merge_base"],
        options["force"],
        options["jobs"] or None,
    )
    compared = compare(paths, settings, rules, asked, earlier_runs(settings))
    if options["record"]:
        compared = replace(compared, status=recorded(settings, compared.status, options["today"]))
    terminal = terminal_of(options["color"])
    printed = write_compared(compared, wanted, terminal)
    if options["outputs"] or not options["quiet"]:
        click.echo(printed, nl=False, color=terminal.color)
    if not options["quiet"]:
        for error in compared.whole.failures if options["outputs"] else ():
            click.echo(f"aligncheck: {error}", err=True)
    sys.exit(compared.whole.verdict.exit_code(exit_zero=options["exit_zero"]))


def _mode(options: Mapping[str, Any], settings: Settings) -> Mode:
    if options["release"]:
        return "release"
    return "strict" if options["strict"] or settings.config.drift.strict else "advise"


@drift.command()
@click.argument("paths", nargs=-1)
@with_settings("source", "exclude")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
def accept(paths: tuple[str, ...], **options: Any) -> None:
    """Record the present state of PATHS as right: every translation answers for its original as it is now.

    Without PATHS the whole project; then a damaged lock is made anew. What is the same keeps its lines.
    """
    from aligncheck.runner.drift.accepting import accept as record
    from aligncheck.runner.drift.locks import lock_file, merge_attribute

    settings, _ = prepared(paths, options, opened_cache(options))
    file = lock_file(settings)
    is_new = not file.exists()
    done = record(paths, settings, workers=options["jobs"] or None)
    for error in done.failures:
        click.echo(f"aligncheck: {error}", err=True)
    parts = [f"{len(done.added)} added", f"{len(done.changed)} changed", f"{done.same} as they were"]
    parts += [f"{len(done.dropped)} taken out"] if done.dropped else []
    click.echo(f"{file.as_posix()}: {', '.join(parts)}")
    told = merge_attribute(file) if is_new else None
    if told:
        click.echo(told)
    if done.failures:
        raise AligncheckError("what could not be read was not accepted", remedy="mend it and run this again")
