"""The house rules that a machine can hold: style, types, layers, sizes, and what no file may say."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PYTHON = sorted([*SOURCES, *(file for name in ("tests", "benchmarks", "docs") for file in (ROOT / name).rglob("*.py"))])

MODULE_LINES = 320
FUNCTION_LINES = 50


def run(*command: str) -> None:
    """Run a tool of this environment in the repository; its output is the message when it fails."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent)) or command[0]
    done = subprocess.run(
        [program, *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository with its content."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in sorted(filter(None, listed.stdout.decode().split("\0"))):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield path, content.decode("utf-8", errors="replace")


def test_lint() -> None:
    run("ruff", "check", ".")


def test_format() -> None:
    run("ruff", "format", "--check", ".")


def test_types() -> None:
    run("mypy")


def test_layers() -> None:
    run("lint-imports")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, "a module begins with a docstring"


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MODULE_LINES, "split the module"
    long = [
        f"{node.name} ({size} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "split the function"


def test_no_module_for_odds_and_ends() -> None:
    assert not [path for path in PYTHON if path.stem in ("utils", "util", "helpers", "helper", "common", "misc")]


def test_no_addresses_of_registries_nor_paths_of_a_machine() -> None:
    forbidden = re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs|proxy\.golang|index[-_]url\s*="
        r"|(?<![\w./~-])/(?:root|work|home|Users|opt/\w+)/\w"
    )
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path, text in texts() for hit in forbidden.finditer(text)]
    assert not found


def test_every_reminder_has_a_reason() -> None:
    reminder = re.compile(r"#\s*(?:TODO|FIXME|XXX)\b(?!: \w+ \w+ \w+)")
    assert not [f"{path.relative_to(ROOT)}: {hit[0]}" for path, text in texts() for hit in reminder.finditer(text)]


def test_every_direct_dependency_is_pinned() -> None:
    pins = {
        re.sub(r"[-_.]+", "-", line.split("==")[0]).lower()
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r'^ {2}"([\w.-]+)>=', project, re.MULTILINE)}
    assert wanted
    assert wanted <= pins
