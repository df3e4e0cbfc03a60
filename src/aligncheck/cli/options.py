"""Options shared by commands, and what they say of the settings; no command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from aligncheck.runner.output import Terminal

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGE = click.Choice(["en", "zh"])
SEVERITIES = ("error", "warning", "info")
OUTPUTS = (
    "html", "text", "concise", "full", "grouped", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson",
    "markdown", "csv", "xlsx",
)  # fmt: skip
"""What ``--output`` may name, as its help says it; a test compares it with what there is."""


def split_codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Code prefixes from repeated or comma-separated options, in upper case."""
    return tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())


def _severities(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """``CODE=SEVERITY`` as a table."""
    found = {}
    for value in values:
        code, equals, severity = (part.strip() for part in value.partition("="))
        if not equals or severity not in SEVERITIES:
            raise ConfigError(
                f"--severity: {value!r} is not CODE=SEVERITY", remedy=f"severities are {', '.join(SEVERITIES)}"
            )
        found[code.upper()] = severity
    return found


_SETTINGS: Mapping[str, click.Option] = {
    option.name or "": option
    for option in (
        click.Option(["--source"], type=LANGUAGE, help="Language of the original text; en by default."),
        click.Option(
            ["--select"], multiple=True, callback=split_codes, help="Only rules with these codes: NUM,OMI001."
        ),
        click.Option(["--ignore"], multiple=True, callback=split_codes, help="Leave out rules with these codes."),
        click.Option(
            ["--severity"], multiple=True, callback=_severities, metavar="CODE=LEVEL", help="Count findings as this."
        ),
        click.Option(["--min-confidence"], type=float, help="Leave out findings that are less sure, from 0 to 1."),
        click.Option(["--keep"], multiple=True, metavar="WORD", help="A word that may stay in Latin letters."),
        click.Option(["--exclude"], multiple=True, help="Pattern of files to leave out, as in .gitignore."),
        click.Option(["--baseline"], metavar="FILE", help="File of known findings, seen from the configuration file."),
        click.Option(
            ["--fail-on"],
            type=click.Choice([*SEVERITIES, "never"]),
            help="Lowest severity that fails; error by default.",
        ),
        click.Option(["--max-warnings"], type=int, metavar="N", help="Fail where there are more new warnings."),
        click.Option(
            ["--strict-baseline/--no-strict-baseline"], default=None, help="Fail where the baseline has stale entries."
        ),
        click.Option(["--output"], multiple=True, metavar="FORMAT[=PATH]", help=f"{', '.join(OUTPUTS)}; repeatable."),
        click.Option(["--reports"], metavar="DIR", help="Where HTML and JSON reports go; reports by default."),
    )
}
"""Options that are settings, by the setting's name in Python."""


def with_settings(*names: str) -> Callable[[F], F]:
    """Give a command the options of some settings (none named: of all), and those that choose the file."""

    def decorate(command: F) -> F:
        chosen = [_SETTINGS[name] for name in names or _SETTINGS]
        parameters = [
            click.Option(
                ["--config", "config_file"], metavar="FILE", help="Configuration file, instead of the nearest."
            ),
            click.Option(["--isolated"], is_flag=True, help="Use no configuration file."),
            *chosen,
        ]
        command.__dict__.setdefault("__click_params__", []).extend(reversed(parameters))
        return command

    return decorate


def running(command: F) -> F:
    """Give a command the options of how a run over documents works, whatever it is for."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress."),
        click.option("--no-cache", is_flag=True, help="Use no results of earlier runs, and keep none."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(0),
            default=0,
            help="Worker processes; 0: as many as the work needs.",
        ),
        click.option(
            "--stdin-filename", metavar="NAME", help="What the text of - is called; its suffix says how to read it."
        ),
    ):
        command = option(command)
    return command


def terminal_of(color: bool | None) -> Terminal:
    """What standard output is: with colours as asked for, by default where it is a terminal, and its width."""
    import shutil

    from aligncheck.runner.output import Terminal

    wanted = sys.stdout.isatty() if color is None else color
    return Terminal(wanted, shutil.get_terminal_size((100, 24)).columns)


def flags_of(options: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    """Settings that were given on the command line: name in a file → option and value."""
    given = {}
    for name, option in _SETTINGS.items():
        value = options.get(name)
        if value is not None and value not in ((), {}):
            value = list(value) if isinstance(value, tuple) else value
            given[name.replace("_", "-")] = option.opts[0], value
    return given
