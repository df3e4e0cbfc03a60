"""How long the lock of a large project takes, and whole runs of drift on a made-up repository.

Usage: python benchmarks/bench_drift.py [documents]

Of the lock: its size, to read it, to look up every document, to accept one more. Each run of the command line is a
process of its own and writes what a run writes by default.

Digests are random, in the lengths that traces have; every fifth sentence holds a value.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from repository import edit, write_repository

from aligncheck.gate.lock import Lock, dump, parse, replace
from aligncheck.model.drift import Accepted, AcceptedBead, Trace

BEADS = 70
"""Sentence pairs of a document."""
WORDS = 20
"""Words of a sentence."""
REPEATS = 5
"""Runs of which the quickest counts."""

Result = TypeVar("Result")


def document(number: int) -> Accepted:
    """A document as it may have been accepted; the same for the same number."""
    chance = random.Random(number)

    def digest(length: int) -> str:
        return f"{chance.getrandbits(4 * length):0{length}x}"

    def bead(place: int) -> AcceptedBead:
        values = (f"v1.{place}",) if place % 5 == 0 else ()
        return AcceptedBead((Trace(digest(16), digest(4 * WORDS), values),), (Trace(digest(16)),))

    path = f"part-{number // 50:02}/page-{number:04}.md"
    return Accepted(f"docs/zh/{path}", f"docs/en/{path}", (digest(16),), tuple(map(bead, range(BEADS))))


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Do it several times, tell the shortest time, and give its result."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    print(f"{what:<44} {best * 1e3:>8.1f} ms", flush=True)
    return result


def look_up(lock: Lock, documents: list[Accepted]) -> int:
    """How many documents stand as they were accepted."""
    return sum(lock.unchanged(document.path, document.sums[0]) for document in documents)


def command(root: Path, *arguments: str) -> None:
    """One run of the command line in ``root``, start and writing included."""
    line = [sys.executable, "-m", "aligncheck", "drift", *arguments]
    subprocess.run(line, cwd=root, check=True, stdout=subprocess.DEVNULL)


def whole_runs(pages: int) -> None:
    """Accept a repository, compare it unchanged and after edits."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sentences = write_repository(root, pages)
        start = time.perf_counter()
        command(root, "accept", "docs")
        spent = time.perf_counter() - start
        print(f"{f'{pages} documents accepted':<44} {spent:>8.1f} s, {sentences / spent:.0f} sentences/s")
        timed(f"{pages} unchanged documents compared", lambda: command(root, "docs"))
        edit(root, 1, 1)
        timed("the same after one edit", lambda: command(root, "docs"))


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    documents = list(map(document, range(number)))
    data = dump(documents)
    print(f"lock of {number} documents with {BEADS} sentence pairs of {WORDS} words: {len(data) / 1e6:.1f} MB")
    lock = timed("read, every line looked at", lambda: parse(data, "aligncheck.lock"))
    merged = data + dump(documents[:1])
    timed("read, lines out of place after a merge", lambda: parse(merged, "aligncheck.lock"))
    assert timed("all sums looked up", lambda: look_up(lock, documents)) == number
    timed("beads of every document decoded", lambda: [lock.document(path) for path in lock.known])
    timed("one document accepted", lambda: replace(lock, documents[:1]))
    timed("every document accepted", lambda: dump(documents))
    whole_runs(number)


if __name__ == "__main__":
    main()
