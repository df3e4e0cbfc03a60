"""``aligncheck render``: reports of earlier runs, written in other forms."""

from __future__ import annotations

import sys
from typing import Any

import click

from aligncheck.cli.options import flags_of, terminal_of, with_settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="REPORT.json...")
@with_settings("output", "reports")
@click.option("--color/--no-color", default=None, help="Coloured text; by default on a terminal only.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say which files of a directory were passed over.")
def render(paths: tuple[str, ...], **options: Any) -> None:
    """Write the JSON reports of earlier runs in other forms, without checking anything again.

    A REPORT is an object, an array or JSON Lines, as --output json and jsonl write them, or a directory such as
    reports/; other JSON in a directory is passed over. Without --output, pages go where --reports says. Nothing is
    gated: the exit code is 0, or 2 where a report cannot be read.
    """
    from aligncheck.runner.linking import templates
    from aligncheck.runner.output import destinations, write_outcomes
    from aligncheck.runner.reported import read_reports, rules_for
    from aligncheck.runner.settings import unchecked

    found = read_reports(paths)
    documents = [report.document.path for report in found.reports]
    settings = unchecked(documents, flags_of(options), file=options["config_file"], isolated=options["isolated"])
    wanted = destinations(options["output"], settings.config.reports)
    for path in () if options["quiet"] else found.passed_over:
        click.echo(f"passed over: {path} (no report)", err=True)
    for error in found.failures:
        click.echo(f"aligncheck: {error}", err=True)
    terminal = terminal_of(options["color"])
    whole = found.run(rules_for(wanted))
    printed = write_outcomes(
        found.outcomes,
        whole,
        wanted,
        terminal=terminal,
        links=templates(settings),
    )
    click.echo(printed, nl=False, color=terminal.color)
    sys.exit(whole.verdict.exit_code())
