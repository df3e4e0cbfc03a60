"""``aligncheck rule``: the rules and their pages."""

from __future__ import annotations

import click

from aligncheck.errors import ConfigError


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """List the rules, or print the page of one: what it finds, why, when it stays silent, examples."""
    from aligncheck.config.load import nearest
    from aligncheck.runner.results.cache import ResultCache
    from aligncheck.runner.results.catalogue import rules

    known = rules(ResultCache.open())
    if code is None:
        for each in known:
            click.echo(f"{each.code}  {each.severity.value:8} {each.name}")
        return
    found = next((r for r in known if code.upper() == r.code or code.lower() == r.name), None)
    if found is None:
        remedy = nearest(code.upper(), [r.code for r in known], ["what aligncheck rule lists"])
        raise ConfigError(f"no rule {code!r}", remedy=remedy)
    click.echo(found.page, nl=False)
