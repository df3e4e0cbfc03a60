"""``docs/facts.md`` holds: its commands print what it shows, its examples have the values it names."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from aligncheck.cli.facts import facts
from aligncheck.facts import Facts, Strength
from aligncheck.facts.notation import canonical

PAGE = Path(__file__).parent.parent / "docs" / "facts.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = re.findall(r'^    \$ aligncheck facts (".*")\n((?:    .*\n|\n(?=    ))+)', TEXT, re.MULTILINE)


def rows(title: str) -> list[list[str]]:
    """Cells of the table of examples in a section."""
    section = TEXT.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*`.*\|$", section, re.MULTILINE)]


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_command(command: str, shown: str) -> None:
    done = CliRunner(env={"COLUMNS": "100"}).invoke(facts, re.findall('"(.*?)"', command))
    assert (done.exit_code, done.output) == (0, re.sub("^    ", "", shown, flags=re.MULTILINE))


def test_one_text_and_two_are_shown() -> None:
    assert [command.count('"') for command, _ in COMMANDS] == [2, 4]


@pytest.mark.parametrize("which", [0, 1], ids=["en", "zh"])
def test_what_is_understood(which: int) -> None:
    table = rows("What is understood")
    assert len(table) >= 14
    for kind, *examples in table:
        text, value = (part.strip("` ") for part in examples[which].split("→"))
        found = Facts.of(text, ("en", "zh")[which])
        assert [(fact.kind, canonical(fact.readings[0])) for fact in found] == [(kind, value)]


@pytest.mark.parametrize("which", [0, 1], ids=["en", "zh"])
def test_what_is_no_value(which: int) -> None:
    table = rows("What is deliberately no value")
    assert len(table) >= 8
    for _, *examples in table:
        found = re.fullmatch(r"(`+) ?(.*?) ?\1", examples[which])
        assert found
        assert [fact.text for fact in Facts.of(found[2], ("en", "zh")[which]) if fact.strength > Strength.WEAK] == []


def test_library() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried) == (0, 5)
