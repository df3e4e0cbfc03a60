"""``aligncheck triage``: decisions that people made on findings, brought back into the gate."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import opened_cache, prepared
from aligncheck.cli.options import with_settings
from aligncheck.errors import AligncheckError

if TYPE_CHECKING:
    from aligncheck.config.load import Settings
    from aligncheck.model.triaged import Triage
    from aligncheck.runner.results.cache import ResultCache
    from aligncheck.runner.triage.holding import Held

_SETTINGS = ("source", "select", "ignore", "severity", "min_confidence", "keep", "exclude", "baseline")
_IN = click.option("--in", "inside", multiple=True, metavar="PATH", help="Documents, as for check; repeatable.")
_FILES = click.argument("files", nargs=-1, metavar="[FILE]...")
_WHERE = click.Choice(["baseline", "comment", "nothing"])
FORMATS = ("text", "markdown", "json")
"""What ``--format`` may name; a test compares it with what there is."""


@click.group()
def triage() -> None:
    """Bring decisions on findings back into the gate.

    People decide on the HTML pages (true, false alarm, accepted, fix later) and export what they decided, or fill in
    findings.csv or findings.xlsx, or use aligncheck review, which keeps decisions in aligncheck-decisions.jsonl.
    """


@triage.command()
@_FILES
@_IN
@with_settings(*_SETTINGS)
@click.option("--false-alarm", type=_WHERE, default="baseline", help="Where false alarms go; baseline by default.")
@click.option("--accepted", type=_WHERE, default="baseline", help="Where accepted findings go; baseline by default.")
@click.option("--later", type=_WHERE, default="baseline", help="Where findings to fix later go; baseline by default.")
@click.option(
    "--true",
    "true_ones",
    type=click.Choice(["baseline", "nothing"]),
    default="nothing",
    help="Where true faults go; nothing by default: they fail the gate until they are mended.",
)
@click.option("--fallback", type=click.Choice(["baseline"]), help="Where findings go that cannot have a comment.")
@click.option("--no-keep", is_flag=True, help="Add no words to the setting keep.")
@click.option("--no-glossary", is_flag=True, help="Add no terms to the glossary.")
@click.option("--current", is_flag=True, help="Apply what still stands of stale decisions, and leave out the rest.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def apply(files: tuple[str, ...], **options: Any) -> None:
    """Write decisions into the baseline, comments, settings and glossary.

    FILE is what a page exported, or a spreadsheet of findings that somebody filled in; - is standard input. Without
    FILE, the project's own decisions. The documents are those of the configuration file, or those that the decisions
    name, or those given by --in. Decisions made on another report of a document are refused: nothing is written.
    """
    from aligncheck.cli.triage_account import account
    from aligncheck.model.triage import Choice
    from aligncheck.runner.triage.applying import Asked
    from aligncheck.runner.triage.applying import apply as written

    cache = opened_cache(options)
    held, settings = _held(files, options, cache)
    if files and not options["current"]:
        _refuse(held.triage)
    asked = Asked(
        {
            Choice.TRUE: options["true_ones"],
            Choice.FALSE_ALARM: options["false_alarm"],
            Choice.ACCEPTED: options["accepted"],
            Choice.LATER: options["later"],
        },
        keep=not options["no_keep"],
        glossary=not options["no_glossary"],
        fallback=options["fallback"] is not None,
        dry=options["dry_run"],
    )
    done = written(held, asked, settings, cache)
    for line in account(held.triage, done, asked, settings):
        click.echo(line)
    if done.error is not None:
        raise AligncheckError(f"stopped: {done.error}", remedy="mend it and run this again; what is done stays done")
    if done.not_commented and not asked.fallback:
        sys.exit(2)


@triage.command()
@_FILES
@_IN
@with_settings(*_SETTINGS)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="text, markdown or json.")
def summary(files: tuple[str, ...], form: str, **options: Any) -> None:
    """Count decisions by rule and document: what is undecided, stale, to be mended, how often rules were right.

    FILE and the documents are as for apply. Nothing is written.
    """
    from aligncheck.report.triage import WRITERS

    held, _ = _held(files, options, opened_cache(options))
    click.echo(WRITERS[form](held.triage), nl=False)


def _held(files: Sequence[str], options: dict[str, Any], cache: ResultCache | None) -> tuple[Held, Settings]:
    """Decisions against the documents as they are now; what could not be read is said."""
    from aligncheck.report.invisible import plain
    from aligncheck.runner.session import check_all
    from aligncheck.runner.triage.holding import hold, plan_for, within
    from aligncheck.runner.triage.reading import STANDARD_INPUT, read_decisions, read_own

    piped = sys.stdin.buffer.read() if STANDARD_INPUT in files else b""
    said = read_decisions(files, piped)
    paths = options["inside"]
    settings, rules = prepared(paths or (".",), options, cache)
    if not files:
        said = read_own(settings)
    checked = check_all(plan_for(said, paths, settings), settings, rules, cache=cache)
    for error in checked.whole.failures:
        click.echo(f"aligncheck: {plain(str(error))}", err=True)
    held = hold(said, checked, settings, cache)
    return (held if files or not paths else within(held)), settings


def _refuse(triage_: Triage) -> None:
    """End with 2 where decisions were made of other reports, or on documents that are not there."""
    from aligncheck.report.invisible import plain
    from aligncheck.runner.triage.holding import refusals

    errors = refusals(triage_)
    for error in errors:
        click.echo(f"aligncheck: {plain(str(error))}", err=True)
    if errors:
        sys.exit(2)
