"""The project's own texts in both languages: they pass its own gate, and what they name exists."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import msgspec
import pytest
from ci_builder import ROOT

from aligncheck.cli import cli
from aligncheck.config import Config

GATE = "docs/aligncheck.toml"
PAIRED = ("README.md", "README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md")
NAMING = (*PAIRED, "docs/ci.md")
"""Texts that name files and options of this project."""

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_COMMAND = re.compile(r"(?:^ {4}|`)aligncheck ([a-z]+)(?= |`|$)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https:)([^)#]+)[^)]*\)")

OTHERS = {"--unshallow", "--all-files", "--hook-stage"}
"""Options of git and pre-commit."""


def gate(folder: Path) -> tuple[int, str]:
    """The exit code of the project's gate in a directory, and what it says."""
    command = [sys.executable, "-m", "aligncheck", "check", "--config", GATE, ".", "--output", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name in (*PAIRED, GATE):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_own_texts_pass_the_gate() -> None:
    code, said = gate(ROOT)
    assert code == 0, said
    reports = json.loads(said)
    assert [(r["document"]["source"]["path"], r["document"]["target"]["path"]) for r in reports] == [
        ("README.md", "README.zh-CN.md"),
        ("docs/guide.md", "docs/guide.zh-CN.md"),
    ]
    assert all(report["stats"]["aligned"] > 0.95 for report in reports), "every sentence has its rendering"


@pytest.mark.parametrize(
    ("name", "now", "then", "code"),
    [
        ("README.zh-CN.md", "3.11 或更高", "3.12 或更高", "NUM001"),
        ("docs/guide.zh-CN.md", "有 800 个问题", "有 80 个问题", "NUM004"),
        ("docs/guide.zh-CN.md", "没有哪个检查工具永远正确。", "", "OMI001"),
        (
            "docs/guide.md",
            "It may be intended.",
            "It may be intended. So read it twice before acting.",
            "OMI001",
        ),
    ],
)
def test_the_gate_stops_a_slip(copy: Path, name: str, now: str, then: str, code: str) -> None:
    text = (copy / name).read_text(encoding="utf-8")
    assert now in text
    (copy / name).write_text(text.replace(now, then), encoding="utf-8")
    exit_code, said = gate(copy)
    assert exit_code == 1
    assert code in said


@pytest.mark.parametrize("name", NAMING)
def test_links_lead_to_files(name: str) -> None:
    page = ROOT / name
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("name", NAMING)
def test_options_and_commands_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = list(cli.commands.values())
    for command in commands:
        commands += command.commands.values() if isinstance(command, click.Group) else ()
    known = {option for command in commands for parameter in command.params for option in parameter.opts}
    assert set(_OPTION.findall(text)) <= known | OTHERS
    named = set(_COMMAND.findall(text))
    assert named
    assert not {word for word in named if word not in cli.commands and not (ROOT / word).exists()}


@pytest.mark.parametrize("name", ["docs/guide.md", "docs/guide.zh-CN.md"])
def test_the_sample_of_settings_is_valid(name: str) -> None:
    ((sample),) = re.findall(r"```toml\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert msgspec.convert(tomllib.loads(sample), Config).pairs
