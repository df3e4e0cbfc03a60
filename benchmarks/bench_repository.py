"""How long whole runs take on a made-up repository: with nothing known, again, and after one edited file.

Usage: python benchmarks/bench_repository.py [pages]

Each run is a process of its own and writes what a run writes by default: pages and data for every document, the
overview, the summary. CPU time says more than the clock where other programs run. Pairs are those of the reports:
sentences, headings, list items and cells of tables.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from repository import edit, write_repository

REPEATS = 5
"""Runs of which the quickest counts, where a run is short."""


class Spent(NamedTuple):
    """Seconds by the clock and seconds of CPU time, children's included."""

    wall: float
    cpu: float


def check(root: Path, workers: int) -> tuple[Spent, int]:
    """One run of the command line in ``root``, starting and writing included, and the pairs it tells of."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "aligncheck", "check", "docs", "--exit-zero", "-j", str(workers)]
    told = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE, text=True).stdout
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    counted = re.search(r"documents?, (\d+) pairs", told)
    spent = Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return spent, int(counted[1]) if counted else 0


def show(what: str, spent: Spent, pairs: int, cores: int | None = None) -> None:
    rate = f"{pairs / spent.wall / cores:>14.0f} {pairs / spent.cpu:>14.0f}" if cores else ""
    print(f"{what:<32} {spent.wall:>8.2f} {spent.cpu:>8.2f} {rate}", flush=True)


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "repository")
        os.environ["ALIGNCHECK_CACHE"] = str(Path(folder, "cache"))
        sentences = write_repository(root, pages)
        warm = Path(folder, "warm")
        write_repository(warm, 1)
        check(warm, 1)  # compiles the dictionary
        print(f"{pages} documents with {sentences} sentences of running text on either side")
        print(f"{'':<32} {'wall s':>8} {'CPU s':>8} {'pairs/s a core':>14} {'by CPU time':>14}")
        cores = min(2, os.cpu_count() or 1)
        store = Path(os.environ["ALIGNCHECK_CACHE"], "results.sqlite")
        for workers in (1, 2):
            store.unlink(missing_ok=True)
            cold, pairs = check(root, workers)
            show(f"nothing known, -j {workers}", cold, pairs, min(workers, cores))
        print(f"{pairs} pairs")
        again = min(check(root, 0)[0] for _ in range(REPEATS))
        show(f"unchanged (best of {REPEATS})", again, pairs)
        edited = []
        for turn in range(REPEATS):
            edit(root, turn % pages, turn)
            edited.append(check(root, 0)[0])
        show(f"one file edited (best of {REPEATS})", min(edited), pairs)
        for what, spent in (("unchanged", again), ("one file edited", min(edited))):
            print(f"{what} against nothing known: 1 : {cold.cpu / spent.cpu:.0f} by CPU time")


if __name__ == "__main__":
    main()
