"""``aligncheck renderings``: two renderings of one source, compared."""

from __future__ import annotations

import sys
from math import isnan

import click

from aligncheck.cli.options import LANGUAGE, terminal_of


def _score(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and isnan(value):
        raise click.BadParameter("nan is not a number from 0 to 100.")
    return value


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.option("--source", metavar="FILE", help="The original of both: sentences are then compared by what they render.")
@click.option("--lang", type=LANGUAGE, help="Language of the renderings; by default told by their text.")
@click.option("--sort", type=click.Choice(["worst", "document"]), default="worst", show_default=True, help="Of text.")
@click.option(
    "--min-chrf",
    type=click.FloatRange(0, 100),
    callback=_score,
    metavar="N",
    help="Fail where corpus chrF of B against A is below this, from 0 to 100.",
)
@click.option("--output", multiple=True, metavar="FORMAT[=PATH]", help="text, json, html; repeatable.")
@click.option("--color/--no-color", default=None, help="Coloured output; by default on a terminal only.")
def renderings(
    first: str,
    second: str | None,
    source: str | None,
    lang: str | None,
    sort: str,
    min_chrf: float | None,
    output: tuple[str, ...],
    color: bool | None,
) -> None:
    """Compare two renderings of one text, sentence by sentence: a reviewed one (A) and a new one (B).

    With one FILE, the renderings it holds itself: a full translation beside an interleaved one, or a sentence that is
    rendered twice. chrF is sacreBLEU's, of B against A. Only --min-chrf fails; otherwise the exit code is 0, whatever
    differs.
    """
    from aligncheck.errors import ConfigError
    from aligncheck.runner.renderings import below, compare_files, compare_within, wanted, write

    outputs = wanted(output)
    if second is None and source is not None:
        raise ConfigError("--source with one file", remedy="name the second rendering, or leave --source out")
    if second is None:
        found = compare_within(first, lang=lang)
    else:
        found = compare_files(first, second, source=source, lang=lang)
    found = below(found, min_chrf)
    terminal = terminal_of(color)
    click.echo(write(found, outputs, terminal, in_order=sort == "document"), nl=False, color=terminal.color)
    if found.failing:
        if all(each.format != "text" or each.path for each in outputs):
            click.echo(f"The gate fails: {'; '.join(found.failing)}.", err=True)
        sys.exit(1)
