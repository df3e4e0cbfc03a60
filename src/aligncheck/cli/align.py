"""``aligncheck align``: the alignment of two files, printed."""

from __future__ import annotations

from pathlib import Path

import click

from aligncheck.cli.options import LANGUAGE
from aligncheck.errors import ConfigError


@click.command()
@click.argument("source_file", metavar="SOURCE")
@click.argument("target_file", metavar="TARGET")
@click.option("--source", type=LANGUAGE, help="Language of SOURCE; by default told by its script.")
@click.option("--target", type=LANGUAGE, help="Language of TARGET.")
@click.option("--sentences", is_flag=True, help="The files hold one sentence a line; they are not cut again.")
@click.option("--format", "form", default="ladder", show_default=True, help="ladder, tsv, jsonl or tmx.")
@click.option("--output", "out", metavar="PATH", help="Write to a file instead of standard output.")
def align(
    source_file: str,
    target_file: str,
    source: str | None,
    target: str | None,
    sentences: bool,
    form: str,
    out: str | None,
) -> None:
    """Pair the sentences of two files and print the alignment.

    In a ladder each line is a bead: `0,1|0` pairs sentences 0 and 1 of SOURCE with sentence 0 of TARGET; an empty
    side is an omission or an addition.
    """
    from aligncheck.alignment.export import FORMATS
    from aligncheck.runner.aligning import align_files
    from aligncheck.runner.files import write_whole

    if form not in FORMATS:
        raise ConfigError(f"unknown format {form!r}", remedy=f"use one of {', '.join(FORMATS)}")
    text = align_files(source_file, target_file, FORMATS[form], source=source, target=target, sentences=sentences)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(Path(out), text.encode("utf-8"))
