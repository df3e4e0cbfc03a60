"""Reads sentence pairs labelled for the number and date rules, runs those rules on them, and counts.

A pair is faultless (``ok``) or holds one fault, named by the rule that should find it. A fault counts as shown when any
number or date rule speaks, as gating when one does with severity error; the right code is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from aligncheck.checks.numbers.judge import Verdict, judge
from aligncheck.checks.numbers.order import swapped
from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity

GOLD = Path(__file__).parent


class NumberPair(NamedTuple):
    """A labelled pair. ``expect`` is ``ok`` or a rule's code, ``kind`` says what it tries."""

    expect: str
    kind: str
    en: str
    zh: str


@dataclass(slots=True)
class NumberScore:
    """What the rules said of a set, counted by pair."""

    clean: int = 0
    alarms: list[NumberPair] = field(default_factory=list)
    errors: list[NumberPair] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    gating: Counter[str] = field(default_factory=Counter)
    right_code: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        return self.shown.total() / self.faults.total()

    @property
    def gating_recall(self) -> float:
        return self.gating.total() / self.faults.total()


def number_sets() -> list[Path]:
    """The files of labelled pairs."""
    return sorted(GOLD.glob("numbers_*.tsv"))


def number_pairs(path: Path) -> Iterator[NumberPair]:
    """The pairs of a file; the first line names the columns."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield NumberPair(*line.split("\t"))


def verdicts(pair: NumberPair, lexicon: Lexicon) -> list[Verdict]:
    """What the number and date rules say of a pair."""
    english, chinese = Facts.of(pair.en, "en"), Facts.of(pair.zh, "zh")
    return [*judge(english, chinese), *swapped(english, chinese, lexicon)]


def score(path: Path, lexicon: Lexicon) -> NumberScore:
    """Run the rules over a file and count."""
    result = NumberScore()
    for pair in number_pairs(path):
        said = verdicts(pair, lexicon)
        gates = any(verdict.severity is Severity.ERROR for verdict in said)
        if pair.expect == "ok":
            result.clean += 1
            result.alarms += [pair] if said else []
            result.errors += [pair] if gates else []
            continue
        result.faults[pair.expect] += 1
        result.shown[pair.expect] += bool(said)
        result.gating[pair.expect] += gates
        result.right_code[pair.expect] += any(verdict.code == pair.expect for verdict in said)
    return result
