"""A group of commands of which one need not be named."""

from __future__ import annotations

import click


class DefaultGroup(click.Group):
    """A group whose command ``default`` is meant where the first argument names none: ``aligncheck docs/``."""

    default = ""
    own: frozenset[str] = frozenset()
    """Options that are the group's own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if (args or not self.no_args_is_help) and (not args or args[0] not in {*self.commands, *self.own}):
            args = [self.default, *args]
        return super().parse_args(ctx, args)
