"""The hooks for pre-commit: their shape, and that they ask for options there are."""

from __future__ import annotations

import shlex

import pytest
from ci_builder import documents

from aligncheck.cli import cli
from aligncheck.cli.check import check
from aligncheck.cli.fix import fix
from aligncheck.formats import SUFFIXES

(HOOKS,) = documents(".pre-commit-hooks.yaml")

TAGS = {
    "text": "plain-text",
    "tsv": "tsv",
    "jsonfile": "json",
    "markdown": "markdown",
}
"""Formats to what pre-commit calls them."""


def test_shape() -> None:
    assert [hook["id"] for hook in HOOKS] == ["aligncheck", "aligncheck-fix", "aligncheck-project"]
    for hook in HOOKS:
        assert {"name", "description", "entry", "args", "language"} <= hook.keys()
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False, "a file is nothing without its translation"
        assert hook["require_serial"] is True


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_asks_for_options_there_are(hook: dict[str, list[str]]) -> None:
    program, command, *words = [*shlex.split(str(hook["entry"])), *hook["args"]]
    assert program == "aligncheck"
    called = cli.commands[command]
    assert called in (check, fix)
    known = {option for parameter in called.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known
    with called.make_context(command, list(words)) as context:
        assert context.params["paths"] == (".",)


def test_wakes_up_for_every_format() -> None:
    for hook in HOOKS[:2]:
        assert {TAGS[module] for module in SUFFIXES.values()} <= set(hook["types_or"])
    assert HOOKS[2]["always_run"] is True, "what was pushed may lack a translation altogether"
