"""``aligncheck cache``: results of earlier runs."""

from __future__ import annotations

import click


@click.group()
def cache() -> None:
    """Results of earlier runs, kept so that a document that did not change is not checked again."""


@cache.command()
def show() -> None:
    """Say where results are kept, how many and how large they are."""
    from aligncheck.runner.results.cache import ResultCache

    kept = ResultCache.open()
    if kept is None:
        click.echo("no place to keep results")
        return
    info = kept.info()
    click.echo(f"{kept.path}: {info.entries} results, {info.size / 1e6:.1f} MB")


@cache.command()
def clear() -> None:
    """Forget all results."""
    from aligncheck.runner.results.cache import ResultCache

    kept = ResultCache.open()
    if kept is not None:
        kept.clear()
        click.echo(f"{kept.path}: empty")
