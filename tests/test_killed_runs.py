"""Runs killed at any moment: every report is whole, and the cache gives right answers."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from repository_builder import cache_at, check_all, files, write_state

from aligncheck.config import Config
from aligncheck.model.report import Report
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.results.cache import FILE, report_key

KILLS = 70
"""Of each kind of run."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forks of a process that is warm")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[dict[str, bytes], list[Report]]]]:
    """Per state the files and the reports of a run that nothing disturbed; they stand in the current directory."""
    before = Path.cwd()
    os.chdir(tmp_path_factory.mktemp("killed"))
    found = []
    for state in (0, 1):
        write_state(state)
        outcomes = check_all(None, f"fresh-{state}")
        found.append((files(f"fresh-{state}"), [o.report for o in outcomes if o.report is not None]))
    assert len(found[0][1]) == len(found[1][1]) == 5
    assert found[0][0].keys() == found[1][0].keys()
    yield found
    os.chdir(before)


@pytest.fixture(scope="module")
def run(expected: list[tuple[dict[str, bytes], list[Report]]]) -> Iterator[Callable[[float], str]]:
    """Starts a run in the current directory and kills it after some seconds."""
    assert len(expected) == 2
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    program = [sys.executable, str(Path(__file__).with_name("killed_run.py"))]
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

        def one(delay: float) -> str:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{delay}\n")
            return process.stdout.readline().strip()

        yield one


@pytest.mark.parametrize("cached", [False, True], ids=["nothing known", "results known"])
def test_a_killed_run_leaves_whole_files_and_right_answers(
    expected: list[tuple[dict[str, bytes], list[Report]]], run: Callable[[float], str], cached: bool
) -> None:
    chance = random.Random(f"kill {cached}")
    took = 0.0
    for state in (0, 1):
        write_state(state)
        took = float(run(-1))
    killed = turn = 0
    while killed < KILLS:
        turn += 1
        write_state(turn % 2)
        if not cached:
            Path("cache", FILE).unlink()
            Path("cache", f"{FILE}-journal").unlink(missing_ok=True)
        if run(chance.uniform(0, took)) == "killed":
            killed += 1
        else:
            took *= 0.95  # it was quicker than the run that was measured
        whole(expected, turn % 2)
        assert turn < 4 * KILLS, "runs end before they can be killed"
    run(-1)
    assert undisturbed(files("reports")) == expected[turn % 2][0]


def whole(expected: list[tuple[dict[str, bytes], list[Report]]], state: int) -> None:
    """Every report is that of one state or the other; what the cache answers is right."""
    for name, content in undisturbed(files("reports")).items():
        assert content in (expected[0][0][name], expected[1][0][name]), name
    config, jobs = Config(), discover(["docs"], Config()).jobs
    keys = [
        report_key(job, config.digest, Path(job.source).read_bytes(), Path(job.target or "").read_bytes())
        for job in jobs
    ]
    cache = cache_at(Path("cache"))
    kept = cache.reports(keys)
    cache.close()
    for key, report in zip(keys, expected[state][1], strict=True):
        assert key not in kept or kept[key].report == report


def undisturbed(found: dict[str, bytes]) -> dict[str, bytes]:
    """Without the hidden temporary files of killed runs: they are no reports, and a later run removes them."""
    return {n: c for n, c in found.items() if not (n.rpartition("/")[2].startswith(".") and n.endswith(".part"))}
