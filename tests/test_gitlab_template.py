"""The GitLab template: its shape, and what its job calls."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from ci_builder import POSIX, ROOT, calls, documents, run_script, stand_in

HEADER, JOBS = documents("templates/aligncheck.yml")
INPUTS = HEADER["spec"]["inputs"]
((NAME, JOB),) = JOBS.items()


def script(folder: Path, **environment: str) -> tuple[int, list[str], list[str]]:
    """Run the job's script as a runner does, line after line; its exit code, what pip and aligncheck were told."""
    python = stand_in(folder / "bin", "python", "")
    aligncheck = stand_in(folder / "bin", "aligncheck", 'exit "${ENDS_WITH:-0}"')
    given = {"PATH": f"{folder}/bin:{os.environ['PATH']}", **variables(), **environment}
    return run_script("\n".join(JOB["script"]), POSIX, folder, given).code, calls(python), calls(aligncheck)


def variables() -> dict[str, str]:
    """The job's variables with the defaults of the inputs in them."""

    def default(found: re.Match[str]) -> str:
        return str(INPUTS[found[1]]["default"])

    return {key: re.sub(r"\$\[\[ inputs\.(\w+) \]\]", default, value) for key, value in JOB["variables"].items()}


def test_shape() -> None:
    text = (ROOT / "templates" / "aligncheck.yml").read_text(encoding="utf-8")
    assert all(one["description"] and isinstance(one["default"], str) for one in INPUTS.values())
    assert set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", text)) == INPUTS.keys()
    assert NAME == "$[[ inputs.job ]]"
    assert not re.search(r"\$\[\[", "\n".join(JOB["script"])), "inputs are variables, never text of the script"


def test_reports_are_kept_whatever_the_verdict(tmp_path: Path) -> None:
    artifacts: dict[str, Any] = JOB["artifacts"]
    assert artifacts["when"] == "always"
    code, _, told = script(tmp_path, ENDS_WITH="1")
    assert code == 1
    for form, report in (("gitlab", "codequality"), ("junit", "junit")):
        assert f"{form}={artifacts['reports'][report]}" in told
    assert f"html={artifacts['paths'][0].rstrip('/')}" in told


def test_default_branch(tmp_path: Path) -> None:
    code, installed, told = script(tmp_path)
    assert code == 0
    assert installed[-2:] == ["aligncheck", "--"]
    assert told[0] == "check"
    assert told[-3:] == ["--", ".", "--"]
    assert "--new-from" not in told


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc"}, "abc"),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "def"}, "def"),
    ],
)
def test_merge_requests_fail_on_what_is_new(tmp_path: Path, environment: dict[str, str], expected: str) -> None:
    _, _, told = script(tmp_path, **environment)
    assert told[told.index("--new-from") + 1] == expected
    assert JOB["variables"]["GIT_DEPTH"] == "0"


def test_inputs_are_split_at_spaces_and_not_run(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    _, _, told = script(
        tmp_path, ALIGNCHECK_ARGS="--fail-on warning", ALIGNCHECK_PATHS="docs *.md $(touch${IFS}evil);touch"
    )
    assert told[-7:] == ["--fail-on", "warning", "--", "docs", "*.md", "$(touch${IFS}evil);touch", "--"]
    assert not (tmp_path / "evil").exists()
