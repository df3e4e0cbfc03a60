"""``aligncheck align``: the alignment of two texts, or inside a bilingual one, printed."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import click

from aligncheck.cli.options import LANGUAGE
from aligncheck.cli.progress import Bar
from aligncheck.errors import ConfigError


def _number(_: click.Context, __: click.Parameter, value: float) -> float:
    if isnan(value):
        raise click.BadParameter("nan is not a number from 0 to 1.")
    return value


@click.command()
@click.argument("source_file", metavar="SOURCE")
@click.argument("target_file", metavar="[TARGET]", required=False)
@click.option("--source", type=LANGUAGE, help="Language of SOURCE; by default told by its script.")
@click.option("--target", type=LANGUAGE, help="Language of TARGET.")
@click.option("--sentences", is_flag=True, help="The files hold one sentence a line; they are not cut again.")
@click.option("--format", "form", default="ladder", show_default=True, help="ladder, tsv, jsonl or tmx.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=_number,
    default=0.0,
    help="Leave out beads that are less sure than this, from 0 to 1.",
)
@click.option("--output", "out", metavar="PATH", help="Write to a file instead of standard output.")
@click.option("--progress/--no-progress", default=None, help="Show how far it is; by default where a person looks on.")
def align(
    source_file: str,
    target_file: str | None,
    source: str | None,
    target: str | None,
    sentences: bool,
    form: str,
    min_confidence: float,
    out: str | None,
    progress: bool | None,
) -> None:
    """Pair the sentences of two texts, or of the two languages in one, and print the alignment.

    In a ladder each line is a bead: `0,1|0` pairs sentences 0 and 1 of SOURCE with sentence 0 of TARGET; an empty
    side is an omission or an addition. In a bilingual file the sentences of either language are counted by themselves.
    """
    from aligncheck.alignment.export import FORMATS
    from aligncheck.runner.aligning import align_files
    from aligncheck.runner.files import write_whole

    if form not in FORMATS:
        raise ConfigError(f"unknown format {form!r}", remedy=f"use one of {', '.join(FORMATS)}")
    with Bar("aligning", shown=progress) as bar:
        aligned = align_files(
            source_file, target_file, source=source, target=target, sentences=sentences, progress=bar.update
        )
    text = FORMATS[form](aligned.surer_than(min_confidence))
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(Path(out), text.encode("utf-8"))
