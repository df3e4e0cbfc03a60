"""The sentence pairs of a run's reports, as terms are mined from them. Knows no terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from aligncheck.model.report import InlineMark, PairSide, Report
from aligncheck.terminology.mining import TextPair

CONFIDENT = 0.8
"""Least confidence of a pair that teaches terms."""


def text_pairs(reports: Iterable[Report]) -> Iterator[TextPair]:
    """Pairs that are two-sided and sure; their place is where the target stands."""
    for report in reports:
        document = report.document
        forth = document.source.lang == "en"
        for pair in report.pairs:
            source, target = pair.source, pair.target
            if source is None or target is None or pair.confidence < CONFIDENT:
                continue
            english, chinese = (source, target) if forth else (target, source)
            place = document.target.path, target.line
            yield TextPair(english.text, chinese.text, place, _marks(english), _marks(chinese))


def tag_of(reports: Iterable[Report]) -> str:
    """The language tag of the Chinese side, by the script of most documents."""
    scripts = Counter(report.document.target.script for report in reports)
    hans, hant = scripts["Hans"], scripts["Hant"]
    return "zh" if hans == hant else "zh-Hans" if hans > hant else "zh-Hant"


def _marks(side: PairSide) -> tuple[InlineMark, ...]:
    return side.marks or ()
