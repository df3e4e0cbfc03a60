"""Writes the reference pages of docs/ from the code: rules, settings, the command line, the settings' JSON Schema.

Usage: python docs/generate.py [--check]

With --check nothing is written; pages that are stale are named, and the exit code is 1.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from aligncheck.checks import RULES
from aligncheck.checks.pages import catalogue
from aligncheck.cli import cli
from aligncheck.cli.options import flags_of, with_settings
from aligncheck.config.schema import schema, schema_text
from aligncheck.config.show import toml
from aligncheck.report.renderings.schema import schema_text as renderings_schema

DOCS = Path(__file__).parent
_NOTE = "<!-- Written by docs/generate.py from the code; `make docs` writes it anew. -->\n"
_WIDTH = 100


def pages() -> Iterator[tuple[str, str]]:
    """Every generated file: its path under docs/ and its text."""
    yield "aligncheck.schema.json", schema_text()
    yield "renderings.schema.json", renderings_schema()
    yield "configuration.md", configuration()
    yield "cli.md", command_line()
    yield "rules/README.md", rules()
    for rule in catalogue():
        yield f"rules/{rule.code}.md", _NOTE + "\n" + rule.page


def stale() -> list[str]:
    """Paths under docs/ whose file differs from what the code says, and pages of rules that are no more."""
    made = dict(pages())
    wrong = [path for path, text in made.items() if _content(DOCS / path) != text]
    kept = {f"rules/{file.name}" for file in (DOCS / "rules").glob("*.md")}
    return sorted({*wrong, *(kept - made.keys())})


def rules() -> str:
    """The list of all rules."""
    rows = [f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity.value} | {r.summary} |" for r in catalogue()]
    head = ["# Rules", "", f"{len(RULES)} rules. `aligncheck rule CODE` prints a page, too.", ""]
    table = ["| code | name | severity | finds |", "|---|---|---|---|", *rows]
    return _NOTE + "\n" + "\n".join([*head, *table]) + "\n"


def configuration() -> str:
    """The reference of all settings."""
    whole = schema()
    options = _options()
    parts = [_NOTE, _CONFIGURATION]
    for key, setting in whole["properties"].items():
        parts.append(_setting(key, setting, options.get(key), whole["$defs"]))
    return "\n".join(parts)


_CONFIGURATION = """\
# Configuration

The nearest `aligncheck.toml`, or `[tool.aligncheck]` in a `pyproject.toml`, counts: aligncheck looks in the directory
that holds all the paths it was given, then upwards to the top of the repository. Paths in the file are relative to it.
Options of the command line win over the file; `--exclude`, `--ignore`, `--keep` and `--severity` add to it.

    aligncheck init                    # writes a commented file that fits the repository
    aligncheck check --show-settings   # every setting and where it was set
    aligncheck check --show-files      # which documents it finds and how they pair
    aligncheck check --isolated …      # no configuration file

