"""Reference pages are as the code is: whoever changes a rule, a setting or an option runs `make docs`."""

from __future__ import annotations

import click
import generate

from aligncheck.checks import RULES
from aligncheck.cli import cli
from aligncheck.config.schema import schema


def test_reference_pages_are_fresh() -> None:
    made = dict(generate.pages())
    for path in generate.stale():
        there = (generate.DOCS / path).read_text(encoding="utf-8") if (generate.DOCS / path).exists() else ""
        assert there.splitlines() == made.get(path, "").splitlines(), f"docs/{path}: make docs"


def test_a_command_called_by_itself_has_the_same_help() -> None:
    """click keeps the help option that a command is first asked for: pages would depend on who asked."""
    assert [name for name, command in cli.commands.items() if "-h, --help" not in alone(name, command)] == []


def alone(name: str, command: click.Command) -> str:
    with command.make_context(name, [], resilient_parsing=True) as context:
        return command.get_help(context)


def test_every_rule_setting_and_command_has_its_place() -> None:
    pages = dict(generate.pages())
    assert {f"rules/{rule.code}.md" for rule in RULES} <= pages.keys()
    for key in schema()["properties"]:
        assert f"\n## {key}\n" in pages["configuration.md"]
    for name in cli.commands:
        assert f"\n## aligncheck {name}" in pages["cli.md"]
