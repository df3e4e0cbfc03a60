"""How well and how quickly values are compared: the number and date rules on labelled pairs, one core.

Usage: python benchmarks/bench_numbers.py [FILE.jsonl …]

Accuracy is measured on the labelled pairs of this folder. Speed is that of finding the values of both sentences and
comparing them, on the same pairs and on sentences of which one in three states a value; and on every FILE.jsonl of rows
{"en", "zh", "label"} that is given. With files, the grounds of all findings are counted too: how often each is right,
were one pair in a hundred at fault. The confidences in ``checks/numbers/sure.py`` are set from that table.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from gold.number_scores import NumberPair, number_pairs, number_sets, score, verdicts

from aligncheck.checks.numbers.judge import judge
from aligncheck.checks.numbers.match import match
from aligncheck.checks.numbers.sure import Grounds
from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon

REPEATS = 3
"""Runs over a text, of which the fastest counts."""

BASE_RATE = 0.01
"""Share of pairs with a wrong value that confidences are reckoned for: in print there are fewer, in drafts more."""

PLAIN = (
    ("The ferry leaves as soon as the tide allows, and nobody waits for it.", "潮水一合适渡轮就开，谁也不等它。"),
    ("Her brother repaired the windows before the storm came in.", "暴风雨来临之前，她哥哥修好了窗户。"),
    ("The museum sold 240 tickets for the evening of May 8.", "博物馆售出5月8日晚间的门票240张。"),
)


def accuracy() -> None:
    lexicon = Lexicon.load()
    print(
        f"{'pairs':<10} {'clean':>6} {'alarms':>7} {'errors':>7} {'faults':>7} {'shown':>7} {'gating':>7} {'code':>6}"
    )
    for path in number_sets():
        result = score(path, lexicon)
        faults = result.faults.total()
        right = result.right_code.total() / faults
        print(f"{path.stem[8:]:<10} {result.clean:>6} {len(result.alarms):>7} {len(result.errors):>7}", end="")
        print(f" {faults:>7} {result.recall:>7.2f} {result.gating_recall:>7.2f} {right:>6.2f}")


def speed(name: str, pairs: list[tuple[str, str]]) -> None:
    best = float("inf")
    for _ in range(REPEATS):
        match.cache_clear()
        start = time.perf_counter()
        for english, chinese in pairs:
            judge(Facts.of(english, "en"), Facts.of(chinese, "zh"))
        best = min(best, time.perf_counter() - start)
    print(f"{name:<24} {len(pairs):>6} pairs {len(pairs) / best:>8.0f} pairs/s")


def grounds(rows: list[dict[str, str]], lexicon: Lexicon) -> None:
    """Per ground of a finding: faulty and clean pairs that have it, and its precision at BASE_RATE."""
    right: Counter[Grounds] = Counter()
    wrong: Counter[Grounds] = Counter()
    faulty = 0
    for row in rows:
        fault = row["label"] in ("number", "date")
        faulty += fault
        for ground in {verdict.grounds for verdict in verdicts(NumberPair("", "", row["en"], row["zh"]), lexicon)}:
            (right if fault else wrong)[ground] += 1
    # Every pair stands for as many as make the faulty ones BASE_RATE of all.
    weight = BASE_RATE * (len(rows) - faulty) / (1 - BASE_RATE) / max(faulty, 1)
    print(f"\n{'grounds':<50} {'set to':>7} {'faulty':>7} {'clean':>6} {'precision':>10}")
    for ground in sorted({*right, *wrong}, key=lambda g: (-g.confidence, g.name)):
        share = right[ground] * weight / (right[ground] * weight + wrong[ground])
        print(f"{ground.name:<50} {ground.confidence:>7} {right[ground]:>7} {wrong[ground]:>6} {share:>10.2f}")


def main() -> None:
    accuracy()
    print()
    speed("labelled pairs", [(p.en, p.zh) for path in number_sets() for p in number_pairs(path)])
    speed("one in three with values", list(PLAIN) * 1000)
    everything: list[dict[str, str]] = []
    for name in sys.argv[1:]:
        rows = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
        speed(Path(name).stem, [(row["en"], row["zh"]) for row in rows])
        everything += [row for row in rows if row["label"] != "other" and not row.get("pooled")]
    if everything:
        grounds(everything, Lexicon.load())


if __name__ == "__main__":
    main()
