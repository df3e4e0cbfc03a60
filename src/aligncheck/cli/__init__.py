"""The command line: the only layer that prints, draws progress and exits."""

from __future__ import annotations

import os
import sys

import click

from aligncheck import __version__
from aligncheck.cli.align import align
from aligncheck.cli.baseline import baseline
from aligncheck.cli.cache import cache
from aligncheck.cli.check import check
from aligncheck.cli.drift import drift
from aligncheck.cli.facts import facts
from aligncheck.cli.groups import DefaultGroup
from aligncheck.cli.init import init
from aligncheck.cli.render import render
from aligncheck.cli.renderings import renderings
from aligncheck.cli.review import review
from aligncheck.cli.rule import rule
from aligncheck.cli.terms import terms
from aligncheck.cli.triage import triage
from aligncheck.errors import AligncheckError


class CheckByDefault(DefaultGroup):
    """``aligncheck PATH…`` is ``aligncheck check PATH…``."""

    default = "check"
    own = frozenset({"--help", "-h", "--version"})


HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=CheckByDefault, context_settings=HELP)
@click.version_option(__version__, prog_name="aligncheck")
def cli() -> None:
    """Keep English and Chinese text in step: pair sentences, find what is missing, wrong or untranslated.

    `aligncheck PATH…` is `aligncheck check PATH…`. Exit codes: 0 clean, 1 the gate failed, 2 could not run.
    """


for command in (check, review, triage, baseline, drift, terms, init, align, rule, facts, render, renderings, cache):
    cli.add_command(command)


def _ask_for_help_alike(command: click.Command) -> None:
    """Let a command have the same help option where it is called by itself, as tests and other programs do."""
    command.context_settings = {**HELP, **command.context_settings}
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        _ask_for_help_alike(each)


_ask_for_help_alike(cli)


def main() -> None:
    """Entry point: errors a user can act on are one line on standard error and exit code 2."""
    # The matrices are small: numpy's threads would take longer to start than they save, and there are worker processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(prog_name="aligncheck")
    except AligncheckError as error:
        click.echo(f"aligncheck: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader (head, less) has gone; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception:
        # Python would exit with 1, which says that the gate has failed.
        import traceback

        traceback.print_exc()
        click.echo("aligncheck: this is a fault of the program; please report it with the lines above", err=True)
        sys.exit(2)
