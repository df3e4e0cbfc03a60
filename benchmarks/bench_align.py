"""How well and how quickly sentences are paired: accuracy, confidence, speed by length, memory.

Usage: python benchmarks/bench_align.py [--accuracy-only | --speed-only] [--eval DIR] [sentences …]

Accuracy and confidence are measured on the gold of this folder, and on every SET/NAME.{zh,en,gold} of a folder of
evaluation text where there is one. Speed is measured on generated text of the given sizes, lexicon already loaded.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

# One thread, so that the figures say what a core can do; numpy reads this when it is first imported.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"
os.environ["VECLIB_MAXIMUM_THREADS"] = "1"

from gold.generated import generated
from gold.scores import Beads, GoldSet, Score, answer, document_sets, judged, score, sentence_sets

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.lexicon import Lexicon

ROOT = Path(__file__).parent.parent
SIZES = (200, 2_000, 20_000)
BINS = ((0.9, "0.9 and more"), (0.7, "0.7-0.9"), (0.5, "0.5-0.7"), (-1.0, "below 0.5"))
REPEATS = 3
"""Runs of a text of up to QUICK sentences a side, of which the fastest counts; longer ones run once."""
QUICK = 2_000


def _groups(evaluation: Path | None) -> Iterator[tuple[str, list[GoldSet], bool]]:
    """Groups of sets by name, and whether their texts are listed one by one."""
    yield "own lists", list(sentence_sets()), True
    yield "own documents", list(document_sets()), True
    if evaluation is not None and evaluation.is_dir():
        for folder in sorted(path for path in evaluation.iterdir() if path.is_dir()):
            yield folder.name, list(sentence_sets(folder)), False


def accuracy(lexicon: Lexicon, evaluation: Path | None) -> None:
    """Print strict and null measures of every set, then how often beads of each confidence are right."""
    print(f"{'':<16} {'beads':>6} {'strict P':>9} {'R':>6} {'F1':>6} {'nulls':>6} {'null P':>7} {'R':>6} {'F1':>6}")
    rows: dict[str, list[tuple[float, bool]]] = {}
    for group, sets, each in _groups(evaluation):
        total = Score()
        rows[group] = []
        for gold in sets:
            given = answer(gold, lexicon)
            one = score(gold.beads, given.beads)
            total += one
            rows[group] += judged(gold.beads, given)
            if each:
                _print_score(f"  {gold.name}", one)
        _print_score(group, total)
    print(f"\n{'confidence':<16}" + "".join(f"{label:>18}" for _, label in BINS))
    for group, beads in rows.items():
        print(f"{group:<16}" + "".join(f"{share:>18}" for share in _shares(beads)))


def _print_score(name: str, counts: Score) -> None:
    strict = "{:9.3f} {:6.3f} {:6.3f}".format(*counts.strict)
    null = "{:7.3f} {:6.3f} {:6.3f}".format(*counts.null) if counts.nulls or counts.nulls_proposed else ""
    print(f"{name:<16} {counts.two_sided:>6} {strict} {counts.nulls:>6} {null}".rstrip())


def _shares(beads: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """For each bin, the share of beads that are right and their number."""
    upper = 2.0
    for lower, _ in BINS:
        right = [ok for confidence, ok in beads if lower <= confidence < upper]
        upper = lower
        yield f"{sum(right) / len(right):.1%} of {len(right)}" if right else "-"


def speed(lexicon: Lexicon, sizes: Sequence[int]) -> None:
    """Print sentences a second (both sides counted) by length, and the peak memory of the longest text."""
    align_sentences(*_lists(50)[:2], lexicon)
    print(f"{'a side':>8} {'strict F1':>10} {'seconds':>8} {'sentences/s':>12} {'by sentence':>12}")
    shortest, before = 0.0, _peak()
    for size in sorted(sizes):
        english, chinese, gold = _lists(size)
        before, times = _peak(), []
        for _ in range(REPEATS if size <= QUICK else 1):
            start = time.perf_counter()
            beads = align_sentences(english, chinese, lexicon)
            times.append(time.perf_counter() - start)
        count = len(english) + len(chinese)
        shortest = shortest or min(times) / count
        f1 = score(gold, [(b.source, b.target) for b in beads]).strict[2]
        by_sentence = min(times) / count / shortest
        print(f"{size:>8} {f1:>10.3f} {min(times):>8.2f} {count / min(times):>12.0f} {by_sentence:>12.2f}")
    print(f"peak memory {_peak():.0f} MB, before the longest text {before:.0f} MB")


def _lists(size: int) -> tuple[list[Sentence], list[Sentence], Beads]:
    english, chinese, beads = generated(size)
    return [Sentence(text, "en") for text in english], [Sentence(text, "zh") for text in chinese], beads


def _peak() -> float:
    """Most memory the process has held so far, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="sentences a side of the generated texts")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--accuracy-only", action="store_true")
    only.add_argument("--speed-only", action="store_true")
    given = os.environ.get("ALIGNCHECK_EVAL")
    beside = Path(given) if given else ROOT.parent / "shared" / "eval" / "align"
    parser.add_argument("--eval", type=Path, default=beside, help="folder of further gold; also ALIGNCHECK_EVAL")
    options = parser.parse_args()
    lexicon = Lexicon.load()
    if not options.speed_only:
        accuracy(lexicon, options.eval)
    if not options.accuracy_only:
        speed(lexicon, options.sizes)


if __name__ == "__main__":
    main()
