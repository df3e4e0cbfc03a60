"""The GitHub Action: its shape, and what its scripts do with inputs, files and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ci_builder import GITHUB, ROOT, Ran, calls, documents, expressions, run_script, stand_in, step

(ACTION,) = documents("action.yml")
STEPS = ACTION["runs"]["steps"]
SCRIPTS = [one for one in STEPS if "run" in one]
DEFAULTS = {"ARGS": "", "FAIL_ON": "", "HTML": "", "NEW_FROM": "auto", "PATHS": ".", "SARIF": "", "SUMMARY": "true"}

WRITES = """
if [ "$1" = -c ]; then exec python3 "$@"; fi
for word; do case "$word" in sarif=* | markdown=*) echo "$word" > "${word#*=}";; esac; done
exit "${ENDS_WITH:-0}"
"""
"""What a stand-in for Python does: splits words as the real one, writes the files asked for, ends with a code."""


def check(folder: Path, **environment: str) -> tuple[Ran, list[str]]:
    """Run the step that checks; returns also what aligncheck was called with, after its name."""
    python = stand_in(folder / "bin", "python", WRITES)
    ran = run_script(step("Check")["run"], GITHUB, folder, {**DEFAULTS, "PYTHON": str(python), **environment})
    told = calls(python)
    return ran, told[told.index("aligncheck") + 1 : -1] if "aligncheck" in told else []


def test_shape() -> None:
    assert {"name", "description", "inputs", "outputs", "runs"} <= ACTION.keys()
    assert ACTION["runs"]["using"] == "composite"
    assert all(one["description"] and isinstance(one["default"], str) for one in ACTION["inputs"].values())
    assert all(one["description"] and one["value"] for one in ACTION["outputs"].values())
    assert all(("uses" in one) != ("run" in one) for one in STEPS)
    assert all(re.fullmatch(r"[\w/-]+@v\d+", one["uses"]) for one in STEPS if "uses" in one)


def test_every_input_is_declared_and_used() -> None:
    texts = json.dumps(ACTION["runs"])
    assert set(re.findall(r"inputs\.([\w-]+)", texts)) == ACTION["inputs"].keys()


def test_every_output_of_a_step_is_written() -> None:
    for expression in expressions([ACTION["outputs"], STEPS]):
        if found := re.fullmatch(r"steps\.(\w+)\.outputs\.([\w-]+)", expression):
            (giver,) = (one for one in STEPS if one.get("id") == found[1])
            assert "uses" in giver or f'echo "{found[2]}=' in giver["run"], expression


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: str(one["name"]))
def test_scripts_are_bash_without_text_from_outside(one: dict[str, str]) -> None:
    assert one["shell"] == "bash"
    assert not expressions(one["run"])
    subprocess.run(["bash", "-n", "-c", one["run"]], check=True)


def test_installs_its_own_checkout_with_pinned_versions(tmp_path: Path) -> None:
    body = 'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi'
    python = stand_in(tmp_path / "a b", "python", body)
    source = f"{tmp_path}/the action"
    ran = run_script(step("Install aligncheck")["run"], GITHUB, tmp_path, {"PYTHON": str(python), "SOURCE": source})
    assert ran.code == 0, ran.printed
    venv = f"{tmp_path}/aligncheck-venv"
    assert ran.outputs == {"python": f"{venv}/bin/python"}
    told = calls(python)
    assert told[:4] == ["-m", "venv", venv, "--"]
    assert told[-4:] == ["--constraint", f"{source}/constraints.txt", source, "--"]


def test_plain_run(tmp_path: Path) -> None:
    ran, told = check(tmp_path)
    sarif, summary = f"{tmp_path}/aligncheck.sarif", f"{tmp_path}/aligncheck.md"
    outputs = ["--output", "github", "--output", f"sarif={sarif}", "--output", f"markdown={summary}"]
    assert told == ["check", *outputs, "--", "."]
    assert ran.code == 0, ran.printed
    assert ran.outputs == {"sarif": sarif, "summary": summary, "failed": "false", "exit-code": "0"}
    assert (tmp_path / "step-summary").read_text(encoding="utf-8") == f"markdown={summary}\n"


def test_inputs_become_arguments_and_nothing_else(tmp_path: Path) -> None:
    evil = "$(touch evil) `touch evil`; touch evil"
    ran, told = check(
        tmp_path,
        ARGS=f"--exclude 'a b/*' --ignore UNT\n--keep \"{evil}\"",
        PATHS=f"  docs\r\n\nmy notes.md \n--help\n{evil}\n*\n",
        FAIL_ON="warning",
        HTML="pages to read",
        SARIF="out put.sarif",
        NEW_FROM="none",
    )
    assert ran.code == 0, ran.printed
    at = told.index("--output", 6)
    assert told[at:] == [
        *("--output", "html=pages to read", "--fail-on", "warning"),
        *("--exclude", "a b/*", "--ignore", "UNT", "--keep", evil),
        *("--", "docs", "my notes.md", "--help", evil, "*"),
    ]
    assert ran.outputs["sarif"] == "out put.sarif"
    assert not (tmp_path / "evil").exists()


def test_unbalanced_quotes_stop_the_step(tmp_path: Path) -> None:
    ran, told = check(tmp_path, ARGS="--keep 'half")
    assert ran.code != 0
    assert told == []


@pytest.mark.parametrize(
    ("given", "base", "expected"),
    [
        ("auto", "main", ["--new-from-merge-base", "origin/main"]),
        ("auto", "", []),
        ("none", "main", []),
        ("", "main", []),
        ("upstream/release 1", "main", ["--new-from-merge-base", "upstream/release 1"]),
    ],
)
def test_what_is_new(tmp_path: Path, given: str, base: str, expected: list[str]) -> None:
    _, told = check(tmp_path, NEW_FROM=given, GITHUB_BASE_REF=base)
    assert told[7:] == [*expected, "--", "."]


@pytest.mark.parametrize("code", ["1", "2"])
def test_the_verdict_waits_until_everything_is_written(tmp_path: Path, code: str) -> None:
    ran, _ = check(tmp_path, ENDS_WITH=code)
    assert ran.code == 0, ran.printed
    assert ran.outputs["exit-code"] == code
    assert ran.outputs["failed"] == "true"
    assert (tmp_path / "step-summary").exists()
    assert run_script(step("Verdict")["run"], GITHUB, tmp_path, {"CODE": code}).code == int(code)


@pytest.mark.parametrize("code", [0, 2, 137])
def test_what_wrote_nothing_is_no_success(tmp_path: Path, code: int) -> None:
    (tmp_path / "aligncheck.sarif").write_text("of an earlier run", encoding="utf-8")
    python = stand_in(tmp_path / "bin", "python", f'if [ "$1" = -c ]; then exec python3 "$@"; fi; exit {code}')
    ran = run_script(step("Check")["run"], GITHUB, tmp_path, {**DEFAULTS, "PYTHON": str(python)})
    assert ran.code == 0, ran.printed
    assert "::error title=aligncheck::" in ran.printed
    assert ran.outputs == {"sarif": "", "summary": "", "failed": "true", "exit-code": str(code or 2)}


def test_no_summary_where_none_is_wanted(tmp_path: Path) -> None:
    ran, _ = check(tmp_path, SUMMARY="false")
    assert ran.outputs["summary"] == f"{tmp_path}/aligncheck.md"
    assert not (tmp_path / "step-summary").exists()


def comment(folder: Path, body: str, **environment: str) -> tuple[Ran, list[str]]:
    """Run the step that comments; returns also what gh was called with."""
    gh = stand_in(folder / "bin", "gh", body)
    given = {
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "GITHUB_REPOSITORY": "owner/name",
        "NUMBER": "7",
        "BODY": "summary.md",
        "WHEN": "failure",
        "FAILED": "true",
        **environment,
    }
    return run_script(step("Comment")["run"], GITHUB, folder, given), calls(gh)


@pytest.mark.parametrize(
    ("ids", "when", "failed", "expected"),
    [
        ("", "failure", "true", ["POST", "repos/owner/name/issues/7/comments"]),
        ("", "failure", "false", []),
        ("", "always", "false", ["POST", "repos/owner/name/issues/7/comments"]),
        ("12\n13", "failure", "false", ["PATCH", "repos/owner/name/issues/comments/12"]),
        ("12", "always", "true", ["PATCH", "repos/owner/name/issues/comments/12"]),
    ],
)
def test_one_comment_is_kept_up_to_date(tmp_path: Path, ids: str, when: str, failed: str, expected: list[str]) -> None:
    body = f'case "$*" in *--paginate*) printf "%s\\n" "{ids}";; esac'
    ran, told = comment(tmp_path, body, WHEN=when, FAILED=failed)
    assert ran.code == 0, ran.printed
    written = told[told.index("--method") + 1 :] if "--method" in told else []
    assert written == ([*expected, "--field", "body=@summary.md", "--"] if expected else [])


@pytest.mark.parametrize("body", ["exit 1", 'case "$*" in *--paginate*) exit 0;; esac; exit 1'])
def test_a_token_that_may_not_write_fails_nothing(tmp_path: Path, body: str) -> None:
    ran, _ = comment(tmp_path, body)
    assert ran.code == 0, ran.printed
    assert "::warning title=aligncheck::" in ran.printed


def test_with_aligncheck_itself(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("The lamp burned for 40 hours.\n", encoding="utf-8")
    (tmp_path / "note.zh.md").write_text("那盏灯亮了 14 个小时。\n", encoding="utf-8")
    kept = {name: os.environ[name] for name in ("ALIGNCHECK_CACHE", "XDG_CACHE_HOME") if name in os.environ}
    environment = {
        **DEFAULTS,
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(Path.home()),
        "HTML": "pages",
        "ARGS": "--select NUM",
        **kept,
    }
    ran = run_script(step("Check")["run"], GITHUB, tmp_path, environment)
    assert ran.code == 0, ran.printed
    assert ran.outputs["exit-code"] == "1", ran.printed
    assert re.search(r"^::error file=note\.zh\.md,line=1,.*NUM001", ran.printed, re.MULTILINE), ran.printed
    assert (tmp_path / "step-summary").read_text(encoding="utf-8").startswith("<!-- aligncheck:summary -->")
    assert json.loads(Path(ran.outputs["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "pages" / "index.html").exists()
