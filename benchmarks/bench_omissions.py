"""How well parts of a sentence that were left out or added are found: the OMI rules on labelled pairs, one core.

Usage: python benchmarks/bench_omissions.py [--alarms] [--misses] [NAME …]

Per set: the share of faults found by sort and by what they try, the faultless pairs that were flagged, and how well the
underlined words are those at fault. ``--alarms`` lists the faultless pairs that were flagged, ``--misses`` the faults
that were not found. Speed is that of the whole check with the rules of this family alone.
"""

from __future__ import annotations

import sys
import time

from gold.omission_scores import (
    LEVELS,
    OmissionScore,
    omission_pairs,
    omission_sets,
    report_of,
    said_by_row,
    score,
)

from aligncheck.lexicon import Lexicon

REPEATS = 3
"""Runs over a set, of which the fastest counts."""
COPIES = 10
"""So often each set is repeated for the measurement of speed, so that starting up weighs little."""


def table(name: str, result: OmissionScore) -> None:
    """Recall by sort and kind, then false alarms and marking."""
    print(f"\n{name:<28} {'pairs':>6}" + "".join(f" {level:>8}" for level in LEVELS))
    for key in sorted(result.faults):
        counts = [result.found[level][key] for level in LEVELS]
        print(f"  {' '.join(key):<26} {result.faults[key]:>6}" + "".join(f" {count:>8}" for count in counts))
    measures = result.measures()
    for sort in ("omission", "item", "words", "addition", "all"):
        print(f"{'recall, ' + sort:<35}" + "".join(f" {measures[f'{sort} {level}']:>8.2f}" for level in LEVELS))
    false = [len(result.alarms[level]) for level in LEVELS]
    print(f"{'false alarms':<28} {result.clean.total():>6}" + "".join(f" {count:>8}" for count in false))
    print(
        f"lost words marked {measures['lost words marked']:.2f}, marked words lost {measures['marked words lost']:.2f}"
    )


def alarms(result: OmissionScore) -> None:
    for pair in result.alarms["shown"]:
        level = max((level for level in LEVELS if pair in result.alarms[level]), key=lambda level: LEVELS[level].rank)
        print(f"  false, {level}, {pair.kind}: {pair.en} | {pair.zh}")


def misses(name: str, lexicon: Lexicon) -> None:
    pairs = [pair for path in omission_sets() if path.stem == name for pair in omission_pairs(path)]
    for pair, said in zip(pairs, said_by_row(pairs, lexicon), strict=True):
        if pair.expect != "ok" and not said:
            print(f"  missed, {pair.expect} {pair.kind}: [{pair.lost}] {pair.en} | {pair.zh}")


def speed(lexicon: Lexicon) -> None:
    pairs = [pair for path in omission_sets() for pair in omission_pairs(path)] * COPIES
    best = float("inf")
    for _ in range(REPEATS):
        start = time.perf_counter()
        report_of(pairs, lexicon)
        best = min(best, time.perf_counter() - start)
    print(f"\n{len(pairs)} pairs, {len(pairs) / best:.0f} pairs/s with reading, pairing and report")


def main() -> None:
    flags = {word for word in sys.argv[1:] if word.startswith("--")}
    wanted = [word for word in sys.argv[1:] if word not in flags]
    lexicon = Lexicon.load()
    for path in omission_sets():
        name = path.stem
        if wanted and name.removeprefix("omissions_") not in wanted:
            continue
        result = score(path, lexicon)
        table(name, result)
        if "--alarms" in flags:
            alarms(result)
        if "--misses" in flags:
            misses(name, lexicon)
    speed(lexicon)


if __name__ == "__main__":
    main()
