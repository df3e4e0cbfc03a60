"""Option values shared by commands; no command."""

from __future__ import annotations

import click

LANGUAGE = click.Choice(["en", "zh"])


def split_codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Code prefixes from repeated or comma-separated options, in upper case."""
    return tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())
