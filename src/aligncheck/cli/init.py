"""``aligncheck init``: a configuration file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from aligncheck.errors import ConfigError


@click.command()
@click.argument("directory", default=".")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.option("--stdout", is_flag=True, help="Print the file instead of writing it.")
def init(directory: str, force: bool, stdout: bool) -> None:
    """Look at the documents under DIRECTORY and write aligncheck.toml: how files pair, every setting with a comment."""
    from aligncheck.config.load import OWN
    from aligncheck.runner.documents.proposal import propose
    from aligncheck.runner.files import write_whole

    root = Path(directory)
    if not root.is_dir():
        raise ConfigError("no such directory", path=directory, remedy="name the top of your project")
    file = root / OWN
    if file.exists() and not force and not stdout:
        raise ConfigError(
            "is there already", path=file.as_posix(), remedy="--force replaces it, --stdout prints a new one"
        )
    text, pairs, both, plan = propose(root.absolute())
    for problem in plan.problems:
        click.echo(f"aligncheck: {problem}", err=True)
    if stdout:
        click.echo(text, nl=False)
        return
    write_whole(file, text.encode("utf-8"))
    click.echo(f"{file.as_posix()}: {pairs} pairs of files, {both} files with both languages")
    click.echo("Next: aligncheck check, then aligncheck baseline write for what may stay as it is.")
