"""A process that has everything loaded; for each line of input it starts a run as its fork and kills it after a while.

Lines are ``DELAY``, in seconds, negative to let the run end. Answers are ``killed``, or the seconds it took to end.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from repository_builder import cache_at, check_all, remember_answers, write_state


def main() -> None:
    remember_answers()
    for state in (0, 1):
        write_state(state)
        check_all(None, "warm")
    print("ready", flush=True)
    for line in sys.stdin:
        print(one(float(line)), flush=True)


def one(delay: float) -> str:
    """Start a run, and kill it after ``delay`` seconds."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            check_all(cache_at(Path("cache")))
            os._exit(0)
        finally:
            os._exit(3)
    if delay >= 0:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    assert os.WEXITSTATUS(status) == 0, "the run failed"
    return f"{time.perf_counter() - start:.4f}"


if __name__ == "__main__":
    main()
