"""``aligncheck rule``: the rules and their pages."""

from __future__ import annotations

import inspect

import click

from aligncheck.errors import ConfigError


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """List the rules, or print the page of one: what it finds, why, when it stays silent, examples."""
    from aligncheck.checks import RULES

    if code is None:
        for each in RULES:
            click.echo(f"{each.code}  {each.severity.value:8} {each.name}")
        return
    found = next((r for r in RULES if r.code == code.upper()), None)
    if found is None:
        raise ConfigError(f"no rule {code!r}", remedy="aligncheck rule lists all of them")
    click.echo(f"{found.code} {found.name} ({found.severity.value}, since {found.since})\n")
    click.echo(inspect.cleandoc(found.page))
    for title, examples in (("Found", found.bad), ("Not found", found.good)):
        for example in examples:
            why = f"  ({example.why})" if example.why else ""
            click.echo(f"\n{title}:{why}\n  {example.en}\n  {example.zh}")
