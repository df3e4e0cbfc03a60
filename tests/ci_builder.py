"""Runs the scripts of the GitHub Action and the GitLab template as their runners do, with stand-ins for programs."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent

GITHUB = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
"""How a GitHub runner starts `shell: bash`."""
POSIX = ("sh", "-eu", "-c")
"""A GitLab image may have no bash."""


def documents(path: str) -> list[Any]:
    """The YAML documents of a file of the repository."""
    return list(YAML(typ="safe").load_all((ROOT / path).read_text(encoding="utf-8")))


def step(name: str) -> dict[str, Any]:
    """A step of the action."""
    (action,) = documents("action.yml")
    (found,) = (one for one in action["runs"]["steps"] if one["name"] == name)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a script did: its exit code, what it printed, and its outputs as GitHub would read them."""

    code: int
    printed: str
    outputs: Mapping[str, str]


def stand_in(folder: Path, name: str, body: str) -> Path:
    """A program that notes each call in ``name.calls``, one argument a line, and then does what ``body`` says."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f'#!/bin/bash\nprintf "%s\\n" "$@" -- >> "{folder}/{name}.calls"\n{body}\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def calls(program: Path) -> list[str]:
    """The arguments of all calls of a stand-in, an empty call ended by ``--`` as every other."""
    noted = program.with_name(f"{program.name}.calls")
    return noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []


def run_script(script: str, shell: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ran:
    """Run a script in ``folder``; RUNNER_TEMP, GITHUB_OUTPUT and GITHUB_STEP_SUMMARY lie in it."""
    output = folder / "github-output"
    output.write_text("", encoding="utf-8")
    given = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(folder / "step-summary"),
        **environment,
    }
    done = subprocess.run([*shell, script], cwd=folder, env=given, capture_output=True, text=True, check=False)
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
    return Ran(done.returncode, done.stdout + done.stderr, outputs)


def expressions(value: Any) -> set[str]:
    """What stands in ``${{ … }}`` anywhere in a value."""
    if isinstance(value, dict):
        return {found for each in value.values() for found in expressions(each)}
    if isinstance(value, list):
        return {found for each in value for found in expressions(each)}
    return set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", value)) if isinstance(value, str) else set()
