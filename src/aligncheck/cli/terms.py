"""``aligncheck terms``: bilingual terms of a project's own translations, as a draft glossary."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import opened_cache, prepared, shown_progress
from aligncheck.cli.options import with_settings

if TYPE_CHECKING:
    from aligncheck.errors import AligncheckError
    from aligncheck.runner.run import Outcome


@click.command()
@click.argument("paths", nargs=-1)
@with_settings("source", "exclude")
@click.option(
    "-o", "--output", metavar="FILE", help="Draft glossary to write or to bring up to date: .csv, .tsv or .tbx."
)
@click.option("--json", "as_json", is_flag=True, help="Print the terms as JSON instead of a table.")
@click.option(
    "--min-count", type=click.IntRange(2), default=3, show_default=True, help="Sentences that must show a rendering."
)
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.4, show_default=True, help="Least score, 0 to 1.")
@click.option("--most", type=click.IntRange(1), default=500, show_default=True, help="At most so many, the best ones.")
@click.option("--keep/--no-keep", default=True, help="Also what stays in Latin letters; included by default.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--no-cache", is_flag=True, help="Use no results of earlier runs, and keep none.")
@click.option("-q", "--quiet", is_flag=True, help="No table, summary or progress.")
def terms(paths: tuple[str, ...], **options: Any) -> None:
    """Mine bilingual terms from the documents' sentence pairs, and draft a glossary.

    Documents are found and paired as by `aligncheck check`. Every pair that is sure enough teaches how a phrase is
    rendered; the best terms are printed, with their competing renderings. --output writes them as drafts into a file,
    or merges them into it: rows that somebody has approved, rejected or edited stay as they are, and a rejected term
    does not come back.
    """
    from aligncheck.runner.terms.drafting import Wanted
    from aligncheck.runner.terms.files import checked_path
    from aligncheck.runner.terms.session import mined
    from aligncheck.runner.terms.telling import as_json, summary, table

    place = None if options["output"] is None else checked_path(options["output"])
    outcomes, failures = _checked(paths, options)
    for error in failures:
        click.echo(f"aligncheck: {error}", err=True)
    wanted = Wanted(options["min_count"], options["min_score"], options["most"], options["keep"])
    found = mined([each.report for each in outcomes if each.report is not None], wanted)
    quiet = options["quiet"]
    if options["as_json"]:
        click.echo(as_json(found), nl=False)
    elif not quiet:
        click.echo(table(found), nl=False)
    tally = None if place is None else found.write(place)
    if not quiet:
        click.echo(summary(found, place, tally), err=options["as_json"])
    sys.exit(2 if failures else 0)


def _checked(paths: tuple[str, ...], options: Mapping[str, Any]) -> tuple[tuple[Outcome, ...], list[AligncheckError]]:
    """What became of the documents under the paths, and what went wrong."""
    from aligncheck.runner.run import run
    from aligncheck.runner.session import plan_of

    cache = opened_cache(options)
    given = {name: options[name] for name in ("source", "exclude", "config_file", "isolated")}
    settings, _ = prepared(paths, given, cache)
    plan = plan_of(paths, settings)
    outcomes = run(plan.jobs, settings.config, options["jobs"] or None, cache=cache)
    with shown_progress(outcomes, len(plan.jobs), quiet=options["quiet"]) as shown:
        done = tuple(shown)
    return done, [*plan.problems, *(each.error for each in done if each.error is not None)]