An unknown key, a code no rule has, a malformed pattern: exit code 2, with file, line and the nearest right name.
Editors that read JSON Schema find one in [aligncheck.schema.json](aligncheck.schema.json); with Taplo or VS Code put
`#:schema …/aligncheck.schema.json` into the first line.
"""


def _options() -> dict[str, str]:
    """Setting → the option that sets it."""

    @click.command()
    @with_settings()
    def every(**_: Any) -> None: ...

    names = {p.name or "": p for p in every.params}
    samples = dict.fromkeys(names, "x")
    return {key: option for key, (option, _) in flags_of(samples).items()}


def _setting(key: str, setting: dict[str, Any], option: str | None, parts: dict[str, Any]) -> str:
    lines = [f"## {key}", "", str(setting.get("description", "")), ""]
    default = setting.get("default")
    if isinstance(default, dict):
        default = {name: value for name, value in default.items() if value is not None}
    lines.append(f"- Default: {'none' if default is None else f'`{toml(default)}`'}")
    lines.append(f"- Kind: {_kind(setting, parts)}")
    if option:
        lines.append(f"- Option: `{option}`")
    if key in _EXAMPLES:
        lines += ["", "```toml", _EXAMPLES[key], "```"]
    items = setting.get("items", {})
    choices = (setting, items, *items.get("anyOf", ()))
    reference = next((choice["$ref"] for choice in choices if "$ref" in choice), None)
    if reference is not None:
        part = parts[reference.rpartition("/")[2]]
        lines += ["", inspect.cleandoc(str(part["description"])).replace("``", "`")]
        lines += ["", "| key | kind | |", "|---|---|---|"]
        required = part.get("required", ())
        for name, field in part["properties"].items():
            text = str(field.get("description", ""))
            lines.append(f"| `{name}` | {_kind(field, parts)}{', required' if name in required else ''} | {text} |")
    return "\n".join(lines) + "\n"


_EXAMPLES = {
    "links": '[links]\neditor = "vscode://file/{root}/{path}:{line}:{column}"',
    "drift": "[drift]\nkeep-text = true\ngrace-days = 14",
    "pairs": '[[pairs]]\nsource = "docs/en/{path}.md"\ntarget = "docs/{lang}/{path}.md"',
    "overrides": '[[overrides]]\nfiles = ["docs/**/changelog.md"]\nignore = ["UNT"]\nseverity = {NUM = "warning"}',
    "severity": '[severity]\nSTR = "info"\nOMI004 = "error"',
    "terms": 'terms = [["agent", "智能体"], {en = ["log in", "sign in"], zh = "登录", forbidden = "登陆"}]',
    "glossary": 'glossary = ["terms.csv"]',
    "keep": 'keep = ["Harbour Lights", "Lumo"]',
    "output": 'output = ["text", "sarif=aligncheck.sarif", "html=reports"]',
}


def _kind(field: dict[str, Any], parts: dict[str, Any]) -> str:
    """What a value has to be, in words."""
    if "enum" in field:
        return "one of " + ", ".join(f"`{value}`" for value in field["enum"])
    if [one.get("type") for one in field.get("anyOf", ())] == ["array", "string"]:
        return "text or list of texts"
    if "anyOf" in field:
        return _kind(next(one for one in field["anyOf"] if one.get("type") != "null"), parts)
    if "$ref" in field:
        return _kind(parts[field["$ref"].rpartition("/")[2]], parts)
    kind = field.get("type")
    if kind == "array":
        items = field["items"]
        return (
            f"list of {'tables' if '$ref' in items else 'pairs of texts, or tables' if 'anyOf' in items else 'texts'}"
        )
    if kind == "object":
        return "table"
    if kind in ("integer", "number"):
        low, high = field.get("minimum"), field.get("maximum")
        return "number" + (f" from {low}" if low is not None else "") + (f" to {high}" if high is not None else "")
    return {"string": "text", "boolean": "`true` or `false`"}[str(kind)]


def command_line() -> str:
    """The reference of all commands, from their own help."""
    parts = [_NOTE, "# Command line\n", "`aligncheck PATH…` is `aligncheck check PATH…`.\n", _EXITS]
    for path, command in _commands(cli, ("aligncheck",)):
        settings = {**cli.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
        context = click.Context(command, info_name=" ".join(path), **settings)
        parts.append(f"## {' '.join(path)}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


_EXITS = """\
| exit code | means |
|---|---|
| 0 | clean, or nothing new that fails; with `--exit-zero` also a gate that fails |
| 1 | the gate failed |
| 2 | could not run: a file that cannot be read, a setting or code that does not exist; never 0 on a crash |
"""


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        if len(path) > 1:
            yield path, command
        for name, each in sorted(command.commands.items()):
            yield from _commands(each, (*path, name))
    else:
        yield path, command


def _content(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.exists() else None


def main() -> int:
    """Write the pages, or say which are stale."""
    wrong = stale()
    if "--check" in sys.argv[1:]:
        for path in wrong:
            print(f"docs/{path} is stale: make docs")
        return 1 if wrong else 0
    made = dict(pages())
    (DOCS / "rules").mkdir(exist_ok=True)
    for path in wrong:
        if path in made:
            (DOCS / path).write_text(made[path], encoding="utf-8")
        else:
            (DOCS / path).unlink()
        print(f"docs/{path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
