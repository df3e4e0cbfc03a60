"""Runs of many documents for the overview: made up by a fixed seed, with findings of few rules or many."""

from __future__ import annotations

import random

from msgspec.structs import replace
from report_builder import Fault, Line, build

from aligncheck.model.report import Report, Severity, Status

_FAMILIES = ("NUM", "OMI", "UNT", "LNK", "STR", "DAT", "MNG", "MTX")
_NAMES = ("number-mismatch", "sentence-omitted", "heading-level", "placeholder-missing", "negation-lost")
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_FOLDERS = ("guide", "reference", "blog", "tutorial")


def many(count: int, rules: int, seed: int = 1) -> list[Report]:
    """``count`` documents, four of five with findings of up to ``rules`` rules, some of them known already."""
    chance = random.Random(seed)
    return [_one(number, rules, chance) for number in range(count)]


def _one(number: int, rules: int, chance: random.Random) -> Report:
    faults = []
    for at in range(int(chance.expovariate(1 / 6)) if chance.random() < 0.8 else 0):
        rule = min(int(chance.expovariate(4 / rules)), rules - 1)
        known = chance.choice((Status.BASELINED, Status.SUPPRESSED))
        faults.append(
            Fault(
                f"{_FAMILIES[rule % 8]}{rule // 8 + 1:03}",
                _NAMES[rule % 5],
                _SEVERITIES[rule % 3],
                f"finding {number}.{at}",
                status=Status.NEW if chance.random() < 0.8 else known,
            )
        )
    folder = f"docs/zh/{_FOLDERS[number % 4]}/chapter-{number % 17:02}"
    made = build(f"{folder}/page-{number:04}.md", [Line("One.", "一。", tuple(faults))])
    aligned = min(1.0, round(chance.gauss(0.96, 0.05), 4))
    stats = replace(
        made.stats, pairs=chance.randrange(10, 300), aligned=aligned, source_sentences=99, target_sentences=101
    )
    return replace(made, stats=stats)
